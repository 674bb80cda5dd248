//! All labelled sentences as rows of cues.

use std::collections::BTreeSet;

use essaylint::lexicon::Marks;
use essaylint::lints::catalogue;
use essaylint::prose::Prose;
use essaylint::source::Kind;
use essaylint::story::Family;
use essaylint::story::company::{self, HEARD};
use essaylint::story::decision::Decision;
use essaylint::story::echo::{self, ECHOES, Echo};
use essaylint::story::telling::Hints;

use super::clauses::Clause;
use super::labelled::Essay;
use super::solver::Row;

/// The cue of how surely a sentence tells of a red flag.
pub(super) const TOLD: &str = "told";

/// How much a sentence of the bank counts beside one of an essay: it stands alone, and half of the bank fires.
const BANK: f64 = 0.15;

/// How much a sentence of a lint's example counts: it says what the lint means.
pub const EXAMPLE: f64 = 10.0;

/// How much what a pen wrote that knew nothing of the lints counts: such are the drafts that people bring. The other essays
/// were written for their faults, and have many.
const UNAWARE: f64 = 8.0;

/// A sentence and what people say of it.
#[derive(Default)]
pub struct Labelled {
    /// Number of its essay; none for a sentence of the bank.
    pub essay: Option<usize>,
    /// Whether it belongs to an episode.
    pub told: bool,
    /// Whether somebody has said so who saw the whole text.
    pub is_judged: bool,
    /// The family of its episode's red flag.
    pub family: Option<Family>,
    /// Whether it goes on to another family than the told sentence before it; none where it tells nothing or is the first.
    pub goes_on: Option<bool>,
    /// Its roles there.
    pub roles: Vec<Decision>,
    /// Lints that are found on it: sure or not.
    pub found: Vec<(String, bool)>,
    /// For a sentence of the bank, the lint whose file it stands in.
    pub file: String,
    /// Whether it is an example in a lint's file.
    pub example: bool,
}

/// All sentences, their cues and the essays that they stand in.
pub struct Corpus {
    /// The sentences.
    pub sentences: Vec<Labelled>,
    /// Their cues by number.
    pub rows: Vec<Row>,
    /// The clauses of those sentences of essays that have several.
    pub clauses: Vec<Clause>,
    /// Their cues by number.
    pub clause_rows: Vec<Row>,
    /// The essays.
    pub essays: Vec<ReadEssay>,
    /// The examples in the lints' files.
    pub shown: Vec<ReadExample>,
    /// What each cue is called.
    pub(super) names: Vec<String>,
    /// The number of the set (the pen) that each essay belongs to.
    pub(super) sets: Vec<usize>,
    /// Whether each essay is by a pen that knew nothing of the lints.
    pub(super) unaware: Vec<bool>,
}

/// What the first look says of all sentences.
pub struct Heard {
    /// The decision.
    pub decision: Decision,
    /// The odds of each sentence, by models that have not seen it.
    pub odds: Vec<f64>,
}

/// An essay and what is read in it without any weights.
pub struct ReadEssay {
    /// The essay with its labels.
    pub essay: Essay,
    /// Its sentences and words.
    pub prose: Prose,
    /// Their marks.
    pub marks: Marks,
    /// The number of its first sentence among all.
    pub(super) first: usize,
}

/// An example of a lint and what is read in it without any weights.
pub struct ReadExample {
    /// The lint.
    pub lint: String,
    /// The kind of document.
    pub kind: Kind,
    /// Whether the lint is to speak.
    pub fires: bool,
    /// The number of its first sentence among all.
    pub(super) first: usize,
    /// Its sentences and words.
    pub prose: Prose,
    /// Their marks.
    pub marks: Marks,
}

impl Corpus {
    /// The name of a cue.
    pub fn name(&self, feature: usize) -> &str {
        &self.names[feature]
    }

    /// The number of a cue; none where too few sentences show it.
    pub fn feature(&self, name: &str) -> Option<u32> {
        let at = self.names.iter().position(|known| known == name)?;
        u32::try_from(at).ok()
    }

    /// How much a sentence counts.
    pub fn count(&self, at: usize) -> f64 {
        let sentence = &self.sentences[at];
        match (sentence.essay, sentence.example) {
            (Some(essay), _) => self.count_of_essay(essay),
            (None, true) => EXAMPLE,
            (None, false) => BANK,
        }
    }

    /// How much an essay counts.
    pub fn count_of_essay(&self, essay: usize) -> f64 {
        if self.unaware[essay] { UNAWARE } else { 1.0 }
    }

    /// The fold of a sentence: all essays of a pen fall into the same; sentences of the bank are in none.
    pub fn fold(&self, at: usize, folds: usize) -> Option<usize> {
        self.sentences[at].essay.map(|essay| self.fold_of_essay(essay, folds))
    }

