//! What is found, where it is shown, and what is told about it.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::client::{Client, uri};
use crate::text::{position, range};

/// Drafts in which much is found: several blocks, marks of several bytes, every line end.
fn drafts() -> Vec<(&'static str, String)> {
    let demo = fs::read_to_string("fixtures/demo/weak-explanation.md").unwrap();
    let odd = "\u{feff}😀 I’m at [Center] — e\u{301}h 👩‍⚕️ [Hospital].\r\rI only failed by four points.\r\n\n- XXX\n";
    vec![
        ("weak.md", demo.clone()),
        ("weak-windows.md", demo.replace('\n', "\r\n")),
        ("additional-info.txt", odd.to_owned()),
        ("notes.rst", "I scrubbed at [Center].\n".to_owned()),
        (
            "front.md",
            "---\nkind: interview-answer\n---\nIt’s at [Center].\n".to_owned(),
        ),
        (
            "broken-front.md",
            "---\nkind: letter\n---\nIt’s at [Center].\n".to_owned(),
        ),
        ("empty.md", String::new()),
    ]
}

/// What the command line says of a file.
fn of_cli(path: &Path, arguments: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_essaylint"))
        .args(["--format", "json"])
        .args(arguments)
        .arg(path)
        .output()
        .unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What of the command line's findings the server must say.
fn expected(text: &str, uri: &str, found: &Value, encoding: &str) -> Value {
    let span = |span: &Value| {
        let byte = |end: &str| usize::try_from(span[end]["byte"].as_u64().unwrap()).unwrap();
        range(text, byte("start"), byte("end"), encoding)
    };
    let severity = match found["severity"].as_str().unwrap() {
        "error" => 1,
        "warning" => 2,
        _ => 3,
    };
    let related: Vec<Value> = found["related"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| json!({"location": {"uri": uri, "range": span(&one["span"])}, "message": one["message"]}))
        .collect();
    let mut diagnostic = json!({
        "range": span(&found["span"]),
        "severity": severity,
        "code": found["lint"],
        "codeDescription": {"href": found["url"]},
        "source": "essaylint",
        "message": found["message"],
    });
    if !related.is_empty() {
        diagnostic["relatedInformation"] = related.into();
    }
    diagnostic
}

#[test]
fn the_findings_are_those_of_the_command_line_in_every_encoding() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().canonicalize().unwrap();
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let capabilities = json!({"general": {"positionEncodings": [encoding]}});
        let (mut client, answer) = Client::open(&[], Some(&folder), &capabilities);
        assert_eq!(answer["capabilities"]["positionEncoding"], encoding);
        let mut all = 0;
        for (name, text) in drafts() {
            let path = folder.join(name);
            fs::write(&path, &text).unwrap();
            let cli = of_cli(&path, &[]);
            let uri = uri(&path);
            let mut found = client.open_document(&uri, "markdown", &text);
            if let Some(error) = cli["errors"][0]["message"].as_str() {
                assert_eq!(found.len(), 1, "{name}");
                let message = found[0]["message"].as_str().unwrap();
                assert!(error.ends_with(message), "{error} / {message}");
                assert_eq!(found[0]["severity"], 1);
                continue;
            }
            for diagnostic in &mut found {
                assert!(diagnostic["data"]["suggestions"].is_array());
                diagnostic.as_object_mut().unwrap().remove("data");
            }
            let wanted: Vec<Value> = cli["files"][0]["diagnostics"]
                .as_array()
                .unwrap()
                .iter()
                .map(|one| expected(&text, &uri, one, encoding))
                .collect();
            all += wanted.len();
            assert_eq!(found, wanted, "{name} in {encoding}");
        }
        assert!(all > 30, "{all} findings are too few to tell much");
        client.goodbye();
    }
}

#[test]
fn an_editor_that_says_nothing_counts_in_utf_16() {
    let (mut client, answer) = Client::open(&["--isolated"], None, &json!({}));
    assert_eq!(answer["capabilities"]["positionEncoding"], "utf-16");
    assert_eq!(answer["serverInfo"]["name"], "essaylint");
    let text = "😀 at [Center].\n";
    let found = client.open_document("untitled:a.md", "markdown", text);
    let slot = found.iter().find(|one| one["code"] == "placeholder").unwrap();
    assert_eq!(slot["range"]["start"], json!({"line": 0, "character": 6}));
    client.goodbye();
}

#[test]
fn a_draft_without_a_file_is_what_its_language_says() {
    let (mut client, _) = Client::open(&["--isolated"], None, &json!({}));
    let text = "I am **sure** of it.\n";
    let emphasis = |found: Vec<Value>| found.iter().any(|one| one["code"] == "non-plain-text");
    assert!(emphasis(client.open_document("untitled:one", "markdown", text)));
    assert!(!emphasis(client.open_document("untitled:two", "plaintext", text)));
    client.goodbye();
}

#[test]
fn a_closed_document_has_no_findings() {
    let (mut client, _) = Client::open(&["--isolated"], None, &json!({}));
    let uri = "file:///nowhere/a.md";
    assert!(!client.open_document(uri, "markdown", "At [Center].\n").is_empty());
    client.notify("textDocument/didClose", &json!({"textDocument": {"uri": uri}}));
    let told = client.wait(|message| {
        message["method"] == "textDocument/publishDiagnostics" && message["params"].get("version").is_none()
    });
    assert_eq!(told["params"], json!({"uri": uri, "diagnostics": []}));
    // What comes late for it is left out.
    client.change(uri, 2, &json!([{"text": "At [Center]."}]));
    assert!(client.has_come(|message| message["method"] == "window/logMessage"));
    assert!(!client.has_come(|message| message["method"] == "textDocument/publishDiagnostics"));
    client.goodbye();
}

