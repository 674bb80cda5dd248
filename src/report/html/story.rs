//! The picture of the story: the sentences in order, how the words divide, and the path of each episode.

use maud::{Markup, html};

use crate::draft::Draft;
use crate::report::picture::spoken;
use crate::story::decision::Decision;
use crate::story::field::{Field, of_sentence};
use crate::story::shares::{Share, Shares};
use crate::story::{Episode, Telling};

use super::ink::{Ink, first_words, heading};
use super::sheet::Sheet;

/// A step on the way of an episode, as a reader follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// What happened, and why.
    Setback,
    /// The applicant's own part.
    Ownership,
    /// What they did differently.
    Change,
    /// What shows that it worked.
    Outcome,
    /// That it is over.
    Resolution,
}

impl Step {
    /// All steps in order.
    pub(super) const ALL: [Self; 5] = [
        Self::Setback,
        Self::Ownership,
        Self::Change,
        Self::Outcome,
        Self::Resolution,
    ];

    /// The steps that a sentence takes in its episode, each once.
    pub(super) fn of(telling: &Telling) -> Vec<Self> {
        let mut steps: Vec<Self> = telling.roles.iter().filter_map(Self::of_role).collect();
        steps.dedup();
        if telling.episode.is_none() {
            steps.clear();
        }
        steps
    }

    fn of_role(role: Decision) -> Option<Self> {
        match role {
            Decision::Event | Decision::Context => Some(Self::Setback),
            Decision::Ownership => Some(Self::Ownership),
            Decision::Change => Some(Self::Change),
            Decision::Outcome => Some(Self::Outcome),
            Decision::Resolution => Some(Self::Resolution),
            _ => None,
        }
    }

    /// Its name in classes.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Setback => "setback",
            Self::Ownership => "ownership",
            Self::Change => "change",
            Self::Outcome => "outcome",
            Self::Resolution => "resolution",
        }
    }

    /// What it tells, in a few words.
    fn tells(self) -> &'static str {
        match self {
            Self::Setback => "what happened",
            Self::Ownership => "your own part",
            Self::Change => "what you changed",
            Self::Outcome => "what came of it",
            Self::Resolution => "that it is over",
        }
    }
}

/// The section about the story of a draft; nothing if the draft has no sentence.
pub(super) fn story(sheet: &Sheet<'_>) -> Markup {
    let draft = &sheet.file.linted.draft;
    let id = sheet.id("story");
    if draft.prose.sentences().is_empty() {
        return html! {};
    }
    html! {
        section.story aria-labelledby=(sheet.named(&id)) {
            (heading(sheet.level + 1, Some(&id), Some("section"), &html! { "The story" }))
            (strip(sheet))
            (shares(draft))
            @for (number, episode) in draft.story.episodes.iter().enumerate() { (path(sheet, number, episode)) }
        }
    }
}

/// A part of a picture's width in percent, to two digits, so that it is the same on every machine.
fn percent(part: usize, whole: usize) -> String {
    let hundredths = part * 10_000 / whole.max(1);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// A sentence in the strip.
struct Cell {
    sentence: usize,
    from: usize,
    width: usize,
}

/// The sentences in order, as wide as they have words, and the width of all with the gaps between paragraphs.
fn cells(draft: &Draft) -> (Vec<Cell>, usize) {
    /// Parts of a word, so that gaps can be small.
    const WORD: usize = 16;
    let words: usize = draft
        .prose
        .sentences()
        .iter()
        .map(|sentence| sentence.words.len())
        .sum();
    let gap = words * WORD / 160;
    let mut cells = Vec::new();
    let (mut from, mut paragraph) = (0, 0);
    for (number, sentence) in draft.prose.sentences().iter().enumerate() {
        if sentence.paragraph != paragraph && number > 0 {
            from += gap;
        }
        paragraph = sentence.paragraph;
        let width = sentence.words.len() * WORD;
        cells.push(Cell {
            sentence: number,
            from,
            width,
        });
        from += width;
    }
    (cells, from)
}

/// The height of the row that shows what a sentence does, in pixels; below it stands the row of fields.
const STEPS: usize = 30;

/// The height of the row of fields.
const FIELDS: usize = 9;

/// The space between the two.
const SPACE: usize = 4;

fn strip(sheet: &Sheet<'_>) -> Markup {
    let draft = &sheet.file.linted.draft;
    let (cells, whole) = cells(draft);
    html! {
        figure.picture {
            svg.strip role="group" aria-label="the sentences in order, as wide as they are long" width="100%"
                height=(STEPS + SPACE + FIELDS) {
                @for cell in &cells { (sentence(sheet, cell, whole)) }
            }
            figcaption {
                ul.legend role="list" aria-label="above: what a sentence does" {
                    @for step in Step::ALL { li { (swatch(&format!("does-{}", step.name()))) (step.tells()) } }
                }
                ul.legend role="list" aria-label="below: the field that a sentence serves" {
                    @for field in [Field::Ir, Field::Radiology, Field::Other] {
                        li { (swatch(&format!("field-{}", field.name()))) (field_name(field)) }
                    }
                }
            }
        }
    }
}

/// The patterns that tell the parts of the pictures apart where colours do not; once for the whole page.
pub(super) fn patterns() -> Markup {
    // Name, turn in degrees, and the lines across a tile of six.
    let lined = [
        ("ownership", 45, 2),
        ("change", 0, 2),
        ("outcome", 90, 1),
        ("resolution", 135, 3),
        ("radiology", 45, 1),
    ];
    html! {
        svg.patterns width="0" height="0" aria-hidden="true" {
            defs {
                @for (name, turn, line) in lined {
                    pattern id={ "pattern-" (name) } width="6" height="6" patternUnits="userSpaceOnUse"
                        patternTransform={ "rotate(" (turn) ")" } {
                        rect.base width="6" height="6" {}
                        rect.line width="6" height=(line) {}
                    }
                }
                pattern #pattern-other-field width="6" height="6" patternUnits="userSpaceOnUse" {
                    rect.base width="6" height="6" {}
                    circle.line cx="3" cy="3" r="1.2" {}
                }
            }
        }
    }
}

