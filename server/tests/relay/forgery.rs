//! Somebody with a key of this shop, or without one, says what is not theirs to say: each is told why not.

use tapak_document::Document;
use tapak_domain::order::{LineDraft, OrderDraft};
use tapak_domain::{DeviceId, Edit, Fact, Stamp};
use tapak_engine::command::Command;
use tapak_sync::message::{Credit, Push};
use tapak_sync::{DeviceKey, Sequence, ToRelay};
use tokio_tungstenite::tungstenite::Message;
use uuid::Uuid;

use crate::world::{Farewell, Phone, Relay, Rogue, Wire, entropy, first_order, now};

/// In the bytes of a change.
const BEHIND_THE_CHECKSUM: usize = 8;

fn new_id() -> Uuid {
    Uuid::from_slice(&entropy()[..16]).unwrap()
}

fn order() -> OrderDraft {
    let line = LineDraft { name: "Trekker X".into(), size: "39".into(), price: "189rb".into(), ..LineDraft::default() };
    OrderDraft { buyer_name: "Dedi Setiawan".into(), lines: vec![line], ..OrderDraft::default() }
}

fn noted(by: Uuid) -> Edit {
    let (at, by, data) = (Stamp::new(now(), 0), DeviceId(by), serde_json::Map::new());
    Edit::State(Fact { id: new_id(), kind: "noted".into(), at, by, data })
}

#[tokio::test]
async fn a_signature_overheard_on_another_connection_opens_nothing() {
    let relay = Relay::open();
    let rogue = Rogue::join(&relay, "cs").await;
    let mut other = Wire::open(&relay).await;
    other.tell(&ToRelay::Hello(rogue.hello(&rogue.wire.nonce))).await;
    assert_eq!(other.farewell().await, Farewell::of("bad_signature"));
    let mut right = Wire::open(&relay).await;
    let hello = rogue.hello(&right.nonce);
    right.tell(&ToRelay::Hello(hello)).await;
    assert!(right.next_message().await.is_some(), "the same hello to its own challenge is welcome");
}

#[tokio::test]
async fn a_hello_of_a_stranger_or_to_another_shop_is_told_so() {
    let relay = Relay::open();
    let mut rogue = Rogue::join(&relay, "cs").await;
    let mut wire = Wire::open(&relay).await;
    wire.tell(&ToRelay::Hello(tapak_sync::message::Hello { shop: [9; 16].into(), ..rogue.hello(&wire.nonce) })).await;
    assert_eq!(wire.farewell().await, Farewell::of("wrong_shop"));
    let mut wire = Wire::open(&relay).await;
    let forger = DeviceKey::from_seed(entropy());
    let hello = rogue.hello(&wire.nonce);
    let signature = forger.sign_hello(hello.shop, hello.device, &wire.nonce);
    wire.tell(&ToRelay::Hello(tapak_sync::message::Hello { signature, ..hello })).await;
    assert_eq!(wire.farewell().await, Farewell::of("bad_signature"));
    rogue.device = new_id();
    let mut wire = Wire::open(&relay).await;
    wire.tell(&ToRelay::Hello(rogue.hello(&wire.nonce))).await;
    assert_eq!(wire.farewell().await, Farewell::of("unknown_device"));
}

#[tokio::test]
async fn whoever_pushes_or_asks_before_a_hello_spoke_out_of_turn() {
    let relay = Relay::open();
    let early = [
        ToRelay::Push(Push { batch: 0, changes: Vec::new() }),
        ToRelay::Credit(Credit { cursor: Sequence(0), pages: 8 }),
    ];
    for message in early {
        let mut wire = Wire::open(&relay).await;
        wire.tell(&message).await;
        assert_eq!(wire.farewell().await, Farewell::of("out_of_turn"), "{message:?}");
    }
}

