//! Where an order stands, for whoever knows its number and its code, or the end of the phone number on it.

use crate::fault::Fault;
use crate::relay::Relay;
use crate::relay::site::invoice::tracking_code;
use crate::site::{Answer, Tracked};

/// As many of the phone's last digits.
const LAST_DIGITS: usize = 4;

impl Relay {
    /// An order that is not there and one that belongs to somebody else are told apart by nobody.
    pub(super) fn track(&mut self, number: &str, code: &str) -> Result<Answer, Fault> {
        let number = number.trim().to_uppercase();
        let Some(row) = self.store.order_by_number(&number)? else { return Ok(Answer::NotFound) };
        let Some((order, course)) = self.order_course(row.id)? else { return Ok(Answer::NotFound) };
        let digits = order.buyer_phone.as_ref().map_or("", |phone| phone.as_str());
        let end = &digits[digits.len().saturating_sub(LAST_DIGITS)..];
        let said = code.trim().to_uppercase().replace('-', "");
        let by_code = same(&said, &tracking_code(row.id));
        let by_phone = end.len() == LAST_DIGITS && same(&said, end);
        if !(by_code || by_phone) {
            return Ok(Answer::NotFound);
        }
        let shipment = course.parcel.shipments.last();
        Ok(Answer::Tracked(Tracked {
            number,
            standing: course.standing,
            taken_at: row.taken_at,
            shipped_at: row.shipped_at,
            courier: shipment.map(|shipment| shipment.courier.clone()).unwrap_or_default(),
            tracking_number: course.parcel.tracking.number.clone(),
        }))
    }
}

/// In the same time, however much of it is right.
fn same(one: &str, other: &str) -> bool {
    let differ = one.bytes().zip(other.bytes()).fold(0, |differ, (a, b)| differ | (a ^ b));
    one.len() == other.len() && differ == 0
}
