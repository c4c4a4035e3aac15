//! Files in parts, named by the hash of what is in them.

use crate::id::FileHash;
use minicbor::{Decode, Encode};

/// A part of a file, in either direction. The next part is said only once this one is known to be stored.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct FilePart {
    #[n(0)]
    pub file: FileHash,
    /// How long the whole file is, in bytes.
    #[n(1)]
    pub length: u64,
    #[n(2)]
    pub offset: u64,
    #[cbor(n(3), with = "minicbor::bytes")]
    pub bytes: Vec<u8>,
}

impl core::fmt::Debug for FilePart {
    /// What is on a photo stays out of every log.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("FilePart").field("file", &self.file).field("offset", &self.offset).finish_non_exhaustive()
    }
}

/// The relay has this much of a file on disk: all of it when `offset` is its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct FileHave {
    #[n(0)]
    pub file: FileHash,
    #[n(1)]
    pub offset: u64,
    /// Why it is not taken or not given; nothing when it is.
    #[n(2)]
    pub refused: Option<crate::code::RefusalCode>,
}

/// "Send me the part of this file at `offset`", or, with `offering`, "how much of this file do you have?"
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct FileWant {
    #[n(0)]
    pub file: FileHash,
    #[n(1)]
    pub offset: u64,
    /// The length of a file this device would send.
    #[n(2)]
    pub offering: Option<u64>,
}
