//! A device that only speaks the protocol: it joins, says hello, reads what it is sent and keeps nothing.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tapak_sync::client::{Client, Config, Effect, Event, Identity, Joining, Place, RosterNews, Status};
use tapak_sync::{DeviceId, DeviceKey, Invite, ReplicaId, Sequence};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::fault::Fault;
use crate::surroundings::{entropy, now};

const PATIENCE: Duration = Duration::from_secs(30);
/// How long to sleep when the client asked for no time.
const LONG: u64 = 60_000;

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

pub(super) struct Phone {
    client: Client,
    socket: Socket,
    place: Place,
    wake_at: Option<u64>,
    live: bool,
}

/// Who a device is once it has joined, and where it stands.
pub(super) struct Identified {
    identity: Identity,
    place: Place,
}

impl Phone {
    pub(super) async fn join(relay: SocketAddr, code: &str) -> Result<Self, Fault> {
        let joining = joining(code)?;
        let place = Place {
            cursor: Sequence::ZERO,
            own_high: Sequence::ZERO,
            epoch: 0,
            scopes: Vec::new(),
            boot: None,
            latest: None,
            roster: None,
            entropy: 0,
        };
        let mut phone = Self::dial(relay, None, place).await?;
        phone.tell(Event::Pair(Box::new(joining))).await?;
        phone.until_live().await
    }

    pub(super) async fn connect(relay: SocketAddr, who: &Identified) -> Result<Self, Fault> {
        let mut phone = Self::dial(relay, Some(who.identity.clone()), who.place.clone()).await?;
        phone.tell(Event::Start).await?;
        phone.until_live().await
    }

    async fn dial(relay: SocketAddr, identity: Option<Identity>, place: Place) -> Result<Self, Fault> {
        let dialled = connect_async(format!("ws://{relay}/sync")).await;
        let (socket, _) = dialled.map_err(|error| Fault::Failed(format!("dialling the relay: {error}")))?;
        let client = Client::new(Config { identity, entropy: 0 });
        Ok(Self { client, socket, place, wake_at: None, live: false })
    }

    /// Who it is, for the next time it connects.
    pub(super) fn leave(self) -> Option<Identified> {
        let identity = self.client.identity()?.clone();
        Some(Identified { identity, place: self.place })
    }

    async fn until_live(mut self) -> Result<Self, Fault> {
        let waiting = async {
            while !self.live {
                self.next().await?;
            }
            Ok(self)
        };
        timeout(PATIENCE, waiting).await.map_err(|_| Fault::Silent("the relay".into()))?
    }

    /// Answers what has to be answered, until the relay hangs up.
    pub(super) async fn rest(mut self) -> Result<(), Fault> {
        loop {
            self.next().await?;
        }
    }

    async fn next(&mut self) -> Result<(), Fault> {
        let due = Duration::from_millis(self.wake_at.map_or(LONG, |at| at.saturating_sub(now())));
        let event = tokio::select! {
            message = self.socket.next() => match message {
                Some(Ok(Message::Binary(frame))) => Event::Frame(frame.into()),
                Some(Ok(Message::Close(_)) | Err(_)) | None => return Err(Fault::Ended("a connection".into())),
                Some(Ok(_)) => return Ok(()),
            },
            () = sleep(due) => Event::Tick,
        };
        self.tell(event).await
    }

    async fn tell(&mut self, event: Event) -> Result<(), Fault> {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            for effect in self.client.handle(event, now()) {
                events.extend(self.obey(effect).await?);
            }
        }
        Ok(())
    }

    /// Nothing of its own waits to be sent, and what it is sent counts as kept.
    async fn obey(&mut self, effect: Effect) -> Result<Option<Event>, Fault> {
        match effect {
            Effect::Open => return Ok(Some(Event::Opened(self.place.clone()))),
            Effect::Send(frame) => self.send(frame).await?,
            Effect::WakeAt(at) => self.wake_at = Some(at),
            Effect::ReadOutbox { after, .. } => return Ok(Some(Event::PushReady { changes: vec![], through: after })),
            Effect::StorePage { span, .. } => return Ok(Some(self.moved(span.to))),
            Effect::Paired(paired) => self.place.epoch = paired.epoch,
            Effect::Status(status) => self.live = matches!(status, Status::Live { .. }),
            Effect::Refused(code) => return Err(Fault::Failed(format!("the relay refused a device: {}", code.code()))),
            Effect::Welcomed { scopes, crew, .. } => self.welcomed(scopes, crew),
            Effect::StoreCards { .. } => return Err(Fault::Failed("cards for an idle device".into())),
            Effect::Close
            | Effect::Settle { .. }
            | Effect::Heard(_)
            | Effect::Leaving { .. }
            | Effect::RosterChanged(_)
            | Effect::Seen { .. } => {}
        }
        Ok(None)
    }

    fn welcomed(&mut self, scopes: Option<Vec<u16>>, crew: RosterNews) {
        self.place.scopes = scopes.unwrap_or_default();
        if let RosterNews::Is(roster) = crew {
            self.place.roster = Some(roster.digest());
        }
    }

    fn moved(&mut self, cursor: Sequence) -> Event {
        self.place.cursor = cursor;
        Event::PageStored { cursor }
    }

    async fn send(&mut self, frame: Vec<u8>) -> Result<(), Fault> {
        let sent = self.socket.send(Message::binary(frame)).await;
        sent.map_err(|error| Fault::Failed(format!("speaking with the relay: {error}")))
    }
}

fn joining(code: &str) -> Result<Joining, Fault> {
    let invite = Invite::from_code(code).map_err(|error| Fault::Failed(error.to_string()))?;
    let (ids, key) = (entropy()?, entropy()?);
    let (device, replica) = ids.split_at(16);
    let id = |half: &[u8]| half.try_into().map_err(|_| Fault::Failed("half of 32 bytes is 16".into()));
    Ok(Joining {
        secret: invite.secret,
        device: DeviceId::new(id(device)?),
        replica: ReplicaId::new(id(replica)?),
        key: DeviceKey::from_seed(key),
        device_name: "HP Rina".into(),
        person: "Rina".into(),
    })
}
