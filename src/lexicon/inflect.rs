//! Inflections of English verbs and nouns, so that the lexicon's files need only the plain word.

/// Irregular verbs: plain form, past, participle; `a/b` where two are in use.
const IRREGULAR_VERBS: &str = "\
arise arose arisen|awake awoke awoken|be was/were been|bear bore borne/born|beat beat beaten|become became become|\
befall befell befallen|begin began begun|bend bent bent|beset beset beset|bet bet bet|bind bound bound|bite bit bitten|\
bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought|build built built|\
burn burned/burnt burned/burnt|burst burst burst|buy bought bought|cast cast cast|catch caught caught|\
choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|\
dig dug dug|dive dived/dove dived|do did done|draw drew drawn|dream dreamed/dreamt dreamed/dreamt|drink drank drunk|\
drive drove driven|dwell dwelt/dwelled dwelt/dwelled|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|\
fight fought fought|find found found|fit fitted/fit fitted/fit|flee fled fled|fling flung flung|fly flew flown|\
forbid forbade forbidden|forego forewent foregone|foresee foresaw foreseen|forget forgot forgotten|\
forgive forgave forgiven|forsake forsook forsaken|freeze froze frozen|get got got/gotten|give gave given|go went gone|\
grind ground ground|grow grew grown|hang hung/hanged hung/hanged|have had had|hear heard heard|hide hid hidden|\
hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|\
lean leaned/leant leaned/leant|leap leaped/leapt leaped/leapt|learn learned/learnt learned/learnt|leave left left|\
lend lent lent|let let let|lie lay/lied lain/lied|light lit/lighted lit/lighted|lose lost lost|make made made|\
mean meant meant|meet met met|misread misread misread|mistake mistook mistaken|misunderstand misunderstood misunderstood|\
outgrow outgrew outgrown|overcome overcame overcome|overdo overdid overdone|overlook overlooked overlooked|\
oversee oversaw overseen|oversleep overslept overslept|overtake overtook overtaken|overthrow overthrew overthrown|\
pay paid paid|plead pleaded/pled pleaded/pled|prove proved proved/proven|put put put|quit quit/quitted quit/quitted|\
read read read|rebuild rebuilt rebuilt|redo redid redone|remake remade remade|resit resat resat|retake retook retaken|\
rethink rethought rethought|rewrite rewrote rewritten|rerun reran rerun|rid rid rid|ride rode ridden|ring rang rung|\
rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|\
sew sewed sewn/sewed|shake shook shaken|shed shed shed|shine shone/shined shone/shined|shoot shot shot|\
show showed shown/showed|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|\
sleep slept slept|slide slid slid|sling slung slung|slit slit slit|smell smelled/smelt smelled/smelt|\
speak spoke spoken|speed sped/speeded sped/speeded|spell spelled/spelt spelled/spelt|spend spent spent|\
spill spilled/spilt spilled/spilt|spin spun spun|spit spat spat|split split split|spoil spoiled/spoilt spoiled/spoilt|\
spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|\
strike struck struck/stricken|string strung strung|strive strove/strived striven/strived|swear swore sworn|\
sweep swept swept|swell swelled swollen/swelled|swim swam swum|swing swung swung|take took taken|teach taught taught|\
tear tore torn|tell told told|think thought thought|throw threw thrown|thrust thrust thrust|tread trod trodden|\
undergo underwent undergone|understand understood understood|undertake undertook undertaken|undo undid undone|\
uphold upheld upheld|upset upset upset|wake woke/waked woken/waked|wear wore worn|weave wove woven|\
weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|\
withstand withstood withstood|wring wrung wrung|write wrote written";

