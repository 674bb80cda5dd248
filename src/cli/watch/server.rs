//! The server of the page: it speaks to this machine alone, and tells each page that is open when there is a newer one.

use std::hash::{DefaultHasher, Hasher};
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use essaylint::report::{Run, html};

use super::request::{Asked, Refusal, read};

/// Where a page asks for news.
pub(super) const EVENTS: &str = "/events";

/// How many connections there may be at a time; whoever comes after is turned away.
const MOST: usize = 512;

/// The longest head of a request, in bytes.
const LONGEST: usize = 16 << 10;

/// How long a browser may take to say what it wants, or to take what it gets.
const PATIENCE: Duration = Duration::from_secs(4);

/// How often a page that waits for news hears that the server is still there: so it is noticed when the page is gone.
const HEARTBEAT: Duration = Duration::from_secs(5);

/// A page, and which one it is.
#[derive(Debug, Clone)]
pub(super) struct Edition {
    version: String,
    page: Arc<str>,
}

impl Edition {
    /// The page of a run.
    pub(super) fn new(run: &Run) -> Self {
        let mut hasher = DefaultHasher::new();
        hasher.write(html::page(run, None).as_bytes());
        let version = format!("{:016x}", hasher.finish());
        let live = html::Live {
            events: EVENTS,
            version: &version,
        };
        let page = html::page(run, Some(live)).into();
        Self { version, page }
    }
}

/// Where the page is shown.
#[derive(Debug)]
pub(super) struct Stand {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    port: u16,
    edition: Mutex<Edition>,
    is_new: Condvar,
    connections: AtomicUsize,
}

impl Stand {
    /// Serves an edition from now on.
    ///
    /// # Errors
    /// When no thread can be started.
    pub(super) fn open(listener: TcpListener, port: u16, edition: Edition) -> io::Result<Self> {
        let shared = Arc::new(Shared {
            port,
            edition: Mutex::new(edition),
            is_new: Condvar::new(),
            connections: AtomicUsize::new(0),
        });
        let stand = Self {
            shared: Arc::clone(&shared),
        };
        thread::Builder::new().spawn(move || accept(&listener, &shared))?;
        Ok(stand)
    }

    /// Shows another edition, and tells whoever waits for it.
    pub(super) fn publish(&self, edition: Edition) {
        let mut shown = self.shared.edition.lock().unwrap_or_else(PoisonError::into_inner);
        *shown = edition;
        self.shared.is_new.notify_all();
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        let Ok(stream) = stream else {
            // There may be no room for another connection at this moment.
            thread::sleep(Duration::from_millis(50));
            continue;
        };
        let Some(place) = Place::take(shared) else {
            continue;
        };
        // Without a thread for it the connection is closed.
        let _ = thread::Builder::new()
            .stack_size(256 << 10)
            .spawn(move || serve(stream, &place.0));
    }
}

/// A place among the connections.
struct Place(Arc<Shared>);

impl Place {
    fn take(shared: &Arc<Shared>) -> Option<Self> {
        let place = Self(Arc::clone(shared));
        (shared.connections.fetch_add(1, Ordering::Relaxed) < MOST).then_some(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.connections.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Serves one connection. What goes wrong with it is the other side's, who is gone or does not listen.
fn serve(mut stream: TcpStream, shared: &Shared) {
    let _ = talk(&mut stream, shared);
    let _ = stream.shutdown(Shutdown::Write);
    // What was sent and not read would make the answer be thrown away.
    let _ = stream.set_read_timeout(Some(Duration::from_millis(200)));
    let _ = io::copy(&mut stream.take(LONGEST as u64), &mut io::sink());
}

fn talk(stream: &mut TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut head = Vec::new();
    match listen(stream, &mut head, shared.port)? {
        Asked::Page => {
            let page = Arc::clone(&shared.now().page);
            write!(
                stream,
                "{}",
                answer("200 OK", "text/html; charset=utf-8", Some(page.len()))
            )?;
            stream.write_all(page.as_bytes())
        }
        Asked::News { seen } => tell_news(stream, seen, shared),
        Asked::Refused(refusal) => {
            let reason = format!("{}\n", refusal.reason());
            let head = answer(refusal.status(), "text/plain; charset=utf-8", Some(reason.len()));
            write!(stream, "{head}{reason}")
        }
    }
}

/// Reads the head of a request, for as long as patience lasts.
fn listen<'h>(stream: &mut TcpStream, head: &'h mut Vec<u8>, port: u16) -> io::Result<Asked<'h>> {
    let end = Instant::now() + PATIENCE;
    let mut taken = [0; 2048];
    while read(head, port).is_none() {
        if head.len() > LONGEST {
            return Ok(Asked::Refused(Refusal::TooLong));
        }
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        stream.set_read_timeout(Some(left))?;
        match stream.read(&mut taken)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            count => head.extend_from_slice(&taken[..count]),
        }
    }
    read(head, port).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
}

/// Waits until there is another edition than the one that was seen, and says so.
fn tell_news(stream: &mut TcpStream, seen: &str, shared: &Shared) -> io::Result<()> {
    write!(stream, "{}retry: 500\n\n", answer("200 OK", "text/event-stream", None))?;
    while shared.wait(seen).version == seen {
        // A line that says nothing: if nobody takes it, nobody waits any more.
        stream.write_all(b":\n\n")?;
    }
    stream.write_all(b"data: newer\n\n")
}

impl Shared {
    fn now(&self) -> Edition {
        self.edition.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits for another edition than the one that was seen, for one heartbeat.
    fn wait(&self, seen: &str) -> Edition {
        let edition = self.edition.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self
            .is_new
            .wait_timeout_while(edition, HEARTBEAT, |edition| edition.version == seen);
        let (edition, _) = waited.unwrap_or_else(PoisonError::into_inner);
        edition.clone()
    }
}

/// The head of an answer.
fn answer(status: &str, sort: &str, length: Option<usize>) -> String {
    let length = length.map_or(String::new(), |length| format!("Content-Length: {length}\r\n"));
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {sort}\r\n{length}Content-Security-Policy: {}; frame-ancestors 'none'\r\n\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\nReferrer-Policy: \
         no-referrer\r\nCross-Origin-Resource-Policy: same-origin\r\nAllow: GET\r\nConnection: close\r\n\r\n",
        html::policy(true)
    )
}
