//! Loads the engine once, and remembers what it said about each sentence.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;

use nlprule::{Rules, Tokenizer};

use super::curation::Curation;
use super::language::Language;
use super::{GrammarError, Slip};

const TOKENIZER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/en_tokenizer.bin"));
const RULES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/en_rules.bin"));

/// How many sentences are remembered: about sixty long statements.
const REMEMBERED: usize = 4096;

static ENGINE: OnceLock<Result<Engine, GrammarError>> = OnceLock::new();

struct Engine {
    tokenizer: Tokenizer,
    rules: Rules,
    language: Language,
    curation: Curation,
    /// What was found in sentences that were checked before: a draft is read again after each edit, and most of it is the same.
    seen: Mutex<HashMap<Box<str>, Arc<[Slip]>>>,
}

/// Begins to load the engine on a thread of its own.
pub fn warm() {
    if ENGINE.get().is_none() {
        // Whoever needs the engine waits for the thread, or loads it if there is none.
        drop(thread::Builder::new().name("grammar".to_owned()).spawn(|| drop(load())));
    }
}

/// Whether the engine is loaded.
#[must_use]
pub fn is_ready() -> bool {
    ENGINE.get().is_some()
}

/// Loads the engine, or waits until another thread has.
///
/// # Errors
/// When the data that is built in can not be read.
pub fn load() -> Result<(), GrammarError> {
    engine().map(|_| ())
}

/// What is wrong in a sentence. Nothing where the engine can not be loaded: [`load`] says why.
#[must_use]
pub fn slips(sentence: &str) -> Arc<[Slip]> {
    engine().map_or_else(|_| Arc::default(), |engine| engine.slips(sentence))
}

fn engine() -> Result<&'static Engine, GrammarError> {
    ENGINE.get_or_init(Engine::load).as_ref().map_err(Clone::clone)
}

impl Engine {
    fn load() -> Result<Self, GrammarError> {
        let (tokenizer, (rules, language)) = rayon::join(
            || Tokenizer::from_reader(TOKENIZER),
            || (Rules::from_reader(RULES), Language::read()),
        );
        let curation = Curation::read()?;
        let mut rules = rules.map_err(|error| broken(&error))?;
        curation.quiet(&mut rules);
        Ok(Self {
            tokenizer: tokenizer.map_err(|error| broken(&error))?,
            rules,
            language: language?,
            curation,
            seen: Mutex::default(),
        })
    }

    fn slips(&self, sentence: &str) -> Arc<[Slip]> {
        let known = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(slips) = known.get(sentence) {
            return Arc::clone(slips);
        }
        drop(known);
        let slips: Arc<[Slip]> = self.look(sentence).into();
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() >= REMEMBERED {
            seen.clear();
        }
        seen.insert(sentence.into(), Arc::clone(&slips));
        slips
    }

    /// Our own rules first: where both speak, theirs say it less plainly.
    fn look(&self, sentence: &str) -> Vec<Slip> {
        let (mut slips, theirs) = self.language.look(&self.tokenizer, &self.rules, sentence);
        slips.extend(theirs.into_iter().filter(|slip| self.curation.speaks(&slip.rule)));
        apart(slips)
    }
}

fn broken(error: &nlprule::Error) -> GrammarError {
    GrammarError::new(format!(
        "the language data that is built in can not be read ({error}); build essaylint anew, or leave --grammar out"
    ))
}

/// One slip for each place: of those that overlap the first.
fn apart(slips: Vec<Slip>) -> Vec<Slip> {
    let mut kept: Vec<Slip> = Vec::with_capacity(slips.len());
    for slip in slips {
        let overlaps = |other: &Slip| other.place.start < slip.place.end && slip.place.start < other.place.end;
        if !kept.iter().any(overlaps) {
            kept.push(slip);
        }
    }
    kept.sort_by_key(|slip| slip.place.start);
    kept
}
