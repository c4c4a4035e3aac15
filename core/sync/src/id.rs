//! The names things travel under: shop, device, replica, document, change hash, and the log position.

use core::fmt;
use minicbor::{Decode, Encode};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $length:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
        #[cbor(transparent)]
        pub struct $name(#[cbor(n(0), with = "minicbor::bytes")] [u8; $length]);

        impl $name {
            pub const fn new(bytes: [u8; $length]) -> Self {
                Self(bytes)
            }

            pub const fn to_bytes(self) -> [u8; $length] {
                self.0
            }

            pub const fn as_bytes(&self) -> &[u8; $length] {
                &self.0
            }

            /// `None` when the slice has another length.
            pub fn from_slice(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self)
            }
        }

        impl $name {
            /// As [`fmt::Display`] writes it; `None` for anything else.
            pub fn from_hex(text: &str) -> Option<Self> {
                let mut bytes = [0; $length];
                if text.len() != 2 * $length || !text.is_ascii() {
                    return None;
                }
                for (at, byte) in bytes.iter_mut().enumerate() {
                    *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).ok()?;
                }
                Some(Self(bytes))
            }
        }

        impl From<[u8; $length]> for $name {
            fn from(bytes: [u8; $length]) -> Self {
                Self(bytes)
            }
        }

        impl From<$name> for [u8; $length] {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }
    };
}

id!(
    /// One record's document.
    DocumentId,
    16
);
id!(
    /// One enrolled device, for as long as its key lives.
    DeviceId,
    16
);
id!(
    /// One shop: one log, one roster.
    ShopId,
    16
);
id!(
    /// One local database. A device whose storage was lost or rolled back gets a new one.
    ReplicaId,
    16
);
id!(
    /// The content hash of one change.
    ChangeHash,
    32
);

id!(
    /// BLAKE3 of a file's bytes.
    FileHash,
    32
);

/// A position in the shop's log. Zero is before the first change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Sequence(#[n(0)] pub u64);

impl Sequence {
    pub const ZERO: Self = Self(0);

    pub const fn get(self) -> u64 {
        self.0
    }

    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}
