//! Whether "a" or "an" stands before a word: by its sound, not its letters.

use super::words::Words;

/// Letters whose names begin with a vowel: an MRI, an FDA.
const SPOKEN_WITH_VOWEL: &str = "aefhilmnorsx";

/// Whether "an" is right before `word`; none where both can be.
pub fn takes_an(words: &Words, word: &str) -> Option<bool> {
    let lower = word.to_lowercase();
    let first = lower.chars().next()?;
    if words.has("either-article", &lower) {
        return None;
    }
    if first.is_ascii_digit() {
        return Some(
            lower.starts_with('8')
                || lower == "11"
                || lower == "18"
                || lower.starts_with("11-")
                || lower.starts_with("18-"),
        );
    }
    if words.has("said-as-word", &lower) {
        return Some("aeiou".contains(first));
    }
    let head = word.split(['-', '/']).next().unwrap_or(word);
    let body = head.strip_suffix('s').unwrap_or(head);
    let capitals = body.chars().filter(|c| c.is_uppercase()).count();
    let is_letters = capitals == body.chars().filter(|c| c.is_alphabetic()).count();
    if is_letters && !words.has("said-as-word", &body.to_lowercase()) {
        return Some(SPOKEN_WITH_VOWEL.contains(first));
    }
    if !is_letters && capitals > 1 {
        // mRNA, eGFR, NBCd: no rule tells how they are said.
        return None;
    }
    let head = head.to_lowercase();
    // X-ray, x-axis: the letter by its name.
    if head == "x"
        || words.has("silent-h", &head)
        || ["hour", "honor", "honour", "honest", "heir"]
            .iter()
            .any(|stem| head.starts_with(stem))
    {
        return Some(true);
    }
    let consonant = [
        "uni", "use", "usu", "uti", "uri", "ura", "uro", "ure", "ute", "ubi", "eu", "ewe", "one", "once", "ukr", "uga",
        "uk",
    ];
    let vowel = ["unin", "unim", "unid", "unil", "unint", "unini", "uninv", "onero"];
    if consonant.iter().any(|stem| head.starts_with(stem)) && !vowel.iter().any(|stem| head.starts_with(stem)) {
        return Some(false);
    }
    if !first.is_alphabetic() {
        return None;
    }
    Some("aeiou".contains(first))
}
