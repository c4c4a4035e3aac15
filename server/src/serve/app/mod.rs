//! The app: its files are part of this program, and every path that is no file is a screen of it.

mod answer;
mod encoding;

use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use rust_embed::RustEmbed;

const INDEX: &str = "index.html";
/// Where other apps send what is shared with this one, as the app's manifest has it.
const SHARED: &str = "bagikan";
/// The app takes it on the device itself. What reaches the relay found no app there that was ready, is not kept here
/// (nobody proved who sends it), and the screen says so.
const NOT_KEPT: &str = "/bagikan?gagal=1";
const NOT_BUILT: &str = "The relay runs, but this program was built without the app. \
                         Build the app first, then the relay: `cargo xtask serve` does both.\n";

/// A debug build reads the folder anew each time; a release carries it inside.
#[derive(RustEmbed)]
#[folder = "../web/dist"]
#[allow_missing = true]
struct Files;

pub(super) async fn serve(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    if method == Method::POST && path == SHARED {
        return Redirect::to(NOT_KEPT).into_response();
    }
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
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
