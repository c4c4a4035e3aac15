//! What a device's host tells the loop, and what the loop asks of its host. Storage is no part of it: that is a plain call.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::command::{Command, Outcome};

/// What happened, told to [`super::Device::handle`]. Several at once share one transaction.
#[derive(Debug, Clone)]
#[allow(
    clippy::large_enum_variant,
    reason = "an input is moved once, from the host into the loop; on 32 bits it is small"
)]
pub enum Input {
    /// The host is ready for outputs. Said once, first.
    Start,
    /// The socket asked for with [`Output::Connect`] is open.
    Opened,
    /// One binary frame of that socket.
    Frame(Vec<u8>),
    /// The socket is gone or could not be opened. Never said of a socket after [`Output::Disconnect`].
    Closed,
    /// The network is back: do not wait for the next try.
    Online,
    /// The time of [`Output::WakeAt`] has come; early or late is harmless.
    Tick,
    /// A person joins the shop with an invite's code.
    Pair {
        code: String,
        person: String,
        device_name: String,
    },
    /// The record a person has open now; none when it was closed. What is not all here is fetched.
    Look {
        record: Option<Uuid>,
    },
    /// Somebody wants to see this file, named by its hash.
    FetchFile {
        file: [u8; 32],
    },
    Command {
        id: Uuid,
        command: Command,
    },
}

/// What the host has to do, in this sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Output {
    Connect,
    Send(Vec<u8>),
    Disconnect,
    /// Milliseconds since 1970 UTC; replaces any earlier time.
    WakeAt(u64),
    /// What these views show may have changed. Said after it is on disk.
    Touched(BTreeSet<Topic>),
    /// How a command ended. `Done` is said after it is on disk.
    Answer {
        id: Uuid,
        outcome: Outcome,
    },
}

/// A part of what screens show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// Paired or not, and as whom.
    Start,
    /// The sync badge and page.
    Sync,
    Orders,
    Contacts,
    Products,
    Statements,
    Tariffs,
    Recaps,
}

impl Topic {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Sync => "sync",
            Self::Orders => "orders",
            Self::Contacts => "contacts",
            Self::Products => "products",
            Self::Statements => "statements",
            Self::Tariffs => "tariffs",
            Self::Recaps => "recaps",
        }
    }
}
