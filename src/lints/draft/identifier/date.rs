//! Days of a patient's care with their place.

use crate::draft::Draft;
use crate::lexicon::{Class, Mark, class};
use crate::prose::{Gap, Shape, WordRange};

use super::{ILLNESS, any_behind};

/// Classes that tell the applicant's own days.
const OWN: [Class; 9] = [
    class::EXAM,
    class::COURSE,
    class::LEAVE_NOUN,
    class::SCHOOL,
    class::POST,
    class::ROTATION,
    class::APPLICATION,
    class::SCHOOL_OFFICE,
    class::IR_SOCIETY,
];

/// A day of a month with a place, in a sentence that tells a patient.
pub(super) fn with_place(draft: &Draft, at: usize) -> Option<WordRange> {
    let date = of_a_day(draft, at)?;
    let place = place_of(draft, at, date)?;
    let brought = has_somebody(draft, at) && draft.marks.has(at, class::PATIENT_ARRIVES);
    // A sentence that tells a red flag, and nothing of an illness, dates the applicant's record.
    let record = || draft.story.tellings[at].episode.is_some() && !draft.marks.has_any(at, &ILLNESS);
    let own = !brought && (draft.marks.has_any(at, &OWN) || record());
    // What the textbooks tell is no patient's secret.
    let history = draft.marks.has_any(at, &[class::IR_FIGURE, class::KNOWN_PERSON]);
    let told = !is_mine(draft, at, date) && !own && !history && has_patient(draft, at);
    told.then(|| WordRange::new(date.start().min(place.start()), date.end().max(place.end())))
}

/// The words of a day in a sentence.
pub(super) fn of_a_day(draft: &Draft, at: usize) -> Option<WordRange> {
    in_words(draft, at).or_else(|| in_digits(draft, at))
}

/// "12.03.2022", "3/12/2022", "2022-03-12".
fn in_digits(draft: &Draft, at: usize) -> Option<WordRange> {
    let sentence = draft.prose.sentences()[at].words;
    let joined = |word: usize| word < sentence.end() && draft.prose.words()[word].gap == Gap::Hyphen;
    let mut numbers = sentence
        .range()
        .filter(|&word| draft.prose.fold(word).starts_with(|c: char| c.is_ascii_digit()));
    numbers.find_map(|word| {
        let end = if joined(word + 1) && joined(word + 2) {
            word + 3
        } else {
            word + 1
        };
        let parts = (word..end).flat_map(|word| draft.prose.fold(word).split('.'));
        let numbers: Option<Vec<u32>> = parts.map(|part| part.parse().ok()).collect();
        let day = |day: u32| (1..=31).contains(&day);
        let year = |year: u32| (1950..2050).contains(&year);
        let dated = match numbers.as_deref() {
            Some(&[first, second, third]) => {
                day(second) && ((day(first) && year(third)) || (year(first) && day(third)))
            }
            _ => false,
        };
        dated.then(|| WordRange::new(word, end))
    })
}

/// The words of a day and month in a sentence.
fn in_words(draft: &Draft, at: usize) -> Option<WordRange> {
    let sentence = draft.prose.sentences()[at].words;
    let fold = |word: usize| draft.prose.fold(word);
    let is_day = |word: usize| {
        let number = fold(word).trim_end_matches(|c: char| c.is_alphabetic());
        number.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day))
            || (!matches!(fold(word), "last" | "final")
                && draft
                    .marks
                    .in_sentence(at, class::ORDINAL)
                    .any(|mark| mark.words.start() == word))
    };
    draft.marks.in_sentence(at, class::MONTH).find_map(|month| {
        let (start, end) = (month.words.start(), month.words.end());
        let inside = |word: Option<usize>| word.filter(|&word| word >= sentence.start());
        let before = inside(start.checked_sub(1)).filter(|&word| is_day(word));
        let of = inside(start.checked_sub(2)).filter(|&word| fold(word + 1) == "of" && is_day(word));
        let behind = || (end < sentence.end() && is_day(end) && !is_hour(draft, sentence, end + 1)).then_some(start);
        let first = before.or(of).or_else(behind)?;
        Some(WordRange::new(first, end))
    })
}

/// "February, 2 a.m.": what stands behind a number makes it an hour.
fn is_hour(draft: &Draft, sentence: WordRange, word: usize) -> bool {
    let fold = |word: usize| {
        if word < sentence.end() {
            draft.prose.fold(word)
        } else {
            ""
        }
    };
    match fold(word) {
        "a" | "p" => fold(word + 1) == "m",
        hour => matches!(hour.trim_end_matches('.'), "am" | "pm" | "a.m" | "p.m" | "o'clock"),
    }
}

fn place_of(draft: &Draft, at: usize, date: WordRange) -> Option<WordRange> {
    let sentence = draft.prose.sentences()[at].words;
    let places = draft
        .marks
        .in_sentence(at, class::HOSPITAL)
        .chain(draft.marks.in_sentence(at, class::NAME));
    let introduced = |place: &Mark| {
        let start = place.words.start();
        let mut before = start.saturating_sub(3).max(sentence.start())..start;
        before.any(|word| draft.marks.start_at(word, class::BEFORE_PLACE_OF_DAY))
    };
    let introduced = places
        .filter(|place| !place.words.overlaps(date))
        .find(introduced)
        .map(|place| place.words);
    introduced.or_else(|| heading(draft, sentence, date))
}

