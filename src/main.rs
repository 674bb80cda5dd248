//! The program: a thin face of the library.
#![allow(clippy::print_stdout)]
use essaylint::{lexicon::*, prose::*, source::*};
fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap();
        let s = Source::new(&path, text, Syntax::Markdown, KindSayings::default()).unwrap();
        let p = Prose::read(&s);
        let t = std::time::Instant::now();
        let m = Lexicon::builtin().mark(&p);
        eprintln!("{:?}", t.elapsed());
        for (i, x) in p.sentences().iter().enumerate() {
            println!("\n{}", x.span.of(s.text()));
            for k in m.of_sentence(i) {
                print!(" [{}: {}]", k.class.name(), p.span(k.words).of(s.text()));
            }
            println!();
        }
    }
}
