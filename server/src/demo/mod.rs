//! A believable shop: six weeks of orders, taken, revised, shipped and cancelled by the commands people use.

mod buyer;
mod calendar;
mod catalogue;
mod chat;
mod chores;
mod course;
mod crew;
mod deed;
mod dice;
mod neighbours;
mod parcels;
mod places;
mod road;
mod sayings;
mod shelves;
mod statement;
mod story;
mod tariffs;
mod task;
mod till;
mod wanted;
mod wire;

use tapak_engine::relay::{self, Relay};
use tapak_store::product::ProductRow;
use uuid::Uuid;

use crate::cli;
use crate::fault::ServerFault;
use crate::folder::Folder;
use crate::say::say;
use crate::surroundings;
use catalogue::PRODUCTS;
use dice::Dice;

const SHOP: &str = "Sandal Gunung Parahyangan";

/// The sandals of the demo shop, as a shop that has them would list them.
pub(crate) fn catalogue() -> Vec<ProductRow> {
    PRODUCTS.iter().zip(1..).map(|(product, id)| product.row(Uuid::from_u128(id))).collect()
}

/// `tapak demo`: ids, keys and times are drawn from the seed too, so one seed and day give one shop. Keys that can be
/// drawn again keep nobody out: this shop is for looking at.
pub(crate) fn run(asked: &cli::Demo) -> Result<(), ServerFault> {
    let folder = Folder::at(&asked.data);
    if folder.has_shop() {
        return Err(ServerFault::ShopExists(asked.data.clone()));
    }
    folder.make()?;
    let _lock = folder.lock()?;
    folder.mark_as_demo()?;
    let mut dice = Dice::new(asked.seed ^ u64::from(asked.orders) << 32);
    let mut store = folder.open_store()?;
    relay::found(&mut store, SHOP, dice.entropy())?;
    let codes = story::invite_all(&mut store, &mut dice, surroundings::now())?;
    let relay = Relay::open(store, dice.entropy())?;
    story::tell(relay, codes, asked.orders, &mut dice, surroundings::now())?;
    say(format_args!("{SHOP}: {} orders in {}", asked.orders, asked.data.display()));
    Ok(())
}
