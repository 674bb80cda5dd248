//! Every format tells the same places: each printed position is led back to the file by rules that are written here anew, and
//! must meet the words of the finding.

#![allow(clippy::unwrap_used, reason = "a test fails by them")]

use codespan_reporting::term::termcolor::NoColor;
use essaylint::lints::catalogue;
use essaylint::lints::lint::Lint;
use essaylint::report::{ByDraft, FileReport, Run, json, sarif, vale};
use essaylint::settings::Settings;
use essaylint::source::{KindSayings, Source, Syntax};
use proptest::prelude::*;
use serde_json::Value;

/// The starts and the texts of all lines, without line ends.
fn lines(text: &str) -> Vec<(usize, &str)> {
    let mut lines = Vec::new();
    let mut start = 0;
    while let Some(length) = text[start..].find(['\r', '\n']) {
        lines.push((start, &text[start..start + length]));
        start += length
            + if text[start + length..].starts_with("\r\n") {
                2
            } else {
                1
            };
    }
    lines.push((start, &text[start..]));
    lines
}

/// The byte at a line and a column of Unicode scalar values, both from 1; a byte order mark takes no column.
fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let (start, line) = lines(text)[line - 1];
    let mark = if start == 0 && line.starts_with('\u{feff}') {
        3
    } else {
        0
    };
    let mut bytes = line[mark..].char_indices().map(|(at, _)| at).chain([line.len() - mark]);
    start + mark + bytes.nth(column - 1).unwrap()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn printed(print: impl FnOnce(&mut NoColor<Vec<u8>>)) -> String {
    let mut out = NoColor::new(Vec::new());
    print(&mut out);
    String::from_utf8(out.into_inner()).unwrap()
}

fn run(text: &str) -> Run {
    let settings = Settings::default();
    let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
    Run {
        files: vec![FileReport::new(essaylint::lint(source, &settings), &settings.rules)],
        errors: Vec::new(),
    }
}

/// A text that is no front matter, of pieces in which lints find something and positions go wrong.
fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "At [Program Name] I saw 9 cases. ",
        "[City\r\nName]",
        "I\u{2019}d like to train at [x]. ",
        "\u{201c}Yes\u{201d} \u{2014} he said\u{2026} ",
        "I failed Step 1 in June 2021. ",
        "Mistakes were made. ",
        "I was only two points short, like everybody else. ",
        "**I passed** in May 2022. ",
        "José 😀 e\u{301} 👩\u{200d}⚕️ ",
        "\u{202e}\u{200f}",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "\r\n\r\n",
        "- ",
        "> ",
        "# ",
        "\t",
        "<!-- essaylint-ignore blame: x -->",
        "MRN 12345678 ",
        "我没有通过。",
    ];
    let made = prop::collection::vec(prop::sample::select(pieces.to_vec()), 1..14).prop_map(|pieces| pieces.concat());
    (any::<bool>(), made).prop_map(|(mark, text)| if mark { format!("\u{feff}{text}") } else { text })
}

/// The spans of the findings of the only file, in bytes.
fn spans(run: &Run) -> Vec<(usize, usize)> {
    run.findings()
        .map(|finding| (finding.span.start(), finding.span.end()))
        .collect()
}

