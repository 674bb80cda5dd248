//! What the essay does: whose voice speaks, which sentences tell a red flag and in what role, where interest is concrete.

pub mod cue;
pub mod cues;

mod hash {
    pub(super) use crate::lexicon::program::hash;
}