/// Verbs of several syllables that double their last consonant all the same, because the last syllable is stressed.
const DOUBLING: [&str; 40] = [
    "admit", "commit", "omit", "permit", "submit", "transmit", "remit", "refer", "prefer", "defer", "transfer",
    "infer", "confer", "occur", "incur", "recur", "concur", "regret", "forget", "begin", "control", "enrol", "enroll",
    "equip", "compel", "expel", "propel", "rebel", "repel", "excel", "impel", "abet", "allot", "rebut", "acquit",
    "outwit", "handicap", "program", "zigzag", "kidnap",
];

/// Irregular plurals.
const PLURALS: [(&str, &str); 36] = [
    ("man", "men"),
    ("woman", "women"),
    ("child", "children"),
    ("person", "people"),
    ("foot", "feet"),
    ("tooth", "teeth"),
    ("mouse", "mice"),
    ("life", "lives"),
    ("wife", "wives"),
    ("half", "halves"),
    ("self", "selves"),
    ("shelf", "shelves"),
    ("leaf", "leaves"),
    ("knife", "knives"),
    ("crisis", "crises"),
    ("diagnosis", "diagnoses"),
    ("analysis", "analyses"),
    ("thesis", "theses"),
    ("metastasis", "metastases"),
    ("stenosis", "stenoses"),
    ("thrombosis", "thromboses"),
    ("anastomosis", "anastomoses"),
    ("basis", "bases"),
    ("criterion", "criteria"),
    ("phenomenon", "phenomena"),
    ("embolus", "emboli"),
    ("thrombus", "thrombi"),
    ("nucleus", "nuclei"),
    ("fibroid", "fibroids"),
    ("curriculum", "curricula"),
    ("medium", "media"),
    ("datum", "data"),
    ("appendix", "appendices"),
    ("index", "indices"),
    ("series", "series"),
    ("species", "species"),
];

/// The forms of a verb: plain, -s, -ing, past, participle. `be` has all eight of its own.
#[must_use]
pub fn verb_forms(verb: &str) -> Vec<String> {
    if verb == "be" {
        return ["be", "am", "is", "are", "was", "were", "been", "being"]
            .map(str::to_owned)
            .to_vec();
    }
    let mut forms = vec![verb.to_owned(), third_person(verb), ing(verb)];
    match irregular(verb) {
        Some(past) => forms.extend(past),
        None => forms.push(past(verb)),
    }
    // British doubling beside the American form: traveled, travelled.
    if ends_in_single(verb, 'l') && !doubles(verb) {
        forms.push(format!("{verb}led"));
        forms.push(format!("{verb}ling"));
    }
    dedup(forms)
}

/// A noun and its plural.
#[must_use]
pub fn noun_forms(noun: &str) -> Vec<String> {
    dedup(vec![noun.to_owned(), plural(noun)])
}

fn dedup(mut forms: Vec<String>) -> Vec<String> {
    forms.sort_unstable();
    forms.dedup();
    forms
}

fn irregular(verb: &str) -> Option<Vec<String>> {
    IRREGULAR_VERBS.split('|').find_map(|row| {
        let mut parts = row.split(' ');
        (parts.next() == Some(verb)).then(|| parts.flat_map(|part| part.split('/')).map(str::to_owned).collect())
    })
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn ends_in_single(verb: &str, letter: char) -> bool {
    let bytes = verb.as_bytes();
    let count = bytes.len();
    verb.ends_with(letter) && count > 3 && is_vowel(bytes[count - 2]) && !is_vowel(bytes[count - 3])
}

/// Whether the last consonant doubles before -ed and -ing.
fn doubles(verb: &str) -> bool {
    if DOUBLING.contains(&verb) {
        return !verb.ends_with("ll");
    }
    let bytes = verb.as_bytes();
    let count = bytes.len();
    if count < 3 {
        return false;
    }
    let (last, middle, first) = (bytes[count - 1], bytes[count - 2], bytes[count - 3]);
    let syllables = bytes
        .windows(2)
        .filter(|pair| is_vowel(pair[0]) && !is_vowel(pair[1]))
        .count();
    let closed = !is_vowel(last) && !matches!(last, b'w' | b'x' | b'y') && is_vowel(middle) && !is_vowel(first);
    closed && syllables == 1
}

fn third_person(verb: &str) -> String {
    match verb {
        "have" => "has".to_owned(),
        "do" | "go" | "undergo" | "redo" | "undo" => format!("{verb}es"),
        _ => plural_ending(verb),
    }
}

fn plural_ending(word: &str) -> String {
    let bytes = word.as_bytes();
    let count = bytes.len();
    if word.ends_with('y') && count > 1 && !is_vowel(bytes[count - 2]) {
        return format!("{}ies", &word[..count - 1]);
    }
    if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") {
        return format!("{word}es");
    }
    format!("{word}s")
}

