//! Bytes that are no text, or hardly.

use std::fs;

use crate::program::{folder_with, run};

#[test]
fn what_is_no_utf_8_is_refused_with_the_place() {
    let essay = "I failed Step 1 in June 2021.\n".repeat(300);
    let middle = [essay.as_bytes(), b"a\xffb\n", essay.as_bytes()].concat();
    // U+D800, as a system that thinks in 16 bits may write it into a file.
    let lone = [b"A lone surrogate: ".as_slice(), b"\xed\xa0\x80", b".\n"].concat();
    let pair = b"A pair in two halves: \xed\xa0\xbd\xed\xb8\x80.\n".to_vec();
    for (threat, bytes, words) in [
        (
            "a byte in the middle that is no UTF-8",
            middle,
            "not UTF-8 (byte 9001, line 301)",
        ),
        ("a lone surrogate (WTF-8)", lone, "not UTF-8 (byte 18, line 1)"),
        ("surrogates in two halves (CESU-8)", pair, "not UTF-8 (byte 22, line 1)"),
        (
            "a letter in more bytes than it needs",
            b"a\xc0\xafb".to_vec(),
            "not UTF-8 (byte 1, line 1)",
        ),
        (
            "a text that ends in the middle of a letter",
            b"caf\xc3".to_vec(),
            "not UTF-8 (byte 3, line 1)",
        ),
        ("UTF-16", b"\xff\xfeI\0 \0a\0m\0".to_vec(), "UTF-16"),
        ("a PDF", b"%PDF-1.7\n\xe2\xe3\xcf\xd3".to_vec(), "PDF"),
        (
            "a document of a word processor",
            b"PK\x03\x04\x14\0\x06\0".to_vec(),
            "word processor",
        ),
    ] {
        let folder = folder_with("a.md", &bytes);
        fs::write(folder.path().join("b.md"), "At [Center] I saw one case.\n").unwrap();
        let ran = run(folder.path(), &["--fix", "--format", "short", "a.md", "b.md"]);
        assert_eq!(ran.status, Some(2), "{threat}");
        assert!(
            ran.errors.contains("a.md: ") && ran.errors.contains(words),
            "{threat}: {}",
            ran.errors
        );
        assert!(
            ran.said().contains("b.md:1:4: error[placeholder]"),
            "the other draft is linted"
        );
        assert_eq!(
            fs::read(folder.path().join("a.md")).unwrap(),
            bytes,
            "{threat}: nothing is written"
        );
        ran.tell(
            threat,
            "one draft, and a good one beside it",
            "refused with the place; the other one is linted",
        );
    }
}

#[test]
fn letters_that_few_write_are_read_and_kept() {
    for (threat, text) in [
        ("NUL bytes in a text", "At\0 [Cen\0ter] \0I saw  one\0case.\0"),
        (
            "bidi controls in a text",
            "At \u{202e}[Center]\u{202c} I \u{2066}saw  one\u{2069} case.\u{200f}\u{61c}",
        ),
        (
            "control characters in a text",
            "At [Center]\u{1b}[2J \u{7}I \u{9b}31msaw  one\u{8} case.\u{7f}",
        ),
        (
            "combining marks without letters",
            "\u{301}\u{302} At [Center] \u{20dd}I saw\u{301}\u{301}  one case.",
        ),
        (
            "byte order marks in the middle",
            "\u{feff}At \u{feff}[Center] I saw  one\u{feff} case.\u{feff}",
        ),
        (
            "letters of no width, and those that join",
            "At\u{200b} [Center] I\u{2060} saw  one\u{200d}\u{200d} case.",
        ),
        (
            "letters outside of the first plane",
            "At [Center] I saw  one \u{1f469}\u{200d}\u{1f52c} \u{10ffff}\u{e0001} case.",
        ),
        (
            "line ends of all sorts",
            "At [Center]\r I saw\u{2028} one\u{85} case.\u{2029}\u{b}\u{c}\r\n\n\r",
        ),
        ("a draft without a byte", ""),
        ("a draft of white space", " \t\r\n\u{a0}\u{3000} \n"),
    ] {
        for name in ["a.md", "a.txt"] {
            let folder = folder_with(name, text.as_bytes());
            let ran = run(folder.path(), &[name]);
            assert!(
                matches!(ran.status, Some(0 | 1)),
                "{threat}: {:?} {}",
                ran.status,
                ran.errors
            );
            let steers = |c: char| {
                (c.is_control() && c != '\n')
                    || matches!(c, '\u{61c}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            };
            assert!(!ran.said().contains(steers), "{threat}: {}", ran.said());
            let fixed = run(folder.path(), &["--fix", "--select", "non-plain-text", name]);
            assert!(matches!(fixed.status, Some(0 | 1)), "{threat}: {}", fixed.errors);
            let after = fs::read_to_string(folder.path().join(name)).unwrap();
            let kept = |text: &str| text.replace([' ', '\u{a0}', '\u{3000}', '\u{200b}', '\u{2060}', '\u{feff}'], "");
            assert_eq!(kept(&after), kept(text), "{threat}: {}", fixed.errors);
            if name == "a.md" {
                ran.tell(
                    threat,
                    &format!("`\"{}\"`", text.escape_debug()),
                    "read, shown by number, and kept by `--fix`",
                );
            }
        }
    }
}
