//! What stands at the head of a draft: its name, its kind, what is counted in it.

use maud::{Markup, html};

use crate::report::picture::counted;
use crate::report::{Count, FileReport, Tally};

use super::ink::{Ink, heading};
use super::sheet::Sheet;

/// The head of a sheet.
pub(super) fn head(sheet: &Sheet<'_>) -> Markup {
    let file = sheet.file;
    html! {
        div.head {
            p.kind { (kind(file)) }
            (heading(sheet.level, Some(&sheet.id("name")), Some("name"), &name(file.name())))
            ul.facts role="list" {
                li.tally { (tally(file)) }
                li { (gauge(file.words)) (counted(file.words, "words")) }
                li { (gauge(file.characters)) (counted(file.characters, "characters")) }
            }
        }
    }
}

/// The name of a file, its folder in the background.
pub(super) fn name(path: &str) -> Markup {
    let (folder, name) = path.split_at(path.rfind('/').map_or(0, |slash| slash + 1));
    html! { @if !folder.is_empty() { span.folder { (Ink(folder)) } } (Ink(name)) }
}

/// The kind of a draft in words.
pub(super) fn kind(file: &FileReport) -> String {
    file.kind().name().replace('-', " ")
}

/// What is found in a draft, in words.
pub(super) fn tally(file: &FileReport) -> String {
    Tally::of(&file.linted.findings).to_string()
}

/// A count in the room that it has; nothing where it has no bound.
fn gauge(count: Count) -> Markup {
    let Some(high) = count.high.or(count.low) else {
        return html! {};
    };
    // A little room stays behind the bound, so that a count over it shows.
    let whole = (high + high / 4).max(count.count);
    let part = |count: usize| format!("{}%", count.min(whole) * 100 / whole.max(1));
    let low = count.low.unwrap_or(0);
    let is_off = count.count > high || count.count < low;
    html! {
        svg.gauge.is-off[is_off] width="84" height="10" aria-hidden="true" {
            rect.room width="100%" y="4" height="2" {}
            rect.range x=(part(low)) width=(part(high.saturating_sub(low))) y="4" height="2" {}
            rect.count width=(part(count.count)) y="3" height="4" {}
            @if low > 0 { rect.bound x=(part(low)) width="1" height="10" {} }
            rect.bound x=(part(high)) width="1" height="10" {}
        }
    }
}
