//! Files as editors name them: URIs, and the way to and from paths.
//!
//! A URI is taken as a string and not parsed strictly: some editors leave characters as they are which should be escaped.

use std::path::{Path, PathBuf};

use gen_lsp_types::Uri;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stands for itself in a path: the rest is escaped.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// The path of a file on this machine; none for documents that are no files.
pub(super) fn path(uri: &Uri) -> Option<PathBuf> {
    let (scheme, rest) = uri.as_ref().split_once("://")?;
    if !scheme.eq_ignore_ascii_case("file") {
        return None;
    }
    let (host, path) = rest.split_at(rest.find('/')?);
    let path = percent_decode_str(path).decode_utf8_lossy();
    match (host, cfg!(windows)) {
        ("" | "localhost", false) => Some(PathBuf::from(path.into_owned())),
        // `/c:/drafts`: the slash is not part of the path.
        ("" | "localhost", true) => Some(PathBuf::from(path.trim_start_matches('/'))),
        (host, true) => Some(PathBuf::from(format!("//{host}{path}"))),
        (_, false) => None,
    }
}

/// The URI of a file.
pub(super) fn of_path(path: &Path) -> Uri {
    let mut written = path.to_string_lossy().into_owned();
    if cfg!(windows) {
        written = written.trim_start_matches(r"\\?\").replace('\\', "/");
        if !written.starts_with('/') {
            written.insert(0, '/');
        }
    }
    Uri::from(format!("file://{}", utf8_percent_encode(&written, ESCAPED)))
}

/// What a document that is no file is called: the last part of its URI.
pub(super) fn name(uri: &Uri) -> String {
    let last = uri.as_ref().rsplit(['/', ':']).next().unwrap_or_default();
    percent_decode_str(last).decode_utf8_lossy().into_owned()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn paths_come_back_from_their_uris() {
        for written in ["/a/b c.md", "/é/😀.md", "/[x]/100%.txt", "/a#b?c.md"] {
            let uri = of_path(Path::new(written));
            assert!(uri.as_ref().is_ascii());
            assert_eq!(path(&uri), Some(PathBuf::from(written)));
        }
        assert_eq!(of_path(Path::new("/a b")).as_ref(), "file:///a%20b");
    }

    #[test]
    fn uris_are_read_as_editors_write_them() {
        let read = |written: &str| path(&Uri::from(written));
        assert_eq!(read("file:///a/[x].md"), Some(PathBuf::from("/a/[x].md")));
        assert_eq!(read("FILE://localhost/a%20b"), Some(PathBuf::from("/a b")));
        for other in [
            "untitled:Untitled-1",
            "https://a.b/c",
            "file://",
            "",
            "file://host/a",
            "%%",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
        assert_eq!(name(&Uri::from("untitled:my%20statement.md")), "my statement.md");
    }
}
