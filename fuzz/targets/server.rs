//! Any bytes as what an editor sends: a stream as it is, or bodies of messages, one a line, put into frames.

#![no_main]
#![allow(
    dead_code,
    unused_imports,
    reason = "of the command line only what the server leans on is used"
)]

#[path = "../../src/cli/mod.rs"]
mod cli;
#[path = "../../src/lsp/mod.rs"]
mod lsp;

use std::io::Cursor;

use cli::args::{ColorWhen, Shared};

const HANDSHAKE: &str = r#"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"capabilities":{}}}"#;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let shared = Shared {
        config: None,
        isolated: true,
        color: ColorWhen::Never,
    };
    let stream = match data.split_first() {
        Some((0, stream)) => stream.to_vec(),
        _ => std::iter::once(HANDSHAKE.as_bytes())
            .chain(data.split(|&byte| byte == b'\n'))
            .flat_map(framed)
            .collect(),
    };
    let mut answers = Vec::new();
    let _ = lsp::serve(Cursor::new(stream), &mut answers, &shared);
    let answers = String::from_utf8_lossy(&answers);
    assert!(!answers.contains("essaylint has a bug"), "{answers}");
});

fn framed(body: &[u8]) -> Vec<u8> {
    [format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes(), body].concat()
}
