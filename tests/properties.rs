//! What holds for every text: spans lie in the file and on its characters, words read as themselves, nothing panics.

use essaylint::draft::Draft;
use essaylint::lints::finding::Finding;
use essaylint::prose::{Gap, Prose, fold_letters};
use essaylint::report::{FileReport, Run, html};
use essaylint::settings::Settings;
use essaylint::source::{Kind, KindSayings, Source, Span, Syntax};
use essaylint::{Linted, lint};
use proptest::prelude::*;

/// Pieces that drafts are made of, and those that break readers of drafts.
fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "I failed Step 1 in June 2021.",
        "my dean never told me",
        "I passed with a 245",
        "interventional radiology",
        "TIPS and Y90/TACE",
        "I\u{2019}d have, didn't, CAN'T, o'clock, the dean's, students\u{2019}",
        "Step2CK PGY-1 2nd 230s 6.5cm U.S. M.D.",
        "Dr. J. Smith",
        "[Medical Center]",
        "XXX ______ <program name>",
        "# ",
        "> ",
        "- ",
        "* ",
        "1. ",
        "    ",
        "\t",
        "**",
        "*",
        "_",
        "~~",
        "`",
        "```\n",
        "[a](http://x.y)",
        "![b](c.png)",
        "[^1]",
        "&amp;",
        "&nbsp;",
        "&#x1F600;",
        "\\*",
        "<b>",
        "</b>",
        "<div>",
        "<!-- essaylint-ignore blame: x -->",
        "<!-- essaylint-ignore-file draft -->",
        "<!-- essaylint-ignore placeholdr, suppression: y -->",
        "<!--",
        "-->",
        "---\nkind: experience\n---\n",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "\r\n\r\n",
        " ",
        "  \n",
        ". ",
        ", ",
        "; ",
        "? ",
        "!",
        "\u{2026}",
        "\u{2014}",
        " \u{2013} ",
        "\u{2011}",
        "\u{ad}",
        "\u{a0}",
        "\u{201c}",
        "\u{201d}",
        "\u{2018}",
        "\u{2019}",
        "\"",
        "'",
        "\u{ab}",
        "\u{bb}",
        "\u{feff}",
        "\u{200d}",
        "e\u{301}",
        "\u{301}",
        "n\u{303}\u{301}",
        "\u{1f469}\u{200d}\u{1f52c}",
        "\u{1f1fa}\u{1f1f8}",
        "\u{fb01}nal",
        "\u{130}STANBUL \u{df} \u{17f}t \u{212a}",
        "\u{660}\u{661}",
        "\u{4e00}\u{4e8c}",
        "\u{0}",
        "\u{2028}",
        "\u{85}",
    ];
    prop_oneof![
        6 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        2 => "[a-zA-Z' .,]{1,12}",
        1 => any::<String>(),
    ]
}

fn text() -> impl Strategy<Value = String> {
    let body = proptest::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat());
    (any::<bool>(), body).prop_map(|(mark, body)| if mark { format!("\u{feff}{body}") } else { body })
}

fn syntax() -> impl Strategy<Value = Syntax> {
    proptest::sample::select(vec![Syntax::Markdown, Syntax::Plain])
}

fn kind() -> impl Strategy<Value = Kind> {
    proptest::sample::select(Kind::ALL.to_vec())
}

fn read(text: &str, syntax: Syntax, kind: Kind, settings: &Settings) -> Linted {
    let said = KindSayings {
        forced: Some(kind),
        configured: None,
    };
    match Source::new("t", text.to_owned(), syntax, said) {
        Ok(source) => lint(source, settings),
        Err(error) => panic!("a forced kind leaves nothing to go wrong: {error}"),
    }
}

/// Every span that a finding carries.
fn spans(finding: &Finding) -> Vec<Span> {
    let edits = finding.suggestions.iter().flat_map(|suggestion| &suggestion.edits);
    let related = finding.related.iter().map(|related| related.span);
    related
        .chain(edits.map(|edit| edit.span))
        .chain([finding.span])
        .collect()
}

