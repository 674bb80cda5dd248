//! `--fix=review`: walks through the suggestions that need a person's eye, one by one, on a terminal.

use std::io::{self, BufRead, StdinLock};

use codespan_reporting::term::termcolor::{ColorSpec, StandardStream, WriteColor};

use essaylint::Linted;
use essaylint::fix::{self, Choice};
use essaylint::lints::finding::{Applicability, Edit, Finding, rewritten};
use essaylint::report::{diff, one_line, text};
use essaylint::source::Span;

use super::args::ColorWhen;
use super::job::Done;
use super::{editor, page};

/// So many changed sentences of one suggestion are shown.
const SHOWN: usize = 5;

/// A walk through the drafts of a run.
pub(super) struct Review<R = StdinLock<'static>, W = StandardStream> {
    input: R,
    out: W,
    width: usize,
    /// How many questions there are in all drafts, and in those that are done.
    questions: usize,
    behind: usize,
    /// Whether the author wants no more questions.
    is_over: bool,
}

/// What the author is asked.
enum Question<'l> {
    /// Whether to take these edits.
    Wording(&'l Finding, &'l [Edit]),
    /// Nothing: a template is for the author to fill.
    Template(&'l Finding),
}

/// What the author answers.
enum Answer {
    Take(Vec<Edit>),
    Leave,
    LeaveFile,
    Quit,
}

impl Review {
    /// A walk through `done`, on the terminal.
    pub(super) fn new(when: ColorWhen, done: &[Done<'_>]) -> Self {
        let (out, width) = page::terminal(when);
        Self {
            input: io::stdin().lock(),
            out,
            width,
            questions: done.iter().map(|one| questions(&one.report.linted).count()).sum(),
            behind: 0,
            is_over: false,
        }
    }
}

impl<R: BufRead, W: WriteColor> Review<R, W> {
    /// Asks about the suggestions of one draft: what the author takes.
    pub(super) fn walk(&mut self, linted: &Linted) -> io::Result<Choice> {
        let mut choice = Choice::default();
        for (number, question) in questions(linted).enumerate() {
            if self.is_over {
                break;
            }
            self.head(self.behind + number + 1)?;
            let answer = match question {
                Question::Wording(_, edits) if !choice.fits(edits) => {
                    writeln!(self.out, "left out: it would change what you have just changed\n")?;
                    Answer::Leave
                }
                Question::Wording(finding, edits) => self.ask_wording(linted, finding, edits)?,
                Question::Template(finding) => self.show_template(linted, finding)?,
            };
            match answer {
                Answer::Take(edits) => {
                    choice.take(&edits);
                }
                Answer::Leave => {}
                Answer::LeaveFile => break,
                Answer::Quit => self.is_over = true,
            }
        }
        self.behind += questions(linted).count();
        Ok(choice)
    }

    fn head(&mut self, number: usize) -> io::Result<()> {
        self.out.set_color(ColorSpec::new().set_bold(true))?;
        write!(self.out, "{number} of {}", self.questions)?;
        self.out.reset()?;
        writeln!(self.out)
    }

    fn ask_wording(&mut self, linted: &Linted, finding: &Finding, edits: &[Edit]) -> io::Result<Answer> {
        text::print_finding(&linted.draft, finding, self.width, &mut self.out)?;
        self.show(linted, edits)?;
        let places = places(linted, edits);
        let place = match places.as_slice() {
            [place] => Some(*place),
            _ => None,
        };
        let edit = if place.is_some() { "[e]dit, " } else { "" };
        let prompt = format!("take it? [y]es, [n]o, {edit}[s]kip the rest of this file, [q]uit: ");
        loop {
            let Some(line) = self.read(&prompt)? else {
                return Ok(Answer::Quit);
            };
            match (line.to_lowercase().as_str(), place) {
                ("y" | "yes", _) => return Ok(Answer::Take(edits.to_vec())),
                ("n" | "no", _) => return Ok(Answer::Leave),
                ("s", _) => return Ok(Answer::LeaveFile),
                ("q", _) => return Ok(Answer::Quit),
                ("e", Some(place)) => {
                    if let Some(own) = self.own_words(linted, edits, place)? {
                        self.show(linted, std::slice::from_ref(&own))?;
                        return Ok(Answer::Take(vec![own]));
                    }
                }
                _ => writeln!(self.out, "answer with one of these letters")?,
            }
        }
    }

