//! What would let somebody find the patient: a full name or nickname, a day with a place, a record number.

use crate::draft::Draft;
use crate::lexicon::{Class, class};
use crate::lints::finding::Finding;
use crate::lints::rule::Rule;
use crate::prose::{Gap, Shape, WordRange};
use crate::story::field;

/// Titles of people who are no patients where nothing else says so.
const CLINICAL_TITLES: [&str; 24] = [
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
    "captain",
    "lieutenant",
    "sergeant",
    "colonel",
    "president",
    "saint",
    "st",
    "dra",
    "coach",
    "pastor",
    "father",
    "registrar",
];

/// Titles of anybody.
const TITLES: [&str; 22] = [
    "mr", "mrs", "ms", "miss", "mister", "senora", "senor", "dona", "don", "madam", "little", "baby", "mama", "nanay",
    "tatay", "pani", "pan", "herr", "frau", "monsieur", "madame", "corporal",
];

/// Words that stand before a place, not before a person.
const BEFORE_PLACES: [&str; 14] = [
    "in",
    "at",
    "from",
    "to",
    "near",
    "outside",
    "through",
    "across",
    "around",
    "into",
    "throughout",
    "on",
    "toward",
    "via",
];

/// People who are told of as patients.
const SOMEBODY: [&str; 18] = [
    "patient",
    "guy",
    "man",
    "woman",
    "boy",
    "girl",
    "lady",
    "gentleman",
    "child",
    "baby",
    "widow",
    "infant",
    "toddler",
    "fellow",
    "soldier",
    "farmer",
    "inpatient",
    "outpatient",
];

/// Classes that speak of a patient's body or treatment.
const BODY: [Class; 10] = [
    class::PATIENT_WORD,
    class::BODY_DISEASE,
    class::IR_DISEASE,
    class::IR_PROCEDURE,
    class::IR_PROCEDURE_SHARED,
    class::DIAGNOSIS,
    class::SYMPTOM,
    class::IR_ANATOMY,
    class::BODY_PART,
    class::IR_DEVICE_SHARED,
];

/// Points from which a name is taken for a patient's.
const ENOUGH: i32 = 3;

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
        let next = || draft.prose.fold(word + 1);
        let labelled = match draft.prose.fold(word) {
            "mrn" | "accession" => 1,
            "hospital" | "record" | "chart" | "nhs" | "patient" | "file"
                if matches!(next(), "number" | "no" | "id") =>
            {
                2
            }
            _ => return None,
        };
        let number = word + labelled..(word + labelled + 4).min(range.end());
        let digits = |word: usize| draft.prose.fold(word).chars().filter(char::is_ascii_digit).count();
        let last = number.clone().rfind(|&word| digits(word) > 0)?;
        (number.map(digits).sum::<usize>() >= 5).then(|| WordRange::new(word, last + 1))
    })
}

/// The first run of capitalised words that is a patient's full name.
fn full_name(draft: &Draft, at: usize) -> Option<WordRange> {
    if is_changed(draft, at) {
        return None;
    }
    let sentence = draft.prose.sentences()[at].words;
    let mut word = sentence.start();
    while word < sentence.end() {
        let start = word;
        while word < sentence.end() && is_name_part(draft, word, start) {
            word += 1;
        }
        let run = WordRange::new(start, word);
        if run.len() >= 2 && points(draft, at, run) >= ENOUGH {
            return Some(run);
        }
        word = word.max(start + 1);
    }
    None
}

fn is_name_part(draft: &Draft, word: usize, start: usize) -> bool {
    let info = &draft.prose.words()[word];
    let joined = word == start || info.gap <= Gap::Space;
    let particle = word > start
        && matches!(
            draft.prose.folded(info),
            "de" | "la" | "del" | "van" | "der" | "von" | "al" | "bin" | "los" | "thi"
        )
        && draft
            .prose
            .words()
            .get(word + 1)
            .is_some_and(|next| next.shape == Shape::Title);
    joined && (info.shape == Shape::Title || particle)
}

/// How much speaks for a run of capitalised words being a patient's name.
fn points(draft: &Draft, at: usize, run: WordRange) -> i32 {
    let sentence = draft.prose.sentences()[at].words;
    let fold = |word: usize| draft.prose.fold(word);
    let before = |back: usize| {
        run.start()
            .checked_sub(back)
            .filter(|&word| word >= sentence.start())
            .map_or("", fold)
    };
    let titled = TITLES.contains(&before(1)) || (TITLES.contains(&fold(run.start())) && fold(run.start()) != "little");
    let clinical = CLINICAL_TITLES.contains(&fold(run.start())) || CLINICAL_TITLES.contains(&before(1));
    if clinical || is_something_else(draft, at, run) || (BEFORE_PLACES.contains(&before(1)) && !titled) {
        return 0;
    }
    let near = |class: Class, words: usize| {
        draft
            .marks
            .in_sentence(at, class)
            .any(|mark| mark.words.start() <= run.end() + words && run.start() <= mark.words.end() + words)
    };
    // What says that the run is a person at all.
    let mut points = 0;
    points += if titled { 2 } else { 0 };
    let named = matches!(before(1), "named" | "called") && SOMEBODY.contains(&before(2));
    points += if SOMEBODY.contains(&before(1)) || named { 2 } else { 0 };
    points += apposition(draft, run, sentence);
    let of_body = before(1) == "of"
        && draft
            .marks
            .of_sentence(at)
            .iter()
            .any(|mark| mark.words.end() + 1 == run.start() && BODY.contains(&mark.class));
    points += if of_body { 2 } else { 0 };
    let in_bed = before(2) == "bed" || before(1) == "bed";
    points += if in_bed { 2 } else { 0 };
    if points < 2 {
        return 0;
    }
    let told_sick = sentence
        .range()
        .any(|word| matches!(fold(word), "bed" | "bay" | "consent" | "handover" | "ward" | "born"));
    points += i32::from(told_sick);
    points += i32::from(near(class::PATIENT_WORD, 3) && !titled);
    let last = (at + 1).min(draft.prose.sentences().len() - 1);
    points += i32::from((at..=last).any(|at| BODY.iter().any(|&class| draft.marks.has(at, class))));
    points -= if near(class::CLINICIAN, 4) || near(class::RELATIVE, 1) {
        3
    } else {
        0
    };
    points
}

