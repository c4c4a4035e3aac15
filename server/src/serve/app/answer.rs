//! One file of the app as an answer: its type, how long it may be kept, and nothing when the browser has it already.

use std::fmt::Write;

use axum::body::{Body, Bytes};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue, IF_NONE_MATCH, VARY,
};
use axum::http::{StatusCode, response};
use axum::response::Response;
use rust_embed::EmbeddedFile;

use super::Files;
use super::encoding::takes_brotli;

/// Names of files below carry a hash of what is in them.
const HASHED: &str = "assets/";

/// None when the app has no such file.
pub(super) fn file(path: &str, headers: &HeaderMap) -> Option<Response> {
    let plain = Files::get(path)?;
    let kind = content_type(plain.metadata.mimetype());
    let packed = if takes_brotli(headers) { Files::get(&format!("{path}.br")) } else { None };
    let mut about = response::Builder::new().header(CONTENT_TYPE, kind).header(VARY, "accept-encoding");
    if packed.is_some() {
        about = about.header(CONTENT_ENCODING, "br");
    }
    about
        .header(CACHE_CONTROL, lifetime(path))
        .body(packed.unwrap_or(plain))
        .ok()
        .map(|file| unless_known(file, headers))
}

fn unless_known(file: response::Response<EmbeddedFile>, headers: &HeaderMap) -> Response {
    let (mut about, file) = file.into_parts();
    let tag = tag(&file);
    let known = knows(headers, &tag);
    about.headers.extend(HeaderValue::from_str(&tag).ok().map(|tag| (ETAG, tag)));
    if known {
        about.status = StatusCode::NOT_MODIFIED;
    }
    Response::from_parts(about, if known { Body::empty() } else { Body::from(bytes(file)) })
}

fn bytes(file: EmbeddedFile) -> Bytes {
    match file.data {
        std::borrow::Cow::Borrowed(inside) => Bytes::from_static(inside),
        std::borrow::Cow::Owned(read) => read.into(),
    }
}

fn lifetime(path: &str) -> &'static str {
    if path.starts_with(HASHED) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// All our text is UTF-8.
fn content_type(guessed: &str) -> String {
    let text = guessed.starts_with("text/") || guessed == "application/javascript";
    if text { format!("{guessed}; charset=utf-8") } else { guessed.to_owned() }
}

fn tag(file: &EmbeddedFile) -> String {
    let hash = file.metadata.sha256_hash();
    let digits = hash.iter().take(16).fold(String::new(), |mut digits, byte| {
        // Writing to a String cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    });
    format!("\"{digits}\"")
}

fn knows(headers: &HeaderMap, tag: &str) -> bool {
    let known = headers.get(IF_NONE_MATCH).and_then(|tags| tags.to_str().ok()).unwrap_or_default();
    known.split(',').any(|known| known.trim().trim_start_matches("W/") == tag)
}
