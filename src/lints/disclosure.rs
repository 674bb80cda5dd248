//! Disclosure: how a red flag is told.

use crate::draft::Draft;
use crate::lexicon::{Class, class};
use crate::source::Kind;
use crate::story::decision::Decision;
use crate::story::{Episode, Family, Flag};

use super::finding::{Finding, Related};
use super::rule::Rule;

/// Sentences of an episode, fragments under six words not counted.
fn whole(draft: &Draft, episode: &Episode) -> Vec<usize> {
    let long = |at: &usize| draft.prose.sentences()[*at].words.len() >= 6;
    episode.sentences.iter().copied().filter(long).collect()
}

/// Those of them that only confess.
fn confession(draft: &Draft, episode: &Episode) -> Vec<usize> {
    let mut sentences = whole(draft, episode);
    sentences.retain(|&at| draft.story.tellings[at].roles.is_confession());
    sentences
}

/// Whether a switch complains rather than leads on.
fn laments(draft: &Draft, episode: &Episode) -> bool {
    episode.sentences.iter().any(|&at| {
        let telling = &draft.story.tellings[at];
        telling.chance(Decision::Loaded) >= 0.5
            || telling.chance(Decision::Blame) >= 0.5
            || draft.marks.has(at, class::SWITCH_REGRET)
    })
}

/// `confession-length`: too many sentences that only confess, in one episode or in the whole text.
pub(super) fn confession_length(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let kind = draft.kind();
    let limit = rule.count(&format!("sentences-{kind}"));
    let counted = |episode: &&Episode| episode.flag != Flag::SpecialtySwitch || laments(draft, episode);
    let episodes: Vec<(&Episode, Vec<usize>)> = draft
        .story
        .episodes
        .iter()
        .filter(counted)
        .map(|episode| (episode, confession(draft, episode)))
        .collect();
    let before = findings.len();
    for (episode, told) in &episodes {
        let over = draft.story.chance_of_confession_over(&whole(draft, episode), limit);
        let Some(event) = draft.event_of(episode).filter(|_| rule.is_sure(over)) else {
            continue;
        };
        let grown = episode.sentences.iter().filter(|&&at| {
            let roles = draft.story.tellings[at].roles;
            !roles.is_empty() && !roles.is_confession()
        });
        let slots = [
            ("confession", told.len().to_string()),
            ("growth", grown.count().to_string()),
        ];
        let slots = slots.each_ref().map(|(name, value)| (*name, value.as_str()));
        let mut finding = rule.finding(draft.sentence(event), &slots);
        finding.related = told
            .iter()
            .filter(|&&at| at != event)
            .map(|&at| Related {
                span: draft.sentence(at),
                message: "this tells what went wrong, too".to_owned(),
            })
            .collect();
        findings.push(finding);
    }
    if findings.len() > before {
        return;
    }
    let words = |at: &usize| draft.prose.sentences()[*at].words.len();
    let all: usize = (0..draft.prose.sentences().len()).map(|at| words(&at)).sum();
    let told: usize = episodes.iter().flat_map(|(_, told)| told).map(words).sum();
    let sentences: usize = episodes.iter().map(|(_, told)| told.len()).sum();
    let (name, enough) = match kind {
        Kind::PersonalStatement => ("share-personal-statement", 1),
        _ => ("share-other", rule.count("share-sentences")),
    };
    #[allow(clippy::cast_precision_loss, reason = "counts of words")]
    let share = told as f64 / all.max(1) as f64;
    let longest = episodes.iter().max_by_key(|(_, told)| told.len());
    if let Some(event) = longest.and_then(|(episode, _)| draft.event_of(episode))
        && share > rule.threshold(name)
        && sentences >= enough
    {
        let percent = format!("{:.0}%", share * 100.0);
        findings.push(rule.finding_saying("share", draft.sentence(event), &[("percent", &percent)]));
    }
}

