//! A device of the shop: its client, and a disk that is only memory.

use crate::log::hash_of;
use std::collections::{BTreeMap, VecDeque};
use tapak_sync::client::{Client, Config, Effect, Event, Identity, Place, RosterNews, Status};
use tapak_sync::{ByeCode, ChangeHash, Numbered, Outcome, Roster, Sequence, SignedChange, Span, ToDevice};

pub(crate) enum Wish {
    Open,
    Send(Vec<u8>),
    Close,
}

#[derive(Default)]
pub(crate) struct Disk {
    pub(crate) identity: Option<Identity>,
    pub(crate) epoch: u64,
    pub(crate) cursor: Sequence,
    pub(crate) own_high: Sequence,
    pub(crate) scopes: Vec<u16>,
    pub(crate) changes: BTreeMap<ChangeHash, SignedChange>,
    pub(crate) outbox: BTreeMap<u64, ChangeHash>,
    pub(crate) set_aside: Vec<(ChangeHash, Outcome)>,
    last_position: u64,
    pub(crate) full: bool,
}

pub(crate) struct Device {
    pub(crate) client: Client,
    pub(crate) disk: Disk,
    pub(crate) wake_at: Option<u64>,
    pub(crate) statuses: Vec<Status>,
    pub(crate) refusals: Vec<ByeCode>,
    pub(crate) roster: Roster,
    /// What the network layer still has to do.
    pub(crate) wishes: VecDeque<Wish>,
    /// How many changes came down, doubles counted.
    pub(crate) downloads: usize,
    pub(crate) started_over: usize,
    /// What came beside the road.
    pub(crate) heard: Vec<ToDevice>,
    /// Asked to leave, and whether to wipe.
    pub(crate) leaving: Option<bool>,
}

impl Device {
    pub(crate) fn new(identity: Option<Identity>, entropy: u64) -> Self {
        let disk = Disk { epoch: 1, identity: identity.clone(), ..Disk::default() };
        Self {
            client: Client::new(Config { identity, entropy }),
            disk,
            wake_at: None,
            statuses: Vec::new(),
            refusals: Vec::new(),
            roster: Roster::default(),
            wishes: VecDeque::new(),
            downloads: 0,
            started_over: 0,
            heard: Vec::new(),
            leaving: None,
        }
    }

    /// The process dies; the disk stays.
    pub(crate) fn crash(&mut self, now: u64) {
        let identity = self.disk.identity.clone();
        self.client = Client::new(Config { identity, entropy: now });
        self.wake_at = None;
        self.wishes.clear();
        self.tell(Event::Start, now);
    }

    pub(crate) fn tell(&mut self, event: Event, now: u64) {
        let mut waiting = VecDeque::from([event]);
        while let Some(event) = waiting.pop_front() {
            let effects = self.client.handle(event, now);
            waiting.extend(effects.into_iter().filter_map(|effect| self.carry_out(effect)));
        }
    }

    pub(crate) fn save(&mut self, document: [u8; 16], hash: ChangeHash, size: usize, now: u64) {
        let identity = self.disk.identity.as_ref().unwrap();
        let document = document.into();
        let signature = identity.key.sign_change(identity.shop, document, hash);
        let change = [hash.as_bytes().to_vec(), vec![7; size]].concat();
        self.disk.write(hash, SignedChange { document, change, signature });
        self.tell(Event::OutboxChanged, now);
    }

    pub(crate) fn place(&self) -> Place {
        Place {
            cursor: self.disk.cursor,
            own_high: self.disk.own_high,
            epoch: self.disk.epoch,
            scopes: self.disk.scopes.clone(),
            boot: None,
            roster: None,
            latest: None,
            entropy: 3,
        }
    }

    pub(crate) fn status(&self) -> Status {
        *self.statuses.last().unwrap()
    }

