//! What the page may do: show its own style and run its own script, and nothing else.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The style of the page.
pub(super) const STYLE: &str = include_str!("page.css");

/// The script of the page.
pub(super) const SCRIPT: &str = include_str!("page.js");

/// The content security policy of a page; one that is live may ask where it came from for news.
#[must_use]
pub fn policy(is_live: bool) -> String {
    let news = if is_live { "; connect-src 'self'" } else { "" };
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; img-src data:; base-uri 'none'; form-action 'none'{news}",
        hash(STYLE),
        hash(SCRIPT)
    )
}

fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(hmac_sha256::Hash::hash(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_what_browsers_compute() {
        // The example of the specification.
        assert_eq!(
            hash("alert('Hello, world.');"),
            "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
        );
    }

    #[test]
    fn nothing_comes_from_elsewhere() {
        for text in [STYLE, SCRIPT] {
            assert!(!text.contains("http:") && !text.contains("https:") && !text.contains("@import"));
            assert!(!text.contains("</"), "it would end the element that holds it");
        }
    }
}
