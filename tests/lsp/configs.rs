//! essaylint.toml: found, watched, and told of where it is wrong.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::client::{Client, uri};

const TEXT: &str = "Her courage left an indelible mark on me, at [Center].\n";

fn codes(found: &[Value]) -> Vec<&str> {
    found.iter().filter_map(|one| one["code"].as_str()).collect()
}

struct Desk {
    client: Client,
    folder: tempfile::TempDir,
    draft: String,
    config: String,
}

impl Desk {
    fn new(capabilities: &Value) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let top = folder.path().canonicalize().unwrap();
        let (client, _) = Client::open(&[], Some(&top), capabilities);
        Self {
            client,
            draft: uri(&top.join("statement.md")),
            config: uri(&top.join("essaylint.toml")),
            folder,
        }
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap_or(Path::new(""))).unwrap();
        fs::write(path, text).unwrap();
    }

    fn save(&mut self) {
        let params = json!({"textDocument": {"uri": self.draft}});
        self.client.notify("textDocument/didSave", &params);
    }

    fn told_of_config(&mut self) -> Vec<Value> {
        let config = self.config.clone();
        let told = self.client.wait(|message| {
            message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == config
        });
        told["params"]["diagnostics"].as_array().unwrap().clone()
    }

    fn found(&mut self) -> Vec<Value> {
        let draft = self.draft.clone();
        self.client.diagnostics(&draft, 1)
    }
}

#[test]
fn a_configuration_counts_from_the_next_save_on() {
    let mut desk = Desk::new(&json!({}));
    let found = desk.client.open_document(&desk.draft.clone(), "markdown", TEXT);
    assert!(codes(&found).contains(&"cliche"));
    desk.write("essaylint.toml", "[lints]\ncliche = \"off\"\n");
    desk.save();
    let found = desk.found();
    assert!(!codes(&found).contains(&"cliche") && codes(&found).contains(&"placeholder"));
    fs::remove_file(desk.folder.path().join("essaylint.toml")).unwrap();
    desk.save();
    assert!(codes(&desk.found()).contains(&"cliche"));
    desk.client.goodbye();
}

#[test]
fn the_editor_is_asked_to_watch_and_heard() {
    let mut desk = Desk::new(&json!({
        "workspace": {
            "didChangeWatchedFiles": {"dynamicRegistration": true},
            "codeLens": {"refreshSupport": true},
        }
    }));
    let asked = desk.client.wait_for("client/registerCapability");
    assert_eq!(asked["registrations"][0]["method"], "workspace/didChangeWatchedFiles");
    assert_eq!(
        asked["registrations"][0]["registerOptions"]["watchers"][0]["globPattern"],
        "**/*.toml"
    );
    desk.write("essaylint.toml", "phrases = \"mine\"\n");
    desk.write(
        "mine/courage.toml",
        "id = \"courage\"\ngroup = \"mine\"\nscope = \"passage\"\nkinds = [\"personal-statement\"]\nseverity = \"note\"\nmessage = \"say what she did\"\nhelp = \"tell it\"\nwhy = \"vague\"\n\
         phrases = [\"her courage\"]\n",
    );
    let found = desk.client.open_document(&desk.draft.clone(), "markdown", TEXT);
    assert!(codes(&found).contains(&"courage"), "{found:?}");
    let lint = fs::read_to_string(desk.folder.path().join("mine/courage.toml")).unwrap();
    desk.write("mine/courage.toml", &lint.replace("her courage", "her fear"));
    let file = uri(&desk.folder.path().join("mine/courage.toml"));
    desk.client.notify(
        "workspace/didChangeWatchedFiles",
        &json!({"changes": [{"uri": file, "type": 2}]}),
    );
    assert!(!codes(&desk.found()).contains(&"courage"));
    desk.client.wait_for("workspace/codeLens/refresh");
    desk.client.goodbye();
}

#[test]
fn a_broken_configuration_is_told_and_the_last_good_one_counts() {
    let mut desk = Desk::new(&json!({}));
    desk.write("essaylint.toml", "[lints]\ncliche = \"off\"\n");
    let found = desk.client.open_document(&desk.draft.clone(), "markdown", TEXT);
    assert_eq!(codes(&found).iter().filter(|code| **code == "cliche").count(), 0);
    desk.write("essaylint.toml", "# é\nfail-on = \"warning\"\nlimts = 3\n");
    desk.save();
    let told = desk.told_of_config();
    assert_eq!(told.len(), 1);
    assert_eq!(
        told[0]["range"],
        json!({"start": {"line": 2, "character": 0}, "end": {"line": 2, "character": 5}})
    );
    assert!(told[0]["message"].as_str().unwrap().contains("unknown key 'limts'"));
    assert!(!codes(&desk.found()).contains(&"cliche"), "the last good one counts");
    desk.write("essaylint.toml", "");
    desk.save();
    assert!(desk.told_of_config().is_empty(), "the error is taken back");
    assert!(codes(&desk.found()).contains(&"cliche"));
    desk.client.goodbye();
}

#[test]
fn with_a_broken_configuration_from_the_start_the_defaults_count() {
    let mut desk = Desk::new(&json!({}));
    desk.write("essaylint.toml", "[lints\n");
    let found = desk.client.open_document(&desk.draft.clone(), "markdown", TEXT);
    assert!(codes(&found).contains(&"cliche"));
    assert_eq!(desk.told_of_config().len(), 1);
    let params = json!({"textDocument": {"uri": desk.draft}});
    desk.client.notify("textDocument/didClose", &params);
    assert!(desk.told_of_config().is_empty(), "nobody needs it any more");
    desk.client.goodbye();
}

#[test]
fn the_kind_is_told_by_the_configuration_and_the_configuration_is_no_draft() {
    let mut desk = Desk::new(&json!({}));
    desk.write(
        "essaylint.toml",
        "[[documents]]\nglob = \"statement.md\"\nkind = \"experience\"\n",
    );
    let draft = desk.draft.clone();
    desk.client.open_document(&draft, "markdown", TEXT);
    let lenses = desk
        .client
        .ask("textDocument/codeLens", &json!({"textDocument": {"uri": draft}}));
    let title = lenses[0]["command"]["title"].as_str().unwrap().to_owned();
    assert!(title.starts_with("experience"), "{title}");
    let config = desk.config.clone();
    desk.client.notify(
        "textDocument/didOpen",
        &json!({"textDocument": {"uri": config, "languageId": "toml", "version": 7, "text": "[lints]"}}),
    );
    assert!(!desk.client.has_come(|message| message["params"]["version"] == 7));
    desk.client.goodbye();
}

#[test]
fn the_command_line_of_the_server_counts() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("other.toml");
    fs::write(&config, "[lints]\ncliche = \"off\"\n").unwrap();
    let path = config.to_str().unwrap();
    for (arguments, quiet) in [(vec!["--config", path], true), (vec!["--isolated", "--stdio"], false)] {
        let (mut client, _) = Client::open(&arguments, None, &json!({}));
        let found = client.open_document("file:///nowhere/a.md", "markdown", TEXT);
        assert_eq!(!codes(&found).contains(&"cliche"), quiet);
        client.goodbye();
    }
}
