//! What stands on a parcel's label, put together from the order and the shop's own sender.

pub(crate) mod code;

use tapak_domain::order::{Order, own_code};
use tapak_domain::values::Phone;

use crate::view::label::{LabelParty, ParcelLabel};

/// What the order does not know of itself.
pub(crate) struct Beside {
    /// How many labels it had so far.
    pub(crate) printed: u32,
    pub(crate) weight_grams: Option<u32>,
    /// In whose name the shop sends, unless a reseller does.
    pub(crate) shop: LabelParty,
}

pub(crate) fn draw(order: &Order, beside: Beside) -> ParcelLabel {
    let courier = order.courier.as_ref();
    ParcelLabel {
        id: order.record.id,
        number: order.number.clone(),
        printed: beside.printed,
        recipient: recipient(order),
        landmark: order.address.landmark.clone(),
        courier: courier.map(|courier| courier.courier.code().to_owned()).unwrap_or_default(),
        service: courier.map(|courier| courier.service.clone()).unwrap_or_default(),
        contents: order.said_lines(),
        pairs: order.pairs(),
        note: order.note.clone(),
        sender: sender(order, beside.shop),
        value: (!order.hide_price).then(|| order.subtotal()),
        weight_grams: beside.weight_grams,
        qr: code::qr(&own_code(&order.number)),
        bars: code::bars(&order.number),
    }
}

fn recipient(order: &Order) -> LabelParty {
    LabelParty {
        name: order.buyer_name.clone(),
        phone: dialled(order.buyer_phone.as_ref()),
        address: order.address.lines(),
    }
}

/// A reseller's parcel says nothing of the shop, not even where a reseller left something empty.
fn sender(order: &Order, shop: LabelParty) -> LabelParty {
    if order.sender_name.is_empty() {
        return shop;
    }
    LabelParty { name: order.sender_name.clone(), phone: dialled(order.sender_phone.as_ref()), address: Vec::new() }
}

fn dialled(phone: Option<&Phone>) -> String {
    phone.map(Phone::national).unwrap_or_default()
}
