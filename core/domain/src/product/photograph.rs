//! The picture of a model. A new one takes the place of the one before.

use crate::context::Context;
use crate::order::FileKind;
use crate::order::attach::{AttachRefusal, name};
use crate::policy::may;
use crate::record::{Edit, Noun};

/// `file` is the hash of its bytes in hex, `length` their number; `None` when the file is not here.
pub fn decide(file: &str, length: Option<u64>, context: &mut Context) -> Result<Vec<Edit>, Vec<AttachRefusal>> {
    if !may(context.actor.role, Noun::Product, "attached") {
        return Err(vec![AttachRefusal::NotYourRole]);
    }
    name(file, length, FileKind::Catalogue, context)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::Shop;
    use crate::policy::Role;
    use crate::product::Product;
    use crate::product::testing::{All, added, trekker, written};

    #[test]
    fn r20_the_latest_picture_of_a_model_is_the_one_that_shows() {
        let shop = Shop::default();
        let photograph = |product: &Product, file: &str| {
            written(product, shop.acting(Role::Cs, |context| decide(file, Some(3), context)).unwrap())
        };
        let product = added(&trekker());
        assert_eq!(product.picture(&All(Role::Cs)), None);
        let product = photograph(&photograph(&product, "aa"), "bb");
        assert_eq!(product.picture(&All(Role::Cs)), Some("bb"));
        assert_eq!(product.picture(&All(Role::Warehouse)), None, "what a role may not say counts for nothing");
    }

    #[test]
    fn the_office_photographs_what_is_here() {
        let ask = |role, length| Shop::default().acting(role, |context| decide("aa", length, context));
        assert_eq!(ask(Role::Warehouse, Some(3)), Err(vec![AttachRefusal::NotYourRole]));
        assert_eq!(ask(Role::Owner, None), Err(vec![AttachRefusal::Missing]));
        assert!(Role::INVITABLE.iter().all(|role| FileKind::Catalogue.seen_by(*role)));
    }
}
