//! The six changes of an order. A peer sets one register to its next word; here each is a command a person would give,
//! three notes and three revisions in turn, so that our changes carry more than a peer's, never less.

use tapak_domain::order::OrderDraft;
use tapak_engine::command::Command;
use tapak_engine::view::order::OrderRow;
use uuid::Uuid;

/// Where the parcel goes after the last change; it shows in the order's row.
const LANDMARK: &str = "seberang Masjid Al-Ikhlas";

/// One change of an order that was taken.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Change {
    Note(&'static str),
    Revise(fn(&mut OrderDraft)),
}

const CHANGES: [Change; 6] = [
    Change::Note("Alamat dan nomor HP sudah dicek."),
    Change::Revise(|form| form.shipping_fee = "24000".into()),
    Change::Note("Totalan sudah dikirim ke pembeli."),
    Change::Revise(|form| form.service = "YES".into()),
    Change::Note("Bukti transfer sudah dicek, lunas."),
    Change::Revise(|form| form.address.landmark = LANDMARK.into()),
];

/// So many of them, up to the last. Nobody asks for more than there are.
pub(crate) fn last_changes(edits: usize) -> &'static [Change] {
    &CHANGES[CHANGES.len().saturating_sub(edits)..]
}

impl Change {
    /// The command that makes this change, on the form as it stands.
    pub(crate) fn command(self, id: Uuid, form: &mut OrderDraft) -> Command {
        match self {
            Self::Note(text) => Command::NoteOrder { id, text: text.into() },
            Self::Revise(revise) => {
                revise(form);
                Command::ReviseOrder { id, draft: form.clone() }
            }
        }
    }
}

/// The last change of this order has arrived.
pub(crate) fn is_last(row: &OrderRow) -> bool {
    row.address.contains(LANDMARK)
}
