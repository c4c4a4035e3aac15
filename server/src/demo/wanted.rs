//! What a buyer of the demo shop wants, as the order form a CS agent would fill in.

use tapak_domain::order::{LineDraft, OrderDraft};
use uuid::Uuid;

use super::buyer::Buyer;
use super::catalogue::{PRODUCTS, Product};
use super::dice::Dice;
use super::parcels::{CARRIERS, Carrier, kilograms};
use super::{chat, sayings};

/// A whole order form, and how its parcel will travel.
pub(super) struct Wanted {
    pub(super) draft: OrderDraft,
    pub(super) carrier: &'static Carrier,
}

/// `products` are the ids of [`PRODUCTS`], in the same sequence.
pub(super) fn draw(buyer: &Buyer, products: &[Uuid], dice: &mut Dice) -> Wanted {
    let carrier = dice.pick_early(CARRIERS);
    let (lines, grams) = lines(products, dice);
    let mut draft = OrderDraft {
        buyer_name: buyer.name.clone(),
        buyer_phone: buyer.phone.clone(),
        address: buyer.address.clone(),
        lines,
        courier: carrier.courier.to_owned(),
        service: carrier.service.to_owned(),
        shipping_fee: (buyer.place.fee * kilograms(grams)).to_string(),
        note: if dice.chance(15) { (*dice.pick(sayings::WISHES)).to_owned() } else { String::new() },
        ..OrderDraft::default()
    };
    if dice.chance(65) {
        draft.source = chat::write(&draft, carrier, dice);
    }
    Wanted { draft, carrier }
}

/// The lines, and what they weigh together.
fn lines(products: &[Uuid], dice: &mut Dice) -> (Vec<LineDraft>, u32) {
    let count = if dice.chance(72) { 1 } else { dice.between(2, 3) };
    let reseller = dice.chance(4);
    let choices: Vec<_> = PRODUCTS.iter().zip(products).collect();
    let mut grams = 0;
    let mut lines = Vec::new();
    for _ in 0..count {
        let (product, id) = *dice.pick_early(&choices);
        let pairs = if reseller { dice.between(4, 12) } else { 1 + u32::from(dice.chance(8)) };
        grams += product.grams * pairs;
        lines.push(line(product, *id, pairs, dice));
    }
    (lines, grams)
}

fn line(product: &Product, id: Uuid, pairs: u32, dice: &mut Dice) -> LineDraft {
    let size = if dice.chance(85) { dice.between(38, 43) } else { dice.between(36, 44) };
    LineDraft {
        id: None,
        product: Some(id),
        name: product.name.to_owned(),
        colour: (*dice.pick(product.colours)).to_owned(),
        size: size.to_string(),
        quantity: pairs.to_string(),
        price: product.price.to_string(),
    }
}
