//! How a finding is counted against the labels.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use essaylint::draft::Draft;
use essaylint::lints::finding::{Confidence, Finding, Severity};
use essaylint::story::decision::Decision;
use essaylint::story::{Family, Flag};

use super::labelled::Essay;
use super::labelled::target::{ABOUT_DOCUMENT, UNSCORED, targets};

/// The row of the story's table that says how many sentences are told of the family that they tell.
const FAMILY: &str = "of its red flag's family";

/// What people say that a sentence tells.
#[derive(Clone, Default)]
struct Told<'e> {
    roles: Vec<&'e str>,
    families: Vec<Family>,
}

/// Hits, false findings and misses.
#[derive(Clone, Copy, Default)]
pub struct Tally {
    hits: usize,
    false_findings: usize,
    misses: usize,
    traps: usize,
    trapped: usize,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.hits += other.hits;
        self.false_findings += other.false_findings;
        self.misses += other.misses;
        self.traps += other.traps;
        self.trapped += other.trapped;
    }

    #[allow(clippy::cast_precision_loss, reason = "counts of findings")]
    pub fn precision(self) -> f64 {
        self.hits as f64 / (self.hits + self.false_findings).max(1) as f64
    }

    #[allow(clippy::cast_precision_loss, reason = "counts of findings")]
    pub fn recall(self) -> f64 {
        self.hits as f64 / (self.hits + self.misses).max(1) as f64
    }

    #[allow(clippy::cast_precision_loss, reason = "counts of findings")]
    fn f1(self) -> f64 {
        2.0 * self.hits as f64 / (2 * self.hits + self.false_findings + self.misses).max(1) as f64
    }
}

/// The score over essays.
pub struct Score {
    lints: BTreeMap<String, Tally>,
    story: BTreeMap<&'static str, Tally>,
    strong: usize,
    strong_clean: usize,
    strong_worst: usize,
    /// Findings of high confidence that are right, and that are not.
    sure: (usize, usize),
    list: Option<String>,
}

impl Score {
    /// An empty score; with `misses` it lists each false finding and each miss.
    pub fn new(misses: bool) -> Self {
        Self {
            lints: BTreeMap::new(),
            story: BTreeMap::new(),
            strong: 0,
            strong_clean: 0,
            strong_worst: 0,
            sure: (0, 0),
            list: misses.then(String::new),
        }
    }

    /// Takes over what was counted of other essays, whose list follows this one's.
    pub fn join(&mut self, other: Self) {
        for (lint, tally) in other.lints {
            self.lints.entry(lint).or_default().add(tally);
        }
        for (name, tally) in other.story {
            self.story.entry(name).or_default().add(tally);
        }
        self.strong += other.strong;
        self.strong_clean += other.strong_clean;
        self.strong_worst = self.strong_worst.max(other.strong_worst);
        self.sure.0 += other.sure.0;
        self.sure.1 += other.sure.1;
        if let (Some(list), Some(more)) = (&mut self.list, other.list) {
            list.push_str(&more);
        }
    }

    /// Whether each false finding and each miss is listed.
    pub fn lists(&self) -> bool {
        self.list.is_some()
    }

    /// The tally of each lint.
    pub fn lints(&self) -> impl Iterator<Item = (&str, Tally)> {
        self.lints.iter().map(|(lint, tally)| (lint.as_str(), *tally))
    }

    /// Counts the findings of an essay.
    pub fn add(&mut self, essay: &Essay, draft: &Draft, findings: &[Finding]) {
        self.count_story(essay, draft);
        let targets = targets(essay);
        let mut hit = vec![false; targets.len()];
        let mut false_at_warning = 0;
        for finding in findings
            .iter()
            .filter(|finding| !UNSCORED.contains(&finding.lint.as_ref()))
        {
            let matches: Vec<usize> = (0..targets.len())
                .filter(|&at| targets[at].is_hit_by(&finding.lint, finding.span))
                .collect();
            for &at in &matches {
                hit[at] = true;
            }
            if finding.confidence == Confidence::High {
                self.sure.0 += usize::from(!matches.is_empty());
                self.sure.1 += usize::from(matches.is_empty());
            }
            let tally = self.lints.entry(finding.lint.to_string()).or_default();
            if matches.is_empty() {
                tally.false_findings += 1;
                false_at_warning += usize::from(finding.severity >= Severity::Warning);
                let words = finding.span.of(&essay.text).replace('\n', " ");
                note(
                    &mut self.list,
                    &format!(
                        "{} {} false {} {}: {words}",
                        essay.name,
                        essay.labels.profile,
                        finding.severity.name(),
                        finding.lint
                    ),
                );
            }
        }
        for (target, hit) in targets.iter().zip(hit).filter(|(target, _)| target.sure) {
            let tally = self.lints.entry(target.lint.to_owned()).or_default();
            if hit {
                tally.hits += 1;
            } else {
                tally.misses += 1;
                let words = target
                    .spans
                    .first()
                    .map_or("(document)", |span| span.of(&essay.text))
                    .replace('\n', " ");
                note(
                    &mut self.list,
                    &format!(
                        "{} {} missed {}: {words}",
                        essay.name, essay.labels.profile, target.lint
                    ),
                );
            }
        }
        for trap in essay
            .labels
            .traps
            .iter()
            .filter(|trap| !UNSCORED.contains(&trap.lint.as_str()))
        {
            let span = essay.span(&trap.quote);
            let about_document = ABOUT_DOCUMENT.contains(&trap.lint.as_str());
            let trapped = findings.iter().any(|finding| {
                let is_false = !targets
                    .iter()
                    .any(|target| target.is_hit_by(&finding.lint, finding.span));
                finding.lint == trap.lint && is_false && (about_document || finding.span.overlaps(span))
            });
            let tally = self.lints.entry(trap.lint.clone()).or_default();
            tally.traps += 1;
            tally.trapped += usize::from(trapped);
        }
        if essay.labels.profile == "strong" {
            self.strong += 1;
            self.strong_clean += usize::from(false_at_warning == 0);
            self.strong_worst = self.strong_worst.max(false_at_warning);
        }
    }

