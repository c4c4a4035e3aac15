//! Contacts of the demo shop who are no buyers: suppliers, resellers, the courier at the door.

use tapak_domain::contact::ContactDraft;
use tapak_domain::order::AddressDraft;

const NEIGHBOURS: &[(&str, &str, &str, &str)] = &[
    ("CV Karet Jaya Abadi", "022-720-0012", "Kota Bandung", "Pemasok sol, bayar tempo 14 hari"),
    ("Toko Webbing Cibaduyut", "0813-0042-1180", "Kota Bandung", "Tali webbing dan gesper, ambil tiap Selasa"),
    ("Kang Dadan, kurir JNE", "0857-0017-6641", "Kota Bandung", "Pickup sore, telepon sebelum jam 3"),
    ("Alas Adventure", "0899-0001-1220", "Kota Surabaya", "Reseller dropship, jangan cantumkan harga"),
    ("Outdoor Sleman Store", "0821-0035-7702", "Kab. Sleman", "Reseller, diskon 10 % mulai 6 pasang"),
    ("Percetakan Label Asri", "0812-0051-9043", "Kota Cimahi", "Label 100 × 150 mm, selesai tiga hari"),
];

pub(super) fn drafts() -> impl Iterator<Item = ContactDraft> {
    NEIGHBOURS.iter().map(|(name, phone, regency, note)| ContactDraft {
        name: (*name).to_owned(),
        phone: (*phone).to_owned(),
        address: AddressDraft { regency: (*regency).to_owned(), ..AddressDraft::default() },
        note: (*note).to_owned(),
    })
}
