//! `essaylint completions SHELL` and `essaylint man`: what a package puts beside the program.

use std::io::Write;

use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;

use super::args::Arguments;
use super::page::Page;
use super::{Failure, Outcome};

/// Prints the completions of a shell.
pub(super) fn completions(shell: Shell, mut page: Page) -> Result<Outcome, Failure> {
    let mut command = Arguments::command();
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, name, &mut script);
    page.out.write_all(&script)?;
    page.turn()?;
    Ok(Outcome::Clean)
}

/// Prints the man page of the program, or of the command called `name`.
pub(super) fn man(name: Option<&str>, mut page: Page) -> Result<Outcome, Failure> {
    let mut program = Arguments::command();
    // Without this the pages would not know the options that all commands share.
    program.build();
    let command = match name {
        None => program,
        Some(name) => program.find_subcommand(name).cloned().ok_or_else(|| {
            let name = essaylint::report::one_line(name);
            Failure::Said(format!(
                "essaylint has no command '{name}'; 'essaylint --help' lists them"
            ))
        })?,
    };
    Man::new(command).render(&mut page.out)?;
    page.turn()?;
    Ok(Outcome::Clean)
}
