//! Positions and edits, counted anew: slowly, and apart from the library.

use serde_json::{Value, json};

/// The position of a byte in an encoding.
pub fn position(text: &str, byte: usize, encoding: &str) -> Value {
    let (mut line, mut start) = (0, 0);
    for (at, c) in text[..byte].char_indices() {
        let ends = c == '\n' || (c == '\r' && !text[at + 1..].starts_with('\n'));
        if ends {
            line += 1;
            start = at + 1;
        }
    }
    json!({"line": line, "character": count(&text[start..byte], encoding)})
}

pub fn range(text: &str, start: usize, end: usize, encoding: &str) -> Value {
    json!({"start": position(text, start, encoding), "end": position(text, end, encoding)})
}

fn count(text: &str, encoding: &str) -> usize {
    match encoding {
        "utf-8" => text.len(),
        "utf-16" => text.encode_utf16().count(),
        "utf-32" => text.chars().count(),
        other => panic!("{other}"),
    }
}

/// The byte at a position that a server told.
pub fn byte(text: &str, position_told: &Value, encoding: &str) -> usize {
    let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let mut fitting = bytes.filter(|at| position(text, *at, encoding) == *position_told);
    fitting.next().unwrap_or_else(|| panic!("{position_told} is nowhere"))
}

/// Makes the edits of a workspace edit that changes one document.
pub fn applied(text: &str, edit: &Value, encoding: &str) -> String {
    let edits = if let Some(changes) = edit.get("documentChanges") {
        &changes[0]["edits"]
    } else {
        let changes = edit["changes"].as_object().unwrap();
        assert_eq!(changes.len(), 1);
        changes.values().next().unwrap()
    };
    let edits = edits.as_array().unwrap();
    let mut spans: Vec<(usize, usize, String)> = edits
        .iter()
        .map(|edit| {
            let range = &edit["range"];
            (
                byte(text, &range["start"], encoding),
                byte(text, &range["end"], encoding),
                edit["newText"].as_str().unwrap().to_owned(),
            )
        })
        .collect();
    spans.sort();
    let mut text = text.to_owned();
    for (start, end, replacement) in spans.into_iter().rev() {
        text.replace_range(start..end, &replacement);
    }
    text
}
