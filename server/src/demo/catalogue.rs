//! The sandals of the demo shop.

use tapak_domain::product::ProductDraft;
use tapak_store::product::ProductRow;
use uuid::Uuid;

use super::calendar::Shift;

pub(super) struct Product {
    pub(super) name: &'static str,
    pub(super) colours: &'static [&'static str],
    /// Rupiah for one pair.
    pub(super) price: u32,
    pub(super) grams: u32,
    /// What it cost before, and the shift at the end of which that was over. Oldest first.
    pub(super) before: &'static [(Shift, u32)],
}

/// The best sellers first.
pub(super) const PRODUCTS: &[Product] = &[
    product("Trekker X", &["hitam", "coklat", "army"], 189_000, 850).after(&[(16, 175_000), (73, 182_000)]),
    product("Rimba", &["coklat", "hitam"], 189_000, 800),
    product("Carrier Pro", &["navy", "army", "hitam"], 245_000, 950).after(&[(73, 235_000)]),
    product("Kelana", &["abu", "hitam"], 165_000, 750),
    product("Semeru", &["hitam", "merah"], 219_000, 900),
    product("Lembah", &["coklat tua", "krem"], 155_000, 700),
    product("Cakrawala", &["biru", "abu", "hitam"], 199_000, 800),
    product("Rinjani Lady", &["ungu", "toska", "hitam"], 179_000, 700),
    product("Pesisir", &["biru laut", "krem"], 139_000, 600).after(&[(52, 149_000)]),
    product("Savana", &["tan", "army"], 209_000, 850),
    product("Papandayan", &["hitam", "hijau tua"], 265_000, 1_050).after(&[(73, 255_000)]),
    product("Santai", &["hitam", "coklat"], 119_000, 550),
];

const fn product(name: &'static str, colours: &'static [&'static str], price: u32, grams: u32) -> Product {
    Product { name, colours, price, grams, before: &[] }
}

impl Product {
    const fn after(self, before: &'static [(Shift, u32)]) -> Self {
        Self { before, ..self }
    }

    /// Rupiah for one pair in this shift.
    pub(super) fn price_in(&self, shift: Shift) -> u32 {
        self.before.iter().find(|(until, _)| shift <= *until).map_or(self.price, |(_, price)| *price)
    }

    pub(super) fn row(&self, id: Uuid) -> ProductRow {
        ProductRow {
            id,
            name: self.name.to_owned(),
            colours: self.colours.iter().map(ToString::to_string).collect(),
            price: self.price.into(),
            weight_grams: self.grams,
            sizes: Vec::new(),
            retired: false,
        }
    }

    /// The form as it was in this shift.
    pub(super) fn draft(&self, shift: Shift) -> ProductDraft {
        ProductDraft {
            name: self.name.to_owned(),
            colours: self.colours.iter().map(ToString::to_string).collect(),
            sizes: Vec::new(),
            price: self.price_in(shift).to_string(),
            weight_grams: self.grams.to_string(),
        }
    }
}