#[test]
fn of_many_versions_that_come_at_once_the_last_one_is_told() {
    let (mut client, _) = Client::open(&["--isolated"], None, &json!({}));
    let uri = "file:///nowhere/a.md";
    client.open_document(uri, "markdown", "I ran.\n");
    let long = fs::read_to_string("fixtures/essays/d/ps-01.md").unwrap();
    for version in 2..40 {
        client.change(
            uri,
            version,
            &json!([{"text": format!("{long}\nAt [Center {version}].\n")}]),
        );
    }
    let last = client.diagnostics(uri, 39);
    assert!(
        last.iter()
            .any(|one| one["message"].as_str().unwrap().contains("Center 39"))
    );
    let mut told: Vec<i64> = Vec::new();
    while client.has_come(|message| message["params"]["version"].is_i64()) {
        let message = client.wait(|message| message["params"]["version"].is_i64());
        told.push(message["params"]["version"].as_i64().unwrap());
    }
    assert!(
        told.is_sorted() && told.len() < 20,
        "all the old ones were told: {told:?}"
    );
    client.goodbye();
}

#[test]
fn a_finding_is_told_of_where_the_pointer_is() {
    let markdown = json!({"textDocument": {"hover": {"contentFormat": ["markdown", "plaintext"]}}});
    for (capabilities, bold) in [(markdown, "**minimizing**"), (json!({}), "minimizing (")] {
        let (mut client, _) = Client::open(&["--isolated"], None, &capabilities);
        let text = fs::read_to_string("fixtures/demo/weak-explanation.md").unwrap();
        let uri = "file:///nowhere/a.md";
        client.open_document(uri, "markdown", &text);
        let at = position(&text, text.find("by only four").unwrap(), "utf-16");
        let hover = client.ask(
            "textDocument/hover",
            &json!({"textDocument": {"uri": uri}, "position": at}),
        );
        let told = hover["contents"]["value"].as_str().unwrap();
        for part in [
            bold,
            "this makes the red flag smaller",
            "why",
            "what to do",
            "high confidence",
        ] {
            assert!(told.contains(part), "{part}: {told}");
        }
        let far = json!({"textDocument": {"uri": uri}, "position": {"line": 9999, "character": 9999}});
        assert_eq!(client.ask("textDocument/hover", &far), Value::Null);
        client.goodbye();
    }
}

#[test]
fn a_template_is_shown_under_the_pointer() {
    let (mut client, _) = Client::open(&["--isolated"], None, &json!({}));
    let text = fs::read_to_string("fixtures/demo/weak-explanation.md").unwrap();
    let uri = "file:///nowhere/a.md";
    let found = client.open_document(uri, "markdown", &text);
    let template = |one: &&Value| one["data"]["suggestions"][0]["applicability"] == "template";
    let one = found.iter().find(template).expect("a finding with a template");
    let params = json!({"textDocument": {"uri": uri}, "position": one["range"]["start"]});
    let hover = client.ask("textDocument/hover", &params);
    let told = hover["contents"]["value"].as_str().unwrap();
    assert!(told.contains("a way to write it: "), "{told}");
    client.goodbye();
}

#[test]
fn one_line_above_the_draft_tells_what_it_is() {
    let (mut client, _) = Client::open(&["--isolated"], None, &json!({}));
    let text = fs::read_to_string("fixtures/essays/d/ps-01.md").unwrap();
    let uri = "file:///nowhere/personal-statement.md";
    client.open_document(uri, "markdown", &text);
    let lenses = client.ask("textDocument/codeLens", &json!({"textDocument": {"uri": uri}}));
    assert_eq!(lenses.as_array().unwrap().len(), 1);
    assert_eq!(lenses[0]["range"]["start"]["line"], 0);
    let title = lenses[0]["command"]["title"].as_str().unwrap();
    assert!(
        title.starts_with("personal statement · 6") && !title.contains('\n'),
        "{title}"
    );
    for part in [
        "words (expected 500 to 850)",
        "IR and radiology ",
        "setback ",
        "growth ",
        "other ",
        "%",
    ] {
        assert!(title.contains(part), "{part}: {title}");
    }
    client.goodbye();
}

#[test]
fn an_edit_is_linted_before_a_person_could_notice() {
    let (mut client, _) = Client::open(&["--isolated"], None, &json!({}));
    let text = fs::read_to_string("fixtures/essays/d/ps-01.md").unwrap();
    let uri = "file:///nowhere/a.md";
    client.open_document(uri, "markdown", &text);
    let mut times: Vec<Duration> = (2..32)
        .map(|version| {
            let start = Instant::now();
            let place = json!({"line": 0, "character": 0});
            client.change(
                uri,
                version,
                &json!([{"range": {"start": place, "end": place}, "text": "A"}]),
            );
            client.diagnostics(uri, version);
            start.elapsed()
        })
        .collect();
    times.sort();
    // The promise is about the released program; one that is built for tests is many times slower.
    let limit = Duration::from_millis(if cfg!(debug_assertions) { 1000 } else { 20 });
    assert!(times[times.len() / 2] < limit, "{times:?}");
    client.goodbye();
}
