//! Runs the program and measures it.

use std::env;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;
use wait4::Wait4;

/// How long a run may take before it is ended and the test fails: longer than any machine needs.
const PATIENCE: Duration = Duration::from_secs(240);

/// What happened.
#[derive(Debug)]
pub struct Ran {
    /// The exit status; none if a signal ended the program.
    pub status: Option<i32>,
    pub signal: Option<i32>,
    pub errors: String,
    /// Time of the processors, the system's share included.
    pub time: Duration,
    /// The largest resident set in bytes.
    pub peak: u64,
    /// Where the output lies. What the test reads into its own memory is inherited in what is measured of the next run.
    place: TempDir,
}

impl Ran {
    /// The output as text.
    pub fn said(&self) -> String {
        fs::read_to_string(self.place.path().join("output")).unwrap()
    }

    /// Prints a row of `tests/robustness.md`.
    pub fn tell(&self, threat: &str, what: &str, wanted: &str) {
        let ended = match (self.status, self.signal) {
            (Some(status), _) => format!("exit {status}"),
            (None, signal) => format!("signal {}", signal.unwrap_or(0)),
        };
        let (time, peak) = (self.time.as_secs_f64(), self.peak / 1_000_000);
        let what = what.replace('|', "\\|");
        println!("| {threat} | {what} | {wanted} | {ended} | {time:.2} s | {peak} MB |");
    }
}

/// An optimised program, if one is named.
fn optimised() -> Option<PathBuf> {
    env::var_os("ESSAYLINT_RELEASE").map(PathBuf::from)
}

/// How many, as far as the program is quick: `huge`, or `small` for a debug build.
pub fn many(huge: usize, small: usize) -> usize {
    if optimised().is_some() { huge } else { small }
}

/// The program.
pub fn path() -> PathBuf {
    optimised().unwrap_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_essaylint")))
}

/// The program with these arguments in a folder.
pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(path());
    command.current_dir(folder).arg("--isolated").args(arguments);
    command
}

/// Runs the program with these arguments in a folder.
pub fn run(folder: &Path, arguments: &[&str]) -> Ran {
    measure(&mut command(folder, arguments))
}

/// Runs the program in a shell: `script` sets the stage, and `"$@"` in it is the program with these arguments.
pub fn staged(folder: &Path, script: &str, arguments: &[&str]) -> Ran {
    let mut shell = Command::new("sh");
    shell
        .current_dir(folder)
        .args(["-c", script, "sh"])
        .arg(path())
        .arg("--isolated");
    measure(shell.args(arguments))
}

/// Runs a command and measures it. Its output goes through files, so that none waits for the other.
pub fn measure(command: &mut Command) -> Ran {
    let place = tempfile::tempdir().unwrap();
    let (output, errors) = (place.path().join("output"), place.path().join("errors"));
    let mut child = command
        .stdin(Stdio::null())
        .stdout(File::create(&output).unwrap())
        .stderr(File::create(&errors).unwrap())
        .spawn()
        .unwrap();
    let pid = child.id().to_string();
    let (done, waits) = mpsc::channel::<()>();
    let watch = thread::spawn(move || {
        if waits.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            let _ = Command::new("kill").args(["-9", &pid]).status();
        }
    });
    let ended = child.wait4().unwrap();
    drop(done);
    watch.join().unwrap();
    Ran {
        status: ended.status.code(),
        signal: ended.status.signal(),
        errors: String::from_utf8_lossy(&fs::read(errors).unwrap()).into_owned(),
        time: ended.rusage.utime + ended.rusage.stime,
        peak: ended.rusage.maxrss,
        place,
    }
}

/// A folder with one file in it, made of `times` copies of `piece` between `head` and `tail`; never whole in the memory of the test,
/// which a run inherits in what is measured of it.
pub fn folder_of(name: impl AsRef<OsStr>, head: &str, piece: &str, times: usize, tail: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut file = BufWriter::new(File::create(folder.path().join(name.as_ref())).unwrap());
    file.write_all(head.as_bytes()).unwrap();
    for _ in 0..times {
        file.write_all(piece.as_bytes()).unwrap();
    }
    file.write_all(tail.as_bytes()).unwrap();
    file.flush().unwrap();
    folder
}

/// A folder with one file that holds these bytes.
pub fn folder_with(name: impl AsRef<OsStr>, bytes: &[u8]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name.as_ref()), bytes).unwrap();
    folder
}

/// All names in a folder, in order.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
