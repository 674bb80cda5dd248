//! What can be done about a finding with one key.

use std::fs;

use serde_json::{Value, json};

use crate::client::Client;
use crate::text::{applied, byte};

const URI: &str = "file:///nowhere/personal-statement.md";

/// A word, a link in it, curly quotes and a dash: safe fixes; a minimizing clause and a cliché: more.
const TEXT: &str = "I only failed Step 1 by four points, 😀 it’s true — and it was “just” an exam.\r\n\r\n\
                    - At [Center] in May.\r\n- At [Hospital] in June.\r\n";

fn asked(range: &Value, only: &[&str]) -> Value {
    json!({"textDocument": {"uri": URI}, "range": range, "context": {"diagnostics": [], "only": only}})
}

fn actions(client: &mut Client, range: &Value, only: &[&str]) -> Vec<Value> {
    let actions = client.ask("textDocument/codeAction", &asked(range, only));
    actions.as_array().unwrap().clone()
}

/// What is found, as lint and words.
fn told(text: &str, found: &[Value], encoding: &str) -> Vec<(String, String)> {
    let one = |one: &Value| {
        let at = |end: &str| byte(text, &one["range"][end], encoding);
        let lint = one["code"].as_str().unwrap().to_owned();
        (lint, text[at("start")..at("end")].to_owned())
    };
    found.iter().map(one).collect()
}

#[test]
fn a_fix_is_taken_and_its_finding_goes() {
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        for versions in [true, false] {
            let capabilities = json!({
                "general": {"positionEncodings": [encoding]},
                "workspace": {"workspaceEdit": {"documentChanges": versions}},
            });
            let (mut client, _) = Client::open(&["--isolated"], None, &capabilities);
            let found = client.open_document(URI, "markdown", TEXT);
            let mut version = 1;
            let mut safe = 0;
            for one in &found {
                let suggestions = one["data"]["suggestions"].as_array().unwrap();
                let with_edits = suggestions
                    .iter()
                    .filter(|one| !one["edits"].as_array().unwrap().is_empty());
                for suggestion in with_edits {
                    let offered = actions(&mut client, &one["range"], &["quickfix"]);
                    let action = offered
                        .iter()
                        .find(|action| action["title"] == suggestion["title"] && action["diagnostics"][0] == *one)
                        .expect("each suggestion is offered");
                    let is_safe = suggestion["applicability"] == "safe";
                    assert_eq!(action["isPreferred"] == true, is_safe, "{action}");
                    safe += usize::from(is_safe);
                    if versions {
                        assert_eq!(
                            action["edit"]["documentChanges"][0]["textDocument"],
                            json!({"uri": URI, "version": version})
                        );
                    }
                    let mended = applied(TEXT, &action["edit"], encoding);
                    client.change(URI, version + 1, &json!([{"text": mended}]));
                    let left = client.diagnostics(URI, version + 1);
                    let gone = told(TEXT, std::slice::from_ref(one), encoding).remove(0);
                    assert!(!told(&mended, &left, encoding).contains(&gone), "{gone:?}");
                    client.change(URI, version + 2, &json!([{"text": TEXT}]));
                    version += 2;
                    assert_eq!(client.diagnostics(URI, version), found);
                }
            }
            assert!(safe >= 2, "only {safe} safe fixes were tried");
            client.goodbye();
        }
    }
}

