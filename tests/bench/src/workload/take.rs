//! One order's form, about twenty registers and one to three lines: what `peers/workload.mjs` writes, as a person types it.

use tapak_domain::order::{AddressDraft, LineDraft, OrderDraft};
use tapak_engine::view::order::OrderRow;
use uuid::Uuid;

const BUYER: &str = "Pembeli ";

pub(crate) fn draft(index: u32) -> OrderDraft {
    OrderDraft {
        contact: Some(contact(index)),
        buyer_name: format!("{BUYER}{index}"),
        buyer_phone: format!("+62812{:08}", u64::from(index) * 7919 % 100_000_000),
        address: address(index),
        lines: (0..=index % 3).map(|number| line(index + number)).collect(),
        courier: "jne".into(),
        service: "REG".into(),
        shipping_fee: "18000".into(),
        note: "Tolong kirim sebelum Jumat ya kak, jangan lupa bubble wrap.".into(),
        ..OrderDraft::default()
    }
}

/// Which of the orders this row is.
pub(crate) fn index_of(row: &OrderRow) -> Option<u32> {
    row.buyer_name.strip_prefix(BUYER)?.parse().ok()
}

/// One of five thousand, which the order only names.
fn contact(index: u32) -> Uuid {
    Uuid::from_u128(1 + u128::from(index) * 7919 % 5000)
}

fn address(index: u32) -> AddressDraft {
    AddressDraft {
        street: format!("Jl. Pasir Kaliki No. {} RT 0{}/RW 0{}", index % 300, index % 9, index % 7),
        district: "Cicendo".into(),
        regency: "Kota Bandung".into(),
        province: "Jawa Barat".into(),
        postal_code: (40_171 + index % 5).to_string(),
        ..AddressDraft::default()
    }
}

fn line(number: u32) -> LineDraft {
    LineDraft {
        name: format!("TRV-{}", number % 120),
        colour: "coklat".into(),
        size: (36 + number % 9).to_string(),
        quantity: "1".into(),
        price: (119_000 + number % 120 * 1_000).to_string(),
        ..LineDraft::default()
    }
}

#[cfg(test)]
mod tests {
    use tapak_domain::order::fill;

    use super::draft;
    use crate::surroundings::country;

    #[test]
    fn every_form_is_one_a_person_could_save() {
        for index in (0..100_000).step_by(7) {
            let (order, problems) = fill(&draft(index));
            assert_eq!(problems, []);
            assert!(order.address.missing().is_empty());
            assert!(country().check(&order.address).is_certain(), "a total may be sent");
        }
    }
}
