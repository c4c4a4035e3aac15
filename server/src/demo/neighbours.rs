//! Contacts of the demo shop who are no buyers: suppliers, resellers, the courier at the door.

use tapak_domain::contact::ContactDraft;
use tapak_domain::order::AddressDraft;

use super::crew::Seat;

/// The last one was written down by two people on one day.
const NEIGHBOURS: &[(Seat, &str, &str, &str, &str)] = &[
    (Seat::Owner, "CV Karet Jaya Abadi", "022-720-0012", "Kota Bandung", "Pemasok sol, bayar tempo 14 hari"),
    (
        Seat::Owner,
        "Toko Webbing Cibaduyut",
        "0813-0042-1180",
        "Kota Bandung",
        "Tali webbing dan gesper, ambil tiap Selasa",
    ),
    (Seat::Owner, "Kang Dadan, kurir JNE", "0857-0017-6641", "Kota Bandung", "Pickup sore, telepon sebelum jam 3"),
    (Seat::Owner, "Alas Adventure", "0899-0001-1220", "Kota Surabaya", "Reseller dropship, jangan cantumkan harga"),
    (Seat::Owner, "Outdoor Sleman Store", "0821-0035-7702", "Kab. Sleman", "Reseller, diskon 10 % mulai 6 pasang"),
    (Seat::Owner, "Percetakan Label Asri", "0812-0051-9043", "Kota Cimahi", "Label 100 × 150 mm, selesai tiga hari"),
    (Seat::FirstCs, "Sleman Outdoor Store", "0821-0035-7702", "Kab. Sleman", ""),
];

pub(super) fn drafts() -> impl Iterator<Item = (Seat, ContactDraft)> {
    NEIGHBOURS.iter().map(|(seat, name, phone, regency, note)| {
        let address = AddressDraft { regency: (*regency).to_owned(), ..AddressDraft::default() };
        let (name, phone, note) = ((*name).to_owned(), (*phone).to_owned(), (*note).to_owned());
        (*seat, ContactDraft { name, phone, address, note, ..ContactDraft::default() })
    })
}
