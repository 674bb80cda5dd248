//! Messages off the wire: the frames of the protocol, and what stands in them.

use std::fmt;
use std::io::{self, BufRead, Read};

use gen_lsp_types::ErrorCodes;
use gen_lsp_types::json_rpc::Id;
use serde_json::{Map, Value};

/// The longest line of a header, in bytes.
const LONGEST_HEADER: u64 = 4096;

/// The longest message, in bytes: no editor sends a draft that long.
const LONGEST_MESSAGE: u64 = 1 << 30;

/// What a client sent.
#[derive(Debug, PartialEq)]
pub(super) enum Incoming {
    /// It wants an answer.
    Request {
        /// To be given back with the answer.
        id: Id,
        /// What it wants.
        method: String,
        /// How it wants it; null where it says nothing.
        params: Value,
    },
    /// It tells something.
    Notification {
        /// What it tells.
        method: String,
        /// The rest of it; null where there is none.
        params: Value,
    },
    /// It answers a request of the server. None of ours waits for its answer.
    Answer,
    /// It sent something that is no message.
    Wrong {
        /// The id to answer under.
        id: Id,
        /// What is wrong.
        refusal: Refusal,
    },
}

/// Why a request is not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    /// The reason for programs.
    pub(super) code: ErrorCodes,
    /// The reason for people. No text of a draft is in it.
    pub(super) message: String,
}

impl Refusal {
    pub(super) fn new(code: ErrorCodes, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }
}

/// Why nothing more can be read from a client.
#[derive(Debug)]
pub(crate) enum Broken {
    /// What stands where a header should is none.
    Header(&'static str),
    /// The stream ends within a message.
    Cut,
    /// The system says no.
    Io(io::Error),
}

impl fmt::Display for Broken {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header(wrong) => write!(
                out,
                "what came in is not the language server protocol: {wrong}; 'essaylint lsp' is to be started by an editor"
            ),
            Self::Cut => out.write_str("the editor went away in the middle of a message"),
            Self::Io(error) => write!(out, "the editor can not be heard: {error}"),
        }
    }
}

impl From<io::Error> for Broken {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Incoming {
    /// Reads the next message; none at the end of the stream.
    ///
    /// # Errors
    /// When the next message can not be found. One that is found and is none is [`Incoming::Wrong`].
    pub(super) fn read(input: &mut impl BufRead) -> Result<Option<Self>, Broken> {
        let Some(length) = length(input)? else {
            return Ok(None);
        };
        let mut body = Vec::new();
        let read = input.take(length).read_to_end(&mut body)?;
        if (read as u64) < length {
            return Err(Broken::Cut);
        }
        Ok(Some(Self::parse(&body)))
    }

    fn parse(body: &[u8]) -> Self {
        let wrong = |id, code, message: &str| Self::Wrong {
            id,
            refusal: Refusal::new(code, message),
        };
        match serde_json::from_slice(body) {
            Ok(Value::Object(fields)) => {
                Self::of_fields(fields).unwrap_or_else(|message| wrong(Id::Null, ErrorCodes::InvalidRequest, message))
            }
            Ok(_) => wrong(Id::Null, ErrorCodes::InvalidRequest, "a message is a JSON object"),
            // The parser's own words may quote the draft.
            Err(_) => wrong(Id::Null, ErrorCodes::ParseError, "the message is not JSON in UTF-8"),
        }
    }

    fn of_fields(mut fields: Map<String, Value>) -> Result<Self, &'static str> {
        let params = fields.remove("params").unwrap_or_default();
        match (fields.remove("method"), fields.remove("id")) {
            (Some(Value::String(method)), None) => Ok(Self::Notification { method, params }),
            (Some(Value::String(method)), Some(id)) => match serde_json::from_value(id) {
                Ok(id @ (Id::Number(_) | Id::String(_))) => Ok(Self::Request { id, method, params }),
                _ => Err("the id of a request is a whole number or a string"),
            },
            (Some(_), _) => Err("the method of a message is a string"),
            (None, Some(_)) if fields.contains_key("result") || fields.contains_key("error") => Ok(Self::Answer),
            (None, _) => Err("a message has a method, or answers with a result or an error"),
        }
    }
}

