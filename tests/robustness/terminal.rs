//! Nothing in a draft, a path, a configuration or a lint moves the cursor, changes colours or turns a line around, in any format for
//! people.

use std::fs;
use std::process::Command;

use crate::program::{Ran, folder_with, measure, path, run};

/// What steers: to the start of a line, a colour, a title of the window, a link, a clean screen, an answer of the terminal, backwards.
const STEERS: &str = "\r\u{1b}[31m\u{1b}]0;x\u{7}\u{1b}]8;;http://x\u{1b}\\\u{9b}2J\u{5}\u{8}\u{7f}\u{202e}\u{2066}\u{200f}\u{61c}\u{2028}\u{85}";

fn is_steady(ran: &Ran, about: &str) {
    for (stream, text) in [("output", ran.said()), ("errors", ran.errors.clone())] {
        let found = text.chars().find(|&c| {
            (c.is_control() && c != '\n')
                || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        });
        assert!(found.is_none(), "{about}: {found:?} in the {stream}: {text:?}");
    }
}

/// A draft in which all that is quoted, shown and changed steers.
fn draft() -> String {
    format!(
        "# A {STEERS} head\n\nMy dean {STEERS} never told me. At [Cen{STEERS}ter] I saw  one {STEERS}\u{2014}case. \
         I failed Step 1 in 2021 by only four points. I was on {STEERS} leave in 2022.\n\n<!-- essaylint-ignore pl{STEERS}aceholder: x -->\n\nI passed the the{STEERS} exam.\n"
    )
    .replace('\r', "")
}

#[test]
fn no_format_for_people_lets_a_draft_steer() {
    let folder = folder_with("a.md", draft().as_bytes());
    let formats: [&[&str]; 6] = [
        &["--format", "text"],
        &["--format", "short"],
        &["--format", "html"],
        &["--statistics"],
        &["--diff", "--fix=review"],
        &["--diff"],
    ];
    for arguments in formats {
        let ran = run(folder.path(), &[&["a.md"], arguments].concat());
        assert_eq!(ran.status, Some(1), "{arguments:?}: {}", ran.errors);
        is_steady(&ran, &format!("{arguments:?}"));
        if arguments[0] != "--statistics" {
            assert!(
                ran.said().contains("\\u{1b}") || ran.said().contains("\\u{202e}"),
                "{arguments:?} shows it"
            );
        }
    }
    let ran = run(folder.path(), &["a.md"]);
    ran.tell(
        "a draft that steers the terminal",
        "colours, titles, links, bidi overrides in all that is quoted",
        "shown by number in each format for people",
    );
}

#[test]
fn programs_get_what_steers_as_their_formats_write_it() {
    let folder = folder_with("a.md", draft().as_bytes());
    for arguments in [
        &["--format", "json", "--story"][..],
        &["--format", "jsonl"],
        &["--format", "sarif"],
        &["--format", "rdjsonl"],
        &["--format", "vale"],
        &["--format", "github"],
    ] {
        let ran = run(folder.path(), &[&["a.md"], arguments].concat());
        assert_eq!(ran.status, Some(1), "{arguments:?}: {}", ran.errors);
        let control = ran
            .said()
            .chars()
            .find(|&c| c.is_control() && c != '\n' && c != '\u{7f}' && !('\u{80}'..='\u{9f}').contains(&c));
        assert!(control.is_none(), "{arguments:?}: {control:?}");
    }
}

#[test]
fn no_path_steers() {
    let name = "a\u{1b}[31m\u{202e}\u{7}\n.md";
    let folder = folder_with(name, draft().as_bytes());
    fs::write(folder.path().join("b\u{1b}[2J.md"), b"\xff").unwrap();
    for arguments in [
        &["--format", "text"][..],
        &["--format", "short"],
        &["--format", "html"],
        &["--diff"],
        &["no\u{1b}[31m\u{202e}.md"],
        &["--output", "no\u{1b}[31m/\u{202e}", "--format", "html"],
        &["--stdin-filename", "x\u{1b}[31m.md", "-"],
        &["--select", "no\u{1b}[31m\u{202e}"],
        &["--config", "no\u{1b}[31m\u{202e}.toml"],
        &["--baseline", "no\u{1b}[31m\u{202e}.json"],
        &["explain", "no\u{1b}[31m\u{202e}"],
        &["test", "no\u{1b}[31m\u{202e}"],
        &["watch", "no\u{1b}[31m\u{202e}.md"],
    ] {
        let mut program = Command::new(path());
        is_steady(
            &measure(program.current_dir(folder.path()).args(arguments)),
            &format!("{arguments:?}"),
        );
    }
    let ran = run(folder.path(), &["--write-baseline"]);
    is_steady(&ran, "--write-baseline");
    let ran = run(folder.path(), &["--fix"]);
    is_steady(&ran, "--fix");
}

#[test]
fn no_configuration_and_no_lint_steers() {
    let steers = "\\u001b[31m\\u202e\\u0007";
    let folder = folder_with("a.md", b"We leverage it.\n");
    let configs = [
        format!("\"{steers}\" = 1\n"),
        format!("fail-on = \"{steers}\"\n"),
        format!("[lints]\n\"{steers}\" = \"off\"\n"),
        format!("[words]\n\"{steers}\" = [\"a\"]\n"),
        format!("[words]\nexam = [\"@{steers} a\"]\n"),
        format!("[[documents]]\nglob = \"[{steers}\"\nkind = \"experience\"\n"),
        format!("[[documents]]\nglob = \"a\"\nkind = \"{steers}\"\n"),
        format!("phrases = \"{steers}\"\n"),
        format!("baseline = \"{steers}/\\n\"\n"),
        "fail-on = \"\u{202e}\u{2066}\"\n".to_owned(),
        "# \u{1b}[31m\n\u{202e} = \u{7}\n".to_owned(),
    ];
    for config in configs {
        fs::write(folder.path().join("essaylint.toml"), &config).unwrap();
        let mut program = Command::new(path());
        let ran = measure(program.current_dir(folder.path()).arg("a.md"));
        assert!(ran.status.is_some(), "{config}");
        is_steady(&ran, &config);
    }
    fs::write(folder.path().join("essaylint.toml"), "phrases = \"own\"\n").unwrap();
    fs::create_dir(folder.path().join("own")).unwrap();
    let lint = format!(
        "id = \"buzz\"\ngroup = \"mine\"\nseverity = \"error\"\nscope = \"passage\"\nkinds = [\"personal-statement\"]\nmessage = \"m {steers} {{words}}\"\n\
         help = \"h {steers}\"\nwhy = \"w {steers}\"\ntemplate = \"t {steers}\"\nphrases = [\"leverage\"]\n\n[[rewrite]]\nfrom = \"leverage\"\nto = \"u {steers}\"\n\n\
         [[example]]\nkind = \"personal-statement\"\nfires = true\ntext = \"We «{steers} leverage» it.\"\n"
    );
    fs::write(folder.path().join("own/buzz.toml"), lint).unwrap();
    for arguments in [
        &["a.md"][..],
        &["a.md", "--format", "html"],
        &["a.md", "--format", "short"],
        &["a.md", "--diff", "--fix=review"],
        &["explain", "buzz"],
        &["lints"],
        &["test", "own"],
    ] {
        let mut program = Command::new(path());
        let ran = measure(program.current_dir(folder.path()).args(arguments));
        assert!(
            ran.status.is_some() && !ran.errors.contains("bug"),
            "{arguments:?}: {}",
            ran.errors
        );
        is_steady(&ran, &format!("{arguments:?}"));
    }
}
