//! The public site's door, `/api/v1`: JSON in and out, each question one trip to the storage thread.
//!
//! | what | answers |
//! |---|---|
//! | `GET /api/v1/catalogue` | models, colours, prices |
//! | `POST /api/v1/orders` with an `idempotency-key` (a UUID) | the invoice; the same key again, the same invoice |
//! | `GET /api/v1/orders/{number}?code=` | standing and resi, for the invoice's code or the phone's last four digits |

mod said;
mod turnstile;

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Extension, Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;
use tapak_engine::site::{OrderForm, Question};
use uuid::Uuid;

use super::hub::Hub;
use super::places::Place;
use turnstile::Turnstile;

/// An order of many lines is a few kilobytes.
const MOST_BODY: usize = 32 * 1024;
const KEY: &str = "idempotency-key";

#[derive(Debug, Clone)]
struct Site {
    hub: Hub,
    /// Orders, and codes that were wrong, of one household.
    orders: Turnstile,
    guesses: Turnstile,
}

#[derive(Debug, Deserialize)]
struct Followed {
    #[serde(default)]
    code: String,
}

pub(super) fn routes(hub: Hub) -> Router {
    let site = Site { hub, orders: Turnstile::new(20), guesses: Turnstile::new(10) };
    Router::new()
        .route("/api/v1/catalogue", get(catalogue))
        .route("/api/v1/orders", post(order))
        .route("/api/v1/orders/{number}", get(track))
        .layer(DefaultBodyLimit::max(MOST_BODY))
        .with_state(site)
}

async fn catalogue(State(site): State<Site>) -> Response {
    said::answer(site.hub.ask(Question::Catalogue).await)
}

async fn order(
    State(site): State<Site>,
    Extension(place): Extension<Arc<Place>>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if !site.orders.lets_in(place.household()) {
        return said::too_many();
    }
    let key = headers.get(KEY).and_then(|key| Uuid::parse_str(key.to_str().ok()?).ok());
    match (key, serde_json::from_slice::<Box<OrderForm>>(&body)) {
        (None, _) => said::bad(KEY, "site.key_missing"),
        (Some(_), Err(_)) => said::bad("", "site.not_an_order"),
        (Some(key), Ok(form)) => {
            site.orders.count(place.household());
            said::answer(site.hub.ask(Question::Order { key, form }).await)
        }
    }
}

/// Whoever guesses is soon asked to wait; whoever knows never is.
async fn track(
    State(site): State<Site>,
    Extension(place): Extension<Arc<Place>>,
    Path(number): Path<String>,
    Query(Followed { code }): Query<Followed>,
) -> Response {
    if !site.guesses.lets_in(place.household()) {
        return said::too_many();
    }
    let answer = site.hub.ask(Question::Track { number, code }).await;
    if said::is_a_miss(answer.as_deref()) {
        site.guesses.count(place.household());
    }
    said::answer(answer)
}
