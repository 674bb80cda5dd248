use crate::lints::finding::Confidence;
use crate::settings::Settings;
use crate::source::{KindSayings, Source, Syntax};

/// The findings of some lints as `lint: words`.
fn found_as(syntax: Syntax, settings: &Settings, text: &str) -> Vec<String> {
    let source = Source::new("t", text.to_owned(), syntax, KindSayings::default()).unwrap();
    crate::lint(source, settings)
        .findings
        .iter()
        .filter(|finding| ["placeholder", "suppression"].contains(&finding.lint.as_ref()))
        .map(|finding| format!("{}: {}", finding.lint, finding.span.of(text)))
        .collect()
}

fn found(text: &str) -> Vec<String> {
    let markdown = found_as(Syntax::Markdown, &Settings::default(), text);
    let plain = found_as(Syntax::Plain, &Settings::default(), text);
    assert_eq!(markdown, plain, "Markdown and plain text differ: {text}");
    markdown
}

#[test]
fn the_next_block_is_silenced_and_no_other() {
    let text = "<!-- essaylint-ignore placeholder: later -->\n\nAt [Center] in May.\n\nAt [Hospital] in June.\n";
    assert_eq!(found(text), ["placeholder: [Hospital]"]);
    assert_eq!(
        found(&text.replacen("\n\n", "\n", 1)),
        ["placeholder: [Hospital]"],
        "right above the block"
    );
    assert_eq!(found(&text.replace('\n', "\r\n")), ["placeholder: [Hospital]"]);
    assert_eq!(found(&format!("\u{feff}{text}")), ["placeholder: [Hospital]"]);
}

const IGNORE: &str = "<!-- essaylint-ignore placeholder: later -->";

/// The findings that are left where `IGNORE` stands for each `@`.
fn left(text: &str) -> Vec<String> {
    let text = text.replace('@', IGNORE);
    assert_eq!(found(&text), found(&text.replace('\n', "\r\n")), "{text}");
    found(&text)
}

#[test]
fn a_comment_before_a_list_silences_all_its_items() {
    for list in [
        "@\n- [School]\n- [Hospital]\n- [Program]\n",
        "@\n\n- [School]\n\n- [Hospital]\n\n- [Program]\n",
        "@\n* [School]\n    - [Hospital]\n    - [Program]\n* [Mentor]\n",
        "@\n\n1. [School]\n\n2. [Hospital]\n",
        "I ran:\n@\n- [School]\n- [Hospital]\n",
        "@\n@\n- [School]\n- [Hospital]\n",
        "I ran.\n\n@\n- [School]\n- [Hospital]\n",
    ] {
        assert_eq!(
            left(&format!("{list}\nAt [City].\n")),
            ["placeholder: [City]"],
            "{list}"
        );
    }
}

#[test]
fn a_comment_before_a_paragraph_leaves_the_list_behind_it() {
    let text = "@\nAt [Center]:\n- [School]\n- [Hospital]\n";
    assert_eq!(left(text), ["placeholder: [School]", "placeholder: [Hospital]"]);
    let text = "@\nAt [Center]:\n\n- [School]\n\n- [Hospital]\n";
    assert_eq!(left(text), ["placeholder: [School]", "placeholder: [Hospital]"]);
}

#[test]
fn a_comment_between_two_items_silences_the_next_one_with_the_list_inside_it() {
    for text in [
        "- [School]\n@\n- [Hospital]\n- [Program]\n",
        "- [School]\n  @\n- [Hospital]\n- [Program]\n",
        "- [School]\n\n@\n\n- [Hospital]\n\n- [Program]\n",
        "- [School]\n@\n- [Hospital]\n  - [Hospital]\n  - [Hospital]\n- [Program]\n",
        "- [School]\n- and\n  @\n  - [Hospital]\n  - [Hospital]\n- [Program]\n",
        "- [School]\n- @ [Hospital]\n- [Program]\n",
    ] {
        assert_eq!(
            left(text),
            ["placeholder: [School]", "placeholder: [Program]"],
            "{text}"
        );
    }
}

#[test]
fn a_comment_before_a_quote_silences_its_paragraphs() {
    let left = |text: &str| found_as(Syntax::Markdown, &Settings::default(), &text.replace('@', IGNORE));
    let quote = "> [School]\n>\n> [Hospital]\n>\n> - [Program]\n> - [Mentor]\n\nAt [City].\n";
    assert_eq!(left(&format!("@\n{quote}")), ["placeholder: [City]"]);
    assert_eq!(left(&format!("@\n\n{quote}")), ["placeholder: [City]"]);
    assert_eq!(
        left(&format!("> @\n>\n{quote}")),
        [
            "placeholder: [Hospital]",
            "placeholder: [Program]",
            "placeholder: [Mentor]",
            "placeholder: [City]"
        ],
        "within the quote a paragraph is a block"
    );
    assert_eq!(
        left(&quote.replace("> - [Program]", "> @\n> - [Program]")),
        [
            "placeholder: [School]",
            "placeholder: [Hospital]",
            "placeholder: [City]"
        ]
    );
}

