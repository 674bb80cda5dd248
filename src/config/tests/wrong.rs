//! What is said of a configuration that is wrong, and where.

use super::*;

/// For each text: the words under the carets, and parts of message and help.
const WRONG: [(&str, &str, &str, &str); 35] = [
    ("limts = 3", "limts", "unknown key 'limts'", "'lints'"),
    ("fail-on = \"eror\"", "\"eror\"", "unknown value of fail-on", "'error'"),
    (
        "min-confidence = \"hihg\"",
        "\"hihg\"",
        "unknown value of min-confidence",
        "'high'",
    ),
    (
        "min-confidence = 0.8",
        "0.8",
        "a number can not stand here",
        "\"medium\"",
    ),
    (
        "baseline = \"\"",
        "\"\"",
        "the baseline has no name",
        "essaylint-baseline.json",
    ),
    (
        "baseline = true",
        "true",
        "true or false can not stand here",
        "essaylint-baseline.json",
    ),
    ("fail-on = 3", "3", "a number can not stand here", "\"never\""),
    (
        "fail-on = \"warning\"\nfail-on = \"note\"",
        "fail-on",
        "duplicate key",
        "name = value",
    ),
    (
        "[lints]\nblam = \"off\"",
        "blam",
        "unknown lint or group 'blam'",
        "'blame'",
    ),
    (
        "[lints]\nspeling = \"off\"",
        "speling",
        "unknown lint or group",
        "accountability",
    ),
    ("[lints]\nblame = \"of\"", "\"of\"", "unknown severity 'of'", "'off'"),
    (
        "[lints]\nblame = false",
        "false",
        "true or false can not stand here",
        "\"off\"",
    ),
    ("lints = \"off\"", "\"off\"", "a text can not stand here", "[lints]"),
    (
        "[lints.confession-length]\nsentences = 2",
        "sentences",
        "unknown threshold 'sentences' of 'confession-length'",
        "share-other",
    ),
    (
        "[lints.confession-length]\nshare-others = 0.5",
        "share-others",
        "unknown threshold",
        "'share-other'",
    ),
    (
        "[lints.confession-length]\nshare-other = 60",
        "60",
        "can not be 60",
        "from 0 to 1",
    ),
    (
        "[lints.confession-length]\nshare-sentences = 2.5",
        "2.5",
        "can not be 2.5",
        "whole number",
    ),
    (
        "[lints.repeated-disclosure]\nwords = -1",
        "-1",
        "can not be -1",
        "0 or more",
    ),
    (
        "[lints.repeated-disclosure]\nwords = \"8\"",
        "\"8\"",
        "a text can not stand here",
        "without quotes",
    ),
    (
        "[lints.blame]\nwords = 8",
        "words",
        "unknown threshold 'words' of 'blame'",
        "severity",
    ),
    ("[lints.draft]\nwords = 8", "words", "is a group", "severity alone"),
    ("[[documents]]\nglob = \"*.md\"", "[[documents]]", "no 'kind'", "kind ="),
    (
        "[[documents]]\nkind = \"experience\"",
        "[[documents]]",
        "no 'glob'",
        "glob =",
    ),
    (
        "[documents]\nglob = \"*.md\"",
        "[documents]",
        "a table can not stand here",
        "[[documents]]",
    ),
    (
        "documents = [{ glob = '[a', kind = 'experience' }]",
        "'[a'",
        "is no glob",
        "'**'",
    ),
    (
        "documents = [{ glob = '../a', kind = 'experience' }]",
        "'../a'",
        "can fit no file",
        "below it",
    ),
    (
        "documents = [{ glob = 'a', kind = 'experiance' }]",
        "'experiance'",
        "unknown document kind",
        "'experience'",
    ),
    (
        "documents = [{ glob = 'a', kinds = 'experience' }]",
        "kinds",
        "unknown key 'kinds'",
        "'kind'",
    ),
    (
        "[words]\nexams = [\"FMGE\"]",
        "exams",
        "unknown class of words 'exams'",
        "'exam'",
    ),
    (
        "[words]\nnumber = [\"umpteen\"]",
        "number",
        "unknown class of words",
        "",
    ),
    ("[words]\nexam = [\"(the)\"]", "\"(the)\"", "not optional", "README"),
    (
        "[words]\nexam = [\"FMGE\", \"a <exm>\"]",
        "\"a <exm>\"",
        "unknown class of words 'exm'",
        "'exam'",
    ),
    (
        "[words]\nexam = [\"a ..9 b ..9 c ..9 d ..9 e\"]",
        "\"a ..9 b ..9 c ..9 d ..9 e\"",
        "too many ways",
        "fewer gaps",
    ),
    (
        "[words]\nexam = [\"<exam> zorp\"]",
        "exam",
        "refers to itself",
        "lead back",
    ),
    (
        "phrases = \"own\"",
        "\"own\"",
        "the folder 'own' can not be read: it does not exist",
        "begins at the folder",
    ),
];

