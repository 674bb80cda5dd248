//! Whether somebody named is a patient: what is said of them, against what is said of clinicians, teachers, relatives.

use crate::draft::Draft;
use crate::lexicon::{Class, Mark, class};
use crate::prose::{Gap, Shape, WordRange};

use super::date;
use super::name::{FullName, is_before, word_before};
use super::{BODY, DISEASE, ILLNESS, any_behind};

/// Points from which a name is taken for a patient's.
const ENOUGH: i32 = 3;

/// Whether a full name is a patient's: somebody, told as ill, and not as one who heals or teaches.
pub(super) fn is_patient(draft: &Draft, at: usize, name: &FullName) -> bool {
    let told = Told { draft, at, name };
    let called = told.called_somebody();
    let told_by = told.apposition();
    let care = told.is_cared_for();
    let met = told.before(class::PATIENT_MET, 0) || told.is_case();
    let arrives = told.does(class::PATIENT_ARRIVES, 6);
    let somebody = name.titled || name.given || called > 0 || told_by > 1 || care || told.is_case();
    if !somebody || told.heals() {
        return false;
    }
    // Without any illness there is no patient, however well remembered somebody is.
    let ill = told.ill();
    let aged = told_by > 2 && told.is_among(&BODY);
    if ill == 0 && !met && !arrives && called == 0 && !aged {
        return false;
    }
    let kept = told.before(class::UNFORGOTTEN, 0) || told.does(class::UNFORGOTTEN, 0);
    let points = called
        + told_by
        + told.body()
        + ill
        + told.place()
        + if arrives || care { 3 } else { 0 }
        + if met { 2 } else { 0 }
        + if kept { 2 } else { 0 }
        + i32::from(name.titled)
        + i32::from(date::of_a_day(draft, at).is_some());
    points >= ENOUGH
}

/// How many words what is set between commas behind a name may take.
const CLAUSE: usize = 24;

/// What a sentence tells of a name in it.
pub(super) struct Told<'d> {
    pub(super) draft: &'d Draft,
    pub(super) at: usize,
    name: &'d FullName,
}

