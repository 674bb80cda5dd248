//! Any text as a draft of any kind, in each format.

use codespan_reporting::term::termcolor::NoColor;
use essaylint::lints::catalogue;
use essaylint::report::{ByDraft, FileReport, Run, diff, html, json, sarif, statistics, vale};
use essaylint::settings::Settings;

use super::{Case, is_sound};

/// Lints the draft twice, and prints it in the format that the first byte chooses.
pub fn run(data: &[u8]) {
    let Some(case) = Case::of(data) else { return };
    let settings = Settings::default();
    let linted = case.lint(case.text, &settings);
    is_sound(&linted);
    assert_eq!(
        linted.findings,
        case.lint(case.text, &settings).findings,
        "twice is not alike"
    );
    let run = Run {
        files: vec![FileReport::new(linted, &settings.rules)],
        errors: Vec::new(),
    };
    let (printed, is_for_people) = print(&run, case.choice, case.text);
    let printed = String::from_utf8(printed).unwrap_or_else(|_| panic!("a report is no UTF-8"));
    assert!(
        !is_for_people || !printed.contains(steers),
        "a draft steers the terminal"
    );
}

fn print(run: &Run, choice: u8, draft: &str) -> (Vec<u8>, bool) {
    let width = 20 + usize::from(choice) * 4;
    let lints: Vec<_> = catalogue().iter().collect();
    let mut out = NoColor::new(Vec::new());
    let done = match choice % 11 {
        0 => ByDraft::Text.print(run, width, &mut out),
        1 => ByDraft::Short.print(run, width, &mut out),
        2 => html::print(run, &mut out),
        3 => statistics::print(run, &mut out),
        // A byte order mark stays in a diff, and so do line ends.
        4 => diff::words(draft, &draft.replace(' ', "  "), &mut out),
        5 => json::print(run, true, &mut out),
        6 => ByDraft::Jsonl.print(run, width, &mut out),
        7 => sarif::print(run, &lints, &mut out),
        8 => ByDraft::Github.print(run, width, &mut out),
        9 => ByDraft::Rdjsonl.print(run, width, &mut out),
        _ => vale::print(run, &mut out),
    };
    if let Err(error) = done {
        panic!("memory can be written to: {error}");
    }
    (out.into_inner(), choice % 11 < 5)
}

/// Whether a character moves the cursor or turns the line around.
fn steers(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
