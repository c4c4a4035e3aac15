//! What the relay does with a peer that is no device of ours, and how it takes its own leave.

use std::time::{Duration, Instant};

use tapak_domain::contact::ContactDraft;
use tapak_engine::command::Command;
use tapak_sync::limits::MAX_FRAME;
use tokio_tungstenite::tungstenite::Message;

use crate::world::{Farewell, Phone, Relay, Wire};

#[tokio::test]
async fn a_hostile_frame_ends_its_own_socket_with_a_reason_and_nothing_else() {
    let relay = Relay::open();
    let mut rina = Phone::paired(&relay, "cs", "Rina").await;
    let odd = [
        (Message::Binary(vec![0xff; 100].into()), "malformed_frame"),
        (Message::Binary(Vec::new().into()), "malformed_frame"),
        (Message::Text("halo".into()), "malformed_frame"),
        (Message::Binary(vec![0; MAX_FRAME + 1].into()), "frame_too_large"),
        (Message::Binary(vec![0; 4 * MAX_FRAME].into()), "frame_too_large"),
    ];
    for (message, reason) in odd {
        let mut wire = Wire::open(&relay).await;
        wire.say(message).await;
        assert_eq!(wire.farewell().await, Farewell::of(reason));
    }
    rina.until_all_saved().await;
    Phone::paired(&relay, "warehouse", "Ujang").await.until_all_saved().await;
}

#[tokio::test]
async fn a_device_that_asks_and_never_listens_is_hung_up_on_and_the_others_go_on() {
    let relay = Relay::open();
    let mut rina = Phone::paired(&relay, "cs", "Rina").await;
    let mut deaf = Phone::paired(&relay, "cs", "Tono").await;
    deaf.until_all_saved().await;
    deaf.into_wire().ask_and_never_listen().await;
    let draft = ContactDraft { name: "Siti Aminah".into(), ..ContactDraft::default() };
    rina.run(vec![Command::AddContact { draft }]).await;
    rina.until_all_saved().await;
    assert!(relay.log().contains("too_slow"), "{}", relay.log());
}

#[tokio::test]
async fn a_graceful_stop_says_that_the_relay_goes_away() {
    let mut relay = Relay::open();
    let wire = Wire::open(&relay).await;
    let begun = Instant::now();
    relay.ask_to_stop();
    assert_eq!(wire.farewell().await, Farewell::of("going_away"));
    assert!(relay.wait().success());
    assert!(begun.elapsed() < Duration::from_secs(5), "nobody was slow");
}

#[tokio::test]
async fn the_log_tells_no_secrets() {
    let mut relay = Relay::open();
    let code = relay.invite("cs");
    let mut rina = Phone::unpack(&relay);
    rina.pair(&code, "Rina Marlina").await;
    rina.until_all_saved().await;
    relay.ask_to_stop();
    relay.wait();
    let log = relay.log();
    assert!(log.contains("ready") && log.contains("stopping"), "{log}");
    assert!(!log.contains(&code) && !log.contains("Rina"), "{log}");
}
