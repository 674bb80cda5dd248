//! Disclosure: how a red flag is told.

use crate::draft::Draft;
use crate::lexicon::class;
use crate::source::{Kind, Span};
use crate::story::decision::Decision;
use crate::story::field;
use crate::story::plot::whole_sentences;
use crate::story::time_away::{self, Missing};
use crate::story::{Episode, Flag, Voice};

use super::finding::{Finding, Related, Severity};
use super::rule::Rule;

/// The sentences of an episode that only confess, fragments not counted.
fn confession(draft: &Draft, episode: &Episode) -> Vec<usize> {
    let mut sentences = whole_sentences(&draft.prose, episode);
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

/// How likely the sentences beyond the limit must be confession at least, if their number is to be complained of.
const PERHAPS: f32 = 0.1;

/// `confession-length`: too many sentences that only confess, in one episode or in the whole text.
pub(super) fn confession_length(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let limit = rule.count(&format!("sentences-{}", draft.kind()));
    let before = findings.len();
    for (episode, rule) in draft.sure_of(Decision::Confession, rule) {
        let over = draft
            .story
            .chance_of_confession_over(&whole_sentences(&draft.prose, episode), limit);
        if let Some(event) = draft.event_of(episode).filter(|_| over > PERHAPS) {
            findings.push(long_confession(draft, &rule, episode, event, limit));
        }
    }
    if findings.len() == before {
        findings.extend(wide_confession(draft, rule));
    }
}

fn long_confession(draft: &Draft, rule: &Rule<'_>, episode: &Episode, event: usize, limit: usize) -> Finding {
    let told = confession(draft, episode);
    let grown = episode.sentences.iter().filter(|&&at| {
        let roles = draft.story.tellings[at].roles;
        !roles.is_empty() && !roles.is_confession()
    });
    let slots = [
        ("confession", told.len().to_string()),
        ("growth", grown.count().to_string()),
    ];
    let slots = slots.each_ref().map(|(name, value)| (*name, value.as_str()));
    let span = draft.sentence(event);
    let mut finding = if told.len() > limit.max(1) {
        rule.finding(span, &slots)
    } else {
        rule.finding_saying("crowded", span, &slots)
    };
    finding.related = told
        .iter()
        .filter(|&&at| at != event)
        .map(|&at| Related {
            span: draft.sentence(at),
            message: "this tells what went wrong, too".to_owned(),
        })
        .collect();
    finding
}

/// The finding on a text of whose words too large a share confesses.
fn wide_confession(draft: &Draft, rule: &Rule<'_>) -> Option<Finding> {
    let counted = |episode: &&Episode| episode.flag != Flag::SpecialtySwitch || laments(draft, episode);
    let episodes: Vec<(&Episode, Vec<usize>)> = draft
        .story
        .episodes
        .iter()
        .filter(counted)
        .map(|episode| (episode, confession(draft, episode)))
        .collect();
    let words = |at: &usize| draft.prose.sentences()[*at].words.len();
    let all: usize = (0..draft.prose.sentences().len()).map(|at| words(&at)).sum();
    let told: usize = episodes.iter().flat_map(|(_, told)| told).map(words).sum();
    let sentences: usize = episodes.iter().map(|(_, told)| told.len()).sum();
    let (name, enough) = match draft.kind() {
        Kind::PersonalStatement => ("share-personal-statement", 1),
        _ => ("share-other", rule.count("share-sentences")),
    };
    #[allow(clippy::cast_precision_loss, reason = "counts of words")]
    let share = told as f64 / all.max(1) as f64;
    if share <= rule.threshold(name) || sentences < enough {
        return None;
    }
    let (longest, _) = episodes.iter().max_by_key(|(_, told)| told.len())?;
    let percent = format!("{:.0}%", share * 100.0);
    let event = draft.event_of(longest)?;
    Some(rule.finding_saying("share", draft.sentence(event), &[("percent", &percent)]))
}

/// `leads-with-red-flag`: the first paragraph is mainly about a red flag.
pub(super) fn leads_with_red_flag(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let Some(paragraph) = draft.body().next() else { return };
    let opens = |episode: &Episode| {
        let opening = episode.sentences.iter().copied();
        let opening: Vec<usize> = opening.filter(|at| paragraph.sentences.contains(at)).collect();
        let event = opening
            .iter()
            .find(|&&at| draft.story.tellings[at].roles.has(Decision::Event));
        event.or(opening.first()).copied()
    };
    let leading = draft.sure_of(Decision::Leads, rule);
    let leading = leading.filter_map(|(episode, rule)| Some((opens(episode)?, episode.chance(Decision::Leads), rule)));
    if let Some((at, _, rule)) = leading.max_by(|a, b| a.1.total_cmp(&b.1)) {
        findings.push(rule.finding(draft.sentence(at), &[]));
    }
}

/// `stacked-red-flags`: the second of two red flags that each take two or more confession sentences. The surest one is
/// reported.
pub(super) fn stacked_red_flags(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let chance = |episode: &Episode| episode.chance(Decision::Stacked);
    let stacked = draft.sure_of(Decision::Stacked, rule);
    let surest = stacked.max_by(|(a, _), (b, _)| chance(a).total_cmp(&chance(b)));
    let Some((second, rule)) = surest else { return };
    let over = |episode: &Episode| {
        let sentences = whole_sentences(&draft.prose, episode);
        draft.story.chance_of_confession_over(&sentences, 1)
    };
    let others = draft
        .story
        .episodes
        .iter()
        .take_while(|episode| !std::ptr::eq(*episode, second));
    let first = others.max_by(|a, b| over(a).total_cmp(&over(b)));
    if let (Some(first), Some(event)) = (first, draft.event_of(second)) {
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

/// `repeated-disclosure`: a later, separate passage tells the event or a cause again. Of each passage the surest sentence
/// is reported.
pub(super) fn repeated_disclosure(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let chance = |at: usize| draft.story.tellings[at].chance(Decision::Retells);
    let is_long = |at: usize| draft.prose.sentences()[at].words.len() > rule.count("words");
    let again = (0..draft.story.tellings.len()).filter(|&at| {
        let telling = &draft.story.tellings[at];
        telling.voice == Voice::Own && is_long(at) && rule.is_sure(chance(at))
    });
    let again: Vec<usize> = again.collect();
    for passage in again.chunk_by(|before, at| at - before <= 2) {
        let surer = |a: &usize, b: &usize| chance(*a).total_cmp(&chance(*b)).then(b.cmp(a));
        let Some(at) = passage.iter().copied().max_by(surer) else {
            continue;
        };
        let Some((episode, event)) = told_before(draft, at) else {
            continue;
        };
        let rule = rule.at(chance(at));
        let mut finding = rule.finding(draft.sentence(at), &[("flag", episode.flag.spoken())]);
        finding.related.push(Related {
            span: draft.sentence(event),
            message: "the red flag is told here".to_owned(),
        });
        findings.push(finding);
    }
}

/// The episode that a sentence tells again, its own if it is in one, and the sentence before that tells it most surely.
fn told_before(draft: &Draft, at: usize) -> Option<(&Episode, usize)> {
    let story = &draft.story;
    let own = story.tellings[at].episode.map(|number| &story.episodes[number]);
    let before = |episode: &Episode| {
        let earlier = episode.sentences.iter().copied().filter(|&other| other < at);
        let event = |at: usize| story.tellings[at].chance_of_event();
        earlier.max_by(|&a, &b| event(a).total_cmp(&event(b)).then(b.cmp(&a)))
    };
    let mut episodes = own.into_iter().chain(&story.episodes);
    episodes.find_map(|episode| Some((episode, before(episode)?)))
}

/// `undated-gap`: a gap without a start or anchor, an end or length, or an activity.
pub(super) fn undated_gap(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let is_away = |episode: &Episode| episode.flag.is_time() || draft.story.cause_of(&draft.marks, episode).is_some();
    for (episode, rule) in draft
        .sure_of(Decision::Undated, rule)
        .filter(|(episode, _)| is_away(episode))
    {
        let Some(event) = draft.event_of(episode) else { continue };
        let missing: Vec<&str> = time_away::missing(&draft.prose, &draft.marks, &draft.story, episode)
            .into_iter()
            .map(Missing::spoken)
            .collect();
        // Dates of something else may stand where those of the time away are wanting.
        let message = if missing.is_empty() { "unclear" } else { "" };
        let slots = [("missing", &*listed(&missing))];
        findings.push(rule.finding_saying(message, draft.sentence(event), &slots));
    }
}

/// "its start, its end or length and what you did in it".
fn listed(parts: &[&str]) -> String {
    match parts {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        parts => parts.join(""),
    }
}

/// `health-detail`: private details of the applicant's health.
pub(super) fn health_detail(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    let first = findings.len();
    draft.report_stance(Decision::HealthDetail, &[], rule, findings);
    for finding in findings
        .iter_mut()
        .skip(first)
        .filter(|finding| is_road(draft, finding.span))
    {
        let words = finding.span.of(draft.source.text());
        let milder = rule.finding_saying("road", finding.span, &[("words", words)]);
        *finding = Finding {
            severity: rule.severity_or(Severity::Note),
            confidence: finding.confidence,
            ..milder
        };
    }
}

/// Whether words stand in no episode, and in a paragraph that comes to IR: an illness told as the road there.
fn is_road(draft: &Draft, words: Span) -> bool {
    let at = draft
        .prose
        .sentences()
        .partition_point(|sentence| sentence.span.end() <= words.start());
    let Some(sentence) = draft.prose.sentences().get(at) else {
        return false;
    };
    let mut paragraph = draft.prose.paragraphs()[sentence.paragraph].sentences.clone();
    draft.story.tellings[at].episode.is_none() && paragraph.any(|at| field::is_plainly_ir(&draft.marks, at))
}

/// `missing-resolution`: an episode caused by health, family or bereavement that does not say that it is over.
pub(super) fn missing_resolution(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    for (episode, rule) in draft.sure_of(Decision::LacksResolution, rule) {
        if let Some(event) = draft.event_of(episode) {
            findings.push(rule.finding(draft.sentence(event), &[]));
        }
    }
}

/// `loaded-language`: dramatic words for the applicant's own setback.
pub(super) fn loaded_language(draft: &Draft, rule: &Rule<'_>, findings: &mut Vec<Finding>) {
    draft.report_stance(Decision::Loaded, &[], rule, findings);
}
