//! The relay's loop: every device's frames in; frames for any of them out.
//!
//! Every call of [`Relay::handle`] is one transaction, however many devices spoke in it. If it fails, nothing of it was
//! kept: every connection is ended, and the devices come back and repeat what was not acknowledged.

mod append;
mod aside;
mod audit;
mod cards;
mod enlist;
mod enrol;
mod event;
mod files;
mod fold;
mod found;
mod heard;
mod hold;
mod identity;
mod lobby;
mod news;
mod pages;
mod presence;
pub(crate) mod shop;
mod site;

pub use event::{Input, Output, Socket, Visit};
pub use shop::{found, invite, recovery, restored, shop_name};

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use tapak_domain::Noun;
use tapak_domain::place::Places;
use tapak_store::Store;
use tapak_sync::relay::{CARDS_BEHIND, Effect, Event, Session};
use tapak_sync::{ByeCode, ChangeHash, Sequence};

use crate::app::App;
use crate::crew::Crew;
use crate::dice::Dice;
use crate::documents::Documents;
use crate::fault::Fault;
use crate::project;
use append::Bearer;
use audit::Audit;
use heard::Heard;
use identity::Identity;
use news::News;
use presence::Presence;
use shop::Shop;

/// Documents held in memory. At about 30 kB each this is what keeps the relay small, whatever the shop's size.
const DOCUMENTS: usize = 512;

#[derive(Debug)]
pub struct Relay {
    app: App,
    store: Store,
    dice: Dice,
    shop: Shop,
    identity: Identity,
    crew: Crew,
    documents: Documents,
    /// What is known of the country.
    places: Arc<Places>,
    sessions: BTreeMap<Socket, Session>,
    head: Sequence,
    news: News,
    presence: Presence,
    heard: Heard,
    audit: Option<Audit>,
    cards_behind: u64,
    /// A change of a revoked device that the owner accepted.
    pardoned: Option<ChangeHash>,
}

/// One call of the loop.
#[derive(Debug)]
struct Turn {
    now: u64,
    outputs: Vec<Output>,
}

impl Relay {
    /// The shop must have been [`found`]ed.
    pub fn open(store: Store, entropy: [u8; 32]) -> Result<Self, Fault> {
        Self::open_as(App::default(), store, entropy)
    }

    /// As a program that may know less than this build.
    pub fn open_as(app: App, store: Store, entropy: [u8; 32]) -> Result<Self, Fault> {
        let mut dice = Dice::new(entropy);
        let mut relay = Self {
            app,
            shop: Shop::load(&store)?,
            identity: Identity::load(&store, &mut dice)?,
            crew: Crew::new(store.roster()?),
            head: store.head()?,
            heard: Heard::load(&store)?,
            store,
            dice,
            documents: Documents::new(DOCUMENTS),
            places: Arc::new(Places::without_districts()),
            sessions: BTreeMap::new(),
            news: News::default(),
            presence: Presence::default(),
            audit: None,
            cards_behind: CARDS_BEHIND,
            pardoned: None,
        };
        relay.begin_record()?;
        // This build may know what the one before it did not.
        relay.store.records_of_strangers()?.into_iter().for_each(|id| relay.documents.mark(id));
        Ok(relay)
    }

    pub fn handle(&mut self, inputs: Vec<Input>, now: u64) -> Vec<Output> {
        let mut turn = Turn { now, outputs: Vec::new() };
        match self.transact(inputs, &mut turn) {
            Ok(()) => turn.outputs,
            Err(fault) => self.recover(fault, &turn),
        }
    }

    fn transact(&mut self, inputs: Vec<Input>, turn: &mut Turn) -> Result<(), Fault> {
        self.store.begin()?;
        inputs.into_iter().try_for_each(|input| self.take(input, turn))?;
        self.draw()?;
        self.spread_news(turn)?;
        self.draw()?;
        Ok(self.store.commit()?)
    }

    /// Brings the projections up to what the documents say.
    fn draw(&mut self) -> Result<(), Fault> {
        let drawn = project::changed(&self.store, &mut self.documents, &self.crew)?;
        self.news.shop |= drawn.nouns.contains(&Noun::Shop);
        Ok(())
    }

    fn take(&mut self, input: Input, turn: &mut Turn) -> Result<(), Fault> {
        match input {
            Input::Opened(socket) => self.arrived(socket, turn),
            Input::Frame(socket, frame) => self.tell(socket, Event::Frame(frame), turn),
            Input::Closed(socket) => self.gone(socket, turn),
            Input::Asked(visit, question) => self.attend(visit, *question, turn),
            Input::Tick => self.tick(turn),
            Input::Stop => {
                self.tell_all(&Event::End(ByeCode::GoingAway), turn)?;
                self.save_heard(turn.now)
            }
        }
    }

