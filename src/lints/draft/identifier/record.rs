//! Record numbers.

use crate::draft::Draft;
use crate::lexicon::class;
use crate::prose::WordRange;

/// `MRN 4471902`, `hospital number RX-20-55817`, `Accession 22-0098133`.
pub(super) fn number(draft: &Draft, at: usize) -> Option<WordRange> {
    let range = draft.prose.sentences()[at].words;
    draft.marks.in_sentence(at, class::RECORD_LABEL).find_map(|label| {
        let number = label.words.end()..(label.words.end() + 4).min(range.end());
        let digits = |word: usize| draft.prose.fold(word).chars().filter(char::is_ascii_digit).count();
        let last = number.clone().rfind(|&word| digits(word) > 0)?;
        (number.map(digits).sum::<usize>() >= 5).then(|| WordRange::new(label.words.start(), last + 1))
    })
}
