//! Every command that was done has its effect exactly once, after what led to it; one that was not done has none.

use std::collections::{BTreeMap, BTreeSet};

use tapak_engine::command::Command;
use tapak_engine::view::happening::Happening;
use uuid::Uuid;

use super::picture::{Picture, Trace};
use crate::broken::{Checked, Rule};
use crate::deed::Expect;
use crate::ledger::Promise;
use crate::world::{Who, World};

/// A little less than the day within which one clock follows another: what they show also drifts.
const FOLLOWED: i64 = 23 * 60 * 60 * 1000;

impl World {
    pub(super) fn check_effects(&mut self, picture: &Picture) -> Checked {
        let (refused, erased) = (self.refused_records(), self.erased()?);
        // A clock follows another only within a day of its own.
        let apart = self.clocks_are_apart();
        for promise in self.ledger.promises() {
            // What a tampered app wrote on top of a refused change fell with it.
            let revoked = self.phones[promise.who].is_revoked();
            let fell = self.was_rogue(promise.who) && promise.done.is_some_and(|record| refused.contains(&record));
            let gone = promise.done.is_some_and(|record| erased.contains(&record));
            check_effect(promise, Slack { fell: fell || revoked || gone, apart }, picture)?;
        }
        self.check_counts(picture, &refused)?;
        self.check_names(picture, &refused)?;
        self.check_takings(picture, &refused, &erased)
    }

    pub(super) fn clocks_are_apart(&self) -> bool {
        let skews = || self.phones.iter().map(|phone| phone.part.clock.skew);
        skews().max().unwrap_or_default() - skews().min().unwrap_or_default() > FOLLOWED
    }

    /// No order is there that nobody took.
    fn check_takings(&self, picture: &Picture, refused: &BTreeSet<Uuid>, erased: &BTreeSet<Uuid>) -> Checked {
        let taken = self.ledger.done().filter(|(promise, _)| makes_an_order(&promise.command));
        let there: BTreeSet<_> = picture.pages.keys().copied().collect();
        // What a device still had when it was shown the door is for the owner to decide, and what came in a role it no
        // longer had was set aside.
        let lost = |who: Who, record: &Uuid| {
            self.phones[who].is_revoked() || (self.phones[who].changes_roles() && refused.contains(record))
        };
        let taken = taken.filter(|(promise, record)| there.contains(record) || !lost(promise.who, record));
        let taken: BTreeSet<_> = taken.map(|(_, record)| record).filter(|record| !erased.contains(record)).collect();
        Rule::Effect.hold(there == taken, || {
            let unknown: Vec<_> = there.symmetric_difference(&taken).collect();
            format!("orders taken and orders there differ by {unknown:?}")
        })
    }

    /// A contact bears one of the names it was given.
    fn check_names(&self, picture: &Picture, refused: &BTreeSet<Uuid>) -> Checked {
        let mut given: BTreeMap<Uuid, BTreeSet<&str>> = BTreeMap::new();
        for (promise, record) in self.ledger.done() {
            if matches!(promise.command, Command::AddContact { .. } | Command::ReviseContact { .. }) {
                given.entry(record).or_default().insert(&promise.mark);
            }
        }
        picture.contacts.iter().try_for_each(|row| {
            let names = given.get(&row.id);
            let fell = refused.contains(&row.id);
            let own = fell || names.is_none_or(|names| names.contains(row.name.as_str()));
            Rule::Effect.hold(own, || format!("{row:?} was called {names:?}"))
        })
    }
}

fn makes_an_order(command: &Command) -> bool {
    matches!(command, Command::TakeOrder { .. } | Command::SellOrder { .. })
}

/// What may excuse a command.
#[derive(Debug, Clone, Copy)]
struct Slack {
    /// What it built on was refused, or the record was erased.
    fell: bool,
    /// Clocks are too far apart to say what came first.
    apart: bool,
}

fn check_effect(promise: &Promise, slack: Slack, picture: &Picture) -> Checked {
    let seen = effect(promise, slack, picture);
    let records: Vec<_> = seen.iter().map(|trace| trace.record).collect();
    let owed: Vec<_> = owed(promise).into_iter().collect();
    let paid = records == owed || (slack.fell && records.is_empty());
    Rule::Effect.hold(paid, || format!("{promise:?} is seen at {seen:?}"))?;
    let after = seen.iter().all(|trace| trace.place >= promise.seen);
    Rule::Cause.hold(after || slack.fell || slack.apart, || format!("{promise:?} is seen at {seen:?}"))
}

/// What it was done to, unless a tampered app did what its role may not.
fn owed(promise: &Promise) -> Option<Uuid> {
    promise.done.filter(|_| promise.expect != Expect::InVain)
}