fn is_inside(span: Span, text: &str) -> bool {
    text.get(span.range()).is_some()
}

/// How the folded view may spell a contracted part: the letters, and what they stand for.
fn stands_for(written: &str) -> Vec<&'static str> {
    match written {
        "n't" => vec!["not"],
        "ca" => vec!["can"],
        "wo" | "'ll" => vec!["will"],
        "sha" => vec!["shall"],
        "ai" | "'s" => vec!["is"],
        "'m" => vec!["am"],
        "'re" => vec!["are"],
        "'ve" => vec!["have"],
        "'d" => vec!["had", "would"],
        _ => Vec::new(),
    }
}

/// Whether the letters under a word's span read, folded, as the word.
fn reads_as(written: &str, possessive: bool, fold: &str) -> bool {
    let mut folded = String::new();
    fold_letters(written, &mut folded);
    let bare = || folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\''));
    folded == fold || (possessive && bare() == Some(fold)) || stands_for(&folded).contains(&fold)
}

/// Whether a span can hold letters that its words do not: markup and entities of Markdown, a comment, a line end.
fn has_markup(written: &str, syntax: Syntax) -> bool {
    match syntax {
        Syntax::Markdown => written.contains(|c: char| "*_~`[]()<>&\\!#".contains(c) || c.is_control()),
        Syntax::Plain => written.contains("<!--"),
    }
}

fn check_prose(prose: &Prose, text: &str, syntax: Syntax) -> Result<(), TestCaseError> {
    let mut end = 0;
    for word in prose.words() {
        prop_assert!(is_inside(word.span, text), "{word:?}");
        prop_assert!(
            word.span.start() >= end && !word.span.is_empty(),
            "{word:?} after {end}"
        );
        end = word.span.end();
        let written = word.span.of(text);
        if !has_markup(written, syntax) {
            let fold = prose.folded(word);
            prop_assert!(
                reads_as(written, word.possessive, fold),
                "{written:?} is read as {fold:?}"
            );
        }
    }
    let mut next = 0;
    for sentence in prose.sentences() {
        prop_assert_eq!(sentence.words.start(), next, "sentences share out the words");
        next = sentence.words.end();
        prop_assert!(is_inside(sentence.span, text));
        let words = prose.span(sentence.words);
        prop_assert!(sentence.span.holds(words), "{:?} and {words:?}", sentence.span);
        let first = &prose.words()[sentence.words.start()];
        prop_assert_eq!(first.gap, Gap::Start);
    }
    prop_assert_eq!(next, prose.words().len());
    Ok(())
}

fn check_blocks(source: &Source) -> Result<(), TestCaseError> {
    let mut end = 0;
    for block in source.blocks() {
        prop_assert!(is_inside(block.span, source.text()), "{:?}", block.span);
        prop_assert!(block.span.start() >= end, "{:?} after {end}", block.span);
        end = block.span.end();
    }
    let mut end = 0;
    for comment in source.comments() {
        prop_assert!(is_inside(comment.span, source.text()));
        prop_assert!(comment.span.start() >= end);
        end = comment.span.end();
    }
    Ok(())
}

/// A mark's span runs from its first word to its last, the rest of a contraction with it.
fn check_marks(draft: &Draft) -> Result<(), TestCaseError> {
    let words = draft.prose.words();
    let mut before = None;
    for mark in draft.marks.all() {
        let span = draft.prose.span(mark.words);
        prop_assert!(!mark.words.is_empty() && is_inside(span, draft.source.text()));
        prop_assert_eq!(span.start(), words[mark.words.start()].span.start());
        prop_assert!(span.end() >= words[mark.words.end() - 1].span.end());
        let rest = &words[mark.words.end()..];
        let next = rest.iter().find(|word| word.gap != Gap::Joined);
        prop_assert!(next.is_none_or(|next| span.end() <= next.span.start()));
        let sentence = draft.prose.sentences()[draft.prose.sentence_of(mark.words.start())];
        prop_assert!(sentence.words.holds(mark.words), "a mark stays in its sentence");
        let order = Some((mark.words.start(), mark.words.end(), mark.class));
        prop_assert!(before < order, "marks are in order, each once");
        before = order;
    }
    Ok(())
}

