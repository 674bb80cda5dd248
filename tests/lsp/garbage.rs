//! A client that is no good: it gets an error or is left out, and the server goes on or ends in words.

use serde_json::{Value, json};

use crate::client::Client;

const URI: &str = "file:///nowhere/a.md";

fn code(answer: &Value) -> i64 {
    answer["error"]["code"].as_i64().unwrap_or_default()
}

#[test]
fn before_the_handshake_nothing_is_served() {
    let mut client = Client::start(&["--isolated"]);
    assert_eq!(code(&client.request("textDocument/hover", &json!({}))), -32002);
    assert_eq!(code(&client.request("shutdown", &Value::Null)), -32002);
    client.notify(
        "textDocument/didOpen",
        &json!({"textDocument": {"uri": URI, "languageId": "markdown", "version": 1, "text": "At [Center]."}}),
    );
    assert!(client.request("initialize", &json!({"capabilities": [3]}))["result"].is_object());
    assert!(!client.has_come(|message| message["method"] == "textDocument/publishDiagnostics"));
    assert_eq!(code(&client.request("initialize", &json!({}))), -32600);
    client.goodbye();
}

#[test]
fn what_is_no_message_is_answered_and_the_next_one_is_served() {
    let (mut client, _) = Client::open(&["--isolated"], None, &json!({}));
    for (body, wanted) in [
        ("{\"jsonrpc\": ", -32700),
        ("\u{0}", -32700),
        ("[]", -32600),
        ("{\"jsonrpc\":\"2.0\",\"id\":9}", -32600),
        ("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"shutdown\"}", -32600),
    ] {
        client.send_bytes(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
        let answer = client.wait(|message| message["id"].is_null() && message.get("error").is_some());
        assert_eq!(code(&answer), wanted, "{body}");
    }
    client.send_bytes(b"Content-Length: 3\r\n\r\n\xff\xfe\xfd");
    client.wait(|message| code(message) == -32700);
    assert_eq!(code(&client.request("textDocument/rename", &json!({}))), -32601);
    assert_eq!(code(&client.request("$/nothing", &json!({}))), -32601);
    for params in [
        Value::Null,
        json!([]),
        json!({"textDocument": 3}),
        json!({"textDocument": {"uri": URI}, "position": {"line": -1, "character": 0.5}}),
    ] {
        assert_eq!(code(&client.request("textDocument/hover", &params)), -32602, "{params}");
        assert_eq!(
            code(&client.request("textDocument/codeAction", &params)),
            -32602,
            "{params}"
        );
        client.notify("textDocument/didChange", &params);
        client.notify("textDocument/didOpen", &params);
        client.notify("$/whatever", &params);
    }
    client.send(&json!({"jsonrpc": "2.0", "id": 77, "result": null}));
    assert!(!client.open_document(URI, "markdown", "At [Center].").is_empty());
    client.goodbye();
}

#[test]
fn places_that_are_not_there_are_held_in_the_text() {
    let (mut client, _) = Client::open(&["--isolated"], None, &json!({}));
    client.open_document(URI, "markdown", "One 😀.\r\nTwo.");
    let place = |line: u32, character: u32| json!({"line": line, "character": character});
    for (version, (start, end)) in [
        (place(4000, 0), place(4_000_000, 3)),
        (place(0, u32::MAX), place(u32::MAX, u32::MAX)),
        (place(1, 3), place(0, 1)),
        (place(0, 5), place(0, 5)),
    ]
    .into_iter()
    .enumerate()
    {
        let version = i64::try_from(version).unwrap() + 2;
        client.change(
            URI,
            version,
            &json!([{"range": {"start": start, "end": end}, "text": " At [Center] "}]),
        );
        let found = client.diagnostics(URI, version);
        assert!(found.iter().any(|one| one["code"] == "placeholder"));
        let everywhere = json!({"start": place(0, 0), "end": place(u32::MAX, u32::MAX)});
        let asked = json!({"textDocument": {"uri": URI}, "range": everywhere, "context": {"diagnostics": []}});
        assert!(
            !client
                .ask("textDocument/codeAction", &asked)
                .as_array()
                .unwrap()
                .is_empty()
        );
    }
    let unknown = json!({"textDocument": {"uri": "file:///else.md"}, "position": place(0, 0)});
    assert_eq!(client.ask("textDocument/hover", &unknown), Value::Null);
    assert_eq!(client.ask("textDocument/codeLens", &unknown), Value::Null);
    client.goodbye();
}

#[test]
fn a_stream_that_is_no_protocol_ends_in_words() {
    for (bytes, words) in [
        (&b"hello\n"[..], "no ':'"),
        (b"Content-Length: 99999999999999999\r\n\r\n", "1 GiB"),
        (b"Content-Type: a\r\n\r\n{}", "Content-Length"),
        (b"Content-Length: 100\r\n\r\n{}", "middle"),
    ] {
        let mut client = Client::start(&["--isolated"]);
        client.send_bytes(bytes);
        let (status, told) = client.end();
        assert_eq!(status.code(), Some(2), "{told}");
        assert!(told.starts_with("error: ") && told.contains(words), "{told}");
    }
}

#[test]
fn whoever_goes_without_saying_so_is_told_by_the_status() {
    let (mut client, _) = Client::open(&["--isolated"], None, &json!({}));
    client.notify("exit", &Value::Null);
    assert_eq!(client.end().0.code(), Some(1));

    let (client, _) = Client::open(&["--isolated"], None, &json!({}));
    let (status, told) = client.end();
    assert_eq!(status.code(), Some(1));
    assert!(told.contains("goodbye"), "{told}");

    let (mut client, _) = Client::open(&["--isolated"], None, &json!({}));
    client.ask("shutdown", &Value::Null);
    assert_eq!(code(&client.request("textDocument/hover", &json!({}))), -32600);
    assert_eq!(client.end().0.code(), Some(0), "shutdown was said");
}

#[test]
fn what_is_no_text_is_refused_as_on_the_command_line() {
    let (mut client, _) = Client::open(&["--isolated"], None, &json!({}));
    for (number, (text, words)) in [
        ("%PDF-1.7\nAt [Center].", "this is a PDF"),
        ("{\\rtf1 At [Center].}", "this is rich text"),
        ("PK\u{3}\u{4}At [Center].", "word processor"),
    ]
    .into_iter()
    .enumerate()
    {
        let uri = format!("file:///nowhere/{number}.txt");
        let found = client.open_document(&uri, "plaintext", text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0]["message"].as_str().unwrap().contains(words), "{found:?}");
        client.change(&uri, 2, &json!([{"text": "At [Center]."}]));
        assert!(
            client
                .diagnostics(&uri, 2)
                .iter()
                .any(|one| one["code"] == "placeholder")
        );
    }
    client.goodbye();
}
