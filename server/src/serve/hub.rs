//! The front desk: makes sockets of visits, numbers them, and hands them their share of the storage thread.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::extract::ws::WebSocketUpgrade;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::{Extension, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use tapak_engine::relay::Socket;
use tapak_engine::site::{Answer, Question};
use tapak_sync::limits::{MAX_FRAME, MAX_FRAME_DOWN};
use tokio::sync::{mpsc, oneshot};
use tokio::time::interval;

use super::places::Place;
use super::storage::Job;
use super::{origin, socket};

const TICK: Duration = Duration::from_secs(5);
/// What a socket reads at once. Most frames are far smaller, and a thousand idle devices hold a thousand of these.
const READ_BUFFER: usize = 4 * 1024;
/// What is gathered before it is written; the buffer of a socket never shrinks again.
const WRITE_BUFFER: usize = 8 * 1024;
/// A frame beyond that still fits.
const MOST_WRITE_BUFFER: usize = WRITE_BUFFER + 2 * MAX_FRAME_DOWN;

#[derive(Debug, Clone)]
pub(super) struct Hub {
    jobs: mpsc::Sender<Job>,
    numbers: Arc<AtomicU64>,
}

impl Hub {
    /// Within the runtime: the relay's ticks begin.
    pub(super) fn open(jobs: mpsc::Sender<Job>) -> Self {
        tokio::spawn(tick(jobs.clone()));
        Self { jobs, numbers: Arc::default() }
    }

    pub(super) async fn storage_ended(&self) {
        self.jobs.closed().await;
    }

    pub(super) async fn stop(&self) {
        let _ = self.jobs.send(Job::Stop).await;
    }

    /// Nothing when the disk failed, or the relay is going away.
    pub(super) async fn ask(&self, question: Question) -> Option<Box<Answer>> {
        let (answer, answered) = oneshot::channel();
        self.jobs.send(Job::Ask(question, answer)).await.ok()?;
        answered.await.ok()
    }

    fn take_in(self, upgrade: WebSocketUpgrade, place: Arc<Place>) -> Response {
        let upgrade = upgrade
            .max_message_size(MAX_FRAME)
            .max_frame_size(MAX_FRAME)
            .read_buffer_size(READ_BUFFER)
            .write_buffer_size(WRITE_BUFFER)
            .max_write_buffer_size(MOST_WRITE_BUFFER);
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

pub(super) async fn sync(
    State(hub): State<Hub>,
    Extension(place): Extension<Arc<Place>>,
    headers: HeaderMap,
    upgrade: Upgrade,
) -> Response {
    if !origin::is_ours(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    match upgrade {
        Ok(upgrade) => hub.take_in(upgrade, place),
        Err(no_socket) => no_socket.into_response(),
    }
}
