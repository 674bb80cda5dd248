use super::*;
use crate::lints::finding::{Finding, Severity};
use crate::source::{KindSayings, Source, Syntax};

const OWN: &str = r#"
id = "my-words"
group = "mine"
severity = "note"
scope = "passage"
kinds = ["personal-statement"]
message = "\"{words}\" again"
help = "say it another way"
phrases = ["at the end of the day", "take~v it to the next level"]

[[example]]
kind = "personal-statement"
fires = "«At the end of the day» we sew."
"#;

fn no_lints(_: &str) -> Result<Vec<LintText>, String> {
    Err("it does not exist".to_owned())
}

fn read(text: &str) -> Result<Config, ConfigError> {
    Config::read(text, "d/essaylint.toml", no_lints)
}

fn read_with(text: &str, own: &[&str]) -> Result<Config, ConfigError> {
    let files = own.iter().enumerate().map(|(number, text)| LintText {
        name: format!("d/lints/{number}.toml"),
        text: (*text).to_owned(),
    });
    let files: Vec<LintText> = files.collect();
    Config::read(text, "d/essaylint.toml", |_| Ok(files.clone()))
}

fn findings(config: &Config, text: &str) -> Vec<Finding> {
    let source = Source::new("t.md", text.to_owned(), Syntax::Markdown, KindSayings::default()).unwrap();
    crate::lint(source, &config.settings()).findings
}

fn of<'f>(findings: &'f [Finding], lint: &str) -> Vec<&'f Finding> {
    findings.iter().filter(|finding| finding.lint == lint).collect()
}

const SLOT: &str = "I was at [Medical Center] in May.";

#[test]
fn an_empty_configuration_changes_nothing() {
    let config = read("").unwrap();
    assert_eq!(config.fail_on(), None);
    assert_eq!(config.kind_of(Path::new("d/a.md")), None);
    assert_eq!(findings(&config, SLOT), findings(&Config::default(), SLOT));
}

#[test]
fn lints_are_set_by_name_and_what_is_said_of_a_lint_counts_more_than_its_group() {
    let config = read("fail-on = \"never\"\n[lints]\nplaceholder = \"note\"\ndraft = \"off\"\n").unwrap();
    assert_eq!(config.fail_on(), Some(FailOn::Never));
    let found = findings(&config, SLOT);
    assert_eq!(of(&found, "placeholder")[0].severity, Severity::Note);
    assert!(of(&found, "field-limit").is_empty(), "its group is off");
    let config = read("lints.draft.severity = \"error\"\nlints.placeholder = \"off\"").unwrap();
    let found = findings(&config, SLOT);
    assert!(of(&found, "placeholder").is_empty());
    assert_eq!(of(&found, "field-limit")[0].severity, Severity::Error);
}

#[test]
fn thresholds_are_set_by_their_names_in_the_lint_s_file() {
    let config = read("[lints.field-limit]\nwords-personal-statement-low = 3\n").unwrap();
    assert!(of(&findings(&config, SLOT), "field-limit").is_empty());
    let config = read("[lints.field-limit]\nseverity = \"warning\"\ncharacters-personal-statement = 10\n").unwrap();
    assert!(
        of(&findings(&config, SLOT), "field-limit")
            .iter()
            .all(|finding| finding.severity == Severity::Warning)
    );
}

#[test]
fn documents_have_their_kinds_and_the_last_glob_counts() {
    let text = "[[documents]]\nglob = \"*.md\"\nkind = \"experience\"\n[[documents]]\nglob = \"talk/**\"\nkind = \"interview-answer\"\n";
    let config = read(text).unwrap();
    assert_eq!(config.kind_of(Path::new("d/x/a.md")), Some(Kind::Experience));
    assert_eq!(config.kind_of(Path::new("d/talk/a.md")), Some(Kind::InterviewAnswer));
    assert_eq!(config.kind_of(Path::new("d/a.txt")), None);
    assert_eq!(config.kind_of(Path::new("e/a.md")), None, "not below the folder");
}

