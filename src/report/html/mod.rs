//! The report as a page to look at: one file that needs nothing else, for an adviser and an applicant side by side.
//!
//! A [`Sheet`] lays out a draft; the other rooms write its parts. All text of a draft goes through [`Ink`].

mod essay;
mod head;
mod ink;
mod note;
mod policy;
mod rows;
mod sheet;
mod story;
mod strands;
mod written;

use std::collections::BTreeMap;
use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::lints::about_group;
use crate::lints::finding::Severity;

use super::{FileError, Run, Tally, one_line};
use essay::Essay;
use ink::{Ink, heading};
use policy::{SCRIPT, STYLE};
use sheet::{Sheet, group_class};

pub use policy::policy;

/// A picture of a line under words, for the window's tab: without one, browsers ask the server for it.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect \
                    width='32' height='32' rx='7' fill='%23f6f1e7'/%3E%3Cpath d='M8 10h16M8 16h10' stroke='%2329261f' \
                    stroke-width='2.6' stroke-linecap='round'/%3E%3Cpath d='M8 24q2-3 4 0t4 0 4 0 4 0' fill='none' \
                    stroke='%23a8402c' stroke-width='2.6' stroke-linecap='round'/%3E%3C/svg%3E";

/// How a page that is served learns of a newer one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Live<'l> {
    /// Where the server tells its news, as a path on it.
    pub events: &'l str,
    /// Which page this is.
    pub version: &'l str,
}

/// Prints a run as a page.
///
/// # Errors
/// When `out` can not be written.
pub fn print(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(page(run, None).as_bytes())
}

/// A run as a page; one that is `live` loads itself anew when there is a newer one.
#[must_use]
pub fn page(run: &Run, live: Option<Live<'_>>) -> String {
    let is_alone = run.files.len() == 1 && run.errors.is_empty();
    let sheets: Vec<Sheet<'_>> = run
        .files
        .iter()
        .enumerate()
        .map(|(at, file)| Sheet::new(file, at + 1, if is_alone { 1 } else { 2 }))
        .collect();
    let body = html! {
        a.skip href={ "#" @if is_alone { "d1-essay" } @else { "top" } } {
            @if is_alone { "to the essay" } @else { "to the drafts" }
        }
        header.bar {
            span.brand { "essaylint" }
            (controls(run))
        }
        main #top tabindex="-1" {
            @if !is_alone { (index(run, &sheets)) }
            (errors(&run.errors))
            @for sheet in &sheets { (draft(sheet)) }
        }
        footer.foot {
            p { "Read by essaylint " (env!("CARGO_PKG_VERSION")) " on your machine. Nothing of it was sent anywhere." }
        }
        (help())
        (story::patterns())
        @if live.is_some() { p.news role="status" {} }
    };
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(live.is_some()));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                meta name="generator" content={ "essaylint " (env!("CARGO_PKG_VERSION")) };
                title { (title(run)) }
                link rel="icon" href=(PreEscaped(ICON));
                style { (PreEscaped(STYLE)) }
            }
            body data-events=[live.map(|live| live.events)] data-version=[live.map(|live| live.version)] {
                (body)
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string() + "\n"
}

fn title(run: &Run) -> String {
    match (run.files.as_slice(), run.errors.as_slice()) {
        ([file], []) => format!("{} · essaylint", one_line(file.name())),
        _ => format!("{} · essaylint", drafts(run)),
    }
}

/// What there is on the page, in words: how many drafts, or the one that could not be read.
fn drafts(run: &Run) -> String {
    match (run.files.as_slice(), run.errors.as_slice()) {
        ([], [error]) => one_line(&error.path).into_owned(),
        (files, errors) => format!("{} drafts", files.len() + errors.len()),
    }
}

/// What the script can do: go through the notes, show some of them, change the light. Without it they stay hidden.
fn controls(run: &Run) -> Markup {
    let mut groups: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    for finding in run.findings() {
        let place = crate::lints::GROUPS.iter().position(|known| *known == finding.group);
        *groups.entry((place.unwrap_or(usize::MAX), &finding.group)).or_default() += 1;
    }
    let tally = Tally::of(run.findings());
    let severities = [
        (Severity::Error, tally.error),
        (Severity::Warning, tally.warning),
        (Severity::Note, tally.note),
    ];
    html! {
        div.controls hidden {
            @if !groups.is_empty() {
                div.steps role="group" aria-label="notes" {
                    button type="button" data-go="-1" aria-label="previous note" title="previous note (p or k)" { "↑" }
                    span.place aria-live="polite" {}
                    button type="button" data-go="1" aria-label="next note" title="next note (n or j)" { "↓" }
                }
                div.filters role="group" aria-label="severities to show" {
                    @for (severity, count) in severities.into_iter().filter(|(_, count)| *count > 0) {
                        (filter("severity", severity.name(), "", "", count))
                    }
                }
                div.filters role="group" aria-label="groups to show" {
                    @for ((_, group), count) in &groups {
                        (filter("group", group, &group_class(group), about_group(group), *count))
                    }
                }
            }
            div.view role="group" aria-label="view" {
                button type="button" data-tint aria-pressed="false" title="what each sentence does, in the essay (s)" {
                    "story"
                }
                button type="button" data-theme-toggle aria-pressed="false" title="light or dark (d)" { "dark" }
                button type="button" data-help aria-haspopup="dialog" title="keys (?)" aria-label="keys" { "?" }
            }
        }
    }
}

