//! Which known name somebody may have meant.

/// The name of `known` that is written most like `written`, if one is like it at all.
#[must_use]
pub fn nearest<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    // Comparing takes time by the square of the length, and nobody mistypes that much.
    const LONGEST: usize = 80;
    if written.len() > LONGEST {
        return None;
    }
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(name, written), name))
        .min()
        .filter(|(distance, name)| *distance <= name.len().div_ceil(3).max(2))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_understood_and_a_guess_is_not_made() {
        let known = ["blame", "minimizing", "confession-length"];
        assert_eq!(nearest("blam", known), Some("blame"));
        assert_eq!(nearest("confesion-lenght", known), Some("confession-length"));
        assert_eq!(nearest("grammar", known), None);
        assert_eq!(nearest(&"blame".repeat(1000), known), None);
    }
}
