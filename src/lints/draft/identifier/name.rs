//! Full names: runs of capitalised words that can be a person.

use crate::draft::Draft;
use crate::lexicon::{Class, class};
use crate::prose::{Gap, Shape, WordRange};
use crate::story::field;

/// Titles that anybody may bear.
const TITLES: [Class; 2] = [class::TITLE_OF_ANYBODY, class::TITLE_ABROAD];

/// A run of capitalised words that may be a person's full name.
#[derive(Debug, Clone, Copy)]
pub(super) struct FullName {
    /// The words with their titles.
    pub run: WordRange,
    /// The words without titles.
    pub core: WordRange,
    /// Whether a title of anybody stands before it.
    pub titled: bool,
    /// Whether the lexicon knows one of its words as a given name.
    pub given: bool,
}

/// The full names of a sentence: at least two names, titles not counted, and nothing that says that it is no person.
pub(super) fn in_sentence(draft: &Draft, at: usize) -> Vec<FullName> {
    let sentence = draft.prose.sentences()[at].words;
    let mut found = Vec::new();
    let mut word = sentence.start();
    while word < sentence.end() {
        let start = word;
        while word < sentence.end() && is_part(draft, word, start) {
            word += 1;
        }
        if word > start {
            let name = read(draft, at, WordRange::new(start, word));
            found.extend(name.filter(|name| !is_something_else(draft, at, name)));
        }
        word = word.max(start + 1);
    }
    found
}

/// Parts the titles of a run from the name behind them.
fn read(draft: &Draft, at: usize, run: WordRange) -> Option<FullName> {
    let is = |word: usize, class: Class| {
        draft
            .marks
            .in_sentence(at, class)
            .any(|mark| mark.words == WordRange::new(word, word + 1))
    };
    let sentence = draft.prose.sentences()[at].words;
    let is_before = |class: Class| run.start() > sentence.start() && is(run.start() - 1, class);
    let kin = usize::from(is(run.start(), class::KIN_TITLE));
    let titles = run
        .range()
        .skip(kin)
        .take_while(|&word| TITLES.iter().any(|&title| is(word, title)))
        .count();
    let run = WordRange::new(run.start() + kin, run.end());
    let core = WordRange::new(run.start() + titles, run.end());
    if count(draft, core) < 2 || core.range().any(|word| is(word, class::TITLE_OF_CLINICIAN)) {
        return None;
    }
    if is_before(class::TITLE_OF_CLINICIAN) {
        return None;
    }
    let given = draft
        .marks
        .in_sentence(at, class::GIVEN_NAME)
        .any(|mark| core.holds(mark.words));
    Some(FullName {
        run,
        core,
        titled: titles > 0 || TITLES.iter().any(|&title| is_before(title)),
        given,
    })
}

/// How many names a run holds: hyphens join, particles do not count.
pub(super) fn count(draft: &Draft, run: WordRange) -> usize {
    let names = run.range().filter(|&word| {
        let joined = word > run.start() && draft.prose.words()[word].gap <= Gap::Hyphen;
        !joined && !is_particle(draft, word) && draft.prose.words()[word].shape != Shape::Upper
    });
    names.count()
}

/// The folded word `back` words before a run, if it stands in the same sentence.
pub(super) fn word_before(draft: &Draft, at: usize, run: WordRange, back: usize) -> &str {
    let sentence = draft.prose.sentences()[at].words;
    let word = run.start().checked_sub(back).filter(|&word| word >= sentence.start());
    word.map_or("", |word| draft.prose.fold(word))
}

/// Whether the word `back` words before a run, in the same sentence, is of a class.
pub(super) fn is_before(draft: &Draft, at: usize, run: WordRange, back: usize, class: Class) -> bool {
    let sentence = draft.prose.sentences()[at].words;
    let word = run.start().checked_sub(back).filter(|&word| word >= sentence.start());
    word.is_some_and(|word| draft.marks.start_at(word, class))
}

fn is_particle(draft: &Draft, word: usize) -> bool {
    draft.marks.start_at(word, class::NAME_PARTICLE)
}

fn is_part(draft: &Draft, word: usize, start: usize) -> bool {
    let words = draft.prose.words();
    let info = &words[word];
    // Only inside of a name are there words of other looks.
    if word == start && !matches!(info.shape, Shape::Title | Shape::Mixed) {
        return false;
    }
    let fold = draft.prose.folded(info);
    if word > start && (info.gap > Gap::Space || words[word - 1].possessive) {
        return false;
    }
    let capital = |word: usize| {
        words.get(word).is_some_and(|info| {
            let mixed = || info.span.of(draft.source.text()).starts_with(char::is_uppercase);
            info.gap <= Gap::Space && (info.shape == Shape::Title || (info.shape == Shape::Mixed && mixed()))
        })
    };
    let inside = word > start && (capital(word + 1) || (is_particle(draft, word + 1) && capital(word + 2)));
    let particle = inside && is_particle(draft, word);
    let initial = inside && info.shape == Shape::Upper && fold.chars().count() == 1 && fold != "i";
    let named = info.shape == Shape::Title
        || (info.shape == Shape::Mixed && info.span.of(draft.source.text()).starts_with(char::is_uppercase));
    particle || initial || (named && !draft.marks.start_at(word, class::SENTENCE_OPENER))
}

/// Whether the words of a run or next to it say that it is no person, or one whom the world knows.
fn is_something_else(draft: &Draft, at: usize, name: &FullName) -> bool {
    // "At the NAME": a house that bears a name. "From the NAME": a region, as long as nobody is called so.
    let the = usize::from(word_before(draft, at, name.run, 1) == "the");
    let follows_the = |class: Class| is_before(draft, at, name.run, the + 1, class);
    let place = follows_the(class::BEFORE_PLACE) || (follows_the(class::BEFORE_PLACE_MOSTLY) && !name.given);
    let marks = draft.marks.of_sentence(at);
    // "The medics wheeled in NAME": what follows is a patient, whatever else is called so.
    let met = marks
        .iter()
        .any(|mark| mark.class == class::PATIENT_MET && mark.words.end() == name.run.start());
    let person = name.titled || (met && name.given);
    // "My Maw-Maw NAME": whoever is mine by name is no patient.
    let mine = matches!(word_before(draft, at, name.run, 1), "my" | "our");
    if (place && !person) || (mine && !name.titled) {
        return true;
    }
    let core = name.core;
    marks.iter().any(|mark| {
        let words = mark.words;
        match mark.class {
            class::KNOWN_PERSON => words.overlaps(core),
            class::PLACE_OPENER => !person && words.start() == core.start(),
            class::THING_NAMED => !person && words.start() + 1 >= core.end() && words.start() <= core.end(),
            // Devices are called after people.
            class::IR_DEVICE | class::IR_PROCEDURE | class::IR_NAME => {
                !name.titled && !name.given && words.overlaps(core)
            }
            class => is_thing(class) && words.overlaps(core),
        }
    })
}

/// Classes whose words are no person's name.
fn is_thing(class: Class) -> bool {
    matches!(
        class,
        class::HOSPITAL
            | class::TIME_START
            | class::TIME_END
            | class::SCHOOL
            | class::STUDY_ABROAD_PLACE
            | class::EXAM
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
    ) || field::is_specialty(class)
}
