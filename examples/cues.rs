//! Prints the cues of drafts, one JSON line per document: `cargo run --release --example cues -- FILE...`.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use essaylint::lexicon::Lexicon;
use essaylint::prose::{Prose, WordRange};
use essaylint::source::{Kind, KindSayings, Source, Syntax};
use essaylint::story::cues::{Reading, Sink};

#[derive(Default)]
struct Names(Vec<String>);

impl Sink for Names {
    fn cue(&mut self, tag: &'static str, a: &str, b: &str, _: WordRange) {
        self.0.push(format!("{tag} {a} {b}").trim_end().to_owned());
    }
}

fn main() {
    let mut input = String::new();
    std::io::Read::read_to_string(&mut std::io::stdin(), &mut input).unwrap();
    let lexicon = Lexicon::builtin();
    // stdin: JSON lines {"id","kind","text"}
    for line in input.lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let kind: Kind = value["kind"].as_str().unwrap().parse().unwrap();
        let said = KindSayings {
            forced: Some(kind),
            configured: None,
        };
        let source = Source::new(
            "x.md",
            value["text"].as_str().unwrap().to_owned(),
            Syntax::Markdown,
            said,
        )
        .unwrap();
        let prose = Prose::read(&source);
        let marks = lexicon.mark(&prose);
        let reading = Reading {
            kind,
            prose: &prose,
            marks: &marks,
        };
        let sentences: Vec<_> = (0..prose.sentences().len())
            .map(|at| {
                let mut names = Names::default();
                reading.cues(at, &mut names);
                let s = prose.sentences()[at];
                serde_json::json!({"start": s.span.start(), "end": s.span.end(), "par": s.paragraph, "cues": names.0})
            })
            .collect();
        println!("{}", serde_json::json!({"id": value["id"], "sentences": sentences}));
    }
}
