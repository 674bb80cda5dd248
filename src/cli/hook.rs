//! `essaylint hook install` and `uninstall`: a plain pre-commit hook for those who use no framework for hooks.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::args::HookCommand;
use super::page::Page;
use super::{Failure, Outcome, git};

/// The line by which a hook is known as ours.
const MARK: &str = "# written by essaylint: 'essaylint hook uninstall' takes it away";

/// Puts the hook into the repository here, or takes it away.
pub(super) fn run(command: &HookCommand, mut page: Page) -> Result<Outcome, Failure> {
    let path = git::hook("pre-commit")?;
    let said = match command {
        HookCommand::Install => install(&path)?,
        HookCommand::Uninstall => uninstall(&path)?,
    };
    writeln!(page.out, "{}: {said}", path.display())?;
    page.turn()?;
    Ok(Outcome::Clean)
}

fn install(path: &Path) -> Result<&'static str, Failure> {
    let script = script()?;
    match found(path)? {
        Found::Ours(old) if old == script => return Ok("the hook is already here"),
        Found::Foreign => {
            return Err(Failure::Said(format!(
                "{}: another hook is already here, and is left as it is; let it run 'essaylint --staged', too",
                path.display()
            )));
        }
        Found::Ours(_) | Found::Nothing => {}
    }
    write(path, &script).map_err(|error| failed(path, "written", &error))?;
    Ok("from now on drafts are linted before each commit ('git commit --no-verify' goes past it)")
}

fn uninstall(path: &Path) -> Result<&'static str, Failure> {
    match found(path)? {
        Found::Ours(_) => {
            fs::remove_file(path).map_err(|error| failed(path, "taken away", &error))?;
            Ok("the hook is gone")
        }
        Found::Nothing => Ok("there is no hook here"),
        Found::Foreign => Err(Failure::Said(format!(
            "{}: this hook is not essaylint's, and is left as it is",
            path.display()
        ))),
    }
}

/// What stands where the hook belongs.
enum Found {
    Nothing,
    /// A hook of essaylint, of this version or another.
    Ours(String),
    Foreign,
}

fn found(path: &Path) -> Result<Found, Failure> {
    match fs::read(path) {
        Ok(bytes) => Ok(match String::from_utf8(bytes) {
            Ok(text) if text.lines().nth(1) == Some(MARK) => Found::Ours(text),
            _ => Found::Foreign,
        }),
        // A link that leads nowhere is somebody's, too.
        Err(error) if error.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(path).is_err() => {
            Ok(Found::Nothing)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Found::Foreign),
        Err(error) => Err(failed(path, "read", &error)),
    }
}

/// The hook. It calls this very program, and where that has gone the one on the PATH.
fn script() -> Result<String, Failure> {
    let program = std::env::current_exe().map_err(|error| {
        Failure::Said(format!(
            "essaylint does not know where it lies itself ({error}); call it by its whole path"
        ))
    })?;
    let program = program.to_string_lossy().replace('\'', r"'\''");
    Ok(format!(
        "#!/bin/sh\n\
         {MARK}\n\
         essaylint='{program}'\n\
         [ -x \"$essaylint\" ] || essaylint=essaylint\n\
         command -v \"$essaylint\" >/dev/null || {{\n    \
             echo \"essaylint is gone: install it again, or take this hook away ($0)\" >&2\n    \
             exit 1\n\
         }}\n\
         exec \"$essaylint\" --staged\n"
    ))
}

fn write(path: &Path, script: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, script)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    }
    Ok(())
}

fn failed(path: &Path, done: &str, error: &io::Error) -> Failure {
    Failure::Said(format!(
        "{}: the hook can not be {done} ({error}); look at the rights of its folder",
        path.display()
    ))
}
