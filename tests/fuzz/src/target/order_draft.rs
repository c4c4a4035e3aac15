//! The order form as it comes from a screen or an importer, and an address as it lies in a document.

use tapak_domain::order::{OrderDraft, fill as read};
use tapak_domain::values::Address;

pub(super) fn fill(bytes: &[u8]) {
    if let Ok(draft) = serde_json::from_slice::<OrderDraft>(bytes) {
        fill_draft(&draft);
    }
    if let Ok(address) = serde_json::from_slice::<Address>(bytes) {
        assert_eq!(address.clean().as_ref(), Ok(&address), "an address that was read is tidy");
        drop((address.one_line(), address.missing()));
    }
}

/// What was understood reads the same again when it is written back into a form.
fn fill_draft(draft: &OrderDraft) {
    let (filled, _) = read(draft);
    let address = (&filled.address).into();
    let phone = filled.buyer_phone.as_ref().map(ToString::to_string).unwrap_or_default();
    let rewritten = OrderDraft {
        buyer_name: filled.buyer_name.clone(),
        buyer_phone: phone,
        address,
        note: filled.note.clone(),
        source: filled.source.clone(),
        ..draft.clone()
    };
    let (once_more, _) = read(&rewritten);
    assert_eq!(once_more, filled);
}
