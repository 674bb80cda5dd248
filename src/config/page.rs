//! A TOML file as it is read: whatever is wrong in it can be shown where it stands.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::ConfigError;
use crate::nearest::nearest;
use crate::source::Span;

/// A value with its place.
pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// A key with its place, and its value.
pub(super) struct Entry<'p, 't> {
    /// The key.
    pub key: &'p str,
    /// Where it stands.
    pub at: Range<usize>,
    /// Its value.
    pub value: &'p Value<'t>,
}

/// The name and the text of a TOML file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page<'t> {
    name: &'t str,
    text: &'t str,
}

impl<'t> Page<'t> {
    pub(super) fn new(name: &'t str, text: &'t str) -> Self {
        Self { name, text }
    }

    /// The table that the file is.
    pub(super) fn parse(self) -> Result<DeTable<'t>, ConfigError> {
        DeTable::parse(self.text)
            .map(Spanned::into_inner)
            .map_err(|error| self.no_toml(&error))
    }

    /// What a parser of TOML says, at its place.
    pub(super) fn no_toml(self, error: &toml::de::Error) -> ConfigError {
        let at = error.span().unwrap_or(0..0);
        let help = "write settings as name = value, texts in quotes, lists in [brackets]";
        self.error(at, error.message().to_owned(), help)
    }

    /// What is wrong at a place of the file, and the way out.
    pub(super) fn error(self, at: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> ConfigError {
        ConfigError {
            path: self.name.to_owned(),
            span: Some(Span::new(at.start, at.end)),
            message: message.into(),
            help: help.into(),
            text: self.text.to_owned(),
        }
    }

    /// A name that nothing has: `unknown {what} '{name}'`. The help names the nearest of `known`, or all of them where
    /// they are few.
    pub(super) fn unknown(self, what: &str, name: &str, at: Range<usize>, known: &[&str]) -> ConfigError {
        const FEW: usize = 10;
        let help = match nearest(name, known.iter().copied()) {
            Some(name) => format!("did you mean '{name}'?"),
            None if known.len() <= FEW => format!("use one of {}", known.join(", ")),
            None => "see the comments that 'essaylint init' writes".to_owned(),
        };
        self.error(at, format!("unknown {what} '{name}'"), help)
    }

    /// The entries of a table in the order of the file.
    #[allow(clippy::unused_self, reason = "read as the other questions to the page")]
    pub(super) fn entries<'p>(self, table: &'p DeTable<'t>) -> Vec<Entry<'p, 't>> {
        let mut entries: Vec<Entry<'p, 't>> = table
            .iter()
            .map(|(key, value)| Entry {
                key: key.get_ref(),
                at: key.span(),
                value,
            })
            .collect();
        entries.sort_by_key(|entry| entry.at.start);
        entries
    }

    pub(super) fn table<'p>(self, value: &'p Value<'t>, shape: &str) -> Result<&'p DeTable<'t>, ConfigError> {
        value.get_ref().as_table().ok_or_else(|| self.wrong(value, shape))
    }

    pub(super) fn string<'p>(self, value: &'p Value<'t>, shape: &str) -> Result<&'p str, ConfigError> {
        value.get_ref().as_str().ok_or_else(|| self.wrong(value, shape))
    }

    pub(super) fn array<'p>(self, value: &'p Value<'t>, shape: &str) -> Result<&'p [Value<'t>], ConfigError> {
        match value.get_ref() {
            DeValue::Array(values) => Ok(values),
            _ => Err(self.wrong(value, shape)),
        }
    }

    pub(super) fn boolean(self, value: &Value<'t>, shape: &str) -> Result<bool, ConfigError> {
        value.get_ref().as_bool().ok_or_else(|| self.wrong(value, shape))
    }

    /// A number, written as an integer or with a point.
    pub(super) fn number(self, value: &Value<'t>) -> Result<f64, ConfigError> {
        let number = match value.get_ref() {
            DeValue::Integer(written) => i32::from_str_radix(written.as_str(), written.radix())
                .ok()
                .map(f64::from),
            DeValue::Float(written) => written.as_str().parse::<f64>().ok(),
            _ => return Err(self.wrong(value, "write a number, without quotes")),
        };
        number
            .filter(|number| number.is_finite())
            .ok_or_else(|| self.error(value.span(), "this number is out of all bounds", "write a smaller one"))
    }

    /// A value of the wrong type.
    fn wrong(self, value: &Value<'t>, shape: &str) -> ConfigError {
        let kind = match value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.error(value.span(), format!("{kind} can not stand here"), shape)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_file_also_behind_a_byte_order_mark() {
        let text = "\u{feff}b = 1\r\na = \"x\"\r\n";
        let page = Page::new("t.toml", text);
        let table = page.parse().unwrap();
        let entries = page.entries(&table);
        let shown: Vec<&str> = entries.iter().map(|entry| &text[entry.at.clone()]).collect();
        assert_eq!(shown, ["b", "a"], "in the order of the file");
        assert_eq!(&text[entries[1].value.span()], "\"x\"");
    }

    #[test]
    fn numbers_are_read_in_every_way_that_toml_writes_them() {
        let text = "a = 1_000\nb = 0x10\nc = 2.5\nd = -1\n";
        let page = Page::new("t.toml", text);
        let table = page.parse().unwrap();
        let numbers: Vec<f64> = table.values().map(|value| page.number(value).unwrap()).collect();
        assert_eq!(numbers, [1000.0, 16.0, 2.5, -1.0]);
        for bad in [
            "a = inf",
            "a = nan",
            "a = 99999999999999999999",
            "a = \"3\"",
            "a = true",
        ] {
            let page = Page::new("t.toml", bad);
            let table = page.parse().unwrap();
            let error = page.number(&table["a"]).unwrap_err();
            assert_eq!(error.span.map(Span::start), Some(4), "{bad}");
        }
    }

    #[test]
    fn what_is_no_toml_is_shown_at_its_place() {
        let error = Page::new("t.toml", "a = 1\nb = = 2\n").parse().unwrap_err();
        assert_eq!(error.position().map(|at| at.line), Some(2));
    }

    #[test]
    fn deep_nesting_ends_in_an_error() {
        let text = format!("a = {}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(Page::new("t.toml", &text).parse().is_err());
    }
}
