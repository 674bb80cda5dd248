//! What the server says that it can do.

use gen_lsp_types::{
    CodeActionKind, CodeActionOptions, CodeLensOptions, ExecuteCommandOptions, InitializeResult, SaveOptions,
    ServerCapabilities, ServerInfo, TextDocumentContentOptions, TextDocumentSyncKind, TextDocumentSyncOptions,
    WorkspaceOptions,
};

use super::abilities::{self, Abilities};
use super::{actions, explain};

/// The answer to `initialize`.
pub(super) fn result(abilities: &Abilities) -> InitializeResult {
    let contents = TextDocumentContentOptions {
        schemes: vec![explain::SCHEME.to_owned()],
    };
    InitializeResult {
        capabilities: ServerCapabilities {
            position_encoding: Some(abilities::kind_of(abilities.encoding)),
            text_document_sync: Some(
                TextDocumentSyncOptions {
                    open_close: Some(true),
                    change: Some(TextDocumentSyncKind::Incremental),
                    save: Some(SaveOptions::default().into()),
                    ..TextDocumentSyncOptions::default()
                }
                .into(),
            ),
            hover_provider: Some(true.into()),
            code_action_provider: Some(
                CodeActionOptions {
                    code_action_kinds: Some(vec![CodeActionKind::QuickFix, actions::FIX_ALL]),
                    ..CodeActionOptions::default()
                }
                .into(),
            ),
            code_lens_provider: Some(CodeLensOptions::default()),
            execute_command_provider: Some(ExecuteCommandOptions {
                commands: vec![explain::COMMAND.to_owned()],
                ..ExecuteCommandOptions::default()
            }),
            workspace: abilities.shows_contents.then(|| WorkspaceOptions {
                text_document_content: Some(contents.into()),
                ..WorkspaceOptions::default()
            }),
            ..ServerCapabilities::default()
        },
        server_info: Some(ServerInfo {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
    }
}
