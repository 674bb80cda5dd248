//! Any text as a lint of one's own.

use essaylint::config::{Config, LintText};
use essaylint::lints::{catalogue, examples};
use essaylint::source::{Kind, KindSayings, Source, Syntax};

use super::{is_sound, utf8};

/// Reads the lint file: it is refused, or its examples can be run and a draft made of its own words can be linted.
pub fn run(data: &[u8]) {
    let text = utf8(data);
    let file = LintText {
        name: "own.toml".to_owned(),
        text: text.to_owned(),
    };
    let config = match Config::of_lints(&[file]) {
        Ok(config) => config,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return;
        }
    };
    let settings = config.settings();
    for lint in settings.rules.lints().iter().skip(catalogue().len()) {
        for example in lint.examples.iter() {
            // Whether it does what its author wants is the author's.
            let _ = examples::run(lint, example, &settings);
        }
    }
    let said = KindSayings {
        forced: Some(Kind::PersonalStatement),
        configured: None,
    };
    if let Ok(source) = Source::new("draft", text.to_owned(), Syntax::Plain, said) {
        is_sound(&essaylint::lint(source, &settings));
    }
}
