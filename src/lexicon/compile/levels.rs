//! Which pattern is tried on which level: above the classes whose marks it asks for, once these are shadowed.

use std::collections::HashMap;

use super::super::member::Slot;
use super::{CompileError, Draft};

/// What must be found before what: for each class the classes whose marks its members ask for, and those that shadow
/// them. A shadow that would close a circle is left out: it falls later, when its class is found.
struct Order {
    before: Vec<Vec<usize>>,
}

impl Order {
    fn new(drafts: &[Draft], shadows: &[(usize, usize)], numbers: &HashMap<&str, usize>, classes: usize) -> Self {
        let mut order = Self {
            before: vec![Vec::new(); classes],
        };
        for draft in drafts {
            order.before[draft.class].extend(asked(draft, numbers));
        }
        for before in &mut order.before {
            before.sort_unstable();
            before.dedup();
        }
        let wanted: Vec<(usize, usize)> = (0..classes)
            .flat_map(|class| {
                order.before[class]
                    .iter()
                    .map(move |&asked| (class, asked))
                    .collect::<Vec<_>>()
            })
            .flat_map(|(class, asked)| {
                shadows
                    .iter()
                    .filter(move |(_, shadowed)| *shadowed == asked)
                    .map(move |(shadower, _)| (class, *shadower))
            })
            .collect();
        for (class, shadower) in wanted {
            if !order.leads(shadower, class) && !order.before[class].contains(&shadower) {
                order.before[class].push(shadower);
            }
        }
        order
    }

    /// Whether `to` must be found before `from` can be.
    fn leads(&self, from: usize, to: usize) -> bool {
        let mut seen = vec![false; self.before.len()];
        let mut open = vec![from];
        while let Some(class) = open.pop() {
            if class == to {
                return true;
            }
            if !std::mem::replace(&mut seen[class], true) {
                open.extend(&self.before[class]);
            }
        }
        false
    }
}

fn asked<'d>(draft: &'d Draft, numbers: &'d HashMap<&str, usize>) -> impl Iterator<Item = usize> + 'd {
    draft.slots.iter().filter_map(|slot| match slot {
        Slot::Class { name, .. } => numbers.get(name.as_str()).copied(),
        _ => None,
    })
}

/// Gives each pattern the lowest level at which all marks that it asks for are made and shadowed.
pub(super) fn settle_levels(
    drafts: &mut [Draft],
    levels: &mut [u8],
    shadows: &[(usize, usize)],
    numbers: &HashMap<&str, usize>,
    names: &[String],
) -> Result<(), CompileError> {
    const TOP: u8 = 15;
    let order = Order::new(drafts, shadows, numbers, names.len());
    for _round in 0..=TOP {
        let mut changed = false;
        for draft in drafts.iter_mut() {
            let wait_for = asked(draft, numbers).flat_map(|class| {
                let shadowers = shadows.iter().filter(move |(_, shadowed)| *shadowed == class);
                shadowers
                    .map(|(shadower, _)| *shadower)
                    .filter(|shadower| order.before[draft.class].contains(shadower))
                    .chain([class])
            });
            let level = wait_for.map(|class| levels[class].saturating_add(1)).max().unwrap_or(0);
            changed |= level > draft.level || level > levels[draft.class];
            draft.level = draft.level.max(level);
            levels[draft.class] = levels[draft.class].max(level);
        }
        if !changed {
            return Ok(());
        }
        if let Some(deep) = drafts.iter().find(|draft| draft.level > TOP) {
            return Err(CompileError::Circle {
                class: names[deep.class].clone(),
            });
        }
    }
    let deepest = drafts
        .iter()
        .max_by_key(|draft| draft.level)
        .map_or(0, |draft| draft.class);
    Err(CompileError::Circle {
        class: names[deepest].clone(),
    })
}
