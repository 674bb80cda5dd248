//! Edits of every sort, one after another: what is found is what a fresh reading of the whole text finds.

use proptest::prelude::*;
use serde_json::{Value, json};
use std::cell::RefCell;

use crate::client::Client;
use crate::text::range;

const PARTS: [&str; 16] = [
    "At [Center] in May. ",
    "I only failed by four points. ",
    "it’s “true” — ",
    "😀",
    "e\u{301}",
    "👩‍⚕️ ",
    "\u{feff}",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "- ",
    "<!-- essaylint-ignore placeholder: later -->\n",
    "**a** ",
    "---\nkind: experience\n---\n",
    "XXX ",
];

/// Which part is put where: two places, as shares of the text, and the part.
type Written = (prop::sample::Index, prop::sample::Index, &'static str, bool);

fn writing() -> impl Strategy<Value = (String, Vec<Vec<Written>>)> {
    let part = || prop::sample::select(&PARTS[..]);
    let text = prop::collection::vec(part(), 0..20).prop_map(|parts| parts.concat());
    let edit = (
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        part(),
        prop::bool::weighted(0.1),
    );
    let step = prop::collection::vec(edit, 1..4);
    (text, prop::collection::vec(step, 1..6))
}

/// A place between two characters. An editor can not point between the two of `\r\n`.
fn place(text: &str, index: prop::sample::Index) -> usize {
    let mut at = index.index(text.len() + 1);
    while !text.is_char_boundary(at) || (text[..at].ends_with('\r') && text[at..].starts_with('\n')) {
        at -= 1;
    }
    at
}

#[test]
fn what_is_found_after_edits_is_what_the_whole_text_has() {
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let capabilities = json!({"general": {"positionEncodings": [encoding]}});
        let (client, _) = Client::open(&["--isolated"], None, &capabilities);
        let client = RefCell::new(client);
        let cases = if cfg!(debug_assertions) { 24 } else { 200 };
        // Names are new in every case.
        let count = RefCell::new(0);
        let config = ProptestConfig {
            cases,
            failure_persistence: None,
            ..ProptestConfig::default()
        };
        proptest!(config, |((text, steps) in writing())| {
            let mut client = client.borrow_mut();
            *count.borrow_mut() += 1;
            let number = *count.borrow();
            let edited = format!("file:///nowhere/{number}/edited.md");
            let mut text = text;
            client.open_document(&edited, "markdown", &text);
            for (version, step) in (2..).zip(steps) {
                let mut changes: Vec<Value> = Vec::new();
                for (a, b, part, whole) in step {
                    if whole {
                        text = text.replace('a', part);
                        changes.push(json!({"text": text}));
                        continue;
                    }
                    let (a, b) = (place(&text, a), place(&text, b));
                    let (start, end) = (a.min(b), a.max(b).min(a.min(b) + 40));
                    let end = (start..=end).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(start);
                    let end = if text[..end].ends_with('\r') && text[end..].starts_with('\n') { end - 1 } else { end };
                    let end = end.max(start);
                    changes.push(json!({"range": range(&text, start, end, encoding), "text": part}));
                    text.replace_range(start..end, part);
                }
                client.change(&edited, version, &json!(changes));
                let found = client.diagnostics(&edited, version);
                let fresh = format!("file:///nowhere/{number}/{version}/edited.md");
                let wanted = client.open_document(&fresh, "markdown", &text);
                let wanted = serde_json::to_string(&wanted).unwrap().replace(&fresh, &edited);
                prop_assert_eq!(serde_json::to_string(&found).unwrap(), wanted, "{:?}", text);
                client.notify("textDocument/didClose", &json!({"textDocument": {"uri": fresh}}));
            }
            client.notify("textDocument/didClose", &json!({"textDocument": {"uri": edited}}));
        });
        client.into_inner().goodbye();
    }
}
