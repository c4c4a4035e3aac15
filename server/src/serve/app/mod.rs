//! The app: its files are part of this program, and every path that is no file is a screen of it.

mod answer;
mod encoding;

use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

const INDEX: &str = "index.html";
const NOT_BUILT: &str = "The relay runs, but this program was built without the app. \
                         Build the app first, then the relay: `cargo xtask serve` does both.\n";

/// A debug build reads the folder anew each time; a release carries it inside.
#[derive(RustEmbed)]
#[folder = "../web/dist"]
#[allow_missing = true]
struct Files;

pub(super) async fn serve(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = uri.path().trim_start_matches('/');
    answer::file(path, &headers).unwrap_or_else(|| otherwise(path, &headers))
}

fn otherwise(path: &str, headers: &HeaderMap) -> Response {
    if is_file(path) {
        return StatusCode::NOT_FOUND.into_response();
    }
    answer::file(INDEX, headers).unwrap_or_else(|| (StatusCode::SERVICE_UNAVAILABLE, NOT_BUILT).into_response())
}

fn is_file(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.contains('.'))
}