    /// The fold of an essay.
    pub fn fold_of_essay(&self, essay: usize, folds: usize) -> usize {
        self.sets[essay] % folds
    }

    /// The essays that the sentences `known` stand in.
    pub fn essays_of(&self, known: &[usize]) -> BTreeSet<usize> {
        known.iter().filter_map(|&at| self.sentences[at].essay).collect()
    }

    /// What the neighbours say of each sentence, from the odds of all.
    pub fn looks(&self, hints: &[f64]) -> Vec<Row> {
        let mut rows = vec![Row::new(); self.sentences.len()];
        for ReadEssay { prose, first, .. } in &self.essays {
            #[allow(clippy::cast_possible_truncation, reason = "log odds")]
            let odds: Vec<f32> = (0..prose.sentences().len())
                .map(|at| hints[first + at] as f32)
                .collect();
            let hints = Hints::new(prose, &odds);
            for at in 0..prose.sentences().len() {
                rows[first + at] = (0_u32..).zip(hints.look(at)).collect();
            }
        }
        rows
    }

    /// The company of each sentence of an essay, from the odds by the first look; the other sentences keep none.
    pub fn companies(&self, told: &[f64], first: &[Heard]) -> Vec<Row> {
        let of = |decision: Decision| first.iter().find(|heard| heard.decision == decision);
        let mut rows = vec![Row::new(); self.sentences.len()];
        for ReadEssay { prose, first, .. } in &self.essays {
            #[allow(clippy::cast_possible_truncation, reason = "log odds")]
            let odds = |at: usize| {
                HEARD.map(|decision| of(decision).map_or(told[first + at], |heard| heard.odds[first + at]) as f32)
            };
            let all: Vec<company::First> = (0..prose.sentences().len()).map(odds).collect();
            for (at, company) in company::companies(&all).into_iter().enumerate() {
                // What is always there is the bias of the fit.
                let heard = (0_u32..).zip(company).take(company::CUES - 1);
                rows[first + at] = heard.filter(|(_, value)| *value != 0.0).collect();
            }
        }
        rows
    }

    /// The cues, and whether the sentence tells of a red flag.
    pub fn with_told(&self, told: &[f64]) -> Vec<Row> {
        let cue = |name| self.feature(name).unwrap_or(u32::MAX);
        let (feature, of_echoes) = (cue(TOLD), ECHOES.map(cue));
        let echoes = self.echoes(told);
        let rows = self.rows.iter().enumerate();
        rows.map(|(at, row)| {
            let mut row = row.clone();
            if self.sentences[at].essay.is_some() {
                #[allow(clippy::cast_possible_truncation, reason = "log odds")]
                row.push((feature, told[at].clamp(-6.0, 6.0) as f32));
            } else if !self.sentences[at].example || self.sentences[at].is_judged {
                row.push((feature, if self.sentences[at].told { 2.0 } else { -2.0 }));
            }
            let echo = of_echoes.into_iter().zip(echoes[at]);
            row.extend(echo.filter(|(_, value)| *value != 0.0));
            row
        })
        .collect()
    }

    /// The echoes of all sentences, in essays and in examples that say what their sentences do.
    fn echoes(&self, told: &[f64]) -> Vec<Echo> {
        let mut all = vec![Echo::default(); self.sentences.len()];
        let essays = self.essays.iter().map(|read| (&read.prose, read.first));
        for (prose, first) in essays.chain(self.shown.iter().map(|shown| (&shown.prose, shown.first))) {
            #[allow(clippy::cast_possible_truncation, reason = "log odds")]
            let odds = |at: usize| match &self.sentences[at] {
                Labelled { essay: Some(_), .. } => told[at] as f32,
                Labelled { told: true, .. } => 2.0,
                _ => -2.0,
            };
            let count = prose.sentences().len();
            let odds: Vec<f32> = (first..first + count).map(odds).collect();
            all[first..first + count].copy_from_slice(&echo::echoes(prose, &odds));
        }
        all
    }

    /// Whether a sentence takes the stance that a lint reports; `None` where careful readers differ, or where nobody was
    /// asked, as of a lint in documents of a kind that it does not read.
    pub fn stance(&self, at: usize, stance: &str) -> Option<bool> {
        let sentence = &self.sentences[at];
        let kind = sentence.essay.map(|essay| self.essays[essay].essay.labels.kind);
        if kind.is_some_and(|kind| !is_asked(stance, kind)) {
            return None;
        }
        let found = sentence.found.iter().find(|(lint, _)| lint == stance);
        match found {
            Some((_, sure)) => sure.then_some(true),
            None if sentence.essay.is_some() || sentence.file == stance || sentence.file == "roles" => Some(false),
            None => None,
        }
    }
}

/// Whether a lint is asked of documents of some kind.
pub(super) fn is_asked(lint: &str, kind: Kind) -> bool {
    let mut lints = catalogue().iter();
    lints.any(|known| known.id == lint && known.kinds.contains(&kind))
}
