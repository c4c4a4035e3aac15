//! The device's line to the relay: one call at a time, carried beside the engine so that its loop never waits for it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use tapak_engine::device::Input;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use super::call;
use crate::fault::Fault;
use crate::wire::Counter;

/// What wakes a host: what a call has to tell and which call it was, for of one that was hung up nothing counts any
/// more; or nothing, when somebody else rang.
pub(super) type News = Option<(u64, Input)>;

/// Wakes a host from another thread.
#[derive(Debug, Clone)]
pub(crate) struct Bell(Sender<News>);

impl Bell {
    /// The host may be gone; then nobody needs to be woken.
    pub(crate) fn ring(&self) {
        let _ = self.0.send(None);
    }
}

#[derive(Debug)]
pub(super) struct Line {
    runtime: Runtime,
    relay: SocketAddr,
    wire: Arc<Counter>,
    sender: Sender<News>,
    news: Receiver<News>,
    calls: u64,
    call: Option<UnboundedSender<Vec<u8>>>,
}

impl Line {
    pub(super) fn new(relay: SocketAddr, wire: Arc<Counter>) -> Result<Self, Fault> {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_io().build();
        let runtime = runtime.map_err(Fault::doing("the device's network thread"))?;
        let (sender, news) = mpsc::channel();
        Ok(Self { runtime, relay, wire, sender, news, calls: 0, call: None })
    }

    pub(super) fn bell(&self) -> Bell {
        Bell(self.sender.clone())
    }

    pub(super) fn connect(&mut self) {
        self.calls += 1;
        let (frames, to_send) = unbounded_channel();
        let teller = call::Teller { call: self.calls, news: self.sender.clone(), wire: Arc::clone(&self.wire) };
        self.runtime.spawn(call::carry(self.relay, to_send, teller));
        self.call = Some(frames);
    }

    pub(super) fn send(&self, frame: Vec<u8>) {
        if let Some(call) = &self.call {
            let _ = call.send(frame);
        }
    }

    pub(super) fn hang_up(&mut self) {
        self.call = None;
    }

    /// Everything that has come in and still counts.
    pub(super) fn waiting(&self) -> Vec<Input> {
        self.news.try_iter().filter_map(|news| self.counts(news)).collect()
    }

    /// The next thing to come in, or nothing when the time is up.
    pub(super) fn next(&self, within: Duration) -> Option<Input> {
        match self.news.recv_timeout(within) {
            Ok(news) => self.counts(news),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => None,
        }
    }

    fn counts(&self, news: News) -> Option<Input> {
        let (call, input) = news?;
        (self.call.is_some() && call == self.calls).then_some(input)
    }
}
