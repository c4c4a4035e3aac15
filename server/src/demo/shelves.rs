//! The shelves of the demo shop: what was counted, delivered, and carried from one pool to the other.

use std::collections::BTreeMap;

use tapak_domain::stock::{CellDraft, Pool};
use tapak_engine::command::Command;
use uuid::Uuid;

use super::calendar::Shift;
use super::catalogue::{PRODUCTS, Product};
use super::chores::Chores;
use super::crew::Seat;
use super::deed::{Deed, What};
use super::dice::Dice;

const SIZES: std::ops::RangeInclusive<u32> = 36..=44;
/// Orders taken so many shifts before the count may still hold their pairs.
const ON_THE_ROAD: Shift = 9;

/// What buyers want of the online shelf: pairs of each product, colour and size.
pub(super) struct Shelves {
    wanted: BTreeMap<(Uuid, String, String), u32>,
}

impl Shelves {
    pub(super) fn of(deeds: &[Deed]) -> Self {
        let mut wanted = BTreeMap::new();
        for deed in deeds.iter().filter(|deed| deed.shift + ON_THE_ROAD >= Chores::counted()) {
            let What::Take(draft) = &deed.what else { continue };
            for line in &draft.lines {
                let cell = (line.product.unwrap_or_default(), line.colour.clone(), line.size.clone());
                *wanted.entry(cell).or_default() += line.quantity.parse::<u32>().unwrap_or_default();
            }
        }
        Self { wanted }
    }

    /// Opname of both shelves, model by model.
    pub(super) fn count(&self, products: &[Uuid], dice: &mut Dice) -> Vec<(Seat, Command)> {
        let each = PRODUCTS.iter().zip(products);
        let both = each.flat_map(|(product, id)| [(product, *id, Pool::Online), (product, *id, Pool::Toko)]);
        both.map(|(product, id, pool)| (who(pool), self.opname(product, id, pool, dice))).collect()
    }

    fn opname(&self, product: &Product, id: Uuid, pool: Pool, dice: &mut Dice) -> Command {
        let grid = product.colours.iter().flat_map(|colour| SIZES.map(move |size| (*colour, size)));
        let cells = grid.map(|(colour, size)| {
            let count = match pool {
                Pool::Online => self.online(id, colour, size, dice),
                Pool::Toko => common(size) + dice.below(3),
            };
            cell(colour, size, count)
        });
        Command::CountStock { product: id, pool, cells: cells.collect() }
    }

    /// What is wanted, and a few more; of the rare sizes often nothing is left.
    fn online(&self, product: Uuid, colour: &str, size: u32, dice: &mut Dice) -> u32 {
        let wanted = self.wanted.get(&(product, colour.to_owned(), size.to_string())).copied().unwrap_or_default();
        wanted + wanted / 8 + common(size) + dice.below(4) * common(size)
    }
}

/// A new delivery of the two best sellers, in the sizes that go first.
pub(super) fn delivered(products: &[Uuid]) -> Vec<(Seat, Command)> {
    let each = PRODUCTS.iter().zip(products).take(2);
    let receive = |(product, id): (&Product, &Uuid)| {
        let grid = product.colours.iter().flat_map(|colour| (38..=42).map(move |size| cell(colour, size, 6)));
        (Seat::Warehouse, Command::ReceiveStock { product: *id, pool: Pool::Online, cells: grid.collect() })
    };
    each.map(receive).collect()
}

/// A pair each of the usual sizes of one model, to the other shelf.
pub(super) fn moved(products: &[Uuid], from: Pool) -> Vec<(Seat, Command)> {
    let at = usize::from(from == Pool::Toko);
    let model = PRODUCTS.iter().zip(products).nth(at);
    let carry = |(product, id): (&Product, &Uuid)| {
        let cells = (39..=41).map(|size| cell(product.colours[0], size, 1)).collect();
        (who(from), Command::MoveStock { product: *id, from, cells })
    };
    model.map(carry).into_iter().collect()
}

/// Who stands at a shelf.
const fn who(pool: Pool) -> Seat {
    match pool {
        Pool::Online => Seat::Warehouse,
        Pool::Toko => Seat::FirstCs,
    }
}

/// Pairs a shop always has of a size most feet have.
const fn common(size: u32) -> u32 {
    match size {
        39..=42 => 2,
        37 | 38 | 43 => 1,
        _ => 0,
    }
}

fn cell(colour: &str, size: u32, count: u32) -> CellDraft {
    CellDraft { colour: colour.to_owned(), size: size.to_string(), count: count.to_string() }
}
