//! Gathers the labelled sentences of essays, of the bank and of the lints' examples, and the cues that they show.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

use essaylint::lexicon::{Lexicon, Marks};
use essaylint::prose::{Prose, WordRange};
use essaylint::source::{KindSayings, Source, Span, Syntax};
use essaylint::story::Flag;
use essaylint::story::cues::{Reading, Sink};
use essaylint::story::decision::Decision;
use essaylint::story::echo::ECHOES;

use super::corpus::{Corpus, Labelled, ReadEssay, ReadExample, TOLD};
use super::labelled::{BankSentence, Essay, bank, essays};
use super::learning;
use super::shown::{self, Shown};
use super::signs::LACKS;

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
        let told = essay.labels.episodes.iter().flat_map(|episode| {
            episode
                .sentences
                .iter()
                .map(|sentence| (sentence, Flag::named(&episode.flag).map(Flag::family)))
        });
        for (sentence, family) in told {
            if let Some(at) = essay.sentence(prose, &sentence.quote) {
                let labelled = &mut self.sentences[first + at];
                labelled.told = true;
                labelled.family = labelled.family.or(family);
                labelled
                    .roles
                    .extend(sentence.roles.iter().filter_map(|role| Decision::named(role)));
            }
        }
        let mut before = None;
        for labelled in self.sentences[first..]
            .iter_mut()
            .filter(|labelled| labelled.family.is_some())
        {
            labelled.goes_on = before.map(|family| labelled.family != family);
            before = Some(labelled.family);
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

    /// Adds the examples of the lints about a stance or a sign, which say what that is, and those that say what each
    /// sentence does in its episode.
    fn add_examples(&mut self, lints: &Path, cues: &mut Vec<Vec<String>>) -> Result<(), Box<dyn Error>> {
        let stances: Vec<&str> = learning::on_sentences().map(|(_, lint)| lint).collect();
        let signs = LACKS.map(|(_, lint)| lint);
        for Shown {
            lint,
            kind,
            text,
            span,
            roles,
        } in shown::read(lints)?
        {
            let stance = stances.contains(&lint.as_str());
            let of_whole = signs.contains(&lint.as_str()) || lint == Decision::OtherFields.name();
            let teaches = !roles.is_empty() || stance || of_whole;
            if !teaches {
                continue;
            }
            let first = self.sentences.len();
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
                    roles: said
                        .unwrap_or_default()
                        .split(' ')
                        .filter_map(Decision::named)
                        .collect(),
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
                first,
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
        self.names.push(TOLD.to_owned());
        self.names.extend(ECHOES.map(str::to_owned));
        self.rows = cues
            .iter()
            .map(|row| {
                row.iter()
                    .filter_map(|name| kept.get(name.as_str()).map(|&number| (number, 1.0)))
                    .collect()
            })
            .collect();
    }
}
