//! Gathers the labelled sentences of essays, of the bank and of the lints' examples, and the cues that they show.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

use essaylint::lexicon::{Lexicon, Marks};
use essaylint::prose::{Prose, WordRange};
use essaylint::source::{KindSayings, Source, Span, Syntax};
use essaylint::story::Flag;
use essaylint::story::cues::Reading;
use essaylint::story::decision::Decision;
use essaylint::story::echo::ECHOES;

use super::clauses::Clause;
use super::corpus::{Corpus, Labelled, ReadEssay, ReadExample, TOLD};
use super::cues::Cues;
use super::labelled::{BankSentence, Essay, bank, essays, unaware};
use super::learning;
use super::shown::{self, Shown};
use super::signs::LACKS;

impl Corpus {
    /// Reads the fixtures under `folder`; sentences that the bank keeps apart are left out.
    pub fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let mut corpus = Self {
            sentences: Vec::new(),
            rows: Vec::new(),
            clauses: Vec::new(),
            clause_rows: Vec::new(),
            essays: Vec::new(),
            shown: Vec::new(),
            names: Vec::new(),
            sets: Vec::new(),
            unaware: Vec::new(),
        };
        let mut cues = Cues::default();
        let lexicon = Lexicon::builtin();
        let essays = essays(&folder.join("essays"))?;
        let sets: BTreeSet<&str> = essays.iter().map(Essay::set).collect();
        corpus.sets = essays
            .iter()
            .filter_map(|essay| sets.iter().position(|set| *set == essay.set()))
            .collect();
        let of_the_unaware = unaware(folder)?;
        if let Some(missing) = of_the_unaware.iter().find(|set| !sets.contains(set.as_str())) {
            return Err(format!("unaware-sets.txt: there is no set {missing}").into());
        }
        corpus.unaware = essays
            .iter()
            .map(|essay| of_the_unaware.contains(essay.set()))
            .collect();
        for (number, essay) in essays.into_iter().enumerate() {
            let source = essay.source()?;
            let prose = Prose::read(&source);
            let first = corpus.sentences.len();
            let (marks, clauses) = Self::add_cues(&source, &prose, &lexicon, false, &mut cues);
            corpus.add_essay(number, &essay, &prose);
            corpus.add_clauses(first, &essay, &prose, clauses);
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
        corpus.number(cues);
        Ok(corpus)
    }

    /// Adds the cues of a text; its marks, and the clauses of those of its sentences that have several.
    fn add_cues(
        source: &Source,
        prose: &Prose,
        lexicon: &Lexicon,
        alone: bool,
        cues: &mut Cues,
    ) -> (Marks, Vec<(usize, WordRange)>) {
        let marks = lexicon.mark(prose);
        let reading = Reading::new(source.kind(), prose, &marks);
        let mut clauses = Vec::new();
        for at in 0..prose.sentences().len() {
            let parts = cues.add(&reading, prose, at, alone);
            clauses.extend(parts.into_iter().map(|words| (at, words)));
        }
        (marks, clauses)
    }

    /// Adds the clauses of an essay whose first sentence is number `first` of all, and what labels say of them: they speak
    /// of a clause if they share a third of its words, or of their own.
    fn add_clauses(&mut self, first: usize, essay: &Essay, prose: &Prose, clauses: Vec<(usize, WordRange)>) {
        let inside = |words: WordRange, span: Span| {
            let shared = words.range().filter(|&word| prose.words()[word].span.overlaps(span));
            shared.count()
        };
        for (at, words) in clauses {
            let speaks = |quote: &str| {
                let span = essay.span(quote);
                let (shared, of_label) = (inside(words, span), inside(prose.sentences()[at].words, span));
                shared > 0 && shared * 3 >= words.len().min(of_label)
            };
            let labels = essay.labels.findings.iter().filter(|label| label.sure);
            let found = labels
                .filter(|label| speaks(&label.quote))
                .map(|label| label.lint.clone());
            self.clauses.push(Clause {
                sentence: first + at,
                found: found.collect(),
            });
        }
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
    fn add_examples(&mut self, lints: &Path, cues: &mut Cues) -> Result<(), Box<dyn Error>> {
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
            let (marks, _) = Self::add_cues(&source, &prose, &Lexicon::builtin(), true, cues);
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

    /// Takes over the cues, numbered, and behind them those that have a value.
    fn number(&mut self, cues: Cues) {
        let numbered = cues.number();
        self.names = numbered.names;
        self.names.push(TOLD.to_owned());
        self.names.extend(ECHOES.map(str::to_owned));
        self.rows = numbered.sentences;
        self.clause_rows = numbered.clauses;
    }
}
