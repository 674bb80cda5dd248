//! A bug of essaylint must not show a draft: the message of a panic may quote text, so only its place is told.

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Mutex, PoisonError};

/// Where the last panic happened: perhaps on a thread that helped the one which tells of it.
static PLACE: Mutex<Option<String>> = Mutex::new(None);

/// From here on a panic tells where it happened and nothing else.
pub(super) fn keep_drafts_out_of_panics() {
    panic::set_hook(Box::new(|info| {
        let place = info
            .location()
            .map(|place| format!("{}:{}", place.file(), place.line()));
        *PLACE.lock().unwrap_or_else(PoisonError::into_inner) = place;
    }));
}

/// Runs `work`; a bug in it becomes a message for the file that met it.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let place = PLACE.lock().unwrap_or_else(PoisonError::into_inner).take();
        let place = place.unwrap_or_else(|| "an unknown place".to_owned());
        format!(
            "essaylint has a bug at {place} and could not go on here; please report it with that place, and keep \
             your draft to yourself"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::caught;

    #[test]
    fn a_bug_is_told_without_its_words() {
        let told = caught(|| panic!("the draft says: I failed")).unwrap_err();
        assert!(told.contains("bug") && !told.contains("I failed"));
        assert_eq!(caught(|| 3), Ok(3));
    }
}
