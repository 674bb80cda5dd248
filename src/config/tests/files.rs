//! Which file is found, and what it leads to.

use super::*;

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
