//! What can be said on the command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use essaylint::lints::finding::Confidence;
use essaylint::report::Format;
use essaylint::source::Kind;

use super::project::FailOn;

/// Reads residency application essays and reports what a careful adviser would.
#[derive(Debug, Parser)]
#[command(
    name = "essaylint",
    version,
    args_conflicts_with_subcommands = true,
    subcommand_help_heading = "Commands",
    override_usage = "essaylint [OPTIONS] [PATH]...\n       essaylint <COMMAND>",
    after_help = "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 the work could not be done.\n\
                  Nothing leaves your machine, and nothing is written that you did not ask for."
)]
pub struct Arguments {
    /// What to do instead of linting.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What to lint, and how.
    #[command(flatten)]
    pub check: Check,
    /// What all commands share.
    #[command(flatten)]
    pub shared: Shared,
}

/// What essaylint does besides linting.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Tell why a lint speaks, what to do, and show examples
    Explain {
        /// The lint
        lint: String,
    },
    /// List all lints
    Lints {
        /// How to print them
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        format: ListFormat,
    },
    /// Write a commented essaylint.toml into the current folder
    Init,
    /// Run the examples in the files of own lints
    Test {
        /// A lint file, or a folder of them
        path: PathBuf,
    },
    /// Serve an editor: the language server, over standard input and output
    Lsp {
        /// Said by some editors; there is no other way
        #[arg(long, hide = true)]
        stdio: bool,
    },
}

/// Options of all commands.
#[derive(Debug, Args)]
pub struct Shared {
    /// Read this configuration instead of the essaylint.toml that stands nearest above each file
    #[arg(long, value_name = "FILE", global = true, conflicts_with = "isolated")]
    pub config: Option<PathBuf>,
    /// Read no configuration
    #[arg(long, global = true)]
    pub isolated: bool,
    /// When to use colors (NO_COLOR and CLICOLOR_FORCE count too)
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub color: ColorWhen,
}

/// What to lint, and how.
#[derive(Debug, Args)]
pub struct Check {
    /// Files or folders; '-' is standard input [default: the current folder]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Lint standard input under this name
    #[arg(long, value_name = "PATH")]
    pub stdin_filename: Option<PathBuf>,
    /// The kind of all documents, whatever they or their names say
    #[arg(long, value_parser = kind())]
    pub kind: Option<Kind>,
    /// How to report
    #[arg(long, value_parser = format(), default_value = "text")]
    pub format: Format,
    /// Write the report to a file
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Lint with these lints or groups only
    #[arg(long, value_name = "LINT", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Leave out these lints or groups
    #[arg(long, value_name = "LINT", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// The mildest findings that make the exit status 1 [default: warning]
    #[arg(long, value_name = "SEVERITY", value_parser = fail_on())]
    pub fail_on: Option<FailOn>,
    /// Leave out findings that are less sure than this [default: medium]
    #[arg(long, value_name = "CONFIDENCE", value_parser = confidence())]
    pub min_confidence: Option<Confidence>,
    /// Leave out files that a folder walk would leave out, even if they are named
    #[arg(long)]
    pub force_exclude: bool,
    /// How many drafts to lint at a time [default: one for each core]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    pub jobs: Option<u16>,
    /// Add to the JSON how each sentence was read, and the cues that said so
    #[arg(long)]
    pub story: bool,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorWhen {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How to list lints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// A table.
    Text,
    /// Everything, for programs.
    Json,
}

fn kind() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::ALL.map(Kind::name)).try_map(|name| name.parse::<Kind>())
}

fn format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::name)).try_map(|name| name.parse::<Format>())
}

fn confidence() -> impl TypedValueParser<Value = Confidence> {
    PossibleValuesParser::new(Confidence::NAMES).try_map(|name| name.parse::<Confidence>())
}

fn fail_on() -> impl TypedValueParser<Value = FailOn> {
    PossibleValuesParser::new(FailOn::NAMES).try_map(|name| name.parse::<FailOn>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn lists_are_taken_in_commas_and_again() {
        let read = Arguments::try_parse_from(["essaylint", "--select", "blame,draft", "--select", "cliche"]).unwrap();
        assert_eq!(read.check.select, ["blame", "draft", "cliche"]);
    }

    #[test]
    fn a_path_may_be_called_like_a_command_after_an_option() {
        let read = Arguments::try_parse_from(["essaylint", "--kind", "experience", "lints"]).unwrap();
        assert!(read.command.is_none());
        assert_eq!(read.check.paths, [PathBuf::from("lints")]);
    }
}
