//! Parcels in the run: printed, packed, shipped, told of, delivered, sent back; and what people settle.

use tapak_domain::Noun;
use tapak_domain::order::{PackedBy, Paper, ReturnFor, ShipmentDraft};
use tapak_engine::command::Command;
use tapak_engine::view::conflict::ConflictView;
use tapak_engine::view::order::{OrderAction, OrderView};
use uuid::Uuid;

use super::{Deed, Expect};
use crate::dice::Dice;
use crate::world::{Who, World};

/// Tracking numbers that are typed more than once.
const AGAIN: u64 = 200;
const FEW: u64 = 4;

impl World {
    pub(super) fn ship_page(&mut self, who: Who, page: &OrderView) -> Deed {
        let again = self.dice.chance(AGAIN);
        let number = if again { tracking_number(self.dice.below(FEW)) } else { self.new_number() };
        let (tracking_number, expect) = match self.dice.below(20) {
            0 => (format!("TPK:{number}"), Expect::Refused("tracking_number.own_code")),
            1 => ("12".to_owned(), Expect::Refused("tracking_number.too_short")),
            _ => return self.ship_under(who, page, number),
        };
        let expect = self.expect(who, Noun::Order, "shipped", expect);
        Deed { expect, ..self.ship_under(who, page, tracking_number) }
    }

    /// A number no parcel has yet.
    pub(super) fn new_number(&mut self) -> String {
        tracking_number(FEW + self.buyers.mark())
    }

    /// A shipment is known again by what the courier took for it: its number may be another one's.
    pub(super) fn ship_under(&mut self, who: Who, page: &OrderView, tracking_number: String) -> Deed {
        let mark = (10_000 + self.buyers.mark()).to_string();
        let expect = self.expect(who, Noun::Order, "shipped", Expect::Either);
        let shipment = ShipmentDraft { tracking_number, fee: mark.clone(), weight_grams: String::new() };
        let command = Command::ShipOrder { id: page.row.id, shipment };
        Deed { command, expect, mark, seen: page.timeline.len() }
    }
}

fn tracking_number(count: u64) -> String {
    format!("JNE{count:010}")
}

pub(super) fn step(action: OrderAction, page: &OrderView, mark: &str, dice: &mut Dice) -> Command {
    let (id, reason) = (page.row.id, mark.to_owned());
    match action {
        OrderAction::Print => Command::PrintLabel { id, paper: dice.one([Paper::Label, Paper::A6, Paper::A4]) },
        OrderAction::Pack => {
            let lines = page.draft.lines.iter().filter_map(|line| line.id).collect();
            Command::PackOrder { id, by: dice.one([PackedBy::Scan, PackedBy::Tick]), lines }
        }
        OrderAction::ChooseTracking => {
            let number = dice.pick(&page.parcel.shipments).map(|shipment| shipment.tracking_number.clone());
            Command::ChooseTracking { id, tracking_number: number.unwrap_or_default() }
        }
        OrderAction::SendTracking => Command::SendTracking { id, again: dice.chance(100) },
        OrderAction::Deliver => Command::DeliverOrder { id },
        OrderAction::Close => Command::CloseOrder { id },
        OrderAction::Return => {
            Command::ReturnOrder { id, reason, wanted: dice.one([ReturnFor::Exchange, ReturnFor::Refund]) }
        }
        OrderAction::ReceiveReturn => Command::ReceiveReturn { id },
        OrderAction::Exchange => Command::ExchangeOrder { id },
        OrderAction::AskCancel => Command::AskCancel { id, reason },
        OrderAction::Cancel => Command::CancelOrder { id, reason },
        OrderAction::Note
        | OrderAction::Revise
        | OrderAction::Total
        | OrderAction::Expire
        | OrderAction::Claim
        | OrderAction::Verify
        | OrderAction::Refund
        | OrderAction::Ship => Command::NoteOrder { id, text: reason },
    }
}

pub(super) fn settle(id: Uuid, row: &ConflictView, choice: String) -> Command {
    Command::SettleConflict { id, conflict: row.conflict, key: row.key.clone(), choice }
}
