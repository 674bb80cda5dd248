//! Writes a file as a whole or not at all: into a temporary file beside it, which then takes its name.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// Puts `new` in the place of the file at `path`, which was read as `old`. Links are followed, permissions kept.
///
/// # Errors
/// With the reason, and the file is as it was: when it was changed meanwhile, when it may not be written, when the disk is
/// full.
pub(super) fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<(), String> {
    let target = fs::canonicalize(path).map_err(|error| reason(&error))?;
    if !fs::metadata(&target).map_err(|error| reason(&error))?.is_file() {
        return Err("it is a pipe or a device, which can not be put in the place of itself; name a file".to_owned());
    }
    // A rename asks for no permission of the file itself, so it is asked for here.
    let file = File::options()
        .write(true)
        .open(&target)
        .map_err(|error| reason(&error))?;
    let metadata = file.metadata().map_err(|error| reason(&error))?;
    let written = beside(&target, new).and_then(|written| {
        keep_owner(&metadata, written.as_file());
        written.as_file().set_permissions(metadata.permissions())?;
        written.as_file().sync_all()?;
        Ok(written)
    });
    let written = written.map_err(|error| reason(&error))?;
    if fs::read(&target).map_err(|error| reason(&error))? != old {
        return Err("it was changed while essaylint worked, and stays as it is; run essaylint again".to_owned());
    }
    written.persist(&target).map_err(|error| reason(&error.error))?;
    Ok(())
}

/// Writes `bytes` into the file at `path`, whatever was in it.
///
/// # Errors
/// With the reason, and what was there is as it was.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    whole(path, bytes).map_err(|error| reason(&error))
}

/// Writes `bytes` into the file at `path`, whatever was in it; into a pipe or a device as they come.
///
/// # Errors
/// With the system's, and what was in a file is as it was.
pub(super) fn whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return fs::write(path, bytes);
    }
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let written = match beside(&target, bytes) {
        // The folder may take no new file, and the file new bytes all the same.
        Err(error) if error.kind() == ErrorKind::PermissionDenied && target.is_file() => {
            return fs::write(target, bytes);
        }
        written => written?,
    };
    if let Ok(metadata) = fs::metadata(&target) {
        written.as_file().set_permissions(metadata.permissions())?;
    }
    written.persist(&target)?;
    Ok(())
}

/// A temporary file in the folder of `target` that holds `bytes`; it vanishes unless it is given a name.
fn beside(target: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.map_or_else(|| PathBuf::from("."), Path::to_owned);
    let mut builder = Builder::new();
    builder.prefix(".essaylint-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file: less what the umask takes.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut written = builder.tempfile_in(folder)?;
    written.write_all(bytes)?;
    written.flush()?;
    Ok(written)
}

/// Gives `written` the owner of the file that it is to replace. Who may not do that writes as themselves.
#[cfg(unix)]
fn keep_owner(metadata: &fs::Metadata, written: &File) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let _ = fchown(written, Some(metadata.uid()), Some(metadata.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_: &fs::Metadata, _: &File) {}

/// Why a file can not be written, and the way out.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "it is not there any more; nothing was written".to_owned(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "it may not be written (permission denied), and stays as it is; change the permissions of the file and its folder"
                .to_owned()
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "the disk is full, and the file stays as it is; make room and run essaylint again".to_owned()
        }
        kind => format!("it can not be written ({kind}), and stays as it is"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        fs::write(&path, "old").unwrap();
        replace(&path, b"old", b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_changed_meanwhile_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        fs::write(&path, "somebody else's").unwrap();
        let complaint = replace(&path, b"old", b"new").unwrap_err();
        assert!(complaint.contains("changed while"), "{complaint}");
        assert_eq!(fs::read(&path).unwrap(), b"somebody else's");
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "no temporary file is left"
        );
    }

    #[test]
    fn a_folder_that_vanished_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gone").join("a.md");
        assert!(
            replace(&path, b"old", b"new")
                .unwrap_err()
                .contains("not there any more")
        );
        assert!(write(&path, b"new").unwrap_err().contains("not there any more"));
    }

    #[test]
    fn a_full_disk_is_told() {
        let full = reason(&io::Error::from(ErrorKind::StorageFull));
        assert!(full.contains("the disk is full") && full.contains("stays as it is"));
    }
}
