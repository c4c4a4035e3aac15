//! Taking orders: whole ones, incomplete ones, long ones out of a chat, and impossible ones.

use tapak_domain::Noun;
use tapak_domain::order::{LineDraft, OrderDraft};
use tapak_engine::command::Command;

use super::{Deed, Expect};
use crate::broken::Checked;
use crate::dice::Dice;
use crate::world::cast::OLD;
use crate::world::{Who, World};

impl World {
    pub(super) fn take(&mut self, who: Who) -> Checked<Deed> {
        let mut draft = self.order_form();
        self.send_as_another(who, &mut draft);
        self.ask_for_a_model(who, &mut draft)?;
        Ok(self.taking(who, draft, Expect::Done))
    }

    /// For a reseller, who is named on the parcel. An older app has no field for that.
    pub(super) fn send_as_another(&mut self, who: Who, draft: &mut OrderDraft) {
        if self.phones[who].app == OLD || !self.dice.chance(250) {
            return;
        }
        draft.sender_name = format!("Toko {}", self.buyers.mark());
        draft.sender_phone = format!("0877{:08}", self.dice.below(100_000_000));
        draft.hide_price = self.dice.chance(500);
    }

    /// The pasted chat goes along: some kilobytes that do not compress.
    pub(super) fn take_from_chat(&mut self, who: Who) -> Deed {
        let mut draft = self.order_form();
        draft.source = babble(&mut self.dice);
        self.taking(who, draft, Expect::Done)
    }

    pub(super) fn take_badly(&mut self, who: Who) -> Deed {
        let mut draft = self.order_form();
        let code = spoil(&mut draft, &mut self.dice);
        self.taking(who, draft, Expect::Refused(code))
    }

    fn taking(&self, who: Who, draft: OrderDraft, otherwise: Expect) -> Deed {
        let expect = self.expect(who, Noun::Order, "taken", otherwise);
        Deed { mark: draft.note.clone(), command: Command::TakeOrder { draft }, expect, seen: 0 }
    }

    pub(super) fn order_form(&mut self) -> OrderDraft {
        let buyer = self.buyers.one(&mut self.dice);
        let note = format!("titipan {}", self.buyers.mark());
        let dice = &mut self.dice;
        let whole = dice.chance(850);
        OrderDraft {
            buyer_name: buyer.name,
            buyer_phone: buyer.phone,
            address: buyer.address,
            lines: (0..dice.within(1..4)).map(|_| line(dice)).collect(),
            courier: if whole { dice.one(["jne", "jnt", "sicepat"]).to_owned() } else { String::new() },
            service: String::new(),
            shipping_fee: "18.000".to_owned(),
            note,
            ..OrderDraft::default()
        }
    }
}

pub(super) fn line(dice: &mut Dice) -> LineDraft {
    LineDraft {
        name: dice.one(["Trekker X", "Trekker Kids", "Gunung Pro"]).to_owned(),
        colour: dice.one(["hitam", "cokelat", "army"]).to_owned(),
        size: dice.within(36..45).to_string(),
        quantity: dice.within(1..4).to_string(),
        price: "189000".to_owned(),
        ..LineDraft::default()
    }
}

/// Makes one field impossible; answers with the code it must be refused with.
fn spoil(draft: &mut OrderDraft, dice: &mut Dice) -> &'static str {
    match dice.below(6) {
        0 => {
            "08".clone_into(&mut draft.buyer_phone);
            "phone.too_short"
        }
        1 => {
            "99".clone_into(&mut draft.lines[0].size);
            "size.out_of_range"
        }
        2 => {
            "merpati".clone_into(&mut draft.courier);
            "order.courier_unknown"
        }
        3 => {
            draft.buyer_name.clear();
            "order.buyer_name_missing"
        }
        4 => {
            draft.lines.clear();
            "order.lines_missing"
        }
        _ => {
            "39,5".clone_into(&mut draft.lines[0].size);
            "size.not_whole"
        }
    }
}

fn babble(dice: &mut Dice) -> String {
    let letters =
        (0..dice.within(1_500..3_500)).map(|_| dice.one(['a', 'k', 'u', 'm', 'i', 'n', 't', 'o', 's', '7', ' ']));
    letters.collect()
}
