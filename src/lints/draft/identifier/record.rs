//! Record numbers.

use crate::draft::Draft;
use crate::prose::WordRange;

/// `MRN 4471902`, `hospital number RX-20-55817`, `Accession 22-0098133`.
pub(super) fn number(draft: &Draft, at: usize) -> Option<WordRange> {
    let range = draft.prose.sentences()[at].words;
    range.range().find_map(|word| {
        let next = || draft.prose.fold(word + 1);
        let labelled = match draft.prose.fold(word) {
            "mrn" | "accession" => 1,
            "hospital" | "record" | "chart" | "nhs" | "patient" | "file" | "case"
                if matches!(next(), "number" | "no" | "id") =>
            {
                2
            }
            _ => return None,
        };
        let number = word + labelled..(word + labelled + 4).min(range.end());
        let digits = |word: usize| draft.prose.fold(word).chars().filter(char::is_ascii_digit).count();
        let last = number.clone().rfind(|&word| digits(word) > 0)?;
        (number.map(digits).sum::<usize>() >= 5).then(|| WordRange::new(word, last + 1))
    })
}
