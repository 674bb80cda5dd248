//! The language server: an editor's messages in, findings out, over standard input and output.
//!
//! One thread reads the editor's stream, and one does all else: it takes every message that has come in, then lints the
//! drafts that have changed, and tells what it found unless news about the draft have come in meanwhile.

mod abilities;
mod actions;
mod capabilities;
mod client;
mod configs;
mod diagnostics;
mod document;
mod explain;
mod hover;
mod inbox;
mod markup;
mod message;
mod ranges;
mod server;
mod uri;

use std::io::{self, BufRead, BufReader, Write};
use std::sync::mpsc::{self, Sender};
use std::thread;

use crate::cli::args::Shared;
use client::Client;
use inbox::{Inbox, Mail};
use message::Incoming;
use server::Server;

pub(crate) use message::Broken;

/// How serving an editor ended.
#[derive(Debug)]
pub(crate) enum End {
    /// The editor said that it would go, and went.
    Agreed,
    /// The editor went without saying so.
    Left,
    /// Nothing more can be read.
    Broken(Broken),
}

/// Serves an editor over standard input and output.
pub(crate) fn run(shared: &Shared) -> End {
    serve(BufReader::new(io::stdin()), io::stdout().lock(), shared)
}

/// Serves whoever writes to `input`, and answers on `output`.
pub(crate) fn serve(mut input: impl BufRead + Send + 'static, output: impl Write, shared: &Shared) -> End {
    let (sender, reader) = mpsc::channel();
    // A thread that can not be started ends the channel, and so the server.
    let started = thread::Builder::new()
        .name("reader".to_owned())
        .spawn(move || read_all(&mut input, &sender));
    if let Err(error) = started {
        return End::Broken(Broken::Io(error));
    }
    let mut server = Server::new(Client::new(output), shared, essaylint::lint);
    // Whoever does not listen any more has gone.
    server.serve(&mut Inbox::new(reader)).unwrap_or(End::Left)
}

/// Brings all messages of a stream.
fn read_all(input: &mut impl BufRead, sender: &Sender<Mail>) {
    loop {
        let mail = match Incoming::read(input) {
            Ok(Some(message)) => Ok(message),
            Ok(None) => return,
            Err(broken) => Err(broken),
        };
        let is_last = mail.is_err();
        if sender.send(mail).is_err() || is_last {
            return;
        }
    }
}
