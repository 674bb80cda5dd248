//! essaylint reads a residency application essay and reports what a careful adviser would.
//!
//! The way of a draft: [`source`] → [`prose`] → [`lexicon`] → [`story`] → [`lints`] → findings. Each stage is a pure
//! function of the one before; nothing here reads a file, a clock or a terminal.

pub mod draft;
pub mod lexicon;
pub mod lints;
pub mod prose;
pub mod source;
pub mod story;
