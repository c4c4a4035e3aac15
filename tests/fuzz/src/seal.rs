//! What an attacker would compute: checksums and links that fit the bytes, so that a mutation gets past them.

use sha2::{Digest, Sha256};

/// An Automerge chunk: magic, the first bytes of its hash, its type, its length, and what it holds.
const CHECKSUM: std::ops::Range<usize> = 4..8;
const HASHED_FROM: usize = 8;
const LENGTH_FROM: usize = 9;
/// SHA-256.
const HASH: usize = 32;

/// The change with the checksum that its bytes call for.
pub(crate) fn change(bytes: &[u8]) -> Vec<u8> {
    let mut sealed = bytes.to_vec();
    let Some(hashed) = bytes.get(HASHED_FROM..) else { return sealed };
    let hash = Sha256::digest(hashed);
    sealed[CHECKSUM].copy_from_slice(&hash[..CHECKSUM.len()]);
    sealed
}

/// The change built on `parent`, where it builds on exactly one other.
pub(crate) fn on_top_of(parent: [u8; HASH], bytes: &[u8]) -> Vec<u8> {
    let mut linked = bytes.to_vec();
    let length = bytes.iter().skip(LENGTH_FROM).take_while(|byte| **byte >= 0x80).count() + 1;
    let counted = LENGTH_FROM + length;
    if let (Some(1), Some(link)) = (bytes.get(counted), linked.get_mut(counted + 1..counted + 1 + HASH)) {
        link.copy_from_slice(&parent);
    }
    change(&linked)
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The invite code that says these bytes and ends in the right check.
pub(crate) fn invite(body: &[u8]) -> String {
    let check = body.iter().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    [body, &check.to_be_bytes()].concat().chunks(3).flat_map(letters).collect()
}

fn letters(chunk: &[u8]) -> impl Iterator<Item = char> {
    let bits = chunk.iter().zip([16, 8, 0]).fold(0, |bits, (byte, shift)| bits | (u32::from(*byte) << shift));
    let count = chunk.len() + 1;
    (0..count).map(move |place| char::from(LETTERS[(bits >> (18 - 6 * place)) as usize & 63]))
}
