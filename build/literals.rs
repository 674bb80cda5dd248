//! The letters that a regular expression needs: wherever it matches, some of them stand.

use std::error::Error;

use regex_syntax::ParserBuilder;
use regex_syntax::hir::literal::{ExtractKind, Extractor, Seq};

/// The most literals: past them, shorter ones stand for several.
const MOST: usize = 32;

/// Letters with which all matches of `find` begin, or letters with which all end, whichever tell more; none if it may match
/// without any that could be listed. Of an expression that does not care for case, none is known: letters are looked for as they
/// are.
pub(super) fn of(find: &str) -> Result<Vec<String>, Box<dyn Error>> {
    if find.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Ok(Vec::new());
    }
    let parsed = ParserBuilder::new().unicode(false).build().parse(find)?;
    let ends = [ExtractKind::Prefix, ExtractKind::Suffix].map(|kind| {
        let mut extractor = Extractor::new();
        extractor.kind(kind).limit_total(MOST).extract(&parsed)
    });
    let best = ends
        .iter()
        .max_by_key(|found| shortest(found))
        .filter(|found| shortest(found) > 0);
    let letters = best.and_then(Seq::literals).unwrap_or_default().iter();
    let letters = letters.map(|letters| String::from_utf8(letters.as_bytes().to_vec()));
    // Half a character is no letter that could be looked for.
    let Ok(mut letters) = letters.collect::<Result<Vec<String>, _>>() else {
        return Ok(Vec::new());
    };
    letters.sort_unstable();
    letters.dedup();
    let holds_another = |long: &String| {
        letters
            .iter()
            .any(|short| short != long && long.contains(short.as_str()))
    };
    Ok(letters.iter().filter(|long| !holds_another(long)).cloned().collect())
}

/// How many letters the shortest of some literals has: the more, the seldomer they stand somewhere.
fn shortest(found: &Seq) -> usize {
    found.min_literal_len().unwrap_or(0)
}
