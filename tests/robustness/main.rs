//! Drafts, files and signals that mean no good, against the real program: it ends by itself, soon, in bounded memory, with the right
//! status, and nothing of anybody's is lost. `tests/robustness.md` tells what happened.
//!
//! The program is a debug build and the drafts are small, unless `ESSAYLINT_RELEASE` names an optimised one: then they are huge
//! (`tests/robustness/run.sh`).

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by the one and tells by the other"
)]

mod bytes;
mod ending;
mod files;
mod growth;
mod huge;
mod program;
mod terminal;
mod writing;
