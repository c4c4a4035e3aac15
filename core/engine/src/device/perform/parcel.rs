//! Commands about parcels: printed, packed, shipped, followed, sent back.

use tapak_domain::Stamp;
use tapak_domain::order::ship::Others;
use tapak_domain::order::{
    Conflict, PackedBy, Paper, ReturnFor, ShipmentDraft, choose_tracking, close, deliver, pack, print, send_tracking,
    ship, take_back,
};
use tapak_domain::values::TrackingNumber;
use uuid::Uuid;

use super::Decided;
use crate::device::Device;
use crate::device::turn::Turn;
use crate::fault::Fault;

impl Device {
    pub(super) fn print_label(&mut self, id: Uuid, paper: Paper, now: Stamp, turn: &mut Turn) -> Decided {
        let held = self.is_held(id, turn)?;
        self.about(id, now, |order, course, context| print::decide(order, course, paper, held, context))
    }

    pub(super) fn pack_order(&mut self, id: Uuid, box_of: (PackedBy, &[Uuid]), now: Stamp, turn: &mut Turn) -> Decided {
        let held = self.is_held(id, turn)?;
        self.about(id, now, |order, course, context| pack::decide(order, course, box_of, held, context))
    }

    pub(super) fn ship_order(&mut self, id: Uuid, draft: &ShipmentDraft, now: Stamp, turn: &mut Turn) -> Decided {
        let held = self.is_held(id, turn)?;
        let elsewhere = match TrackingNumber::parse(&draft.tracking_number) {
            Ok(number) => self.store.is_key_held(Conflict::TrackingNumber, number.as_str(), Some(id))?,
            Err(_) => false,
        };
        self.about(id, now, |order, course, context| {
            let given_up = |number: &TrackingNumber| {
                course.settlements.choice(Conflict::TrackingNumber, number.as_str()).is_some()
            };
            let others = Others { used: &|number| elsewhere || given_up(number), held };
            ship::decide(order, course, draft, &others, context)
        })
    }

    /// Does another order known here hold what this one does too?
    fn is_held(&mut self, id: Uuid, turn: &mut Turn) -> Result<bool, Fault> {
        self.draw(turn)?;
        Ok(self.store.is_held(id)?)
    }

    pub(super) fn choose_tracking(&mut self, id: Uuid, number: &str, now: Stamp) -> Decided {
        self.about(id, now, |_, course, context| choose_tracking::decide(course, number, context))
    }

    pub(super) fn send_tracking(&mut self, id: Uuid, again: bool, now: Stamp) -> Decided {
        self.about(id, now, |_, course, context| send_tracking::decide(course, again, context))
    }

    pub(super) fn deliver_order(&mut self, id: Uuid, now: Stamp, turn: &mut Turn) -> Decided {
        let held = self.is_held(id, turn)?;
        self.about(id, now, |order, course, context| deliver::decide(order, course, held, context))
    }

    pub(super) fn close_order(&mut self, id: Uuid, now: Stamp) -> Decided {
        self.about(id, now, |_, course, context| close::decide(course, context))
    }

    pub(super) fn return_order(&mut self, id: Uuid, reason: &str, wanted: ReturnFor, now: Stamp) -> Decided {
        self.about(id, now, |_, course, context| take_back::decide(course, reason, wanted, context))
    }

    pub(super) fn receive_return(&mut self, id: Uuid, now: Stamp) -> Decided {
        self.about(id, now, |_, course, context| take_back::receive(course, context))
    }

    pub(super) fn exchange_order(&mut self, id: Uuid, now: Stamp) -> Decided {
        self.about(id, now, |_, course, context| take_back::exchange(course, context))
    }
}
