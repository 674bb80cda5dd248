//! What a sentence shows of itself: marks, words, who acts, tense, time, place in the text. Each is a named cue; what it
//! weighs for which decision stands in the tables that are learned.

use std::borrow::Cow;

use crate::lexicon::{Mark, Marks, class};
use crate::prose::{Gap, Prose, Shape, WordRange};
use crate::source::{BlockKind, Kind};

use super::cue::Cue;
use super::signs::Signs;
use super::stem::stem;
use super::weights::{Known, Weights};

/// Takes the cues of a sentence: the parts of the name, and the words that show it (empty where no words do).
pub trait Sink {
    /// One cue.
    fn cue(&mut self, tag: &'static str, a: &str, b: &str, words: WordRange);
}

impl<F: FnMut(Cue, WordRange)> Sink for F {
    fn cue(&mut self, tag: &'static str, a: &str, b: &str, words: WordRange) {
        self(Cue::new(tag, a, b), words);
    }
}

/// The text that cues are read from.
#[derive(Clone)]
pub struct Reading<'r> {
    kind: Kind,
    pub(super) prose: &'r Prose,
    pub(super) marks: &'r Marks,
    /// First sentence of the first and of the last paragraph, headings not counted.
    edges: (usize, usize),
    /// Asked in statements alone.
    signs: Signs<'r>,
}

