//! A folded document as a relay sends it or a disk gives it back: opened, read, folded again.

use tapak_document::Document;
use uuid::Uuid;

use super::document::look_through;
use crate::seal;

pub(super) fn open(bytes: &[u8]) {
    open_one(bytes);
    open_one(&seal::change(bytes));
}

fn open_one(bytes: &[u8]) {
    if let Ok(document) = Document::open(Uuid::nil(), bytes, []) {
        look_through(&document);
    }
}
