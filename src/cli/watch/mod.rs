//! Shows a draft as a page on this machine, and a new page whenever the draft or its configuration changes.

mod browser;
mod request;
mod server;
mod sight;

use std::io::Write;
use std::net::{Ipv4Addr, TcpListener};
use std::thread;
use std::time::Duration;

use essaylint::report::{FileError, Run, one_line};

use super::args::{Check, Shared, Watch};
use super::drafts::shown;
use super::page::Page;
use super::{Failure, Outcome, check, complain};
use server::{Edition, Stand};
use sight::Sight;

/// How often the files are looked at.
const PULSE: Duration = Duration::from_millis(250);

/// How long a change must rest before it is read: editors write a file in several steps.
const REST: Duration = Duration::from_millis(60);

/// Watches a draft until somebody ends the program.
pub(super) fn run(watch: &Watch, shared: &Shared, page: Page) -> Result<Outcome, Failure> {
    let check = watch.check().map_err(|error| Failure::Said(error.to_string()))?;
    is_a_draft(watch)?;
    let mut sight = Sight::of(&watch.draft, shared);
    let (listener, port) = listen(watch.port)?;
    let stand = Stand::open(listener, port, edition(&check, shared))
        .map_err(|error| Failure::Said(format!("the page can not be served ({error}); close other programs")))?;
    let address = format!("http://127.0.0.1:{port}/");
    say(watch, &address, page)?;
    if watch.open {
        browser::open(&address).unwrap_or_else(|error| {
            complain(&format_args!(
                "warning: no browser could be started ({error}); open {address} yourself"
            ));
        });
    }
    loop {
        thread::sleep(PULSE);
        let mut now = Sight::of(&watch.draft, shared);
        if now == sight {
            continue;
        }
        while now != sight {
            sight = now;
            thread::sleep(REST);
            now = Sight::of(&watch.draft, shared);
        }
        stand.publish(edition(&check, shared));
    }
}

/// One draft is watched, and it is there at first: a name that is mistyped would be waited for in vain.
fn is_a_draft(watch: &Watch) -> Result<(), Failure> {
    let name = one_line(&shown(&watch.draft)).into_owned();
    let reason = if watch.draft.is_dir() {
        "this is a folder; name one draft in it"
    } else if watch.draft.as_os_str() == "-" {
        "standard input can not be watched; name a file"
    } else if !watch.draft.exists() {
        "there is no such file; check the path"
    } else {
        return Ok(());
    };
    Err(Failure::Said(format!("{name}: {reason}")))
}

fn listen(port: Option<u16>) -> Result<(TcpListener, u16), Failure> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0)));
    let bound = listener.and_then(|listener| listener.local_addr().map(|address| (listener, address.port())));
    bound.map_err(|error| {
        let place = port.map_or("127.0.0.1".to_owned(), |port| format!("port {port} of 127.0.0.1"));
        Failure::Said(format!(
            "{place} can not be listened to ({error}); choose another with --port, or leave --port out"
        ))
    })
}

fn say(watch: &Watch, address: &str, mut page: Page) -> Result<(), Failure> {
    let name = shown(&watch.draft);
    writeln!(page.out, "{} is shown at {address}", one_line(&name))?;
    writeln!(page.out, "The page follows what you save; Ctrl-C ends it.")?;
    page.turn()
}

/// The page as the files are now.
fn edition(check: &Check, shared: &Shared) -> Edition {
    let run = look(check, shared);
    Edition::new(&run)
}

/// What there is to show: the draft, or why it can not be.
fn look(check: &Check, shared: &Shared) -> Run {
    let error = |message: String| Run {
        files: Vec::new(),
        errors: vec![FileError {
            path: check.paths.first().map_or(String::new(), |path| shown(path)),
            message,
        }],
    };
    if check.paths.iter().any(|path| path.is_dir()) {
        return error("this is a folder now; put the draft back".to_owned());
    }
    check::look(check, shared).unwrap_or_else(|failure| error(failure.to_string()))
}
