//! What the server does with each message, and when it lints.

mod answers;
mod news;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::time::Duration;

use gen_lsp_types::{
    Diagnostic, ErrorCodes, MessageType, PublishDiagnosticsNotification, PublishDiagnosticsParams, Uri,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::abilities::Abilities;
use super::client::Client;
use super::configs::Configs;
use super::document::{Document, Lint};
use super::inbox::Inbox;
use super::message::{Incoming, Refusal};
use super::{End, capabilities};
use crate::cli::args::Shared;
use essaylint::grammar;

/// How long to wait for a message before looking whether the engine of the lint `grammar` is loaded.
const LOADING: Duration = Duration::from_millis(50);

/// The language server of one editor.
#[derive(Debug)]
pub(super) struct Server<'a, W> {
    client: Client<W>,
    phase: Phase,
    abilities: Abilities,
    configs: Configs<'a>,
    /// The open drafts, by URI.
    documents: BTreeMap<String, Document>,
    /// The configurations that the editor has been told errors of, by URI.
    blamed: BTreeSet<String>,
    /// What has been explained, by URI.
    explained: BTreeMap<String, String>,
    lint: Lint,
}

/// How far the conversation has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Nothing counts before `initialize`.
    Silent,
    /// All is served.
    Open,
    /// The editor has said that it will go.
    Closing,
}

/// The answer to a request.
type Answer = Result<Value, Refusal>;

impl<'a, W: Write> Server<'a, W> {
    /// A server that has heard nothing yet.
    pub(super) fn new(client: Client<W>, shared: &'a Shared, lint: Lint) -> Self {
        Self {
            client,
            phase: Phase::Silent,
            abilities: Abilities::read(&Value::Null),
            configs: Configs::new(shared),
            documents: BTreeMap::new(),
            blamed: BTreeSet::new(),
            explained: BTreeMap::new(),
            lint,
        }
    }

    /// Serves until the editor goes.
    ///
    /// # Errors
    /// When the editor can not be written to.
    pub(super) fn serve(&mut self, inbox: &mut Inbox) -> io::Result<End> {
        loop {
            let mail = match (inbox.next(), self.stale()) {
                (Some(mail), _) => Some(mail),
                (None, Some(uri)) => {
                    self.settle(&uri, inbox)?;
                    continue;
                }
                (None, None) if self.awaits_grammar() => match inbox.wait_for(LOADING) {
                    None if grammar::is_ready() => {
                        self.read_again();
                        continue;
                    }
                    None => continue,
                    mail => mail,
                },
                (None, None) => inbox.wait(),
            };
            match mail {
                Some(Ok(Incoming::Notification { method, .. })) if method == "exit" => {
                    return Ok(self.end());
                }
                Some(Ok(message)) => self.take(message, inbox)?,
                Some(Err(broken)) => return Ok(End::Broken(broken)),
                None => return Ok(self.end()),
            }
        }
    }

    /// Whether a draft was read while the engine of the lint `grammar` was loading.
    fn awaits_grammar(&self) -> bool {
        self.documents.values().any(|document| document.awaits_grammar)
    }

    /// Lets those drafts be read again.
    fn read_again(&mut self) {
        for document in self.documents.values_mut().filter(|document| document.awaits_grammar) {
            document.awaits_grammar = false;
            document.is_stale = true;
        }
    }

    fn end(&self) -> End {
        match self.phase {
            Phase::Closing => End::Agreed,
            Phase::Silent | Phase::Open => End::Left,
        }
    }

    fn take(&mut self, message: Incoming, inbox: &mut Inbox) -> io::Result<()> {
        match message {
            Incoming::Request { id, method, params } => {
                let answer = match self.phase {
                    Phase::Silent if method == "initialize" => self.initialize(&params),
                    Phase::Silent => Err(Refusal::new(
                        ErrorCodes::ServerNotInitialized,
                        "the first request is 'initialize'",
                    )),
                    Phase::Open => self.asked(&method, params, inbox)?,
                    Phase::Closing => Err(Refusal::new(
                        ErrorCodes::InvalidRequest,
                        "after 'shutdown' nothing is served",
                    )),
                };
                self.client.answer(&id, answer)
            }
            Incoming::Notification { method, params } if self.phase == Phase::Open => {
                match self.told(&method, params) {
                    Ok(done) => done,
                    Err(refusal) => self.client.log(MessageType::Warning, refusal.message),
                }
            }
            Incoming::Notification { .. } | Incoming::Answer => Ok(()),
            Incoming::Wrong { id, refusal } => self.client.answer(&id, Err(refusal)),
        }
    }

