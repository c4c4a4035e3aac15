//! Peers that take their time: each is waited for as long as a bad network needs, and no longer.

use std::time::{Duration, Instant};

use tapak_domain::contact::ContactDraft;
use tapak_domain::order::{LineDraft, OrderDraft};
use tapak_engine::command::Command;
use tapak_sync::ToRelay;
use tapak_sync::limits::MAX_FRAME;
use tapak_sync::message::Credit;
use tapak_sync::{Sequence, ToDevice};
use tokio::task::spawn_blocking;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::frame::Frame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};

use crate::world::{Farewell, Phone, Raw, Relay, Rogue, Wire, entropy};

/// A header in whole minutes, a socket without a word, a frame without an end: all at once, as an attacker would.
#[tokio::test]
async fn whoever_begins_and_does_not_go_on_is_hung_up_on() {
    let relay = Relay::open();
    let mut rina = Phone::paired(&relay, "cs", "Rina").await;
    let begun = Instant::now();
    let mut half = Raw::connect(&relay);
    half.write(b"GET /sync HTTP/1.1\r\nhost: sh");
    let idle = Raw::connect(&relay);
    let mut never_ends = Raw::upgraded(&relay);
    // A masked binary frame of a hundred bytes, and then ten of them.
    never_ends.write(&[0x82, 0x80 | 0x64, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let silent = Wire::open(&relay).await;
    let header = spawn_blocking(move || (half.rest(), begun.elapsed()));
    let nothing = spawn_blocking(move || (idle.rest(), begun.elapsed()));
    let frame = spawn_blocking(move || (never_ends.rest(), begun.elapsed()));
    assert_eq!(silent.farewell().await, Farewell::of("too_slow"));
    for (waiting, longest) in [(header, 13), (nothing, 13), (frame, 25)] {
        let (_, waited) = waiting.await.unwrap();
        assert!(waited < Duration::from_secs(longest), "{waited:?}");
    }
    let draft = ContactDraft { name: "Siti Aminah".into(), ..ContactDraft::default() };
    rina.run(vec![Command::AddContact { draft }]).await;
    rina.until_all_saved().await;
}

#[tokio::test]
async fn what_is_no_websocket_or_too_much_of_one_is_told_so_without_being_read_to_its_end() {
    let relay = Relay::open();
    // A frame that says it will be a terabyte, and one that no browser would send: unmasked.
    let huge = [0x82, 0xff, 0, 0, 1, 0, 0, 0, 0, 0, 1, 2, 3, 4];
    let unmasked = [0x82, 3, 0, 1, 2];
    for (bytes, reason) in [(&huge[..], "frame_too_large"), (&unmasked[..], "malformed_frame")] {
        let mut raw = Raw::upgraded(&relay);
        raw.write(bytes);
        let heard = spawn_blocking(move || raw.rest()).await.unwrap();
        assert!(heard.contains(reason), "{heard:?}");
    }
    let mut wire = Wire::open(&relay).await;
    let piece = || vec![0; MAX_FRAME / 2];
    wire.say(Message::Frame(Frame::message(piece(), OpCode::Data(Data::Binary), false))).await;
    for _ in 0..2 {
        wire.say(Message::Frame(Frame::message(piece(), OpCode::Data(Data::Continue), false))).await;
    }
    assert_eq!(wire.farewell().await, Farewell::of("frame_too_large"), "a message in many small frames");
}

#[tokio::test]
async fn a_reader_who_takes_nothing_in_is_dropped_and_catches_up_when_it_comes_back() {
    let relay = Relay::open();
    let mut rina = Phone::paired(&relay, "cs", "Rina").await;
    let eni = Rogue::join(&relay, "finance").await;
    let mut eni = eni.over(Wire::open_narrow(&relay).await).await;
    eni.wire.tell(&ToRelay::Credit(Credit { cursor: Sequence(0), pages: 64 })).await;
    for _ in 0..8 {
        let orders = (0..50).map(|_| Command::TakeOrder { draft: long_order() });
        rina.run(orders.collect()).await;
        rina.until_all_saved().await;
    }
    let log = relay.log();
    assert!(log.contains("too_slow"), "{log}");

    let mut eni = eni.over(Wire::open(&relay).await).await;
    let (mut read, mut head) = (Sequence(0), Sequence(400));
    while read < head {
        if let Some(ToDevice::Page(page)) = eni.wire.next_message().await {
            (read, head) = (page.span.to, page.head);
            eni.wire.tell(&ToRelay::Credit(Credit { cursor: read, pages: 1 })).await;
        }
    }
}

/// What no compressor makes small.
fn long_order() -> OrderDraft {
    let noise =
        |length| std::iter::repeat_with(entropy).flatten().map(|byte| char::from(b'a' + byte % 26)).take(length);
    let (note, source) = (noise(1_900).collect(), noise(3_900).collect());
    let line = LineDraft { name: "Trekker X".into(), size: "39".into(), price: "189rb".into(), ..LineDraft::default() };
    OrderDraft { buyer_name: "Dedi Setiawan".into(), lines: vec![line], note, source, ..OrderDraft::default() }
}
