//! What a sentence shows of itself: marks, words, who acts, tense, time, place in the text. Each is a named cue; what it
//! weighs for which decision stands in the tables that are learned.

mod acts;

use std::borrow::Cow;
use std::ops::Range;

use crate::hash::hash;
use crate::lexicon::{Class, Mark, Marks, class};
use crate::prose::{Gap, Prose, Shape, WordRange};
use crate::source::{BlockKind, Kind};
use crate::threads;

use super::cue::{Cue, Part, Tag};
use super::known::{Known, KnownSet, Spare};
use super::signs::Signs;
use super::stem::stem;
use super::weights::Weights;

/// Takes the cues of a sentence: the parts of the name, and the words that show it (empty where no words do).
pub trait Sink {
    /// One cue.
    fn cue(&mut self, tag: &'static str, a: &str, b: &str, words: WordRange);

    /// One cue by parts whose hashes are known.
    fn hashed(&mut self, tag: Tag, a: Part<'_>, b: Part<'_>, words: WordRange) {
        self.cue(tag.name(), a.text(), b.text(), words);
    }
}

impl<F: FnMut(Cue, WordRange)> Sink for F {
    fn cue(&mut self, tag: &'static str, a: &str, b: &str, words: WordRange) {
        self(Cue::new(tag, a, b), words);
    }

    fn hashed(&mut self, tag: Tag, a: Part<'_>, b: Part<'_>, words: WordRange) {
        self(Cue::of(tag, a, b), words);
    }
}

/// The text that cues are read from.
#[derive(Clone)]
pub struct Reading<'r> {
    kind: Kind,
    kind_name: Part<'static>,
    pub(super) prose: &'r Prose,
    pub(super) marks: &'r Marks,
    /// The marks that are cues, in order.
    cue_marks: Vec<Mark>,
    /// For each sentence the first of them; one more at the end.
    cue_starts: Vec<usize>,
    /// First sentence of the first and of the last paragraph, headings not counted.
    edges: (usize, usize),
    /// Asked in statements alone.
    signs: Signs<'r>,
}

const NOWHERE: fn() -> WordRange = || WordRange::new(0, 0);

/// The tags of the cues that sentences show often.
mod tag {
    use super::Tag;

    pub(super) const HAS: Tag = Tag::new("has");
    pub(super) const PREV: Tag = Tag::new("prev");
    pub(super) const NEXT: Tag = Tag::new("next");
    pub(super) const SAID: Tag = Tag::new("said");
    pub(super) const BEFORE: Tag = Tag::new("before");
    pub(super) const BEHIND: Tag = Tag::new("behind");
    pub(super) const THEN: Tag = Tag::new("then");
    pub(super) const WORD: Tag = Tag::new("word");
    pub(super) const STEM: Tag = Tag::new("stem");
    pub(super) const PAIR: Tag = Tag::new("pair");
    pub(super) const STEMS: Tag = Tag::new("stems");
    pub(super) const I_DID: Tag = Tag::new("i-did");
    pub(super) const WE_DID: Tag = Tag::new("we-did");
    pub(super) const MY: Tag = Tag::new("my");
    pub(super) const PASSIVE: Tag = Tag::new("passive");
    pub(super) const PASSIVE_OF: Tag = Tag::new("passive-of");
    pub(super) const PAST: Tag = Tag::new("past");
    pub(super) const PLAN: Tag = Tag::new("plan");
    pub(super) const ME: Tag = Tag::new("me");
    pub(super) const NO: Tag = Tag::new("no");
    pub(super) const LENGTH: Tag = Tag::new("length");
    pub(super) const STARTS: Tag = Tag::new("starts");
    pub(super) const STARTS_WITH: Tag = Tag::new("starts-with");
    pub(super) const KIND: Tag = Tag::new("kind");
    pub(super) const PARAGRAPH: Tag = Tag::new("paragraph");
    pub(super) const OPENS: Tag = Tag::new("opens");
    pub(super) const CLOSES: Tag = Tag::new("closes");
}

/// The name of a class in the names of cues.
fn name(class: Class) -> Part<'static> {
    Part::hashed(class.name(), class.name_hash())
}

