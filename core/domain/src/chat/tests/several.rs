//! Several orders in one message, and what was said once for all of them.

use super::shop::{line, understand};
use crate::chat::{Confidence, Hint, Kind, Reading};

const THREE: &str = "Kak 3 paket ya, pengirim: Toko Ayu 085711112222
1. Penerima: Sri 081234567801, Jl. Veteran 8, Kec. Klojen, Kota Malang 65113, rimba hitam 38 1
2. Penerima: Hendra 081234567802, Jl. Pemuda 77, Kec. Semarang Tengah, Kota Semarang 50132, trekker x army 42 2
3. Penerima: Lia 081234567803, Jl. Gajah Mada 15, Kec. Gambir, Jakarta Pusat 10130, rimba coklat 37 1
semua pake jnt ya, jgn ada nota";

fn told(text: &str) -> Vec<(String, String)> {
    let one = |order: &Reading| {
        let name = order.buyer_name.as_ref().map(|found| found.value.clone()).unwrap_or_default();
        (name, order.lines.iter().map(line).collect::<Vec<_>>().join(", "))
    };
    understand(text).orders().map(one).collect()
}

#[test]
fn each_order_has_its_own_buyer_and_its_own_lines() {
    let orders = [("Sri", "Rimba Hitam 38 x1"), ("Hendra", "Trekker X Army 42 x2"), ("Lia", "Rimba Coklat 37 x1")];
    assert_eq!(told(THREE), orders.map(|(name, lines)| (name.to_owned(), lines.to_owned())));
}

#[test]
fn what_was_said_for_all_is_everybodys_and_says_so() {
    let reading = understand(THREE);
    for order in reading.orders() {
        assert_eq!(order.kind, Kind::Dropship);
        assert_eq!(order.sender.name.as_ref().map(|found| found.value.as_str()), Some("Toko Ayu"));
        assert_eq!(order.courier.as_ref().map(|found| found.value.to_string()), Some("J&T Express".to_owned()));
        assert!(order.sender.hide_price.is_some());
    }
    let shared = reading.others[0].courier.as_ref().map(|found| (found.confidence, found.hint.clone()));
    assert_eq!(shared, Some((Confidence::Likely, Some(Hint::SaidForAll))));
}

#[test]
fn a_courier_of_one_order_is_not_the_others() {
    let text = "Nama: Rina\nHP: 081200001111\nAlamat: Jl A 1 Bandung 40132\nPesanan: rimba hitam 40 1\nKurir: jne\n
Nama: Budi\nHP: 081200002222\nAlamat: Jl B 2 Kota Malang 65113\nPesanan: rimba coklat 41 1";
    let couriers: Vec<_> = understand(text).orders().map(|order| order.courier.is_some()).collect();
    assert_eq!(couriers, [true, false]);
}

#[test]
fn one_order_is_not_cut_by_its_paragraphs_its_list_or_its_sender() {
    for text in [
        "kak mau order\n\nrimba hitam 40 1\n\na/n Rina 0812 0000 1111\n\nJl A 1 Bandung 40132",
        "1. Nama: Rina\n2. HP: 081200001111\n3. Alamat: Jl A 1 Bandung 40132\n4. Pesanan: rimba hitam 40 1",
        "Pengirim: Toko Ayu 085711112222, Jl Braga 5 Bandung 40111\n
Penerima: Rina 081200001111\nAlamat: Jl A 1 Kota Malang 65113\nrimba hitam 40 1",
        "Pesanan 1: rimba hitam 40\nPesanan 2: rimba coklat 41\nNama: Rina\nHP: 081200001111\nAlamat: Jl A 1 Bandung",
    ] {
        assert!(understand(text).others.is_empty(), "{text}");
    }
}

#[test]
fn the_parts_of_the_message_are_the_message() {
    let reading = understand(THREE);
    assert_eq!(reading.orders().map(|order| order.words_of(THREE)).collect::<String>(), THREE);
    assert!(reading.others.iter().all(|order| order.others.is_empty()));
}
