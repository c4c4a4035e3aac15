//! Who the shop knows already: suggested while an order is taken, and where two devices wrote one person down apart.

use tapak_domain::Role;
use tapak_domain::contact::ContactDraft;
use tapak_domain::order::OrderDraft;
use tapak_engine::command::Command;
use tapak_engine::view::contact::{AlikeRow, ContactRow, ContactView, Likeness};
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use crate::deeds::whole_order;
use crate::shop::Shop;

const OWNER: usize = 0;
const RINA: usize = 1;
const TONO: usize = 2;

fn shop() -> Shop {
    let mut shop = Shop::with(&[Role::Owner, Role::Cs, Role::Cs]);
    shop.settle();
    shop
}

fn alike(shop: &mut Shop, who: usize, (name, phone, district): (&str, &str, &str), apart: &[Uuid]) -> Vec<AlikeRow> {
    let (name, phone, district) = (name.into(), phone.into(), district.into());
    match shop.view(who, &Query::Alike { name, phone, district, apart: apart.to_vec() }) {
        View::Alike(view) => view.rows,
        other => panic!("{other:?}"),
    }
}

fn contacts(shop: &mut Shop, who: usize) -> Vec<ContactRow> {
    match shop.view(who, &Query::Contacts { search: String::new(), offset: 0, limit: 40 }) {
        View::Contacts(view) => view.rows,
        other => panic!("{other:?}"),
    }
}

fn contact(shop: &mut Shop, who: usize, id: Uuid) -> ContactView {
    match shop.view(who, &Query::Contact { id }) {
        View::Contact(view) => view,
        other => panic!("{other:?}"),
    }
}

fn add(name: &str, phone: &str) -> Command {
    Command::AddContact { draft: ContactDraft { name: name.into(), phone: phone.into(), ..ContactDraft::default() } }
}

#[test]
fn r25_a_known_number_is_suggested_however_it_is_written_and_a_name_by_ear_in_the_same_kecamatan() {
    let mut shop = shop();
    let order = shop.done(RINA, Command::TakeOrder { draft: whole_order() });
    let taken = shop.now;
    for typed in [("", "+62 812 3456 7890", ""), ("", "0812-3456-7890", ""), ("Orang Lain", "62812.3456.7890", "Depok")]
    {
        let found = alike(&mut shop, RINA, typed, &[]);
        assert_eq!(found.len(), 1, "{typed:?}");
        assert_eq!((found[0].contact.name.as_str(), found[0].contact.orders), ("Rina Marlina", 1));
        assert_eq!(found[0].likeness, Likeness::Phone);
        assert!(found[0].latest.is_some_and(|at| u64::try_from(at).unwrap() <= taken));
    }
    let by_ear = alike(&mut shop, RINA, ("Bu Rina Marlinna", "0857-1122-3344", "Kec. Depok"), &[]);
    assert_eq!(by_ear.iter().map(|row| row.likeness).collect::<Vec<_>>(), [Likeness::Name]);
    for typed in
        [("Rina Marlina", "", "Lembang"), ("Rina Wulandari", "", "Depok"), ("Rina", "0812-3456", "Depok"), ("", "", "")]
    {
        assert!(alike(&mut shop, RINA, typed, &[]).is_empty(), "{typed:?}");
    }
    assert_eq!(shop.order(RINA, order).row.buyer_name, "Rina Marlina");
}

#[test]
fn r25_who_is_said_to_be_somebody_else_becomes_a_contact_of_her_own_and_is_not_asked_about_again() {
    let mut shop = shop();
    shop.done(RINA, Command::TakeOrder { draft: whole_order() });
    let mother = contacts(&mut shop, RINA)[0].id;
    let draft = OrderDraft { buyer_name: "Ayu Marlina".into(), apart: vec![mother], ..whole_order() };
    shop.done(RINA, Command::TakeOrder { draft });
    shop.settle();
    for who in [OWNER, RINA, TONO] {
        let rows = contacts(&mut shop, who);
        assert_eq!(
            rows.iter().map(|row| (row.name.as_str(), row.orders)).collect::<Vec<_>>(),
            [("Ayu Marlina", 1), ("Rina Marlina", 1)]
        );
        assert!(rows.iter().all(|row| !row.doubled), "a family with one phone");
    }
    shop.done(RINA, Command::TakeOrder { draft: OrderDraft { contact: Some(mother), ..whole_order() } });
    assert_eq!(contact(&mut shop, RINA, mother).row.orders, 2);
    shop.done(OWNER, Command::ErasePerson { contact: mother, reason: "permintaan sendiri".into() });
    assert_eq!(
        contacts(&mut shop, OWNER).iter().map(|row| (row.name.as_str(), row.orders)).collect::<Vec<_>>(),
        [("Ayu Marlina", 1)]
    );
}

#[test]
fn r25_two_phones_without_signal_that_wrote_down_one_number_both_show_it_until_somebody_tells_the_two_apart() {
    let mut shop = shop();
    shop.lose_signal(RINA);
    shop.lose_signal(TONO);
    let first = shop.done(RINA, add("Outdoor Sleman Store", "0821-0035-7702"));
    let second = shop.done(TONO, add("Sleman Outdoor", "+62 821 0035 7702"));
    assert!(!contacts(&mut shop, RINA)[0].doubled, "she cannot know");
    shop.regain_signal(RINA);
    shop.regain_signal(TONO);
    shop.settle();
    for who in [OWNER, RINA, TONO] {
        assert!(contacts(&mut shop, who).iter().all(|row| row.doubled));
        for (id, other) in [(first, second), (second, first)] {
            let doubles = contact(&mut shop, who, id).doubles;
            assert_eq!(doubles.iter().map(|row| row.contact.id).collect::<Vec<_>>(), [other]);
        }
        shop.holders[who].device.rebuild().unwrap();
    }
    shop.done(TONO, Command::TellContactsApart { id: first, other: second });
    shop.settle();
    let joined = shop.invite(Role::Cs);
    let dedi = shop.unpack();
    shop.pair(dedi, &joined);
    shop.settle();
    for who in [OWNER, RINA, TONO, dedi] {
        assert!(contacts(&mut shop, who).iter().all(|row| !row.doubled), "{who}");
        assert!(contact(&mut shop, who, second).doubles.is_empty());
    }
}
