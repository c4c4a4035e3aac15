//! A bare WebSocket to the relay, to say what no device would say.

use futures_util::{SinkExt, StreamExt};
use tapak_sync::codec;
use tapak_sync::message::{Ping, ToDevice, ToRelay};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, client_async, connect_async};

use super::{PATIENCE, Relay};

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

pub(crate) struct Wire {
    socket: Socket,
    /// What the relay wants to see signed.
    pub(crate) nonce: [u8; 32],
}

/// So little that what is not read soon waits at the relay.
const NARROW: u32 = 4 * 1024;

/// How the relay ended it: in the protocol's word, and in the close frame.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Farewell {
    pub(crate) bye: String,
    pub(crate) close: String,
}

impl Wire {
    /// Past the relay's challenge.
    pub(crate) async fn open(relay: &Relay) -> Self {
        Self::try_open(relay).await.unwrap()
    }

    /// None where the relay has no place.
    pub(crate) async fn try_open(relay: &Relay) -> Option<Self> {
        let (socket, _) = connect_async(relay.socket_address()).await.ok()?;
        Some(Self::of(socket).challenged().await)
    }

    /// Over a connection that takes in very little at a time.
    pub(crate) async fn open_narrow(relay: &Relay) -> Self {
        let narrow = TcpSocket::new_v4().unwrap();
        narrow.set_recv_buffer_size(NARROW).unwrap();
        let stream = narrow.connect(relay.host().parse().unwrap()).await.unwrap();
        let upgraded = client_async(relay.socket_address(), MaybeTlsStream::Plain(stream)).await;
        Self::of(upgraded.unwrap().0).challenged().await
    }

    pub(crate) fn of(socket: Socket) -> Self {
        Self { socket, nonce: [0; 32] }
    }

    async fn challenged(mut self) -> Self {
        let Some(ToDevice::Challenge(challenge)) = self.next_message().await else { panic!("no challenge") };
        self.nonce = challenge.nonce;
        self
    }

    /// Asks again and again and never reads an answer, until it is hung up on.
    pub(crate) async fn ask_and_never_listen(mut self) {
        let ping = codec::encode(&ToRelay::Ping(Ping { at: 1, roster: None })).unwrap();
        let asking = async { while self.socket.send(Message::Binary(ping.clone().into())).await.is_ok() {} };
        timeout(PATIENCE, asking).await.unwrap();
    }

    pub(crate) async fn say(&mut self, message: Message) {
        self.socket.send(message).await.unwrap();
    }

    /// Reads to the end.
    pub(crate) async fn farewell(mut self) -> Farewell {
        let mut farewell = Farewell { bye: String::new(), close: "torn off".to_owned() };
        while let Some(Ok(message)) = timeout(PATIENCE, self.socket.next()).await.unwrap() {
            farewell.note(message);
        }
        farewell
    }

    pub(crate) async fn tell(&mut self, message: &ToRelay) {
        self.say(Message::Binary(codec::encode(message).unwrap().into())).await;
    }

    pub(crate) async fn next_message(&mut self) -> Option<ToDevice> {
        let message = timeout(PATIENCE, self.socket.next()).await.unwrap()?.ok()?;
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
