//! Compiles classes of members into a [`Program`]: by the build for the lexicon, at run time for words of a configuration.

mod anchor;
mod tables;

use std::collections::HashMap;
use std::fmt;

use super::levels::{self, Asking};
use super::member::{Inflect, MemberError, Slot, read};
use super::program::{PatternHead, Program};
use tables::Tables;

/// A class as its file holds it.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ClassSource {
    /// Its name.
    pub name: String,
    /// What its members have in common.
    #[serde(default)]
    #[allow(dead_code, reason = "people read it, the build does not")]
    pub about: String,
    /// How its members inflect.
    #[serde(default)]
    pub inflect: Inflect,
    /// The classes whose marks give way to its own.
    #[serde(default)]
    pub shadows: Vec<String>,
    /// Whether its marks are cues of the story.
    #[serde(default = "yes")]
    pub cue: bool,
    /// Its members.
    pub members: Vec<String>,
}

fn yes() -> bool {
    true
}

/// Why classes can not be compiled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CompileError {
    /// A member is not written as the format says.
    Member {
        /// The class it stands in.
        class: String,
        /// What is wrong.
        error: MemberError,
    },
    /// A member or a shadow names a class that does not exist.
    UnknownClass {
        /// The class it stands in.
        class: String,
        /// The name that nothing has.
        name: String,
    },
    /// Classes refer to each other in a circle.
    Circle {
        /// One class of the circle.
        class: String,
    },
    /// Classes refer to others that refer to others, and on and on.
    TooDeep {
        /// A class whose members lie too deep.
        class: String,
    },
    /// There are more classes than a program can number.
    #[allow(
        dead_code,
        reason = "the build has few classes; a configuration may bring any number"
    )]
    TooMany {
        /// How many there may be.
        most: usize,
    },
}

impl fmt::Display for CompileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Member { class, error } => write!(out, "class '{class}': {error}"),
            Self::UnknownClass { class, name } => write!(out, "class '{class}' names '{name}', which is no class"),
            Self::Circle { class } => write!(out, "class '{class}' refers to itself through others"),
            Self::TooDeep { class } => write!(
                out,
                "class '{class}' refers to others that refer to others, more than {} deep",
                PatternHead::TOP
            ),
            Self::TooMany { most } => write!(out, "there are more than {most} classes"),
        }
    }
}

impl std::error::Error for CompileError {}

/// A row of slots of a member, on its way to a pattern.
struct Draft {
    class: usize,
    slots: Vec<Slot>,
    level: u8,
}

impl Draft {
    fn asking(&self, numbers: &HashMap<&str, usize>) -> Asking {
        let asked = self.slots.iter().filter_map(|slot| match slot {
            Slot::Class { name, .. } => numbers.get(name.as_str()).copied(),
            _ => None,
        });
        Asking {
            class: self.class,
            asked: asked.collect(),
            level: 0,
        }
    }
}

/// Compiles `classes`, which add to those of `base`. `names` are the names of all classes by number, those of the base
/// first. Gives the program, and the heads of the base where its patterns must be tried on other levels beside it.
///
/// # Errors
/// With the first member, class name or circle that is wrong.
pub fn compile(
    classes: &[ClassSource],
    names: &[String],
    base: &Program,
) -> Result<(Program, Option<Vec<u32>>), CompileError> {
    let numbers: HashMap<&str, usize> = names.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
    let mut drafts = Vec::new();
    let mut shadows = Vec::new();
    for class in classes {
        let unknown = |name: &str| CompileError::UnknownClass {
            class: class.name.clone(),
            name: name.to_owned(),
        };
        let number = *numbers.get(class.name.as_str()).ok_or_else(|| unknown(&class.name))?;
        for shadowed in &class.shadows {
            let shadowed = *numbers.get(shadowed.as_str()).ok_or_else(|| unknown(shadowed))?;
            shadows.push((number, shadowed));
        }
        for member in &class.members {
            let rows = read(member, class.inflect).map_err(|error| CompileError::Member {
                class: class.name.clone(),
                error,
            })?;
            for slots in rows {
                for slot in &slots {
                    if let Slot::Class { name, .. } = slot {
                        numbers.get(name.as_str()).ok_or_else(|| unknown(name))?;
                    }
                }
                drafts.push(Draft {
                    class: number,
                    slots,
                    level: 0,
                });
            }
        }
    }
    let mut asking: Vec<Asking> = drafts.iter().map(|draft| draft.asking(&numbers)).collect();
    let raised = levels::settle(&mut asking, base, &shadows, names)?;
    for (draft, asking) in drafts.iter_mut().zip(asking) {
        draft.level = asking.level;
    }
    Ok((Tables::default().fill(&drafts, &shadows, &numbers, names.len()), raised))
}