/// "Mount Hope, 12.03.2022, at night": a place that the sentence opens with, as letters and logs do.
fn heading(draft: &Draft, sentence: WordRange, date: WordRange) -> Option<WordRange> {
    let words = draft.prose.words();
    let place = WordRange::new(sentence.start(), date.start());
    let titles = place.range().all(|word| words[word].shape == Shape::Title);
    let close = !place.is_empty() && place.len() <= 4 && words[date.start()].gap == Gap::Comma;
    (titles && close).then_some(place)
}

/// "On 1 October I started", "since 6 May I have been", "my wife was killed on": what the day dates is the applicant's own.
fn is_mine(draft: &Draft, at: usize, date: WordRange) -> bool {
    let sentence = draft.prose.sentences()[at].words;
    let subject = sentence
        .range()
        .filter(|&word| word < date.start() || word >= date.end())
        .find(|&word| matches!(draft.prose.fold(word), "i" | "he" | "she" | "we" | "they"));
    let since = date.start().checked_sub(1).map_or("", |word| draft.prose.fold(word));
    let mine = subject.is_some_and(|word| draft.prose.fold(word) == "i" && word < date.end() + 12);
    let meets = || draft.marks.has_any(at, &[class::MEETS_PATIENT, class::PATIENT_MET]);
    let family = draft.marks.in_sentence(at, class::RELATIVE).any(|relative| {
        let start = relative.words.start();
        let mut owner = start.saturating_sub(1).max(sentence.start())..=start;
        start < date.start() && owner.any(|word| draft.prose.fold(word) == "my")
    });
    family
        || matches!(since, "since" | "until" | "through" | "from" | "between")
        || (mine && !meets() && !has_somebody(draft, at))
}

/// A person who is told by trade, age or as ill: "a derrickhand", "a boy of seven", "her fistula".
fn has_patient(draft: &Draft, at: usize) -> bool {
    let own = draft.prose.sentences()[at]
        .words
        .range()
        .any(|word| matches!(draft.prose.fold(word), "his" | "her") && any_behind(draft, at, word + 1, 2, &ILLNESS));
    let ill = || ILLNESS.iter().any(|&class| draft.marks.has(at, class));
    own || has_somebody(draft, at)
        || told_by_article(draft, at, |word| any_behind(draft, at, word, 0, &[class::TRADE]))
        || draft.marks.has(at, class::PATIENT_WORD)
        || ((draft.marks.has(at, class::PATIENT_ARRIVES) || i_meet(draft, at)) && ill())
}

/// "I watched", right behind the day and its place.
fn i_meet(draft: &Draft, at: usize) -> bool {
    let sentence = draft.prose.sentences()[at].words;
    let first = sentence.range().find(|&word| draft.prose.fold(word) == "i");
    first.is_some_and(|word| draft.marks.start_at(word + 1, class::MEETS_PATIENT))
}

/// "A boy", "the bleeding girl", "the twins".
fn has_somebody(draft: &Draft, at: usize) -> bool {
    let end = draft.prose.sentences()[at].words.end();
    let alone = |next: usize| next >= end || draft.prose.words()[next].gap >= Gap::Comma;
    told_by_article(draft, at, |word| {
        // "A patient transporter" is none.
        let told = alone(word + 1) || draft.marks.start_at(word, class::SOMEBODY_TOLD);
        told && draft.marks.start_at(word, class::PATIENT_SOMEBODY)
    })
}

/// Whether a word up to three words behind an article is such.
fn told_by_article(draft: &Draft, at: usize, is_such: impl Fn(usize) -> bool) -> bool {
    let sentence = draft.prose.sentences()[at].words;
    let words = draft.prose.words();
    sentence.range().any(|word| {
        matches!(draft.prose.fold(word), "a" | "an" | "the" | "this" | "that")
            && (word + 1..(word + 4).min(sentence.end()))
                .take_while(|&next| words[next].gap <= Gap::Space)
                .any(&is_such)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::source::{KindSayings, Source, Syntax};
    use crate::story::builtin_weights;

    fn day(text: &str) -> bool {
        let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        let draft = Draft::read(source, &Lexicon::builtin(), builtin_weights());
        of_a_day(&draft, 0).is_some()
    }

    #[test]
    fn an_hour_behind_a_month_is_no_day() {
        for text in [
            "Leeds, February, 2 a.m., and the hand was white",
            "In May, 3 o'clock is bright",
            "In June, 4 pm was cold",
        ] {
            assert!(!day(text), "{text}");
        }
        for text in [
            "On March 12 a boy was carried in",
            "March 12, a boy",
            "On 9 May 2023 a boy came",
            "It was March 12",
        ] {
            assert!(day(text), "{text}");
        }
    }
}
