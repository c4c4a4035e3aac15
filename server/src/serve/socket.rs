//! One connection: frames in to the storage thread, frames out to the device, and an end with a reason.

use std::error::Error;
use std::future::pending;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{Message, WebSocket};
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use tapak_engine::relay::Socket;
use tapak_sync::ByeCode;
use tokio::sync::{Semaphore, mpsc, oneshot};
use tokio::time::timeout;

use super::goodbye;
use super::outlet::{self, Inlet, Outgoing, Outlet};
use super::storage::Job;

/// A reason takes a moment to arrive: hanging up on unread bytes would tear it off the wire.
const LINGER: Duration = Duration::from_secs(2);

/// A device that takes in less than what waits on the wire in this time is not waited for: about 4 kB a second.
const TAKE_IN_WITHIN: Duration = Duration::from_secs(30);

type Sink = SplitSink<WebSocket, Message>;
type Stream = SplitStream<WebSocket>;

/// How a conversation came to its end.
enum End {
    /// The relay said why; it speaks of this socket no more.
    Closed(ByeCode),
    /// The device said what no device says, and the relay never heard it.
    Broken(ByeCode),
    /// The wire is gone.
    Gone,
    /// Too slow: nothing can be said to somebody who does not listen.
    Cut,
    /// As slow, but it was noticed here and the relay does not know.
    Stuck,
}

/// What the next message of a device is worth.
enum Heard {
    Frame(Vec<u8>),
    Nothing,
    End(End),
}

pub(super) async fn converse(wire: WebSocket, socket: Socket, jobs: &mpsc::Sender<Job>) {
    let (mut sink, mut stream) = wire.split();
    let (outlet, inlet) = outlet::pair();
    let end = speak(&mut sink, &mut stream, socket, jobs, (outlet, inlet)).await;
    if matches!(end, End::Stuck) {
        tracing::info!(socket = socket.0, code = ByeCode::TooSlow.code(), "connection ended");
    }
    if matches!(end, End::Broken(_) | End::Gone | End::Stuck) {
        let _ = jobs.send(Job::Left(socket)).await;
    }
    part(sink, stream, end).await;
}

async fn speak(
    sink: &mut Sink,
    stream: &mut Stream,
    socket: Socket,
    jobs: &mpsc::Sender<Job>,
    (outlet, mut inlet): (Outlet, Inlet),
) -> End {
    if jobs.send(Job::Arrived(socket, outlet)).await.is_err() {
        return End::Broken(ByeCode::GoingAway);
    }
    let Inlet { frames, cut, turns } = &mut inlet;
    tokio::select! {
        end = write(sink, frames) => end,
        end = read(stream, socket, jobs, turns) => end,
        () = was_cut(cut) => End::Cut,
    }
}

async fn write(sink: &mut Sink, frames: &mut mpsc::Receiver<Outgoing>) -> End {
    while let Some(first) = frames.recv().await {
        if let Err(end) = write_waiting(sink, frames, first).await {
            return end;
        }
    }
    End::Broken(ByeCode::GoingAway)
}

/// Everything that waits goes out in one piece.
async fn write_waiting(sink: &mut Sink, frames: &mut mpsc::Receiver<Outgoing>, first: Outgoing) -> Result<(), End> {
    let mut next = Some(first);
    while let Some(outgoing) = next {
        match outgoing {
            Outgoing::Frame(frame, _room) => in_time(sink.feed(Message::Binary(frame.into()))).await?,
            Outgoing::Close(code) => return Err(End::Closed(code)),
        }
        next = frames.try_recv().ok();
    }
    in_time(sink.flush()).await
}

async fn in_time(writing: impl Future<Output = Result<(), axum::Error>>) -> Result<(), End> {
    match timeout(TAKE_IN_WITHIN, writing).await {
        Ok(written) => written.map_err(|_| End::Gone),
        Err(_) => Err(End::Stuck),
    }
}

/// Not read while enough of this socket's frames wait for the disk.
async fn read(stream: &mut Stream, socket: Socket, jobs: &mpsc::Sender<Job>, turns: &Arc<Semaphore>) -> End {
    loop {
        let Ok(turn) = Arc::clone(turns).acquire_owned().await else { return End::Gone };
        let job = match listen(stream).await {
            Heard::Frame(frame) => Job::Frame(socket, frame, turn),
            Heard::Nothing => continue,
            Heard::End(end) => return end,
        };
        if jobs.send(job).await.is_err() {
            return End::Broken(ByeCode::GoingAway);
        }
    }
}

async fn listen(stream: &mut Stream) -> Heard {
    match stream.next().await {
        Some(Ok(Message::Binary(frame))) => Heard::Frame(frame.into()),
        Some(Ok(Message::Ping(_) | Message::Pong(_))) => Heard::Nothing,
        Some(Ok(Message::Text(_))) => Heard::End(End::Broken(ByeCode::MalformedFrame)),
        Some(Ok(Message::Close(_))) | None => Heard::End(End::Gone),
        Some(Err(error)) => Heard::End(judge(&error)),
    }
}

/// What the WebSocket layer could not read: too much, or no WebSocket at all.
fn judge(error: &axum::Error) -> End {
    use tungstenite::Error as Wire;
    match error.source().and_then(|source| source.downcast_ref::<Wire>()) {
        Some(Wire::Capacity(_)) => End::Broken(ByeCode::FrameTooLarge),
        Some(Wire::Protocol(tungstenite::error::ProtocolError::ResetWithoutClosingHandshake)) => End::Gone,
        Some(Wire::Protocol(_) | Wire::Utf8(_)) => End::Broken(ByeCode::MalformedFrame),
        Some(_) | None => End::Gone,
    }
}

/// The storage thread's end is also dropped in peace; only a word on it cuts.
async fn was_cut(cut: &mut oneshot::Receiver<()>) {
    if cut.await.is_err() {
        pending::<()>().await;
    }
}

async fn part(sink: Sink, stream: Stream, end: End) {
    let code = match end {
        End::Closed(code) | End::Broken(code) => code,
        End::Gone | End::Cut | End::Stuck => return,
    };
    let bye = if matches!(end, End::Broken(_)) { goodbye::bye(code) } else { None };
    let _ = timeout(LINGER, say_goodbye(sink, stream, bye, code)).await;
}

async fn say_goodbye(mut sink: Sink, mut stream: Stream, bye: Option<Message>, code: ByeCode) {
    for message in bye.into_iter().chain([goodbye::close(code)]) {
        if sink.send(message).await.is_err() {
            return;
        }
    }
    while let Some(Ok(_)) = stream.next().await {}
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use super::{End, in_time};

    #[tokio::test(start_paused = true)]
    async fn a_wire_that_takes_nothing_is_given_up_and_one_that_does_is_not() {
        assert!(matches!(in_time(pending()).await, Err(End::Stuck)));
        assert!(in_time(ready(Ok(()))).await.is_ok());
    }
}
