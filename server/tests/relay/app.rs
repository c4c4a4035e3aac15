//! The app and the health of the relay, over plain HTTP.

use crate::world::Relay;

#[test]
fn the_relay_is_ready_and_says_what_may_run_in_its_pages() {
    let relay = Relay::open();
    assert_eq!(relay.get("/healthz").body, "ok\n");
    for path in ["/", "/pesanan/baru", "/healthz", "/assets/none.js"] {
        let head = relay.get(path).head;
        assert!(head.contains("content-security-policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"));
        assert!(!head.contains("unsafe-inline"), "{path}");
        assert!(head.contains("x-content-type-options: nosniff") && head.contains("referrer-policy: no-referrer"));
    }
}

#[test]
fn every_screen_is_the_app_and_a_missing_file_is_missing() {
    let relay = Relay::open();
    let start = relay.get("/");
    let screen = relay.get("/pesanan/018f3c2e");
    assert_eq!((screen.status, &screen.body), (start.status, &start.body));
    assert_eq!(relay.get("/assets/none.js").status, 404);
    assert_eq!(relay.get("/../Cargo.toml").status, 404);
    assert_eq!(relay.ask("POST", "/", "content-length: 0\r\n").unwrap().status, 405);
}

#[test]
fn what_is_shared_with_a_phone_whose_app_is_not_there_yet_ends_on_a_page_that_says_so() {
    let relay = Relay::open();
    let answer = relay.ask("POST", "/bagikan", "content-length: 0\r\n").unwrap();
    assert_eq!(answer.status, 303);
    assert!(answer.head.contains("location: /bagikan?gagal=1"));
}

#[test]
fn a_page_of_somebody_else_opens_no_socket() {
    let relay = Relay::open();
    let upgrade = "upgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    let ask = |origin: &str| relay.ask("GET", "/sync", &format!("{upgrade}origin: {origin}\r\n"));
    assert_eq!(ask("https://evil.example").unwrap().status, 403);
    assert_eq!(ask("null").unwrap().status, 403);
}

#[test]
fn two_relays_never_share_a_folder() {
    let relay = Relay::open();
    let second = crate::world::tapak(&["serve", "--listen", "127.0.0.1:0", "--data", relay.data().to_str().unwrap()]);
    assert!(!second.status.success());
    assert!(String::from_utf8_lossy(&second.stderr).contains("another `tapak` is using"));
}
