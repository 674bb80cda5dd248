//! When patterns are tried: one that asks for marks of classes comes on a level above all that makes and shadows these.

use super::compile::CompileError;
use super::program::{PatternHead, Program, SlotCode};

/// A pattern that asks for marks of classes.
pub(super) struct Asking {
    /// The class whose mark it makes.
    pub(super) class: usize,
    /// The classes whose marks it asks for.
    pub(super) asked: Vec<usize>,
    /// The level at which it is tried.
    pub(super) level: u8,
}

/// Gives each of `own` the lowest level at which all marks that it asks for are made and shadowed. What they make,
/// patterns of `base` may ask for in turn: gives back the heads of `base` where some of them must be tried later.
/// `shadows` are the own pairs of a class and one that it shadows, `names` the names of all classes.
pub(super) fn settle(
    own: &mut [Asking],
    base: &Program,
    shadows: &[(usize, usize)],
    names: &[String],
) -> Result<Option<Vec<u32>>, CompileError> {
    if own.iter().all(|pattern| pattern.asked.is_empty()) {
        return Ok(None);
    }
    let (mut known, mut levels) = asking(base, names.len());
    let patterns = known.iter().map(|(_, pattern)| pattern).chain(own.iter());
    let order = Order::new(patterns, &shadowers(base, shadows, names.len()));
    let sorted = order.sorted();
    if sorted.len() < names.len() {
        let class = order.circle(own).map_or(String::new(), |class| names[class].clone());
        return Err(CompileError::Circle { class });
    }
    for class in sorted {
        let level = order.before[class]
            .iter()
            .map(|asked| order.above(class, asked.class, &levels));
        levels[class] = level.fold(levels[class], u8::max);
    }
    for pattern in own.iter_mut().chain(known.iter_mut().map(|(_, pattern)| pattern)) {
        let level = pattern
            .asked
            .iter()
            .map(|&asked| order.above(pattern.class, asked, &levels));
        pattern.level = level.fold(pattern.level, u8::max);
        if pattern.level > PatternHead::TOP {
            let class = names[pattern.class].clone();
            return Err(CompileError::TooDeep { class });
        }
    }
    Ok(raised(base, &known))
}

/// The patterns of `base` that ask for marks, by number, and the highest level of each class.
fn asking(base: &Program, classes: usize) -> (Vec<(u32, Asking)>, Vec<u8>) {
    let mut found = Vec::new();
    let mut levels = vec![0; classes];
    for (number, &head) in (0_u32..).zip(base.heads.iter()) {
        let PatternHead { class, level, .. } = PatternHead::unpack(head);
        // Level 0 is for those that ask for nothing.
        if level == 0 {
            continue;
        }
        let class = usize::from(class);
        levels[class] = levels[class].max(level);
        let asked = base
            .slots_of(number)
            .iter()
            .filter_map(|&slot| match SlotCode::unpack(slot) {
                (SlotCode::Class(class), _) => Some(class as usize),
                _ => None,
            });
        let asked = asked.collect();
        found.push((number, Asking { class, asked, level }));
    }
    (found, levels)
}

/// For each class those that shadow it.
fn shadowers(base: &Program, own: &[(usize, usize)], classes: usize) -> Vec<Vec<usize>> {
    let mut shadowers = vec![Vec::new(); classes];
    let pairs = base.shadow_pairs().map(|(one, other)| (one as usize, other as usize));
    for (shadower, shadowed) in pairs.chain(own.iter().copied()) {
        shadowers[shadowed].push(shadower);
    }
    shadowers
}

/// The heads of `base` with the levels of `known`, where one of these is another than it was.
fn raised(base: &Program, known: &[(u32, Asking)]) -> Option<Vec<u32>> {
    let mut heads = None;
    for (number, pattern) in known {
        let head = PatternHead::unpack(base.heads[*number as usize]);
        if pattern.level > head.level {
            let level = pattern.level;
            heads.get_or_insert_with(|| base.heads.to_vec())[*number as usize] = PatternHead { level, ..head }.pack();
        }
    }
    heads
}

/// What must be found before what: for each class the classes whose marks its members ask for, each with those of its
/// shadowers that come before, too. A shadow that would close a circle is left out: it falls later, when its class is
/// found.
struct Order {
    before: Vec<Vec<Asked>>,
}

/// A class that is asked for, and those that shadow it before.
struct Asked {
    class: usize,
    shadowers: Vec<usize>,
}

impl Order {
    fn new<'p>(patterns: impl Iterator<Item = &'p Asking>, shadowers: &[Vec<usize>]) -> Self {
        let mut asked: Vec<Vec<usize>> = vec![Vec::new(); shadowers.len()];
        for pattern in patterns {
            asked[pattern.class].extend(&pattern.asked);
        }
        for asked in &mut asked {
            asked.sort_unstable();
            asked.dedup();
        }
        let alone = |class| Asked {
            class,
            shadowers: Vec::new(),
        };
        let before = asked.iter().map(|asked| asked.iter().copied().map(alone).collect());
        let mut order = Self {
            before: before.collect(),
        };
        for (class, asked) in asked.iter().enumerate() {
            for (at, asked) in asked.iter().enumerate() {
                for &shadower in &shadowers[*asked] {
                    if !order.leads(shadower, class) {
                        order.before[class][at].shadowers.push(shadower);
                    }
                }
            }
        }
        order
    }

    /// The classes that must be found before `class`.
    fn before(&self, class: usize) -> impl Iterator<Item = usize> {
        let asked = self.before[class].iter();
        asked.flat_map(|asked| asked.shadowers.iter().copied().chain([asked.class]))
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
                open.extend(self.before(class));
            }
        }
        false
    }

    /// All classes, each behind those that must be found before it; a class that leads back to itself is left out, and so
    /// is what comes behind it.
    fn sorted(&self) -> Vec<usize> {
        let mut waiting: Vec<usize> = (0..self.before.len()).map(|class| self.before(class).count()).collect();
        let mut behind: Vec<Vec<usize>> = vec![Vec::new(); self.before.len()];
        for class in 0..self.before.len() {
            self.before(class).for_each(|before| behind[before].push(class));
        }
        let mut sorted: Vec<usize> = (0..waiting.len()).filter(|&class| waiting[class] == 0).collect();
        let mut next = 0;
        while let Some(&class) = sorted.get(next) {
            next += 1;
            for &one in &behind[class] {
                waiting[one] -= 1;
                if waiting[one] == 0 {
                    sorted.push(one);
                }
            }
        }
        sorted
    }

    /// A class of `patterns` that leads back to itself.
    fn circle(&self, patterns: &[Asking]) -> Option<usize> {
        let leads_back = |&class: &usize| self.before(class).any(|before| self.leads(before, class));
        patterns.iter().map(|pattern| pattern.class).find(leads_back)
    }

    /// The lowest level for a pattern of `class` that asks for marks of `asked`.
    fn above(&self, class: usize, asked: usize, levels: &[u8]) -> u8 {
        let all = &self.before[class];
        let at = all.partition_point(|one| one.class < asked);
        let shadowers = all.get(at).map_or(&[][..], |one| &one.shadowers);
        let level = shadowers.iter().map(|&shadower| levels[shadower]);
        level.fold(levels[asked], u8::max).saturating_add(1)
    }
}
