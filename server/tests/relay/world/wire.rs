//! A bare WebSocket to the relay, to say what no device would say.

use futures_util::{SinkExt, StreamExt};
use tapak_sync::codec;
use tapak_sync::message::{Ping, ToDevice, ToRelay};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::{PATIENCE, Relay};

pub(crate) struct Wire(WebSocketStream<MaybeTlsStream<TcpStream>>);

/// How the relay ended it: in the protocol's word, and in the close frame.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Farewell {
    pub(crate) bye: String,
    pub(crate) close: String,
}

impl Wire {
    /// Past the relay's challenge.
    pub(crate) async fn open(relay: &Relay) -> Self {
        let (socket, _) = connect_async(relay.socket_address()).await.unwrap();
        let mut wire = Self(socket);
        assert!(matches!(wire.next_message().await, Some(ToDevice::Challenge(_))));
        wire
    }

    pub(crate) fn of(socket: WebSocketStream<MaybeTlsStream<TcpStream>>) -> Self {
        Self(socket)
    }

    /// Asks again and again and never reads an answer, until it is hung up on.
    pub(crate) async fn ask_and_never_listen(mut self) {
        let ping = codec::encode(&ToRelay::Ping(Ping { at: 1 })).unwrap();
        let asking = async { while self.0.send(Message::Binary(ping.clone().into())).await.is_ok() {} };
        timeout(PATIENCE, asking).await.unwrap();
    }

    pub(crate) async fn say(&mut self, message: Message) {
        self.0.send(message).await.unwrap();
    }

    /// Reads to the end.
    pub(crate) async fn farewell(mut self) -> Farewell {
        let mut farewell = Farewell { bye: String::new(), close: "torn off".to_owned() };
        while let Some(Ok(message)) = timeout(PATIENCE, self.0.next()).await.unwrap() {
            farewell.note(message);
        }
        farewell
    }

    async fn next_message(&mut self) -> Option<ToDevice> {
        let message = timeout(PATIENCE, self.0.next()).await.unwrap()?.ok()?;
        codec::decode_to_device(&message.into_data()).ok()
    }
}

impl Farewell {
    fn note(&mut self, message: Message) {
        match message {
            Message::Close(Some(frame)) => self.close = frame.reason.to_string(),
            Message::Binary(frame) => self.note_bye(&frame),
            Message::Close(None) | Message::Text(_) | Message::Ping(_) | Message::Pong(_) | Message::Frame(_) => {}
        }
    }

    fn note_bye(&mut self, frame: &[u8]) {
        if let Ok(ToDevice::Bye(code)) = codec::decode_to_device(frame) {
            code.code().clone_into(&mut self.bye);
        }
    }

    pub(crate) fn of(code: &str) -> Self {
        Self { bye: code.to_owned(), close: code.to_owned() }
    }
}
