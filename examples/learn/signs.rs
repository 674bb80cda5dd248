//! Learns the signs of an interest in IR. Labels say of a whole statement that it lacks one; where they say nothing, some
//! sentence shows it, and it is not said which: a trap of the lint quotes it sometimes, the words show it often, else it
//! is the one that the weights so far, learned from other pens, hear it in most.

use essaylint::prose::Prose;
use essaylint::source::Kind;
use essaylint::story::decision::Decision;
use essaylint::story::{Voice, voice};

use super::corpus::{Corpus, ReadEssay, ReadExample};

/// Each sign and the lint that says that it is missing.
pub const LACKS: [(Decision, &str); 3] = [
    (Decision::SetsApart, "why-not-dr"),
    (Decision::Plans, "no-forward-look"),
    (Decision::Lived, "missing-ir-experience"),
];

/// How often the sentences that show a sign are looked for anew.
pub const ROUNDS: usize = 2;

/// A statement, and what is said of a sign in it.
pub struct Statement {
    /// Whether it is an essay that models can be tried on, and no example, which all learn from.
    pub is_essay: bool,
    /// Its sentences in the applicant's voice.
    pub sentences: Vec<usize>,
    /// Those that show the sign for sure: quoted as what makes the lint wrong.
    pub quoted: Vec<usize>,
    /// Whether one shows it.
    pub shown: bool,
}

impl Statement {
    /// The highest odds among its sentences.
    pub fn most(&self, odds: &dyn Fn(usize) -> f64) -> f64 {
        self.sentences.iter().map(|&at| odds(at)).fold(f64::MIN, f64::max)
    }
}

impl Corpus {
    /// The statements among the essays of the sentences `known`, and the examples, of which it is said whether they lack
    /// what `lint` asks for.
    pub fn statements(&self, known: &[usize], lint: &str) -> Vec<Statement> {
        let essays = self.essays_of(known).into_iter().map(|number| &self.essays[number]);
        let essays = essays.filter_map(|read| statement(read, lint));
        let examples = self.shown.iter().filter(|example| example.lint == lint);
        let examples = examples.map(
            |ReadExample {
                 prose, first, fires, ..
             }| Statement {
                is_essay: false,
                sentences: own(prose, *first),
                quoted: Vec::new(),
                shown: !fires,
            },
        );
        essays.chain(examples).collect()
    }
}

/// What an essay says of a sign; nothing where it is no statement or careful readers differ.
pub(super) fn statement(read: &ReadEssay, lint: &str) -> Option<Statement> {
    let ReadEssay {
        essay, prose, first, ..
    } = read;
    let labels = &essay.labels;
    let of_document = labels.document_findings.iter().map(|label| (&label.lint, label.sure));
    let mut said = of_document.chain(labels.findings.iter().map(|label| (&label.lint, label.sure)));
    let lacking = said.find(|(known, _)| *known == lint).map(|(_, sure)| sure);
    let traps = labels.traps.iter().filter(|trap| trap.lint == lint);
    let asked = labels.kind == Kind::PersonalStatement && lacking != Some(false);
    asked.then(|| Statement {
        is_essay: true,
        sentences: own(prose, *first),
        quoted: traps
            .filter_map(|trap| Some(first + essay.sentence(prose, &trap.quote)?))
            .collect(),
        shown: lacking.is_none(),
    })
}

/// The numbers of the sentences in the applicant's voice, where the first of all is number `first`.
fn own(prose: &Prose, first: usize) -> Vec<usize> {
    let own = (0..prose.sentences().len()).filter(|&at| voice(prose, at) == Voice::Own);
    own.map(|at| first + at).collect()
}

/// What each sentence of the statements is taken to say, from the odds so far: yes, no, or nothing that would teach.
pub fn taken(
    statements: &[Statement],
    odds: &dyn Fn(usize) -> Option<f64>,
    plain: &dyn Fn(usize) -> bool,
) -> Vec<(usize, bool)> {
    /// Odds from which a sentence is one more that shows the sign, and under which it is one that does not.
    const SURE: (f64, f64) = (1.0, -1.0);
    let mut taken = Vec::new();
    for statement in statements {
        let most = statement
            .sentences
            .iter()
            .copied()
            .filter_map(|at| Some((at, odds(at)?)));
        let most = most
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
            .map(|(at, _)| at);
        for &at in &statement.sentences {
            if !statement.shown {
                taken.push((at, false));
                continue;
            }
            let yes = statement.quoted.contains(&at)
                || match odds(at) {
                    None => plain(at),
                    Some(odds) => odds >= SURE.0 || (most == Some(at) && statement.quoted.is_empty()),
                };
            let no = odds(at).is_none_or(|odds| odds <= SURE.1);
            if yes || no {
                taken.push((at, yes));
            }
        }
    }
    taken
}
