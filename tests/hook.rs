//! `essaylint hook` and `--staged`, with the real git: what is staged is linted, and no hook of anybody else is touched.

#![allow(clippy::unwrap_used, reason = "a test fails by them")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

const WEAK: &str = "At [Program Name] I placed ports.\n";
const MENDED: &str = "At Riverside I placed ports.\n";

/// A repository of its own, that no settings of the tester reach.
struct Repository {
    folder: TempDir,
}

impl Repository {
    fn new() -> Self {
        let repository = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        repository.git(&["init", "-q"]);
        repository
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Output {
        self.run_in("", program, arguments)
    }

    fn run_in(&self, folder: &str, program: &str, arguments: &[&str]) -> Output {
        Command::new(program)
            .args(arguments)
            .current_dir(self.path().join(folder))
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CEILING_DIRECTORIES", self.path().parent().unwrap())
            .env("GIT_AUTHOR_NAME", "A. Applicant")
            .env("GIT_AUTHOR_EMAIL", "a@example.org")
            .env("GIT_COMMITTER_NAME", "A. Applicant")
            .env("GIT_COMMITTER_EMAIL", "a@example.org")
            .env_remove("GIT_DIR")
            .env_remove("GIT_INDEX_FILE")
            .output()
            .unwrap()
    }

    fn git(&self, arguments: &[&str]) -> Output {
        self.run("git", arguments)
    }

    fn essaylint(&self, arguments: &[&str]) -> Output {
        self.run(env!("CARGO_BIN_EXE_essaylint"), arguments)
    }

    fn hook(&self) -> PathBuf {
        self.path().join(".git/hooks/pre-commit")
    }
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_commit_with_a_weak_draft_is_refused_until_it_is_mended() {
    let repository = Repository::new();
    let installed = repository.essaylint(&["hook", "install"]);
    assert!(installed.status.success(), "{}", err(&installed));
    repository.write("essaylint.toml", "fail-on = \"error\"\n");
    repository.write("statement.md", WEAK);
    repository.write("notes.rs", "[Program Name]");
    repository.git(&["add", "."]);
    // This is the first commit of the repository: there is no HEAD yet.
    let refused = repository.git(&["commit", "-m", "Add a draft"]);
    assert!(!refused.status.success());
    let told = out(&refused) + &err(&refused);
    assert!(
        told.contains("error[placeholder]") && told.contains("statement.md:1:4"),
        "{told}"
    );
    repository.write("statement.md", MENDED);
    repository.git(&["add", "."]);
    let taken = repository.git(&["commit", "-m", "Add a draft"]);
    assert!(taken.status.success(), "{}{}", out(&taken), err(&taken));
}

#[test]
fn what_is_staged_counts_and_not_what_lies_in_the_folder() {
    let repository = Repository::new();
    repository.write("my drafts/statement.md", WEAK);
    repository.write("other/letter.txt", MENDED);
    repository.git(&["add", "."]);
    repository.write("my drafts/statement.md", MENDED);
    repository.write("other/letter.txt", WEAK);
    let staged = ["--staged", "--format", "short", "--select", "placeholder"];
    let found = repository.essaylint(&staged);
    assert_eq!(found.status.code(), Some(1));
    assert_eq!(
        out(&found),
        "my drafts/statement.md:1:4: error[placeholder] \"[Program Name]\" is still an open slot\n"
    );
    let inside = repository.run_in("other", env!("CARGO_BIN_EXE_essaylint"), &staged);
    assert!(
        out(&inside).starts_with("../my drafts/statement.md:1:4"),
        "{}",
        out(&inside)
    );
    let limited = repository.essaylint(&[&staged[..], &["other"]].concat());
    assert_eq!((limited.status.code(), out(&limited)), (Some(0), String::new()));
    repository.git(&["commit", "-q", "-m", "Add drafts"]);
    let nothing = repository.essaylint(&staged);
    assert_eq!(
        (nothing.status.code(), out(&nothing)),
        (Some(0), String::new()),
        "nothing is staged"
    );
}

#[test]
fn a_hook_of_somebody_else_is_never_touched() {
    let repository = Repository::new();
    fs::create_dir_all(repository.hook().parent().unwrap()).unwrap();
    fs::write(repository.hook(), "#!/bin/sh\nexit 0\n").unwrap();
    for command in ["install", "uninstall"] {
        let refused = repository.essaylint(&["hook", command]);
        assert_eq!(refused.status.code(), Some(2));
        assert!(err(&refused).contains("is left as it is"), "{}", err(&refused));
        assert_eq!(fs::read_to_string(repository.hook()).unwrap(), "#!/bin/sh\nexit 0\n");
    }
}

#[test]
fn a_hook_comes_and_goes() {
    let repository = Repository::new();
    repository.git(&["config", "core.hooksPath", "my hooks"]);
    let hook = repository.path().join("my hooks/pre-commit");
    for command in ["install", "install"] {
        assert!(repository.essaylint(&["hook", command]).status.success());
        assert!(hook.exists() && !repository.hook().exists());
    }
    for command in ["uninstall", "uninstall"] {
        assert!(repository.essaylint(&["hook", command]).status.success());
        assert!(!hook.exists());
    }
}

#[test]
fn a_hook_whose_program_is_gone_says_so() {
    let repository = Repository::new();
    repository.essaylint(&["hook", "install"]);
    let script = fs::read_to_string(repository.hook()).unwrap();
    fs::write(
        repository.hook(),
        script.replace(env!("CARGO_BIN_EXE_essaylint"), "/gone/essaylint"),
    )
    .unwrap();
    repository.write("statement.md", MENDED);
    repository.git(&["add", "."]);
    let refused = Command::new("/bin/sh")
        .arg(repository.hook())
        .current_dir(repository.path())
        .env("PATH", "/gone")
        .output()
        .unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert!(err(&refused).contains("essaylint is gone"), "{}", err(&refused));
}

#[test]
fn outside_of_a_repository_there_is_a_way_out() {
    let repository = Repository::new();
    fs::remove_dir_all(repository.path().join(".git")).unwrap();
    for arguments in [&["hook", "install"][..], &["--staged"]] {
        let refused = repository.essaylint(arguments);
        assert_eq!(refused.status.code(), Some(2));
        assert!(err(&refused).contains("in no git repository"), "{}", err(&refused));
    }
}
