#![allow(clippy::all, clippy::pedantic, missing_docs)]
#[path = "../labelled/mod.rs"]
mod labelled;
use essaylint::draft::Draft;
use essaylint::lexicon::Lexicon;
use essaylint::story::{builtin_weights, decision::Decision};
fn main() {
    let only = std::env::args().nth(1).unwrap_or_default();
    let essays = labelled::essays(std::path::Path::new("fixtures/essays")).unwrap();
    for e in &essays {
        if !only.split(',').any(|o| o == e.name) {
            continue;
        }
        let draft = Draft::read(e.source().unwrap(), &Lexicon::builtin(), builtin_weights());
        for ep in &draft.story.episodes {
            println!(
                "== {} {} cause {:?}",
                e.name,
                ep.flag,
                draft.cause_of(ep).map(|c| c.name())
            );
            for &at in &ep.sentences {
                let t = &draft.story.tellings[at];
                let r: Vec<String> = Decision::ROLES
                    .iter()
                    .filter(|r| t.chance(**r) > 0.3)
                    .map(|r| format!("{}{:.1}", r.name(), t.chance(*r)))
                    .collect();
                let m: Vec<String> = draft
                    .marks
                    .of_sentence(at)
                    .iter()
                    .map(|m| format!("{}={}", m.class.name(), draft.prose.span(m.words).of(&e.text)))
                    .collect();
                println!(
                    "   [{}] {} | {}",
                    r.join("+"),
                    draft.sentence(at).of(&e.text).replace('\n', " "),
                    m.join(" ")
                );
            }
        }
    }
}
