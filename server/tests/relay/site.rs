//! The public site over plain HTTP: what a buyer's browser asks of the relay.

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::world::{Page, Relay, tapak};

const KEY: &str = "018f3c2e-7b1a-7000-8000-000000000001";

fn demo() -> Relay {
    let home = tempfile::tempdir().unwrap();
    let made = tapak(&["demo", "--orders", "20", "--seed", "3", "--data", home.path().to_str().unwrap()]);
    assert!(made.status.success());
    over(home)
}

fn over(home: TempDir) -> Relay {
    Relay::over(home)
}

fn read(page: &Page) -> Value {
    serde_json::from_str(&page.body).unwrap_or_else(|e| panic!("{e}: {}", page.body))
}

fn post(relay: &Relay, headers: &str, body: &str) -> Page {
    let length = body.len();
    let asked = format!("content-type: application/json\r\ncontent-length: {length}\r\n{headers}\r\n{body}");
    relay.ask("POST", "/api/v1/orders", &asked).unwrap()
}

fn order(relay: &Relay) -> Value {
    let catalogue = read(&relay.get("/api/v1/catalogue"));
    let product = &catalogue["products"][0];
    json!({
        "buyer_name": "Sekar Ayu",
        "buyer_phone": "0813-9876-5432",
        "address": { "street": "Jl. Kaliurang KM 7 No 12", "district": "Ngaglik", "regency": "Kab. Sleman",
                     "province": "DI Yogyakarta", "postal_code": "55581" },
        "lines": [{ "product": product["id"], "colour": product["colours"][0], "size": 39, "quantity": 1 }],
        "courier": "jne",
        "service": "REG",
    })
}

#[test]
fn r13_a_buyer_has_an_invoice_from_the_site_and_follows_the_order_by_it() {
    let relay = demo();
    let body = order(&relay).to_string();
    let key = format!("idempotency-key: {KEY}\r\n");
    let invoice = read(&post(&relay, &key, &body));
    assert_eq!(invoice["number"], "W-0001", "{invoice}");
    let code = invoice["tracking_code"].as_str().unwrap();
    assert_eq!(read(&post(&relay, &key, &body)), invoice, "a retry takes no second order");
    let tracked = relay.get(&format!("/api/v1/orders/W-0001?code={code}"));
    assert_eq!((tracked.status, read(&tracked)["number"].as_str()), (200, Some("W-0001")));
    assert!(!tracked.body.contains("Kaliurang") && !tracked.body.contains("Sekar"), "{}", tracked.body);
    assert!(tracked.head.contains("cache-control: no-store"));
    assert_eq!(relay.get("/api/v1/orders/W-0001?code=5432").status, 200);
}

#[test]
fn what_is_no_order_is_answered_by_its_field_and_guessing_ends_soon() {
    let relay = demo();
    let body = order(&relay).to_string();
    assert_eq!(post(&relay, "", &body).status, 400);
    let key = format!("idempotency-key: {KEY}\r\n");
    for wrong in ["", "{\"price\": 1}", "nama: Sekar"] {
        let answer = post(&relay, &key, wrong);
        assert_eq!((answer.status, read(&answer)["refusals"][0]["code"].as_str()), (400, Some("site.not_an_order")));
    }
    let mut nobody = order(&relay);
    nobody["buyer_phone"] = json!("12");
    let answer = post(&relay, &key, &nobody.to_string());
    assert_eq!((answer.status, read(&answer)["refusals"][0]["field"].as_str()), (422, Some("buyer_phone")));
    assert_eq!(post(&relay, &key, &"x".repeat(40_000)).status, 413);
    let guesses = (0..12).map(|at| relay.get(&format!("/api/v1/orders/W-0001?code={at:04}")).status);
    assert_eq!(guesses.collect::<Vec<_>>()[8..], [404, 404, 429, 429]);
}
