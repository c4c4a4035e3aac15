//! The wish to stop: from the terminal or the service manager, and the switch that hands it on.

use std::future::Future;
use std::io;

use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;

/// Thrown once; whoever waits for it goes on.
#[derive(Debug, Clone)]
pub(super) struct Switch(watch::Sender<bool>);

impl Switch {
    pub(super) fn new() -> Self {
        Self(watch::Sender::new(false))
    }

    pub(super) fn throw(&self) {
        self.0.send_replace(true);
    }

    pub(super) fn thrown(&self) -> impl Future<Output = ()> + Send + 'static {
        let mut switch = self.0.subscribe();
        async move {
            let _ = switch.wait_for(|thrown| *thrown).await;
        }
    }
}

/// What a terminal or a service manager says when it wants an end.
#[derive(Debug)]
pub(super) struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    /// From here on a signal is a wish. Listen before the first device can connect: until then it is a kill.
    pub(super) fn listen() -> io::Result<Self> {
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    pub(super) async fn asked_to_stop(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
