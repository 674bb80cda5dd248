//! The running text of a block, with the way back to the file.

use super::span::Span;

/// The words of one block as a reader sees them: markup left out, line ends as spaces, with a map back to the file.
#[derive(Debug, Clone, Default)]
pub struct Flow {
    text: String,
    runs: Vec<Run>,
}

/// A stretch of the flow's text and where it stands in the file.
#[derive(Debug, Clone, Copy)]
struct Run {
    /// Byte offset of the stretch in the flow's text.
    at: usize,
    /// The bytes of the file that it came from.
    from: Span,
    /// Whether flow and file agree byte for byte here; if not, the whole stretch stands for all of `from`.
    verbatim: bool,
}

impl Flow {
    /// The text to read.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether there is nothing but white space to read.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Adds text that stands in the file as it is read, from byte `start` on.
    pub fn push(&mut self, text: &str, start: usize) {
        if text.is_empty() {
            return;
        }
        let from = Span::new(start, start + text.len());
        let at = self.text.len();
        if let Some(last) = self.runs.last_mut()
            && last.verbatim
            && last.from.end() == start
            && last.at + last.from.len() == at
        {
            last.from = last.from.to(from);
            self.text.push_str(text);
            return;
        }
        self.runs.push(Run {
            at,
            from,
            verbatim: true,
        });
        self.text.push_str(text);
    }

    /// Adds text that the file writes in another way: an entity, a line end.
    pub fn push_for(&mut self, text: &str, from: Span) {
        self.runs.push(Run {
            at: self.text.len(),
            from,
            verbatim: false,
        });
        self.text.push_str(text);
    }

    /// The bytes of the file behind bytes `start..end` of the flow's text.
    #[must_use]
    pub fn span(&self, start: usize, end: usize) -> Span {
        let first = self.run_at(start);
        let last = self.run_at(end.saturating_sub(1).max(start));
        match (first, last) {
            (Some(first), Some(last)) => span(first, last, start, end),
            _ => Span::new(0, 0),
        }
    }

    /// The same for one who asks for place after place, from the start to the end.
    #[must_use]
    pub fn trail(&self) -> Trail<'_> {
        Trail { flow: self, run: 0 }
    }

    /// The characters, each with the byte of the file where it stands; none for one that the file writes in another way.
    pub fn characters(&self) -> impl Iterator<Item = (char, Option<usize>)> {
        let ends = self.runs.iter().skip(1).map(|run| run.at).chain([self.text.len()]);
        self.runs.iter().zip(ends).flat_map(|(run, end)| {
            let letters = self.text[run.at..end].char_indices();
            letters.map(|(at, letter)| (letter, run.verbatim.then(|| run.from.start() + at)))
        })
    }

    /// Just past the last byte of the file that is read here; none where nothing is.
    #[must_use]
    pub fn end(&self) -> Option<usize> {
        self.runs.last().map(|run| run.from.end())
    }

    /// The stretches of the text in order: what is read, the bytes of the file that it stands for, and whether the two
    /// agree byte for byte.
    pub fn stretches(&self) -> impl Iterator<Item = (&str, Span, bool)> {
        let ends = self.runs.iter().skip(1).map(|run| run.at).chain([self.text.len()]);
        let runs = self.runs.iter().zip(ends);
        runs.map(|(run, end)| (&self.text[run.at..end], run.from, run.verbatim))
    }

    fn run_at(&self, at: usize) -> Option<&Run> {
        let next = self.runs.partition_point(|run| run.at <= at);
        self.runs.get(next.saturating_sub(1))
    }
}

/// The bytes of the file behind `start..end` of a flow's text, which begin in the run `first` and end in `last`.
fn span(first: &Run, last: &Run, start: usize, end: usize) -> Span {
    let from = if first.verbatim {
        first.from.start() + (start - first.at)
    } else {
        first.from.start()
    };
    let to = if last.verbatim {
        last.from.start() + (end - last.at)
    } else {
        last.from.end()
    };
    Span::new(from, to)
}

/// Leads along a flow: remembers how far it has come.
#[derive(Debug)]
pub struct Trail<'f> {
    flow: &'f Flow,
    /// The number of the run where it was last asked for.
    run: usize,
}

impl Trail<'_> {
    /// As [`Flow::span`], for places of which none starts before the one that was asked for last.
    pub fn span(&mut self, start: usize, end: usize) -> Span {
        let runs = &self.flow.runs;
        while runs.get(self.run + 1).is_some_and(|next| next.at <= start) {
            self.run += 1;
        }
        let mut last = self.run;
        while runs.get(last + 1).is_some_and(|next| next.at < end) {
            last += 1;
        }
        match (runs.get(self.run), runs.get(last)) {
            (Some(first), Some(last)) => span(first, last, start, end),
            _ => Span::new(0, 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_lead_back_over_markup_and_line_ends() {
        // "I **did** fail&amp;\nretake"
        let mut flow = Flow::default();
        flow.push("I ", 0);
        flow.push("did", 4);
        flow.push(" fail", 9);
        flow.push_for("&", Span::new(14, 19));
        flow.push_for(" ", Span::new(19, 20));
        flow.push("retake", 20);
        assert_eq!(flow.text(), "I did fail& retake");
        assert_eq!(flow.span(2, 5), Span::new(4, 7));
        assert_eq!(flow.span(2, 10), Span::new(4, 14));
        assert_eq!(flow.span(10, 11), Span::new(14, 19));
        assert_eq!(flow.span(12, 18), Span::new(20, 26));
        let mut trail = flow.trail();
        for (start, end) in [(0, 5), (2, 5), (2, 10), (10, 11), (11, 18), (12, 18)] {
            assert_eq!(trail.span(start, end), flow.span(start, end));
        }
        let places: Vec<Option<usize>> = flow.characters().map(|(_, at)| at).collect();
        assert_eq!(places[..3], [Some(0), Some(1), Some(4)]);
        assert_eq!(places[10..13], [None, None, Some(20)]);
    }
}
