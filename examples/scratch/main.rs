#![allow(clippy::all, clippy::pedantic, missing_docs)]
#[path = "../labelled/mod.rs"]
mod labelled;
use essaylint::draft::Draft;
use essaylint::lexicon::{Lexicon, class};
use essaylint::story::{builtin_weights, decision::Decision};
fn main() {
    let essays = labelled::essays(std::path::Path::new("fixtures/essays")).unwrap();
    for e in &essays {
        let draft = Draft::read(e.source().unwrap(), &Lexicon::builtin(), builtin_weights());
        for ep in &draft.story.episodes {
            if !ep.flag.is_time() { continue; }
            let hit = |l: &str| e.labels.findings.iter().filter(|f| f.lint == l).filter(|f| {
                let span = e.span(&f.quote);
                ep.sentences.iter().any(|&at| draft.sentence(at).overlaps(span))
            }).map(|f| f.sure).next();
            let lab = match hit("undated-gap") { Some(true) => "YES", Some(false) => "unsure", None => "no" };
            let real = draft.story.chance_of_event(ep);
            println!("== {} {lab} real {real:.2}", e.name);
            for &at in &ep.sentences {
                let t = &draft.story.tellings[at];
                let r: Vec<&str> = t.roles.iter().map(|r| r.name()).collect();
                let m: Vec<&str> = draft.marks.of_sentence(at).iter().map(|m| m.class.name()).filter(|n| ["year","month","time-start","time-end","duration","return-verb","since-then","work-activity","caregiving","treatment","health-neutral","diagnosis","resolution-health","resolution-family","bereavement","family-cause","health-cause-neutral","gap-noun","gap-verb","leave-noun","leave-verb","season","age","study-activity","activity"].contains(n)).collect();
                println!("   [{}] {} | {}", r.join("+"), draft.sentence(at).of(&e.text).replace('\n'," ").chars().take(160).collect::<String>(), m.join(" "));
            }
        }
    }
}
