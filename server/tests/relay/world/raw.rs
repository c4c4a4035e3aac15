//! Bytes on a bare TCP connection, for what no WebSocket library would send.

use std::io::{Read, Write};
use std::net::TcpStream;

use super::{PATIENCE, Relay};

const UPGRADE: &str = "GET /sync HTTP/1.1\r\nhost: shop\r\nconnection: upgrade\r\nupgrade: websocket\r\n\
                       sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

pub(crate) struct Raw(TcpStream);

impl Raw {
    pub(crate) fn connect(relay: &Relay) -> Self {
        let stream = TcpStream::connect(relay.host()).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        Self(stream)
    }

    /// Through HTTP, so that frames come next.
    pub(crate) fn upgraded(relay: &Relay) -> Self {
        let mut raw = Self::connect(relay);
        raw.write(UPGRADE.as_bytes());
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            raw.0.read_exact(&mut byte).unwrap();
            head.push(byte[0]);
        }
        assert!(head.starts_with(b"HTTP/1.1 101"), "{}", String::from_utf8_lossy(&head));
        raw
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) {
        self.0.write_all(bytes).unwrap();
    }

    /// Everything until the relay hangs up.
    pub(crate) fn rest(mut self) -> String {
        let mut heard = Vec::new();
        let _ = self.0.read_to_end(&mut heard);
        String::from_utf8_lossy(&heard).into_owned()
    }
}
