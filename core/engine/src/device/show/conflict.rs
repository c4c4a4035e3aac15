//! Konflik: what two orders hold, what does not fit within one, and who goes without; each with its facts side by side.

use tapak_domain::order::{Conflict, Course, Flag, Order, SharedKey, Standing};
use tapak_domain::{Fact, Role};
use tapak_store::shared_key::Clash;
use uuid::Uuid;

use super::actions;
use super::order::conflicts;
use crate::device::Device;
use crate::documents;
use crate::fault::Fault;
use crate::view::conflict::{ConflictSide, ConflictView, ConflictsView};
use crate::view::happening::TimelineEntry;
use crate::view::order::{FieldConflict, OrderAction};

/// How many of each sort are shown at most; there are hardly ever more than a few.
const SHOWN: u32 = 200;

/// What one order has to say in a conflict.
#[derive(Default)]
struct Side {
    facts: Vec<TimelineEntry>,
    fields: Vec<FieldConflict>,
    /// What this role may do to it now, held or not.
    actions: Vec<OrderAction>,
}

impl Device {
    pub(super) fn show_conflicts(&mut self, now: u64) -> Result<ConflictsView, Fault> {
        let mut rows = Vec::new();
        for Clash { conflict, key, records } in self.store.clashes(SHOWN)? {
            rows.extend(self.conflict_view(&Flag { conflict, key, detail: String::new() }, &records, now)?);
        }
        let mut flags = self.store.flags(SHOWN)?;
        flags.extend(self.open_shortages(None)?);
        for (record, flag) in flags {
            rows.extend(self.conflict_view(&flag, &[record], now)?);
        }
        rows.sort_by_key(|row| (!row.mine, row.conflict));
        Ok(ConflictsView { rows })
    }

    pub(super) fn conflicts_of(
        &mut self,
        order: &Order,
        course: &Course,
        now: u64,
    ) -> Result<Vec<ConflictView>, Fault> {
        let mut rows = Vec::new();
        for SharedKey { conflict, key } in &course.keys {
            let holders = self.store.key_holders(*conflict, key)?;
            let flag = Flag { conflict: *conflict, key: key.clone(), detail: String::new() };
            rows.extend(if holders.len() > 1 { self.conflict_view(&flag, &holders, now)? } else { None });
        }
        let short = self.open_shortages(Some(order.record.id))?;
        for flag in course.flags.iter().chain(short.iter().map(|(_, flag)| flag)) {
            rows.extend(self.conflict_view(flag, &[order.record.id], now)?);
        }
        Ok(rows)
    }

    /// Nothing where it is about money and not for this role to see.
    fn conflict_view(&mut self, flag: &Flag, records: &[Uuid], now: u64) -> Result<Option<ConflictView>, Fault> {
        let conflict = flag.conflict;
        if !self.sees_money() && !conflict.owners().contains(&Role::Warehouse) {
            return Ok(None);
        }
        let (mut sides, mut field, mut actions) = (Vec::new(), None, Vec::new());
        for record in records {
            let Some((row, whereabouts)) = self.store.order(*record)? else { continue };
            let side = self.side(*record, row.standing, flag, now)?;
            sides.push(ConflictSide { order: self.order_row(row, whereabouts), facts: side.facts });
            field = field.or(side.fields.into_iter().find(|field| field.key == flag.key));
            actions.extend(side.actions);
        }
        let mine = self.role().is_some_and(|role| conflict.owners().contains(&role));
        let choices = if mine { conflict.choices() } else { &[] };
        Ok(Some(ConflictView {
            conflict,
            key: flag.key.clone(),
            detail: flag.detail.clone(),
            owners: conflict.owners().iter().map(|role| role.code().to_owned()).collect(),
            mine,
            holds: conflict.holds(),
            sides,
            field: field.filter(|_| conflict == Conflict::FieldApart),
            choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
            actions: settled_by(conflict).iter().filter(|action| actions.contains(action)).copied().collect(),
        }))
    }

    /// Of an old order of which only the row is here: nothing.
    fn side(&mut self, record: Uuid, standing: Standing, flag: &Flag, now: u64) -> Result<Side, Fault> {
        if !self.store.is_whole(documents::wire(record))? {
            return Ok(Side::default());
        }
        let open = self.documents.open(&self.store, record)?;
        let Some(order) = open.record()?.cloned().map(Order::new) else { return Ok(Side::default()) };
        let stated_in = open.document().fact_changes();
        let course = Course::of(&order, &self.crew);
        Ok(Side {
            facts: self.timeline_of(&order, standing, &stated_in, &|fact| concerns(flag, fact))?,
            fields: conflicts(&order),
            actions: self.role().map(|role| actions::of(role, &order, &course, false, now)).unwrap_or_default(),
        })
    }
}

/// Verbs that take a conflict away, beside a choice.
fn settled_by(conflict: Conflict) -> &'static [OrderAction] {
    match conflict {
        Conflict::Nominal => &[OrderAction::Total],
        Conflict::AddressChanged => &[OrderAction::Print],
        Conflict::TwoTrackingNumbers => &[OrderAction::ChooseTracking],
        Conflict::CancelledPaid | Conflict::Overpaid => &[OrderAction::Refund],
        Conflict::CancelAsked => &[OrderAction::Cancel],
        Conflict::Shortage => &[OrderAction::Revise, OrderAction::AskCancel, OrderAction::Cancel],
        Conflict::TrackingNumber
        | Conflict::BankLine
        | Conflict::Proof
        | Conflict::CancelledAndShipped
        | Conflict::FieldApart => &[],
    }
}

fn concerns(flag: &Flag, fact: &Fact) -> bool {
    let kinds: &[&str] = match flag.conflict {
        Conflict::TrackingNumber => return fact.kind == "shipped" && fact.text("tracking_number") == flag.key,
        Conflict::BankLine => return fact.text("bank_line") == flag.key,
        Conflict::Proof => return fact.kind == "claimed" && fact.text("file") == flag.key,
        Conflict::Nominal => &["totalled"],
        Conflict::CancelledAndShipped => &["cancelled", "shipped", "delivered"],
        Conflict::AddressChanged => &["printed", "revised", "shipped"],
        Conflict::TwoTrackingNumbers => &["shipped"],
        Conflict::CancelledPaid => &["cancelled", "verified", "refunded"],
        Conflict::Overpaid => &["totalled", "verified", "refunded"],
        Conflict::FieldApart => &["taken", "revised"],
        Conflict::CancelAsked => &["cancel_asked"],
        Conflict::Shortage => &["totalled", "verified"],
    };
    kinds.contains(&fact.kind.as_str())
}
