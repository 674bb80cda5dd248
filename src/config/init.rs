//! The commented `essaylint.toml` that `essaylint init` writes. Lints, severities and thresholds come from the lints'
//! own files, so that it is never stale.

use std::fmt::Write as _;

use crate::lints::lint::Lint;
use crate::lints::{GROUPS, about_group, catalogue};

/// Where editors find the schema of the file.
const SCHEMA: &str = "https://raw.githubusercontent.com/essaylint/essaylint/main/essaylint.schema.json";

const HEAD: &str = r#"
# How essaylint reads the drafts in this folder and below it.
# A line that begins with '#' and no space is a setting: take the '#' away to use it.

# The mildest finding that makes essaylint fail: "error", "warning", "note" or "never".
fail-on = "warning"

# The least sure findings that are reported. "high" keeps to those of which at least nine in ten were right on essays by
# writers that essaylint had not read before; "medium" tells all.
#min-confidence = "medium"

# Whether grammar is looked at with a language engine, which takes a second to load; without it the lint 'grammar' marks only
# words and spaces that stand twice.
grammar = true

# The findings that you live with: 'essaylint --write-baseline' writes them into this file, and a run leaves them out. The
# path begins at this folder.
#baseline = "essaylint-baseline.json"

# A folder of your own lints: one file for each, written like lints/draft/cliche.toml of essaylint, with
# phrases = ["at the end of the day"]. The path begins at this folder.
#phrases = "lints"

# What files are, where neither --kind nor their front matter says so: "personal-statement",
# "additional-information", "experience" or "interview-answer". The last glob that fits counts; '*' stays within a
# folder, '**' does not, and a glob without '/' fits in every folder.
#[[documents]]
#glob = "interview/*.md"
#kind = "interview-answer"

# Your own words for what essaylint knows already, by its classes of words (lints/words of essaylint): an exam that
# it has not heard of, a procedure, a school. They inflect as the words of the class do.
#[words]
#exam = ["qualifying exam of my school"]
#ir-procedure = ["barbotage"]
"#;

const LINTS: &str = r#"
# How loudly lints speak: "error", "warning", "note" or "off". The name of a group stands for all its lints, and what is
# said of a lint counts more. A severity that is set here holds for every finding of the lint, also for those that it
# counts as milder by itself. 'essaylint explain LINT' tells more about each.
#[lints]
"#;

const THRESHOLDS: &str = r"
# Lints with thresholds: numbers that you may change. 'certainty' is how likely a lint must be right to speak, from 0 to 1:
# more makes it quieter. 'high' is how likely it must be for a finding of high confidence.
";

/// The text of a commented configuration: every key, at its default.
#[must_use]
pub fn init() -> String {
    // A build that has no engine would not take its own file.
    let head = HEAD.replace(
        "\ngrammar = true",
        &format!("\ngrammar = {}", crate::grammar::IS_BUILT_IN),
    );
    let mut out = format!("#:schema {SCHEMA}\n{head}{LINTS}");
    for group in GROUPS {
        let _ = write!(out, "\n# {group}: {}\n", about_group(group));
        for lint in of_group(group).filter(|lint| lint.thresholds.is_empty()) {
            comment(&mut out, lint);
            let _ = writeln!(out, "#{} = \"{}\"", lint.id, lint.severity);
        }
    }
    out.push_str(THRESHOLDS);
    for lint in GROUPS
        .into_iter()
        .flat_map(of_group)
        .filter(|lint| !lint.thresholds.is_empty())
    {
        out.push('\n');
        comment(&mut out, lint);
        let _ = write!(out, "#[lints.{}]\n#severity = \"{}\"\n", lint.id, lint.severity);
        for (name, value) in lint.thresholds.iter() {
            let _ = writeln!(out, "#{name} = {value}");
        }
    }
    out
}

fn of_group(group: &str) -> impl Iterator<Item = &'static Lint> {
    catalogue().iter().filter(move |lint| lint.group == group)
}

/// The first sentence of why a reader minds, wrapped.
fn comment(out: &mut String, lint: &Lint) {
    const WIDTH: usize = 110;
    let why = lint.why.split_whitespace().collect::<Vec<_>>().join(" ");
    let first = why.split_once(". ").map_or(why.as_str(), |(first, _)| first);
    let mut row = String::from("#");
    for word in first.trim_end_matches('.').split(' ') {
        if row.len() + word.len() > WIDTH {
            let _ = writeln!(out, "{row}");
            "#".clone_into(&mut row);
        }
        let _ = write!(row, " {word}");
    }
    let _ = writeln!(out, "{row}");
}

#[cfg(test)]
mod tests {
    use super::super::{Config, ConfigError, LintText};
    use super::*;

    const OWN: &str = r#"
id = "my-words"
group = "mine"
severity = "note"
scope = "passage"
kinds = ["personal-statement"]
message = "\"{words}\" again"
help = "say it another way"
phrases = ["at the end of the day"]
"#;

    fn read(text: &str) -> Result<Config, ConfigError> {
        let own = LintText {
            name: "lints/my-words.toml".to_owned(),
            text: OWN.to_owned(),
        };
        Config::read(text, "essaylint.toml", move |_| Ok(vec![own.clone()]))
    }

    #[test]
    fn it_is_a_configuration_as_it_is() {
        let config = read(&init()).unwrap();
        assert_eq!(config.fail_on(), Some(super::super::FailOn::default()));
    }

    #[test]
    fn it_is_one_with_every_setting_in_use() {
        let in_use = used(&init());
        read(&in_use).unwrap_or_else(|error| panic!("{error}"));
        for key in super::super::KEYS {
            let table = toml::from_str::<toml::Table>(&in_use).unwrap();
            assert!(table.contains_key(key), "{key} is not shown");
        }
    }

    #[test]
    fn every_lint_and_threshold_stands_in_it_at_its_default() {
        let table = toml::from_str::<toml::Table>(&used(&init())).unwrap();
        let lints = table["lints"].as_table().unwrap();
        assert_eq!(lints.len(), catalogue().len());
        for lint in catalogue() {
            let severity = lints[lint.id.as_ref()]
                .get("severity")
                .unwrap_or(&lints[lint.id.as_ref()]);
            assert_eq!(severity.as_str(), Some(lint.severity.name()), "{}", lint.id);
            for (name, value) in lint.thresholds.iter() {
                let number = &lints[lint.id.as_ref()][name.as_ref()];
                #[allow(clippy::cast_precision_loss, reason = "defaults are small")]
                let number = number.as_float().or(number.as_integer().map(|number| number as f64));
                assert_eq!(number, Some(*value), "{} {name}", lint.id);
            }
        }
    }

    /// All settings with their comment marks taken away.
    fn used(text: &str) -> String {
        let uncomment = |line: &str| match line.strip_prefix('#') {
            Some(setting) if !setting.starts_with([' ', ':']) => setting.to_owned(),
            _ => line.to_owned(),
        };
        text.lines().map(uncomment).collect::<Vec<_>>().join("\n")
    }
}