#[tokio::test]
async fn a_forged_change_is_refused_and_the_honest_one_after_it_is_taken() {
    let relay = Relay::open();
    let mut rogue = Rogue::join(&relay, "cs").await;
    let own = rogue.device;
    let honest = rogue.write(&mut Document::new(new_id()), own, &[Edit::set("buyer_name", "Siti Aminah")]);
    let mut scrawl = honest.clone();
    scrawl.signature[5] ^= 1;
    assert_eq!(rogue.push(scrawl).await, "bad_signature");
    let mut moved = honest.clone();
    moved.document = (*new_id().as_bytes()).into();
    assert_eq!(rogue.push(moved).await, "bad_signature", "signed for another document");
    let shop = std::mem::replace(&mut rogue.shop, [9; 16].into());
    let elsewhere = rogue.write(&mut Document::new(new_id()), own, &[Edit::set("buyer_name", "Siti")]);
    rogue.shop = shop;
    assert_eq!(rogue.push(elsewhere).await, "bad_signature", "signed for another shop");
    let unknown = rogue.write(&mut Document::new(new_id()), new_id(), &[Edit::set("buyer_name", "Siti")]);
    assert_eq!(rogue.push(unknown).await, "unknown_device");
    let mut torn = honest.clone();
    torn.change.truncate(torn.change.len() / 2);
    assert_eq!(rogue.push(torn).await, "malformed");
    assert_eq!(rogue.push(honest.clone()).await, "accepted");
    assert_eq!(rogue.push(honest).await, "known");
}

#[tokio::test]
async fn what_belongs_to_another_role_is_refused_and_what_is_ones_own_is_not() {
    let relay = Relay::open();
    let mut rina = Phone::paired(&relay, "cs", "Rina").await;
    rina.run(vec![Command::TakeOrder { draft: order() }]).await;
    rina.until_all_saved().await;
    let mut ujang = Rogue::join(&relay, "warehouse").await;
    let log = ujang.page().await;
    let (own, mut document) = (ujang.device, first_order(&log));
    let mut renamed = document.clone();
    let renamed = ujang.write(&mut renamed, own, &[Edit::set("buyer_name", "Ujang")]);
    assert_eq!(ujang.push(renamed).await, "not_your_role");
    let for_rina = ujang.write(&mut document.clone(), own, &[noted(new_id())]);
    assert_eq!(ujang.push(for_rina).await, "fact_immutable", "a note in another device's name");
    let own_note = ujang.write(&mut document, own, &[noted(own)]);
    assert_eq!(ujang.push(own_note).await, "accepted");
    rina.until_all_saved().await;
    assert_eq!(rina.orders()[0].buyer_name, "Dedi Setiawan");
}

#[tokio::test]
async fn a_change_too_large_or_cut_short_ends_the_connection_with_a_reason() {
    let relay = Relay::open();
    let ping = tapak_sync::message::Ping { at: 1_790_000_000_000, roster: None };
    let ping = tapak_sync::codec::encode(&ToRelay::Ping(ping)).unwrap();
    let mut wire = Wire::open(&relay).await;
    wire.say(Message::Binary(ping[..ping.len() - 1].to_vec().into())).await;
    assert_eq!(wire.farewell().await, Farewell::of("malformed_frame"));
    // LZ4 that claims to unfold to four gigabytes.
    let mut wire = Wire::open(&relay).await;
    wire.say(Message::Binary(vec![1, 0xff, 0xff, 0xff, 0xff, 0].into())).await;
    assert_eq!(wire.farewell().await, Farewell::of("frame_too_large"));
}

/// Signed, with a checksum that fits, and wrong somewhere: what a stolen phone with another program on it would send.
#[tokio::test]
async fn no_change_that_a_device_signs_brings_the_relay_down() {
    let relay = Relay::open();
    let mut rogue = Rogue::join(&relay, "cs").await;
    let own = rogue.device;
    let edits = [Edit::set("buyer_name", "Siti Aminah"), Edit::set("note", "cepat ya"), noted(own)];
    let honest = rogue.write(&mut Document::new(new_id()), own, &edits);
    let mut refused = 0;
    for place in BEHIND_THE_CHECKSUM..honest.change.len() {
        for bit in [0x01, 0x04, 0x40, 0x80] {
            let mut bytes = honest.change.clone();
            bytes[place] ^= bit;
            let bent = rogue.sign(new_id(), bytes);
            refused += u32::from(rogue.push(bent).await != "accepted");
        }
    }
    assert!(refused > 100, "only {refused} were refused");
    let mut rina = Phone::paired(&relay, "cs", "Rina").await;
    rina.run(vec![Command::TakeOrder { draft: order() }]).await;
    rina.until_all_saved().await;
    assert_eq!(rogue.push(honest).await, "accepted");
}
