//! Any text as a configuration.

use essaylint::config::Config;
use essaylint::source::{Kind, KindSayings, Source, Syntax};

use super::{is_sound, utf8};

const DRAFT: &str = "I failed Step 1 in June 2021 because my dean never told me. At [Center] I saw  a TIPS.\n\n- I passed\u{2014}at last.\n";

/// Reads the configuration: it is refused in words that point into it, or a draft can be linted with it.
pub fn run(data: &[u8]) {
    let text = utf8(data);
    match Config::read(text, "essaylint.toml", |_| Err("there is none".to_owned())) {
        Ok(config) => {
            let said = KindSayings {
                forced: Some(Kind::PersonalStatement),
                configured: None,
            };
            if let Ok(source) = Source::new("draft", DRAFT.to_owned(), Syntax::Markdown, said) {
                is_sound(&essaylint::lint(source, &config.settings()));
            }
        }
        Err(error) => {
            let span = error.span.unwrap_or_else(|| panic!("an error has no place: {error}"));
            assert!(text.get(span.range()).is_some(), "{span:?} is outside");
            assert!(error.to_string().contains("essaylint.toml"));
        }
    }
}
