//! Who acts in a sentence, how, and in which tense; how long it is, and how it begins.

use crate::prose::{Gap, WordRange, WordSet};
use crate::story::cue::{Part, Tag};

use super::{NOWHERE, Reading, Sink, name, tag};

/// All words that [`Reading::acts_of`] looks at by their letters.
static TELLING: WordSet = WordSet::new(&[
    "i", "we", "my", "our", "was", "were", "been", "got", "not", "never", "no", "nobody", "nothing", "without", "will",
    "hope", "plan", "aim", "would", "had", "did",
]);

/// How many words of a sentence tell the past, a plan, the applicant, a negation.
#[derive(Default)]
struct Counts {
    past: usize,
    plan: usize,
    first_person: usize,
    negated: usize,
}

impl Reading<'_> {
    /// Who acts, how, and in which tense.
    pub(super) fn acts_of(&self, at: usize, sink: &mut impl Sink) {
        let range = self.prose.sentences()[at].words;
        let mut counts = Counts::default();
        for word in range.range().filter(|&word| !self.prose.words()[word].quoted) {
            let fold = self.prose.fold(word);
            if !TELLING.has(fold) {
                counts.past += usize::from(fold.len() > 3 && fold.ends_with("ed"));
                continue;
            }
            match fold {
                "i" => self.does(word, tag::I_DID, range, sink),
                "we" => self.does(word, tag::WE_DID, range, sink),
                "my" | "our" => self.owns(word, range, sink),
                "was" | "were" | "been" | "got" => self.suffers(word, range, sink),
                _ => {}
            }
            match fold {
                "i" | "we" | "my" | "our" => counts.first_person += 1,
                "not" | "never" | "no" | "nobody" | "nothing" | "without" => counts.negated += 1,
                "will" | "hope" | "plan" | "aim" | "would" => counts.plan += 1,
                _ => counts.past += 1,
            }
        }
        counts.cues(sink);
        let length = match range.len() {
            0..=5 => "fragment",
            6..=11 => "short",
            12..=24 => "middle",
            25..=40 => "long",
            _ => "endless",
        };
        sink.hashed(tag::LENGTH, Part::new(length), Part::NONE, NOWHERE());
        self.opening_of(at, sink);
    }

    /// What the pronoun at `word` does.
    fn does(&self, word: usize, tag: Tag, range: WordRange, sink: &mut impl Sink) {
        if let Some(verb) = self.verb_after(word, range) {
            sink.hashed(tag, self.shown(verb), Part::NONE, WordRange::new(word, verb + 1));
        }
    }

    /// What is the applicant's own.
    fn owns(&self, word: usize, range: WordRange, sink: &mut impl Sink) {
        for noun in (word + 1..range.end()).take(2) {
            sink.hashed(tag::MY, self.shown(noun), Part::NONE, WordRange::new(word, noun + 1));
        }
    }

    /// What is done to something, and whether it is said by whom.
    fn suffers(&self, word: usize, range: WordRange, sink: &mut impl Sink) {
        let Some(participle) = self.participle_after(word, range) else {
            return;
        };
        let mut after = (participle + 1..range.end()).take(4);
        let by = if after.any(|word| self.prose.fold(word) == "by") {
            "by"
        } else {
            "bare"
        };
        let shown = WordRange::new(word, participle + 1);
        sink.hashed(tag::PASSIVE, Part::new(by), Part::NONE, shown);
        sink.hashed(tag::PASSIVE_OF, self.shown(participle), Part::NONE, shown);
    }

    /// The word and the marks that a sentence begins with.
    fn opening_of(&self, at: usize, sink: &mut impl Sink) {
        let start = self.prose.sentences()[at].words.start();
        let first = WordRange::new(start, start + 1);
        sink.hashed(tag::STARTS, self.shown(start), Part::NONE, first);
        let marks = self.cue_marks(at).iter();
        for mark in marks.take_while(|mark| mark.words.start() == start) {
            sink.hashed(tag::STARTS_WITH, name(mark.class), Part::NONE, mark.words);
        }
    }

    /// The verb of a pronoun: the next word that is no adverb and no auxiliary.
    fn verb_after(&self, pronoun: usize, range: WordRange) -> Option<usize> {
        static PASSED: WordSet = WordSet::new(&[
            "had", "have", "did", "do", "was", "am", "would", "could", "should", "will", "not", "never", "also",
            "then", "still", "just", "only", "already", "always", "often", "simply", "even",
        ]);
        let mut last = None;
        for word in (pronoun + 1..range.end()).take(5) {
            if self.prose.words()[word].gap > Gap::Space {
                break;
            }
            last = Some(word);
            let fold = self.prose.fold(word);
            if !PASSED.has(fold) && !fold.ends_with("ly") {
                break;
            }
        }
        last
    }

    /// The participle of a form of "be" or "get": one of the next words.
    fn participle_after(&self, verb: usize, range: WordRange) -> Option<usize> {
        static IRREGULAR: WordSet = WordSet::new(&[
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
        ]);
        (verb + 1..range.end())
            .take(3)
            .take_while(|&word| self.prose.words()[word].gap <= Gap::Space)
            .find(|&word| {
                let fold = self.prose.fold(word);
                (fold.len() > 3 && fold.ends_with("ed")) || IRREGULAR.has(fold)
            })
    }
}

impl Counts {
    fn cues(&self, sink: &mut impl Sink) {
        const NUMBERS: [Part<'static>; 3] = [Part::new("none"), Part::new("one"), Part::new("more")];
        for (tag, count) in [
            (tag::PAST, self.past),
            (tag::PLAN, self.plan),
            (tag::ME, self.first_person),
            (tag::NO, self.negated),
        ] {
            sink.hashed(tag, NUMBERS[count.min(2)], Part::NONE, NOWHERE());
        }
    }
}
