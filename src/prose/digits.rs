//! Where letters meet digits: `PGY1`, `2CK` and `Y90` are two words each.

/// What may follow a number and still be one word with it: ordinals, decades, times, units.
const UNITS: [&str; 20] = [
    "st", "nd", "rd", "th", "s", "am", "pm", "mm", "cm", "ml", "mg", "kg", "k", "x", "h", "hr", "hrs", "min", "f", "fr",
];

/// The parts of `token`, in order, each a run of letters or a run of digits. A token without both, or a number with its
/// unit (`1st`, `230s`, `7mm`), is one part.
#[must_use]
pub fn split_digits(token: &str) -> Vec<&str> {
    let mixed = token.bytes().any(|byte| byte.is_ascii_digit()) && token.bytes().any(|byte| byte.is_ascii_alphabetic());
    if !mixed {
        return vec![token];
    }
    let unit = token
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','))
        .to_ascii_lowercase();
    if UNITS.contains(&unit.as_str()) && token.len() > unit.len() {
        return vec![token];
    }
    let mut parts = Vec::new();
    let mut start = 0;
    let mut digit = token.starts_with(|c: char| c.is_ascii_digit());
    for (at, letter) in token.char_indices() {
        let now = letter.is_ascii_digit() || (digit && matches!(letter, '.' | ','));
        if now != digit && at > start {
            parts.push(&token[start..at]);
            start = at;
        }
        digit = now;
    }
    parts.push(&token[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::split_digits;

    #[test]
    fn letters_part_from_digits_but_not_from_units() {
        assert_eq!(split_digits("Step2CK"), ["Step", "2", "CK"]);
        assert_eq!(split_digits("Y90"), ["Y", "90"]);
        assert_eq!(split_digits("230s"), ["230s"]);
        assert_eq!(split_digits("7mm"), ["7mm"]);
        assert_eq!(split_digits("audit"), ["audit"]);
    }
}
