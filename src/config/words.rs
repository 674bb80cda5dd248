//! The table `[words]`: own words for the classes of the lexicon; and how members are checked, here and in own lints.

use toml::de::DeTable;

use super::ConfigError;
use super::page::{Page, Value};
use crate::lexicon::Class;
use crate::lexicon::compile::{ClassSource, CompileError};
use crate::lexicon::member::{self, Inflect, Slot};

/// Reads `[words]`: each class with its further members.
pub(super) fn read<'t>(page: Page<'t>, value: &Value<'t>) -> Result<Vec<ClassSource>, ConfigError> {
    let mut classes = Vec::new();
    for entry in page.entries(page.table(value, "write a table: [words]")?) {
        let class = Class::of_words().find(|class| class.name() == entry.key);
        let Some(class) = class else {
            let known: Vec<&str> = Class::of_words().map(Class::name).collect();
            return Err(page.unknown("class of words", entry.key, entry.at, &known));
        };
        classes.push(ClassSource {
            name: entry.key.to_owned(),
            about: String::new(),
            inflect: class.inflect(),
            shadows: Vec::new(),
            cue: class.is_cue(),
            members: members(page, entry.value, class.inflect())?,
        });
    }
    Ok(classes)
}

/// The members of a list, each of them checked.
pub(super) fn members<'t>(page: Page<'t>, value: &Value<'t>, inflect: Inflect) -> Result<Vec<String>, ConfigError> {
    const SHAPE: &str = "write a list of words and phrases: [\"FMGE\", \"qualifying exam\"]";
    let mut found = Vec::new();
    for one in page.array(value, SHAPE)? {
        let written = page.string(one, SHAPE)?;
        check(page, one, written, inflect)?;
        found.push(written.to_owned());
    }
    Ok(found)
}

/// What is wrong with own words and own lints in the midst of all others, shown at the class that it begins with.
pub(super) fn wrong<'t>(page: Page<'t>, table: &DeTable<'t>, error: &CompileError) -> ConfigError {
    let (class, help) = match error {
        CompileError::Circle { class } => (
            class.as_str(),
            "let own words name only classes that do not lead back to theirs",
        ),
        CompileError::TooDeep { class } => (class.as_str(), "let own words name classes that name fewer others"),
        CompileError::TooMany { .. } => ("", "split the phrases over fewer lints"),
        CompileError::Member { .. } | CompileError::UnknownClass { .. } => (
            "",
            "lints/words/README.md of essaylint tells how words and phrases are written",
        ),
    };
    let words = table.get("words");
    let classes = words.and_then(|words| words.get_ref().as_table());
    let own = classes.and_then(|classes| classes.get_key_value(class));
    let whole = || words.or(table.get("phrases")).map(Value::span);
    let at = own.map(|(key, _)| key.span()).or_else(whole);
    page.error(at.unwrap_or(0..0), error.to_string(), help)
}

/// The freedom that a phrase may leave: what its gaps and optional words multiply to. A phrase beyond it would be tried
/// in too many ways at every place of a draft.
const MOST_WAYS: usize = 4096;

fn check<'t>(page: Page<'t>, value: &Value<'t>, written: &str, inflect: Inflect) -> Result<(), ConfigError> {
    let rows = member::read(written, inflect).map_err(|error| {
        let help = "lints/words/README.md of essaylint tells how words and phrases are written";
        page.error(value.span(), error.to_string(), help)
    })?;
    for slots in &rows {
        let mut ways: usize = 1;
        for slot in slots {
            match slot {
                Slot::Class { name, optional } => {
                    if Class::named(name).is_none() {
                        let known: Vec<&str> = Class::of_words().map(Class::name).collect();
                        return Err(page.unknown("class of words", name, value.span(), &known));
                    }
                    ways = ways.saturating_mul(1 + usize::from(*optional));
                }
                Slot::Words { optional, .. } => ways = ways.saturating_mul(1 + usize::from(*optional)),
                Slot::Gap(most) => ways = ways.saturating_mul(1 + usize::from(*most)),
                Slot::Start | Slot::End => {}
            }
        }
        if ways > MOST_WAYS || slots.len() > MOST_WORDS {
            let message = format!("'{}' can be read in too many ways", shortened(written));
            return Err(page.error(
                value.span(),
                message,
                "write several phrases with fewer gaps and (optional) words",
            ));
        }
    }
    Ok(())
}