fn swatch(class: &str) -> Markup {
    html! {
        svg.swatch width="14" height="14" aria-hidden="true" { rect class={ "cell " (class) } width="100%" height="100%" {} }
    }
}

fn field_name(field: Field) -> &'static str {
    match field {
        Field::Ir => "IR",
        Field::Radiology => "radiology",
        Field::Other => "another field",
        Field::None => "no field",
    }
}

fn sentence(sheet: &Sheet<'_>, cell: &Cell, whole: usize) -> Markup {
    let draft = &sheet.file.linted.draft;
    let telling = &draft.story.tellings[cell.sentence];
    let steps = Step::of(telling);
    let field = of_sentence(&draft.marks, cell.sentence);
    let (x, width) = (percent(cell.from, whole), percent(cell.width, whole));
    let does: Vec<&str> = steps
        .iter()
        .map(|step| step.tells())
        .chain([field_name(field)])
        .collect();
    let words = first_words(draft.source.text(), draft.sentence(cell.sentence), 60);
    let title = format!("sentence {}: {}. {words}", cell.sentence + 1, does.join(", "));
    let count = steps.len().max(1);
    html! {
        a href={ "#" (sheet.sentence_id(cell.sentence)) } aria-label=(title) {
            title { (title) }
            rect.cell x=(x) width=(width) height=(STEPS) {}
            @for (number, step) in steps.iter().enumerate() {
                rect class={ "cell does-" (step.name()) } x=(x) width=(width)
                    y=(STEPS * number / count) height=(STEPS * (number + 1) / count - STEPS * number / count) {}
            }
            rect class={ "cell field-" (field.name()) } x=(x) width=(width) y=(STEPS + SPACE) height=(FIELDS) {}
        }
    }
}

fn shares(draft: &Draft) -> Markup {
    let shares = Shares::of(&draft.prose, &draft.marks, &draft.story);
    let parts = shares.in_parts(10_000);
    let starts = parts.iter().scan(0, |sum, part| {
        let start = *sum;
        *sum += part;
        Some(start)
    });
    let starts: Vec<usize> = starts.collect();
    html! {
        figure.picture {
            svg.shares width="100%" height="14" aria-hidden="true" {
                @for (share, (part, start)) in Share::ALL.into_iter().zip(parts.into_iter().zip(starts)) {
                    rect class={ "cell share-" (share.name()) } x=(percent(start, 10_000)) width=(percent(part, 10_000))
                        height="100%" {}
                }
            }
            figcaption {
                ul.legend role="list" aria-label="how the words divide" {
                    @for (share, percent) in Share::ALL.into_iter().zip(shares.in_parts(100)) {
                        li { (swatch(&format!("share-{}", share.name()))) (spoken(share)) " " b { (percent) "%" } }
                    }
                }
            }
        }
    }
}

/// The way of an episode, step by step; where a step is missing, a gap.
fn path(sheet: &Sheet<'_>, number: usize, episode: &Episode) -> Markup {
    let draft = &sheet.file.linted.draft;
    let id = sheet.id(&format!("e{}", number + 1));
    let takes = |step: Step| -> Vec<usize> {
        let sentences = episode.sentences.iter().copied();
        sentences
            .filter(|at| Step::of(&draft.story.tellings[*at]).contains(&step))
            .collect()
    };
    html! {
        div.episode {
            (heading(sheet.level + 2, Some(&id), Some("flag"), &html! { (flags(episode)) }))
            ol.path role="list" {
                @for (step, sentences) in Step::ALL.map(|step| (step, takes(step))) {
                    @if !sentences.is_empty() || step != Step::Resolution || wants_resolution(draft, episode) {
                        li class={ "step does-" (step.name()) @if sentences.is_empty() { " is-missing" } } {
                            p.label { (step.tells()) }
                            (places(sheet, &sentences))
                        }
                    }
                }
            }
        }
    }
}

/// What an episode is about: its red flag, and others that are told as one story with it.
fn flags(episode: &Episode) -> String {
    let names: Vec<&str> = episode.flags.iter().map(|flag| flag.spoken()).collect();
    names.join(", ")
}

/// Whether a reader asks if it is over: where a private cause is told.
fn wants_resolution(draft: &Draft, episode: &Episode) -> bool {
    draft.story.cause_of(&draft.marks, episode).is_some()
}

/// The sentences that take a step: the first of them in a few words, the others by number.
fn places(sheet: &Sheet<'_>, sentences: &[usize]) -> Markup {
    /// How many are told in words.
    const TOLD: usize = 2;
    let draft = &sheet.file.linted.draft;
    let (told, others) = sentences.split_at(sentences.len().min(TOLD));
    let link = |at: usize| format!("#{}", sheet.sentence_id(at));
    html! {
        @if sentences.is_empty() { p.missing { "nothing yet" } }
        @for at in told {
            p { a href=(link(*at)) { (Ink(&first_words(draft.source.text(), draft.sentence(*at), 42))) } }
        }
        @if !others.is_empty() {
            p.others { "and sentence " @for (place, at) in others.iter().enumerate() {
                @if place > 0 { ", " }
                a href=(link(*at)) { (at + 1) }
            } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_whole_hundredths_of_a_percent() {
        assert_eq!(percent(1, 3), "33.33%");
        assert_eq!(percent(0, 0), "0.00%");
        assert_eq!(percent(7, 7), "100.00%");
    }
}