/// `leads-with-red-flag`: the first paragraph is mainly about a red flag.
pub(super) fn leads_with_red_flag(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let Some(paragraph) = draft.body().next() else { return };
    let words = |at: usize| draft.prose.sentences()[at].words.len();
    let all: usize = paragraph.sentences.clone().map(words).sum();
    let told = |at: &usize| draft.story.tellings[*at].episode.is_some() && !draft.story.tellings[*at].roles.is_empty();
    let about: usize = paragraph.sentences.clone().filter(told).map(words).sum();
    let event = paragraph
        .sentences
        .clone()
        .find(|&at| draft.story.tellings[at].roles.has(Decision::Event));
    if let Some(event) = event.filter(|_| about * 2 > all) {
        findings.push(rule.finding(draft.sentence(event), &[]));
    }
}

/// `stacked-red-flags`: the second of two red flags that each take two or more confession sentences.
pub(super) fn stacked_red_flags(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let heavy: Vec<&Episode> = draft
        .story
        .episodes
        .iter()
        .filter(|episode| episode.flag != Flag::SpecialtySwitch || laments(draft, episode))
        .filter(|episode| confession(draft, episode).len() >= 2)
        .collect();
    if let [first, second, ..] = heavy.as_slice()
        && let Some(event) = draft.event_of(second)
    {
        let slots = [("flag", second.flag.spoken()), ("other", first.flag.spoken())];
        let mut finding = rule.finding(draft.sentence(event), &slots);
        if let Some(other) = draft.event_of(first) {
            let message = "the first red flag is told here".to_owned();
            finding.related.push(Related {
                span: draft.sentence(other),
                message,
            });
        }
        findings.push(finding);
    }
}

/// Whether the flags that two sentences name have none in common: matters of conduct told as one episode may still be
/// several.
fn tells_another(draft: &Draft, first: usize, later: usize) -> bool {
    let named = |at: usize| -> Vec<Flag> {
        let marks = draft.marks.of_sentence(at).iter();
        marks
            .filter_map(|mark| Flag::told_by(mark.class))
            .filter(|flag| flag.family() == Family::Conduct)
            .collect()
    };
    let (first, later) = (named(first), named(later));
    !first.is_empty() && !later.is_empty() && !first.iter().any(|flag| later.contains(flag))
}

/// `repeated-disclosure`: a later, separate passage tells the event or a cause again.
pub(super) fn repeated_disclosure(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    for episode in &draft.story.episodes {
        let Some(event) = draft.event_of(episode) else { continue };
        let paragraph = |at: usize| draft.prose.sentences()[at].paragraph;
        let mut before = event;
        let mut separate = false;
        for &at in episode.sentences.iter().filter(|&&at| at > event) {
            separate |= at - before > 2 && paragraph(at) != paragraph(before);
            before = at;
            let telling = &draft.story.tellings[at];
            let long = draft.prose.sentences()[at].words.len() > rule.count("words");
            if separate && telling.roles.has(Decision::Event) && long && !tells_another(draft, event, at) {
                let mut finding = rule.finding(draft.sentence(at), &[("flag", episode.flag.spoken())]);
                finding.related.push(Related {
                    span: draft.sentence(event),
                    message: "the red flag is told here".to_owned(),
                });
                findings.push(finding);
                break;
            }
        }
    }
}

