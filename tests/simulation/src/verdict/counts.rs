//! What a command states without words of its own is counted: as often as it was done, and no more.

use std::collections::{BTreeMap, BTreeSet};

use tapak_engine::command::Command;
use tapak_engine::view::happening::Happening;
use uuid::Uuid;

use super::picture::Picture;
use crate::broken::{Checked, Rule};
use crate::deed::Expect;
use crate::world::World;

/// How often something was done to an order for certain, and how often at most.
#[derive(Debug, Default, Clone, Copy)]
struct Done {
    certainly: usize,
    perhaps: usize,
}

impl World {
    pub(super) fn check_counts(&self, picture: &Picture, refused: &BTreeSet<Uuid>) -> Checked {
        let mut done: BTreeMap<(Uuid, &str), Done> = BTreeMap::new();
        for (promise, record) in self.ledger.done() {
            let fell = self.was_rogue(promise.who) && refused.contains(&record);
            for kind in stated(&promise.command).iter().filter(|_| promise.expect != Expect::InVain) {
                let count = done.entry((record, kind)).or_default();
                count.certainly += usize::from(!fell && !self.phones[promise.who].is_revoked());
                count.perhaps += 1;
            }
        }
        for (id, page) in &picture.pages {
            let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
            for kind in page.timeline.iter().filter_map(|entry| shown(&entry.what)) {
                *seen.entry(kind).or_default() += 1;
            }
            for kind in KINDS {
                let Done { certainly, perhaps } = done.get(&(*id, kind)).copied().unwrap_or_default();
                let seen = seen.get(kind).copied().unwrap_or_default();
                let story = || format!("{id} was {kind} {certainly} to {perhaps} times and shows it {seen} times");
                Rule::Effect.hold((certainly..=perhaps).contains(&seen), story)?;
            }
        }
        Ok(())
    }
}

const KINDS: [&str; 11] = [
    "totalled",
    "expired",
    "printed",
    "packed",
    "chosen",
    "told",
    "delivered",
    "closed",
    "received back",
    "exchanged",
    "settled",
];

#[expect(clippy::wildcard_enum_match_arm, reason = "what is known by its words is not counted")]
fn stated(command: &Command) -> &'static [&'static str] {
    match command {
        Command::TotalOrder { .. } => &["totalled"],
        Command::ExpireTotal { .. } => &["expired"],
        Command::PrintLabel { .. } => &["printed"],
        Command::PackOrder { .. } => &["packed"],
        Command::ChooseTracking { .. } => &["chosen"],
        Command::SendTracking { .. } => &["told"],
        Command::DeliverOrder { .. } => &["delivered"],
        Command::CloseOrder { .. } => &["closed"],
        Command::ReceiveReturn { .. } => &["received back"],
        Command::ExchangeOrder { .. } => &["exchanged"],
        Command::SettleConflict { .. } => &["settled"],
        Command::SellOrder { .. } => &["totalled", "delivered"],
        _ => &[],
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "what is known by its words is not counted")]
fn shown(what: &Happening) -> Option<&'static str> {
    Some(match what {
        Happening::Totalled { .. } => "totalled",
        Happening::Expired { .. } => "expired",
        Happening::Printed { .. } => "printed",
        Happening::Packed { .. } => "packed",
        Happening::TrackingChosen { .. } => "chosen",
        Happening::TrackingSent { .. } => "told",
        Happening::Delivered => "delivered",
        Happening::Closed => "closed",
        Happening::ReturnReceived => "received back",
        Happening::Exchanged => "exchanged",
        Happening::Settled { .. } => "settled",
        _ => return None,
    })
}