/// Whether the lexicon knows the run as something that is no person.
fn is_something_else(draft: &Draft, at: usize, run: WordRange) -> bool {
    draft.marks.of_sentence(at).iter().any(|mark| {
        let known = matches!(
            mark.class,
            class::HOSPITAL
                | class::TIME_START
                | class::TIME_END
                | class::SCHOOL
                | class::STUDY_ABROAD_PLACE
                | class::EXAM
                | class::IR_NAME
                | class::MONTH
                | class::DOCUMENT
                | class::ROTATION
                | class::SCHOOL_OFFICE
                | class::IR_FIGURE
                | class::USCE
                | class::APPLICATION
                | class::POST
                | class::PROJECT
                | class::IR_SOCIETY
                | class::RADIOLOGY_SOCIETY
                | class::IR_DEVICE
                | class::IR_PROCEDURE
        ) || field::is_specialty(mark.class);
        known && mark.words.overlaps(run)
    })
}

/// What stands right behind a name: an age, a trade, a birthday.
fn apposition(draft: &Draft, run: WordRange, sentence: WordRange) -> i32 {
    let next = run.end();
    if next >= sentence.end() || draft.prose.words()[next].gap != Gap::Comma {
        return 0;
    }
    let fold = draft.prose.fold(next);
    let marks = || draft.marks.of_sentence(draft.prose.sentence_of(next)).iter();
    let number = marks().find(|mark| mark.class == class::NUMBER && mark.words.start() == next);
    // "Name, 67, sold": a number that counts nothing is an age.
    let aged = number.is_some_and(|mark| {
        mark.words.end() >= sentence.end() || draft.prose.words()[mark.words.end()].gap >= Gap::Comma
    });
    let trade = draft.prose.fold(next + 1) == "retired"
        || marks().any(|mark| mark.class == class::PRIOR_CAREER && (next + 1..next + 4).contains(&mark.words.start()));
    match fold {
        _ if aged => 2,
        "born" | "aged" => 2,
        "a" | "an" | "the" if trade => 2,
        "a" | "an" | "the" => 1,
        _ => 0,
    }
}

/// Whether somebody says that the name is not the real one.
fn is_changed(draft: &Draft, at: usize) -> bool {
    let last = (at + 1).min(draft.prose.sentences().len() - 1);
    let words: Vec<&str> = (at..=last)
        .flat_map(|at| draft.prose.sentences()[at].words.range())
        .map(|word| draft.prose.fold(word))
        .collect();
    words.windows(3).any(|row| {
        matches!(
            row,
            ["will" | "shall" | "would" | "let", "call" | "be" | "me", _]
                | ["have", "named" | "changed", _]
                | ["name", "is" | "has", "changed" | "been" | "not"]
                | ["not", "his" | "her" | "the" | "their", _]
                | ["name", "i" | "that", _]
                | ["changed", "his" | "her" | "the" | "their", "name"]
        )
    })
}

/// A day of a month with a place, in a sentence about a patient.
fn day_with_place(draft: &Draft, at: usize) -> Option<WordRange> {
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
    let (first, end) = draft.marks.in_sentence(at, class::MONTH).find_map(|month| {
        let (start, end) = (month.words.start(), month.words.end());
        let inside = |word: Option<usize>| word.filter(|&word| word >= sentence.start());
        let before = inside(start.checked_sub(1)).filter(|&word| is_day(word));
        let of = inside(start.checked_sub(2)).filter(|&word| fold(word + 1) == "of" && is_day(word));
        let first = before
            .or(of)
            .or_else(|| (end < sentence.end() && is_day(end)).then_some(start))?;
        Some((first, end))
    })?;
    let date = WordRange::new(first, end);
    let places = draft
        .marks
        .in_sentence(at, class::HOSPITAL)
        .chain(draft.marks.in_sentence(at, class::NAME));
    let place = places.filter(|place| !place.words.overlaps(date)).find(|place| {
        (1..=3).any(|back| {
            place.words.start().checked_sub(back).is_some_and(|word| {
                word >= sentence.start() && matches!(fold(word), "in" | "at" | "outside" | "near" | "on" | "of")
            })
        })
    })?;
    let has = |class| draft.marks.has(at, class);
    let sick = has(class::PATIENT_WORD) || has(class::BODY_DISEASE) || has(class::IR_DISEASE) || has(class::SYMPTOM);
    let somebody = sentence.range().any(|word| SOMEBODY.contains(&fold(word)));
    let mine = has(class::EXAM) || has(class::COURSE) || has(class::LEAVE_NOUN) || has(class::SCHOOL);
    ((sick || somebody) && !mine).then(|| WordRange::new(first.min(place.words.start()), end.max(place.words.end())))
}
