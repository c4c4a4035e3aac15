//! The packing desk: the order in hand, and what a scan was.

use tapak_domain::order::{Order, claims_item_code, claims_own_code, is_item_code, number_in};
use tapak_domain::values::{Courier, TrackingNumber};
use tapak_store::pick::{Sort, Wanted};
use uuid::Uuid;

use crate::device::Device;
use crate::fault::Fault;
use crate::view::View;
use crate::view::order::OrderRow;
use crate::view::warehouse::{DeskLine, DeskView, ScanView, Scanned};

/// Rows that a search for one number may bring along.
const ALIKE: u32 = 20;

impl Device {
    pub(super) fn show_desk(&mut self, id: Uuid) -> Result<View, Fault> {
        let (Some((row, whereabouts)), Some((order, _))) = (self.store.order(id)?, self.order_course(id)?) else {
            return Ok(View::Missing);
        };
        let lines = order.lines.iter().map(|(id, line)| DeskLine {
            id: *id,
            what: line.what(),
            quantity: u32::from(line.quantity.get()),
        });
        Ok(View::Desk(Box::new(DeskView {
            lines: lines.collect(),
            note: order.note.clone(),
            courier_code: order.courier.as_ref().map(|c| c.courier.code().to_owned()).unwrap_or_default(),
            row: self.order_row(row, whereabouts),
        })))
    }

    /// What was scanned or typed, with an order in hand or none.
    pub(super) fn show_scan(&mut self, text: &str, in_hand: Option<Uuid>) -> Result<ScanView, Fault> {
        let in_hand = in_hand.map(|id| self.order_course(id)).transpose()?.flatten().map(|(order, _)| order);
        Ok(ScanView { what: self.scanned(text, in_hand.as_ref())? })
    }

    fn scanned(&self, text: &str, in_hand: Option<&Order>) -> Result<Scanned, Fault> {
        let number = number_in(text);
        if number.is_empty() {
            return Ok(Scanned::Nothing);
        }
        if let Some(row) = self.find(&number, |row| row.number.to_uppercase() == number)? {
            return Ok(Scanned::Order { row: Box::new(row) });
        }
        if claims_own_code(text) {
            return Ok(Scanned::UnknownOrder { number });
        }
        if let Some(line) = in_hand.and_then(|order| line_of(order, text)) {
            return Ok(Scanned::Item { line });
        }
        if claims_item_code(text) {
            return Ok(Scanned::OtherItem { code: text.trim().to_uppercase() });
        }
        self.tracking_number_in(text, in_hand)
    }

    fn tracking_number_in(&self, text: &str, in_hand: Option<&Order>) -> Result<Scanned, Fault> {
        let number = match TrackingNumber::parse(text) {
            Ok(number) => number,
            Err(e) => return Ok(Scanned::Unreadable { code: e.code().to_owned() }),
        };
        let own = in_hand.map(|order| order.record.id);
        let user = self.find(number.as_str(), |row| row.tracking_number == number.as_str() && Some(row.id) != own)?;
        let courier = in_hand.and_then(|order| Some(order.courier.as_ref()?.courier));
        let odd = courier.is_some_and(|courier| number.is_unlike(courier));
        let likely = if odd { number.likely_couriers() } else { Vec::new() };
        Ok(Scanned::TrackingNumber {
            looks_like: likely.into_iter().map(Courier::code).map(str::to_owned).collect(),
            used_by: user.map(|row| row.number).unwrap_or_default(),
            number: number.to_string(),
        })
    }

    /// Every order here is searched, wherever it stands.
    fn find(&self, search: &str, fits: impl Fn(&OrderRow) -> bool) -> Result<Option<OrderRow>, Fault> {
        let wanted = Wanted { picks: &[], now: 0, search, sort: Sort::NewestFirst, offset: 0, limit: ALIKE };
        Ok(self.list(wanted)?.into_iter().find(fits))
    }
}

fn line_of(order: &Order, scan: &str) -> Option<Uuid> {
    let fits = |code: &str| is_item_code(scan, code);
    order.lines.iter().find(|(_, line)| fits(&line.item_code())).map(|(id, _)| *id)
}