#[test]
fn what_is_wrong_is_shown_where_it_stands_with_the_way_out() {
    for (text, words, message, help) in WRONG {
        let error = read(text).unwrap_err();
        let span = error.span.unwrap();
        assert_eq!(span.of(text), words, "{text}\n{error}");
        assert!(error.message.contains(message), "{text}\n{error}");
        assert!(error.help.contains(help), "{text}\n{error}");
        let at = error.position().unwrap();
        assert!(
            error
                .to_string()
                .contains(&format!("d/essaylint.toml:{}:{}", at.line, at.column)),
            "{error}"
        );
        for said in [&error.message, &error.help] {
            assert!(!said.ends_with('.') && !said.starts_with(char::is_uppercase), "{said}");
        }
    }
}

#[test]
fn an_own_lint_is_checked_in_its_own_file() {
    let changes = [
        (
            "id = \"my-words\"",
            "id = \"blame\"",
            "\"blame\"",
            "a lint is called 'blame' already",
        ),
        (
            "id = \"my-words\"",
            "id = \"draft\"",
            "\"draft\"",
            "a group is called 'draft'",
        ),
        (
            "id = \"my-words\"",
            "id = \"My Words\"",
            "\"My Words\"",
            "no name of a lint",
        ),
        (
            "group = \"mine\"",
            "group = \"blame\"",
            "\"blame\"",
            "a lint is called 'blame'",
        ),
        (
            "severity = \"note\"",
            "severity = \"off\"",
            "\"off\"",
            "unknown severity 'off'",
        ),
        (
            "severity = \"note\"",
            "severity = \"note\"\nconfidence = \"sure\"",
            "\"sure\"",
            "unknown confidence 'sure'",
        ),
        (
            "scope = \"passage\"",
            "scope = \"document\"",
            "\"document\"",
            "can not be 'document'",
        ),
        (
            "[\"personal-statement\"]",
            "[\"letter\"]",
            "\"letter\"",
            "unknown document kind",
        ),
        ("[\"personal-statement\"]", "[]", "[]", "never speak"),
        (
            "help = \"say it another way\"",
            "help = \"\"",
            "\"\"",
            "'help' is empty",
        ),
        ("help = ", "helps = ", "helps", "unknown key 'helps'"),
        ("help = ", "[thresholds]\nhelp = ", "thresholds", "no 'thresholds'"),
        ("\"at the end of the day\"", "\"(end)\"", "\"(end)\"", "not optional"),
        ("\"at the end of the day\"", "3", "3", "expected a string"),
        (
            "«At the end of the day»",
            "At the end of the day",
            "[[example]]",
            "shows nothing",
        ),
    ];
    for (old, new, words, message) in changes {
        let text = OWN.replace(old, new);
        assert_ne!(text, OWN, "{old}");
        let error = read_with("phrases = \"lints\"", &[&text]).unwrap_err();
        assert_eq!(error.path, "d/lints/0.toml");
        assert_eq!(error.span.unwrap().of(&text), words, "{error}");
        assert!(error.message.contains(message), "{error}");
    }
    let missing = OWN.replace("help = \"say it another way\"\n", "");
    let error = read_with("phrases = \"lints\"", &[&missing]).unwrap_err();
    assert!(error.message.contains("missing field `help`"), "{error}");
    let error = read_with("phrases = \"lints\"", &[OWN, OWN]).unwrap_err();
    assert_eq!(
        (error.path.as_str(), error.message.as_str()),
        ("d/lints/1.toml", "a lint is called 'my-words' already")
    );
    let error = read_with("phrases = \"lints\"", &[]).unwrap_err();
    assert!(error.message.contains("holds no lint file"), "{error}");
}
