//! All labelled sentences as rows of cues.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

use essaylint::lexicon::{Lexicon, Marks};
use essaylint::prose::{Prose, WordRange};
use essaylint::source::{Kind, KindSayings, Source, Span, Syntax};
use essaylint::story::cues::{Reading, Sink};
use essaylint::story::decision::Decision;
use essaylint::story::telling::Hints;
use essaylint::story::{Family, Flag};

use super::labelled::{BankSentence, Essay, bank, essays};
use super::shown::{self, Shown};
use super::solver::Row;

/// How much a sentence of the bank counts beside one of an essay: it stands alone, and half of the bank fires.
const BANK: f64 = 0.15;

/// How much a sentence of a lint's example counts: it says what the lint means.
pub const EXAMPLE: f64 = 10.0;

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
    /// The essays.
    pub essays: Vec<ReadEssay>,
    /// The examples in the lints' files.
    pub shown: Vec<ReadExample>,
    names: Vec<String>,
    /// The number of the set (the pen) that each essay belongs to.
    sets: Vec<usize>,
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
    first: usize,
}

/// An example of a lint and what is read in it without any weights.
pub struct ReadExample {
    /// The lint.
    pub lint: String,
    /// The kind of document.
    pub kind: Kind,
    /// Whether the lint is to speak.
    pub fires: bool,
    /// Its sentences and words.
    pub prose: Prose,
    /// Their marks.
    pub marks: Marks,
}

/// What an essay tells of red flags, all told sentences together.
pub struct ToldEssay {
    /// The number of the essay.
    pub number: usize,
    /// The cues of the told sentences.
    pub cues: Row,
    /// The families of their red flags.
    pub families: BTreeSet<Family>,
}

struct Names<'n> {
    seen: BTreeSet<String>,
    alone: bool,
    out: &'n mut Vec<Vec<String>>,
}

impl Sink for Names<'_> {
    fn cue(&mut self, tag: &'static str, a: &str, b: &str, _: WordRange) {
        // A sentence of the bank has no place in a text and no kind that would tell.
        if self.alone && matches!(tag, "paragraph" | "opens" | "closes" | "kind") {
            return;
        }
        let name = format!("{tag} {a} {b}").trim_end().to_owned();
        self.seen.insert(name);
    }
}

impl Names<'_> {
    fn finish(self) {
        self.out.push(self.seen.into_iter().collect());
    }
}