#[test]
fn all_safe_fixes_are_taken_at_once_and_nothing_else() {
    let (mut client, answer) = Client::open(&["--isolated"], None, &json!({}));
    let kinds = &answer["capabilities"]["codeActionProvider"]["codeActionKinds"];
    assert_eq!(*kinds, json!(["quickfix", "source.fixAll.essaylint"]));
    client.open_document(URI, "markdown", TEXT);
    let start = json!({"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}});
    for only in ["source", "source.fixAll", "source.fixAll.essaylint"] {
        let offered = actions(&mut client, &start, &[only]);
        assert_eq!(offered.len(), 1, "{offered:?}");
        assert_eq!(offered[0]["kind"], "source.fixAll.essaylint");
        let mended = applied(TEXT, &offered[0]["edit"], "utf-16");
        assert!(!mended.contains(['’', '“', '”', '—']), "{mended}");
        assert!(
            mended.contains("[Center]") && mended.contains("only failed"),
            "{mended}"
        );
    }
    assert!(actions(&mut client, &start, &["refactor"]).is_empty());
    client.change(URI, 2, &json!([{"text": "I ran.\n"}]));
    assert!(
        actions(&mut client, &start, &["source.fixAll"]).is_empty(),
        "nothing is left to fix"
    );
    client.goodbye();
}

#[test]
fn every_finding_can_be_silenced_where_it_stands() {
    let weak = fs::read_to_string("fixtures/demo/weak-explanation.md").unwrap();
    for (name, text) in [
        ("personal-statement.md", TEXT),
        ("personal-statement.txt", TEXT),
        ("personal-statement.md", weak.as_str()),
    ] {
        let (mut client, _) = Client::open(&["--isolated"], None, &json!({}));
        let uri = format!("file:///nowhere/{name}");
        let found = client.open_document(&uri, "markdown", text);
        assert!(found.len() > 3);
        for (number, one) in found.iter().enumerate() {
            let lint = one["code"].as_str().unwrap();
            let mut params = asked(&one["range"], &["quickfix"]);
            params["textDocument"]["uri"] = json!(uri);
            let offered = client.ask("textDocument/codeAction", &params);
            let title = format!("silence {lint} ");
            let is_it = |action: &&Value| {
                action["title"].as_str().unwrap().starts_with(&title) && action["diagnostics"][0] == *one
            };
            let action = offered
                .as_array()
                .unwrap()
                .iter()
                .find(is_it)
                .expect("silence is offered");
            let mended = applied(text, &action["edit"], "utf-16");
            let other = format!("file:///nowhere/{number}/{name}");
            let left = client.open_document(&other, "markdown", &mended);
            let gone = told(text, std::slice::from_ref(one), "utf-16").remove(0);
            let left = told(&mended, &left, "utf-16");
            assert!(!left.contains(&gone), "{gone:?} is still told:\n{mended}");
            assert!(left.iter().all(|(lint, _)| lint != "suppression"), "{mended}");
            // Other lints have as much to say as before.
            let others = |told: &[(String, String)]| told.iter().filter(|(name, _)| name != lint).count();
            assert_eq!(
                others(&left),
                others(&told(text, &found, "utf-16")),
                "{lint}:\n{mended}"
            );
        }
        client.goodbye();
    }
}

#[test]
fn a_lint_is_explained() {
    let (mut client, answer) = Client::open(&["--isolated"], None, &json!({}));
    assert_eq!(
        answer["capabilities"]["executeCommandProvider"]["commands"],
        json!(["essaylint.explain"])
    );
    let found = client.open_document(URI, "markdown", TEXT);
    let slot = found.iter().find(|one| one["code"] == "placeholder").unwrap();
    let offered = actions(&mut client, &slot["range"], &["quickfix"]);
    let action = offered
        .iter()
        .find(|one| one["title"] == "explain placeholder")
        .unwrap();
    let text = client.ask("workspace/executeCommand", &action["command"]);
    let text = text.as_str().unwrap();
    assert!(
        text.starts_with("**placeholder** (draft, error)") && text.contains("**speaks on:**"),
        "{text}"
    );
    let message = client.wait_for("window/showMessage");
    assert!(
        message["message"].as_str().unwrap().starts_with("placeholder: "),
        "{message}"
    );
    client.goodbye();
}

#[test]
fn an_explanation_is_a_document_where_the_editor_shows_such() {
    let capabilities = json!({
        "window": {"showDocument": {"support": true}},
        "workspace": {"textDocumentContent": {}},
    });
    let (mut client, answer) = Client::open(&["--isolated"], None, &capabilities);
    assert_eq!(
        answer["capabilities"]["workspace"]["textDocumentContent"]["schemes"],
        json!(["essaylint"])
    );
    let command = json!({"command": "essaylint.explain", "arguments": ["blame"]});
    let text = client.ask("workspace/executeCommand", &command);
    let shown = client.wait_for("window/showDocument");
    let content = client.ask("workspace/textDocumentContent", &json!({"uri": shown["uri"]}));
    assert_eq!(content["text"], text);
    for wrong in [
        json!({"command": "essaylint.explain", "arguments": ["nothing"]}),
        json!({"command": "essaylint.explain"}),
        json!({"command": "rm"}),
    ] {
        assert_eq!(
            client.request("workspace/executeCommand", &wrong)["error"]["code"],
            -32602
        );
    }
    client.goodbye();
}
