//! Which column of a courier's table says what: by the words of its header, or by how many columns there are.

use crate::grid::Row;
use crate::values::Courier;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Columns {
    pub(super) courier: Option<usize>,
    pub(super) service: Option<usize>,
    pub(super) province: Option<usize>,
    pub(super) regency: Option<usize>,
    pub(super) district: Option<usize>,
    pub(super) fee: Option<usize>,
}

const COURIER: &[&str] = &["kurir", "ekspedisi", "courier", "jasa kirim"];
const SERVICE: &[&str] = &["layanan", "service", "servis", "jenis layanan", "produk"];
const PROVINCE: &[&str] = &["provinsi", "propinsi", "province"];
const REGENCY: &[&str] = &[
    "kota",
    "kabupaten",
    "kota kabupaten",
    "kabupaten kota",
    "kab kota",
    "kota kab",
    "kab",
    "tujuan",
    "kota tujuan",
    "city",
    "regency",
    "destination",
    "destinasi",
];
const DISTRICT: &[&str] = &["kecamatan", "kec", "district", "kecamatan tujuan"];
const FEE: &[&str] = &[
    "tarif",
    "tarif per kg",
    "tarif kg",
    "harga",
    "harga per kg",
    "harga kg",
    "ongkir",
    "ongkir per kg",
    "ongkos kirim",
    "biaya",
    "rate",
    "price",
    "fee",
    "per kg",
    "tarif rp",
    "tarif per kg rp",
];

impl Columns {
    /// Nothing when the row is no header: it names no place, or no fee.
    pub(super) fn named(row: &Row) -> Option<Self> {
        let names: Vec<_> = row.cells.iter().map(|cell| name(cell)).collect();
        let find = |words: &[&str]| names.iter().position(|name| words.contains(&name.as_str()));
        let columns = Self {
            courier: find(COURIER),
            service: find(SERVICE),
            province: find(PROVINCE),
            regency: find(REGENCY),
            district: find(DISTRICT),
            fee: find(FEE),
        };
        columns.regency.and(columns.fee).map(|_| columns)
    }

    /// Of a table without a header: the fee is last, and before it stands the place.
    pub(super) fn by_count(row: &Row) -> Option<Self> {
        let of = |courier, service, regency, district, fee: usize| {
            Some(Self { courier, service, regency: Some(regency), district, fee: Some(fee), ..Self::default() })
        };
        match row.cells.len() {
            2 => of(None, None, 0, None, 1),
            3 => of(None, None, 0, Some(1), 2),
            4 if Courier::from_alias(row.cell(0)).is_some() => of(Some(0), Some(1), 2, None, 3),
            4 => of(None, Some(0), 1, Some(2), 3),
            5 => of(Some(0), Some(1), 2, Some(3), 4),
            _ => None,
        }
    }
}

/// `Kota/Kabupaten` and `TARIF (per Kg)` without their dressing.
fn name(cell: &str) -> String {
    let lower = cell.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
