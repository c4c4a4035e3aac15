//! Between the protocol's client and the disk: what it asks of storage is answered at once, the rest goes out.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use tapak_sync::client::{Effect, Event, Status};
use tapak_sync::message::Latest;
use tapak_sync::reconcile::Comparison;
use tapak_sync::{DeviceId, DocumentId, FileHash};

use super::Device;
use super::event::{Output, Topic};
use super::look::Others;
use super::turn::Turn;
use super::welcome::Log;
use crate::fault::Fault;

/// What the badge needs to know of the line; gone with the process.
#[derive(Debug)]
pub(super) struct Connection {
    pub(super) status: Status,
    pub(super) offline_since: Option<u64>,
    /// After a failed disk, when to try again.
    pub(super) resume_at: Option<u64>,
    /// Who else has which record open.
    pub(super) others: Others,
    /// When each device was last connected, for who runs the shop; nothing while it is.
    pub(super) left_at: BTreeMap<DeviceId, Option<u64>>,
    /// Finding out where this device and the relay differ.
    pub(super) comparison: Option<Comparison>,
    /// The file that is on its way to the relay, and when the relay was last told of it.
    pub(super) sending: Option<(FileHash, u64)>,
    /// Documents of which something builds on what the relay does not have now.
    pub(super) wanting: BTreeSet<DocumentId>,
    /// That was done, once, since the relay welcomed this device.
    pub(super) healed: bool,
}

impl Connection {
    pub(super) fn new(status: Status) -> Self {
        Self {
            status,
            offline_since: None,
            resume_at: None,
            others: Others::new(),
            left_at: BTreeMap::new(),
            comparison: None,
            wanting: BTreeSet::new(),
            sending: None,
            healed: false,
        }
    }

    /// Nothing of the last one goes on in a new one.
    fn renew(&mut self) {
        self.others.clear();
        self.left_at.clear();
        self.wanting.clear();
        (self.comparison, self.sending, self.healed) = (None, None, false);
    }
}

impl Device {
    pub(super) fn tell(&mut self, event: Event, turn: &mut Turn) -> Result<(), Fault> {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            for effect in self.client.handle(event, turn.now) {
                events.extend(self.carry_out(effect, turn)?);
            }
        }
        Ok(())
    }

    pub(super) fn opened(&mut self, turn: &mut Turn) -> Result<(), Fault> {
        let latest = self.store.latest()?.map(|(seq, hash)| Latest { seq, hash });
        let place = self.me.place(self.crew.roster().digest(), latest, self.dice.number());
        self.tell(Event::Opened(place), turn)
    }

    /// After a failed disk the line is taken up again; else it is the client's own wake-up.
    pub(super) fn tick(&mut self, turn: &mut Turn) -> Result<(), Fault> {
        match self.connection.resume_at {
            Some(at) if at > turn.now => {
                turn.say(Output::WakeAt(at));
                Ok(())
            }
            Some(_) => {
                self.connection.resume_at = None;
                self.tell(Event::Start, turn)
            }
            None => {
                self.tell(Event::Tick, turn)?;
                self.go_on_sending_files(turn)
            }
        }
    }

    fn carry_out(&mut self, effect: Effect, turn: &mut Turn) -> Result<Option<Event>, Fault> {
        match effect {
            Effect::Open => turn.say(Output::Connect),
            Effect::Send(frame) => turn.say(Output::Send(frame)),
            Effect::Close => turn.say(Output::Disconnect),
            Effect::WakeAt(at) => turn.say(Output::WakeAt(at)),
            Effect::ReadOutbox { after, max_bytes, max_changes } => {
                let waiting = self.store.outbox(after, max_bytes, max_changes)?;
                return Ok(Some(Event::PushReady { changes: waiting.changes, through: waiting.through }));
            }
            Effect::StorePage { span, head, changes } => return self.store_page(span, head, &changes, turn).map(Some),
            Effect::StoreCards { stretch, cards } => return self.store_cards(stretch, &cards, turn).map(Some),
            Effect::Heard(message) => self.heard(*message, turn)?,
            Effect::Settle { outcomes, span } => return self.settle(&outcomes, span, turn),
            Effect::Paired(paired) => self.paired(paired, turn)?,
            Effect::Welcomed { crew, epoch, head, start_over, role, resume, scopes, boot } => {
                self.connection.renew();
                self.meet_again(crew, turn)?;
                self.welcomed(&role, Log { epoch, head, start_over, resume, scopes, boot }, turn)?;
                turn.welcomed = true;
            }
            Effect::Leaving { wipe } => self.me.wiping = wipe,
            Effect::RosterChanged(roster) => self.meet(roster, turn)?,
            Effect::Seen { device, cursor } => self.seen(device, cursor, turn),
            Effect::Refused(code) => self.shown_the_door(code, turn)?,
            Effect::Status(status) => self.status(status, turn),
        }
        Ok(None)
    }

    pub(super) fn is_connected(&self) -> bool {
        matches!(self.connection.status, Status::Live { .. } | Status::CatchingUp { .. })
    }

    pub(super) fn seen(&mut self, device: DeviceId, cursor: tapak_sync::Sequence, turn: &mut Turn) {
        if self.crew.see(device, cursor) {
            turn.touch(Topic::Orders);
            turn.touch(Topic::Sync);
        }
    }

    fn status(&mut self, status: Status, turn: &mut Turn) {
        let in_touch = |status| matches!(status, Status::Live { .. } | Status::CatchingUp { .. });
        if in_touch(status) != in_touch(self.connection.status) {
            self.me.last_contact = Some(turn.now);
        }
        match status {
            Status::Offline { since } => self.connection.offline_since = Some(since),
            Status::Live { .. } | Status::CatchingUp { .. } => self.connection.offline_since = None,
            Status::Unpaired | Status::Connecting | Status::Rejected(_) => {}
        }
        self.connection.status = status;
        turn.touch(Topic::Sync);
        turn.touch(Topic::Start);
    }
}