/// The most words of a phrase.
const MOST_WORDS: usize = 64;

fn shortened(written: &str) -> String {
    let mut shown: String = written.chars().take(40).collect();
    if shown.len() < written.len() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use crate::config::{Config, ConfigError};
    use crate::lexicon::{Class, class};
    use crate::source::{KindSayings, Source, Syntax};

    fn read(words: &str) -> Result<Config, ConfigError> {
        Config::read(&format!("[words]\n{words}"), "d/essaylint.toml", |_| Ok(Vec::new()))
    }

    /// The words that belong to `class` in the first sentence of `text`.
    fn marked(config: &Config, class: Class, text: &str) -> Vec<String> {
        let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        let draft = crate::lint(source, &config.settings()).draft;
        let marks = draft.marks.in_sentence(0, class);
        marks
            .map(|mark| draft.prose.span(mark.words).of(text).to_owned())
            .collect()
    }

    #[test]
    fn phrases_that_are_built_in_hear_own_words_that_name_a_class() {
        let config = read("exam = [\"zorp of <duration>\"]").unwrap();
        let text = "I failed the zorp of three weeks.";
        assert_eq!(marked(&config, class::EXAM, text), ["zorp of three weeks"]);
        let failed = ["failed the zorp of three weeks"];
        assert_eq!(marked(&config, class::EXAM_FAIL_SURE, text), failed);
        assert_eq!(marked(&Config::default(), class::EXAM_FAIL_SURE, text), [] as [&str; 0]);
    }

    #[test]
    fn own_words_hear_each_other_however_deep_they_lie() {
        let words =
            "exam = [\"zorp of <duration>\"]\nduration = [\"<month> of <drug>\"]\ndrug = [\"quux <therapy-kind>\"]";
        let text = "I failed the zorp of June of quux chemotherapy.";
        let failed = ["failed the zorp of June of quux chemotherapy"];
        assert_eq!(marked(&read(words).unwrap(), class::EXAM_FAIL_SURE, text), failed);
    }

    #[test]
    fn own_phrases_wait_until_a_mark_is_shadowed() {
        let config = read("project = [\"<exam-fail> zorp\"]").unwrap();
        let marked = |text: &str| marked(&config, class::PROJECT, text);
        assert_eq!(marked("I failed zorp."), ["failed zorp"]);
        assert_eq!(marked("Her patient failed zorp."), [] as [&str; 0]);
    }
    #[test]
    fn own_words_that_lead_back_to_their_class_are_shown() {
        for (words, class) in [
            ("exam = [\"<exam> zorp\"]", "exam"),
            ("exam = [\"zorp\", \"<exam-fail-sure> zorp\"]", "exam"),
            (
                "drug = [\"zorp\"]\nduration = [\"<exam> zorp\"]\nexam = [\"<duration> quux\"]",
                "duration",
            ),
        ] {
            let error = read(words).unwrap_err();
            let place = error.span.unwrap().of(&format!("[words]\n{words}")).to_owned();
            assert_eq!(place, class, "{words}");
            assert_eq!(
                error.message,
                format!("class '{class}' refers to itself through others")
            );
        }
    }

    #[test]
    fn own_words_that_lie_too_deep_are_shown() {
        let classes = "body-disease body-part broad-application certification conviction dedication denial document dr-modality dr-name \
                       dr-work duty-noun earlier-training first-choice given-name growth-noun growth-verb";
        let classes: Vec<&str> = classes.split_whitespace().collect();
        let chain = |count: usize| -> String {
            let pairs = classes[..count].windows(2);
            let lines: Vec<String> = pairs
                .map(|pair| format!("{} = [\"<{}> zorp\"]", pair[0], pair[1]))
                .collect();
            lines.join("\n")
        };
        assert!(read(&chain(9)).is_ok());
        let error = read(&chain(17)).unwrap_err();
        assert!(error.message.contains("more than 15 deep"), "{error}");
        assert!(error.help.contains("fewer"), "{error}");
    }
}