fn filter(what: &str, name: &str, class: &str, about: &str, count: usize) -> Markup {
    let title = Some(about).filter(|about| !about.is_empty());
    html! {
        button class={ "filter " (class) } type="button" aria-pressed="true" data-filter=(what) data-value=(name)
            title=[title] {
            span.named { (Ink(name)) } " " span.many { (count) }
        }
    }
}

fn help() -> Markup {
    let keys = [
        ("n or j", "next note"),
        ("p or k", "previous note"),
        ("s", "what each sentence does, in the essay"),
        ("d", "light or dark"),
        ("?", "these keys"),
        ("Esc", "close, or leave the note"),
    ];
    html! {
        dialog.keys aria-labelledby="help" {
            h2 #help { "Keys" }
            dl { @for (key, does) in keys { div { dt { (key) } dd { (does) } } } }
            form method="dialog" { button type="submit" { "close" } }
        }
    }
}

/// The drafts of the page with what is found in each.
fn index(run: &Run, sheets: &[Sheet<'_>]) -> Markup {
    html! {
        div.head {
            h1.name { (drafts(run)) }
            @if !run.files.is_empty() { p.facts { span.tally { (Tally::of(run.findings()).to_string()) } } }
        }
        @if sheets.len() > 1 {
            nav.index aria-label="drafts" {
                ol role="list" {
                    @for sheet in sheets {
                        li {
                            a href={ "#" (sheet.id("name")) } { (head::name(sheet.file.name())) }
                            span.kind { (head::kind(sheet.file)) }
                            span.tally { (head::tally(sheet.file)) }
                        }
                    }
                }
            }
        }
    }
}

fn errors(errors: &[FileError]) -> Markup {
    html! {
        @if !errors.is_empty() {
            section.errors aria-labelledby="unread" {
                h2.section #unread { "Not read" }
                @for error in errors {
                    div.error {
                        @if !error.path.is_empty() { p.where { (Ink(&error.path)) } }
                        @if error.message.contains('\n') {
                            pre { @for line in error.message.lines() { (Ink(line)) "\n" } }
                        } @else {
                            p.says { (Ink(&error.message)) }
                        }
                    }
                }
            }
        }
    }
}

fn draft(sheet: &Sheet<'_>) -> Markup {
    let essay = sheet.id("essay");
    html! {
        article.draft aria-labelledby=(sheet.id("name")) {
            (head::head(sheet))
            (story::story(sheet))
            (whole(sheet))
            section.essay aria-labelledby=(sheet.named(&essay)) {
                (heading(sheet.level + 1, Some(&essay), Some("section"), &html! { "The essay" }))
                div.sheet { (Essay::new(sheet).write()) }
            }
        }
    }
}

/// The notes about a draft as a whole.
fn whole(sheet: &Sheet<'_>) -> Markup {
    let above = sheet.beside(None);
    let id = sheet.id("whole");
    html! {
        @if !above.is_empty() {
            section.whole aria-labelledby=(sheet.named(&id)) {
                (heading(sheet.level + 1, Some(&id), Some("section"), &html! { "About the whole draft" }))
                div.notes { @for finding in above { (note::note(sheet, *finding)) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::FileReport;
    use crate::settings::Settings;
    use crate::source::{KindSayings, Source, Syntax};

    fn report(name: &str, text: &str) -> FileReport {
        let source = Source::new(name, text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
        let settings = Settings::default();
        FileReport::new(crate::lint(source, &settings), &settings.rules)
    }

    fn run(texts: &[&str]) -> Run {
        Run {
            files: texts.iter().map(|text| report("a/draft.md", text)).collect(),
            errors: Vec::new(),
        }
    }

    const DRAFT: &str = "# Why\n\nIn June 2022 I failed Step 1 by only four points, because our school had told us nothing.\n\n\
                         - I was **devastated**, and XXX.\n";

    #[test]
    fn the_same_run_gives_the_same_page() {
        assert_eq!(page(&run(&[DRAFT, DRAFT]), None), page(&run(&[DRAFT, DRAFT]), None));
    }

    #[test]
    fn each_finding_has_a_note_and_each_part_a_name_of_its_own() {
        let run = run(&[DRAFT, DRAFT, ""]);
        let page = page(&run, None);
        assert_eq!(page.matches("<article class=\"note ").count(), run.findings().count());
        let mut ids: Vec<&str> = page
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }

    #[test]
    fn only_a_page_that_is_served_asks_for_news() {
        let run = run(&[DRAFT]);
        let live = Live {
            events: "/events",
            version: "1",
        };
        assert!(page(&run, Some(live)).contains("connect-src 'self'"));
        assert!(page(&run, Some(live)).contains("data-events=\"/events\" data-version=\"1\""));
        let still = page(&run, None);
        assert!(!still.contains("connect-src") && !still.contains("data-version"));
    }

    #[test]
    fn a_file_that_was_not_read_is_told() {
        let error = FileError {
            path: "<b>.md".to_owned(),
            message: "there is \u{202e} no such file".to_owned(),
        };
        let run = Run {
            files: Vec::new(),
            errors: vec![error],
        };
        let page = page(&run, None);
        assert!(page.contains("<title>&lt;b&gt;.md · essaylint</title>"));
        assert!(page.contains("\\u{202e}") && !page.contains('\u{202e}'));
    }
}
