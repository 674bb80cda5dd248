//! `essaylint explain LINT`: why a lint speaks, what to do, and texts on which it speaks and is quiet.

use std::io;

use codespan_reporting::term::termcolor::{Color, ColorSpec, WriteColor};
use textwrap::Options;

use essaylint::lints::finding::Confidence;
use essaylint::lints::lint::{Example, Lint};
use essaylint::report::{one_line, spoken};
use essaylint::story::decision::Decision;

use super::args::{ListFormat, Shared};
use super::page::Page;
use super::{Failure, Outcome, catalogue, project};

/// Explains the lint called `name`, or lists those of the group that is called so.
pub(super) fn run(name: &str, format: ListFormat, shared: &Shared, mut page: Page) -> Result<Outcome, Failure> {
    let rules = project::rules_here(shared)?;
    let lint = rules.lints().iter().find(|lint| lint.id == name);
    let group: Vec<&Lint> = rules.lints().iter().filter(|lint| lint.group == name).collect();
    match (lint, format) {
        (Some(lint), ListFormat::Text) => explain(lint, page.width, &mut page.out)?,
        (Some(lint), ListFormat::Json) => catalogue::print_entry(lint, &mut page.out)?,
        (None, _) if group.is_empty() => return Err(project::unknown(name, &rules)),
        (None, ListFormat::Text) => catalogue::table(&group, page.width, &mut page.out)?,
        (None, ListFormat::Json) => catalogue::print_json(&group, &mut page.out)?,
    }
    page.turn()?;
    Ok(Outcome::Clean)
}

fn explain(lint: &Lint, width: usize, out: &mut dyn WriteColor) -> io::Result<()> {
    let kinds: Vec<&str> = lint.kinds.iter().map(|kind| kind.name()).collect();
    out.set_color(ColorSpec::new().set_bold(true))?;
    write!(out, "{}", one_line(&lint.id))?;
    out.reset()?;
    writeln!(out, " ({}, {})", one_line(&lint.group), lint.severity)?;
    filled(&spoken(&lint.message), width, out)?;
    part("why", &lint.why, width, out)?;
    part("what to do", &lint.help, width, out)?;
    let article = format!("\"{}\"", lint.article);
    part(
        "in the words of the article",
        if lint.article.is_empty() { "" } else { &article },
        width,
        out,
    )?;
    part("a way to write it", &lint.template, width, out)?;
    part("looks at", &kinds.join(", "), width, out)?;
    part("how sure it is", &how_sure(lint), width, out)?;
    if !lint.thresholds.is_empty() {
        heading("numbers that essaylint.toml can change", out)?;
        for (name, value) in lint.thresholds.iter() {
            writeln!(out, "  {} = {value}", one_line(name))?;
        }
    }
    for (fires, name) in [(true, "speaks on"), (false, "is quiet on")] {
        let examples: Vec<&Example> = lint.examples.iter().filter(|example| example.fires == fires).collect();
        if !examples.is_empty() {
            heading(name, out)?;
        }
        for (number, example) in examples.into_iter().enumerate() {
            if number > 0 {
                writeln!(out)?;
            }
            print_example(example, width, out)?;
        }
    }
    Ok(())
}

/// At which chance a lint speaks, and when its findings are of high confidence.
pub(crate) fn how_sure(lint: &Lint) -> String {
    let percent = |name: &str| {
        let number = lint.thresholds.iter().find(|(known, _)| known == name);
        number.map(|(_, chance)| format!("{:.0}%", chance * 100.0))
    };
    let speaks = match percent("certainty") {
        Some(certainty) if Decision::named(&lint.id).is_some() => {
            format!("It speaks when it is at least {certainty} likely to be right. ")
        }
        Some(certainty) => format!("It speaks when what it looks for is at least {certainty} likely. "),
        None => String::new(),
    };
    let sure = match (lint.confidence, percent("high")) {
        (Some(Confidence::High), _) => "Its findings are of high confidence.".to_owned(),
        (None, Some(high)) => format!(
            "From {high} on a finding is of high confidence: of such findings on essays by writers that essaylint had not \
             read before, about nine in ten were right. All others are of medium confidence."
        ),
        _ => "Its findings are of medium confidence: more than one in ten may be wrong.".to_owned(),
    };
    let softer = match lint.medium {
        Some(severity) => format!(" One of medium confidence is a {severity}."),
        None => String::new(),
    };
    speaks + &sure + &softer
}

fn heading(name: &str, out: &mut dyn WriteColor) -> io::Result<()> {
    writeln!(out)?;
    out.set_color(ColorSpec::new().set_bold(true))?;
    write!(out, "{name}")?;
    out.reset()?;
    writeln!(out)
}

fn part(name: &str, text: &str, width: usize, out: &mut dyn WriteColor) -> io::Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    heading(name, out)?;
    filled(text, width, out)
}

fn filled(text: &str, width: usize, out: &mut dyn WriteColor) -> io::Result<()> {
    let options = Options::new(width).initial_indent("  ").subsequent_indent("  ");
    writeln!(out, "{}", textwrap::fill(&one_line(text), options))
}

/// Prints an example: its marked words in colour, or between `«` and `»` where there is none.
fn print_example(example: &Example, width: usize, out: &mut dyn WriteColor) -> io::Result<()> {
    writeln!(out, "  [{}]", example.kind)?;
    let mut marked = ColorSpec::new();
    marked.set_fg(Some(Color::Yellow)).set_underline(true);
    let with_color = out.supports_color();
    let mut inside = false;
    for paragraph in example.text.split("\n\n") {
        for line in textwrap::wrap(&one_line(paragraph), width.saturating_sub(2).max(20)) {
            write!(out, "  ")?;
            for piece in line.split_inclusive(['«', '»']) {
                if inside && with_color {
                    out.set_color(&marked)?;
                }
                let words = piece.trim_end_matches(['«', '»']);
                write!(out, "{}", if with_color { words } else { piece })?;
                out.reset()?;
                inside = match piece.chars().last() {
                    Some('«') => true,
                    Some('»') => false,
                    _ => inside,
                };
            }
            writeln!(out)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use codespan_reporting::term::termcolor::{Ansi, NoColor};
    use essaylint::lints::catalogue;

    fn explained(id: &str, width: usize) -> String {
        let lint = catalogue().iter().find(|lint| lint.id == id).unwrap();
        let mut out = NoColor::new(Vec::new());
        explain(lint, width, &mut out).unwrap();
        String::from_utf8(out.into_inner()).unwrap()
    }

    #[test]
    fn every_lint_is_explained_in_the_width_of_the_terminal() {
        for lint in catalogue() {
            let text = explained(&lint.id, 60);
            assert!(text.contains("why") && text.contains("is quiet on"), "{}", lint.id);
            for line in text.lines() {
                assert!(textwrap::core::display_width(line) <= 60, "{}: {line}", lint.id);
            }
        }
    }

    #[test]
    fn marked_words_are_coloured_over_line_ends() {
        let example = Example {
            kind: essaylint::source::Kind::Experience,
            text: "one «two three four five six seven» eight".into(),
            fires: true,
        };
        let mut out = Ansi::new(Vec::new());
        print_example(&example, 24, &mut out).unwrap();
        let text = String::from_utf8(out.into_inner()).unwrap();
        assert!(!text.contains('«'));
        assert_eq!(text.matches("\u{1b}[33m").count(), 2, "{text:?}");
    }
}
