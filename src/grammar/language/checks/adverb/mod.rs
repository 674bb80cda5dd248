//! Adjectives and adverbs in each other's place.

mod comparison;
mod degree;
mod manner;
mod sense;

pub use comparison::check as comparison;
pub use degree::check as degree;
pub use manner::{comma_manner, manner};
pub use sense::{beside_adjective, sense};
