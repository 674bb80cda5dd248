//! Words that are missing: a form of "be", "to", a subject.

mod be;
mod subject;
mod to;

pub use be::{be, been, before_predicate, progressive};
pub use subject::{dropped, it_is, subject};
pub use to::check as to;
