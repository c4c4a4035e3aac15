//! A person's next move: something new, something asked again, or a whole morning's orders at once.

use tapak_domain::policy::may;
use tapak_domain::{Noun, Role};
use tapak_engine::command::Command;
use tapak_engine::device::Input;
use tapak_engine::view::order::{OrderFilter, OrderRow};
use uuid::Uuid;

use super::{Deed, Expect, press};
use crate::broken::Checked;
use crate::tally::Count;
use crate::world::calendar::Moment;
use crate::world::cast::Part;
use crate::world::{Who, World};

const OWNER: Who = 0;

#[derive(Debug, Clone, Copy)]
enum Kind {
    Take,
    TakeFromChat,
    TakeBadly,
    Revise,
    Note,
    /// What the screen offers next, or what it does not.
    Press,
    PressBlindly,
    Settle,
    Attach,
    Cancel,
    AddContact,
    ReviseContact,
    AddProduct,
    /// Opname, a delivery, or pairs for the other pool.
    Count,
    Sell,
    Freeze,
    Expire,
}

/// How often a role thinks of each: also of what it may not do.
const OFFICE: &[(u64, Kind)] = &[
    (26, Kind::Take),
    (4, Kind::TakeFromChat),
    (5, Kind::TakeBadly),
    (20, Kind::Revise),
    (12, Kind::Note),
    (5, Kind::Attach),
    (110, Kind::Press),
    (8, Kind::PressBlindly),
    (5, Kind::Settle),
    (7, Kind::Cancel),
    (5, Kind::AddContact),
    (6, Kind::ReviseContact),
    (2, Kind::AddProduct),
    (10, Kind::Count),
    (3, Kind::Sell),
    (6, Kind::Expire),
];

/// A tampered app is for doing what one may not.
const ROGUE: &[(u64, Kind)] = &[
    (15, Kind::PressBlindly),
    (10, Kind::Press),
    (20, Kind::Take),
    (15, Kind::Revise),
    (15, Kind::Note),
    (5, Kind::Cancel),
    (5, Kind::AddContact),
];

const WAREHOUSE: &[(u64, Kind)] = &[
    (90, Kind::Press),
    (10, Kind::PressBlindly),
    (5, Kind::Settle),
    (20, Kind::Note),
    (8, Kind::Attach),
    (2, Kind::Take),
    (2, Kind::Revise),
    (2, Kind::Cancel),
    (1, Kind::AddContact),
    (1, Kind::AddProduct),
    (14, Kind::Count),
];

const FINANCE: &[(u64, Kind)] = &[
    (90, Kind::Press),
    (8, Kind::PressBlindly),
    (10, Kind::Settle),
    (20, Kind::Note),
    (10, Kind::Attach),
    (4, Kind::Take),
    (4, Kind::Cancel),
    (2, Kind::ReviseContact),
    (6, Kind::Freeze),
];

const fn habits(part: &Part) -> &'static [(u64, Kind)] {
    match part.role {
        _ if part.rogue => ROGUE,
        Role::Owner | Role::Cs | Role::CustomCs => OFFICE,
        Role::Warehouse => WAREHOUSE,
        Role::Finance => FINANCE,
        Role::Designer | Role::Production | Role::Relay => &[],
    }
}

impl World {
    pub(crate) fn deed_moment(&mut self, who: Who) -> Checked {
        let next = self.dice.within(1_000..14_000);
        self.after(next, Moment::Deed(who));
        if !self.is_paired(who)? {
            return Ok(());
        }
        self.look_at_badge(who)?;
        self.look_at_conflicts(who)?;
        match self.dice.below(200) {
            0..20 => self.repeat(who),
            20..60 => self.insist(who),
            60 => return self.morning_rush(who),
            61..78 => return self.look_at_something(who),
            78..88 => return self.look_at_a_file(who),
            88..118 => return self.meet(who),
            118..134 => return self.go_through(who),
            _ => return self.something_new(who),
        }
        Ok(())
    }

    /// The same command once more, though it was answered.
    fn repeat(&mut self, who: Who) {
        let again = self.dice.pick(&self.ledger.answered(who)).map(|promise| (promise.id, promise.command.clone()));
        if let Some((id, command)) = again {
            self.give_phone(who, Input::Command { id, command });
        }
    }

    /// What was not answered is asked again, as an app does after a crash.
    pub(crate) fn insist(&mut self, who: Who) {
        let again: Vec<_> = self.ledger.unanswered(who).iter().map(|p| (p.id, p.command.clone())).collect();
        for (id, command) in again {
            self.give_phone(who, Input::Command { id, command });
        }
    }

    /// Many orders in one go, more than a frame can hold.
    fn morning_rush(&mut self, who: Who) -> Checked {
        for _ in 0..self.dice.within(10..40) {
            let deed = self.take(who)?;
            self.act(who, deed);
        }
        Ok(())
    }

    fn something_new(&mut self, who: Who) -> Checked {
        if let Some(deed) = if who == OWNER { self.set_up(who)? } else { None } {
            self.act(who, deed);
            return Ok(());
        }
        let Some(kind) = self.dice.weighted(habits(&self.phones[who].part)) else { return Ok(()) };
        if let Some(deed) = self.think_of(who, kind)? {
            self.act(who, deed);
        }
        Ok(())
    }

