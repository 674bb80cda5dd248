//! What the engine does with members: inflections, gaps, classes within classes, shadows.

use super::compile::{ClassSource, compile};
use super::*;
use crate::source::{KindSayings, Source, Syntax};

/// Compiles `classes` (each a line `name [verb|noun] [shadows=x]: member; member`) and marks `text` with them.
fn marks(classes: &str, text: &str) -> Vec<(String, String)> {
    let sources: Vec<ClassSource> = classes
        .lines()
        .map(|line| {
            let (head, members) = line.split_once(": ").unwrap();
            let mut head = head.split(' ');
            let name = head.next().unwrap().to_owned();
            let (mut inflect, mut shadows) = (member::Inflect::None, Vec::new());
            for word in head {
                match word {
                    "verb" => inflect = member::Inflect::Verb,
                    "noun" => inflect = member::Inflect::Noun,
                    _ => shadows.push(word.trim_start_matches("shadows=").to_owned()),
                }
            }
            let members = members.split("; ").map(str::to_owned).collect();
            ClassSource {
                name,
                about: String::new(),
                inflect,
                shadows,
                cue: true,
                members,
            }
        })
        .collect();
    let mut names: Vec<String> = builtin::NAMES.iter().map(|name| (*name).to_owned()).collect();
    names.extend(sources.iter().map(|source| source.name.clone()));
    let (program, _) = compile(&sources, &names, &Program::default()).unwrap();
    let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
    let prose = Prose::read(&source);
    let (marks, _) = matcher::find(&[&program], &prose, 0..prose.sentences().len());
    marks
        .into_iter()
        .filter(|mark| mark.class.number() >= builtin::NAMES.len())
        .map(|mark| {
            (
                names[mark.class.number()].clone(),
                prose.span(mark.words).of(text).to_owned(),
            )
        })
        .collect()
}

fn found(classes: &str, text: &str) -> Vec<String> {
    marks(classes, text)
        .into_iter()
        .map(|(class, words)| format!("{class}={words}"))
        .collect()
}

#[test]
fn inflections_hyphens_quotes_and_contractions_are_the_engine_s_work() {
    assert_eq!(
        found("fail verb: do not pass", "I didn\u{2019}t pass."),
        ["fail=didn\u{2019}t pass"]
    );
    assert_eq!(
        found("bead noun: drug-eluting bead", "the drug\u{2011}eluting beads"),
        ["bead=drug\u{2011}eluting beads"]
    );
    assert_eq!(found("who: dean office", "the dean's office"), ["who=dean's office"]);
    assert_eq!(found("x noun: embolization", "two embolisations"), ["x=embolisations"]);
}

#[test]
fn abbreviations_need_their_case() {
    let classes = "ir: IR; PE; PICC; DO";
    assert_eq!(found(classes, "IR and PICCs, ir and do"), ["ir=IR", "ir=PICCs"]);
}

#[test]
fn classes_stand_in_members_of_others() {
    let classes = "exam: step 1; USMLE step 1\nfail verb: fail .. <exam>";
    assert_eq!(
        found(classes, "I failed my first USMLE Step 1 in May."),
        ["fail=failed my first USMLE Step 1", "exam=USMLE Step 1"]
    );
    assert_eq!(
        found(classes, "I failed. Step 1 came."),
        ["exam=Step 1"],
        "not over a sentence's end"
    );
    assert_eq!(
        found(classes, "I failed; Step 1 came."),
        ["exam=Step 1"],
        "not over a semicolon"
    );
}

#[test]
fn a_shadow_hides_what_it_overlaps_also_from_other_classes() {
    let classes = "gap noun: gap\ncare shadows=gap: gap in care\ntold: my <gap>";
    assert_eq!(found(classes, "my gap in care"), ["care=gap in care"]);
    assert_eq!(found(classes, "my gap of a year"), ["told=my gap", "gap=gap"]);
}

