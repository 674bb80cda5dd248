//! essaylint reads a residency application essay and reports what a careful adviser would.

pub mod lexicon;
pub mod prose;
pub mod source;
pub mod story;
