//! What the server does with each message, and when it lints.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use gen_lsp_types::{
    CodeLens, CodeLensParams, CodeLensRefreshRequest, Command, DidChangeTextDocumentParams,
    DidChangeWatchedFilesRegistrationOptions, DidCloseTextDocumentParams, DidOpenTextDocumentParams, ErrorCodes,
    ExecuteCommandParams, FileSystemWatcher, HoverParams, MarkupKind, MessageType, PublishDiagnosticsNotification,
    PublishDiagnosticsParams, Range, Registration, RegistrationParams, RegistrationRequest, ShowDocumentParams,
    ShowDocumentRequest, ShowMessageNotification, ShowMessageParams, TextDocumentContentParams,
    TextDocumentContentResult, Uri,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use essaylint::lints::catalogue;
use essaylint::report;

use super::abilities::Abilities;
use super::actions::{self, Asked};
use super::client::Client;
use super::configs::Configs;
use super::document::{Document, Lint, Reading};
use super::inbox::Inbox;
use super::message::{Incoming, Refusal};
use super::{End, capabilities, diagnostics, explain, hover};
use crate::cli::args::Shared;

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

    /// Does what a request wants.
    fn asked(&mut self, method: &str, params: Value, inbox: &mut Inbox) -> io::Result<Answer> {
        Ok(match method {
            "shutdown" => {
                self.phase = Phase::Closing;
                Ok(Value::Null)
            }
            "initialize" => Err(Refusal::new(
                ErrorCodes::InvalidRequest,
                "'initialize' has been answered before",
            )),
            "textDocument/codeAction" => match read::<Asked>(method, params) {
                Ok(asked) => self.about(
                    &asked.text_document.uri.clone(),
                    inbox,
                    |document, reading, abilities| told(&actions::actions(document, reading, &asked, abilities)),
                )?,
                Err(refusal) => Err(refusal),
            },
            "textDocument/hover" => match read::<HoverParams>(method, params) {
                Ok(HoverParams {
                    text_document_position_params: at,
                    ..
                }) => self.about(&at.text_document.uri, inbox, |document, reading, abilities| {
                    told(&hover::hover(document, reading, at.position, abilities))
                })?,
                Err(refusal) => Err(refusal),
            },
            "textDocument/codeLens" => match read::<CodeLensParams>(method, params) {
                Ok(params) => self.about(&params.text_document.uri, inbox, |_, reading, _| told(&lenses(reading)))?,
                Err(refusal) => Err(refusal),
            },
            "workspace/executeCommand" => match read::<ExecuteCommandParams>(method, params) {
                Ok(params) => self.execute(&params)?,
                Err(refusal) => Err(refusal),
            },
            "workspace/textDocumentContent" => {
                read::<TextDocumentContentParams>(method, params).and_then(|params| self.content(&params.uri))
            }
            _ => Err(Refusal::new(
                ErrorCodes::MethodNotFound,
                format!("'{}' is not served", report::one_line(method)),
            )),
        })
    }

    /// Answers a question about a draft from what was last found in it; null where there is nothing to go by. What the
    /// author wrote before the question counts: it is read first, if that has not been done.
    fn about(
        &mut self,
        uri: &Uri,
        inbox: &mut Inbox,
        answer: impl FnOnce(&Document, &Reading, &Abilities) -> Answer,
    ) -> io::Result<Answer> {
        if self
            .documents
            .get(uri.as_ref())
            .is_some_and(|document| document.is_stale)
        {
            self.settle(uri.as_ref(), inbox)?;
        }
        let document = self.documents.get(uri.as_ref());
        let found = document.and_then(|document| Some((document, document.reading.as_ref()?)));
        Ok(match found {
            Some((document, reading)) => answer(document, reading, &self.abilities),
            None => Ok(Value::Null),
        })
    }

    /// Takes what a notification tells.
    fn told(&mut self, method: &str, params: Value) -> Result<io::Result<()>, Refusal> {
        match method {
            "initialized" => Ok(self.watch()),
            "textDocument/didOpen" => read(method, params).map(|params| self.open(params)),
            "textDocument/didChange" => self.change(read(method, params)?).map(Ok),
            "textDocument/didClose" => read(method, params).map(|params| self.close(&params)),
            "textDocument/didSave" => Ok(self.look_again(false)),
            "workspace/didChangeWatchedFiles" => Ok(self.look_again(true)),
            _ => Ok(Ok(())),
        }
    }

    fn open(&mut self, params: DidOpenTextDocumentParams) -> io::Result<()> {
        let item = params.text_document;
        // Explanations are no drafts, and neither is a configuration, which some editors take for text.
        let is_ours = item.uri.as_ref().starts_with(&format!("{}:", explain::SCHEME));
        let document = Document::new(item, self.abilities.folder.as_deref());
        if is_ours || document.path.ends_with(essaylint::config::NAME) {
            return Ok(());
        }
        self.documents.insert(document.uri.to_string(), document);
        self.look_again(false)
    }

    fn change(&mut self, params: DidChangeTextDocumentParams) -> Result<(), Refusal> {
        let uri = params.text_document.text_document_identifier.uri;
        let Some(document) = self.documents.get_mut(uri.as_ref()) else {
            let message = "a document was changed that is not open; the change is left out";
            return Err(Refusal::new(ErrorCodes::InvalidParams, message));
        };
        document.change(
            params.text_document.version,
            params.content_changes,
            self.abilities.encoding,
        );
        Ok(())
    }

    fn close(&mut self, params: &DidCloseTextDocumentParams) -> io::Result<()> {
        let uri = &params.text_document.uri;
        match self.documents.remove(uri.as_ref()) {
            Some(_) => self.publish(uri.clone(), None, Vec::new()),
            None => Ok(()),
        }
    }

    /// Looks for the configuration of each draft, and whether it has changed; drafts that it changes something for are
    /// stale then.
    fn look_again(&mut self, whatever: bool) -> io::Result<()> {
        let changed = self.configs.refresh(whatever);
        for document in self.documents.values_mut() {
            let key = self.configs.key_of(&document.path);
            document.is_stale |= changed || key != document.config;
            document.config = key;
        }
        if changed && self.abilities.refreshes_lenses {
            self.client.ask::<CodeLensRefreshRequest>(None)?;
        }
        self.blame_configs()
    }

    /// Tells what is wrong with configurations, and takes back what was.
    fn blame_configs(&mut self) -> io::Result<()> {
        let encoding = self.abilities.encoding;
        let errors = self.configs.errors();
        let wrong: BTreeMap<String, Vec<_>> = errors
            .map(|(uri, error)| (uri.to_string(), vec![diagnostics::of_config(error, encoding)]))
            .collect();
        let blamed = wrong.keys().cloned().collect();
        let mended: Vec<String> = self.blamed.difference(&blamed).cloned().collect();
        self.blamed = blamed;
        for uri in mended {
            self.publish(uri.into(), None, Vec::new())?;
        }
        for (uri, diagnostics) in wrong {
            self.publish(uri.into(), None, diagnostics)?;
        }
        Ok(())
    }

    /// Asks the editor to tell when a configuration or a lint file changes.
    fn watch(&mut self) -> io::Result<()> {
        if !self.abilities.watches_files {
            return Ok(());
        }
        let options = DidChangeWatchedFilesRegistrationOptions {
            watchers: vec![FileSystemWatcher {
                glob_pattern: "**/*.toml".to_owned().into(),
                kind: None,
            }],
        };
        self.client.ask::<RegistrationRequest>(Some(&RegistrationParams {
            registrations: vec![Registration {
                id: "essaylint.configs".to_owned(),
                method: "workspace/didChangeWatchedFiles".to_owned(),
                register_options: serde_json::to_value(options).ok(),
            }],
        }))
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

    fn publish(
        &mut self,
        uri: Uri,
        version: Option<i32>,
        diagnostics: Vec<gen_lsp_types::Diagnostic>,
    ) -> io::Result<()> {
        self.client
            .tell::<PublishDiagnosticsNotification>(&PublishDiagnosticsParams {
                uri,
                version,
                diagnostics,
            })
    }

    /// Explains a lint: the answer is Markdown, and the editor shows it as it can.
    fn execute(&mut self, params: &ExecuteCommandParams) -> io::Result<Answer> {
        let refuse = |message: String| Ok(Err(Refusal::new(ErrorCodes::InvalidParams, message)));
        if params.command != explain::COMMAND {
            return refuse(format!("no command is called '{}'", report::one_line(&params.command)));
        }
        let word = |at: usize| params.arguments.as_ref()?.get(at)?.as_str();
        let Some(id) = word(0) else {
            return refuse(format!("{} takes the name of a lint", explain::COMMAND));
        };
        let reading = word(1).and_then(|uri| self.documents.get(uri)?.reading.as_ref());
        let lints = reading.map_or(catalogue(), |reading| reading.settings.rules.lints());
        let Some(lint) = lints.iter().find(|lint| lint.id == id) else {
            return refuse(format!("no lint is called '{}'", report::one_line(id)));
        };
        let text = explain::explanation(lint, MarkupKind::Markdown);
        if self.abilities.shows_contents {
            let uri = explain::uri(id);
            self.explained.insert(uri.to_string(), text.clone());
            self.client.ask::<ShowDocumentRequest>(Some(&ShowDocumentParams {
                uri,
                external: None,
                take_focus: Some(true),
                selection: None,
            }))?;
        } else {
            self.client.tell::<ShowMessageNotification>(&ShowMessageParams {
                kind: MessageType::Info,
                message: explain::in_short(lint),
            })?;
        }
        Ok(Ok(Value::from(text)))
    }

    /// The text of an explanation that the editor shows.
    fn content(&self, uri: &Uri) -> Answer {
        match self.explained.get(uri.as_ref()) {
            Some(text) => told(&TextDocumentContentResult { text: text.clone() }),
            None => Err(Refusal::new(
                ErrorCodes::InvalidParams,
                "there is no explanation of this name",
            )),
        }
    }
}

/// The line above a draft: what it is, how long, how it divides, and how much was found.
fn lenses(reading: &Reading) -> Vec<CodeLens> {
    let lens = |report| CodeLens {
        range: Range::default(),
        command: Some(Command {
            title: report::in_one_line(report),
            // It only tells.
            command: String::new(),
            ..Command::default()
        }),
        data: None,
    };
    reading.report.iter().map(lens).collect()
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