impl Told<'_> {
    pub(super) fn run(&self) -> WordRange {
        self.name.run
    }

    pub(super) fn sentence(&self) -> WordRange {
        self.draft.prose.sentences()[self.at].words
    }

    pub(super) fn fold(&self, word: usize) -> &str {
        if self.sentence().range().contains(&word) {
            self.draft.prose.fold(word)
        } else {
            ""
        }
    }

    pub(super) fn marks(&self) -> &[Mark] {
        self.draft.marks.of_sentence(self.at)
    }

    /// Where the name starts, a title in lower case included.
    pub(super) fn start(&self) -> usize {
        let lower = self.name.titled && self.name.run.start() == self.name.core.start();
        self.run().start() - usize::from(lower && self.run().start() > 0)
    }

    /// Whether words of a class end right before the name, or up to `reach` words earlier.
    pub(super) fn before(&self, class: Class, reach: usize) -> bool {
        let start = self.start();
        self.marks()
            .iter()
            .any(|mark| mark.class == class && mark.words.end() <= start && mark.words.end() + reach >= start)
    }

    /// Whether the name is the subject of words of a class, which stand at most `reach` words behind it.
    pub(super) fn does(&self, class: Class, reach: usize) -> bool {
        let mut marks = self.marks().iter();
        marks.any(|mark| mark.class == class && self.is_subject_of(mark, reach))
    }

    /// Whether the name is the subject of these words, which stand at most `reach` words behind it.
    pub(super) fn is_subject_of(&self, mark: &Mark, reach: usize) -> bool {
        let (end, start) = (self.run().end(), mark.words.start());
        let other = |word: usize| self.draft.marks.start_at(word, class::SUBJECT_PRONOUN);
        (end..=end + reach).contains(&start) && !(end..start).any(other)
    }

    /// Whether one of the next sentences that speak of the same person by a pronoun is such.
    pub(super) fn told_on(&self, is_such: impl Fn(usize) -> bool) -> bool {
        let prose = &self.draft.prose;
        let paragraph = prose.sentences()[self.at].paragraph;
        (self.at + 1..prose.sentences().len().min(self.at + 4))
            .take_while(|&at| {
                let sentence = &prose.sentences()[at];
                let first = prose.fold(sentence.words.start());
                sentence.paragraph == paragraph && matches!(first, "he" | "she" | "his" | "her")
            })
            .any(is_such)
    }

    /// "So there is this guy, NAME", "a woman called NAME", "bed twelve, NAME".
    fn called_somebody(&self) -> i32 {
        let before = |back: usize| word_before(self.draft, self.at, self.run(), back);
        let trade = self.run().start().checked_sub(1).is_some_and(|word| {
            let marks = self.marks().iter();
            marks
                .filter(|mark| mark.class == class::TRADE)
                .any(|mark| mark.words.end() == word)
        });
        let somebody = |back: usize| is_before(self.draft, self.at, self.run(), back, class::PATIENT_SOMEBODY);
        let called = matches!(before(1), "named" | "called") && (trade || somebody(2));
        let bed = before(2) == "bed" || before(1) == "bed";
        if somebody(1) || bed || (called && self.is_among(&DISEASE) && !self.is_beside_me()) {
            3
        } else if called {
            1
        } else {
            self.presented()
        }
    }

    /// "I run the diabetes group with a church cook named NAME": who works beside me.
    fn is_beside_me(&self) -> bool {
        let start = self.start().saturating_sub(1);
        let near = start.saturating_sub(5).max(self.sentence().start())..start;
        let mut articles = near.rev().filter(|&word| matches!(self.fold(word), "a" | "an"));
        let article = articles.next().filter(|&word| word > self.sentence().start());
        article.is_some_and(|word| self.fold(word - 1) == "with")
    }

    /// "A boy of nine, NAME", "a patient everyone called NAME", "an old shepherd, NAME": somebody new, and then the name. A
    /// trade alone says less.
    fn presented(&self) -> i32 {
        let (words, start) = (self.draft.prose.words(), self.start());
        let called = matches!(self.fold(start.wrapping_sub(1)), "named" | "called");
        if !called && words[start].gap != Gap::Comma {
            return 0;
        }
        let first = start.saturating_sub(8).max(self.sentence().start());
        let mut before = (first..start.saturating_sub(1)).rev();
        let close = before.by_ref().take_while(|&word| words[word + 1].gap <= Gap::Space);
        let new = close.filter(|&word| matches!(self.fold(word), "a" | "an" | "my" | "our" | "the"));
        let told = |word: usize| {
            let new = matches!(self.fold(word), "a" | "an");
            // "My first patient in the clinic, NAME".
            let patient = |word: usize| self.fold(word) == "patient" && !self.draft.prose.words()[word].possessive;
            if (word + 1..(word + 3).min(start)).any(patient) {
                return 3;
            }
            if !new {
                return 0;
            }
            let mut next = word + 1..(word + 4).min(start);
            if next
                .clone()
                .take(2)
                .any(|word| self.draft.marks.start_at(word, class::PATIENT_SOMEBODY))
            {
                3
            } else if next.any(|word| self.draft.marks.start_at(word, class::TRADE) || is_worker(self.fold(word))) {
                2
            } else {
                0
            }
        };
        new.map(told).max().unwrap_or(0)
    }

    /// "My first liver was NAME's", "the patient was called NAME", "it was for NAME".
    fn is_case(&self) -> bool {
        self.before(class::CASE_WAS, 0)
    }

    /// "NAME, who has the bakery on the corner, was brought in", "NAME had been told": care befalls the name, perhaps
    /// behind what is set between commas.
    fn is_cared_for(&self) -> bool {
        let words = self.draft.prose.words();
        let end = self.run().end();
        let is_care = |word: usize| self.draft.marks.start_at(word, class::CARE_TOLD);
        let starts = |word: usize| is_care(word) || (self.fold(word) == "who" && is_care(word + 1));
        let set_behind = words.get(end).is_some_and(|word| word.gap == Gap::Comma)
            && matches!(
                self.fold(end),
                "who" | "whom" | "whose" | "from" | "of" | "a" | "an" | "the" | "then"
            );
        let closed = |&word: &usize| word > end && words[word].gap == Gap::Comma;
        let last = self.sentence().end().min(end + CLAUSE);
        let mut later = (end..last)
            .take_while(|&word| words[word].gap <= Gap::Comma)
            .filter(closed);
        (end < last && starts(end)) || (set_behind && later.any(starts))
    }

    /// Whether this sentence or those before it in the same paragraph tell of illness: patients are told of here.
    fn is_among(&self, classes: &[Class]) -> bool {
        let sentences = self.draft.prose.sentences();
        let near = self.at.saturating_sub(2)..=self.at;
        near.filter(|&at| sentences[at].paragraph == sentences[self.at].paragraph)
            .any(|at| self.draft.marks.has_any(at, classes))
    }

    /// An age, a birthday or a trade, set behind the name and perhaps behind a place.
    fn apposition(&self) -> i32 {
        let words = self.draft.prose.words();
        let end = self.sentence().end();
        let comma = (self.run().end()..end.min(self.run().end() + 6))
            .take_while(|&word| words[word].gap <= Gap::Comma)
            .filter(|&word| words[word].gap == Gap::Comma);
        comma.map(|word| self.apposed(word)).max().unwrap_or(0)
    }

    fn apposed(&self, next: usize) -> i32 {
        let words = self.draft.prose.words();
        let number = self
            .marks()
            .iter()
            .find(|mark| mark.class == class::NUMBER && mark.words.start() == next);
        // "Name, 67, sold": a number that counts nothing is an age.
        let aged = number.is_some_and(|mark| {
            let after = mark.words.end();
            let years = || matches!(self.fold(after), "years" | "year") && self.fold(after + 1) == "old";
            after >= self.sentence().end() || words[after].gap >= Gap::Comma || years()
        });
        let trade = |word: usize| {
            let known = self.marks().iter().any(|mark| {
                matches!(mark.class, class::TRADE | class::PRIOR_CAREER)
                    && (word..word + 4).contains(&mark.words.start())
            });
            known || (word..word + 3).any(|word| is_worker(self.fold(word)))
        };
        match self.fold(next) {
            _ if aged => 3,
            "born" | "aged" => 3,
            "a" | "an" | "the" | "my" | "our" if (next + 1..next + 3).any(|word| self.fold(word) == "patient") => 3,
            "who" | "she" | "he" if self.lives_by(next + 1) => 2,
            "a" | "an" | "the" if trade(next + 1) || self.fold(next + 1) == "retired" => 2,
            "my" | "our"
                if matches!(self.fold(next + 1), "first" | "second" | "last")
                    && any_behind(self.draft, self.at, next + 2, 1, &BODY) =>
            {
                3
            }
            _ => 0,
        }
    }

    /// "Who kept the bakery", "she sold empanadas".
    fn lives_by(&self, word: usize) -> bool {
        self.draft.marks.start_at(word, class::LIVES_BY)
    }

    /// "The foot of NAME", "NAME's arm", "NAME, whose liver", "NAME with a thrombosed fistula", "born" on a form.
    fn body(&self) -> i32 {
        let (start, end) = (self.start(), self.run().end());
        let lent = |mark: &Mark| self.draft.marks.start_at(mark.words.start(), class::LENT_PART);
        let ills = self
            .marks()
            .iter()
            .filter(|mark| ILLNESS.contains(&mark.class) && !lent(mark));
        let ill_at = |from: usize, to: usize| ills.clone().any(|mark| (from..to).contains(&mark.words.start()));
        let of = self.fold(start.wrapping_sub(1)) == "of" && ills.clone().any(|mark| mark.words.end() + 1 == start);
        let owns = self.draft.prose.words()[end - 1].possessive && ill_at(end, end + 3);
        let clause = match self.fold(end) {
            "with" | "whose" => ill_at(end + 1, end + 8),
            "who" => matches!(self.fold(end + 1), "had" | "has") && ill_at(end + 2, end + 9),
            _ => false,
        };
        let form = (self.sentence().start()..start)
            .any(|word| matches!(self.fold(word), "bed" | "bay" | "consent" | "handover"));
        if of || owns {
            3
        } else if clause || (matches!(self.fold(end), "had" | "has") && ill_at(end + 1, end + 4)) {
            2
        } else {
            i32::from(form)
        }
    }

    /// Whether there is illness in the sentence or in those after it that speak of the same person; their own
    /// ("her fistula") says more.
    fn ill(&self) -> i32 {
        let has = |at: usize| BODY.iter().any(|&class| self.draft.marks.has(at, class));
        let here = has(self.at);
        let own = |at: usize| {
            let mut words = self.draft.prose.sentences()[at].words.range();
            words.any(|word| {
                matches!(self.draft.prose.fold(word), "his" | "her") && any_behind(self.draft, at, word + 1, 1, &BODY)
            })
        };
        // "A boy with an abscess down his psoas. NAME of Highlandtown, a steamfitter."
        let led_up = self.at.checked_sub(1).is_some_and(|before| {
            let sentences = self.draft.prose.sentences();
            sentences[before].paragraph == sentences[self.at].paragraph && own(before)
        });
        i32::from(here || led_up || self.told_on(has)) + i32::from(own(self.at))
    }

    /// "NAME of Ballymun", "NAME, from the Loma de Cabrera".
    fn place(&self) -> i32 {
        let end = self.run().end();
        let word = |at: usize| self.draft.prose.words().get(at).filter(|_| at < self.sentence().end());
        let named = |at: usize| word(at).is_some_and(|word| word.shape == Shape::Title);
        let after = if self.fold(end + 1) == "the" { end + 2 } else { end + 1 };
        i32::from(matches!(self.fold(end), "of" | "from") && named(after))
    }
}

/// Whether a word ends as the names of trades do: `quarryman`, `broommaker`.
fn is_worker(word: &str) -> bool {
    let endings = [
        "man", "woman", "hand", "herd", "smith", "wright", "monger", "keeper", "maker", "worker", "fitter", "driver",
    ];
    word.len() > 5 && word != "german" && endings.iter().any(|ending| word.ends_with(ending))
}
