//! A bar for the patient: shown on a terminal, and only if a run takes long enough to be noticed.

use std::io::{self, IsTerminal};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Runs shorter than this have no bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// How far a run has come.
pub(super) struct Progress {
    total: u64,
    done: AtomicU64,
    started: Instant,
    is_terminal: bool,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// The progress of a run over `total` drafts.
    pub(super) fn new(total: usize) -> Self {
        Self {
            total: total as u64,
            done: AtomicU64::new(0),
            started: Instant::now(),
            is_terminal: io::stderr().is_terminal(),
            bar: OnceLock::new(),
        }
    }

    /// One more draft is done.
    pub(super) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.is_terminal && self.started.elapsed() > PATIENCE {
            self.bar.get_or_init(|| bar(self.total)).set_position(done);
        }
    }

    /// Writes what may go to the same terminal, with the bar out of the way.
    pub(super) fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        match self.bar.get() {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

fn bar(total: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len} drafts").unwrap_or_else(|_| {
        // The template is fixed; if it ever stops to be one, a plain bar does.
        ProgressStyle::default_bar()
    });
    ProgressBar::new(total).with_style(style)
}
