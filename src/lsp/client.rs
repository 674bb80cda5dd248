//! The way to the editor: answers, notifications and requests of the server.

use std::io::{self, Write};

use gen_lsp_types::json_rpc::Id;
use gen_lsp_types::{
    LogMessageNotification, LogMessageParams, LspNotificationMethod, LspRequestMethod, MessageType, Notification,
    Request,
};
use serde::Serialize;
use serde_json::{Value, json};

use super::message::Refusal;

/// The version that every message tells.
const VERSION: &str = "2.0";

/// The editor, as the server speaks to it.
#[derive(Debug)]
pub(super) struct Client<W> {
    out: W,
    /// The id of the last request of the server.
    last: i64,
}

#[derive(Serialize)]
struct Notice<'m, P> {
    jsonrpc: &'static str,
    method: LspNotificationMethod<'static>,
    params: &'m P,
}

#[derive(Serialize)]
struct Wish<'m, P> {
    jsonrpc: &'static str,
    id: i64,
    method: LspRequestMethod<'static>,
    #[serde(skip_serializing_if = "Option::is_none")]
    params: Option<&'m P>,
}

impl<W: Write> Client<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, last: 0 }
    }

    /// Answers a request.
    pub(super) fn answer(&mut self, id: &Id, answer: Result<Value, Refusal>) -> io::Result<()> {
        let message = match answer {
            Ok(result) => json!({"jsonrpc": VERSION, "id": id, "result": result}),
            Err(Refusal { code, message }) => {
                json!({"jsonrpc": VERSION, "id": id, "error": {"code": code, "message": message}})
            }
        };
        self.send(&message)
    }

    /// Tells the editor something.
    pub(super) fn tell<N: Notification>(&mut self, params: &N::Params) -> io::Result<()> {
        self.send(&Notice {
            jsonrpc: VERSION,
            method: N::METHOD,
            params,
        })
    }

    /// Asks the editor to do something. What it answers changes nothing.
    pub(super) fn ask<R: Request>(&mut self, params: Option<&R::Params>) -> io::Result<()> {
        self.last += 1;
        let id = self.last;
        self.send(&Wish {
            jsonrpc: VERSION,
            id,
            method: R::METHOD,
            params,
        })
    }

    /// Writes a line into the editor's log. No text of a draft may be in it.
    pub(super) fn log(&mut self, kind: MessageType, message: impl Into<String>) -> io::Result<()> {
        let message = message.into();
        self.tell::<LogMessageNotification>(&LogMessageParams { kind, message })
    }

    fn send(&mut self, message: &impl Serialize) -> io::Result<()> {
        let body = serde_json::to_vec(message)?;
        write!(self.out, "Content-Length: {}\r\n\r\n", body.len())?;
        self.out.write_all(&body)?;
        self.out.flush()
    }
}
