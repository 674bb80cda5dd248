//! A word of the wrong class: a noun for its adjective, who feels for what causes it, an adverb before a noun.

mod adverb;
mod degree;
mod feeling;
mod passive;
mod quality;

pub use adverb::{adjective_before_verb, adverb_before_noun};
pub use degree::check as too_much;
pub use feeling::check as feeling;
pub use passive::check as passive;
pub use quality::check as quality;
