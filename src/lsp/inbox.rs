//! Messages that wait: what came in while a draft was linted is seen before its findings are told.

use std::collections::VecDeque;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use gen_lsp_types::Uri;
use serde_json::Value;

use super::message::{Broken, Incoming};

/// What the reader of the editor's stream brings. Its end is the end of the channel.
pub(super) type Mail = Result<Incoming, Broken>;

/// The messages that have come in.
#[derive(Debug)]
pub(super) struct Inbox {
    reader: Receiver<Mail>,
    waiting: VecDeque<Mail>,
}

impl Inbox {
    pub(super) fn new(reader: Receiver<Mail>) -> Self {
        Self {
            reader,
            waiting: VecDeque::new(),
        }
    }

    /// The next message that has come in already.
    pub(super) fn next(&mut self) -> Option<Mail> {
        self.gather();
        self.waiting.pop_front()
    }

    /// The next message, whenever it comes; none at the end of the stream.
    pub(super) fn wait(&mut self) -> Option<Mail> {
        self.next().or_else(|| self.reader.recv().ok())
    }

    /// The next message, if one comes within this time. The end of the stream is told at once, as an error that ends the wait.
    pub(super) fn wait_for(&mut self, time: Duration) -> Option<Mail> {
        self.next().or_else(|| self.reader.recv_timeout(time).ok())
    }

    /// Whether news about a document have come in: what was found in it is old.
    pub(super) fn changes(&mut self, uri: &Uri) -> bool {
        self.gather();
        self.waiting.iter().any(|mail| match mail {
            Ok(Incoming::Notification { method, params }) => {
                let named = params.pointer("/textDocument/uri").and_then(Value::as_str);
                named == Some(uri.as_ref())
                    && [
                        "textDocument/didChange",
                        "textDocument/didOpen",
                        "textDocument/didClose",
                    ]
                    .contains(&method.as_str())
            }
            _ => false,
        })
    }

    fn gather(&mut self) {
        self.waiting.extend(self.reader.try_iter());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::sync::mpsc;

    #[test]
    fn news_about_a_document_are_seen_before_they_are_taken() {
        let (sender, reader) = mpsc::channel();
        let mut inbox = Inbox::new(reader);
        let uri = Uri::from("file:///a.md");
        assert!(!inbox.changes(&uri));
        let change = |method: &str| {
            Ok(Incoming::Notification {
                method: method.to_owned(),
                params: json!({"textDocument": {"uri": "file:///a.md"}}),
            })
        };
        sender.send(change("textDocument/didSave")).unwrap();
        assert!(!inbox.changes(&uri));
        sender.send(change("textDocument/didChange")).unwrap();
        assert!(inbox.changes(&uri) && !inbox.changes(&Uri::from("file:///b.md")));
        assert!(inbox.next().is_some() && inbox.next().is_some() && inbox.next().is_none());
        drop(sender);
        assert!(inbox.wait().is_none());
    }
}
