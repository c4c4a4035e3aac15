//! What a pair cost when: the price it was added with, and each change of it.

use serde_json::Value;

use super::Product;
use crate::policy::{Authority, counts};
use crate::record::{Fact, Noun, plain};
use crate::values::Rupiah;

/// From when on a pair cost so much, and the fact that says so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Priced<'a> {
    pub price: Option<Rupiah>,
    pub fact: &'a Fact,
}

/// The data of a fact that says a new price.
pub(super) fn priced(from: Option<Rupiah>, to: Option<Rupiah>) -> [(&'static str, Value); 2] {
    [("from", plain(from)), ("to", plain(to))]
}

/// Oldest first. Two prices that were set apart are both in it; the register says which of them shows.
pub fn prices<'a>(product: &'a Product, authority: &dyn Authority) -> Vec<Priced<'a>> {
    let said = |fact: &Fact, key: &str| fact.data.get(key).and_then(Value::as_i64).and_then(|n| Rupiah::new(n).ok());
    let facts = product.record.facts.iter().filter(|fact| counts(authority, Noun::Product, fact));
    let changes: Vec<_> = facts.clone().filter(|fact| fact.kind == "priced").collect();
    let first = changes.first().map_or(product.price, |fact| said(fact, "from"));
    let added = facts.filter(|fact| fact.kind == "added").take(1).map(|fact| Priced { price: first, fact });
    added.chain(changes.iter().map(|fact| Priced { price: said(fact, "to"), fact })).collect()
}

#[cfg(test)]
mod tests {
    use super::prices;
    use crate::order::testing::Shop;
    use crate::policy::Role;
    use crate::product::testing::{All, added, trekker, written};
    use crate::product::{Product, ProductDraft, revise};

    #[test]
    fn r20_each_price_a_pair_ever_had_is_in_its_history() {
        let shop = Shop::default();
        let reprice = |product: &Product, price: &str| {
            let draft = ProductDraft { price: price.into(), ..product.draft() };
            written(product, shop.acting(Role::Owner, |context| revise::decide(product, &draft, context)).unwrap())
        };
        let product = reprice(&reprice(&added(&trekker()), "199000"), "209000");
        let had = |product: &Product| {
            let prices = prices(product, &All(Role::Owner)).into_iter();
            prices.map(|priced| priced.price.map_or(0, super::Rupiah::get)).collect::<Vec<_>>()
        };
        assert_eq!(had(&product), [189_000, 199_000, 209_000]);
        assert_eq!(had(&added(&trekker())), [189_000]);
    }
}
