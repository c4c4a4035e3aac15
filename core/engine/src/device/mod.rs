//! The device's loop: people's commands and the relay's frames in; frames, answers and news for the screens out.
//!
//! Every call of [`Device::handle`] is one transaction. If it fails, nothing of it was kept: what is in memory is
//! thrown away, commands are answered with a fault, and the device goes on from what is on disk.

mod aside;
mod boot;
mod event;
mod files;
mod fold;
mod join;
mod leave;
mod link;
mod look;
mod me;
mod perform;
mod prove;
mod receive;
mod recover;
mod settle;
mod show;
mod turn;
mod understudy;
mod welcome;

pub use event::{Input, Output, Topic};

use std::sync::Arc;

use tapak_domain::place::Places;
use tapak_store::Store;
use tapak_sync::FileHash;
use tapak_sync::client::{Client, Config, Event, Status};
use uuid::Uuid;

use crate::app::App;
use crate::crew::Crew;
use crate::dice::Dice;
use crate::documents::Documents;
use crate::fault::Fault;
use crate::fee::Fees;
use crate::project;
use link::Connection;
use me::Me;
use turn::Turn;

/// Documents held in memory: what people work on these days, at about 30 kB each.
const DOCUMENTS: usize = 256;

#[derive(Debug)]
pub struct Device {
    app: App,
    store: Store,
    dice: Dice,
    me: Me,
    /// As it is on disk.
    saved: Me,
    crew: Crew,
    documents: Documents,
    client: Client,
    connection: Connection,
    /// What is known of the country.
    places: Arc<Places>,
    /// What a person has open here.
    looking: Option<Uuid>,
    /// Something came that needs a document which is not all here.
    missing: bool,
    /// The relay's log turned out to be another one than before, and nobody said so.
    parted: bool,
}

impl Device {
    /// From what is on disk, or as a new device that belongs to nobody yet.
    pub fn open(store: Store, entropy: [u8; 32], now: u64) -> Result<Self, Fault> {
        Self::open_as(App::default(), store, entropy, now)
    }

    /// As an app that may know less than this build.
    pub fn open_as(app: App, store: Store, entropy: [u8; 32], now: u64) -> Result<Self, Fault> {
        let mut dice = Dice::new(entropy);
        let me = Me::load(&store, &mut dice)?;
        let crew = Crew::new(store.roster()?);
        let client = Client::new(Config { identity: me.identity(), entropy: dice.number() });
        let connection = Connection::new(Status::Offline { since: now });
        let (mut documents, saved) = (Documents::new(DOCUMENTS), me.clone());
        // This build may know what the one before it did not.
        store.records_of_strangers()?.into_iter().for_each(|id| documents.mark(id));
        Ok(Self {
            app,
            store,
            dice,
            saved,
            me,
            crew,
            documents,
            client,
            connection,
            places: Arc::new(Places::without_districts()),
            looking: None,
            missing: false,
            parted: false,
        })
    }

    pub fn handle(&mut self, inputs: Vec<Input>, now: u64) -> Vec<Output> {
        let commands = recover::commands(&inputs);
        let mut turn = Turn::new(now);
        match self.transact(inputs, &mut turn) {
            Ok(()) => turn.into_outputs(),
            Err(fault) => self.recover(&fault, &commands, now),
        }
    }

    fn transact(&mut self, inputs: Vec<Input>, turn: &mut Turn) -> Result<(), Fault> {
        self.store.begin()?;
        inputs.into_iter().try_for_each(|input| self.take(input, turn))?;
        self.finish(turn)?;
        self.store.commit()?;
        self.saved.clone_from(&self.me);
        Ok(())
    }

    fn take(&mut self, input: Input, turn: &mut Turn) -> Result<(), Fault> {
        match input {
            Input::Start => self.tell(Event::Start, turn),
            Input::Opened => self.opened(turn),
            Input::Frame(frame) => self.tell(Event::Frame(frame), turn),
            Input::Closed => self.tell(Event::Closed, turn),
            Input::Online => self.tell(Event::Online, turn),
            Input::Tick => self.tick(turn),
            Input::Pair { code, person, device_name } => self.pair(&code, person, device_name, turn),
            Input::Look { record } => self.look(record, turn),
            Input::FetchFile { file } => self.fetch_file(FileHash::new(file), turn),
            Input::Command { id, command } => self.command(id, &command, turn),
        }
    }

    /// What is owed once all inputs are taken.
    fn finish(&mut self, turn: &mut Turn) -> Result<(), Fault> {
        if std::mem::take(&mut self.parted) {
            self.begin_anew(turn)?;
        }
        if std::mem::take(&mut turn.rewound) {
            self.tell(Event::OutboxRewound, turn)?;
        }
        if turn.wrote {
            self.tell(Event::OutboxChanged, turn)?;
        }
        if turn.welcomed && self.looking.is_some() {
            self.look(self.looking, turn)?;
        }
        if std::mem::take(&mut self.missing) || turn.welcomed {
            self.fetch_missing(turn)?;
        }
        if turn.wrote || turn.welcomed {
            self.send_files(turn)?;
        }
        self.draw(turn)?;
        if turn.welcomed {
            self.hide_files()?;
        }
        turn.settled.iter().try_for_each(|id| self.store.refresh_whereabouts(*id))?;
        self.save()
    }

    /// Brings the projections up to what the documents say.
    fn draw(&mut self, turn: &mut Turn) -> Result<(), Fault> {
        let drawn = project::changed(&self.store, &mut self.documents, &self.crew)?;
        self.me.observe(drawn.latest, turn.now);
        turn.touch_nouns(&drawn.nouns);
        Ok(())
    }

    fn save(&mut self) -> Result<(), Fault> {
        if self.me != self.saved {
            self.me.save(&self.store)?;
        }
        Ok(())
    }

    /// The kecamatan of the country, once the host has them at hand. Until then none is called unknown, and
    /// of none it is known that it exists.
    pub fn know_places(&mut self, places: Arc<Places>) {
        self.places = places;
    }

    fn fees(&self) -> Fees<'_> {
        Fees { store: &self.store, places: &self.places }
    }

    /// Draws every projection anew from the documents.
    pub fn rebuild(&mut self) -> Result<(), Fault> {
        project::rebuild(&self.store, &self.crew)
    }

    /// When this device and the relay were last compared, in milliseconds since 1970 UTC, and whether they had the same.
    pub fn proof(&self) -> Option<(u64, bool)> {
        self.me.proof.map(|proof| (proof.at, proof.equal))
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
