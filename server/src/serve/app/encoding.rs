//! Which form of a file a browser takes: as it is, or the one that was compressed when the app was built.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_ENCODING;

/// May the answer be Brotli?
pub(super) fn takes_brotli(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|value| value.split(',')).any(is_brotli)
}

fn is_brotli(accepted: &str) -> bool {
    let (name, weight) = accepted.split_once(';').unwrap_or((accepted, ""));
    let refused = weight.trim().strip_prefix("q=").is_some_and(|weight| weight.parse() == Ok(0.0_f32));
    name.trim().eq_ignore_ascii_case("br") && !refused
}

#[cfg(test)]
mod tests {
    use super::is_brotli;

    #[test]
    fn brotli_is_sent_to_those_who_take_it() {
        assert!(is_brotli(" br") && is_brotli("BR;q=0.5"));
        assert!(!is_brotli("gzip") && !is_brotli("br;q=0") && !is_brotli("brotli"));
    }
}