/// Reads a header: the length of the message behind it, in bytes; none at the end of the stream.
fn length(input: &mut impl BufRead) -> Result<Option<u64>, Broken> {
    let mut length = None;
    let mut line = Vec::new();
    for number in 0.. {
        line.clear();
        input.by_ref().take(LONGEST_HEADER).read_until(b'\n', &mut line)?;
        if line.is_empty() && number == 0 {
            return Ok(None);
        }
        if !line.ends_with(b"\n") {
            return Err(if (line.len() as u64) < LONGEST_HEADER {
                Broken::Cut
            } else {
                Broken::Header("a line of the header is too long")
            });
        }
        let Ok(written) = std::str::from_utf8(line.trim_ascii()) else {
            return Err(Broken::Header("a line of the header is not UTF-8"));
        };
        if written.is_empty() {
            break;
        }
        let Some((name, value)) = written.split_once(':') else {
            return Err(Broken::Header("a line of the header has no ':'"));
        };
        if name.trim().eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().ok();
        }
    }
    match length {
        Some(length) if length <= LONGEST_MESSAGE => Ok(Some(length)),
        Some(_) => Err(Broken::Header("the message is said to be longer than 1 GiB")),
        None => Err(Broken::Header("the header tells no Content-Length")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn frame(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    fn read(bytes: &[u8]) -> Result<Option<Incoming>, Broken> {
        Incoming::read(&mut &*bytes)
    }

    #[test]
    fn messages_are_read_one_after_another() {
        let stream = frame(r#"{"jsonrpc":"2.0","id":1,"method":"a","params":{"x":1}}"#)
            + &frame(r#"{"jsonrpc":"2.0","method":"b"}"#).replace("Content-Length", "X: y\r\ncontent-length")
            + &frame(r#"{"jsonrpc":"2.0","id":1,"result":null}"#);
        let mut input = stream.as_bytes();
        let mut next = || Incoming::read(&mut input).unwrap();
        assert_eq!(
            next(),
            Some(Incoming::Request {
                id: Id::Number(1),
                method: "a".to_owned(),
                params: json!({"x": 1})
            })
        );
        assert_eq!(
            next(),
            Some(Incoming::Notification {
                method: "b".to_owned(),
                params: Value::Null
            })
        );
        assert_eq!(next(), Some(Incoming::Answer));
        assert_eq!(next(), None);
    }

    #[test]
    fn what_is_no_message_is_told_and_the_next_one_is_read() {
        for body in [
            "{",
            "[]",
            "3",
            r#"{"method":3}"#,
            r#"{"id":1.5,"method":"a"}"#,
            r#"{"id":3}"#,
            "\u{0}",
        ] {
            let stream = frame(body) + &frame(r#"{"method":"b"}"#);
            let mut input = stream.as_bytes();
            let first = Incoming::read(&mut input).unwrap();
            assert!(matches!(first, Some(Incoming::Wrong { id: Id::Null, .. })), "{body}");
            assert!(matches!(
                Incoming::read(&mut input),
                Ok(Some(Incoming::Notification { .. }))
            ));
        }
        let deep = "[".repeat(100_000);
        assert!(matches!(
            read(frame(&deep).as_bytes()),
            Ok(Some(Incoming::Wrong { .. }))
        ));
    }

    #[test]
    fn a_stream_that_is_no_protocol_ends_in_words() {
        for (stream, words) in [
            ("hello\n", "no ':'"),
            ("a: b\r\n\r\n", "Content-Length"),
            ("Content-Length: -3\r\n\r\n", "Content-Length"),
            ("Content-Length: 99999999999999\r\n\r\n", "1 GiB"),
            ("Content-Length: 10\r\n\r\n{}", "middle"),
            ("Content-Le", "middle"),
        ] {
            assert!(
                read(stream.as_bytes()).unwrap_err().to_string().contains(words),
                "{stream}"
            );
        }
        assert!(read(&vec![b'a'; 1 << 20]).unwrap_err().to_string().contains("too long"));
        assert!(matches!(read(b"\xff\xfe: 3\r\n\r\n"), Err(Broken::Header(_))));
        assert!(matches!(read(b""), Ok(None)));
    }
}
