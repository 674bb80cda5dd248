//! Verdicts on whole episodes, learned from what the tables that have not seen an essay find in it.

use std::collections::BTreeMap;

use essaylint::prose::Prose;
use essaylint::story::decision::Decision;
use essaylint::story::plot::{self, Plot};
use essaylint::story::weights::Weights;
use essaylint::story::{Episode, Story};

use rayon::prelude::*;

use super::corpus::{EXAMPLE, ReadEssay, ReadExample, is_asked};
use super::labelled::Essay;
use super::labelled::target::{Target, targets};
use super::learning::{Learner, NUMBERS};
use super::solver::{Fit, Row, best_threshold};
use super::tables::{FOLDS, Known, lines};

/// How the cues of whole episodes are fitted.
const PLOTS: Fit = Fit {
    ridge: 6.0,
    lasso: 1.0,
    ..NUMBERS
};

impl Learner<'_> {
    /// Verdicts on whole episodes, as the tables that have not seen an essay find them in it.
    pub(super) fn verdicts(&mut self) {
        let plots = self.plots();
        let names: BTreeMap<&str, u32> = plots
            .iter()
            .flat_map(|plot| plot.cues.iter().map(|(name, _)| (name.as_str(), 0)))
            .collect::<BTreeMap<_, _>>()
            .into_keys()
            .zip(0..)
            .collect();
        let all: Vec<String> = names.keys().map(|name| (*name).to_owned()).collect();
        let rows: Vec<Row> = plots
            .iter()
            .map(|plot| {
                plot.cues
                    .iter()
                    .map(|(name, value)| (names[name.as_str()], *value))
                    .collect()
            })
            .collect();
        for (number, verdict) in Decision::VERDICTS.into_iter().enumerate() {
            let asked: Vec<(&EpisodePlot, &Row, bool)> = plots
                .iter()
                .zip(&rows)
                .filter_map(|(plot, row)| plot.labels[number].map(|label| (plot, row, label)))
                .collect();
            let known = Known {
                rows: asked.iter().map(|(_, row, _)| *row).collect(),
                features: all.len(),
                labels: asked.iter().map(|(_, _, label)| *label).collect(),
                counts: asked.iter().map(|(plot, ..)| plot.count).collect(),
                folds: asked.iter().map(|(plot, ..)| plot.fold).collect(),
            };
            let models = known.learn(PLOTS);
            self.tables.put(verdict, &models, &|feature| all[feature].clone());
            let unseen = asked.iter().filter(|(plot, ..)| plot.fold.is_some());
            let (odds, labels): (Vec<f64>, Vec<bool>) = unseen
                .map(|(plot, row, label)| (models.odds(plot.fold, row), *label))
                .unzip();
            let (_, f1) = best_threshold(&odds, &labels);
            self.calibrate(verdict, &odds, &labels);
            self.say(verdict, f1);
        }
    }

    /// The plots of all episodes that unseen essays are found to tell, and of those in the examples of the lints.
    fn plots(&self) -> Vec<EpisodePlot> {
        let weights: Vec<Weights> = self
            .tables
            .folds
            .iter()
            .map(|table| Weights::new(&lines(table)))
            .collect();
        let of_essay = |number: usize| {
            let fold = self.corpus.fold_of_essay(number, FOLDS);
            let count = self.corpus.count_of_essay(number);
            plots_of(&self.corpus.essays[number], fold, count, &weights[fold])
        };
        let essays = self.corpus.essays_of(self.known).into_par_iter();
        let of_essays: Vec<Vec<EpisodePlot>> = essays.map(of_essay).collect();
        let mut plots: Vec<EpisodePlot> = of_essays.into_iter().flatten().collect();
        let weights = Weights::new(&lines(&self.tables.whole));
        for ReadExample {
            lint,
            kind,
            fires,
            prose,
            marks,
            ..
        } in &self.corpus.shown
        {
            let story = Story::read(*kind, prose, marks, &weights);
            let last = story.episodes.len().saturating_sub(1);
            for at in 0..story.episodes.len() {
                let label = |verdict: Decision| means(lint, verdict, last).then_some(*fires && at == last);
                plots.push(EpisodePlot {
                    fold: None,
                    count: 4.0 * EXAMPLE,
                    cues: cues(&Plot::new(*kind, prose, marks, &story, at)),
                    labels: Decision::VERDICTS.map(label),
                });
            }
        }
        plots
    }
}

/// The plots of the episodes that an essay of a fold is found to tell by weights that have not seen the fold.
fn plots_of(read: &ReadEssay, fold: usize, count: f64, weights: &Weights) -> Vec<EpisodePlot> {
    let ReadEssay {
        essay, prose, marks, ..
    } = read;
    let story = Story::read(essay.labels.kind, prose, marks, weights);
    let targets = targets(essay);
    let plot = |(at, episode): (usize, &Episode)| {
        let label = |verdict: Decision| said(essay, prose, &targets, episode, verdict);
        EpisodePlot {
            fold: Some(fold),
            count,
            cues: cues(&Plot::new(essay.labels.kind, prose, marks, &story, at)),
            labels: Decision::VERDICTS.map(label),
        }
    };
    story.episodes.iter().enumerate().map(plot).collect()
}

/// Whether an example of `lint` says something of a verdict. Where several red flags are told, up to number `last`, nobody has
/// said which one the lint means, unless it means the last.
pub(super) fn means(lint: &str, verdict: Decision, last: usize) -> bool {
    let is_verdict = Decision::VERDICTS.contains(&verdict);
    is_verdict && verdict.name() == lint && (last == 0 || verdict == Decision::Stacked)
}

/// What people say of an episode; nothing where careful readers differ or nobody was asked.
pub(super) fn said(
    essay: &Essay,
    prose: &Prose,
    targets: &[Target<'_>],
    episode: &Episode,
    verdict: Decision,
) -> Option<bool> {
    let told = |sure: bool| {
        let spans = episode.sentences.iter().map(|&at| prose.sentences()[at].span);
        let mut hits = spans.flat_map(|span| targets.iter().map(move |target| (span, target)));
        hits.any(|(span, target)| target.sure == sure && target.is_hit_by(verdict.name(), span))
    };
    match (told(true), told(false)) {
        (true, _) => Some(true),
        (false, true) => None,
        (false, false) => is_asked(verdict.name(), essay.labels.kind).then_some(false),
    }
}

fn cues(plot: &Plot<'_>) -> Vec<(String, f32)> {
    let mut cues = Vec::new();
    plot.cues(&mut |a, b, value| cues.push((format!("{} {a} {b}", plot::TAG), value)));
    cues
}

/// The cues of an episode, and what people say of it; nothing where careful readers differ.
struct EpisodePlot {
    /// None where it is learned from always.
    fold: Option<usize>,
    count: f64,
    cues: Vec<(String, f32)>,
    labels: [Option<bool>; Decision::VERDICTS.len()],
}
