//! Open slots: `[Hospital A]`, `___`, `XX hours`, `TODO`, `{program}`, `<name>`.

mod brackets;
mod words;

use crate::lexicon::{Marks, class};
use crate::prose::quotes;
use crate::source::{Block, BlockKind, Span};

/// An open slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slot {
    /// Its bytes in the file.
    pub span: Span,
}

/// The open slots of a block, in order, none inside another.
pub(crate) fn find(block: &Block, marks: &Marks) -> Vec<Slot> {
    let text = block.flow.text();
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut explained = Explained::default();
    brackets::find(text, marks, &mut explained, &mut found);
    words::find(
        text,
        block.kind == BlockKind::Heading,
        marks,
        &mut explained,
        &mut found,
    );
    found.sort_unstable_by_key(|&(start, end)| (start, usize::MAX - end));
    let mut last = 0;
    found.retain(|&(start, end)| {
        let apart = start >= last;
        if apart {
            last = end;
        }
        apart
    });
    if found.is_empty() {
        return Vec::new();
    }
    // The slot of a form or a letter that the text tells of.
    let speech = quotes::inside(&block.flow);
    found
        .into_iter()
        .map(|(start, end)| block.flow.span(start, end))
        .filter(|&slot| {
            let said = speech.partition_point(|said| said.start() <= slot.start());
            !said.checked_sub(1).is_some_and(|last| speech[last].holds(slot))
        })
        .map(|span| Slot { span })
        .collect()
}

/// "Tick-borne disease (TBD)": the notes that a text itself says are short for something. Each is looked for once, however
/// often it stands there.
#[derive(Debug, Default)]
struct Explained {
    asked: Vec<(String, bool)>,
}

impl Explained {
    /// Whether `note`, one of the few words that are notes to oneself, is explained in `text`, always the same.
    fn knows(&mut self, text: &str, note: &str) -> bool {
        if let Some((_, known)) = self.asked.iter().find(|(asked, _)| asked == note) {
            return *known;
        }
        let known = is_explained(text, note);
        self.asked.push((note.to_owned(), known));
        known
    }
}

fn is_explained(text: &str, note: &str) -> bool {
    let initial = note.chars().next().map(|first| first.to_ascii_lowercase());
    let in_brackets = format!("({note})");
    text.match_indices(&in_brackets).any(|(at, _)| {
        let before = text[..at].split_whitespace().rev().take(note.len());
        let mut words = before.filter(|word| word.len() > 3);
        words.any(|word| word.chars().next() == initial)
    })
}

/// The longest title before a slot, in bytes: a run of letters that goes on for longer is none.
const LONGEST_TITLE: usize = 64;

/// The word before a place, as far as a title is long.
fn word_before(text: &str, at: usize) -> &str {
    let before = text[..at].trim_end();
    let near = (before.len().saturating_sub(LONGEST_TITLE)..).find_map(|start| before.get(start..));
    let words = near.unwrap_or_default().rsplit(char::is_whitespace);
    words.into_iter().next().unwrap_or_default()
}

