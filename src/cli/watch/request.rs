//! What a browser may ask for, and who may ask.

use httparse::{EMPTY_HEADER, Request, Status};

/// More headers than any browser sends to a page on its own machine.
const HEADERS: usize = 64;

/// What to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked<'h> {
    /// The page.
    Page,
    /// News for somebody who has seen this version.
    News {
        /// The version.
        seen: &'h str,
    },
    /// Nothing.
    Refused(Refusal),
}

/// Why nothing is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is no request.
    Garbled,
    /// It was sent to another name: a page from elsewhere may have lent its own name to this machine.
    OtherHost,
    /// A page from elsewhere asks.
    OtherOrigin,
    /// It wants to do something else than to look.
    OtherMethod,
    /// There is nothing of that name.
    Unknown,
    /// It goes on for too long.
    TooLong,
}

impl Refusal {
    /// The status line's number and words.
    pub(super) fn status(self) -> &'static str {
        match self {
            Self::Garbled => "400 Bad Request",
            Self::OtherHost | Self::OtherOrigin => "403 Forbidden",
            Self::Unknown => "404 Not Found",
            Self::OtherMethod => "405 Method Not Allowed",
            Self::TooLong => "431 Request Header Fields Too Large",
        }
    }

    /// What is told of it.
    pub(super) fn reason(self) -> &'static str {
        match self {
            Self::Garbled => "this is no request",
            Self::OtherHost => "this server answers to 127.0.0.1 and localhost alone",
            Self::OtherOrigin => "this server answers to its own page alone",
            Self::Unknown => "there is nothing here but the page at /",
            Self::OtherMethod => "the page can be looked at, and nothing else",
            Self::TooLong => "the request is too long",
        }
    }
}

/// Reads the head of a request to a server on `port`; none if it is not whole yet.
pub(super) fn read(head: &[u8], port: u16) -> Option<Asked<'_>> {
    let mut headers = [EMPTY_HEADER; HEADERS];
    let mut request = Request::new(&mut headers);
    match request.parse(head) {
        Ok(Status::Complete(_)) => {}
        Ok(Status::Partial) => return None,
        Err(httparse::Error::TooManyHeaders) => return Some(Asked::Refused(Refusal::TooLong)),
        Err(_) => return Some(Asked::Refused(Refusal::Garbled)),
    }
    Some(judge(&request, port).unwrap_or_else(Asked::Refused))
}

fn judge<'h>(request: &Request<'_, 'h>, port: u16) -> Result<Asked<'h>, Refusal> {
    let values = |name: &str| -> Vec<&[u8]> {
        let named = request
            .headers
            .iter()
            .filter(|header| header.name.eq_ignore_ascii_case(name));
        named.map(|header| header.value).collect()
    };
    match values("host").as_slice() {
        [host] if is_here(host, port) => {}
        _ => return Err(Refusal::OtherHost),
    }
    let is_own = |origin: &&[u8]| origin.strip_prefix(b"http://").is_some_and(|host| is_here(host, port));
    // Browsers say where a request comes from, some of them for each request.
    let is_asked_here = |site: &&[u8]| [&b"same-origin"[..], b"none"].contains(site);
    if !values("origin").iter().all(is_own) || !values("sec-fetch-site").iter().all(is_asked_here) {
        return Err(Refusal::OtherOrigin);
    }
    if request.method != Some("GET") {
        return Err(Refusal::OtherMethod);
    }
    let target = request.path.unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    match path {
        "/" => Ok(Asked::Page),
        super::server::EVENTS => Ok(Asked::News {
            seen: query.strip_prefix("seen=").unwrap_or_default(),
        }),
        _ => Err(Refusal::Unknown),
    }
}

/// Whether a name with a port is that of this server.
fn is_here(host: &[u8], port: u16) -> bool {
    let Ok(host) = std::str::from_utf8(host) else {
        return false;
    };
    let (name, said) = match host.rsplit_once(':') {
        Some((name, said)) => (name, said),
        // Browsers leave out the port that is usual.
        None => (host, "80"),
    };
    said == port.to_string() && (name == "127.0.0.1" || name.eq_ignore_ascii_case("localhost"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(head: &str) -> Option<Asked<'_>> {
        read(head.as_bytes(), 8000)
    }

    const HOST: &str = "Host: 127.0.0.1:8000\r\n";

    #[test]
    fn the_page_and_its_news_are_all_there_is() {
        assert_eq!(
            asked("GET / HTTP/1.1\r\nhost: LOCALHOST:8000\r\n\r\n"),
            Some(Asked::Page)
        );
        assert_eq!(
            asked("GET /events?seen=ab HTTP/1.1\r\nHost: localhost:8000\r\nOrigin: http://localhost:8000\r\n\r\n"),
            Some(Asked::News { seen: "ab" })
        );
        for path in [
            "/etc/passwd",
            "/../../etc/passwd",
            "//",
            "/events/",
            "http://127.0.0.1:8000/",
            "*",
        ] {
            let head = format!("GET {path} HTTP/1.1\r\n{HOST}\r\n");
            assert_eq!(asked(&head), Some(Asked::Refused(Refusal::Unknown)), "{path}");
        }
    }

    #[test]
    fn nobody_asks_from_elsewhere() {
        for host in [
            "evil.example",
            "evil.example:8000",
            "127.0.0.1",
            "127.0.0.1:8001",
            "127.0.0.1.evil:8000",
            ":8000",
            "",
        ] {
            let head = format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n");
            assert_eq!(asked(&head), Some(Asked::Refused(Refusal::OtherHost)), "{host}");
        }
        let refused = Some(Asked::Refused(Refusal::OtherHost));
        assert_eq!(asked("GET / HTTP/1.1\r\n\r\n"), refused);
        assert_eq!(
            asked(&format!("GET / HTTP/1.1\r\n{HOST}Host: evil.example\r\n\r\n")),
            refused
        );
        for said in [
            "Origin: http://evil.example",
            "Origin: null",
            "Origin: https://127.0.0.1:8000",
            "Origin: http://127.0.0.1:8001",
            "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Site: same-site",
        ] {
            let head = format!("GET / HTTP/1.1\r\n{HOST}{said}\r\n\r\n");
            assert_eq!(asked(&head), Some(Asked::Refused(Refusal::OtherOrigin)), "{said}");
        }
    }

    #[test]
    fn a_request_that_is_none_is_refused_and_a_part_of_one_waited_for() {
        assert_eq!(asked("GET / HT"), None);
        assert_eq!(asked("GET / HTTP/1.1\r\nHost: 127.0.0.1:8000\r\n"), None);
        assert_eq!(
            asked("\u{16}\u{3}\u{1} hello\r\n\r\n"),
            Some(Asked::Refused(Refusal::Garbled))
        );
        let many = "X: y\r\n".repeat(HEADERS + 1);
        let head = format!("GET / HTTP/1.1\r\n{many}\r\n");
        assert_eq!(asked(&head), Some(Asked::Refused(Refusal::TooLong)));
        let head = format!("POST / HTTP/1.1\r\n{HOST}\r\n");
        assert_eq!(asked(&head), Some(Asked::Refused(Refusal::OtherMethod)));
    }
}