    fn think_of(&mut self, who: Who, kind: Kind) -> Checked<Option<Deed>> {
        match kind {
            Kind::Take => self.take(who).map(Some),
            Kind::TakeFromChat => Ok(Some(self.take_from_chat(who))),
            Kind::TakeBadly => Ok(Some(self.take_badly(who))),
            Kind::Revise => self.revise(who),
            Kind::Note => self.note(who),
            Kind::Press => self.press(who),
            Kind::PressBlindly => self.press_blindly(who),
            Kind::Settle => self.settle_something(who),
            Kind::Attach => self.attach(who),
            Kind::Cancel => self.cancel(who),
            Kind::AddContact => Ok(Some(self.add_contact(who))),
            Kind::ReviseContact => self.revise_contact(who),
            Kind::AddProduct => Ok(Some(self.add_product(who))),
            Kind::Count => self.count_pairs(who),
            Kind::Sell => self.sell(who),
            Kind::Expire => self.let_something_expire(who),
            Kind::Freeze => Ok(self.freeze_something(who)),
        }
    }

    /// Sometimes the finger slips and the same command goes out twice.
    pub(crate) fn act(&mut self, who: Who, deed: Deed) -> Uuid {
        let id = self.dice.id();
        let command = deed.command.clone();
        self.tell(who, format_args!("{} {}", name(&command), deed.mark));
        self.count(Count::Commands);
        self.ledger.open(id, who, deed);
        let times = if self.dice.chance(60) { 2 } else { 1 };
        (0..times).for_each(|_| self.give_phone(who, Input::Command { id, command: command.clone() }));
        id
    }

    /// What a role may not do is refused, except by a tampered app; the rest is as expected, as long as the role is.
    pub(super) fn expect(&self, who: Who, noun: Noun, deed: &str, otherwise: Expect) -> Expect {
        let phone = &self.phones[who];
        let allows = |role: &Role| may(*role, noun, deed);
        let (always, ever) = (phone.roles.iter().all(allows), phone.roles.iter().any(allows));
        match (phone.part.rogue, always, ever) {
            (true, true, _) | (false, false, true) => Expect::Either,
            (true, false, _) => Expect::InVain,
            (false, true, _) => otherwise,
            (false, false, false) => Expect::Refused("not_your_role"),
        }
    }

    /// An order this person sees, the newest open ones and those in others' hands most often: there two people meet.
    pub(super) fn some_order(&mut self, who: Who) -> Checked<Option<OrderRow>> {
        let rows = self.phones[who].orders(OrderFilter::All, "", self.now)?;
        if self.dice.chance(400) {
            let at_hand = press::at_hand(&rows);
            if let Some(row) = self.dice.pick(&at_hand) {
                return Ok(Some((*row).clone()));
            }
        }
        let open = rows.iter().filter(|row| !row.standing.is_closed()).take(4).cloned().collect::<Vec<_>>();
        let from = if self.dice.chance(750) && !open.is_empty() { &open } else { &rows };
        Ok(self.dice.pick(from).cloned())
    }

    pub(super) fn some_contact(&mut self, who: Who) -> Checked<Option<Uuid>> {
        let rows = self.phones[who].contacts(self.now)?;
        Ok(self.dice.pick(&rows).map(|row| row.id))
    }
}

fn name(command: &Command) -> &'static str {
    match command {
        Command::TakeOrder { .. } => "takes an order:",
        Command::SellOrder { .. } => "sells over the counter:",
        Command::ReviseOrder { .. } => "revises an order:",
        Command::NoteOrder { .. } => "notes:",
        Command::TotalOrder { .. } => "tells a total:",
        Command::ExpireTotal { .. } => "lets a total expire:",
        Command::ClaimPayment { .. } => "notes a claim:",
        Command::VerifyPayment { .. } => "verifies:",
        Command::RefundPayment { .. } => "pays back:",
        Command::PrintLabel { .. } => "prints:",
        Command::PackOrder { .. } => "packs:",
        Command::ShipOrder { .. } => "ships for",
        Command::ChooseTracking { .. } => "chooses a number:",
        Command::SendTracking { .. } => "tells the number:",
        Command::DeliverOrder { .. } => "hears it was delivered:",
        Command::CloseOrder { .. } => "closes:",
        Command::ReturnOrder { .. } => "hears it comes back:",
        Command::ReceiveReturn { .. } => "has it back:",
        Command::ExchangeOrder { .. } => "exchanges:",
        Command::AskCancel { .. } => "asks to cancel:",
        Command::SettleConflict { .. } => "settles:",
        Command::CancelOrder { .. } => "cancels:",
        Command::AttachFile { .. } => "attaches",
        Command::AddContact { .. } => "adds",
        Command::ReviseContact { .. } => "revises a contact:",
        Command::TellContactsApart { .. } => "tells contacts apart:",
        Command::AddProduct { .. } => "adds the product",
        Command::PhotographProduct { .. }
        | Command::ReviseProduct { .. }
        | Command::RetireProduct { .. }
        | Command::RestoreProduct { .. } => "revises a product:",
        Command::CountStock { .. } | Command::ReceiveStock { .. } | Command::MoveStock { .. } => "counts stock:",
        Command::InviteDevice { .. }
        | Command::MakeRecoveryCode
        | Command::ChangeRole { .. }
        | Command::RevokeDevice { .. }
        | Command::RotateKey
        | Command::SetUp { .. }
        | Command::SetWindow { .. }
        | Command::ErasePerson { .. }
        | Command::ReviewChange { .. } => "runs the shop:",
        Command::ImportStatement { .. } | Command::WithdrawStatement { .. } => "reads the bank:",
        Command::ImportTariffs { .. } | Command::WithdrawTariffs { .. } => "reads a courier's table:",
        Command::FreezeRecap { .. } => "freezes a batch:",
    }
}
