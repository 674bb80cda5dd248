//! A main clause where a relative one is meant: I saw nine patients, most of them spoke only Tagalog.

use crate::grammar::Slip;
use crate::grammar::language::clause::Sentence;
use crate::grammar::language::token::Tags;

/// I saw nine patients, most of them spoke only Tagalog.
pub fn check(sentence: &Sentence<'_>, slips: &mut Vec<Slip>) {
    for at in 1..sentence.tokens.len() {
        let counts = sentence.before_is(at, &[","]) && sentence.at_in(at, "counts-some");
        if counts && sentence.at_is(at + 1, &["of"]) && sentence.at_is(at + 2, &["them"]) {
            slips.extend(judge(sentence, at));
        }
    }
}

fn judge(sentence: &Sentence<'_>, at: usize) -> Option<Slip> {
    let verb = &sentence.tokens[sentence.group_starting(at + 3).filter(|group| group.is_finite())?.first];
    // "Most of them treated at home" has a participle, "When I came, most of them slept" a main clause.
    let sure = verb.is_be() || verb.reads("had") || !verb.may.any(Tags::PARTICIPLE | Tags::NOMINAL);
    let main = sentence.finite().any(|group| group.end < at)
        && !sentence.at_in(0, "dropped-subordinators")
        && !sentence.at_can(0, Tags::PREPOSITION | Tags::WH);
    let put = vec!["whom".to_owned(), "which".to_owned()];
    let message = "after the comma goes on a relative clause: \"of whom\", \"of which\"";
    (sure && main).then(|| sentence.slip("relative-splice", at + 2, at + 3, message, put))
}