    fn initialize(&mut self, params: &Value) -> Answer {
        self.abilities = Abilities::read(params);
        self.phase = Phase::Open;
        told(&capabilities::result(&self.abilities))
    }

    /// A draft that is to be read.
    fn stale(&self) -> Option<String> {
        let stale = self.documents.iter().find(|(_, document)| document.is_stale);
        stale.map(|(uri, _)| uri.clone())
    }

    /// Reads a draft and tells what was found, unless news about it have come in.
    fn settle(&mut self, uri: &str, inbox: &mut Inbox) -> io::Result<()> {
        let Some(document) = self.documents.get_mut(uri) else {
            return Ok(());
        };
        let read = document.read(&self.configs, self.lint, &self.abilities);
        let (uri, version) = (document.uri.clone(), document.version);
        let found = document.reading.as_ref().map(|reading| reading.diagnostics.clone());
        if let Err(bug) = read {
            self.client.log(MessageType::Error, bug)?;
        }
        if inbox.changes(&uri) {
            return Ok(());
        }
        self.publish(uri, Some(version), found.unwrap_or_default())
    }

    fn publish(&mut self, uri: Uri, version: Option<i32>, diagnostics: Vec<Diagnostic>) -> io::Result<()> {
        self.client
            .tell::<PublishDiagnosticsNotification>(&PublishDiagnosticsParams {
                uri,
                version,
                diagnostics,
            })
    }
}

/// The parameters of a message. What is wrong with them is not told in the parser's words, which may quote the draft.
fn read<P: DeserializeOwned>(method: &str, params: Value) -> Result<P, Refusal> {
    let wrong = |_| {
        Refusal::new(
            ErrorCodes::InvalidParams,
            format!("the parameters of '{method}' are wrong"),
        )
    };
    serde_json::from_value(params).map_err(wrong)
}

/// A result as it goes to the editor.
fn told(result: &impl Serialize) -> Answer {
    let wrong = |_| Refusal::new(ErrorCodes::InternalError, "the result can not be written");
    serde_json::to_value(result).map_err(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::sync::mpsc;

    #[test]
    fn a_bug_is_logged_without_a_word_of_the_draft_and_the_server_goes_on() {
        let shared = Shared {
            config: None,
            isolated: true,
            color: crate::cli::args::ColorWhen::Never,
        };
        let (sender, reader) = mpsc::channel();
        let notify = |method: &str, params: Value| {
            let method = method.to_owned();
            sender.send(Ok(Incoming::Notification { method, params })).unwrap();
        };
        let initialize = Incoming::Request {
            id: gen_lsp_types::json_rpc::Id::Number(1),
            method: "initialize".to_owned(),
            params: json!({}),
        };
        sender.send(Ok(initialize)).unwrap();
        let open = |uri: &str, text: &str| json!({"textDocument": {"uri": uri, "languageId": "markdown", "version": 1, "text": text}});
        notify("textDocument/didOpen", open("untitled:a", "a secret"));
        notify("textDocument/didOpen", open("untitled:b", "I ran."));
        drop(sender);
        let mut out = Vec::new();
        let mut server = Server::new(Client::new(&mut out), &shared, |source, settings| {
            assert!(!source.text().contains("secret"), "{}", source.text());
            essaylint::lint(source, settings)
        });
        let end = server.serve(&mut Inbox::new(reader)).unwrap();
        assert!(matches!(end, End::Left));
        let told = String::from_utf8(out).unwrap();
        assert!(
            told.contains("essaylint has a bug") && !told.contains("secret"),
            "{told}"
        );
        assert!(told.contains("missing-ir-experience"), "the other draft is linted");
    }
}