/// What a gap lacks: an anchor, an end or length, or an activity.
fn missing_in_gap(draft: &Draft, episode: &Episode) -> Vec<&'static str> {
    let roles = |at: usize| draft.story.tellings[at].roles;
    let count = |at: usize, class: Class| draft.marks.in_sentence(at, class).count();
    let has = |at: usize, classes: &[Class]| draft.marks.has_any(at, classes);
    let tells = |at: &usize| {
        Decision::ROLES
            .iter()
            .any(|&role| role != Decision::Outcome && roles(*at).has(role))
    };
    // What came of it later has its own dates; they are not those of the gap.
    let gap: Vec<usize> = episode.sentences.iter().copied().filter(tells).collect();
    let starts = |at: usize| has(at, &[class::YEAR, class::MONTH, class::TIME_START, class::SINCE_THEN]);
    let returns =
        |at: usize| has(at, &[class::RETURN_VERB]) && has(at, &[class::YEAR, class::MONTH, class::TIME_START]);
    let ends = |at: usize| {
        let lasts = roles(at).has(Decision::Event) && is_length(draft, at);
        lasts || count(at, class::MONTH) > 1 || count(at, class::YEAR) > 1 || has(at, &[class::TIME_END])
    };
    let busy = |at: usize| {
        let told = has(
            at,
            &[
                class::WORK_ACTIVITY,
                class::CAREGIVING,
                class::TREATMENT,
                class::HEALTH_NEUTRAL,
            ],
        );
        told || roles(at).has(Decision::Change)
    };
    let ended = gap.iter().any(|&at| ends(at)) || episode.sentences.iter().any(|&at| returns(at));
    let told = [
        (gap.iter().any(|&at| starts(at)), "its start"),
        (ended, "its end or length"),
        (gap.iter().any(|&at| busy(at)), "what you did in it"),
    ];
    told.into_iter()
        .filter_map(|(told, name)| (!told).then_some(name))
        .collect()
}

/// Whether a sentence gives a length of weeks or more.
fn is_length(draft: &Draft, at: usize) -> bool {
    const UNITS: [&str; 7] = ["week", "month", "term", "semester", "quarter", "year", "half"];
    let sentence = draft.prose.sentences()[at].words;
    draft.marks.in_sentence(at, class::DURATION).any(|mark| {
        let mut words = mark.words.range();
        let next = mark.words.end();
        // "Two months after graduation" is a date, not a length.
        let counts_from = next < sentence.end()
            && matches!(
                draft.prose.fold(next),
                "after" | "later" | "into" | "before" | "ago" | "earlier" | "behind"
            );
        !counts_from && words.any(|word| UNITS.contains(&draft.prose.fold(word).trim_end_matches('s')))
    })
}

/// `undated-gap`: a gap without a start or anchor, an end or length, or an activity.
pub(super) fn undated_gap(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    for episode in draft.story.episodes.iter().filter(|episode| episode.flag.is_time()) {
        let missing = missing_in_gap(draft, episode);
        let sure = !missing.is_empty() && rule.is_sure(draft.story.chance_of_event(episode));
        if let Some(event) = draft.event_of(episode).filter(|_| sure) {
            findings.push(rule.finding(draft.sentence(event), &[("missing", &missing.join(" and "))]));
        }
    }
}

/// `health-detail`: private details of the applicant's health.
pub(super) fn health_detail(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    draft.report_stance(Decision::HealthDetail, &[], rule, findings);
}

/// `missing-resolution`: an episode caused by health, family or bereavement that does not say that it is over.
pub(super) fn missing_resolution(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    for episode in &draft.story.episodes {
        let private = episode.flag.is_time() || episode.flag == Flag::Withdrawal;
        if !private || draft.cause_of(episode).is_none() {
            continue;
        }
        let told = episode.sentences.iter().any(|&at| {
            let worded = [class::RESOLUTION_HEALTH, class::RESOLUTION_FAMILY, class::NO_DAY_MISSED];
            draft.story.tellings[at].chance(Decision::Resolution) > 0.1 && draft.marks.has_any(at, &worded)
        });
        let lacks = draft.story.chance_to_lack(episode, &[Decision::Resolution]);
        if let Some(event) = draft.event_of(episode).filter(|_| !told && rule.is_sure(lacks)) {
            findings.push(rule.finding(draft.sentence(event), &[]));
        }
    }
}

/// `loaded-language`: dramatic words for the applicant's own setback.
pub(super) fn loaded_language(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    draft.report_stance(Decision::Loaded, &[], rule, findings);
}
