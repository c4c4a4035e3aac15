//! What the others have to hear of: once per call, however often it happened in it.

use std::collections::BTreeMap;

use tapak_sync::message::ROSTER_DIGEST;
use tapak_sync::relay::Event;
use tapak_sync::{DeviceId, Sequence};

use super::{Relay, Turn};
use crate::crew::Crew;
use crate::fault::Fault;

#[derive(Debug, Default)]
pub(super) struct News {
    /// Devices that have stored more of the log.
    seen: BTreeMap<DeviceId, Sequence>,
    /// The same, not on disk yet. A crash loses it without harm: each device says its cursor in its next hello.
    unsaved: BTreeMap<DeviceId, Sequence>,
    /// The shop's record changed: roster and invites are behind it.
    pub(super) shop: bool,
    pub(super) roster: bool,
    pub(super) head: bool,
}

impl News {
    pub(super) fn seen(&mut self, crew: &mut Crew, device: DeviceId, cursor: Sequence) {
        if crew.see(device, cursor) {
            self.seen.insert(device, cursor);
            self.unsaved.insert(device, cursor);
        }
    }
}

impl Relay {
    /// The roster first: whoever made the changes has to be known before they come.
    pub(super) fn spread_news(&mut self, turn: &mut Turn) -> Result<(), Fault> {
        if self.news.shop {
            self.enlist()?;
        }
        if std::mem::take(&mut self.news.roster) {
            self.tell_all(&Event::RosterChanged(self.crew.roster().clone()), turn)?;
            self.part_from_changed_roles(turn)?;
        }
        if std::mem::take(&mut self.news.head) {
            self.tell_all(&Event::HeadMoved(self.head), turn)?;
        }
        for (device, cursor) in std::mem::take(&mut self.news.seen) {
            self.tell_others(device, &Event::Seen { device, cursor }, turn)?;
        }
        Ok(())
    }

    /// For a device that missed the news: its frame was lost, and no place in the log shows that.
    pub(super) fn roster_beside(&self, known: [u8; ROSTER_DIGEST]) -> Option<Event> {
        let roster = self.crew.roster();
        (roster.digest() != known).then(|| Event::RosterChanged(roster.clone()))
    }

    pub(super) fn tell_others(&mut self, device: DeviceId, event: &Event, turn: &mut Turn) -> Result<(), Fault> {
        let others = self.sessions.iter().filter(|(_, session)| session.device() != Some(device));
        let sockets: Vec<_> = others.map(|(socket, _)| *socket).collect();
        sockets.into_iter().try_for_each(|socket| self.tell(socket, event.clone(), turn))
    }

    pub(super) fn tick(&mut self, turn: &mut Turn) -> Result<(), Fault> {
        for (device, cursor) in std::mem::take(&mut self.news.unsaved) {
            self.store.see(device, cursor)?;
        }
        self.save_heard(turn.now)?;
        self.tell_all(&Event::Tick, turn)
    }
}
