//! A form while it is typed: sums, problems, what is still missing, and what is left of each line.

use tapak_domain::order::{Filled, Order, OrderDraft, fill};
use uuid::Uuid;

use crate::command::RefusalView;
use crate::device::Device;
use crate::fault::Fault;
use crate::view::order::PreviewView;

impl Device {
    /// `id` is the order that is being revised.
    pub(super) fn show_preview(&self, draft: &OrderDraft, id: Option<Uuid>) -> Result<PreviewView, Fault> {
        let (filled, problems) = fill(draft);
        let order = as_order(filled);
        Ok(PreviewView {
            pairs: order.pairs(),
            total: order.total(),
            refusals: problems.into_iter().map(RefusalView::from).collect(),
            missing: order.missing(),
            place: self.show_place(&order.address),
            stock: self.left_for(draft, id)?,
        })
    }
}

/// As the order would stand if it were saved now.
pub(super) fn as_order(filled: Filled) -> Order {
    let numbered = (1..).map(Uuid::from_u128);
    Order {
        contact: filled.contact,
        buyer_name: filled.buyer_name,
        buyer_phone: filled.buyer_phone,
        address: filled.address,
        lines: numbered.zip(filled.lines.into_iter().map(|(_, line)| line)).collect(),
        courier: filled.courier,
        shipping_fee: filled.shipping_fee,
        note: filled.note,
        source: filled.source,
        sender_name: filled.sender_name,
        sender_phone: filled.sender_phone,
        hide_price: filled.hide_price,
        discount: filled.discount,
        fee_reason: filled.fee_reason,
        channel: filled.channel,
        ..Order::empty(Uuid::nil())
    }
}