    fn carry_out(&mut self, effect: Effect) -> Option<Event> {
        match effect {
            Effect::Open => self.wishes.push_back(Wish::Open),
            Effect::Send(frame) => self.wishes.push_back(Wish::Send(frame)),
            Effect::Close => self.wishes.push_back(Wish::Close),
            Effect::WakeAt(at) => self.wake_at = Some(at),
            Effect::ReadOutbox { after, max_changes, .. } => return Some(self.disk.read_outbox(after, max_changes)),
            Effect::StorePage { span, changes, .. } => return Some(self.store_page(span, changes)),
            Effect::Settle { outcomes, span } => return self.disk.settle(&outcomes, span),
            Effect::Paired(paired) => {
                self.disk.identity = self.client.identity().cloned();
                self.disk.epoch = paired.epoch;
            }
            Effect::Welcomed { crew, epoch, start_over, scopes, boot, .. } => {
                assert_eq!(boot, None, "nobody here is far behind");
                self.disk.scopes = scopes.unwrap_or_default();
                let RosterNews::Is(roster) = crew else { panic!("it said nothing of the roster it has") };
                self.welcomed(roster, epoch, start_over);
            }
            Effect::StoreCards { .. } => panic!("cards that nobody announced"),
            Effect::Heard(message) => self.heard.push(*message),
            Effect::Leaving { wipe } => self.leaving = Some(wipe),
            Effect::RosterChanged(roster) => self.roster = roster,
            Effect::Seen { device, cursor } => self.seen(device, cursor),
            Effect::Refused(code) => self.refusals.push(code),
            Effect::Status(status) => self.statuses.push(status),
        }
        None
    }

    fn welcomed(&mut self, roster: Roster, epoch: u64, start_over: bool) {
        self.roster = roster;
        if start_over {
            self.started_over += 1;
            (self.disk.epoch, self.disk.cursor, self.disk.own_high) = (epoch, Sequence::ZERO, Sequence::ZERO);
        }
    }

    fn seen(&mut self, device: tapak_sync::DeviceId, cursor: Sequence) {
        if let Some(entry) = self.roster.0.iter_mut().find(|entry| entry.device == device) {
            entry.seen = cursor;
        }
    }

    fn store_page(&mut self, span: Span, changes: Vec<Numbered>) -> Event {
        self.downloads += changes.len();
        self.disk.store_page(span, changes)
    }
}

impl Disk {
    fn write(&mut self, hash: ChangeHash, change: SignedChange) {
        self.changes.insert(hash, change);
        self.last_position += 1;
        self.outbox.insert(self.last_position, hash);
    }

    fn read_outbox(&self, after: u64, max_changes: usize) -> Event {
        let waiting = self.outbox.range(after + 1..).take(max_changes);
        let through = waiting.clone().last().map_or(after, |(position, _)| *position);
        let changes = waiting.map(|(_, hash)| (*hash, self.changes[hash].clone())).collect();
        Event::PushReady { changes, through }
    }

    fn store_page(&mut self, span: Span, changes: Vec<Numbered>) -> Event {
        if self.full || self.cursor != span.from {
            return Event::StoreFailed;
        }
        let named = changes.into_iter().map(|row| (hash_of(&row.change), row.change));
        self.changes.extend(named);
        self.cursor = span.to;
        Event::PageStored { cursor: self.cursor }
    }

    fn settle(&mut self, outcomes: &[(ChangeHash, Outcome)], span: Option<Span>) -> Option<Event> {
        if self.full {
            return Some(Event::StoreFailed);
        }
        for (hash, outcome) in outcomes {
            self.settle_one(*hash, *outcome);
        }
        let span = span.filter(|span| span.from == self.cursor)?;
        self.cursor = span.to;
        Some(Event::PageStored { cursor: self.cursor })
    }

    fn settle_one(&mut self, hash: ChangeHash, outcome: Outcome) {
        self.outbox.retain(|_, waiting| *waiting != hash);
        match outcome {
            Outcome::Accepted(seq) | Outcome::Known(seq) => self.own_high = self.own_high.max(seq),
            Outcome::Refused(_) => self.set_aside.push((hash, outcome)),
        }
    }
}