#[test]
fn optional_slots_gaps_and_ends() {
    assert_eq!(
        found("x: take (the) exam", "take exam, take the exam"),
        ["x=take exam", "x=take the exam"]
    );
    assert_eq!(
        found("x: ^ but ..2 home $", "But he went home. But home is far."),
        ["x=But he went home"]
    );
    assert_eq!(
        found("x: a b", "a, b"),
        Vec::<String>::new(),
        "a comma parts the words of a phrase"
    );
}

#[test]
fn the_longest_mark_of_a_class_stays() {
    assert_eq!(found("x: step; step 2; step 2 CK", "Step 2CK"), ["x=Step 2CK"]);
}

#[test]
fn own_classes_come_after_those_built_in() {
    let class = |name: &str, member: &str| ClassSource {
        name: name.to_owned(),
        about: String::new(),
        inflect: member::Inflect::None,
        shadows: Vec::new(),
        cue: true,
        members: vec![member.to_owned()],
    };
    let words = [class("exam", "quux paper")];
    let own = [class("own:one", "sit <exam>"), class("own:two", "zorp")];
    let (lexicon, classes) = Lexicon::with_own(&words, &own).unwrap();
    assert_eq!(
        classes.iter().map(|class| class.number()).collect::<Vec<_>>(),
        [Class::count(), Class::count() + 1]
    );
    let text = "I sit quux paper, zorp, and sit USMLE.";
    let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
    let prose = Prose::read(&source);
    let marks = lexicon.mark(&prose);
    let of = |class: Class| -> Vec<&str> {
        let own = marks.in_sentence(0, class);
        own.map(|mark| prose.span(mark.words).of(text)).collect()
    };
    assert_eq!(of(classes[0]), ["sit quux paper", "sit USMLE"]);
    assert_eq!(of(classes[1]), ["zorp"]);
    assert_eq!(of(class::EXAM), ["quux paper", "USMLE"]);
}

#[test]
fn classes_are_cues_unless_their_file_says_no() {
    assert!(class::EXAM.is_cue() && class::YEAR.is_cue());
    assert!(!class::SUBJECT_PRONOUN.is_cue());
}

#[test]
fn a_word_is_known_by_itself_where_it_is_a_whole_member_in_the_right_case() {
    let added = ClassSource {
        name: "slot-word".to_owned(),
        about: String::new(),
        inflect: member::Inflect::None,
        shadows: Vec::new(),
        cue: false,
        members: vec!["zorp".to_owned(), "quux paper".to_owned()],
    };
    let lexicon = Lexicon::with(&[added]).unwrap();
    let marks = lexicon.mark(&Prose::default());
    for (class, word, known) in [
        (class::SLOT_WORD, "Hospital", true),
        (class::SLOT_WORD, "Zorp", true),
        (class::SLOT_WORD, "paper", false),
        (class::SLOT_NOTE, "TODO", true),
        (class::SLOT_NOTE, "todo", false),
        (class::SLOT_TITLE, "Dr.", true),
        (class::EXAM, "hospital", false),
    ] {
        assert_eq!(marks.know(class, word), known, "{word}");
    }
}

#[test]
fn the_build_and_the_matcher_agree_on_the_built_in_classes() {
    for (number, name) in builtin::NAMES.iter().enumerate() {
        assert_eq!(Class::named(name).map(Class::number), Some(number));
    }
    assert_eq!(class::YEAR.name(), "year");
    assert_eq!(class::NAME.name(), "name");
}

#[test]
fn no_mark_reaches_into_the_next_sentence() {
    for (text, expected) in [
        ("The pass rate was 92.\n\npercent", 0),
        ("# Rate of 92\n\nPercent of what?", 0),
        ("It was 92 percent.", 1),
    ] {
        let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        let marks = Lexicon::builtin().mark(&Prose::read(&source));
        let percents = marks.all().iter().filter(|mark| mark.class == class::PERCENT);
        assert_eq!(percents.count(), expected, "{text}");
    }
}
