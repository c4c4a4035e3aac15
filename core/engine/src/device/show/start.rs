//! Where this device stands, and the badge.

use tapak_sync::client::Status;

use crate::device::Device;
use crate::fault::Fault;
use crate::view::badge::{BadgeState, BadgeView};
use crate::view::start::{Pairing, StartView};

impl Device {
    pub(super) fn show_start(&self) -> StartView {
        let enrolled = self.me.enrolled.as_ref();
        StartView {
            pairing: self.pairing(),
            shop_name: enrolled.map(|enrolled| enrolled.shop_name.clone()).unwrap_or_default(),
            role: self.role_code(),
            person: self.me.person.clone(),
            device_name: self.me.device_name.clone(),
            prefix: enrolled.map(|enrolled| enrolled.prefix.clone()).unwrap_or_default(),
            problem: self.me.problem.clone(),
        }
    }

    fn pairing(&self) -> Pairing {
        match (self.me.enrolled.is_some(), self.connection.status) {
            (true, Status::Rejected(_)) => Pairing::Rejected,
            (true, _) => Pairing::Paired,
            (false, Status::Unpaired | Status::Rejected(_)) => Pairing::Unpaired,
            (false, _) => Pairing::Pairing,
        }
    }

    pub(super) fn show_badge(&self) -> Result<BadgeView, Fault> {
        let (unsent, waiting_files) = (self.store.count_outbox()?, self.store.count_waiting_files()?);
        Ok(BadgeView {
            state: self.badge_state(unsent + waiting_files),
            unsent,
            waiting_files,
            set_aside: self.store.count_set_aside()?,
            offline_since: self.connection.offline_since.and_then(|since| i64::try_from(since).ok()),
            behind: self.behind(),
        })
    }

    /// A try to connect is no contact: the badge stays offline until the relay has answered.
    fn badge_state(&self, unsent: u32) -> BadgeState {
        match self.connection.status {
            Status::Unpaired => BadgeState::Unpaired,
            Status::Rejected(_) if self.me.enrolled.is_none() => BadgeState::Unpaired,
            Status::Rejected(_) => BadgeState::Rejected,
            Status::Offline { .. } => BadgeState::Offline,
            Status::Connecting if self.connection.offline_since.is_some() => BadgeState::Offline,
            Status::Live { .. } if unsent == 0 => BadgeState::Saved,
            Status::Connecting | Status::Live { .. } | Status::CatchingUp { .. } => BadgeState::Syncing,
        }
    }

    pub(super) fn arriving(&self) -> Option<u32> {
        self.me.boot.as_ref().map(|boot| boot.left.unwrap_or_default())
    }

    /// Changes of the relay that are not here yet, as far as we know; whole documents while it sends those.
    pub(super) fn behind(&self) -> u32 {
        if let Some(documents) = self.arriving() {
            return documents.max(1);
        }
        match self.connection.status {
            Status::CatchingUp { cursor, head } => narrow(head.get().saturating_sub(cursor.get())),
            Status::Unpaired
            | Status::Offline { .. }
            | Status::Connecting
            | Status::Live { .. }
            | Status::Rejected(_) => narrow(self.me.head.saturating_sub(self.me.cursor)),
        }
    }
}

pub(super) fn narrow(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
