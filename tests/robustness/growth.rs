//! What grows with the draft must not grow faster than it.

use std::time::Duration;

use crate::program::{Ran, folder_of, many, run};

/// How much longer twice as much may take. Time that grows with the square takes four times as long.
const MOST: f64 = 3.0;

/// Time below which nothing can be told from noise, and above which it is said to grow.
const NOISE: Duration = Duration::from_millis(60);

/// Units that make a draft in which something is looked for in front or behind: what they are about, and the unit.
const UNITS: [(&str, &[&str]); 7] = [
    (
        "brackets",
        &[
            "[",
            "(",
            "{",
            "<",
            "[a ",
            "(a ",
            "{a ",
            "<a ",
            "[Name]",
            "[Name] ",
            "[](",
            "![a](",
            "[a](b) ",
            "[^1] ",
            "<!-- a ",
            "<a href=\"x\" ",
        ],
    ),
    (
        "marks",
        &[
            "*a",
            "*a_ ",
            "_a ",
            "~~a ",
            "`a ",
            "\"",
            "\"a\" ",
            "\u{201c}a\u{201d} ",
            "'",
            "a'",
            "-",
            "a-",
            "a/",
            ".",
            "\\",
            "&",
            "|a",
        ],
    ),
    (
        "slots",
        &[
            "XX ",
            "NAME ",
            "FILL ",
            "TODO: ",
            "and TODO: ",
            "lorem ipsum ",
            "Hospital A ",
            "N = ",
            "___ ",
            "MM/YYYY ",
        ],
    ),
    (
        "names and numbers",
        &[
            "John Smith ",
            "John-Smith-",
            "John,Smith,",
            "Mr. Smith, a 63-year-old patient, ",
            "Dr. ",
            "U.S. ",
            "1 ",
            "i1",
            "On May 3, 2021, ",
        ],
    ),
    (
        "words",
        &[
            "word ",
            "failed ",
            "the the ",
            "interventional radiology TIPS ",
            "I failed Step 1 in June 2021 and then passed ",
            "a\u{301}b ",
            "\u{4e00}",
            "\u{627}\u{644} ",
        ],
    ),
    (
        "sentences",
        &[
            "I saw  it. ",
            "I saw  the the port. ",
            "I failed. ",
            "She had failed. ",
            "I failed because my dean never told me. ",
            "I took a leave of absence in 2021. ",
            "It \u{2014} was.  ",
        ],
    ),
    (
        "blocks",
        &[
            "- a\n",
            "- a\n\n",
            "1. a\n",
            "> a\n\n",
            "# a\n",
            "a\n=\n",
            "|a|b|\n",
            "    a\n",
            "<div>\n",
            "a  \n",
            "I saw  it\n",
            "failed\n\n",
            "[^1]: a\n",
            "<!-- essaylint-ignore blame: x -->\n\nI failed because my dean never told me.\n\n",
            "- <!-- essaylint-ignore-file blame -->\n",
        ],
    ),
];

/// Times two drafts until it is sure that the second takes too long, or that it does not.
fn ratio(unit: &str, name: &str, bytes: usize, arguments: &[&str]) -> (f64, Ran) {
    let of = |bytes: usize| {
        let folder = folder_of(name, "", unit, bytes / unit.len(), "");
        let ran = run(folder.path(), &[&[name], arguments].concat());
        assert!(
            matches!(ran.status, Some(0 | 1)),
            "{unit:?} in {name}: {:?} {}",
            ran.status,
            ran.errors
        );
        ran
    };
    let mut best = (f64::INFINITY, of(0));
    let start = best.1.time;
    for _ in 0..3 {
        let (once, twice) = (of(bytes), of(2 * bytes));
        let spent = |ran: &Ran| ran.time.saturating_sub(start).max(NOISE).as_secs_f64();
        let ratio = spent(&twice) / spent(&once);
        if ratio < best.0 {
            best = (ratio, twice);
        }
        if ratio < MOST {
            break;
        }
    }
    best
}

fn grows_evenly(name: &str, arguments: &[&str], bytes: usize) {
    for (about, units) in UNITS {
        let measured = units.iter().map(|unit| (unit, ratio(unit, name, bytes, arguments)));
        let (worst, (ratio, ran)) = measured.max_by(|a, b| a.1.0.total_cmp(&b.1.0)).unwrap();
        assert!(
            ratio < MOST,
            "twice as much of {worst:?} in {name} takes {ratio:.1} times as long"
        );
        ran.tell(
            &format!("{about} in {name}"),
            &format!("{} units, each {bytes} bytes and twice that", units.len()),
            &format!("twice as much takes less than {MOST} times as long: at worst {ratio:.1}"),
        );
    }
}

#[test]
fn twice_as_much_markdown_takes_about_twice_as_long() {
    grows_evenly("a.md", &[], many(300_000, 12_000));
}

#[test]
fn twice_as_much_plain_text_takes_about_twice_as_long() {
    grows_evenly("a.txt", &[], many(300_000, 12_000));
}

#[test]
fn twice_as_many_findings_take_about_twice_as_long_in_every_format() {
    let unit = "At [Center] I saw  the the port\u{2014}my dean never told me. ";
    let bytes = many(150_000, 12_000);
    for arguments in [
        &["--format", "html"][..],
        &["--format", "json", "--story"],
        &["--format", "sarif"],
        &["--format", "github"],
        &["--format", "vale"],
        &["--format", "rdjsonl"],
        &["--diff"],
        &["--diff", "--fix=review"],
        &["--statistics"],
    ] {
        for end in ["", "\n\n"] {
            let (ratio, ran) = ratio(&format!("{unit}{end}"), "a.md", bytes, arguments);
            assert!(
                ratio < MOST,
                "twice as much takes {ratio:.1} times as long with {arguments:?}"
            );
            if end.is_empty() {
                ran.tell(
                    &format!("findings, `{}`", arguments.join(" ")),
                    &format!("{bytes} bytes and twice that, in one paragraph"),
                    &format!("twice as much takes less than {MOST} times as long: {ratio:.1}"),
                );
            }
        }
    }
}
