//! Serah terima: what left today, one sheet for each courier.

use std::collections::BTreeMap;

use tapak_domain::order::Standing;
use tapak_domain::values::Courier;
use tapak_store::order::OrderRow;
use tapak_store::pick::{Pick, Sort, Wanted};

use super::today::midnight;
use crate::device::Device;
use crate::fault::Fault;
use crate::view::warehouse::{HandoverParcel, HandoverSheet, HandoverView};

/// A parcel may be with the buyer before the van's sheet is signed.
const LEFT: &[Pick] = &[
    Pick::Standing(Standing::Shipped),
    Pick::Standing(Standing::Delivered),
    Pick::Standing(Standing::Closed),
    Pick::Standing(Standing::CancelledAndShipped),
];

impl Device {
    pub(super) fn show_handover(&mut self, now: u64) -> Result<HandoverView, Fault> {
        let mut sheets: BTreeMap<String, HandoverSheet> = BTreeMap::new();
        for row in self.left_since(midnight(now))? {
            let Some((courier, parcel)) = self.handed_over(row)? else { continue };
            let sheet = sheets.entry(courier.clone()).or_insert_with(|| HandoverSheet {
                courier,
                parcels: Vec::new(),
                pairs: 0,
            });
            sheet.pairs += parcel.pairs;
            sheet.parcels.push(parcel);
        }
        let shop = self.shop()?.name;
        Ok(HandoverView { shop, person: self.me.person.clone(), couriers: sheets.into_values().collect() })
    }

    /// In the sequence they left in.
    fn left_since(&self, start: i64) -> Result<Vec<OrderRow>, Fault> {
        let sort = Sort::LatestShippedFirst;
        let wanted = Wanted { picks: LEFT, now: 0, search: "", sort, offset: 0, limit: super::PAGE };
        let rows = self.store.orders(wanted)?.0.into_iter().map(|(row, _)| row);
        let today = rows.take_while(|row| row.shipped_at.is_some_and(|at| at >= start));
        let mut left: Vec<_> = today.collect();
        left.reverse();
        Ok(left)
    }

    /// What a buyer fetched goes with nobody.
    fn handed_over(&mut self, row: OrderRow) -> Result<Option<(String, HandoverParcel)>, Fault> {
        let Some((order, course)) = self.order_course(row.id)? else { return Ok(None) };
        let shipment = course.parcel.shipments.iter().rfind(|one| one.tracking_number == course.parcel.tracking.number);
        let Some(shipment) = shipment.filter(|one| one.courier != Courier::Pickup.code()) else { return Ok(None) };
        let weighed = shipment.weight_grams;
        let parcel = HandoverParcel {
            id: row.id,
            weight_grams: if weighed.is_some() { weighed } else { self.weight_of(&order)? },
            number: row.number,
            tracking_number: shipment.tracking_number.clone(),
            recipient: row.buyer_name,
            regency: row.regency,
            pairs: row.pairs,
        };
        Ok(Some((shipment.courier.clone(), parcel)))
    }
}
