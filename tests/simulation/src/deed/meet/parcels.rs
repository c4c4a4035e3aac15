//! Met over parcels: labels, cancellations and tracking numbers.

use tapak_engine::view::order::{OrderAction, OrderFilter, OrderView};

use super::Sides;
use crate::broken::Checked;
use crate::world::{Who, World};

impl World {
    /// The buyer has moved while the label comes out of the printer.
    pub(super) fn address_and_label(&mut self, cs: Who, printer: Who) -> Checked<Option<Sides>> {
        for filter in [OrderFilter::Paid, OrderFilter::Printed] {
            let buttons = ((cs, OrderAction::Revise), (printer, OrderAction::Print));
            if let Some([mine, theirs]) = self.order_of_both(filter, buttons.0, buttons.1)? {
                let moved = self.send_elsewhere(cs, &mine);
                return Ok(Some([(cs, moved), (printer, self.button(printer, OrderAction::Print, &theirs)?)]));
            }
        }
        Ok(None)
    }

    /// The buyer calls it off while the courier takes it.
    pub(super) fn cancel_and_shipment(&mut self, cs: Who, shipper: Who) -> Checked<Option<Sides>> {
        let buttons = ((cs, OrderAction::Cancel), (shipper, OrderAction::Ship));
        let pages = self.order_of_both(OrderFilter::Packed, buttons.0, buttons.1)?;
        let Some([mine, theirs]) = pages else { return Ok(None) };
        let called_off = self.call_off(cs, &mine);
        Ok(Some([(cs, called_off), (shipper, self.ship_as_new(shipper, &theirs))]))
    }

    /// One parcel, two numbers: both handed it over.
    pub(super) fn two_numbers(&mut self, one: Who, another: Who) -> Checked<Option<Sides>> {
        let buttons = ((one, OrderAction::Ship), (another, OrderAction::Ship));
        let pages = self.order_of_both(OrderFilter::Packed, buttons.0, buttons.1)?;
        let Some([mine, theirs]) = pages else { return Ok(None) };
        let first = self.ship_as_new(one, &mine);
        Ok(Some([(one, first), (another, self.ship_as_new(another, &theirs))]))
    }

    /// Two parcels, one number: somebody scanned the neighbour's.
    pub(super) fn one_number(&mut self, one: Who, another: Who) -> Checked<Option<Sides>> {
        let pages = self.order_for_each(OrderFilter::Packed, OrderAction::Ship, [one, another])?;
        let Some([mine, theirs]) = pages else { return Ok(None) };
        let number = self.new_number();
        let first = self.ship_under(one, &mine, number.clone());
        Ok(Some([(one, first), (another, self.ship_under(another, &theirs, number))]))
    }

    fn ship_as_new(&mut self, who: Who, page: &OrderView) -> super::Deed {
        let number = self.new_number();
        self.ship_under(who, page, number)
    }
}