fn check_findings(findings: &[Finding], text: &str) -> Result<(), TestCaseError> {
    for finding in findings {
        for span in spans(finding) {
            prop_assert!(is_inside(span, text), "{}: {span:?}", finding.lint);
        }
        for suggestion in &finding.suggestions {
            let mut end = 0;
            for edit in &suggestion.edits {
                prop_assert!(edit.span.start() >= end, "edits of {} overlap", finding.lint);
                end = edit.span.end();
            }
        }
    }
    let order = |finding: &Finding| (finding.span.start(), finding.span.end(), finding.lint.clone());
    prop_assert!(findings.is_sorted_by_key(order));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(600), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_span_is_exactly_its_words(text in text(), syntax in syntax(), kind in kind()) {
        let settings = Settings::default();
        let linted = read(&text, syntax, kind, &settings);
        check_blocks(&linted.draft.source)?;
        check_prose(&linted.draft.prose, &text, syntax)?;
        check_marks(&linted.draft)?;
        check_findings(&linted.findings, &text)?;
        let again = read(&text, syntax, kind, &settings);
        prop_assert_eq!(linted.findings, again.findings);
    }

    #[test]
    fn any_draft_is_shown_on_a_page_and_steers_nothing(text in text(), syntax in syntax(), kind in kind()) {
        let settings = Settings::default();
        let linted = read(&text, syntax, kind, &settings);
        let count = linted.findings.len();
        let run = Run { files: vec![FileReport::new(linted, &settings.rules)], errors: Vec::new() };
        let page = html::page(&run, None);
        prop_assert_eq!(page.matches("<article class=\"note ").count(), count);
        prop_assert_eq!(page.matches("<script").count(), 1);
        let steers = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        prop_assert!(!page.contains(steers));
    }

    #[test]
    fn any_file_is_read_or_refused(text in any::<String>(), syntax in syntax()) {
        let said = KindSayings::default();
        if let Ok(source) = Source::new("t", text, syntax, said) {
            let linted = lint(source, &Settings::default());
            check_findings(&linted.findings, linted.draft.source.text())?;
        }
    }

    #[test]
    fn any_configuration_is_read_or_refused(text in any_configuration()) {
        match essaylint::config::Config::read(&text, "essaylint.toml", |_| Err("none".to_owned())) {
            Ok(config) => drop(config.settings()),
            Err(error) => {
                prop_assert!(error.span.is_some_and(|span| is_inside(span, &text)), "{error:?}");
                prop_assert!(error.to_string().contains("essaylint.toml"));
            }
        }
    }
}

/// Texts that are nearly a configuration.
fn any_configuration() -> impl Strategy<Value = String> {
    let pieces = [
        "fail-on = ",
        "min-confidence = ",
        "[lints]\n",
        "[lints.field-limit]\n",
        "blame = ",
        "draft = ",
        "[[documents]]\n",
        "glob = ",
        "kind = ",
        "[words]\n",
        "exam = ",
        "\"off\"",
        "\"note\"",
        "\"*.md\"",
        "\"experience\"",
        "[\"FMGE\", \"a .. b\"]",
        "[",
        "]",
        "{",
        "}",
        "\n",
        "\r\n",
        "\"",
        "3",
        "-1",
        "0.5",
        "inf",
        "\u{feff}",
        "# \u{1f600}\n",
        "é = ",
        "\"\"\"",
        ".",
        ",",
        "\u{301}",
        "\t",
        "phrases = ",
        "severity = ",
    ];
    let piece = prop_oneof![
        8 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    proptest::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}