const NOWHERE: fn() -> WordRange = || WordRange::new(0, 0);

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
        Self {
            kind,
            prose,
            marks,
            edges,
            signs: Signs::new(prose, marks),
        }
    }

    /// The cues of sentence number `at` that `weights` knows, each once.
    #[must_use]
    pub fn known(&self, at: usize, weights: &Weights) -> Vec<Known> {
        let mut known: Vec<Known> = Vec::new();
        self.cues(at, &mut |cue: Cue, _: WordRange| known.extend(weights.find(cue)));
        known.sort_unstable();
        known.dedup();
        known
    }

    /// The cues that sentence number `at` shows by itself and through its neighbours; some more than once.
    pub fn cues(&self, at: usize, sink: &mut impl Sink) {
        self.marks_of(at, "has", sink);
        self.company_of(at, sink);
        self.words_of(at, sink);
        self.grammar_of(at, sink);
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
            self.marks_of(at - 1, "prev", sink);
        }
        if at + 1 < paragraph.sentences.end {
            self.marks_of(at + 1, "next", sink);
        }
    }

    /// The marks of a sentence that are cues, in order.
    fn cue_marks(&self, at: usize) -> impl Iterator<Item = &'r Mark> + Clone {
        self.marks.of_sentence(at).iter().filter(|mark| mark.class.is_cue())
    }

    /// Classes of the marks of a sentence; quoted marks under their own tag.
    fn marks_of(&self, at: usize, tag: &'static str, sink: &mut impl Sink) {
        for mark in self.cue_marks(at) {
            if self.prose.words()[mark.words.start()].quoted {
                sink.cue("said", mark.class.name(), tag, mark.words);
            } else {
                sink.cue(tag, mark.class.name(), "", mark.words);
            }
        }
    }

    /// What stands around the marks of a sentence: the words next to each, and the marks that follow it closely.
    fn company_of(&self, at: usize, sink: &mut impl Sink) {
        const CLOSE: usize = 4;
        let range = self.prose.sentences()[at].words;
        let mut marks = self.cue_marks(at);
        while let Some(mark) = marks.next() {
            let (name, words) = (mark.class.name(), mark.words);
            if words.start() > range.start() {
                let shown = WordRange::new(words.start() - 1, words.end());
                sink.cue("before", self.shown(words.start() - 1), name, shown);
            }
            if words.end() < range.end() {
                let shown = WordRange::new(words.start(), words.end() + 1);
                sink.cue("behind", name, self.shown(words.end()), shown);
            }
            let close = marks
                .clone()
                .take_while(|next| next.words.start() <= words.end() + CLOSE)
                .filter(|next| next.words.start() >= words.end() && next.class != mark.class);
            for next in close {
                let between = words.end()..=next.words.start();
                if between
                    .into_iter()
                    .all(|word| self.prose.words()[word].gap <= Gap::Comma)
                {
                    let shown = WordRange::new(words.start(), next.words.end());
                    sink.cue("then", name, next.class.name(), shown);
                }
            }
        }
    }

    fn words_of(&self, at: usize, sink: &mut impl Sink) {
        let range = self.prose.sentences()[at].words;
        let mut before: Option<(&str, Cow<'_, str>)> = None;
        for word in range.range() {
            let info = &self.prose.words()[word];
            if info.quoted {
                before = None;
                continue;
            }
            let text = self.shown(word);
            let stem = stem(text);
            let shown = WordRange::new(word, word + 1);
            sink.cue("word", text, "", shown);
            sink.cue("stem", &stem, "", shown);
            if let Some((text_before, stem_before)) = before.filter(|_| info.gap <= Gap::Comma) {
                let shown = WordRange::new(word - 1, word + 1);
                sink.cue("pair", text_before, text, shown);
                sink.cue("stems", &stem_before, &stem, shown);
            }
            before = Some((text, stem));
        }
    }

    /// The word as cues know it: numbers by their shape, all else folded.
    fn shown(&self, word: usize) -> &str {
        let info = &self.prose.words()[word];
        let fold = self.prose.folded(info);
        if info.shape != Shape::Digits {
            return fold;
        }
        match fold.parse::<u32>() {
            Ok(1..=9) => fold,
            Ok(150..=300) => "#score",
            Ok(1950..=2049) => "#year",
            Ok(_) => "#count",
            Err(_) => "#number",
        }
    }

    /// Who acts, how, and in which tense.
    fn grammar_of(&self, at: usize, sink: &mut impl Sink) {
        let range = self.prose.sentences()[at].words;
        let words = range.range();
        let (mut past, mut plan, mut first_person, mut negated) = (0, 0, 0, 0);
        for word in words.clone() {
            let info = &self.prose.words()[word];
            if info.quoted {
                continue;
            }
            let fold = self.prose.folded(info);
            match fold {
                "i" | "we" => {
                    first_person += 1;
                    if let Some(verb) = self.verb_after(word, range) {
                        sink.cue(
                            if fold == "i" { "i-did" } else { "we-did" },
                            self.shown(verb),
                            "",
                            WordRange::new(word, verb + 1),
                        );
                    }
                }
                "my" | "our" => {
                    first_person += 1;
                    for noun in (word + 1..range.end()).take(2) {
                        sink.cue("my", self.shown(noun), "", WordRange::new(word, noun + 1));
                    }
                }
                "was" | "were" | "been" | "got" => {
                    if let Some(participle) = self.participle_after(word, range) {
                        let by = (participle + 1..range.end())
                            .take(4)
                            .any(|word| self.prose.fold(word) == "by");
                        let shown = WordRange::new(word, participle + 1);
                        sink.cue("passive", if by { "by" } else { "bare" }, "", shown);
                        sink.cue("passive-of", self.shown(participle), "", shown);
                    }
                    past += 1;
                }
                "not" | "never" | "no" | "nobody" | "nothing" | "without" => negated += 1,
                "will" | "hope" | "plan" | "aim" | "would" => plan += 1,
                "had" | "did" => past += 1,
                _ if fold.len() > 3 && fold.ends_with("ed") => past += 1,
                _ => {}
            }
        }
        let count = |number: usize| match number {
            0 => "none",
            1 => "one",
            _ => "more",
        };
        sink.cue("past", count(past), "", NOWHERE());
        sink.cue("plan", count(plan), "", NOWHERE());
        sink.cue("me", count(first_person), "", NOWHERE());
        sink.cue("no", count(negated), "", NOWHERE());
        let length = match range.len() {
            0..=5 => "fragment",
            6..=11 => "short",
            12..=24 => "middle",
            25..=40 => "long",
            _ => "endless",
        };
        sink.cue("length", length, "", NOWHERE());
        let first = WordRange::new(range.start(), range.start() + 1);
        sink.cue("starts", self.shown(range.start()), "", first);
        for mark in self
            .cue_marks(at)
            .take_while(|mark| mark.words.start() == range.start())
        {
            sink.cue("starts-with", mark.class.name(), "", mark.words);
        }
    }

    /// The verb of a pronoun: the next word that is no adverb and no auxiliary.
    fn verb_after(&self, pronoun: usize, range: WordRange) -> Option<usize> {
        const PASSED: [&str; 22] = [
            "had", "have", "did", "do", "was", "am", "would", "could", "should", "will", "not", "never", "also",
            "then", "still", "just", "only", "already", "always", "often", "simply", "even",
        ];
        let mut last = None;
        for word in (pronoun + 1..range.end()).take(5) {
            if self.prose.words()[word].gap > Gap::Space {
                break;
            }
            last = Some(word);
            let fold = self.prose.fold(word);
            if !PASSED.contains(&fold) && !fold.ends_with("ly") {
                break;
            }
        }
        last
    }

    fn participle_after(&self, verb: usize, range: WordRange) -> Option<usize> {
        const IRREGULAR: [&str; 36] = [
            "left",
            "lost",
            "made",
            "done",
            "given",
            "taken",
            "put",
            "sent",
            "told",
            "kept",
            "held",
            "found",
            "seen",
            "forgotten",
            "written",
            "read",
            "begun",
            "brought",
            "built",
            "cut",
            "drawn",
            "driven",
            "let",
            "paid",
            "set",
            "shown",
            "spent",
            "taught",
            "thrown",
            "broken",
            "chosen",
            "hit",
            "hurt",
            "met",
            "said",
            "signed",
        ];
        (verb + 1..range.end())
            .take(3)
            .take_while(|&word| self.prose.words()[word].gap <= Gap::Space)
            .find(|&word| {
                let fold = self.prose.fold(word);
                (fold.len() > 3 && fold.ends_with("ed")) || IRREGULAR.contains(&fold)
            })
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
        let kind = self.kind.name();
        sink.cue("kind", kind, "", NOWHERE());
        if paragraph.kind == BlockKind::ListItem {
            sink.cue("item", "", "", NOWHERE());
        }
        let (first, last) = self.edges;
        let place = match paragraph.sentences.start {
            start if start == first => "first",
            start if start == last => "last",
            _ => "middle",
        };
        sink.cue("paragraph", place, kind, NOWHERE());
        if at == paragraph.sentences.start {
            sink.cue("opens", kind, "", NOWHERE());
        }
        if at + 1 == paragraph.sentences.end {
            sink.cue("closes", kind, "", NOWHERE());
        }
    }
}
