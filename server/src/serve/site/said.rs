//! Answers as JSON, each kept by nobody on the way.

use axum::Json;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, RETRY_AFTER};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use tapak_engine::site::Answer;

/// Nothing came when the disk failed: the same question may be asked again.
pub(super) fn answer(answer: Option<Box<Answer>>) -> Response {
    let Some(answer) = answer else {
        return (StatusCode::SERVICE_UNAVAILABLE, [(RETRY_AFTER, "5")]).into_response();
    };
    let (status, body) = match *answer {
        Answer::Catalogue(catalogue) => (StatusCode::OK, json!(catalogue)),
        Answer::Invoice(invoice) => (StatusCode::OK, json!(invoice)),
        Answer::Tracked(tracked) => (StatusCode::OK, json!(tracked)),
        Answer::Refused(refusals) => (StatusCode::UNPROCESSABLE_ENTITY, json!({ "refusals": refusals })),
        Answer::NotFound => (StatusCode::NOT_FOUND, refusal("", "site.not_found")),
    };
    (status, [(CACHE_CONTROL, "no-store")], Json(body)).into_response()
}

pub(super) fn bad(field: &str, code: &str) -> Response {
    (StatusCode::BAD_REQUEST, [(CACHE_CONTROL, "no-store")], Json(refusal(field, code))).into_response()
}

pub(super) fn too_many() -> Response {
    (StatusCode::TOO_MANY_REQUESTS, [(RETRY_AFTER, "600")], Json(refusal("", "site.too_many"))).into_response()
}

pub(super) fn is_a_miss(answer: Option<&Answer>) -> bool {
    answer == Some(&Answer::NotFound)
}

fn refusal(field: &str, code: &str) -> serde_json::Value {
    json!({ "refusals": [{ "field": field, "code": code }] })
}
