//! One change by itself, as it came and with its checksum made right: parsed, applied, read.

use tapak_document::{ChangeInfo, Document};
use uuid::Uuid;

use super::document::look_through;
use crate::seal;

pub(super) fn parse(bytes: &[u8]) {
    take_in(bytes);
    take_in(&seal::change(bytes));
}

fn take_in(bytes: &[u8]) {
    let Ok(info) = ChangeInfo::parse(bytes) else { return };
    let mut document = Document::new(Uuid::nil());
    if document.admit([info]).is_ok() {
        look_through(&document);
    }
}