impl Corpus {
    /// Reads the fixtures under `folder`; sentences that the bank keeps apart are left out.
    pub fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let mut corpus = Self {
            sentences: Vec::new(),
            rows: Vec::new(),
            essays: Vec::new(),
            shown: Vec::new(),
            names: Vec::new(),
            sets: Vec::new(),
        };
        let mut cues: Vec<Vec<String>> = Vec::new();
        let lexicon = Lexicon::builtin();
        let essays = essays(&folder.join("essays"))?;
        let sets: BTreeSet<&str> = essays.iter().map(Essay::set).collect();
        corpus.sets = essays
            .iter()
            .filter_map(|essay| sets.iter().position(|set| *set == essay.set()))
            .collect();
        for (number, essay) in essays.into_iter().enumerate() {
            let source = essay.source()?;
            let prose = Prose::read(&source);
            let marks = Self::add_cues(&source, &prose, &lexicon, false, &mut cues);
            let first = corpus.sentences.len();
            corpus.add_essay(number, &essay, &prose);
            corpus.essays.push(ReadEssay {
                essay,
                prose,
                marks,
                first,
            });
        }
        for sentence in bank(&folder.join("sentences"))?
            .iter()
            .filter(|sentence| !sentence.is_test())
        {
            let said = KindSayings {
                forced: Some(sentence.kind),
                configured: None,
            };
            let source = Source::new("bank.md", sentence.text.clone(), Syntax::Markdown, said)?;
            let prose = Prose::read(&source);
            Self::add_cues(&source, &prose, &lexicon, true, &mut cues);
            corpus.add_bank(sentence, &prose);
        }
        corpus.add_examples(&folder.join("../lints"), &mut cues)?;
        corpus.number(&cues);
        Ok(corpus)
    }

    fn add_cues(source: &Source, prose: &Prose, lexicon: &Lexicon, alone: bool, cues: &mut Vec<Vec<String>>) -> Marks {
        let marks = lexicon.mark(prose);
        let reading = Reading::new(source.kind(), prose, &marks);
        for at in 0..prose.sentences().len() {
            let mut names = Names {
                seen: BTreeSet::new(),
                alone,
                out: cues,
            };
            reading.cues(at, &mut names);
            names.finish();
        }
        marks
    }

    fn add_essay(&mut self, number: usize, essay: &Essay, prose: &Prose) {
        let first = self.sentences.len();
        self.sentences.extend(prose.sentences().iter().map(|_| Labelled {
            essay: Some(number),
            is_judged: true,
            ..Labelled::default()
        }));
        let at = |span: Span| -> Option<usize> {
            let overlap = |other: Span| {
                other
                    .end()
                    .min(span.end())
                    .saturating_sub(other.start().max(span.start()))
            };
            (0..prose.sentences().len())
                .filter(|&at| prose.sentences()[at].span.overlaps(span))
                .max_by_key(|&at| (overlap(prose.sentences()[at].span), usize::MAX - at))
        };
        let told = essay.labels.episodes.iter().flat_map(|episode| {
            episode
                .sentences
                .iter()
                .map(|sentence| (sentence, Flag::named(&episode.flag).map(Flag::family)))
        });
        for (sentence, family) in told {
            if let Some(at) = at(essay.span(&sentence.quote)) {
                let labelled = &mut self.sentences[first + at];
                labelled.told = true;
                labelled.family = labelled.family.or(family);
                labelled
                    .roles
                    .extend(sentence.roles.iter().filter_map(|role| Decision::named(role)));
            }
        }
        for label in &essay.labels.findings {
            let span = essay.span(&label.quote);
            for (at, sentence) in prose.sentences().iter().enumerate() {
                if sentence.span.overlaps(span) {
                    self.sentences[first + at].found.push((label.lint.clone(), label.sure));
                }
            }
        }
    }

    fn add_bank(&mut self, sentence: &BankSentence, prose: &Prose) {
        let roles: Vec<Decision> = sentence.roles.iter().filter_map(|role| Decision::named(role)).collect();
        let span = sentence.span.as_deref().and_then(|span| {
            sentence
                .text
                .find(span)
                .map(|start| Span::new(start, start + span.len()))
        });
        for part in prose.sentences() {
            let hit = sentence
                .lint
                .clone()
                .filter(|_| span.is_none_or(|span| span.overlaps(part.span)));
            self.sentences.push(Labelled {
                told: !roles.is_empty(),
                roles: roles.clone(),
                found: hit.map(|lint| (lint, true)).into_iter().collect(),
                file: sentence.file.clone(),
                ..Labelled::default()
            });
        }
    }

    /// Adds the examples of the lints about a stance, which say what a stance is, and those that say what each sentence
    /// does in its episode.
    fn add_examples(&mut self, lints: &Path, cues: &mut Vec<Vec<String>>) -> Result<(), Box<dyn Error>> {
        let stances = Decision::STANCES.map(Decision::name);
        for Shown {
            lint,
            kind,
            text,
            span,
            roles,
        } in shown::read(lints)?
        {
            let stance = stances.contains(&lint.as_str());
            if roles.is_empty() && !stance {
                continue;
            }
            let said = KindSayings {
                forced: Some(kind),
                configured: None,
            };
            let source = Source::new("example.md", text, Syntax::Markdown, said)?;
            let prose = Prose::read(&source);
            if !roles.is_empty() && roles.len() != prose.sentences().len() {
                let text = source.text();
                return Err(format!("{lint}: {} roles for the sentences of \"{text}\"", roles.len()).into());
            }
            let marks = Self::add_cues(&source, &prose, &Lexicon::builtin(), true, cues);
            for (at, part) in prose.sentences().iter().enumerate() {
                let hit = stance && span.is_some_and(|span| span.overlaps(part.span));
                let said = roles.get(at).map(String::as_str);
                self.sentences.push(Labelled {
                    told: said.is_some_and(|said| said != "-"),
                    roles: said.unwrap_or_default().split(' ').filter_map(Decision::named).collect(),
                    found: hit.then(|| (lint.clone(), true)).into_iter().collect(),
                    file: if stance { lint.clone() } else { String::new() },
                    example: true,
                    is_judged: said.is_some(),
                    ..Labelled::default()
                });
            }
            self.shown.push(ReadExample {
                lint,
                kind,
                fires: span.is_some(),
                prose,
                marks,
            });
        }
        Ok(())
    }

    /// Gives each cue that at least six sentences show a number.
    fn number(&mut self, cues: &[Vec<String>]) {
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for name in cues.iter().flatten() {
            *counts.entry(name).or_default() += 1;
        }
        let kept: BTreeMap<&str, u32> = counts
            .into_iter()
            .filter(|(_, count)| *count >= 6)
            .map(|(name, _)| name)
            .zip(0..)
            .collect();
        self.names = kept.keys().map(|name| (*name).to_owned()).collect();
        self.names.push("told".to_owned());
        self.rows = cues
            .iter()
            .map(|row| {
                row.iter()
                    .filter_map(|name| kept.get(name.as_str()).map(|&number| (number, 1.0)))
                    .collect()
            })
            .collect();
    }

    /// The name of a cue.
    pub fn name(&self, feature: usize) -> &str {
        &self.names[feature]
    }

    /// How much a sentence counts.
    pub fn count(&self, at: usize) -> f64 {
        let sentence = &self.sentences[at];
        match (sentence.essay, sentence.example) {
            (Some(_), _) => 1.0,
            (None, true) => EXAMPLE,
            (None, false) => BANK,
        }
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

    /// The cues, and whether the sentence tells of a red flag.
    pub fn with_told(&self, told: &[f64]) -> Vec<Row> {
        let feature = u32::try_from(self.names.len() - 1).unwrap_or(u32::MAX);
        let rows = self.rows.iter().enumerate();
        rows.map(|(at, row)| {
            let mut row = row.clone();
            if self.sentences[at].essay.is_some() {
                #[allow(clippy::cast_possible_truncation, reason = "log odds")]
                row.push((feature, told[at].clamp(-6.0, 6.0) as f32));
            } else if !self.sentences[at].example || self.sentences[at].is_judged {
                row.push((feature, if self.sentences[at].told { 2.0 } else { -2.0 }));
            }
            row
        })
        .collect()
    }

    /// What each essay among the sentences `known` tells of red flags.
    pub fn essays_told(&self, known: &[usize]) -> Vec<ToldEssay> {
        let mut told: BTreeMap<usize, (BTreeSet<u32>, BTreeSet<Family>)> = BTreeMap::new();
        for &at in known {
            let sentence = &self.sentences[at];
            if let (Some(essay), Some(family)) = (sentence.essay, sentence.family) {
                let (cues, families) = told.entry(essay).or_default();
                cues.extend(self.rows[at].iter().map(|&(cue, _)| cue));
                families.insert(family);
            }
        }
        told.into_iter()
            .map(|(number, (cues, families))| ToldEssay {
                number,
                cues: cues.into_iter().map(|cue| (cue, 1.0)).collect(),
                families,
            })
            .collect()
    }

    /// Whether a sentence takes a stance; `None` where careful readers differ, or where nobody was asked.
    pub fn stance(&self, at: usize, stance: Decision) -> Option<bool> {
        let sentence = &self.sentences[at];
        let found = sentence.found.iter().find(|(lint, _)| lint == stance.name());
        match found {
            Some((_, sure)) => sure.then_some(true),
            None if sentence.essay.is_some() || sentence.file == stance.name() || sentence.file == "roles" => {
                Some(false)
            }
            None => None,
        }
    }
}
