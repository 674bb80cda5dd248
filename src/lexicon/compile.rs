//! Compiles classes of members into a [`Program`]: by the build for the lexicon, at run time for words of a configuration.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;

use super::levels::{self, Asking};
use super::member::{Form, Inflect, MemberError, Slot, read};
use super::program::{PatternHead, Program, SlotCode, Vocabulary, bucket, entry};

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
    /// Its members.
    pub members: Vec<String>,
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

/// Everyday words, which make poor anchors.
const COMMON: &str = "the a an and or but of to in on at by for from with as that this these those it its is are was were \
be been being am i my me mine we our us you your he his him she her they their them not no never had have has having do \
did does so if when while which who what there then than more most only just one all any some out up off down over after \
before because about into through during against between very too also even still again would could should will can may \
might must said made make took take got get went go came come time year years day days first two way own other such how \
where why own";

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

#[derive(Default)]
struct Tables {
    words: BTreeMap<String, u32>,
    sets: HashMap<Vec<u32>, u32>,
    set_starts: Vec<u32>,
    set_entries: Vec<u32>,
}

impl Tables {
    fn fill(
        mut self,
        drafts: &[Draft],
        shadows: &[(usize, usize)],
        numbers: &HashMap<&str, usize>,
        classes: usize,
    ) -> Program {
        let forms = drafts
            .iter()
            .flat_map(|draft| &draft.slots)
            .flat_map(|slot| match slot {
                Slot::Words { forms, .. } => forms.as_slice(),
                _ => &[],
            });
        let all: HashSet<&str> = forms.map(|form| form.word.as_str()).collect();
        let mut all: Vec<&str> = all.into_iter().collect();
        all.sort_unstable();
        for (number, word) in (0_u32..).zip(&all) {
            self.words.insert((*word).to_owned(), number);
        }
        let mut by_word: Vec<Vec<u32>> = vec![Vec::new(); all.len()];
        let mut by_class: Vec<Vec<u32>> = vec![Vec::new(); classes];
        let (mut heads, mut slot_starts, mut slots) = (Vec::new(), vec![0], Vec::new());
        for (number, draft) in (0_u32..).zip(drafts) {
            let anchor = anchor(&draft.slots);
            let (nearest, farthest) = reach(&draft.slots[..anchor]);
            heads.push(
                PatternHead {
                    class: u16::try_from(draft.class).unwrap_or(u16::MAX),
                    level: draft.level,
                    nearest,
                    farthest,
                }
                .pack(),
            );
            match &draft.slots[anchor] {
                Slot::Words { forms, .. } => {
                    let mut anchors: Vec<u32> = forms.iter().map(|form| self.words[&form.word]).collect();
                    anchors.dedup();
                    for word in anchors {
                        by_word[word as usize].push(number);
                    }
                }
                Slot::Class { name, .. } => by_class[numbers[name.as_str()]].push(number),
                _ => {}
            }
            for slot in &draft.slots {
                let code = self.code(slot, numbers);
                slots.push(code);
            }
            slot_starts.push(count(slots.len()));
        }
        self.set_starts.push(count(self.set_entries.len()));
        let (word_starts, word_patterns) = rows(&by_word);
        let (class_starts, class_patterns) = rows(&by_class);
        Program {
            vocabulary: vocabulary(&all),
            word_starts: Cow::Owned(word_starts),
            word_patterns: Cow::Owned(word_patterns),
            class_starts: Cow::Owned(class_starts),
            class_patterns: Cow::Owned(class_patterns),
            heads: Cow::Owned(heads),
            slot_starts: Cow::Owned(slot_starts),
            slots: Cow::Owned(slots),
            set_starts: Cow::Owned(self.set_starts),
            set_entries: Cow::Owned(self.set_entries),
            shadows: Cow::Owned(shadows.iter().map(|(a, b)| count(*a) << 16 | count(*b)).collect()),
            top_level: drafts.iter().map(|draft| u32::from(draft.level)).max().unwrap_or(0),
        }
    }

    fn code(&mut self, slot: &Slot, numbers: &HashMap<&str, usize>) -> u32 {
        match slot {
            Slot::Words { forms, optional } => {
                let entries: Vec<u32> = forms.iter().map(|form| self.entry(form)).collect();
                match entries.as_slice() {
                    [one] => SlotCode::Word(*one).pack(*optional),
                    _ => SlotCode::Set(self.set(entries)).pack(*optional),
                }
            }
            Slot::Class { name, optional } => SlotCode::Class(count(numbers[name.as_str()])).pack(*optional),
            Slot::Gap(most) => SlotCode::Gap(u32::from(*most)).pack(false),
            Slot::Start => SlotCode::Start.pack(false),
            Slot::End => SlotCode::End.pack(false),
        }
    }

    fn entry(&self, form: &Form) -> u32 {
        entry(self.words[&form.word], form.case as u32)
    }

    fn set(&mut self, mut entries: Vec<u32>) -> u32 {
        entries.sort_unstable_by_key(|entry| entry & 0x00ff_ffff);
        let next = count(self.sets.len());
        *self.sets.entry(entries).or_insert_with_key(|entries| {
            self.set_starts.push(count(self.set_entries.len()));
            self.set_entries.extend(entries);
            next
        })
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn rows(lists: &[Vec<u32>]) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0];
    let mut flat = Vec::new();
    for list in lists {
        flat.extend(list);
        starts.push(count(flat.len()));
    }
    (starts, flat)
}

fn vocabulary(words: &[&str]) -> Vocabulary {
    let mut letters = String::new();
    let mut starts = vec![0];
    for word in words {
        letters.push_str(word);
        starts.push(count(letters.len()));
    }
    let size = (words.len() * 2 + 1).next_power_of_two();
    let mut buckets = vec![0; size];
    for (number, word) in (1_u32..).zip(words) {
        let mut at = bucket(word, size - 1);
        while buckets[at] != 0 {
            at = (at + 1) & (size - 1);
        }
        buckets[at] = number;
    }
    Vocabulary {
        letters: Cow::Owned(letters),
        starts: Cow::Owned(starts),
        buckets: Cow::Owned(buckets),
    }
}

/// The slot that is rarest in English: the pattern is tried where it stands.
fn anchor(slots: &[Slot]) -> usize {
    let common: HashSet<&str> = COMMON.split_whitespace().collect();
    let cost = |slot: &Slot| match slot {
        Slot::Words { forms, optional: false } => forms
            .iter()
            .map(|form| {
                if common.contains(form.word.as_str()) {
                    200
                } else {
                    20_usize.saturating_sub(form.word.len())
                }
            })
            .sum::<usize>(),
        Slot::Class { optional: false, .. } => 150,
        _ => usize::MAX,
    };
    (0..slots.len()).min_by_key(|&at| cost(&slots[at])).unwrap_or(0)
}

/// Fewest and most words that the slots before an anchor can take.
fn reach(slots: &[Slot]) -> (u8, u8) {
    const LONGEST_MARK: u8 = 10;
    slots.iter().fold((0_u8, 0_u8), |(nearest, farthest), slot| match slot {
        Slot::Words { optional, .. } => (nearest + u8::from(!optional), farthest.saturating_add(1)),
        Slot::Class { optional, .. } => (nearest + u8::from(!optional), farthest.saturating_add(LONGEST_MARK)),
        Slot::Gap(most) => (nearest, farthest.saturating_add(*most)),
        Slot::Start | Slot::End => (nearest, farthest),
    })
}
