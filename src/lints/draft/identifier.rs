//! What would let somebody find the patient: a full name or nickname, a day with a place, a record number.

use crate::draft::Draft;
use crate::lexicon::class;
use crate::lints::finding::Finding;
use crate::lints::rule::Rule;
use crate::prose::{Gap, Shape, WordRange};

/// Titles of people who are no patients where nothing else says so.
const CLINICAL_TITLES: [&str; 12] = [
    "dr",
    "doctor",
    "drs",
    "prof",
    "professor",
    "sister",
    "nurse",
    "judge",
    "dean",
    "chief",
    "resident",
    "fellow",
];

/// Titles of anybody.
const TITLES: [&str; 14] = [
    "mr", "mrs", "ms", "miss", "mister", "senora", "senor", "dona", "don", "madam", "captain", "little", "baby", "mama",
];

/// `patient-identifier`.
pub(in crate::lints) fn patient_identifier(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    for at in 0..draft.prose.sentences().len() {
        let found = record_number(draft, at).map(|words| ("record", words));
        let found = found.or_else(|| full_name(draft, at).map(|words| ("name", words)));
        let found = found.or_else(|| day_with_place(draft, at).map(|words| ("date", words)));
        if let Some((message, words)) = found {
            let span = draft.prose.span(words);
            findings.push(rule.finding_saying(message, span, &[("words", span.of(draft.source.text()))]));
        }
    }
}

/// `MRN 4471902`, `hospital number RX-20-55817`, `Accession 22-0098133`.
fn record_number(draft: &Draft, at: usize) -> Option<WordRange> {
    let range = draft.prose.sentences()[at].words;
    range.range().find_map(|word| {
        let fold = draft.prose.fold(word);
        let next = || draft.prose.fold(word + 1);
        let labelled = match fold {
            "mrn" | "accession" => 1,
            "hospital" | "record" | "chart" | "nhs" | "patient" | "file"
                if matches!(next(), "number" | "no" | "id") =>
            {
                2
            }
            _ => return None,
        };
        let digits: usize = (word + labelled..(word + labelled + 4).min(range.end()))
            .map(|word| draft.prose.fold(word).chars().filter(char::is_ascii_digit).count())
            .sum();
        let last = (word + labelled..(word + labelled + 4).min(range.end()))
            .filter(|&word| draft.prose.fold(word).contains(|c: char| c.is_ascii_digit()))
            .last()?;
        (digits >= 5).then(|| WordRange::new(word, last + 1))
    })
}

/// A run of capitalised words that is a patient's name: a title or an age beside it, patients' words around it, and
/// nobody who says that it is changed.
fn full_name(draft: &Draft, at: usize) -> Option<WordRange> {
    let sentence = draft.prose.sentences()[at].words;
    if changed(draft, at) {
        return None;
    }
    let fold = |word: usize| draft.prose.fold(word);
    let mut word = sentence.start();
    while word < sentence.end() {
        let start = word;
        while word < sentence.end() && is_name_part(draft, word, word == start) {
            word += 1;
        }
        if word - start < 2 {
            word = word.max(start + 1);
            continue;
        }
        let run = WordRange::new(start, word);
        let before = start
            .checked_sub(1)
            .filter(|&before| before >= sentence.start())
            .map_or("", fold);
        let titled = TITLES.contains(&fold(start)) || TITLES.contains(&before);
        let clinical = CLINICAL_TITLES.contains(&fold(start)) || CLINICAL_TITLES.contains(&before);
        let relative = draft.marks.has(at, class::RELATIVE);
        let aged = age_follows(draft, run, sentence);
        let patient = patients_around(draft, at);
        if !clinical && !relative && ((titled && patient) || (aged && patient)) {
            return Some(run);
        }
    }
    None
}

fn is_name_part(draft: &Draft, word: usize, first: bool) -> bool {
    let info = &draft.prose.words()[word];
    let joined = first || info.gap <= Gap::Space;
    let fold = draft.prose.folded(info);
    joined
        && (info.shape == Shape::Title
            || (!first && matches!(fold, "de" | "la" | "del" | "van" | "der" | "von" | "al" | "bin")))
}

/// `, 67,` or `, a retired postmistress` right behind a name.
fn age_follows(draft: &Draft, run: WordRange, sentence: WordRange) -> bool {
    let next = run.end();
    if next >= sentence.end() || draft.prose.words()[next].gap != Gap::Comma {
        return false;
    }
    let fold = draft.prose.fold(next);
    let age = fold.parse::<u32>().is_ok_and(|age| (1..=110).contains(&age));
    let trade = matches!(fold, "a" | "an") && !draft.marks.has(draft.prose.sentence_of(next), class::CLINICIAN);
    age || trade
}

/// Whether this sentence or the next speaks of patients, diseases or procedures.
fn patients_around(draft: &Draft, at: usize) -> bool {
    let classes = [
        class::PATIENT_WORD,
        class::BODY_DISEASE,
        class::IR_DISEASE,
        class::IR_PROCEDURE,
        class::IR_PROCEDURE_SHARED,
        class::DIAGNOSIS,
        class::IR_ANATOMY,
    ];
    (at..=at + 1).any(|at| classes.iter().any(|&class| draft.marks.has(at, class)))
}

/// Whether somebody says that the name is not the real one.
fn changed(draft: &Draft, at: usize) -> bool {
    let last = (at + 1).min(draft.prose.sentences().len() - 1);
    let words: Vec<&str> = (at..=last)
        .flat_map(|at| draft.prose.sentences()[at].words.range())
        .map(|word| draft.prose.fold(word))
        .collect();
    words.windows(3).any(|row| {
        matches!(
            row,
            ["will" | "shall" | "would", "call", _] | ["have", "named" | "changed", _]
        ) || matches!(
            row,
            ["not", _, "name"] | ["name", "is", "changed"] | ["name", "has", "been"] | ["not", "his" | "her", _]
        )
    })
}

/// A day of a month and a year with a place, in a sentence about a patient.
fn day_with_place(draft: &Draft, at: usize) -> Option<WordRange> {
    let sentence = draft.prose.sentences()[at].words;
    let dated = draft.marks.in_sentence(at, class::MONTH).find_map(|month| {
        let day = |word: usize| {
            let fold = draft.prose.fold(word).trim_end_matches(|c: char| c.is_alphabetic());
            fold.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day))
        };
        let (start, end) = (month.words.start(), month.words.end());
        let first = if start > sentence.start() && day(start - 1) {
            start - 1
        } else if end < sentence.end() && day(end) {
            start
        } else {
            return None;
        };
        Some((first, end))
    });
    let (first, end) = dated?;
    let place = draft.marks.in_sentence(at, class::HOSPITAL).next().or_else(|| {
        draft.marks.in_sentence(at, class::NAME).find(|name| {
            name.words.start() > sentence.start()
                && matches!(
                    draft.prose.fold(name.words.start() - 1),
                    "in" | "at" | "outside" | "near"
                )
                && !name.words.overlaps(WordRange::new(first, end))
        })
    })?;
    let patient = draft.marks.has(at, class::PATIENT_WORD);
    patient.then(|| WordRange::new(first.min(place.words.start()), end.max(place.words.end())))
}
