//! One and many: numerals, quantifiers, and the nouns after them.

mod amount;
mod many;
mod measure;
mod never_plural;
mod one;
mod one_of;

pub use amount::{less_fewer, much_many};
pub use many::{counted, kinds, thirds};
pub use measure::check as measure;
pub use never_plural::check as never_plural;
pub use one::check as singular;
pub use one_of::check as one_of;
