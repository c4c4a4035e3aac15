//! One WebSocket connection to the relay, from dialling to the end.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use futures_util::{SinkExt, Stream, StreamExt};
use tapak_engine::device::Input;
use tokio::net::TcpStream;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async_with_config};

use super::line::News;
use crate::wire::Counter;

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// Tells the device what becomes of one call.
#[derive(Debug)]
pub(super) struct Teller {
    pub(super) call: u64,
    pub(super) news: Sender<News>,
    pub(super) wire: Arc<Counter>,
}

impl Teller {
    /// The device may be gone; then nobody needs to know.
    fn tell(&self, input: Input) {
        let _ = self.news.send(Some((self.call, input)));
    }
}

/// Until either end hangs up.
pub(super) async fn carry(relay: SocketAddr, mut frames: UnboundedReceiver<Vec<u8>>, teller: Teller) {
    // Small frames leave at once: the answer to each is waited for.
    let no_delay = true;
    if let Ok((socket, _)) = connect_async_with_config(format!("ws://{relay}/sync"), None, no_delay).await {
        teller.tell(Input::Opened);
        talk(socket, &mut frames, &teller).await;
    }
    teller.tell(Input::Closed);
}

async fn talk(socket: Socket, frames: &mut UnboundedReceiver<Vec<u8>>, teller: &Teller) {
    let (mut sink, mut stream) = socket.split();
    let sending = async {
        while let Some(frame) = frames.recv().await {
            teller.wire.count(&frame);
            sink.send(Message::binary(frame)).await?;
        }
        sink.close().await
    };
    tokio::select! {
        _ = sending => {}
        () = hear(&mut stream, teller) => {}
    }
}

async fn hear(stream: &mut (impl Stream<Item = Result<Message, Error>> + Unpin), teller: &Teller) {
    while let Some(Ok(message)) = stream.next().await {
        if let Message::Binary(frame) = message {
            teller.wire.count(&frame);
            teller.tell(Input::Frame(frame.into()));
        }
    }
}
