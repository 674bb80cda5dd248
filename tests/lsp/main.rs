//! The language server, as an editor meets it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that can not go on fails")]

mod actions;
mod client;
mod configs;
mod edits;
mod findings;
mod garbage;
mod text;
