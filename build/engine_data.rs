//! The data of the grammar engine: nlprule's English tokenizer and rules.
//!
//! No file of it is kept here, and the package that holds it would bring hundreds of others with it as a dependency. So cargo is
//! asked to show that one package, which unpacks it among its sources; there the two files are taken from, if they are the
//! ones that were meant.

use std::env;
use std::error::Error;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names a folder that holds the two files.
const FOLDER: &str = "ESSAYLINT_NLPRULE_DATA";

/// The package that holds the data, and where in it.
const PACKAGE: &str = "cargo-spellcheck";
const VERSION: &str = "0.15.7";
const INSIDE: &str = "nlprule-data/0.6.4/en";

/// The way out, whatever is wrong.
const HELP: &str = "either let cargo reach its registry once, or point ESSAYLINT_NLPRULE_DATA at a folder with en_tokenizer.bin.xz and \
                    en_rules.bin.xz of nlprule 0.6.4 (folder nlprule-data/0.6.4/en of the package cargo-spellcheck 0.15.7), or build \
                    without grammar: --no-default-features";

/// A file of the data.
struct Part {
    packed: &'static str,
    plain: &'static str,
    /// SHA-256 of the packed file.
    sum: &'static str,
}

const PARTS: [Part; 2] = [
    Part {
        packed: "en_tokenizer.bin.xz",
        plain: "en_tokenizer.bin",
        sum: "d63c968800ca8a8eb69badf61823559863c74765412e81ee0ef80efe9016adb7",
    },
    Part {
        packed: "en_rules.bin.xz",
        plain: "en_rules.bin",
        sum: "4c7477a4ec71aa11ddea887c27e7064d8ca06a85b8a7b4a40ae98144270ab52f",
    },
];

/// Writes the unpacked data into `out`.
///
/// # Errors
/// When the data can not be had or is not the one that was meant: with the way out.
pub fn write(out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed={FOLDER}");
    let folder =
        folder(out).map_err(|reason| format!("the data of the grammar engine is missing: {reason}; {HELP}"))?;
    for part in &PARTS {
        let path = folder.join(part.packed);
        println!("cargo::rerun-if-changed={}", path.display());
        let packed = fs::read(&path).map_err(|error| {
            format!(
                "the data of the grammar engine is missing: {}: {error}; {HELP}",
                path.display()
            )
        })?;
        if hex(&hmac_sha256::Hash::hash(&packed)) != part.sum {
            return Err(format!("{} is not the file of nlprule 0.6.4; {HELP}", path.display()).into());
        }
        let mut plain = Vec::new();
        xz4rust::XzReader::new(io::Cursor::new(packed)).read_to_end(&mut plain)?;
        fs::write(out.join(part.plain), plain)?;
    }
    Ok(())
}

/// The folder that holds the files.
fn folder(out: &Path) -> Result<PathBuf, String> {
    if let Some(folder) = env::var_os(FOLDER) {
        return Ok(PathBuf::from(folder));
    }
    if let Some(folder) = unpacked() {
        return Ok(folder);
    }
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let shown = Command::new(cargo)
        .args(["info", &format!("{PACKAGE}@{VERSION}")])
        .current_dir(out)
        .output()
        .map_err(|error| format!("cargo can not be run ({error})"))?;
    let said = String::from_utf8_lossy(&shown.stderr);
    let reason = said
        .lines()
        .rfind(|line| !line.trim().is_empty())
        .unwrap_or("no reason given");
    unpacked().ok_or_else(|| format!("cargo could not unpack {PACKAGE} {VERSION} ({})", reason.trim()))
}

/// The folder in cargo's sources, if the package is unpacked there.
fn unpacked() -> Option<PathBuf> {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))?;
    let registries = fs::read_dir(home.join("registry/src")).ok()?;
    let folders = registries.filter_map(Result::ok).map(|registry| {
        let package = format!("{PACKAGE}-{VERSION}");
        registry.path().join(package).join(INSIDE)
    });
    let is_whole = |folder: &PathBuf| PARTS.iter().all(|part| File::open(folder.join(part.packed)).is_ok());
    folders.into_iter().find(is_whole)
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut out, byte| {
        // Writing to a string can not fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}
