//! Inline suppressions: `<!-- essaylint-ignore LINT: reason -->` silences a lint in the next block, or in the block whose
//! text it stands in; `<!-- essaylint-ignore-file LINT: reason -->` silences it in the whole file. What is wrong with a
//! suppression is a finding of the lint `suppression`.

use std::collections::HashMap;

use crate::draft::Draft;
use crate::lints::finding::{Applicability, Edit, Finding, Scope, Suggestion};
use crate::lints::{Rule, Rules, sort};
use crate::source::{Comment, Source, Span};

/// The lint that reports what is wrong with suppressions.
const LINT: &str = "suppression";

/// Leaves out the findings that the author silenced, and adds what is wrong with the suppressions.
pub(crate) fn apply(draft: &Draft, rules: &Rules, mut findings: Vec<Finding>) -> Vec<Finding> {
    let suppressions: Vec<Suppression<'_>> = draft
        .source
        .comments()
        .iter()
        .filter_map(|comment| Suppression::read(&draft.source, *comment))
        .collect();
    if suppressions.is_empty() {
        return findings;
    }
    let mut silence = Silence::new(&draft.source, &suppressions);
    findings.retain(|finding| !silence.takes(finding));
    if let Some(rule) = rules.rule(LINT, draft.kind()) {
        let report = Report { rule, rules };
        let mut own = Vec::new();
        for one in &suppressions {
            report.wrong(one, &mut own);
        }
        // Suppressions of this very lint come last: until then it is open whether they have something to silence.
        let (last, first): (Vec<Named<'_, '_>>, Vec<Named<'_, '_>>) = named(&suppressions)
            .into_iter()
            .partition(|(_, name)| name.text == LINT || name.text == rule.lint.group);
        report.unused(&first, &silence, &mut own);
        own.retain(|finding| !silence.takes(finding));
        report.unused(&last, &silence, &mut own);
        findings.extend(own);
        sort(&mut findings);
    }
    findings
}

/// What a suppression reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Reach {
    /// The file.
    File,
    /// The first block, and what is said of the document as a whole: the comment stands above all text.
    Top,
    /// One block, by number.
    Block(usize),
    /// Nothing: no block follows.
    Nothing,
}

/// The name of a lint or a group in a suppression.
#[derive(Clone, Copy, Debug)]
struct Name<'s> {
    text: &'s str,
    span: Span,
}

/// A comment to essaylint.
#[derive(Debug)]
struct Suppression<'s> {
    /// The whole comment.
    span: Span,
    /// `essaylint-ignore`, or what stands in its place.
    order: &'s str,
    /// What it reaches; none if the order is unknown.
    reach: Option<Reach>,
    names: Vec<Name<'s>>,
    has_reason: bool,
}

/// A name with the reach of its suppression.
type Named<'n, 's> = (Reach, &'n Name<'s>);

fn named<'n, 's>(suppressions: &'n [Suppression<'s>]) -> Vec<Named<'n, 's>> {
    suppressions
        .iter()
        .filter_map(|one| one.reach.map(|reach| (reach, one)))
        .flat_map(|(reach, one)| one.names.iter().map(move |name| (reach, name)))
        .collect()
}

impl<'s> Suppression<'s> {
    /// Reads a comment, if it speaks to essaylint.
    fn read(source: &'s Source, comment: Comment) -> Option<Self> {
        let written = comment.span.of(source.text());
        let inner = written.strip_prefix("<!--")?;
        let inner = inner.strip_suffix("-->").unwrap_or(inner).trim();
        let order = inner.split(|c: char| c.is_whitespace() || c == ':').next()?;
        if !order.to_ascii_lowercase().starts_with("essaylint-") {
            return None;
        }
        let reach = match order {
            "essaylint-ignore" => Some(reach(source, comment)),
            "essaylint-ignore-file" => Some(Reach::File),
            _ => None,
        };
        let rest = &inner[order.len()..];
        let (names, reason) = rest.split_once(':').unwrap_or((rest, ""));
        let has_colon = names.len() < rest.len();
        let names = names.split(',').filter_map(|written| {
            let bare = written.trim();
            // Without a colon the first word is meant, and the reason follows it.
            let bare = if has_colon {
                bare
            } else {
                bare.split_whitespace().next()?
            };
            (!bare.is_empty()).then(|| Name {
                text: bare,
                span: place(source.text(), bare),
            })
        });
        Some(Self {
            span: comment.span,
            order,
            reach,
            names: names.collect(),
            has_reason: !reason.trim().is_empty(),
        })
    }
}

/// The bytes of `part`, which is a piece of `text` itself.
fn place(text: &str, part: &str) -> Span {
    let start = part.as_ptr().addr() - text.as_ptr().addr();
    Span::new(start, start + part.len())
}

/// What `<!-- essaylint-ignore … -->` reaches.
fn reach(source: &Source, comment: Comment) -> Reach {
    if comment.inside_block
        && let Some(block) = block_at(source, comment.span.start())
    {
        return Reach::Block(block);
    }
    let next = source
        .blocks()
        .partition_point(|block| block.span.start() < comment.span.end());
    match next {
        0 if !source.blocks().is_empty() => Reach::Top,
        next if next < source.blocks().len() => Reach::Block(next),
        _ => Reach::Nothing,
    }
}

