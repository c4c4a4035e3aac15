//! Bytes of a change or a snapshot walked before Automerge decodes them: nothing may stand for more than it could hold.
//!
//! A column is run-length coded, so that a few bytes can claim a trillion operations or a string of a gigabyte.

use crate::change::MOST_OPERATIONS;

/// More operations than a record gathers in its life.
const MOST_IN_SNAPSHOT: u64 = 100_000;
const MAGIC_AND_CHECKSUM: usize = 8;
const DOCUMENT: u8 = 0;
const CHANGE: u8 = 1;
const HASH: usize = 32;
const DEFLATED: u64 = 8;

/// What is still to be walked. `None` anywhere means that the bytes do not add up.
struct Rest<'a> {
    bytes: &'a [u8],
    most: u64,
}

/// Whether this could be one change that a verb wrote.
pub(crate) fn is_change(bytes: &[u8]) -> bool {
    let mut rest = Rest { bytes, most: MOST_OPERATIONS as u64 };
    let kind = rest.chunk();
    kind == Some(CHANGE) && rest.bytes.is_empty()
}

/// Whether these could be a folded document and changes since.
pub(crate) fn is_snapshot(bytes: &[u8]) -> bool {
    let mut rest = Rest { bytes, most: MOST_IN_SNAPSHOT };
    while !rest.bytes.is_empty() {
        if rest.chunk().is_none() {
            return false;
        }
    }
    true
}

impl<'a> Rest<'a> {
    fn chunk(&mut self) -> Option<u8> {
        self.take(MAGIC_AND_CHECKSUM)?;
        let kind = *self.take(1)?.first()?;
        let length = self.size()?;
        let mut body = Rest { bytes: self.take(length)?, most: self.most };
        match kind {
            DOCUMENT => body.document()?,
            CHANGE => body.change()?,
            _ => return None,
        }
        Some(kind)
    }

    fn document(&mut self) -> Option<()> {
        self.texts()?;
        self.hashes()?;
        let (changes, operations) = (self.headings()?, self.headings()?);
        self.columns(changes)?;
        self.columns(operations)
    }

    fn change(&mut self) -> Option<()> {
        self.hashes()?;
        self.text()?;
        self.unsigned()?;
        self.unsigned()?;
        self.signed()?;
        self.text()?;
        self.texts()?;
        let operations = self.headings()?;
        self.columns(operations)
    }

    fn hashes(&mut self) -> Option<()> {
        let count = self.size()?;
        self.take(count.checked_mul(HASH)?).map(drop)
    }

    /// What each column holds, and its length.
    fn headings(&mut self) -> Option<Vec<(u64, usize)>> {
        let count = self.size()?;
        (0..count).map(|_| Some((self.unsigned()?, self.size()?))).collect()
    }

    fn columns(&mut self, headings: Vec<(u64, usize)>) -> Option<()> {
        headings.into_iter().try_for_each(|(kind, length)| {
            let column = Rest { bytes: self.take(length)?, most: self.most };
            match kind & 0xf {
                kind if kind & DEFLATED != 0 => None,
                3 => column.runs(|rest| rest.signed().map(drop)),
                4 => column.booleans(),
                5 => column.runs(Self::text),
                7 => Some(()),
                _ => column.runs(|rest| rest.unsigned().map(drop)),
            }
        })
    }

    fn booleans(mut self) -> Option<()> {
        let mut rows = 0;
        while !self.bytes.is_empty() {
            let more = self.unsigned()?;
            rows = self.within(rows, more)?;
        }
        Some(())
    }

    fn runs(mut self, skip: impl Fn(&mut Self) -> Option<()>) -> Option<()> {
        let mut rows = 0;
        while !self.bytes.is_empty() {
            let count = self.signed()?;
            let (claimed, written) = match count {
                0 => (self.unsigned()?, 0),
                1.. => (count.unsigned_abs(), 1),
                ..0 => (count.unsigned_abs(), count.unsigned_abs()),
            };
            rows = self.within(rows, claimed)?;
            (0..written).try_for_each(|_| skip(&mut self))?;
        }
        Some(())
    }

    fn within(&self, rows: u64, more: u64) -> Option<u64> {
        rows.checked_add(more).filter(|rows| *rows <= self.most)
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        Some(taken)
    }

    /// A length, and then so many bytes.
    fn text(&mut self) -> Option<()> {
        let length = self.size()?;
        self.take(length).map(drop)
    }

    fn texts(&mut self) -> Option<()> {
        (0..self.size()?).try_for_each(|_| self.text())
    }

    fn size(&mut self) -> Option<usize> {
        usize::try_from(self.unsigned()?).ok()
    }

    fn unsigned(&mut self) -> Option<u64> {
        self.leb128().map(|(bits, ..)| bits)
    }

    fn signed(&mut self) -> Option<i64> {
        let (bits, shift, last) = self.leb128()?;
        let negative = last & 0x40 != 0 && shift < 64;
        Some((if negative { bits | (u64::MAX << shift) } else { bits }).cast_signed())
    }

    /// The bits, how many were read, and the last byte.
    fn leb128(&mut self) -> Option<(u64, u32, u8)> {
        let (mut bits, mut shift) = (0, 0);
        loop {
            let byte = *self.take(1)?.first()?;
            if shift > 63 {
                return None;
            }
            bits |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return Some((bits, shift, byte));
            }
        }
    }
}