    fn show_template(&mut self, linted: &Linted, finding: &Finding) -> io::Result<Answer> {
        text::print_finding(&linted.draft, finding, self.width, &mut self.out)?;
        let prompt = "the template has slots that only you can fill. [n]ext, [s]kip the rest of this file, [q]uit: ";
        loop {
            let Some(line) = self.read(prompt)? else {
                return Ok(Answer::Quit);
            };
            match line.to_lowercase().as_str() {
                "" | "n" | "no" => return Ok(Answer::Leave),
                "s" => return Ok(Answer::LeaveFile),
                "q" => return Ok(Answer::Quit),
                _ => writeln!(self.out, "answer with one of these letters")?,
            }
        }
    }

    /// What the author would rather write: words in the place of those that the edits change, or with an editor the whole
    /// place. None if nothing is written.
    fn own_words(&mut self, linted: &Linted, edits: &[Edit], place: Span) -> io::Result<Option<Edit>> {
        let text = linted.draft.source.text();
        let Some(changed) = edits.iter().map(|edit| edit.span).reduce(Span::to) else {
            return Ok(None);
        };
        let editor = editor::named();
        let empty = match &editor {
            Some(name) => format!("empty: the sentence opens in {}", one_line(name)),
            None => "empty: back".to_owned(),
        };
        let prompt = format!("your words for \"{}\" ({empty}): ", one_line(changed.of(text)));
        match (self.read(&prompt)?, editor) {
            (Some(typed), _) if !typed.is_empty() => Ok(Some(Edit {
                span: changed,
                replacement: typed,
            })),
            (Some(_), Some(editor)) => match editor::edited(&editor, &after(text, edits, place)) {
                Ok(words) => {
                    let words = if text.contains("\r\n") {
                        words.replace('\n', "\r\n")
                    } else {
                        words
                    };
                    let is_new = words != place.of(text) && !words.is_empty();
                    Ok(is_new.then_some(Edit {
                        span: place,
                        replacement: words,
                    }))
                }
                Err(complaint) => {
                    writeln!(self.out, "{}", one_line(&complaint))?;
                    Ok(None)
                }
            },
            _ => Ok(None),
        }
    }

    /// Shows the sentences that edits change, before and after.
    fn show(&mut self, linted: &Linted, edits: &[Edit]) -> io::Result<()> {
        let text = linted.draft.source.text();
        let places = places(linted, edits);
        for place in places.iter().take(SHOWN) {
            diff::words(place.of(text), &after(text, edits, *place), &mut self.out)?;
        }
        if places.len() > SHOWN {
            writeln!(self.out, "… and {} more sentences", places.len() - SHOWN)?;
        }
        Ok(())
    }

    /// The line that the author types after `prompt`, white space around it left out; none at the end of the input.
    fn read(&mut self, prompt: &str) -> io::Result<Option<String>> {
        write!(self.out, "{prompt}")?;
        self.out.flush()?;
        let mut line = String::new();
        if self.input.read_line(&mut line)? == 0 {
            writeln!(self.out)?;
            return Ok(None);
        }
        Ok(Some(line.trim().to_owned()))
    }
}

fn questions(linted: &Linted) -> impl Iterator<Item = Question<'_>> {
    linted.findings.iter().filter_map(|finding| {
        let wording = fix::suggestion(finding, Applicability::Review);
        let is_template = |applicability| applicability == Applicability::Template;
        let mut suggestions = finding.suggestions.iter();
        match wording {
            Some(suggestion) => Some(Question::Wording(finding, &suggestion.edits)),
            None => suggestions
                .any(|suggestion| is_template(suggestion.applicability))
                .then_some(Question::Template(finding)),
        }
    })
}

