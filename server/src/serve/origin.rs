//! Whose page opens a socket: only our own may, or somebody's site could speak through a visitor's browser.

use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};

/// Programs that are no browsers send no origin and carry no one's rights.
pub(super) fn is_ours(headers: &HeaderMap) -> bool {
    let Some(origin) = headers.get(ORIGIN) else { return true };
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let origin = origin.to_str().ok().and_then(|origin| origin.split_once("://"));
    matches!((origin, host), (Some((_, origin)), Some(host)) if origin.eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;

    use super::is_ours;

    fn asked(headers: &[(&'static str, &str)]) -> bool {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, value.parse().unwrap());
        }
        is_ours(&map)
    }

    #[test]
    fn only_the_relays_own_page_opens_a_socket() {
        assert!(asked(&[("host", "toko.example"), ("origin", "https://Toko.example")]));
        assert!(asked(&[("host", "127.0.0.1:7171")]), "a native device");
        for stranger in ["https://evil.example", "https://toko.example.evil.example", "null", ""] {
            assert!(!asked(&[("host", "toko.example"), ("origin", stranger)]), "{stranger}");
        }
        assert!(!asked(&[("origin", "https://toko.example")]), "no host at all");
    }
}
