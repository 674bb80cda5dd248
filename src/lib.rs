//! essaylint reads a residency application essay and reports what a careful adviser would.

pub mod prose;
pub mod source;