fn of_lines<'t>(printed: &'t str, place: impl Fn(Value) -> Option<(usize, usize)> + 't) -> Vec<(usize, usize)> {
    printed
        .lines()
        .filter_map(|line| place(serde_json::from_str(line).unwrap()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn short_leads_to_the_words(text in text()) {
        let run = run(&text);
        let printed = printed(|out| ByDraft::Short.print(&run, 80, out).unwrap());
        let starts: Vec<usize> = printed.lines().map(|line| {
            let mut parts = line.split(':').skip(1).map(|part| part.parse().unwrap());
            byte_at(&text, parts.next().unwrap(), parts.next().unwrap())
        }).collect();
        prop_assert_eq!(starts, spans(&run).into_iter().map(|(start, _)| start).collect::<Vec<_>>());
    }

    #[test]
    fn json_and_its_lines_lead_to_the_words(text in text()) {
        let run = run(&text);
        let wanted = spans(&run);
        let place = |found: &Value| {
            let end = |name: &str| {
                let at = &found["span"][name];
                let byte = byte_at(&text, number(&at["line"]), number(&at["column"]));
                assert_eq!(byte, number(&at["byte"]));
                let (start, line) = lines(&text)[number(&at["line"]) - 1];
                let before = line[..byte - start].trim_start_matches('\u{feff}');
                assert_eq!(before.encode_utf16().count(), number(&at["utf16"]));
                byte
            };
            (end("start"), end("end"))
        };
        let lines = printed(|out| ByDraft::Jsonl.print(&run, 80, out).unwrap());
        let found = of_lines(&lines, |line| (line["type"] == "finding").then(|| place(&line)));
        prop_assert_eq!(&found, &wanted);
        let whole = printed(|out| json::print(&run, false, out).unwrap());
        let whole: Value = serde_json::from_str(&whole).unwrap();
        let found: Vec<_> = whole["files"][0]["diagnostics"].as_array().unwrap().iter().map(place).collect();
        prop_assert_eq!(&found, &wanted);
    }

    #[test]
    fn sarif_leads_to_the_words(text in text()) {
        let run = run(&text);
        let lints: Vec<&Lint> = catalogue().iter().collect();
        let document = printed(|out| sarif::print(&run, &lints, out).unwrap());
        let document: Value = serde_json::from_str(&document).unwrap();
        let results = document["runs"][0]["results"].as_array().unwrap();
        let found: Vec<_> = results.iter().map(|result| {
            let region = &result["locations"][0]["physicalLocation"]["region"];
            let end = |line: &str, column: &str| byte_at(&text, number(&region[line]), number(&region[column]));
            let rule = &document["runs"][0]["tool"]["driver"]["rules"][number(&result["ruleIndex"])];
            assert_eq!(rule["id"], result["ruleId"]);
            (end("startLine", "startColumn"), end("endLine", "endColumn"))
        }).collect();
        prop_assert_eq!(found, spans(&run));
        let prints: std::collections::BTreeSet<String> = results
            .iter()
            .map(|result| format!("{}{}", result["ruleId"], result["partialFingerprints"]))
            .collect();
        prop_assert_eq!(prints.len(), results.len(), "no two results are one to GitHub");
    }

    #[test]
    fn rdjsonl_counts_bytes(text in text()) {
        let run = run(&text);
        let printed = printed(|out| ByDraft::Rdjsonl.print(&run, 80, out).unwrap());
        let found = of_lines(&printed, |line| {
            let end = |name: &str| {
                let at = &line["location"]["range"][name];
                lines(&text)[number(&at["line"]) - 1].0 + number(&at["column"]) - 1
            };
            Some((end("start"), end("end")))
        });
        prop_assert_eq!(found, spans(&run));
    }

    #[test]
    fn vale_shows_the_words_of_the_first_line(text in text()) {
        let run = run(&text);
        let document = printed(|out| vale::print(&run, out).unwrap());
        let document: Value = serde_json::from_str(&document).unwrap();
        let none = Vec::new();
        let alerts = document["t.md"].as_array().unwrap_or(&none);
        prop_assert_eq!(alerts.len(), run.findings().count());
        for (alert, (start, end)) in alerts.iter().zip(spans(&run)) {
            let first = byte_at(&text, number(&alert["Line"]), number(&alert["Span"][0]));
            let (at, line) = lines(&text)[number(&alert["Line"]) - 1];
            prop_assert_eq!(first, start);
            prop_assert_eq!(&text[start..end.min(at + line.len())], alert["Match"].as_str().unwrap());
            let columns = number(&alert["Span"][1]) + 1 - number(&alert["Span"][0]);
            prop_assert_eq!(columns, text[start..end.min(at + line.len())].chars().count().max(1));
        }
    }

    #[test]
    fn github_leads_to_the_words(text in text()) {
        let run = run(&text);
        let printed = printed(|out| ByDraft::Github.print(&run, 80, out).unwrap());
        prop_assert_eq!(printed.lines().count(), run.findings().count());
        for (line, (start, end)) in printed.lines().zip(spans(&run)) {
            let properties = line.split("::").nth(1).unwrap();
            let value = |name: &str| {
                let mut parts = properties.split([',', ' ']);
                parts.find_map(|part| part.strip_prefix(name)?.strip_prefix('=')).map(|value| value.parse::<usize>().unwrap())
            };
            let one_line = value("line") == value("endLine");
            prop_assert_eq!(value("col").is_some(), one_line);
            if let (Some(first), Some(last)) = (value("col"), value("endColumn")) {
                prop_assert_eq!(byte_at(&text, value("line").unwrap(), first), start);
                prop_assert_eq!(byte_at(&text, value("endLine").unwrap(), last), end);
            }
        }
    }
}
