//! Bytes into text: what a file is if it is no draft, and the way out.

use std::io::{self, Read};

/// The longest draft in bytes: no essay comes near it, and what is longer may take more memory than there is.
const LONGEST: u64 = 64 << 20;

/// All bytes of a stream that is said to hold `length` of them: a pipe or a device says nothing, and one that never ends is left.
pub(super) fn all(stream: impl Read, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if length <= LONGEST {
        bytes.reserve(usize::try_from(length).unwrap_or(0) + 64);
        stream.take(LONGEST + 1).read_to_end(&mut bytes)?;
    }
    if length > LONGEST || bytes.len() as u64 > LONGEST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// The text of a draft.
///
/// # Errors
/// When the bytes are no UTF-8: says what they seem to be.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, String> {
    if let Some(complaint) = foreign(&bytes) {
        return Err(complaint.to_owned());
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..at].split(|&byte| byte == b'\n').count();
        format!("the text is not UTF-8 (byte {at}, line {line}); save it again as UTF-8 text")
    })
}

/// What is wrong with a file that people take for text, by the bytes that it begins with.
pub(crate) fn foreign(bytes: &[u8]) -> Option<&'static str> {
    let starts = |mark: &[u8]| bytes.starts_with(mark);
    if starts(b"PK\x03\x04") {
        Some("this is a word processor's document or an archive; save the draft as plain text (UTF-8) and lint that")
    } else if starts(b"\xd0\xcf\x11\xe0") {
        Some("this is an old Word document; save the draft as plain text (UTF-8) and lint that")
    } else if starts(b"%PDF-") {
        Some("this is a PDF; lint the text that it was made from, saved as plain text (UTF-8)")
    } else if starts(b"{\\rtf") {
        Some("this is rich text; save the draft as plain text (UTF-8) and lint that")
    } else if starts(b"\xff\xfe") || starts(b"\xfe\xff") {
        Some("the text is UTF-16; save it again as UTF-8")
    } else {
        None
    }
}

/// Why a file can not be read, and the way out.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder; check the path".to_owned(),
        io::ErrorKind::PermissionDenied => {
            "you may not read this (permission denied); change its permissions, or copy the draft".to_owned()
        }
        io::ErrorKind::FileTooLarge => {
            "this is longer than 64 MiB, and no essay is; name a file that holds the draft alone".to_owned()
        }
        kind => format!("this can not be read ({kind}); check the path and the disk"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_taken_as_it_is() {
        assert_eq!(text("\u{feff}a\0b".into()), Ok("\u{feff}a\0b".to_owned()));
    }

    #[test]
    fn a_stream_that_never_ends_is_left() {
        for length in [0, 3, u64::MAX] {
            let error = all(io::repeat(b'a'), length).unwrap_err();
            assert!(reason(&error).contains("64 MiB"), "{length}");
        }
        assert_eq!(all(&b"abc"[..], 9).unwrap(), b"abc", "it shrank meanwhile");
        assert_eq!(all(&b"abc"[..], 0).unwrap(), b"abc", "it says nothing");
    }

    #[test]
    fn a_byte_that_is_no_utf_8_is_pointed_at() {
        let complaint = text(b"one\ntwo\xff".to_vec()).unwrap_err();
        assert!(complaint.contains("byte 7, line 2") && complaint.contains("save it again"));
    }

    #[test]
    fn documents_of_word_processors_are_known() {
        for bytes in [&b"PK\x03\x04\x14"[..], b"%PDF-1.7", b"{\\rtf1", b"\xff\xfeI\0"] {
            assert!(text(bytes.to_vec()).unwrap_err().contains("UTF-8"));
        }
    }
}
