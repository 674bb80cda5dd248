//! harper, by a small program of its own, so that its many packages stay out of this one's lock file.

use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;

const PROGRAM: &str = "benches/harper/target/release/lines";

/// What harper says about each sentence; none where its program is not built.
pub fn read<'s>(sentences: impl Iterator<Item = &'s str>) -> Option<Vec<Vec<String>>> {
    let mut program = Command::new(PROGRAM)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut input = program.stdin.take()?;
    let lines: Vec<String> = sentences.map(|sentence| sentence.replace('\n', " ")).collect();
    let count = lines.len();
    let writer = thread::spawn(move || writeln!(input, "{}", lines.join("\n")));
    let output = program.wait_with_output().ok()?;
    writer.join().ok()?.ok()?;
    let told = String::from_utf8(output.stdout).ok()?;
    let read: Vec<Vec<String>> = told
        .lines()
        .map(|line| {
            line.split('\t')
                .filter(|message| !message.is_empty())
                .map(str::to_owned)
                .collect()
        })
        .collect();
    (read.len() == count).then_some(read)
}
