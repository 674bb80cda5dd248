//! What can be said on the command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, FromArgMatches, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

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
        /// How to print it
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        format: ListFormat,
    },
    /// List all lints
    Lints {
        /// How to print them
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        format: ListFormat,
    },
    /// Write a commented essaylint.toml into the current folder
    Init,
    /// Lint drafts before each commit: a plain git hook, for those who use no framework for hooks
    Hook {
        /// What to do with it
        #[command(subcommand)]
        command: HookCommand,
    },
    /// Run the examples in the files of own lints
    Test {
        /// A lint file, or a folder of them
        path: PathBuf,
    },
    /// Print what lets a shell complete the arguments of essaylint
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the man page of essaylint, or of one of its commands
    Man {
        /// The command
        command: Option<String>,
    },
    /// Show a draft as a page on this machine, which follows what you save
    Watch(Watch),
    /// Serve an editor: the language server, over standard input and output
    Lsp {
        /// Said by some editors; there is no other way
        #[arg(long, hide = true)]
        stdio: bool,
    },
}

/// What to do with the hook.
#[derive(Debug, Subcommand)]
pub enum HookCommand {
    /// Put it into this repository; a hook that is already there is left as it is
    Install,
    /// Take it away; a hook that is not essaylint's is left as it is
    Uninstall,
}

/// What to watch, and how.
#[derive(Debug, Args)]
pub struct Watch {
    /// The draft
    pub draft: PathBuf,
    /// The port on 127.0.0.1 [default: one that is free]
    #[arg(long, value_name = "PORT", value_parser = clap::value_parser!(u16).range(1..))]
    pub port: Option<u16>,
    /// Open the page in your browser
    #[arg(long)]
    pub open: bool,
    /// The kind of the document, whatever it or its name says
    #[arg(long, value_parser = kind())]
    pub kind: Option<Kind>,
    /// Lint with these lints or groups only
    #[arg(long, value_name = "LINT", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Leave out these lints or groups
    #[arg(long, value_name = "LINT", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Leave out findings that are less sure than this [default: medium]
    #[arg(long, value_name = "CONFIDENCE", value_parser = confidence())]
    pub min_confidence: Option<Confidence>,
    /// Look at grammar with a language engine, too
    #[arg(long)]
    pub grammar: bool,
}

impl Watch {
    /// The same as linting is told it.
    ///
    /// # Errors
    /// Never, as long as linting can be told nothing.
    pub fn check(&self) -> Result<Check, clap::Error> {
        let nothing = Check::augment_args(clap::Command::new("check")).try_get_matches_from(["check"])?;
        Ok(Check {
            paths: vec![self.draft.clone()],
            kind: self.kind,
            select: self.select.clone(),
            ignore: self.ignore.clone(),
            min_confidence: self.min_confidence,
            grammar: self.grammar,
            ..Check::from_arg_matches(&nothing)?
        })
    }
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
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Check {
    /// Files or folders; '-' is standard input [default: the current folder]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Lint standard input under this name
    #[arg(long, value_name = "PATH")]
    pub stdin_filename: Option<PathBuf>,
    /// Lint what is staged in git for the next commit, not the files as they are
    #[arg(long, conflicts_with_all = ["stdin_filename", "fix"])]
    pub staged: bool,
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
    /// Look at grammar with a language engine, too: that takes a second more
    #[arg(long)]
    pub grammar: bool,
    /// Leave out files that a folder walk would leave out, even if they are named
    #[arg(long)]
    pub force_exclude: bool,
    /// How many drafts to lint at a time [default: one for each core]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    pub jobs: Option<u16>,
    /// What to change in the drafts.
    #[command(flatten)]
    pub mend: Mend,
    /// What the author lives with.
    #[command(flatten)]
    pub known: Known,
    /// Count the findings of each lint instead of showing them
    #[arg(long, conflicts_with = "diff")]
    pub statistics: bool,
    /// Add to the JSON how each sentence was read, and the cues that said so
    #[arg(long)]
    pub story: bool,
}

/// What to change in the drafts.
#[derive(Debug, Args)]
pub struct Mend {
    /// Mend the drafts: "safe" makes the mechanical edits, "review" asks about each of the others
    #[arg(long, value_name = "WHICH", num_args = 0..=1, require_equals = true, default_missing_value = "safe")]
    pub fix: Option<Fix>,
    /// Show as a diff what --fix (or --fix=review, if all is accepted) would change, and write nothing
    #[arg(long)]
    pub diff: bool,
}

/// The findings that the author lives with.
#[derive(Debug, Args)]
pub struct Known {
    /// Leave out the findings in this baseline [default: the essaylint-baseline.json beside the essaylint.toml]
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Write all findings into the baseline, so that only new ones are reported
    #[arg(long, conflicts_with_all = ["fix", "diff", "statistics", "output"])]
    pub write_baseline: bool,
}

impl Mend {
    /// The fixes to make, or to show.
    pub fn wanted(&self) -> Option<Fix> {
        self.fix.or(self.diff.then_some(Fix::Safe))
    }
}

/// Which fixes to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Fix {
    /// Mechanical edits.
    Safe,
    /// Wordings to accept or change, one by one.
    Review,
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
    fn a_path_after_fix_is_a_path() {
        let read = Arguments::try_parse_from(["essaylint", "--fix", "review"]).unwrap();
        assert_eq!(read.check.mend.fix, Some(Fix::Safe));
        assert_eq!(read.check.paths, [PathBuf::from("review")]);
        let read = Arguments::try_parse_from(["essaylint", "--fix=review", "a.md"]).unwrap();
        assert_eq!(read.check.mend.fix, Some(Fix::Review));
    }

    #[test]
    fn watching_lints_as_linting_does() {
        let read = Arguments::try_parse_from(["essaylint", "watch", "a.md", "--ignore", "cliche"]).unwrap();
        let Some(Command::Watch(watch)) = read.command else {
            panic!("{read:?}")
        };
        let check = watch.check().unwrap();
        assert_eq!(
            (check.paths, check.ignore),
            (vec!["a.md".into()], vec!["cliche".to_owned()])
        );
        assert_eq!(check.format, Format::Text);
    }

    #[test]
    fn a_path_may_be_called_like_a_command_after_an_option() {
        let read = Arguments::try_parse_from(["essaylint", "--kind", "experience", "lints"]).unwrap();
        assert!(read.command.is_none());
        assert_eq!(read.check.paths, [PathBuf::from("lints")]);
    }
}