/// The sentences that edits change, in order; where there is none, the line.
fn places(linted: &Linted, edits: &[Edit]) -> Vec<Span> {
    let source = &linted.draft.source;
    let sentences = linted.draft.prose.sentences();
    let mut places: Vec<Span> = Vec::new();
    for edit in edits {
        let next = sentences.partition_point(|sentence| sentence.span.end() < edit.span.start());
        let sentence = sentences
            .get(next)
            .filter(|sentence| sentence.span.start() <= edit.span.end());
        let place = sentence.map_or_else(
            || {
                let line = source
                    .lines()
                    .span_of(source.lines().line_of(edit.span.start()), source.text());
                Span::new(line.start(), line.start() + line.of(source.text()).trim_end().len())
            },
            |sentence| sentence.span,
        );
        let place = place.to(edit.span);
        match places.last_mut() {
            Some(last) if last.end() >= place.start() => *last = last.to(place),
            _ => places.push(place),
        }
    }
    places
}

/// The words of `place` after those of the edits that lie in it.
fn after(text: &str, edits: &[Edit], place: Span) -> String {
    let inside = edits.iter().filter(|edit| place.holds(edit.span)).map(|edit| Edit {
        span: Span::new(edit.span.start() - place.start(), edit.span.end() - place.start()),
        replacement: edit.replacement.clone(),
    });
    rewritten(place.of(text), &inside.collect::<Vec<Edit>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use codespan_reporting::term::termcolor::NoColor;
    use essaylint::settings::Settings;
    use essaylint::source::{KindSayings, Source, Syntax};

    const TEXT: &str = "I failed Step 1 in 2021 by only four points. I was on leave in 2022.\r\n\r\nI missed Step 2 by only two \
                        points.\r\n";

    /// The text after a review with these answers, what was shown, and whether the author wants to go on.
    fn reviewed(answers: &str) -> (String, String, bool) {
        let source = Source::new("t.md", TEXT.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        let mut settings = Settings::default();
        settings.rules.turn_all_off();
        settings.rules.turn("minimizing", true);
        let linted = essaylint::lint(source, &settings);
        let mut review = Review {
            input: answers.as_bytes(),
            out: NoColor::new(Vec::new()),
            width: 80,
            questions: questions(&linted).count(),
            behind: 0,
            is_over: false,
        };
        let choice = review.walk(&linted).unwrap();
        let shown = String::from_utf8(review.out.into_inner()).unwrap();
        (choice.apply(TEXT), shown, !review.is_over)
    }

    #[test]
    fn what_is_taken_is_changed_and_nothing_else() {
        let (text, shown, goes_on) = reviewed("y\nn\n");
        assert_eq!(text, TEXT.replacen("only ", "", 1));
        assert!(
            goes_on && shown.contains("1 of 2") && shown.contains("warning[minimizing]"),
            "{shown}"
        );
        assert!(
            shown.contains("- I failed Step 1 in 2021 by [-only -]four points."),
            "{shown}"
        );
    }

    #[test]
    fn the_rest_is_left_after_skip_quit_and_the_end_of_the_input() {
        assert_eq!(reviewed("n\ny\n").0, TEXT.replace("only two", "two"));
        for (answers, goes_on) in [("s\n", true), ("q\n", false), ("", false), ("y?\nq\n", false)] {
            let (text, _, does) = reviewed(answers);
            assert_eq!((text.as_str(), does), (TEXT, goes_on), "{answers:?}");
        }
        let (text, _, _) = reviewed("y\nq\n");
        assert_eq!(text, TEXT.replacen("only ", "", 1), "what was taken before stays");
    }

    #[test]
    fn own_words_stand_in_the_place_of_the_suggestion() {
        let (text, shown, _) = reviewed("e\nby 4, no less,\nq\n");
        assert_eq!(text, TEXT.replace("by only four", "by 4, no less,"));
        assert!(shown.contains("your words for \"by only four\""), "{shown}");
    }
}
