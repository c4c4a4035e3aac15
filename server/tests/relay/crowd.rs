//! Very many connections: the relay stays small, and the shop goes on working among them.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use tapak_domain::contact::ContactDraft;
use tapak_engine::command::Command;
use tapak_sync::ToRelay;
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::sleep;
use tokio_tungstenite::tungstenite::Message;

use crate::world::{PATIENCE, Phone, Relay, Rogue, Wire};

const ATTEMPTS: u32 = 10_000;
const AT_ONCE: u32 = 64;
const IDLE: usize = 1_000;
/// Kilobytes.
const FLAT: u64 = 24 * 1024;
const FIFTY_MEGABYTES: u64 = 50 * 1024;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_attempts_leave_the_relay_as_small_as_before_and_rina_at_work() {
    let relay = Arc::new(Relay::open());
    let mut rina = Phone::paired(&relay, "cs", "Rina").await;
    let mut ujang = Phone::paired(&relay, "warehouse", "Ujang").await;
    attack(&relay, AT_ONCE * 4).finish().await;
    let before = relay.resident();
    let attack = attack(&relay, ATTEMPTS);
    let mut saved = 0;
    while !attack.is_over() {
        let draft = ContactDraft { name: format!("Siti {saved}"), ..ContactDraft::default() };
        let begun = Instant::now();
        rina.run(vec![Command::AddContact { draft }]).await;
        rina.until_all_saved().await;
        ujang.until_all_saved().await;
        assert!(begun.elapsed() < Duration::from_secs(5), "Rina waited {:?}", begun.elapsed());
        saved += 1;
    }
    attack.finish().await;
    let after = relay.resident();
    println!("{ATTEMPTS} attempts: {before} kB before, {after} kB after, {saved} contacts saved meanwhile");
    assert!(after < before + FLAT, "{before} kB before, {after} kB after");
    assert!(saved > 0, "it was over too soon to say anything");
}

struct Attack {
    left: Arc<AtomicU32>,
    attackers: JoinSet<()>,
}

impl Attack {
    fn is_over(&self) -> bool {
        self.left.load(Ordering::Relaxed) == 0
    }

    async fn finish(mut self) {
        while let Some(attacker) = self.attackers.join_next().await {
            attacker.unwrap();
        }
    }
}

fn attack(relay: &Arc<Relay>, attempts: u32) -> Attack {
    let (left, mut attackers) = (Arc::new(AtomicU32::new(attempts)), JoinSet::new());
    for _ in 0..AT_ONCE {
        let (relay, left) = (Arc::clone(relay), Arc::clone(&left));
        attackers.spawn(async move {
            let one_less = |left: u32| left.checked_sub(1);
            while let Ok(number) = left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_less) {
                attempt(&relay, number).await;
            }
        });
    }
    Attack { left, attackers }
}

/// A knock, half a question, a socket that is dropped, and one that says nonsense.
async fn attempt(relay: &Relay, number: u32) {
    match number % 4 {
        0 => drop(TcpStream::connect(relay.host()).await),
        1 => {
            let knock = TcpStream::connect(relay.host()).await;
            drop(knock.map(|wire| wire.try_write(b"GET /sync HTTP/1.1\r\nhost: ")));
        }
        2 => drop(Wire::try_open(relay).await),
        _ => {
            if let Some(mut wire) = Wire::try_open(relay).await {
                wire.say(Message::Binary(vec![0xff; 4_000].into())).await;
                wire.farewell().await;
            }
        }
    }
}

#[tokio::test]
async fn a_thousand_idle_devices_cost_less_than_fifty_megabytes() {
    let relay = Relay::open();
    let rogue = Rogue::join(&relay, "cs").await;
    let before = relay.resident();
    let mut sockets = Vec::new();
    for _ in 0..IDLE {
        let mut wire = Wire::open(&relay).await;
        wire.tell(&ToRelay::Hello(rogue.hello(&wire.nonce))).await;
        assert!(wire.next_message().await.is_some());
        sockets.push(wire);
    }
    let after = relay.resident();
    println!("{IDLE} idle sockets: {before} kB before, {after} kB after");
    assert!(after < before + FIFTY_MEGABYTES, "{before} kB before, {after} kB after");
}

#[tokio::test]
async fn one_address_that_wants_every_place_is_turned_away_until_it_gives_some_back() {
    let relay = Relay::with(&["--sockets-per-ip", "3"]);
    let mut inside = Vec::new();
    while let Some(wire) = Wire::try_open(&relay).await {
        inside.push(wire);
        assert!(inside.len() <= 3);
    }
    let begun = Instant::now();
    let answer = relay.ask("GET", "/healthz", "");
    assert!(answer.is_none_or(|page| page.status == 429));
    inside.pop();
    while Wire::try_open(&relay).await.is_none() {
        assert!(begun.elapsed() < PATIENCE);
        sleep(Duration::from_millis(20)).await;
    }
    while !relay.log().contains("found no place") {
        assert!(begun.elapsed() < PATIENCE, "{}", relay.log());
        sleep(Duration::from_millis(100)).await;
    }
}
