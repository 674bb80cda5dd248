//! The language server, as an editor meets it.

mod actions;
mod client;
mod configs;
mod edits;
mod findings;
mod garbage;
mod text;
