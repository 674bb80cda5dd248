//! What the server answers.

use std::io::{self, Write};

use gen_lsp_types::{
    CodeLens, CodeLensParams, Command, ErrorCodes, ExecuteCommandParams, HoverParams, MarkupKind, MessageType, Range,
    ShowDocumentParams, ShowDocumentRequest, ShowMessageNotification, ShowMessageParams, TextDocumentContentParams,
    TextDocumentContentResult, Uri,
};
use serde_json::Value;

use essaylint::lints::catalogue;
use essaylint::report;

use super::{Answer, Phase, Server, read, told};
use crate::lsp::abilities::Abilities;
use crate::lsp::actions::{self, Asked};
use crate::lsp::document::{Document, Reading};
use crate::lsp::inbox::Inbox;
use crate::lsp::message::Refusal;
use crate::lsp::{explain, hover};

impl<W: Write> Server<'_, W> {
    /// Does what a request wants.
    pub(super) fn asked(&mut self, method: &str, params: Value, inbox: &mut Inbox) -> io::Result<Answer> {
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
