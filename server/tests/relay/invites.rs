//! An invite lets one device in, once, for a while.

use tapak_domain::policy::Role;
use tapak_engine::Store;
use tapak_engine::view::start::Pairing;

use crate::world::{Phone, Relay, entropy, now, tapak};

#[tokio::test]
async fn an_invite_used_twice_says_so_and_a_fresh_one_works() {
    let relay = Relay::open();
    let code = relay.invite("cs");
    assert_eq!(Phone::unpack(&relay).pair(&code, "Rina").await.role, "cs");
    let mut second = Phone::unpack(&relay);
    assert_eq!(second.pair(&code, "Tono").await.problem, "invite_used");
    let start = second.pair(&relay.invite("warehouse"), "Tono").await;
    assert_eq!((start.pairing, start.role.as_str()), (Pairing::Paired, "warehouse"));
}

#[tokio::test]
async fn an_expired_invite_says_so() {
    let relay = Relay::open();
    let mut store = Store::open(&relay.database()).unwrap();
    let invite = tapak_engine::relay::invite(&mut store, Role::Cs, now() - 1, entropy()).unwrap();
    let start = Phone::unpack(&relay).pair(&invite.to_code().unwrap(), "Rina").await;
    assert_eq!(start.problem, "invite_expired");
}

#[tokio::test]
async fn the_invite_of_another_shop_is_unknown_here() {
    let (here, there) = (Relay::open(), Relay::open());
    let start = Phone::unpack(&here).pair(&there.invite("owner"), "Rina").await;
    assert_eq!(start.problem, "invite_unknown");
}

#[test]
fn without_a_shop_there_is_nothing_to_invite_to() {
    let home = tempfile::tempdir().unwrap();
    let output = tapak(&["invite", "--role", "cs", "--data", home.path().to_str().unwrap()]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("there is no shop in"));
}