impl<'r> Reading<'r> {
    /// Prepares a document of some kind.
    #[must_use]
    pub fn new(kind: Kind, prose: &'r Prose, marks: &'r Marks) -> Self {
        let mut body = prose
            .paragraphs()
            .iter()
            .filter(|paragraph| paragraph.kind != BlockKind::Heading)
            .map(|paragraph| paragraph.sentences.start);
        let first = body.next().unwrap_or(0);
        let edges = (first, body.next_back().unwrap_or(first));
        let (mut cue_marks, mut cue_starts) = (Vec::with_capacity(marks.all().len()), vec![0]);
        for at in 0..prose.sentences().len() {
            cue_marks.extend(marks.of_sentence(at).iter().filter(|mark| mark.class.is_cue()));
            cue_starts.push(cue_marks.len());
        }
        Self {
            kind,
            kind_name: Part::new(kind.name()),
            prose,
            marks,
            cue_marks,
            cue_starts,
            edges,
            signs: Signs::new(prose, marks),
        }
    }

    /// The cues of each sentence that `weights` knows, each once, in order.
    #[must_use]
    pub fn known(&self, weights: &Weights, spare: &Spare) -> Vec<Vec<Known>> {
        let finder = weights.finder();
        let of_sentence = |at: usize, shown: &mut KnownSet| {
            self.cues(at, &mut |cue: Cue, _: WordRange| {
                if let Some(known) = finder.find(cue) {
                    shown.insert(known);
                }
            });
            shown.take()
        };
        let of_run = |run: Range<usize>| spare.lend(weights, |shown| run.map(|at| of_sentence(at, shown)).collect());
        threads::joined(threads::in_runs(self.prose.sentences().len(), of_run))
    }

    /// The cues that sentence number `at` shows by itself and through its neighbours; some more than once.
    pub fn cues(&self, at: usize, sink: &mut impl Sink) {
        self.marks_of(at, tag::HAS, sink);
        self.company_of(at, sink);
        self.words_of(at, sink);
        self.acts_of(at, sink);
        self.time_of(at, sink);
        self.place_of(at, sink);
        if self.kind == Kind::PersonalStatement {
            for sign in self.signs.of_sentence(at) {
                sink.cue("sign", sign.name(), "", NOWHERE());
            }
        }
        let sentence = self.prose.sentences()[at];
        let paragraph = &self.prose.paragraphs()[sentence.paragraph];
        if at > paragraph.sentences.start {
            self.marks_of(at - 1, tag::PREV, sink);
        }
        if at + 1 < paragraph.sentences.end {
            self.marks_of(at + 1, tag::NEXT, sink);
        }
    }

    /// The marks of a sentence that are cues, in order.
    fn cue_marks(&self, at: usize) -> &[Mark] {
        &self.cue_marks[self.cue_starts[at]..self.cue_starts[at + 1]]
    }

    /// Classes of the marks of a sentence; quoted marks under their own tag.
    fn marks_of(&self, at: usize, tag: Tag, sink: &mut impl Sink) {
        for mark in self.cue_marks(at) {
            let name = name(mark.class);
            if self.prose.words()[mark.words.start()].quoted {
                sink.hashed(tag::SAID, name, Part::new(tag.name()), mark.words);
            } else {
                sink.hashed(tag, name, Part::NONE, mark.words);
            }
        }
    }

    /// What stands around the marks of a sentence: the words next to each, and the marks that follow it closely.
    fn company_of(&self, at: usize, sink: &mut impl Sink) {
        const CLOSE: usize = 4;
        let range = self.prose.sentences()[at].words;
        let marks = self.cue_marks(at);
        for (number, mark) in marks.iter().enumerate() {
            let (name_of, words) = (name(mark.class), mark.words);
            if words.start() > range.start() {
                let shown = WordRange::new(words.start() - 1, words.end());
                sink.hashed(tag::BEFORE, self.shown(words.start() - 1), name_of, shown);
            }
            if words.end() < range.end() {
                let shown = WordRange::new(words.start(), words.end() + 1);
                sink.hashed(tag::BEHIND, name_of, self.shown(words.end()), shown);
            }
            let close = marks[number + 1..]
                .iter()
                .take_while(|next| next.words.start() <= words.end() + CLOSE)
                .filter(|next| next.words.start() >= words.end() && next.class != mark.class);
            for next in close {
                let between = words.end()..=next.words.start();
                if between
                    .into_iter()
                    .all(|word| self.prose.words()[word].gap <= Gap::Comma)
                {
                    let shown = WordRange::new(words.start(), next.words.end());
                    sink.hashed(tag::THEN, name_of, name(next.class), shown);
                }
            }
        }
    }