/// Where the effect of this command is seen, once for each time.
fn effect(promise: &Promise, slack: Slack, picture: &Picture) -> Vec<Trace> {
    let mark = promise.mark.as_str();
    match &promise.command {
        Command::TakeOrder { .. } | Command::SellOrder { .. } => taken(promise, slack, picture),
        Command::ReviseOrder { reason, .. } => picture.happened(|what| was_revised(what, reason, mark)),
        Command::NoteOrder { .. } => picture.happened(|what| matches!(what, Happening::Noted { text } if text == mark)),
        // A form that is saved late may bring back what it was opened with, and always has a note of its own.
        Command::TotalOrder { .. } => {
            picture.happened(|what| was_changed(what, "fee_reason", mark) && !changes(what, "note"))
        }
        Command::ClaimPayment { .. } => {
            picture.happened(|what| matches!(what, Happening::Claimed { payer, .. } if payer == mark))
        }
        Command::VerifyPayment { .. } => {
            picture.happened(|what| matches!(what, Happening::Verified { reason, .. } if reason == mark))
        }
        Command::RefundPayment { .. } => {
            picture.happened(|what| matches!(what, Happening::Refunded { reason, .. } if reason == mark))
        }
        Command::ShipOrder { .. } => {
            let took = |fee: Option<i64>| fee.is_some_and(|fee| fee.to_string() == mark);
            picture.happened(|what| matches!(what, Happening::Shipped { fee, .. } if took(*fee)))
        }
        Command::ReturnOrder { .. } => {
            picture.happened(|what| matches!(what, Happening::Returned { reason, .. } if reason == mark))
        }
        Command::AskCancel { .. } => {
            picture.happened(|what| matches!(what, Happening::CancelAsked { reason } if reason == mark))
        }
        Command::CancelOrder { .. } => {
            picture.happened(|what| matches!(what, Happening::Cancelled { reason } if reason == mark))
        }
        Command::AddContact { .. } | Command::ReviseContact { .. } => there(promise, picture),
        Command::AttachFile { .. } => {
            picture.happened(|what| matches!(what, Happening::Attached { file, .. } if file == mark))
        }
        // Counted, where there are no words to know it by.
        Command::ExpireTotal { .. }
        | Command::PrintLabel { .. }
        | Command::PackOrder { .. }
        | Command::ChooseTracking { .. }
        | Command::SendTracking { .. }
        | Command::DeliverOrder { .. }
        | Command::CloseOrder { .. }
        | Command::ReceiveReturn { .. }
        | Command::ExchangeOrder { .. }
        | Command::SettleConflict { .. }
        | Command::TellContactsApart { .. }
        | Command::ReviseProduct { .. }
        | Command::PhotographProduct { .. }
        | Command::RetireProduct { .. }
        | Command::RestoreProduct { .. }
        | Command::CountStock { .. }
        | Command::ReceiveStock { .. }
        | Command::MoveStock { .. }
        | Command::InviteDevice { .. }
        | Command::MakeRecoveryCode
        | Command::ChangeRole { .. }
        | Command::RevokeDevice { .. }
        | Command::RotateKey
        | Command::SetUp { .. }
        | Command::SetWindow { .. }
        | Command::ErasePerson { .. }
        | Command::ImportStatement { .. }
        | Command::WithdrawStatement { .. }
        | Command::ImportTariffs { .. }
        | Command::WithdrawTariffs { .. }
        | Command::FreezeRecap { .. }
        | Command::ReviewChange { .. } => rows(owed(promise).into_iter()),
        Command::AddProduct { .. } => rows(picture.products.iter().filter(|row| row.name == mark).map(|row| row.id)),
    }
}

/// An order is known by its id, and its history begins with it; its note may have been revised since.
fn taken(promise: &Promise, slack: Slack, picture: &Picture) -> Vec<Trace> {
    let Some(record) = promise.done else {
        let marked = picture.pages.iter().filter(|(_, page)| page.draft.note == promise.mark);
        return rows(marked.map(|(id, _)| *id));
    };
    let takings = picture.happened(|what| matches!(what, Happening::Taken { .. }));
    takings.into_iter().filter(|trace| trace.record == record && (trace.place == 0 || slack.apart)).collect()
}

fn was_changed(what: &Happening, field: &str, mark: &str) -> bool {
    let Happening::Revised { changes, .. } = what else { return false };
    changes.iter().any(|change| change.field == field && change.to == mark)
}

/// A form that is saved late may bring back a note that somebody else wrote: with another reason.
fn was_revised(what: &Happening, reason: &str, mark: &str) -> bool {
    let Happening::Revised { reason: said, .. } = what else { return false };
    said == reason && (reason == mark || was_changed(what, "note", mark))
}

fn changes(what: &Happening, field: &str) -> bool {
    let Happening::Revised { changes, .. } = what else { return false };
    changes.iter().any(|change| change.field == field)
}

/// A contact is known by its id once it was done, and otherwise by the name nobody gave it.
fn there(promise: &Promise, picture: &Picture) -> Vec<Trace> {
    let contacts = picture.contacts.iter();
    let wanted = contacts.filter(|row| promise.done.map_or(row.name == promise.mark, |record| row.id == record));
    rows(wanted.map(|row| row.id))
}

/// Found in a list, which has no history.
fn rows(records: impl Iterator<Item = Uuid>) -> Vec<Trace> {
    records.map(|record| Trace { record, place: 0 }).collect()
}