    /// Tells a session something, and answers what it asks of the disk.
    fn tell(&mut self, socket: Socket, event: Event, turn: &mut Turn) -> Result<(), Fault> {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            let Some(session) = self.sessions.get_mut(&socket) else { return Ok(()) };
            let before = session.device();
            let effects = session.handle(event, turn.now);
            let after = session.device();
            for effect in effects {
                events.extend(self.carry_out(socket, effect, turn)?);
            }
            match (before, after) {
                (None, Some(device)) => self.came(socket, device, turn)?,
                (Some(device), None) => self.went(device, turn)?,
                (Some(_), Some(_)) | (None, None) => {}
            }
        }
        Ok(())
    }

    fn tell_all(&mut self, event: &Event, turn: &mut Turn) -> Result<(), Fault> {
        let sockets: Vec<_> = self.sessions.keys().copied().collect();
        sockets.into_iter().try_for_each(|socket| self.tell(socket, event.clone(), turn))
    }

    fn carry_out(&mut self, socket: Socket, effect: Effect, turn: &mut Turn) -> Result<Option<Event>, Fault> {
        match effect {
            Effect::Send(frame) => turn.outputs.push(Output::Send(socket, frame)),
            Effect::Close(code) => self.left(socket, code, turn)?,
            Effect::LookUp { shop, device, latest } => return self.look_up(shop, device, latest).map(Some),
            Effect::Pair(pair) => return Ok(Some(Event::PairAnswered(self.pair(&pair, turn.now)?))),
            Effect::Append { batch, device, replica, changes } => {
                let outcomes = self.append(Bearer { device, replica }, &changes)?;
                self.hold_back(&changes, &outcomes, turn.now)?;
                return Ok(Some(Event::Appended { batch, outcomes, head: self.head }));
            }
            Effect::Read { after, skip, scopes, max_bytes, .. } => {
                return self.read_page(after, skip, &scopes, max_bytes).map(Some);
            }
            Effect::ReadCards { boot, max_bytes } => {
                let cards = self.read_cards(&boot, max_bytes, turn.now)?;
                return Ok(Some(Event::CardsRead(Box::new(cards))));
            }
            Effect::Prove { scopes } => return self.prove(&scopes).map(Some),
            Effect::Asked { device, scopes, message } => return self.asked(socket, device, &scopes, *message, turn),
            Effect::CheckRoster { known } => return Ok(self.roster_beside(known)),
            Effect::CursorMoved { device, cursor } => self.news.seen(&mut self.crew, device, cursor),
        }
        Ok(None)
    }

    /// False while more than enough from this socket is waiting for the disk.
    pub fn wants_more(&self, socket: Socket) -> bool {
        self.sessions.get(&socket).is_none_or(Session::wants_more)
    }

    /// The highest number given to a change.
    pub fn head(&self) -> Sequence {
        self.head
    }

    /// What the failed call said is lost, but the sessions it ended are gone: their sockets are closed all the same.
    fn recover(&mut self, fault: Fault, failed: &Turn) -> Vec<Output> {
        self.store.rollback();
        let mut turn = Turn { now: failed.now, outputs: vec![Output::Failed(fault)] };
        turn.outputs.extend(failed.outputs.iter().filter_map(closed));
        // A session that is ended asks nothing of the disk.
        let _ = self.tell_all(&Event::End(ByeCode::Fault), &mut turn);
        self.sessions.clear();
        self.documents.forget_all();
        (self.news, self.presence, self.audit) = (News::default(), Presence::default(), None);
        if let (Ok(roster), Ok(head)) = (self.store.roster(), self.store.head()) {
            (self.crew, self.head) = (Crew::new(roster), head);
        }
        self.heard = Heard::load(&self.store).unwrap_or_default();
        turn.outputs
    }

    /// Whose kecamatan and postal codes an address of the site is held against.
    pub fn know_places(&mut self, places: Arc<Places>) {
        self.places = places;
    }

    /// A device more than so many changes behind gets whole documents instead; tests want few.
    pub fn send_cards_behind(&mut self, changes: u64) {
        self.cards_behind = changes;
    }

    /// Draws every projection anew from the documents.
    pub fn rebuild(&mut self) -> Result<(), Fault> {
        project::rebuild(&self.store, &self.crew)
    }

    /// Drops everything that is only in memory, as the end of the process would.
    pub fn into_store(self) -> Store {
        self.store
    }

    pub fn store(&self) -> &Store {
        &self.store
    }

    /// A test double: see [`Store::break_disk`].
    pub fn break_disk(&mut self, broken: bool) {
        self.store.break_disk(broken);
    }
}

fn closed(output: &Output) -> Option<Output> {
    if let Output::Close(socket, _) = output { Some(Output::Close(*socket, ByeCode::Fault)) } else { None }
}
