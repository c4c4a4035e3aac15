//! What the relay's host tells the loop, and what the loop asks of its host.

use tapak_sync::ByeCode;

use crate::fault::Fault;
use crate::site::{Answer, Question};

/// One connection. The host numbers them and never uses a number twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Socket(pub u64);

/// One question of the public site; numbered like a socket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Visit(pub u64);

/// What happened, told to [`super::Relay::handle`]. Several at once share one transaction.
#[derive(Debug, Clone)]
pub enum Input {
    Opened(Socket),
    Frame(Socket, Vec<u8>),
    Closed(Socket),
    /// Somebody on the public site wants something.
    Asked(Visit, Box<Question>),
    /// Every few seconds.
    Tick,
    /// The relay is going down: every device is told so.
    Stop,
}

/// What the host has to do, in this sequence. Said only after everything it speaks of is on disk.
#[derive(Debug, Clone)]
pub enum Output {
    Send(Socket, Vec<u8>),
    /// Drop the socket once what was sent is flushed; say nothing more of it.
    Close(Socket, ByeCode),
    Answered(Visit, Box<Answer>),
    /// The disk failed and nothing of this call was kept. Every connection was ended; devices come back and repeat.
    Failed(Fault),
}
