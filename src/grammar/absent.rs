//! The engine of a build that has none.

use std::sync::Arc;

use super::{GrammarError, Slip};

/// Does nothing: there is nothing to load.
pub fn warm() {}

/// Whether the engine is loaded: never.
#[must_use]
pub fn is_ready() -> bool {
    false
}

/// Says that there is no engine.
///
/// # Errors
/// Always.
pub fn load() -> Result<(), GrammarError> {
    let message = "this essaylint was built without the feature 'grammar'; build it with that, or leave --grammar out";
    Err(GrammarError::new(message.to_owned()))
}

/// What is wrong in a sentence, as far as no engine can tell: nothing.
#[must_use]
pub fn slips(_sentence: &str) -> Arc<[Slip]> {
    Arc::default()
}