    /// Counts what the story says of each sentence.
    fn count_story(&mut self, essay: &Essay, draft: &Draft) {
        let mut told: Vec<Option<Told<'_>>> = vec![None; draft.prose.sentences().len()];
        for episode in &essay.labels.episodes {
            let family = Flag::named(&episode.flag).map(Flag::family);
            for sentence in &episode.sentences {
                if let Some(at) = essay.sentence(&draft.prose, &sentence.quote) {
                    let told = told[at].get_or_insert_default();
                    told.roles.extend(sentence.roles.iter().map(String::as_str));
                    told.families.extend(family);
                }
            }
        }
        for (telling, told) in draft.story.tellings.iter().zip(told) {
            let mut count = |name: &'static str, said: bool, is: bool| {
                let tally = self.story.entry(name).or_default();
                tally.hits += usize::from(said && is);
                tally.false_findings += usize::from(said && !is);
                tally.misses += usize::from(!said && is);
            };
            count("in an episode", telling.episode.is_some(), told.is_some());
            let family = telling.episode.map(|number| draft.story.episodes[number].flag.family());
            let is = |family: &Family| told.as_ref().is_some_and(|told| told.families.contains(family));
            // Where another family is told, that one was missed and this one is false.
            let right = family.as_ref().is_some_and(is);
            count(FAMILY, right, told.is_some());
            count(FAMILY, family.is_some() && !right, false);
            for role in Decision::ROLES {
                let is = told.as_ref().is_some_and(|told| told.roles.contains(&role.name()));
                count(role.name(), telling.roles.has(role), is);
            }
        }
    }

    /// F1 of all lints, the sentences in an episode and the roles, in one line.
    pub fn summary(&self) -> String {
        let mut all = Tally::default();
        self.lints.values().for_each(|tally| all.add(*tally));
        let mut out = format!("P {:.3} R {:.3} F1 {:.3}", all.precision(), all.recall(), all.f1());
        for (name, tally) in &self.story {
            let _ = write!(out, "  {name} {:.3}", tally.f1());
        }
        out
    }

    /// The score of the lints as a table, with the list before it if one was asked for.
    pub fn lints_table(&self) -> String {
        let mut out = self.list.clone().unwrap_or_default();
        let mut all = Tally::default();
        let head = format!(
            "{:<26}{:>5}{:>7}{:>8}{:>7}{:>8}{:>7}{:>10}\n",
            "lint", "hits", "false", "misses", "P", "R", "F1", "traps"
        );
        out.push_str(&head);
        for (lint, tally) in &self.lints {
            all.add(*tally);
            row(&mut out, lint, *tally);
        }
        row(&mut out, "all lints", all);
        out
    }

    /// The same, with the strong essays, the findings of high confidence and the story.
    pub fn table(&self) -> String {
        let mut out = self.lints_table();
        let _ = writeln!(
            out,
            "strong essays clean at warning: {} of {}, most false findings on one: {}",
            self.strong_clean, self.strong, self.strong_worst
        );
        let (right, wrong) = self.sure;
        let share = Tally {
            hits: right,
            false_findings: wrong,
            ..Tally::default()
        };
        let _ = writeln!(
            out,
            "findings of high confidence: {right} right, {wrong} not, P {:.2}",
            share.precision()
        );
        let _ = writeln!(
            out,
            "\n{:<26}{:>5}{:>7}{:>8}{:>7}{:>8}{:>7}",
            "story", "hits", "false", "misses", "P", "R", "F1"
        );
        for name in [
            "in an episode",
            FAMILY,
            "event",
            "context",
            "ownership",
            "change",
            "outcome",
            "resolution",
        ] {
            row(&mut out, name, self.story.get(name).copied().unwrap_or_default());
        }
        out
    }
}

fn note(list: &mut Option<String>, line: &str) {
    if let Some(list) = list {
        list.push_str(line);
        list.push('\n');
    }
}

fn row(out: &mut String, name: &str, tally: Tally) {
    let traps = if tally.traps > 0 {
        format!("{}/{}", tally.trapped, tally.traps)
    } else {
        String::new()
    };
    let line = format!(
        "{name:<26}{:>5}{:>7}{:>8}{:>7.2}{:>8.2}{:>7.2}{traps:>10}",
        tally.hits,
        tally.false_findings,
        tally.misses,
        tally.precision(),
        tally.recall(),
        tally.f1(),
    );
    out.push_str(line.trim_end());
    out.push('\n');
}

/// What fell and what rose between two tables: the rows whose F1 differs.
pub fn changes(before: &str, after: &str) -> String {
    let f1 = |table: &str| -> BTreeMap<String, f64> {
        let rows = table.lines().filter_map(|line| {
            let name: String = line.chars().take(26).collect();
            let numbers: Vec<&str> = line.get(name.len()..)?.split_whitespace().collect();
            Some((name.trim().to_owned(), numbers.get(5)?.parse().ok()?))
        });
        rows.collect()
    };
    let (before, after) = (f1(before), f1(after));
    let mut out = String::new();
    for (name, new) in &after {
        let old = before.get(name).copied().unwrap_or_default();
        if (new - old).abs() > 0.001 {
            let way = if *new < old { "fell" } else { "rose" };
            let _ = writeln!(out, "{way}: {name} {old:.2} -> {new:.2}");
        }
    }
    out
}
