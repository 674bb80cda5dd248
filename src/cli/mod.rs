//! The command line: arguments in, files read, reports out. Everything between is the library's.

pub(crate) mod args;
mod baselines;
pub(crate) mod bug;
mod catalogue;
mod check;
mod drafts;
mod editor;
pub(crate) mod explain;
mod fix;
mod git;
mod hook;
mod in_turn;
mod init;
mod install;
mod job;
mod own_lints;
mod page;
mod progress;
pub(crate) mod project;
pub(crate) mod read;
mod replace;
mod review;
mod watch;

use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use essaylint::config::ConfigError;
use essaylint::grammar;

use args::{Arguments, Command, Shared};
use page::Page;

use crate::lsp::{self, End};

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing at or above `--fail-on`.
    Clean,
    /// Findings, or failed examples; an editor that left the language server without a word.
    Findings,
    /// Something could not be done; it has been reported.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Clean => 0,
            Outcome::Findings => 1,
            Outcome::Failed => 2,
        })
    }
}

/// Why the work could not be done at all.
#[derive(Debug)]
enum Failure {
    /// What is wrong, and the way out.
    Said(String),
    /// The configuration is wrong; the error shows where.
    Config(ConfigError),
    /// The report could not be written.
    Output(io::Error),
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Said(message) => write!(out, "error: {message}"),
            Self::Config(error) => error.fmt(out),
            Self::Output(error) => write!(out, "error: the report can not be written: {error}"),
        }
    }
}

/// Runs the program.
pub fn run() -> ExitCode {
    bug::keep_drafts_out_of_panics();
    let asked: Vec<_> = std::env::args_os().skip(1).collect();
    if asked == ["--version", "--verbose"] || asked == ["--verbose", "--version"] {
        return tell_version();
    }
    let arguments = Arguments::parse();
    match bug::caught(|| obey(&arguments)).unwrap_or_else(|bug| Err(Failure::Said(bug))) {
        Ok(outcome) => outcome.into(),
        // Whoever reads the report has closed the pipe: enough was read.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Outcome::Clean.into(),
        Err(failure) => {
            complain(&failure);
            Outcome::Failed.into()
        }
    }
}

fn obey(arguments: &Arguments) -> Result<Outcome, Failure> {
    let shared = &arguments.shared;
    let page = || Page::new(shared.color);
    match &arguments.command {
        None => check::run(&arguments.check, shared),
        Some(Command::Explain { lint, format }) => explain::run(lint, *format, shared, page()),
        Some(Command::Lints { format }) => catalogue::run(*format, shared, page()),
        Some(Command::Init) => init::run(page()),
        Some(Command::Hook { command }) => hook::run(command, page()),
        Some(Command::Completions { shell }) => install::completions(*shell, page()),
        Some(Command::Man { command }) => install::man(command.as_deref(), page()),
        Some(Command::Test { path }) => own_lints::run(path, page()),
        Some(Command::Watch(orders)) => watch::run(orders, shared, page()),
        Some(Command::Lsp { .. }) => serve(shared),
    }
}

/// The version, and what else is built in.
fn tell_version() -> ExitCode {
    let grammar = if grammar::IS_BUILT_IN {
        grammar::NOTICE
    } else {
        "grammar: not built in"
    };
    let told = writeln!(
        io::stdout(),
        "essaylint {}\nlicense: {}\n{grammar}",
        env!("CARGO_PKG_VERSION"),
        env!("CARGO_PKG_LICENSE")
    );
    match told {
        Ok(()) => Outcome::Clean.into(),
        Err(_) => Outcome::Failed.into(),
    }
}

/// Serves an editor until one of the two goes away.
fn serve(shared: &Shared) -> Result<Outcome, Failure> {
    match lsp::run(shared) {
        End::Agreed => Ok(Outcome::Clean),
        End::Left => {
            complain(&"error: the editor went away without saying goodbye (shutdown, then exit)");
            Ok(Outcome::Findings)
        }
        End::Broken(broken) => Err(Failure::Said(broken.to_string())),
    }
}

/// Tells an error to the person at the terminal. There is no one to tell if that fails.
fn complain(error: &dyn fmt::Display) {
    let _ = writeln!(io::stderr(), "{error}");
}