#[test]
fn own_words_inflect_as_their_class_does() {
    let config = read("[words]\nexam = [\"zorpian paper\"]\n").unwrap();
    let text = "I failed two Zorpian papers in May.".to_owned();
    let source = Source::new("t.md", text, Syntax::Markdown, KindSayings::default()).unwrap();
    let draft = crate::lint(source, &config.settings()).draft;
    let exam = draft.marks.in_sentence(0, crate::lexicon::class::EXAM).next().unwrap();
    assert_eq!(draft.prose.span(exam.words).of(draft.source.text()), "Zorpian papers");
}

#[test]
fn own_lints_report_their_phrases_and_are_set_like_others() {
    let text = "phrases = \"lints\"\n";
    let draft = "At the end of the day I took it to the next level.";
    let found = findings(&read_with(text, &[OWN]).unwrap(), draft);
    let words: Vec<&str> = of(&found, "my-words")
        .iter()
        .map(|finding| finding.span.of(draft))
        .collect();
    assert_eq!(words, ["At the end of the day", "took it to the next level"]);
    let text = "phrases = \"lints\"\n[lints]\nmine = \"error\"\n";
    let found = findings(&read_with(text, &[OWN]).unwrap(), draft);
    assert_eq!(of(&found, "my-words")[0].severity, Severity::Error);
    assert_eq!(of(&found, "my-words")[0].message, "\"At the end of the day\" again");
}

/// For each text: the words under the carets, and parts of message and help.
const WRONG: [(&str, &str, &str, &str); 31] = [
    ("limts = 3", "limts", "unknown key 'limts'", "'lints'"),
    ("fail-on = \"eror\"", "\"eror\"", "unknown value of fail-on", "'error'"),
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
        "[lints]\ngrammar = \"off\"",
        "grammar",
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
        "[words]",
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

#[test]
fn own_lints_stand_without_a_configuration_too() {
    let file = LintText {
        name: "my-words.toml".to_owned(),
        text: OWN.to_owned(),
    };
    let config = Config::of_lints(&[file]).unwrap();
    assert_eq!(
        of(&findings(&config, "At the end of the day we sew."), "my-words").len(),
        1
    );
}

#[test]
fn the_nearest_file_upwards_is_found_and_read_with_its_lints() {
    let folder = tempfile::tempdir().unwrap();
    let at = |path: &str| folder.path().join(path);
    std::fs::create_dir_all(at("a/b/own")).unwrap();
    std::fs::write(at("essaylint.toml"), "").unwrap();
    std::fs::write(
        at("a/essaylint.toml"),
        "phrases = \"b/own\"\ndocuments = [{ glob = \"b/*.md\", kind = \"experience\" }]",
    )
    .unwrap();
    std::fs::write(at("a/b/own/my-words.toml"), OWN).unwrap();
    std::fs::write(at("a/b/own/notes.md"), "no lint").unwrap();
    std::fs::write(at("a/b/x.md"), "At the end of the day we sew.").unwrap();

    let found = find(&at("a/b/x.md")).unwrap();
    assert!(found.ends_with("a/essaylint.toml"), "{}", found.display());
    assert_eq!(find(&at("a/b")), Some(found.clone()), "from a folder");
    assert_eq!(
        find(&at("a/b/../b/new.md")),
        Some(found.clone()),
        "for a file that is not there yet"
    );
    assert!(find(&at("x.md")).is_some_and(|path| path.ends_with("essaylint.toml") && path != found));

    let config = load(&found).unwrap();
    assert_eq!(config.kind_of(&at("a/b/x.md")), Some(Kind::Experience));
    assert_eq!(config.kind_of(&at("x.md")), None);
    assert!(config.settings().rules.knows("my-words"));
    assert!(load_lints(&at("a/b/own")).unwrap().settings().rules.knows("my-words"));
    assert!(load_lints(&at("a/b/own/my-words.toml")).is_ok());
}

#[test]
fn a_file_that_can_not_be_read_is_a_plain_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(NAME);
    let error = load(&path).unwrap_err();
    assert!(
        error.message.contains("it does not exist") && error.span.is_none(),
        "{error}"
    );
    std::fs::write(&path, b"fail-on = \"\xff\"").unwrap();
    assert!(load(&path).unwrap_err().message.contains("not UTF-8"));
    assert!(load(folder.path()).unwrap_err().message.contains("it is a folder"));
}
