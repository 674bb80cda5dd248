//! British spellings of American words: the lexicon is written in American, drafts come from everywhere.

/// Endings of American words and how they are spelt elsewhere.
const ENDINGS: [(&str, &str); 18] = [
    ("ization", "isation"),
    ("izations", "isations"),
    ("ize", "ise"),
    ("izes", "ises"),
    ("ized", "ised"),
    ("izing", "ising"),
    ("yze", "yse"),
    ("yzed", "ysed"),
    ("yzing", "ysing"),
    ("enter", "entre"),
    ("enters", "entres"),
    ("fiber", "fibre"),
    ("ense", "ence"),
    ("program", "programme"),
    ("programs", "programmes"),
    ("judgment", "judgement"),
    ("skillful", "skilful"),
    ("fulfill", "fulfil"),
];

/// Pieces of American words and how they are spelt elsewhere.
const PIECES: [(&str, &str); 35] = [
    ("color", "colour"),
    ("honor", "honour"),
    ("behavior", "behaviour"),
    ("labor", "labour"),
    ("tumor", "tumour"),
    ("favor", "favour"),
    ("humor", "humour"),
    ("rumor", "rumour"),
    ("vigor", "vigour"),
    ("endeavor", "endeavour"),
    ("neighbor", "neighbour"),
    ("hemo", "haemo"),
    ("hemorr", "haemorr"),
    ("hema", "haema"),
    ("emia", "aemia"),
    ("pedia", "paedia"),
    ("orthoped", "orthopaed"),
    ("esophag", "oesophag"),
    ("edema", "oedema"),
    ("anesth", "anaesth"),
    ("gynec", "gynaec"),
    ("diarrhea", "diarrhoea"),
    ("cesarean", "caesarean"),
    ("fetal", "foetal"),
    ("leukem", "leukaem"),
    ("practic", "practis"),
    ("licens", "licenc"),
    ("enroll", "enrol"),
    ("skeptic", "sceptic"),
    ("gray", "grey"),
    ("artifact", "artefact"),
    ("maneuver", "manoeuvre"),
    ("catalog", "catalogue"),
    ("counselor", "counsellor"),
    ("checkbook", "chequebook"),
];

/// The other spellings of `word`, if it has any.
#[must_use]
pub fn variants(word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (american, british) in PIECES {
        if let Some(at) = word.find(american) {
            found.push(format!("{}{british}{}", &word[..at], &word[at + american.len()..]));
        }
    }
    for (american, british) in ENDINGS {
        if let Some(stem) = word.strip_suffix(american)
            && (!stem.is_empty() || american.len() > 5)
        {
            found.push(format!("{stem}{british}"));
        }
    }
    // A word may differ twice: hematologization, colorize.
    if let Some(twice) = found.first().cloned() {
        for (american, british) in ENDINGS {
            if let Some(stem) = twice.strip_suffix(american) {
                found.push(format!("{stem}{british}"));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::variants;

    #[test]
    fn american_words_have_their_british_spellings() {
        for (american, british) in [
            ("embolization", "embolisation"),
            ("hemorrhage", "haemorrhage"),
            ("tumors", "tumours"),
            ("pediatrics", "paediatrics"),
            ("apologized", "apologised"),
            ("practiced", "practised"),
            ("defense", "defence"),
            ("anesthesiology", "anaesthesiology"),
            ("center", "centre"),
        ] {
            let found = variants(american);
            assert!(found.contains(&british.to_owned()), "{american}: {found:?}");
        }
        assert!(variants("failed").is_empty());
    }
}
