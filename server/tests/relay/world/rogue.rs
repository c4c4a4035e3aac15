//! A device that was let in and then turns on the shop: it has a key and a role, and says whatever it likes.

use sha2::{Digest, Sha256};
use tapak_document::{Author, ChangeInfo, Document, Incarnation};
use tapak_domain::{DeviceId as Person, Edit, Noun};
use tapak_sync::message::{Hello, Pair, Paired, Push};
use tapak_sync::signature::PairClaim;
use tapak_sync::{DeviceId, DeviceKey, DocumentId, Invite, Numbered, Outcome, ShopId, SignedChange, ToDevice, ToRelay};
use uuid::Uuid;

use super::{Relay, Wire, entropy, now};

/// A hello as the first version said it; every relay still has to understand that.
const HELLO: &str = include_str!("../../../../core/sync/tests/golden/hello.hex");

/// Where Automerge keeps the first bytes of a change's hash, and what is hashed.
const CHECKSUM: std::ops::Range<usize> = 4..8;
const HASHED_FROM: usize = 8;

pub(crate) struct Rogue {
    pub(crate) wire: Wire,
    pub(crate) shop: ShopId,
    pub(crate) key: DeviceKey,
    pub(crate) device: Uuid,
    batches: u32,
}

impl Rogue {
    /// Paired and welcomed.
    pub(crate) async fn join(relay: &Relay, role: &str) -> Self {
        let (key, device) = (DeviceKey::from_seed(entropy()), Uuid::from_slice(&entropy()[..16]).unwrap());
        let mut wire = Wire::open(relay).await;
        let pair = pair(&Invite::from_code(&relay.invite(role)).unwrap(), &key, device, &wire.nonce);
        wire.tell(&ToRelay::Pair(pair)).await;
        let Some(ToDevice::Paired(Paired { shop, .. })) = wire.next_message().await else { panic!("not paired") };
        let mut rogue = Self { wire, shop, key, device, batches: 0 };
        rogue.say_hello().await;
        rogue
    }

    /// Over another connection.
    pub(crate) async fn over(self, wire: Wire) -> Self {
        let mut rogue = Self { wire, batches: 0, ..self };
        rogue.say_hello().await;
        rogue
    }

    async fn say_hello(&mut self) {
        let hello = self.hello(&self.wire.nonce);
        self.wire.tell(&ToRelay::Hello(hello)).await;
        let welcome = self.wire.next_message().await;
        assert!(matches!(welcome, Some(ToDevice::Welcome(_))), "{welcome:?}");
    }

    /// From nothing: it has read nothing yet.
    pub(crate) fn hello(&self, nonce: &[u8; 32]) -> Hello {
        let (shop, device) = (self.shop, DeviceId::from(*self.device.as_bytes()));
        let signature = self.key.sign_hello(shop, device, nonce);
        Hello { shop, device, signature, scopes: Vec::new(), epoch: 0, ..golden_hello() }
    }

    /// These edits of a document as a change by `author`, signed with the rogue's own key for its own shop.
    pub(crate) fn write(&self, document: &mut Document, author: Uuid, edits: &[Edit]) -> SignedChange {
        let author = Author { device: Person(author), incarnation: Incarnation([1; 8]) };
        let change = document.edit(Noun::Order, edits, author, now()).unwrap();
        let id = DocumentId::from(*document.id().as_bytes());
        let signature = self.key.sign_change(self.shop, id, change.hash.0.into());
        SignedChange { document: id, change: change.bytes, signature }
    }

    /// Any bytes as a change, with the checksum and the signature that fit them.
    pub(crate) fn sign(&self, document: Uuid, mut change: Vec<u8>) -> SignedChange {
        let hash: [u8; 32] = Sha256::digest(&change[HASHED_FROM..]).into();
        change[CHECKSUM].copy_from_slice(&hash[..CHECKSUM.len()]);
        let document = DocumentId::from(*document.as_bytes());
        let signature = self.key.sign_change(self.shop, document, hash.into());
        SignedChange { document, change, signature }
    }

    /// What became of it, in a word.
    pub(crate) async fn push(&mut self, change: SignedChange) -> &'static str {
        let batch = self.batches;
        self.batches += 1;
        self.wire.tell(&ToRelay::Push(Push { batch, changes: vec![change] })).await;
        loop {
            if let ToDevice::Pushed(pushed) = self.hear().await {
                return word(pushed.outcomes[0]);
            }
        }
    }

    /// The next page of the log.
    pub(crate) async fn page(&mut self) -> Vec<Numbered> {
        loop {
            if let ToDevice::Page(page) = self.hear().await {
                return page.changes;
            }
        }
    }

    async fn hear(&mut self) -> ToDevice {
        let message = self.wire.next_message().await.unwrap();
        assert!(!matches!(message, ToDevice::Bye(_)), "{message:?}");
        message
    }
}

/// The document of the first order among these.
pub(crate) fn first_order(log: &[Numbered]) -> Document {
    let order = |row: &&Numbered| row.scope == Some(Noun::Order.scope());
    let id = log.iter().find(order).unwrap().change.document;
    let mut document = Document::new(Uuid::from_bytes(id.to_bytes()));
    let mine = log.iter().filter(|row| row.change.document == id);
    document.apply(mine.map(|row| ChangeInfo::parse(&row.change.change).unwrap())).unwrap();
    document
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Accepted(_) => "accepted",
        Outcome::Known(_) => "known",
        Outcome::Refused(code) => code.code(),
    }
}

fn pair(invite: &Invite, key: &DeviceKey, device: Uuid, nonce: &[u8; 32]) -> Pair {
    let (device, device_name, person) = (DeviceId::from(*device.as_bytes()), "HP", "Tamu");
    let claim = PairClaim { nonce, secret: &invite.secret, device, device_name, person };
    Pair {
        protocol: 1,
        secret: invite.secret,
        device,
        key: key.public(),
        device_name: device_name.to_owned(),
        person: person.to_owned(),
        signature: key.sign_pair(&claim),
    }
}

fn golden_hello() -> Hello {
    let digits: Vec<_> = HELLO.trim().bytes().map(|digit| char::from(digit).to_digit(16).unwrap()).collect();
    let frame: Vec<_> = digits.chunks(2).map(|pair| u8::try_from(pair[0] * 16 + pair[1]).unwrap()).collect();
    let Ok(ToRelay::Hello(hello)) = tapak_sync::codec::decode_to_relay(&frame) else { panic!("another message") };
    hello
}
