//! What a package puts beside the program: completions that the shells take, and man pages that `man` formats.

#![allow(clippy::unwrap_used, reason = "a test fails by them")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn essaylint(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_essaylint"))
        .args(arguments)
        .output()
        .unwrap()
}

/// Gives `input` to a program, and what it says.
fn given(program: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn bash_completes_commands_options_and_values() {
    let completions = essaylint(&["completions", "bash"]).stdout;
    for (words, wanted) in [
        ("essaylint ex", "explain"),
        ("essaylint --sel", "--select"),
        ("essaylint --format sar", "sarif"),
        ("essaylint hook un", "uninstall"),
    ] {
        let parts: Vec<&str> = words.split(' ').collect();
        let script = format!(
            "{}\nCOMP_WORDS=({words}); COMP_CWORD={}; _essaylint essaylint {} {}; echo \"${{COMPREPLY[@]}}\"",
            String::from_utf8_lossy(&completions),
            parts.len() - 1,
            parts[parts.len() - 1],
            parts[parts.len() - 2],
        );
        let said = given("bash", &["--norc"], script.as_bytes());
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        assert!(said.split_whitespace().any(|word| word == wanted), "{words}: {said}");
    }
}

#[test]
fn every_shell_has_its_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let said = essaylint(&["completions", shell]);
        assert!(said.status.success());
        assert!(
            String::from_utf8_lossy(&said.stdout).contains("min-confidence"),
            "{shell}"
        );
    }
    assert_eq!(essaylint(&["completions", "tcsh"]).status.code(), Some(2));
}

#[test]
fn the_program_and_its_commands_have_man_pages() {
    for (arguments, wanted) in [
        (&["man"][..], "--min-confidence"),
        (&["man", "explain"], "Tell why a lint speaks"),
        (&["man", "hook"], "uninstall"),
    ] {
        let page = essaylint(arguments);
        assert!(page.status.success());
        let text = String::from_utf8_lossy(&page.stdout).replace('\\', "");
        assert!(
            text.starts_with(".ie") && text.contains(".TH") && text.contains(wanted),
            "{arguments:?}: {text}"
        );
    }
    let unknown = essaylint(&["man", "expain"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("no command 'expain'"));
}