/// `Dr. <last name>`: the title belongs to the slot.
fn with_title(text: &str, at: usize, marks: &Marks) -> usize {
    let word = word_before(text, at);
    if marks.know(class::SLOT_TITLE, word) {
        text[..at].trim_end().len() - word.len()
    } else {
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::prose::Prose;
    use crate::source::{KindSayings, Source, Syntax};

    fn slots(text: &str) -> Vec<String> {
        let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        let marks = Lexicon::builtin().mark(&Prose::read(&source));
        source
            .blocks()
            .iter()
            .flat_map(|block| find(block, &marks))
            .map(|slot| slot.span.of(text).to_owned())
            .collect()
    }

    #[test]
    fn slots_of_every_sort_are_found() {
        for (text, slot) in [
            ("a week at [Hospital A], where", "[Hospital A]"),
            ("Dear Dr. <last name>, hello", "Dr. <last name>"),
            ("in {{program_name}} this fall", "{{program_name}}"),
            ("from ____ to June", "____"),
            ("two hours and XX minutes", "XX"),
            ("my score of XXX.", "XXX"),
            ("TODO: tell the story here.", "TODO: tell the story here."),
            ("the date is TBD.", "TBD"),
            ("a man of 5'8\" at [Hospital A] said \"no\"", "[Hospital A]"),
            ("it lasted until MM/YYYY", "MM/YYYY"),
            ("what I admire is <<their clinic>>.", "<<their clinic>>"),
            ("our nurse, NAME?, had the keys", "NAME?"),
            ("everyone at Hospital B spoke", "Hospital B"),
            ("lorem ipsum dolor sit amet.", "lorem ipsum dolor sit amet."),
            ("(conference name here) in May", "(conference name here)"),
            ("a month at (name of hospital) and", "(name of hospital)"),
            ("I would thrive at (program name).", "(program name)"),
            ("weeks at [names of two centers]", "[names of two centers]"),
            ("Screened XX charts.", "XX"),
            ("I sat for it in XX/2022.", "XX/2022"),
            ("until XX/XX and no longer", "XX/XX"),
            ("the class of 20XX had", "20XX"),
            ("It was Dr. Xxxxx, who", "Dr. Xxxxx"),
            ("fell from [xx] minutes to nine", "[xx]"),
            ("an asset to $PROGRAM_NAME.", "$PROGRAM_NAME"),
            ("I sat for it on ?? May 2022.", "??"),
            ("he was [?] years old", "[?]"),
            ("the dose fell by [ ] percent", "[ ]"),
            ("on the second I scored 2XX.", "2XX"),
            ("our success was XX%, and", "XX%"),
            ("glad that \u{ab}ProgramName\u{bb} sends", "\u{ab}ProgramName\u{bb}"),
            ("reach me at [email] or come", "[email]"),
            ("I hope that (School) can forgive", "(School)"),
            (
                "after the training I go to (city/hospital to be confirmed) again",
                "(city/hospital to be confirmed)",
            ),
            (
                "what I expect from <<University / Hospital>> is",
                "<<University / Hospital>>",
            ),
            (
                "was away for [six months - confirm with Trudy] and",
                "[six months - confirm with Trudy]",
            ),
            (
                "a month at {hospital, city - check spelling with Dana}.",
                "{hospital, city - check spelling with Dana}",
            ),
            (
                "to \u{2039}name of hospital to be confirmed\u{203a} in May",
                "\u{2039}name of hospital to be confirmed\u{203a}",
            ),
            (
                "I like, um, [specific thing from their website], and",
                "[specific thing from their website]",
            ),
        ] {
            assert_eq!(slots(text), [slot], "{text}");
        }
    }

    #[test]
    fn brackets_and_letters_of_other_trades_are_quiet() {
        for text in [
            "\"He came [the] first day [sic] and read [it] all.\"",
            "a neck <4 mm and a dome >20 mm",
            "the flow in {0.2, 0.4} and n = 14",
            "a link [to the paper](http://x.y) and a note[^1]\n\n[^1]: here",
            "the karyotype said XX, and Super Bowl XX, in Ward XX, so",
            "the column program_name and leave_family",
            "the hepatitis B clinic (the old one) and Boston (TIPS)",
            "a rise of 72% [95% CI 62 to 82] in all",
            "the TBD in the schedule, and is that so??",
            "The letter began \"Dear [Name],\" and the form said \u{201c}Reason: ______\u{201d} to us.",
            "tick-borne disease (TBD); the TBD ward had more hikers than beds",
            "three girls with XXX syndrome, a doctor of the siglo XX who sang",
            "nine thousand dates from one form into YYYY-MM-DD",
            "std::vector<int> is no animal, and I pressed [Enter] again",
            "we filled brochures with lorem ipsum before the texts came",
            "he called it \u{ab}a small thing\u{bb} and laughed",
            "a plan [as he put it, to be gentle] and {one, two - three} of them",
            "24/7, 20/20 and 50/50, the XX/XY ratio, $40_000",
            "a snare (the buddy, my attending called it) before",
            "the clinic (city) and a fellow of (or in) radiology, in (very) small towns, the ward (date to be set)",
            "she (names of patients removed) and (name changed) [name withheld]",
            "your residents (your clinic in particular) and a boat (name of Dawn, she said)",
        ] {
            assert_eq!(slots(text), Vec::<String>::new(), "{text}");
        }
    }
}
