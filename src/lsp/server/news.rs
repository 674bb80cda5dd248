//! What the editor tells: drafts that open, change and close, files that were written.

use std::collections::BTreeMap;
use std::io::{self, Write};

use gen_lsp_types::{
    CodeLensRefreshRequest, DidChangeTextDocumentParams, DidChangeWatchedFilesRegistrationOptions,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, ErrorCodes, FileSystemWatcher, Registration,
    RegistrationParams, RegistrationRequest,
};
use serde_json::Value;

use super::{Server, read};
use crate::lsp::document::Document;
use crate::lsp::message::Refusal;
use crate::lsp::{diagnostics, explain};

impl<W: Write> Server<'_, W> {
    /// Takes what a notification tells.
    pub(super) fn told(&mut self, method: &str, params: Value) -> Result<io::Result<()>, Refusal> {
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
            Some(_) => self
                .publish(uri.clone(), None, Vec::new())
                .and_then(|()| self.look_again(false)),
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
        let used = self
            .documents
            .values()
            .map(|document| document.config.clone())
            .collect();
        self.configs.keep(&used);
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
}
