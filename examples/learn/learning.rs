//! Learns the tables of weights from labelled sentences: first whether a sentence tells of a red flag, by itself and
//! then with its neighbours, then its role in the episode, the family of the red flag, the stances that it takes, and at
//! last the verdicts on whole episodes, which look at all of that.

use std::collections::BTreeMap;

use essaylint::lints::catalogue;
use essaylint::source::Kind;
use essaylint::story::company;
use essaylint::story::decision::Decision;
use essaylint::story::plot::{self, Plot};
use essaylint::story::telling::LOOKS;
use essaylint::story::weights::Weights;
use essaylint::story::{Family, Story};

use super::corpus::{Corpus, EXAMPLE, Heard, ReadEssay, ReadExample};
use super::labelled::target::targets;
use super::signs;
use super::solver::{Fit, Row, best_threshold};
use super::tables::{FOLDS, Known, Models, Table, Tables, lines};

/// How cues of sentences are fitted.
const WORDS: Fit = Fit {
    ridge: 4.0,
    lasso: 0.3,
    trust: 0.6,
    passes: 20,
};

/// How cues of sentences are fitted where a few plain ones tell: the family of a red flag.
const PLAIN: Fit = Fit { lasso: 1.0, ..WORDS };

/// How the words of whole essays are fitted.
const WHOLE: Fit = Fit {
    ridge: 20.0,
    lasso: 0.1,
    ..WORDS
};

/// How a few dense numbers are fitted: what the neighbours say.
const NUMBERS: Fit = Fit {
    ridge: 1.0,
    lasso: 0.0,
    trust: 0.0,
    passes: 200,
};

/// How the company of sentences is fitted.
const COMPANY: Fit = Fit {
    ridge: 30.0,
    lasso: 8.0,
    trust: 0.0,
    passes: 60,
};

/// How the cues of whole episodes are fitted.
const PLOTS: Fit = Fit {
    ridge: 6.0,
    lasso: 1.0,
    ..NUMBERS
};

/// How odds are calibrated.
const LINE: Fit = Fit { ridge: 0.01, ..NUMBERS };

/// Learns all decisions from the sentences `known`.
pub fn learn(corpus: &Corpus, known: &[usize], print: bool) -> Table {
    let mut learner = Learner {
        corpus,
        known,
        tables: Tables::new(),
        print,
    };
    let told = learner.telling();
    let mut first = learner.roles();
    learner.families();
    learner.goes_on();
    first.extend(learner.stances(&told));
    learner.company(&told, &first);
    learner.signs();
    learner.verdicts();
    learner.tables.whole
}

/// The decisions about one sentence that labels of a lint teach, and that lint.
pub fn on_sentences() -> impl Iterator<Item = (Decision, &'static str)> {
    let stances = Decision::STANCES.map(|stance| (stance, stance.name()));
    stances.into_iter().chain(Decision::TELLTALES)
}

/// The lint whose labels teach a decision about one sentence.
fn lint_of(decision: Decision) -> &'static str {
    on_sentences()
        .find(|(known, _)| *known == decision)
        .map_or("", |(_, lint)| lint)
}

struct Learner<'c> {
    corpus: &'c Corpus,
    known: &'c [usize],
    tables: Tables,
    print: bool,
}

/// How surely each sentence tells of a red flag, for models that have not seen it, and from where on it does.
struct Told {
    odds: Vec<f64>,
    threshold: f64,
}

