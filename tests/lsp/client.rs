//! A small editor: it starts the real server and speaks to it over its standard streams.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// How long to wait for a message before the test fails: longer than any machine needs.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Client {
    server: Child,
    input: Option<ChildStdin>,
    output: Receiver<Value>,
    /// Messages that came while another one was waited for.
    passed: Vec<Value>,
    last_id: i64,
}

impl Client {
    /// Starts the server with these arguments behind `lsp`.
    pub fn start(arguments: &[&str]) -> Self {
        let mut server = Command::new(env!("CARGO_BIN_EXE_essaylint"))
            .arg("lsp")
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let input = server.stdin.take();
        let stdout = server.stdout.take().unwrap();
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut stdout = BufReader::new(stdout);
            while let Some(message) = read(&mut stdout) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Self {
            server,
            input,
            output,
            passed: Vec::new(),
            last_id: 0,
        }
    }

    /// Starts the server and shakes hands; the answer to `initialize` comes along.
    pub fn open(arguments: &[&str], folder: Option<&Path>, capabilities: &Value) -> (Self, Value) {
        let mut client = Self::start(arguments);
        let params = json!({
            "processId": null,
            "rootUri": folder.map(uri),
            "capabilities": capabilities,
        });
        let answer = client.request("initialize", &params);
        client.notify("initialized", &json!({}));
        (client, answer["result"].clone())
    }

    pub fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.send_bytes(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    pub fn send_bytes(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        // A server that has gone away is what some tests are about.
        let _ = input.write_all(bytes).and_then(|()| input.flush());
    }

    pub fn notify(&mut self, method: &str, params: &Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Sends a request and waits for its answer, a result or an error.
    pub fn request(&mut self, method: &str, params: &Value) -> Value {
        self.last_id += 1;
        let id = self.last_id;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        self.wait(|message| message["id"] == id && message.get("method").is_none())
    }

    /// The result of a request.
    pub fn ask(&mut self, method: &str, params: &Value) -> Value {
        let answer = self.request(method, params);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// Waits for the first message that fits; the others are kept.
    pub fn wait(&mut self, fits: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.passed.iter().position(&fits) {
            return self.passed.remove(at);
        }
        loop {
            let message = self.output.recv_timeout(PATIENCE).expect("the server says nothing");
            if fits(&message) {
                return message;
            }
            self.passed.push(message);
        }
    }

    /// Waits for a notification or a request of the server.
    pub fn wait_for(&mut self, method: &str) -> Value {
        self.wait(|message| message["method"] == method)["params"].clone()
    }

    /// Waits for the diagnostics of a document in a version.
    pub fn diagnostics(&mut self, uri: &str, version: i64) -> Vec<Value> {
        let message = self.wait(|message| {
            let params = &message["params"];
            message["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == uri
                && params["version"] == version
        });
        message["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// Opens a document, in version 1, and waits for its diagnostics.
    pub fn open_document(&mut self, uri: &str, language: &str, text: &str) -> Vec<Value> {
        self.notify(
            "textDocument/didOpen",
            &json!({"textDocument": {"uri": uri, "languageId": language, "version": 1, "text": text}}),
        );
        self.diagnostics(uri, 1)
    }

    /// Sends changes.
    pub fn change(&mut self, uri: &str, version: i64, changes: &Value) {
        self.notify(
            "textDocument/didChange",
            &json!({"textDocument": {"uri": uri, "version": version}, "contentChanges": changes}),
        );
    }

    /// Whether a message that fits has come by now; asks something first, so that all that was to come has come.
    pub fn has_come(&mut self, fits: impl Fn(&Value) -> bool) -> bool {
        self.request("essaylint/nothing", &Value::Null);
        self.passed.iter().any(fits)
    }

    /// Closes the input and waits for the end: how the server ended, and what it told on standard error.
    pub fn end(mut self) -> (ExitStatus, String) {
        self.input = None;
        let mut told = String::new();
        let stderr = self.server.stderr.take();
        stderr.unwrap().read_to_string(&mut told).unwrap();
        (self.server.wait().unwrap(), told)
    }

    /// Says goodbye as the protocol has it.
    pub fn goodbye(mut self) {
        assert_eq!(self.ask("shutdown", &Value::Null), Value::Null);
        self.notify("exit", &Value::Null);
        let (status, told) = self.end();
        assert_eq!((status.code(), told.as_str()), (Some(0), ""));
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn read(stdout: &mut BufReader<ChildStdout>) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if stdout.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim().split_once(": ") {
            Some(("Content-Length", value)) => length = value.parse().ok()?,
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    stdout.read_exact(&mut body).ok()?;
    Some(serde_json::from_slice(&body).expect("the server writes JSON"))
}

/// The URI of a file whose path needs no escapes but for spaces.
pub fn uri(path: &Path) -> String {
    format!("file://{}", path.display()).replace(' ', "%20")
}