/// Number of the block that holds byte `at`.
fn block_at(source: &Source, at: usize) -> Option<usize> {
    let before = source.blocks().partition_point(|block| block.span.start() <= at);
    let block = before.checked_sub(1)?;
    (at < source.blocks()[block].span.end()).then_some(block)
}

/// What is silenced where, and whether it had anything to say.
struct Silence<'s> {
    source: &'s Source,
    used: HashMap<(Reach, String), bool>,
}

impl<'s> Silence<'s> {
    fn new(source: &'s Source, suppressions: &[Suppression<'_>]) -> Self {
        let names = named(suppressions).into_iter();
        let used = names
            .map(|(reach, name)| ((reach, name.text.to_owned()), false))
            .collect();
        Self { source, used }
    }

    /// Whether a finding is silenced. A finding about the document is so in the file, or above all text.
    fn takes(&mut self, finding: &Finding) -> bool {
        let block = match finding.scope {
            Scope::Document => None,
            Scope::Passage => block_at(self.source, finding.span.start()),
        };
        let top = finding.scope == Scope::Document || block == Some(0);
        let reaches = [Some(Reach::File), top.then_some(Reach::Top), block.map(Reach::Block)];
        let mut taken = false;
        for reach in reaches.into_iter().flatten() {
            for name in [&finding.lint, &finding.group] {
                if let Some(used) = self.used.get_mut(&(reach, name.clone())) {
                    *used = true;
                    taken = true;
                }
            }
        }
        taken
    }

    fn is_used(&self, reach: Reach, name: &str) -> bool {
        self.used.get(&(reach, name.to_owned())).copied().unwrap_or_default()
    }
}

/// Says what is wrong with suppressions.
struct Report<'r> {
    rule: Rule<'r>,
    rules: &'r Rules,
}

impl Report<'_> {
    /// What is wrong with a suppression as it is written.
    fn wrong(&self, one: &Suppression<'_>, findings: &mut Vec<Finding>) {
        if one.reach.is_none() {
            findings.push(self.rule.finding(one.span, &[("words", one.order)]));
            return;
        }
        if one.names.is_empty() {
            findings.push(self.rule.finding_saying("nameless", one.span, &[]));
        } else if !one.has_reason {
            findings.push(self.rule.finding_saying("reasonless", one.span, &[]));
        }
        for name in one.names.iter().filter(|name| !self.rules.knows(name.text)) {
            findings.push(self.unknown(*name));
        }
    }

    fn unknown(&self, name: Name<'_>) -> Finding {
        let Some(nearest) = self.rules.nearest(name.text) else {
            return self
                .rule
                .finding_saying("unheard-of", name.span, &[("name", name.text)]);
        };
        let slots = [("name", name.text), ("nearest", nearest)];
        let mut finding = self.rule.finding_saying("unknown", name.span, &slots);
        finding.suggestions.push(Suggestion {
            message: format!("write {nearest}"),
            applicability: Applicability::Review,
            edits: vec![Edit {
                span: name.span,
                replacement: nearest.to_owned(),
            }],
        });
        finding
    }

    /// Names that silence nothing. A lint that is turned off has nothing to say today and may have tomorrow.
    fn unused(&self, names: &[Named<'_, '_>], silence: &Silence<'_>, findings: &mut Vec<Finding>) {
        for &(reach, name) in names {
            let is_open = self.rules.knows(name.text) && !self.rules.is_off(name.text);
            if !is_open || silence.is_used(reach, name.text) {
                continue;
            }
            let mut lints = self.rules.lints().iter();
            let of_document = lints.any(|lint| lint.id == name.text && lint.scope == Scope::Document);
            let message = match reach {
                Reach::Block(_) | Reach::Nothing if of_document => "document",
                _ => "unused",
            };
            findings.push(self.rule.finding_saying(message, name.span, &[("name", name.text)]));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::settings::Settings;
    use crate::source::{KindSayings, Source, Syntax};

    /// The findings of some lints as `lint: words`.
    fn found_as(syntax: Syntax, settings: &Settings, text: &str) -> Vec<String> {
        let source = Source::new("t", text.to_owned(), syntax, KindSayings::default()).unwrap();
        crate::lint(source, settings)
            .findings
            .iter()
            .filter(|finding| ["placeholder", "suppression"].contains(&finding.lint.as_str()))
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
    fn a_slip_comes_with_the_name_that_was_meant() {
        let text = "<!-- essaylint-ignore placeholdr: x -->\n\nI passed.\n";
        let source = Source::new("t", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        let findings = crate::lint(source, &Settings::default()).findings;
        let finding = findings.iter().find(|finding| finding.lint == "suppression").unwrap();
        assert!(finding.message.contains("\"placeholder\""), "{}", finding.message);
        assert_eq!(finding.suggestions[0].edits[0].replacement, "placeholder");
    }
}
