//! What a buyer has in hand after buying: the number, what to transfer, and a code to follow the order by.

use tapak_domain::order::{Course, Line, Order};
use tapak_domain::values::{Rupiah, Size};
use uuid::Uuid;

use crate::site::{Invoice, InvoiceLine, Payment};

/// Digits and letters that are told apart when read aloud.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Five bits each of what is random in the order's id: a million millions of codes.
const CODE_BYTES: usize = 5;

pub(super) fn of(order: &Order, course: &Course, located: bool) -> Invoice {
    let payment = course.totalan.as_ref().filter(|totalan| !totalan.void).map(|totalan| Payment {
        nominal: totalan.total - totalan.paid_before,
        unique_code: totalan.unique_code,
        bank: totalan.bank.clone(),
        account: totalan.account.clone(),
        holder: totalan.holder.clone(),
        deadline: totalan.deadline,
    });
    let waits_for = if payment.is_some() { Vec::new() } else { waits_for(order, located) };
    Invoice {
        number: order.number.clone(),
        tracking_code: tracking_code(order.record.id),
        standing: course.standing,
        lines: order.lines.values().map(line).collect(),
        subtotal: order.subtotal(),
        shipping_fee: order.shipping_fee.map(Rupiah::get),
        payment,
        waits_for,
    }
}

/// What the shop asks the buyer about, or looks up.
fn waits_for(order: &Order, located: bool) -> Vec<String> {
    let mut fields = order.missing();
    if fields.is_empty() && !located {
        fields.push("address".to_owned());
    }
    if fields.is_empty() {
        fields.push("total".to_owned());
    }
    fields
}

fn line(line: &Line) -> InvoiceLine {
    InvoiceLine {
        name: line.name.clone(),
        colour: line.colour.clone(),
        size: line.size.map(Size::get),
        quantity: line.quantity.get(),
        price: line.price.map(Rupiah::get),
    }
}

/// Of the last bytes of the order's id, which are drawn at random.
pub(super) fn tracking_code(order: Uuid) -> String {
    let bytes = order.as_bytes();
    let number = bytes[bytes.len() - CODE_BYTES..].iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    (0..CODE_BYTES * 8 / 5).rev().map(|at| char::from(DIGITS[(number >> (at * 5) & 31) as usize])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_eight_characters_and_says_all_that_is_random_in_it() {
        assert_eq!(tracking_code(Uuid::nil()), "00000000");
        assert_eq!(tracking_code(Uuid::max()), "ZZZZZZZZ");
        assert_eq!(tracking_code(Uuid::from_u128(33)), "00000011");
    }
}