impl Learner<'_> {
    /// The known sentences that `wanted` says yes to.
    fn those(&self, wanted: impl Fn(usize) -> bool) -> Vec<usize> {
        self.known.iter().copied().filter(|&at| wanted(at)).collect()
    }

    /// The known sentences of essays.
    fn of_essays(&self) -> Vec<usize> {
        self.those(|at| self.corpus.sentences[at].essay.is_some())
    }

    /// Learns from `rows` of the sentences `train`.
    fn models(&self, train: &[usize], rows: &[Row], label: &dyn Fn(usize) -> bool, fit: Fit) -> Models {
        let known = Known {
            rows: train.iter().map(|&at| &rows[at]).collect(),
            features: features(rows),
            labels: train.iter().map(|&at| label(at)).collect(),
            counts: train.iter().map(|&at| self.corpus.count(at)).collect(),
            folds: train.iter().map(|&at| self.corpus.fold(at, FOLDS)).collect(),
        };
        known.learn(fit)
    }

    /// The odds of all sentences of essays, by models that have not seen their fold.
    fn unseen(&self, models: &Models, rows: &[Row]) -> Vec<f64> {
        let mut odds = vec![0.0; rows.len()];
        for at in self.of_essays() {
            odds[at] = models.odds(self.corpus.fold(at, FOLDS), &rows[at]);
        }
        odds
    }

    fn put(&mut self, decision: Decision, models: &Models) {
        let corpus = self.corpus;
        self.tables
            .put(decision, models, &|feature| corpus.name(feature).to_owned());
    }

    /// Sets how the odds of a decision are borne out on unseen essays.
    fn calibrate(&mut self, decision: Decision, odds: &[f64], labels: &[bool]) {
        #[allow(clippy::cast_possible_truncation, reason = "log odds")]
        let rows: Vec<Row> = odds.iter().map(|&odds| vec![(0, odds as f32)]).collect();
        let model = LINE.run(&rows.iter().collect::<Vec<_>>(), labels, &vec![1.0; labels.len()], 1);
        self.tables.entry(decision, "scale", model.weights[0]);
        self.tables.entry(decision, "shift", model.bias);
    }

    fn say(&self, decision: Decision, f1: f64) {
        if self.print {
            println!("{} {f1:.3}", decision.name());
        }
    }

    /// Whether a sentence tells of a red flag: by itself, then with its neighbours.
    fn telling(&mut self) -> Told {
        let corpus = self.corpus;
        let is_told = |at: usize| corpus.sentences[at].told;
        let essays = self.of_essays();
        let labels: Vec<bool> = essays.iter().map(|&at| is_told(at)).collect();
        let chosen = |odds: &[f64]| -> Vec<f64> { essays.iter().map(|&at| odds[at]).collect() };
        let judged = self.those(|at| corpus.sentences[at].is_judged);
        let models = self.models(&judged, &corpus.rows, &is_told, WORDS);
        self.put(Decision::Hint, &models);
        let hints = self.unseen(&models, &corpus.rows);
        self.say(Decision::Hint, best_threshold(&chosen(&hints), &labels).1);
        let looks = corpus.looks(&hints);
        let models = self.models(&essays, &looks, &is_told, NUMBERS);
        self.tables
            .put(Decision::Telling, &models, &|feature| LOOKS[feature].to_owned());
        let odds = self.unseen(&models, &looks);
        let (threshold, f1) = best_threshold(&chosen(&odds), &labels);
        self.tables.entry(Decision::Telling, "threshold", threshold);
        self.calibrate(Decision::Telling, &chosen(&odds), &labels);
        self.say(Decision::Telling, f1);
        Told { odds, threshold }
    }

    /// Roles inside episodes, by the cues of each sentence: the odds of each.
    fn roles(&mut self) -> Vec<Heard> {
        let corpus = self.corpus;
        let inside = self.those(|at| corpus.sentences[at].told);
        let learned = Decision::ROLES.map(|role| {
            let plays = |at: usize| corpus.sentences[at].roles.contains(&role);
            let models = self.models(&inside, &corpus.rows, &plays, WORDS);
            self.put(role, &models);
            let odds = self.unseen(&models, &corpus.rows);
            Heard { decision: role, odds }
        });
        learned.into()
    }

    /// What tells the family of a red flag: in the sentence, and in all told sentences together.
    fn families(&mut self) {
        let corpus = self.corpus;
        let inside = self.those(|at| corpus.sentences[at].family.is_some());
        let told = corpus.essays_told(self.known);
        for (number, family) in Family::ALL.into_iter().enumerate() {
            let is_here = |at: usize| corpus.sentences[at].family == Some(family);
            let models = self.models(&inside, &corpus.rows, &is_here, PLAIN);
            self.put(Decision::HERE[number], &models);
            let known = Known {
                rows: told.iter().map(|essay| &essay.cues).collect(),
                features: features(&corpus.rows),
                labels: told.iter().map(|essay| essay.families.contains(&family)).collect(),
                counts: vec![1.0; told.len()],
                folds: told
                    .iter()
                    .map(|essay| Some(corpus.fold_of_essay(essay.number, FOLDS)))
                    .collect(),
            };
            self.put(Decision::SOMEWHERE[number], &known.learn(WHOLE));
        }
    }

    /// Whether a told sentence goes on to another red flag.
    fn goes_on(&mut self) {
        let corpus = self.corpus;
        let goes_on = |at: usize| corpus.sentences[at].goes_on;
        let inside = self.those(|at| goes_on(at).is_some());
        let models = self.models(&inside, &corpus.rows, &|at| goes_on(at) == Some(true), WORDS);
        self.put(Decision::GoesOn, &models);
        let all = self.unseen(&models, &corpus.rows);
        let (labels, odds): (Vec<bool>, Vec<f64>) =
            inside.iter().map(|&at| (goes_on(at) == Some(true), all[at])).unzip();
        let (threshold, f1) = best_threshold(&odds, &labels);
        self.tables.entry(Decision::GoesOn, "threshold", threshold);
        self.calibrate(Decision::GoesOn, &odds, &labels);
        self.say(Decision::GoesOn, f1);
    }

    /// What a sentence does besides, by its cues: the odds of each.
    fn stances(&mut self, told: &Told) -> Vec<Heard> {
        let corpus = self.corpus;
        let with_told = corpus.with_told(&told.odds);
        let learned = on_sentences().map(|(stance, lint)| {
            let near = self.those(|at| corpus.stance(at, lint).is_some());
            let takes = |at: usize| corpus.stance(at, lint) == Some(true);
            let models = self.models(&near, &with_told, &takes, WORDS);
            self.put(stance, &models);
            let odds = self.unseen(&models, &with_told);
            Heard { decision: stance, odds }
        });
        learned.collect()
    }

    /// The second look at roles and stances, with the company of each sentence; thresholds are set by it.
    fn company(&mut self, told: &Told, first: &[Heard]) {
        let rows = self.corpus.companies(&told.odds, first);
        for &Heard { decision, .. } in first {
            let odds = self.second_look(decision, first, &rows);
            if Decision::ROLES.contains(&decision) {
                self.judge_role(decision, told, &odds);
            } else {
                self.judge_stance(decision, &odds);
            }
        }
    }

    /// Learns what company weighs for a decision: the odds with it, by models that have not seen a sentence.
    fn second_look(&mut self, decision: Decision, first: &[Heard], rows: &[Row]) -> Vec<f64> {
        /// Log odds under which a sentence is not looked at again.
        const HOPELESS: f64 = -6.0;
        let corpus = self.corpus;
        let is_role = Decision::ROLES.contains(&decision);
        let of_first = |at: usize| {
            first
                .iter()
                .find(|heard| heard.decision == decision)
                .map(|heard| heard.odds[at])
        };
        let yes = |at: usize| {
            let sentence = &corpus.sentences[at];
            if is_role {
                return sentence.told.then(|| sentence.roles.contains(&decision));
            }
            let takes = corpus.stance(at, lint_of(decision));
            takes.filter(|takes| *takes || of_first(at) > Some(HOPELESS))
        };
        let essays = self.of_essays();
        let train: Vec<usize> = essays.into_iter().filter(|&at| yes(at).is_some()).collect();
        let names: Vec<String> = company::names().collect();
        // Who does a thing elsewhere does it here no less, whatever the labelled essays would have it.
        let rival = |feature: u32| company::elsewhere(decision).contains(&names[feature as usize]);
        let rivals: Vec<u32> = (0_u32..).take(names.len()).filter(|&feature| rival(feature)).collect();
        let without = |row: &Row| {
            row.iter()
                .filter(|(feature, _)| !rivals.contains(feature))
                .copied()
                .collect()
        };
        let rows: &[Row] = &rows.iter().map(without).collect::<Vec<_>>();
        let models = self.models(&train, rows, &|at| yes(at) == Some(true), COMPANY);
        self.tables.put_second(decision, &models, &names);
        self.unseen(&models, rows)
    }

    /// Sets from where on a role is played, where the sentences are told by the program's own judgement.
    fn judge_role(&mut self, role: Decision, told: &Told, odds: &[f64]) {
        let corpus = self.corpus;
        let essays = self.of_essays();
        let plays = |at: usize| corpus.sentences[at].roles.contains(&role);
        let seen = |&at: &usize| {
            if told.odds[at] >= told.threshold {
                odds[at]
            } else {
                -20.0
            }
        };
        let all: Vec<f64> = essays.iter().map(seen).collect();
        let labels: Vec<bool> = essays.iter().map(|&at| plays(at)).collect();
        let (threshold, f1) = best_threshold(&all, &labels);
        self.tables.entry(role, "threshold", threshold);
        let own = essays.iter().filter(|&&at| corpus.sentences[at].told);
        let (own_odds, own_labels): (Vec<f64>, Vec<bool>) = own.map(|&at| (odds[at], plays(at))).unzip();
        self.calibrate(role, &own_odds, &own_labels);
        self.say(role, f1);
    }

    /// Sets from where on a stance is taken.
    fn judge_stance(&mut self, stance: Decision, odds: &[f64]) {
        let corpus = self.corpus;
        let essays = self.of_essays().into_iter();
        let judged = essays.filter_map(|at| Some((odds[at], corpus.stance(at, lint_of(stance))?)));
        let (odds, labels): (Vec<f64>, Vec<bool>) = judged.unzip();
        let (threshold, f1) = best_threshold(&odds, &labels);
        self.tables.entry(stance, "threshold", threshold);
        self.calibrate(stance, &odds, &labels);
        self.say(stance, f1);
    }

    /// What shows an interest in IR.
    fn signs(&mut self) {
        let corpus = self.corpus;
        for (sign, lint) in signs::LACKS {
            let statements = corpus.statements(self.known, lint);
            let plain = corpus.feature(&format!("sign {}", sign.name()));
            let says_plainly = |at: usize| corpus.rows[at].iter().any(|(cue, _)| Some(*cue) == plain);
            let mut taken = signs::taken(&statements, &|_| None, &says_plainly);
            for round in 0..=signs::ROUNDS {
                let says: BTreeMap<usize, bool> = taken.into_iter().collect();
                let train: Vec<usize> = says.keys().copied().collect();
                let models = self.models(&train, &corpus.rows, &|at| says[&at], WORDS);
                let odds = |at: usize| models.odds(corpus.fold(at, FOLDS), &corpus.rows[at]);
                taken = signs::taken(&statements, &|at| Some(odds(at)), &says_plainly);
                if round == signs::ROUNDS {
                    let essays = statements.iter().filter(|statement| statement.is_essay);
                    let (odds, shown): (Vec<f64>, Vec<bool>) =
                        essays.map(|statement| (statement.most(&odds), statement.shown)).unzip();
                    let (against, lacks): (Vec<f64>, Vec<bool>) =
                        odds.iter().zip(&shown).map(|(odds, shown)| (-odds, !shown)).unzip();
                    self.put(sign, &models);
                    self.calibrate(sign, &odds, &shown);
                    self.say(sign, best_threshold(&against, &lacks).1);
                }
            }
        }
    }

    /// Verdicts on whole episodes, as the tables that have not seen an essay find them in it.
    fn verdicts(&mut self) {
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
        let mut plots = Vec::new();
        for number in self.corpus.essays_of(self.known) {
            let ReadEssay {
                essay, prose, marks, ..
            } = &self.corpus.essays[number];
            let fold = self.corpus.fold_of_essay(number, FOLDS);
            let story = Story::read(essay.labels.kind, prose, marks, &weights[fold]);
            let targets = targets(essay);
            for (at, episode) in story.episodes.iter().enumerate() {
                let told = |lint: &str, sure: bool| {
                    let spans = episode.sentences.iter().map(|&at| prose.sentences()[at].span);
                    let mut hits = spans.flat_map(|span| targets.iter().map(move |target| (span, target)));
                    hits.any(|(span, target)| target.sure == sure && target.is_hit_by(lint, span))
                };
                let label = |verdict: Decision| match (told(verdict.name(), true), told(verdict.name(), false)) {
                    (true, _) => Some(true),
                    (false, true) => None,
                    (false, false) => is_asked(verdict, essay.labels.kind).then_some(false),
                };
                plots.push(EpisodePlot {
                    fold: Some(fold),
                    count: 1.0,
                    cues: cues(&Plot::new(essay.labels.kind, prose, marks, &story, at)),
                    labels: Decision::VERDICTS.map(label),
                });
            }
        }
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
                // Where several red flags are told, nobody has said which one the lint means, unless it means the last.
                let label = |verdict: Decision| {
                    let means = verdict.name() == lint && (last == 0 || verdict == Decision::Stacked);
                    means.then_some(*fires && at == last)
                };
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

/// Whether the lint that reports a verdict is asked of such documents.
fn is_asked(verdict: Decision, kind: Kind) -> bool {
    let mut lints = catalogue().iter();
    lints.any(|lint| lint.id == verdict.name() && lint.kinds.contains(&kind))
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

fn features(rows: &[Row]) -> usize {
    rows.iter()
        .flatten()
        .map(|&(feature, _)| feature as usize + 1)
        .max()
        .unwrap_or(0)
}
