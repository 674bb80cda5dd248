//! The field's words: classes of words and phrases, found in one pass and turned into marks on a draft.
//!
//! The classes stand in `lints/words/`; the build compiles them into flat tables.

mod builtin;
pub mod compile;
mod inflect;
mod levels;
mod matcher;
pub mod member;
pub mod program;
mod spelling;

use std::borrow::Cow;

use crate::prose::{Prose, WordRange, split_digits};
use compile::{ClassSource, CompileError};
use member::Inflect;
use program::{PatternHead, Program};

mod digits {
    pub(super) use super::split_digits;
}

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// A class of the lexicon, by number. The classes that the code knows by name are in [`class`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Class(u16);

impl Class {
    /// The class of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let number = builtin::NAMES
            .iter()
            .chain(CLASS_NAMES.iter())
            .position(|known| *known == name)?;
        u16::try_from(number).ok().map(Self)
    }

    /// The classes of `lints/words/`, in order of name: those that a configuration can add words to.
    pub fn of_words() -> impl Iterator<Item = Self> {
        let numbers = builtin::NAMES.len()..Self::count();
        numbers.filter_map(|number| u16::try_from(number).ok().map(Self))
    }

    /// How the members of the class inflect.
    #[must_use]
    pub fn inflect(self) -> Inflect {
        let own = self.number().checked_sub(builtin::NAMES.len());
        own.and_then(|number| CLASS_INFLECTS.get(number).copied())
            .unwrap_or_default()
    }

    /// The name, as `lints/words/` has it; empty for a class that a configuration brings along.
    #[must_use]
    pub fn name(self) -> &'static str {
        let number = usize::from(self.0);
        let own = || {
            number
                .checked_sub(builtin::NAMES.len())
                .and_then(|number| CLASS_NAMES.get(number))
        };
        builtin::NAMES.get(number).or_else(own).copied().unwrap_or_default()
    }

    /// How many classes are built in; the classes of a configuration have numbers from here on.
    #[must_use]
    pub fn count() -> usize {
        builtin::NAMES.len() + CLASS_NAMES.len()
    }

    /// The number.
    #[must_use]
    pub fn number(self) -> usize {
        usize::from(self.0)
    }
}

/// Words of a draft that belong to a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The class.
    pub class: Class,
    /// The words.
    pub words: WordRange,
}

/// The lexicon: what is built in, and what a configuration adds.
#[derive(Debug, Clone)]
pub struct Lexicon {
    /// What is built in, where added words make its patterns wait.
    raised: Option<Program>,
    added: Option<Program>,
}

impl Lexicon {
    /// The lexicon as it is built in.
    #[must_use]
    pub fn builtin() -> Self {
        Self {
            raised: None,
            added: None,
        }
    }

    /// The lexicon with further members for its classes.
    ///
    /// # Errors
    /// When a member is not written as the format says, or names a class that does not exist.
    pub fn with(words: &[ClassSource]) -> Result<Self, CompileError> {
        Self::with_own(words, &[]).map(|(lexicon, _)| lexicon)
    }

    /// The lexicon with further members for its classes (`words`) and with classes of its own (`own`), which come after
    /// those that are built in, in the order in which they are given.
    ///
    /// # Errors
    /// As [`Lexicon::with`], and when there are more classes than a [`Program`] can number.
    pub fn with_own(words: &[ClassSource], own: &[ClassSource]) -> Result<(Self, Vec<Class>), CompileError> {
        if words.is_empty() && own.is_empty() {
            return Ok((Self::builtin(), Vec::new()));
        }
        let most = PatternHead::CLASSES - Class::count();
        if own.len() > most {
            return Err(CompileError::TooMany { most });
        }
        let builtin = builtin::NAMES.iter().chain(CLASS_NAMES.iter());
        let names: Vec<String> = builtin
            .map(|name| (*name).to_owned())
            .chain(own.iter().map(|class| class.name.clone()))
            .collect();
        let (program, raised) = compile::compile(&[words, own].concat(), &names, &LEXICON)?;
        let classes = (Class::count()..names.len()).filter_map(|number| u16::try_from(number).ok().map(Class));
        let lexicon = Self {
            raised: raised.map(|heads| LEXICON.with_heads(heads)),
            added: Some(program),
        };
        Ok((lexicon, classes.collect()))
    }

    /// Finds the marks of a draft.
    #[must_use]
    pub fn mark(&self, prose: &Prose) -> Marks {
        let mut programs = vec![self.raised.as_ref().unwrap_or(&LEXICON)];
        programs.extend(self.added.as_ref());
        Marks::new(matcher::find(&programs, prose), prose)
    }
}

/// All marks of a draft, in order.
#[derive(Debug, Clone)]
pub struct Marks {
    list: Vec<Mark>,
    /// First mark of each sentence; one more at the end.
    starts: Vec<usize>,
}

impl Marks {
    fn new(list: Vec<Mark>, prose: &Prose) -> Self {
        let start_of = |word: usize| list.partition_point(|mark| mark.words.start() < word);
        let mut starts: Vec<usize> = prose
            .sentences()
            .iter()
            .map(|sentence| start_of(sentence.words.start()))
            .collect();
        starts.push(list.len());
        Self { list, starts }
    }

    /// All of them, in order of start, then end.
    #[must_use]
    pub fn all(&self) -> &[Mark] {
        &self.list
    }

    /// Those of a sentence.
    #[must_use]
    pub fn of_sentence(&self, sentence: usize) -> &[Mark] {
        match (self.starts.get(sentence), self.starts.get(sentence + 1)) {
            (Some(&start), Some(&end)) => &self.list[start..end],
            _ => &[],
        }
    }

    /// Those of a sentence that belong to `class`.
    pub fn in_sentence(&self, sentence: usize, class: Class) -> impl Iterator<Item = Mark> + '_ {
        self.of_sentence(sentence)
            .iter()
            .filter(move |mark| mark.class == class)
            .copied()
    }

    /// Whether a sentence has a mark of `class`.
    #[must_use]
    pub fn has(&self, sentence: usize, class: Class) -> bool {
        self.in_sentence(sentence, class).next().is_some()
    }

    /// Whether a sentence has a mark of one of `classes`.
    #[must_use]
    pub fn has_any(&self, sentence: usize, classes: &[Class]) -> bool {
        self.of_sentence(sentence)
            .iter()
            .any(|mark| classes.contains(&mark.class))
    }
}

#[cfg(test)]
mod tests {
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
                    members,
                }
            })
            .collect();
        let mut names: Vec<String> = builtin::NAMES.iter().map(|name| (*name).to_owned()).collect();
        names.extend(sources.iter().map(|source| source.name.clone()));
        let (program, _) = compile(&sources, &names, &Program::default()).unwrap();
        let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        let prose = Prose::read(&source);
        matcher::find(&[&program], &prose)
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
    fn the_build_and_the_matcher_agree_on_the_built_in_classes() {
        for (number, name) in builtin::NAMES.iter().enumerate() {
            assert_eq!(Class::named(name).map(Class::number), Some(number));
        }
        assert_eq!(class::YEAR.name(), "year");
        assert_eq!(class::NAME.name(), "name");
    }
}
