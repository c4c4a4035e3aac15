//! What a buyer of the demo shop wants, as the order form a CS agent would fill in.

use tapak_domain::order::{LineDraft, OrderDraft};
use uuid::Uuid;

use super::buyer::Buyer;
use super::calendar::Shift;
use super::catalogue::{PRODUCTS, Product};
use super::dice::Dice;
use super::parcels::{CARRIERS, Carrier, Fee};
use super::{chat, sayings};

/// A whole order form, and how its parcel will travel.
pub(super) struct Wanted {
    pub(super) draft: OrderDraft,
    pub(super) carrier: &'static Carrier,
    pub(super) fee: Fee,
}

/// `products` are the ids of [`PRODUCTS`], in the same sequence.
pub(super) fn draw(buyer: &Buyer, products: &[Uuid], taken: Shift, dice: &mut Dice) -> Wanted {
    let carrier = dice.pick_early(CARRIERS);
    let (lines, grams) = lines(products, taken, dice);
    let fee = carrier.fee(buyer.place.fee, grams);
    let mut draft = OrderDraft {
        buyer_name: buyer.name.clone(),
        buyer_phone: buyer.phone.clone(),
        address: buyer.address.clone(),
        lines,
        courier: carrier.courier.to_owned(),
        service: carrier.service.to_owned(),
        shipping_fee: fee.charged.to_string(),
        note: if dice.chance(15) { (*dice.pick(sayings::WISHES)).to_owned() } else { String::new() },
        ..OrderDraft::default()
    };
    if dice.chance(65) {
        draft.source = chat::write(&draft, carrier, dice);
    }
    Wanted { draft, carrier, fee }
}

/// The lines, and what they weigh together.
fn lines(products: &[Uuid], taken: Shift, dice: &mut Dice) -> (Vec<LineDraft>, u32) {
    let count = if dice.chance(72) { 1 } else { dice.between(2, 3) };
    let reseller = dice.chance(4);
    let choices: Vec<_> = PRODUCTS.iter().zip(products).collect();
    let mut grams = 0;
    let mut lines = Vec::new();
    for _ in 0..count {
        let (product, id) = *dice.pick_early(&choices);
        let pairs = if reseller { dice.between(4, 12) } else { 1 + u32::from(dice.chance(8)) };
        grams += product.grams * pairs;
        let named = LineDraft { product: Some(*id), quantity: pairs.to_string(), ..LineDraft::default() };
        lines.push(line(product, taken, named, dice));
    }
    (lines, grams)
}

fn line(product: &Product, taken: Shift, line: LineDraft, dice: &mut Dice) -> LineDraft {
    let size = if dice.chance(85) { dice.between(38, 43) } else { dice.between(36, 44) };
    LineDraft {
        name: product.name.to_owned(),
        colour: (*dice.pick(product.colours)).to_owned(),
        size: size.to_string(),
        price: product.price_in(taken).to_string(),
        ..line
    }
}
