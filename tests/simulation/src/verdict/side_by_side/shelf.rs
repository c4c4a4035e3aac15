//! Two who sell the last pair: both sales stay, what they hold is held, and of those who paid the later one goes without
//! and is named. Whatever is on a shelf, more than is there is never handed out.

use std::collections::{BTreeMap, BTreeSet};

use tapak_domain::order::{Conflict, Outcome, Stage, Standing};
use tapak_domain::stock::{Pool, cell_key, colour_key};
use tapak_domain::values::Size;
use tapak_engine::view::happening::{Happening, TimelineEntry};
use tapak_engine::view::order::OrderView;
use tapak_engine::view::stock::{ShortageRow, StockView};
use uuid::Uuid;

use super::story::settlement;
use crate::broken::{Checked, Rule};
use crate::verdict::found::Named;
use crate::verdict::picture::Picture;

/// Product, pool, colour as stock tells it from others, size.
type Cell = (Uuid, Pool, String, u8);

/// What an order holds of one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Hold {
    order: Uuid,
    pairs: i64,
    /// When the money was found, in milliseconds since 1970 UTC.
    paid: Option<i64>,
    /// The buyer was asked, and waits.
    waits: bool,
}

type Holds = BTreeMap<Cell, Vec<Hold>>;

/// Who goes without although the money is here.
pub(super) fn check(picture: &Picture) -> Checked<BTreeSet<Named>> {
    let mut holds = Holds::new();
    picture.pages.values().for_each(|page| hold(page, &mut holds));
    check_shelves(&picture.shelves, &holds)
}

fn check_shelves(shelves: &[StockView], holds: &Holds) -> Checked<BTreeSet<Named>> {
    let mut short = BTreeSet::new();
    for shelf in shelves {
        let Some(grid) = &shelf.grid else { continue };
        for cell in &grid.cells {
            let colour = grid.colours.get(cell.colour as usize).map_or("", String::as_str);
            let key = (grid.product, cell.pool, colour_key(colour), cell.size);
            let held = holds.get(&key).map_or(&[] as &[Hold], Vec::as_slice);
            let reserved: i64 = held.iter().map(|hold| hold.pairs).sum();
            let told = || format!("{key:?}: orders hold {held:?}, and the shelf says {cell:?}");
            Rule::SideBySide.hold(reserved == i64::from(cell.reserved), told)?;
            let named = shelf.shortages.iter().find(|row| same_cell(row, &key));
            let lacks = reserved > i64::from(cell.on_hand);
            Rule::SideBySide.hold(lacks == named.is_some(), || format!("{cell:?} is short: {lacks}; {named:?}"))?;
            if let Some(row) = named {
                short.extend(check_served(row, held)?);
            }
        }
    }
    Ok(short)
}

fn same_cell(row: &ShortageRow, (product, pool, colour, size): &Cell) -> bool {
    (row.product, row.pool, row.size) == (*product, *pool, *size) && colour_key(&row.colour) == *colour
}

/// Everybody who holds some is there, the pairs are given to who paid first, and no more of them than there are.
fn check_served(row: &ShortageRow, held: &[Hold]) -> Checked<Vec<Named>> {
    let told = |what: &str| format!("{what}: {row:?}, of {held:?}");
    let there: BTreeMap<_, _> = row.orders.iter().map(|short| (short.row.id, short)).collect();
    let all = there.len() == held.len() && held.iter().all(|hold| there.contains_key(&hold.order));
    Rule::SideBySide.hold(all, || told("somebody is left out"))?;
    let lacks = |hold: &Hold| there.get(&hold.order).map_or(0, |short| i64::from(short.lacks));
    let (reserved, lacking): (i64, i64) = (held.iter().map(|hold| hold.pairs).sum(), held.iter().map(lacks).sum());
    let rest = reserved - i64::from(row.on_hand).max(0);
    Rule::SideBySide.hold(lacking == rest, || told("as many go without as are missing"))?;
    // In one millisecond nobody can say who paid first.
    let first = |one: &Hold, other: &Hold| one.paid.is_some_and(|paid| other.paid.is_none_or(|later| paid < later));
    let passed_over = |one: &Hold| held.iter().any(|other| first(one, other) && lacks(other) < other.pairs);
    let unfair = held.iter().find(|hold| lacks(hold) > 0 && passed_over(hold));
    Rule::SideBySide.hold(unfair.is_none(), || told("who paid first is served first"))?;
    let marked = held.iter().all(|hold| there.get(&hold.order).is_some_and(|short| short.waits == hold.waits));
    Rule::SideBySide.hold(marked, || told("who was asked and waits is marked so"))?;
    let open = held.iter().filter(|hold| lacks(hold) > 0 && hold.paid.is_some() && !hold.waits);
    let Ok(size) = Size::parse(&row.size.to_string()) else { return Ok(Vec::new()) };
    let key = cell_key(row.product, &row.colour, size);
    Ok(open.map(|hold| (Conflict::Shortage, key.clone(), BTreeSet::from([hold.order]))).collect())
}

/// An order holds its pairs from its total on, over the counter from the start, until they are in the box.
fn hold(page: &OrderView, holds: &mut Holds) {
    let facts: Vec<_> = page.timeline.iter().filter(|entry| !entry.ignored).collect();
    let counter = page.draft.channel == "counter";
    if page.parcel.packed || page.row.standing.stage() >= Stage::Left || !is_held(page, &facts, counter) {
        return;
    }
    let pool = if counter { Pool::Toko } else { Pool::Online };
    let paid = when_paid(&facts).filter(|_| matches!(page.row.standing.stage(), Stage::Paid | Stage::Printed));
    for line in &page.draft.lines {
        let (Some(product), Ok(size)) = (line.product, Size::parse(&line.size)) else { continue };
        let waits = waits(&facts, &cell_key(product, &line.colour, size));
        let pairs = line.quantity.parse().unwrap_or_default();
        let cell = holds.entry((product, pool, colour_key(&line.colour), size.get())).or_default();
        match cell.iter_mut().find(|hold| hold.order == page.row.id) {
            Some(hold) => hold.pairs += pairs,
            None => cell.push(Hold { order: page.row.id, pairs, paid, waits }),
        }
    }
}

