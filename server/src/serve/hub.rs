//! The front desk: takes in connections, numbers them, and hands them to their sockets.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::extract::State;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use tapak_engine::relay::Socket;
use tapak_sync::limits::MAX_FRAME;
use tokio::sync::{Semaphore, mpsc};
use tokio::time::interval;

use super::storage::Job;
use super::{origin, socket};

/// Connections at one time; a shop has tens.
const MOST_SOCKETS: u32 = 2_000;
const TICK: Duration = Duration::from_secs(5);
/// What a socket reads at once. Most frames are far smaller, and a thousand idle devices hold a thousand of these.
const READ_BUFFER: usize = 4 * 1024;

#[derive(Debug, Clone)]
pub(super) struct Hub {
    jobs: mpsc::Sender<Job>,
    places: Arc<Semaphore>,
    numbers: Arc<AtomicU64>,
}

impl Hub {
    /// Within the runtime: the relay's ticks begin.
    pub(super) fn open(jobs: mpsc::Sender<Job>) -> Self {
        tokio::spawn(tick(jobs.clone()));
        let places = Semaphore::new(MOST_SOCKETS as usize);
        Self { jobs, places: Arc::new(places), numbers: Arc::default() }
    }

    pub(super) async fn storage_ended(&self) {
        self.jobs.closed().await;
    }

    pub(super) async fn stop(&self) {
        let _ = self.jobs.send(Job::Stop).await;
    }

    /// Ends when the last connection has, and lets no new one in.
    pub(super) async fn emptied(&self) {
        if self.places.acquire_many(MOST_SOCKETS).await.is_ok() {
            self.places.close();
        }
    }

    fn take_in(self, upgrade: WebSocketUpgrade) -> Response {
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        };
        let upgrade = upgrade.max_message_size(MAX_FRAME).max_frame_size(MAX_FRAME).read_buffer_size(READ_BUFFER);
        upgrade.on_upgrade(async move |wire| {
            socket::converse(wire, self.next_socket(), &self.jobs).await;
            drop(place);
        })
    }

    fn next_socket(&self) -> Socket {
        Socket(self.numbers.fetch_add(1, Ordering::Relaxed))
    }
}

async fn tick(jobs: mpsc::Sender<Job>) {
    let mut interval = interval(TICK);
    loop {
        interval.tick().await;
        if jobs.send(Job::Tick).await.is_err() {
            break;
        }
    }
}

pub(super) async fn health(State(hub): State<Hub>) -> Response {
    if hub.jobs.is_closed() { StatusCode::SERVICE_UNAVAILABLE.into_response() } else { "ok\n".into_response() }
}

type Upgrade = Result<WebSocketUpgrade, WebSocketUpgradeRejection>;

pub(super) async fn sync(State(hub): State<Hub>, headers: HeaderMap, upgrade: Upgrade) -> Response {
    if !origin::is_ours(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    match upgrade {
        Ok(upgrade) => hub.take_in(upgrade),
        Err(no_socket) => no_socket.into_response(),
    }
}