    fn words_of(&self, at: usize, sink: &mut impl Sink) {
        let range = self.prose.sentences()[at].words;
        let mut before: Option<(Part<'_>, Cow<'_, str>, u64)> = None;
        for word in range.range() {
            let info = &self.prose.words()[word];
            if info.quoted {
                before = None;
                continue;
            }
            let text = self.shown(word);
            let stem = stem(text.text());
            let stem_hash = if stem.len() == text.text().len() && matches!(stem, Cow::Borrowed(_)) {
                text.hash()
            } else {
                hash(stem.as_bytes())
            };
            let stem_part = Part::hashed(&stem, stem_hash);
            let shown = WordRange::new(word, word + 1);
            sink.hashed(tag::WORD, text, Part::NONE, shown);
            sink.hashed(tag::STEM, stem_part, Part::NONE, shown);
            if let Some((text_before, stem_before, hash_before)) = before.filter(|_| info.gap <= Gap::Comma) {
                let shown = WordRange::new(word - 1, word + 1);
                sink.hashed(tag::PAIR, text_before, text, shown);
                sink.hashed(tag::STEMS, Part::hashed(&stem_before, hash_before), stem_part, shown);
            }
            before = Some((text, stem, stem_hash));
        }
    }

    /// The word as cues know it: numbers by their shape, all else folded.
    fn shown(&self, word: usize) -> Part<'r> {
        const SCORE: Part<'static> = Part::new("#score");
        const YEAR: Part<'static> = Part::new("#year");
        const COUNT: Part<'static> = Part::new("#count");
        const NUMBER: Part<'static> = Part::new("#number");
        let info = &self.prose.words()[word];
        let fold = self.prose.folded(info);
        let folded = Part::hashed(fold, info.hash());
        if info.shape != Shape::Digits {
            return folded;
        }
        match fold.parse::<u32>() {
            Ok(1..=9) => folded,
            Ok(150..=300) => SCORE,
            Ok(1950..=2049) => YEAR,
            Ok(_) => COUNT,
            Err(_) => NUMBER,
        }
    }

    /// Dates and spans of time.
    fn time_of(&self, at: usize, sink: &mut impl Sink) {
        let count = |class| self.marks.in_sentence(at, class).count();
        let dates = count(class::YEAR) + count(class::MONTH);
        if dates > 0 {
            sink.cue("dated", if dates > 2 { "twice" } else { "once" }, "", NOWHERE());
        }
        if self.marks.has(at, class::SCORE) {
            sink.cue("scored", "", "", NOWHERE());
        }
        let from_to = self.marks.has(at, class::TIME_START) && self.marks.has(at, class::TIME_END);
        if from_to {
            sink.cue("from-to", "", "", NOWHERE());
        }
    }

    /// Where in the text the sentence stands.
    fn place_of(&self, at: usize, sink: &mut impl Sink) {
        let sentence = self.prose.sentences()[at];
        let paragraph = &self.prose.paragraphs()[sentence.paragraph];
        let kind = self.kind_name;
        sink.hashed(tag::KIND, kind, Part::NONE, NOWHERE());
        if paragraph.kind == BlockKind::ListItem {
            sink.cue("item", "", "", NOWHERE());
        }
        let (first, last) = self.edges;
        let place = match paragraph.sentences.start {
            start if start == first => "first",
            start if start == last => "last",
            _ => "middle",
        };
        sink.hashed(tag::PARAGRAPH, Part::new(place), kind, NOWHERE());
        if at == paragraph.sentences.start {
            sink.hashed(tag::OPENS, kind, Part::NONE, NOWHERE());
        }
        if at + 1 == paragraph.sentences.end {
            sink.hashed(tag::CLOSES, kind, Part::NONE, NOWHERE());
        }
    }
}
