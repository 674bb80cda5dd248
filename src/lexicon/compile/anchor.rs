//! Where a pattern is tried: at its rarest word.

use std::collections::HashSet;

use super::super::member::Slot;

/// Everyday words, which make poor anchors.
const COMMON: &str = "the a an and or but of to in on at by for from with as that this these those it its is are was were \
be been being am i my me mine we our us you your he his him she her they their them not no never had have has having do \
did does so if when while which who what there then than more most only just one all any some out up off down over after \
before because about into through during against between very too also even still again would could should will can may \
might must said made make took take got get went go came come time year years day days first two way own other such how \
where why own";

/// The slot that is rarest in English: the pattern is tried where it stands.
pub(super) fn anchor(slots: &[Slot]) -> usize {
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
pub(super) fn reach(slots: &[Slot]) -> (u8, u8) {
    const LONGEST_MARK: u8 = 10;
    slots.iter().fold((0_u8, 0_u8), |(nearest, farthest), slot| match slot {
        Slot::Words { optional, .. } => (nearest + u8::from(!optional), farthest.saturating_add(1)),
        Slot::Class { optional, .. } => (nearest + u8::from(!optional), farthest.saturating_add(LONGEST_MARK)),
        Slot::Gap(most) => (nearest, farthest.saturating_add(*most)),
        Slot::Start | Slot::End => (nearest, farthest),
    })
}