#[test]
fn what_is_unused_is_told_in_lists_too() {
    let unused = ["suppression: placeholder"];
    assert_eq!(left("@\n- one\n- two\n\nAt [City].\n").first().unwrap(), unused[0]);
    assert_eq!(left("- one\n@\n- two\n"), unused);
    assert!(
        left("@\n- one\n@\n- [Hospital]\n").is_empty(),
        "both speak of the second item"
    );
    assert_eq!(
        left("@\n- [School]\n@\n- two\n"),
        unused,
        "the second has nothing to silence"
    );
}

#[test]
fn a_comment_inside_a_block_silences_that_block() {
    let text = "At [Center] <!-- essaylint-ignore placeholder: later --> in May.\n\nAt [Hospital] in June.\n";
    assert_eq!(found(text), ["placeholder: [Hospital]"]);
}

#[test]
fn a_file_is_silenced_from_anywhere_by_several_names_and_groups() {
    let text = "At [Center] in May.\n\n<!-- essaylint-ignore-file placeholder, field-limit: a sketch -->\n";
    assert!(found(text).is_empty());
    let text = "At [Center] in May.\n\n<!-- essaylint-ignore-file draft: a sketch -->\n";
    assert!(found(text).is_empty());
}

#[test]
fn findings_about_the_document_are_silenced_above_all_text() {
    let limits = |text: &str| {
        let source = Source::new("t", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        let findings = crate::lint(source, &Settings::default()).findings;
        let of = |name: &str| findings.iter().filter(|finding| finding.lint == name).count();
        let said = findings.iter().find(|finding| finding.lint == "suppression");
        (of("field-limit"), said.map(|finding| finding.message.clone()))
    };
    assert_eq!(limits("I passed.\n").0, 1);
    assert_eq!(
        limits("<!-- essaylint-ignore field-limit: short -->\n\nI passed.\n"),
        (0, None)
    );
    let (count, said) = limits("I passed.\n\n<!-- essaylint-ignore field-limit: short -->\n\nI ran.\n");
    assert_eq!(count, 1);
    assert!(said.unwrap().contains("speaks of the whole document"));
}

#[test]
fn what_does_nothing_is_a_finding() {
    assert_eq!(
        found("<!-- essaylint-ignore plaeholder, placeholder: later -->\n\nI passed.\n"),
        ["suppression: plaeholder", "suppression: placeholder"]
    );
    assert_eq!(
        found("At [Center].\n\n<!-- essaylint-ignore placeholder: too late -->\n"),
        ["placeholder: [Center]", "suppression: placeholder"]
    );
    assert_eq!(
        found("<!-- essaylint-ignore-next placeholder: x -->\n\nAt [Center].\n"),
        [
            "suppression: <!-- essaylint-ignore-next placeholder: x -->",
            "placeholder: [Center]"
        ]
    );
}

#[test]
fn a_reason_is_demanded_and_the_lint_is_silent_all_the_same() {
    for comment in [
        "<!-- essaylint-ignore placeholder -->",
        "<!-- essaylint-ignore placeholder: -->",
        "<!-- essaylint-ignore placeholder it follows -->",
    ] {
        let found = found(&format!("{comment}\n\nAt [Center].\n"));
        assert_eq!(found, [format!("suppression: {comment}")]);
    }
}

#[test]
fn suppressions_of_the_lint_itself_are_heard() {
    let quiet = "<!-- essaylint-ignore-file suppression: shared with others -->\n\n";
    assert!(found(&format!("{quiet}<!-- essaylint-ignore foo: x -->\n\nI passed.\n")).is_empty());
    assert_eq!(found(&format!("{quiet}I passed.\n")), ["suppression: suppression"]);
}

#[test]
fn a_lint_that_is_off_is_not_called_unused() {
    let mut settings = Settings::default();
    settings.rules.turn("placeholder", false);
    let text = "<!-- essaylint-ignore placeholder: later -->\n\nAt [Center].\n";
    assert!(found_as(Syntax::Markdown, &settings, text).is_empty());
}

#[test]
fn what_silences_a_finding_that_is_not_sure_enough_is_not_called_unused() {
    let settings = Settings {
        min_confidence: Confidence::High,
        ..Settings::default()
    };
    let text = "<!-- essaylint-ignore cliche: she said so -->\n\nHer courage left an indelible mark on me.\n";
    assert!(found_as(Syntax::Markdown, &settings, text).is_empty());
    let idle = "<!-- essaylint-ignore cliche: she said so -->\n\nShe was brave.\n";
    assert_eq!(found_as(Syntax::Markdown, &settings, idle), ["suppression: cliche"]);
}

#[test]
fn a_slip_comes_with_the_name_that_was_meant() {
    let text = "<!-- essaylint-ignore placeholdr: x -->\n\nI passed.\n";
    let source = Source::new("t", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
    let findings = crate::lint(source, &Settings::default()).findings;
    let finding = findings.iter().find(|finding| finding.lint == "suppression").unwrap();
    assert!(finding.message.contains("\"placeholder\""), "{}", finding.message);
    assert_eq!(finding.suggestions[0].edits[0].replacement, "placeholder");
}