fn past(verb: &str) -> String {
    let bytes = verb.as_bytes();
    let count = bytes.len();
    if verb.ends_with('e') {
        format!("{verb}d")
    } else if verb.ends_with('y') && count > 1 && !is_vowel(bytes[count - 2]) {
        format!("{}ied", &verb[..count - 1])
    } else if doubles(verb) {
        format!("{verb}{}ed", char::from(bytes[count - 1]))
    } else {
        format!("{verb}ed")
    }
}

fn ing(verb: &str) -> String {
    let bytes = verb.as_bytes();
    let count = bytes.len();
    if verb.ends_with("ie") {
        format!("{}ying", &verb[..count - 2])
    } else if verb.ends_with('e')
        && !verb.ends_with("ee")
        && !verb.ends_with("oe")
        && !verb.ends_with("ye")
        && count > 2
    {
        format!("{}ing", &verb[..count - 1])
    } else if doubles(verb) || irregular_doubles(verb) {
        format!("{verb}{}ing", char::from(bytes[count - 1]))
    } else {
        format!("{verb}ing")
    }
}

fn irregular_doubles(verb: &str) -> bool {
    matches!(
        verb,
        "quit" | "resit" | "rerun" | "upset" | "beset" | "forbid" | "overrun"
    )
}

fn plural(noun: &str) -> String {
    if let Some((_, plural)) = PLURALS.iter().find(|(one, _)| *one == noun) {
        return (*plural).to_owned();
    }
    if let Some(stem) = noun.strip_suffix("man").filter(|stem| stem.len() > 2) {
        return format!("{stem}men");
    }
    if let Some(stem) = noun.strip_suffix("sis").filter(|stem| stem.len() > 3) {
        return format!("{stem}ses");
    }
    plural_ending(noun)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_inflect_as_they_are_written() {
        let has = |verb: &str, form: &str| assert!(verb_forms(verb).contains(&form.to_owned()), "{verb}: {form}");
        for (verb, forms) in [
            ("fail", "fails failed failing"),
            ("stop", "stopped stopping stops"),
            ("submit", "submitted submitting"),
            ("visit", "visited visiting"),
            ("study", "studied studies studying"),
            ("retake", "retook retaken retaking"),
            ("take", "took taken taking"),
            ("lie", "lying lay lain lied"),
            ("travel", "traveled travelled travelling"),
            ("enroll", "enrolled enrolling enrolls"),
            ("miss", "misses missed"),
            ("be", "am is are was were been being"),
            ("resit", "resat resitting"),
            ("play", "played plays"),
            ("need", "needed needing"),
            ("quit", "quit quitting quits"),
            ("see", "saw seen seeing"),
        ] {
            forms.split(' ').for_each(|form| has(verb, form));
        }
    }

    #[test]
    fn nouns_have_their_plurals() {
        for (noun, form) in [
            ("biopsy", "biopsies"),
            ("metastasis", "metastases"),
            ("thrombus", "thrombi"),
            ("clerkship", "clerkships"),
            ("shelf", "shelves"),
            ("policeman", "policemen"),
            ("exam", "exams"),
        ] {
            assert_eq!(plural(noun), form);
        }
    }
}
