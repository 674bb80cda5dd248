//! Writes a commented essaylint.toml, and never over one that is there.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};

use essaylint::config;

use super::page::Page;
use super::{Failure, Outcome};

/// Writes the file into the current folder and says so.
pub(super) fn run(mut page: Page) -> Result<Outcome, Failure> {
    let fail = |reason: &str| Failure::Said(format!("{} can not be written: {reason}", config::NAME));
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(config::NAME)
        .map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => {
                fail("there is one already; move it away first, or change what it says by hand")
            }
            _ => fail(&error.to_string()),
        })?;
    file.write_all(config::init().as_bytes())
        .map_err(|error| fail(&error.to_string()))?;
    writeln!(
        page.out,
        "wrote {}: take away the '#' before what you want to change",
        config::NAME
    )?;
    page.turn()?;
    Ok(Outcome::Clean)
}
