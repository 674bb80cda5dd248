//! The table `[words]`: own words for the classes of the lexicon; and how members are checked, here and in own lints.

use super::ConfigError;
use super::page::{Page, Value};
use crate::lexicon::Class;
use crate::lexicon::compile::ClassSource;
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