fn is_held(page: &OrderView, facts: &[&TimelineEntry], counter: bool) -> bool {
    let standing = page.row.standing;
    if counter || standing.stage() != Stage::Unpaid {
        return standing.stage() != Stage::Cancelled;
    }
    // While the total is made out anew the buyer's money keeps them.
    let untold = matches!(standing, Standing::Draft | Standing::Checked);
    let kept = page.row.paid > 0 && when_paid(facts).is_some();
    standing != Standing::Expired && (!untold || kept)
}

fn when_paid(facts: &[&TimelineEntry]) -> Option<i64> {
    let found = facts.iter().filter_map(|entry| {
        let Happening::Verified { outcome, .. } = &entry.what else { return None };
        Some((*outcome, entry.at)).filter(|(outcome, _)| *outcome != Outcome::Rejected)
    });
    let found: Vec<_> = found.collect();
    let whole = found.iter().find(|(outcome, _)| *outcome != Outcome::Short);
    whole.or_else(|| found.last()).map(|(_, at)| *at)
}

fn waits(facts: &[&TimelineEntry], key: &str) -> bool {
    let mut choices = facts.iter().filter_map(|entry| settlement(&entry.what, Conflict::Shortage));
    choices.rfind(|(of, _)| *of == key).is_some_and(|(_, choice)| choice == "wait")
}

#[cfg(test)]
mod tests {
    use tapak_engine::view::badge::SyncMark;
    use tapak_engine::view::order::OrderRow;
    use tapak_engine::view::stock::{ShortOrder, StockCell, StockGrid};

    use super::*;

    const MODEL: Uuid = Uuid::from_u128(40);

    fn row(id: u128) -> OrderRow {
        let words = String::new;
        OrderRow {
            id: Uuid::from_u128(id),
            number: words(),
            buyer_name: words(),
            regency: words(),
            pairs: 1,
            total: 0,
            courier: words(),
            tracking_number: words(),
            standing: Standing::Paid,
            nominal: 0,
            deadline: None,
            paid: 0,
            due: 0,
            claims: 0,
            copies: 0,
            told: false,
            held: false,
            address: words(),
            contents: words(),
            taken_at: 0,
            updated_at: 0,
            mark: SyncMark::Local,
        }
    }

    /// One pair on the shelf; orders with what each goes without.
    fn shelf(reserved: i32, orders: &[(u128, i32)]) -> StockView {
        let (pool, size, on_hand) = (Pool::Online, 39, 1);
        let orders = orders.iter().map(|(id, lacks)| ShortOrder {
            row: row(*id),
            pairs: 1,
            lacks: *lacks,
            paid: true,
            waits: false,
        });
        let orders: Vec<_> = orders.collect();
        let (name, colour) = (String::new(), "Hitam".to_owned());
        let short = ShortageRow { product: MODEL, name, pool, colour, size, on_hand, reserved, orders };
        let grid = StockGrid {
            product: MODEL,
            name: String::new(),
            retired: false,
            colours: vec!["Hitam".to_owned()],
            sizes: vec![39],
            cells: vec![StockCell { pool, colour: 0, size, on_hand, reserved }],
            log: Vec::new(),
        };
        let shortages = if short.orders.is_empty() { Vec::new() } else { vec![short] };
        StockView { products: Vec::new(), shortages, grid: Some(grid), counts: false }
    }

    fn hold(order: u128, paid: Option<i64>) -> Hold {
        Hold { order: Uuid::from_u128(order), pairs: 1, paid, waits: false }
    }

    fn judged(shelf: StockView, held: Vec<Hold>) -> Option<Vec<Uuid>> {
        let holds = Holds::from([((MODEL, Pool::Online, "hitam".to_owned(), 39), held)]);
        let short = check_shelves(&[shelf], &holds).ok()?;
        Some(short.into_iter().flat_map(|(.., orders)| orders).collect())
    }

    #[test]
    fn r14_a_sale_of_the_last_pair_that_is_lost_or_hidden_is_caught() {
        let both = || vec![hold(1, Some(5)), hold(2, Some(9))];
        assert_eq!(judged(shelf(2, &[(1, 0), (2, 1)]), both()), Some(vec![Uuid::from_u128(2)]));
        assert_eq!(judged(shelf(1, &[]), both()), None, "one sale is gone");
        assert_eq!(judged(shelf(2, &[]), both()), None, "nobody is told that a pair is missing");
        assert_eq!(judged(shelf(2, &[(1, 0)]), both()), None, "one who holds a pair is left out");
    }

    #[test]
    fn r14_a_pair_given_twice_or_to_who_paid_later_is_caught() {
        let both = || vec![hold(1, Some(5)), hold(2, Some(9))];
        assert_eq!(judged(shelf(2, &[(1, 0), (2, 0)]), both()), None, "both have the one pair");
        assert_eq!(judged(shelf(2, &[(1, 1), (2, 0)]), both()), None, "who paid first goes without");
        assert_eq!(judged(shelf(2, &[(1, 1), (2, 0)]), vec![hold(1, None), hold(2, Some(9))]), Some(vec![]));
        let waits = Hold { waits: true, ..hold(2, Some(9)) };
        assert_eq!(judged(shelf(2, &[(1, 0), (2, 1)]), vec![hold(1, Some(5)), waits]), None, "who waits is marked so");
    }
}
