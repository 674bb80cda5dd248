//! Drafts that are far too long, or nested far too deep.

use crate::program::{folder_of, many, run};

/// Memory that a run may take: so many bytes for each byte of the draft, and the program itself.
const FACTOR: u64 = 150;
const FLOOR: u64 = 60_000_000;

struct Huge {
    threat: &'static str,
    what: String,
    head: &'static str,
    piece: &'static str,
    times: usize,
    tail: &'static str,
}

#[test]
fn what_is_far_too_long_is_read_in_bounded_memory() {
    let mega = |huge: usize| many(huge << 20, 64 << 10);
    let rows = [
        ("one word, again and again", "", "word ", mega(50) / 5, ""),
        ("no spaces at all", "", "a", mega(50), ""),
        ("only combining marks", "", "\u{301}", mega(10) / 2, ""),
        ("only bidi controls", "", "\u{202e}\u{2066}", mega(10) / 6, ""),
        ("only NUL bytes", "", "\0", mega(10), ""),
        ("only line ends", "", "\r\n", mega(10) / 2, ""),
        ("a list of very many items", "", "- item\n", many(1_000_000, 8_000), ""),
        ("quotes nested very deep", "", "> ", many(100_000, 20_000), "a\n"),
        (
            "lists nested very deep, in one line",
            "",
            "- ",
            many(100_000, 20_000),
            "a\n",
        ),
        ("emphasis opened very often", "", "*a **b ", mega(10) / 7, ""),
        ("brackets opened very often", "", "[", mega(10), ""),
        ("comments opened very often", "", "<!-- ", mega(10) / 5, ""),
        (
            "suppressions, very many",
            "",
            "<!-- essaylint-ignore blame: x -->\n\n",
            mega(5) / 36,
            "",
        ),
        ("front matter that never ends", "---\n", "a: b\n", mega(10) / 5, ""),
    ];
    for (threat, head, piece, times, tail) in rows {
        let huge = Huge {
            threat,
            what: format!("{} x {times}", shown(piece)),
            head,
            piece,
            times,
            tail,
        };
        huge.is_read();
    }
}

#[test]
fn an_essay_that_goes_on_and_on_is_read_in_bounded_memory() {
    let essay = "I failed Step 1 in June 2021 because my dean never told me. I passed it with a 245 in May 2022.\n\n";
    let folder = folder_of("a.md", "", essay, many(5 << 20, 40 << 10) / essay.len(), "");
    let ran = run(folder.path(), &["a.md", "--format", "short"]);
    assert_eq!(ran.status, Some(1), "{}", ran.errors);
    let size = folder.path().join("a.md").metadata().unwrap().len();
    assert!(ran.peak < FLOOR + 500 * size, "{} bytes for {size}", ran.peak);
    ran.tell(
        "an essay that goes on and on",
        &format!("{size} bytes of findings"),
        "at most 500 bytes of memory for each byte",
    );
}

#[test]
fn what_no_essay_can_be_is_refused_before_it_is_read() {
    let folder = folder_of("a.md", "", "", 0, "");
    let file = std::fs::File::options()
        .write(true)
        .open(folder.path().join("a.md"))
        .unwrap();
    file.set_len(6 << 30).unwrap();
    let ran = run(folder.path(), &["a.md"]);
    assert_eq!(ran.status, Some(2));
    assert!(
        ran.errors.contains("a.md: ") && ran.errors.contains("MiB"),
        "{}",
        ran.errors
    );
    assert!(ran.peak < 200_000_000, "{}", ran.peak);
    ran.tell("a file that no memory holds", "6 GiB, sparse", "refused in words");
}

impl Huge {
    fn is_read(&self) {
        let folder = folder_of("a.md", self.head, self.piece, self.times, self.tail);
        let ran = run(folder.path(), &["a.md"]);
        assert_eq!((ran.status, ran.errors.as_str()), (Some(1), ""), "{}", self.threat);
        let size = folder.path().join("a.md").metadata().unwrap().len();
        assert!(
            ran.peak < FLOOR + FACTOR * size,
            "{}: {} bytes for {size}",
            self.threat,
            ran.peak
        );
        ran.tell(
            self.threat,
            &self.what,
            &format!("at most {FACTOR} bytes of memory for each byte"),
        );
    }
}

/// A piece as a table shows it.
fn shown(piece: &str) -> String {
    format!("`{}`", piece.escape_debug())
}
