//! The door: takes in connections while there are places, and gives each little time to say what it wants.

use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use socket2::SockRef;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{interval, sleep, timeout};

use super::places::{NoPlace, Place, Places};
use super::stop::Switch;

/// From the first byte, or from the last answer, to the end of what is asked.
const ASK_WITHIN: Duration = Duration::from_secs(10);
/// What the system keeps of what was sent and not yet received. Left alone it grows to megabytes for each slow reader.
const SEND_BUFFER: usize = 256 * 1024;
/// What is asked, whole.
const MOST_HEAD: usize = 16 * 1024;
/// Nobody needs this long to download the app; a socket has then long become one.
const LONGEST_VISIT: Duration = Duration::from_mins(10);
/// Time for whoever serves others to give back what the system has run out of.
const BREATH: Duration = Duration::from_secs(1);
/// How often those who found no place are told of, so that a flood does not fill the log.
const TOLD_EVERY: Duration = Duration::from_secs(5);

#[derive(Debug)]
pub(super) struct Door {
    pub(super) listener: TcpListener,
    pub(super) router: Router,
    pub(super) places: Places,
}

impl Door {
    /// Until the switch is thrown; who is inside then finishes what was begun.
    pub(super) async fn stand_open(self, stop: Switch) {
        let mut closing = pin!(stop.thrown());
        let mut telling = interval(TOLD_EVERY);
        loop {
            tokio::select! {
                () = &mut closing => break,
                _ = telling.tick() => tell_of_the_turned_away(&self.places),
                arrival = self.listener.accept() => match arrival {
                    Ok(arrival) => self.take_in(arrival, &stop),
                    Err(fault) => rest(&fault).await,
                },
            }
        }
    }

    fn take_in(&self, (wire, from): (TcpStream, SocketAddr), stop: &Switch) {
        match self.places.take(from.ip()) {
            Ok(place) => drop(tokio::spawn(visit(wire, self.router.clone(), place, stop.thrown()))),
            Err(reason) => turn_away(&wire, reason),
        }
    }
}

/// The place goes with what is asked: a socket keeps it after the visit.
async fn visit(wire: TcpStream, router: Router, place: Place, closing: impl Future<Output = ()>) {
    // Frames are small and awaited: gathering them would only delay each.
    let _ = wire.set_nodelay(true);
    let _ = SockRef::from(&wire).set_send_buffer_size(SEND_BUFFER);
    let (place, router) = (Arc::new(place), TowerToHyperService::new(router));
    let answer = service_fn(move |mut asked: hyper::Request<hyper::body::Incoming>| {
        asked.extensions_mut().insert(Arc::clone(&place));
        router.call(asked)
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(ASK_WITHIN).max_buf_size(MOST_HEAD);
    let mut visit = pin!(http.serve_connection(TokioIo::new(wire), answer).with_upgrades());
    let finished = tokio::select! {
        _ = visit.as_mut() => true,
        () = sleep(LONGEST_VISIT) => true,
        () = closing => false,
    };
    if !finished {
        visit.as_mut().graceful_shutdown();
        let _ = timeout(ASK_WITHIN, visit).await;
    }
}

/// Said if it can be said at once; a flood is not waited for.
fn turn_away(wire: &TcpStream, reason: NoPlace) {
    let status = match reason {
        NoPlace::Full => "503 Service Unavailable",
        NoPlace::TooManyFromThere => "429 Too Many Requests",
    };
    let answer = format!("HTTP/1.1 {status}\r\nretry-after: 5\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    let _ = wire.try_write(answer.as_bytes());
}

fn tell_of_the_turned_away(places: &Places) {
    let count = places.turned_away();
    if count > 0 {
        tracing::warn!(count, "connections found no place");
    }
}

/// A peer that left before it was let in is nobody's fault; being out of files passes when others leave.
async fn rest(fault: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(fault.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        tracing::error!(%fault, "cannot take in connections");
        sleep(BREATH).await;
    }
}
