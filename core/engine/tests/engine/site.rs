//! The public site: what is bought there is an order with its invoice at once, and stands among the others.

use std::sync::Arc;

use tapak_domain::order::{AddressDraft, Conflict, Standing};
use tapak_domain::product::ProductDraft;
use tapak_engine::command::Command;
use tapak_engine::relay::{Input, Output, Visit};
use tapak_engine::site::{Answer, FormLine, Invoice, OrderForm, Question};
use tapak_engine::view::order::OrderFilter;
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use crate::deeds::receive;
use crate::pipeline::{BUDI, ENI, RINA, UJANG, conflicts, queue, shop as bare_shop};
use crate::shop::{COUNTRY, Shop};

const KEY: Uuid = Uuid::from_u128(7);

/// With one model, and a table of what sending costs.
fn shop() -> (Shop, Uuid) {
    let mut shop = bare_shop();
    shop.relay.know_places(Arc::clone(&COUNTRY));
    let draft = ProductDraft {
        name: "Trekker X".into(),
        colours: vec!["hitam".into(), "coklat".into()],
        price: "189.000".into(),
        weight_grams: "700".into(),
        ..ProductDraft::default()
    };
    let product = shop.done(BUDI, Command::AddProduct { draft });
    let text = "Kab. Sleman;;18.000\n".to_owned();
    let (courier, service, file) = ("jne".to_owned(), "REG".to_owned(), "jne.csv".to_owned());
    shop.done(BUDI, Command::ImportTariffs { courier, service, file, text, replace: false });
    shop.settle();
    (shop, product)
}

fn form(product: Uuid) -> OrderForm {
    OrderForm {
        buyer_name: "Sekar Ayu".into(),
        buyer_phone: "0813-9876-5432".into(),
        address: AddressDraft {
            street: "Jl. Kaliurang KM 7 No 12".into(),
            district: "Ngaglik".into(),
            regency: "Kab. Sleman".into(),
            province: "DI Yogyakarta".into(),
            postal_code: "55581".into(),
            ..AddressDraft::default()
        },
        lines: vec![FormLine { product, colour: "hitam".into(), size: 39, quantity: 2 }],
        courier: "jne".into(),
        service: "REG".into(),
        ..OrderForm::default()
    }
}

fn ask(shop: &mut Shop, question: Question) -> Answer {
    let outputs = shop.relay.handle(vec![Input::Asked(Visit(1), Box::new(question))], shop.now);
    let mut answered = None;
    for output in outputs {
        match output {
            Output::Answered(Visit(1), answer) => answered = Some(*answer),
            Output::Failed(fault) => panic!("{fault}"),
            other => shop.relay_says(other),
        }
    }
    shop.settle();
    answered.unwrap()
}

fn buy(shop: &mut Shop, key: Uuid, form: OrderForm) -> Invoice {
    match ask(shop, Question::Order { key, form: Box::new(form) }) {
        Answer::Invoice(invoice) => invoice,
        other => panic!("{other:?}"),
    }
}

fn bought(shop: &mut Shop, who: usize, number: &str) -> Vec<(Uuid, Standing)> {
    let query = Query::Orders { filter: OrderFilter::All, search: number.to_owned(), offset: 0, limit: 10 };
    let View::Orders(list) = shop.view(who, &query) else { panic!() };
    list.rows.iter().map(|row| (row.id, row.standing)).collect()
}

#[test]
fn r13_a_purchase_has_its_number_nominal_and_tracking_code_at_once_and_asked_again_the_same() {
    let (mut shop, product) = shop();
    let invoice = buy(&mut shop, KEY, form(product));
    let payment = invoice.payment.clone().unwrap();
    assert_eq!((invoice.number.as_str(), invoice.standing), ("W-0001", Standing::Totalled));
    // Two pairs of 700 g are charged as one kilogram: up to 300 g more are not counted… 1.4 kg counts as two.
    assert_eq!((invoice.subtotal, invoice.shipping_fee), (378_000, Some(36_000)));
    assert_eq!((payment.unique_code, payment.nominal), (981, 378_000 + 36_000 + 981));
    assert_eq!(payment.account, "1391234567");
    assert_eq!(invoice.tracking_code.len(), 8);
    assert_eq!(buy(&mut shop, KEY, form(product)), invoice, "a retry buys nothing more");
    assert_eq!(bought(&mut shop, RINA, "W-0001").len(), 1);
    let again = buy(&mut shop, Uuid::from_u128(8), form(product));
    assert_eq!((again.number.as_str(), again.payment.unwrap().unique_code), ("W-0002", 982));
}

#[test]
fn r13_what_is_bought_is_paid_printed_and_followed_without_anything_typed_again() {
    let (mut shop, product) = shop();
    let invoice = buy(&mut shop, KEY, form(product));
    let (id, standing) = bought(&mut shop, RINA, &invoice.number)[0];
    assert_eq!(standing, Standing::Totalled);
    let draft = shop.order(RINA, id).draft;
    assert_eq!((draft.channel.as_str(), draft.lines[0].name.as_str()), ("site", "Trekker X"));
    shop.done(ENI, receive(id, invoice.payment.unwrap().nominal));
    shop.settle();
    assert_eq!(queue(&mut shop, UJANG, "to_print"), 1);
    for code in [invoice.tracking_code.as_str(), &invoice.tracking_code.to_lowercase(), "5432"] {
        let asked = Question::Track { number: invoice.number.to_lowercase(), code: code.to_owned() };
        let Answer::Tracked(tracked) = ask(&mut shop, asked) else { panic!("{code}") };
        assert_eq!((tracked.standing, tracked.tracking_number.as_str()), (Standing::Paid, ""));
    }
}

#[test]
fn nobody_learns_of_an_order_by_guessing() {
    let (mut shop, product) = shop();
    let invoice = buy(&mut shop, KEY, form(product));
    for (number, code) in [("W-0001", "1234"), ("W-0001", ""), ("W-0002", invoice.tracking_code.as_str()), ("", "")] {
        let asked = Question::Track { number: number.to_owned(), code: code.to_owned() };
        assert_eq!(ask(&mut shop, asked), Answer::NotFound, "{number} {code}");
    }
}

#[test]
fn a_retry_after_the_buyer_was_erased_finds_nothing_and_troubles_nobody() {
    let (mut shop, product) = shop();
    let invoice = buy(&mut shop, KEY, form(product));
    let id = bought(&mut shop, RINA, &invoice.number)[0].0;
    let contact = shop.order(BUDI, id).draft.contact.unwrap();
    shop.done(BUDI, Command::ErasePerson { contact, reason: "pembeli minta".into() });
    shop.settle();
    assert_eq!(ask(&mut shop, Question::Order { key: KEY, form: Box::new(form(product)) }), Answer::NotFound);
    assert_eq!(ask(&mut shop, Question::Track { number: invoice.number, code: "5432".into() }), Answer::NotFound);
}

#[test]
fn what_no_data_vouches_for_waits_for_cs_as_a_draft_and_says_so() {
    let (mut shop, product) = shop();
    let mut odd = form(product);
    odd.address.postal_code = "40115".into();
    let invoice = buy(&mut shop, KEY, odd);
    assert_eq!((invoice.payment, invoice.waits_for), (None, vec!["address".to_owned()]));
    assert_eq!(bought(&mut shop, RINA, &invoice.number)[0].1, Standing::Checked);
    let mut far = form(product);
    (far.courier, far.service) = ("jnt".into(), "EZ".into());
    let invoice = buy(&mut shop, Uuid::from_u128(8), far);
    assert_eq!((invoice.payment, invoice.shipping_fee), (None, None));
    assert_eq!(bought(&mut shop, RINA, &invoice.number)[0].1, Standing::Draft);
}

#[test]
fn what_cannot_be_bought_is_refused_by_its_field_and_nothing_is_taken() {
    let (mut shop, product) = shop();
    let mut wrong = form(product);
    wrong.buyer_phone = "12".into();
    wrong.lines[0].colour = "ungu".into();
    wrong.lines.push(FormLine { product: Uuid::from_u128(3), colour: String::new(), size: 39, quantity: 1 });
    let Answer::Refused(refusals) = ask(&mut shop, Question::Order { key: KEY, form: Box::new(wrong) }) else {
        panic!()
    };
    let said: Vec<_> = refusals.iter().map(|refusal| (refusal.field.as_str(), refusal.code.as_str())).collect();
    assert!(said.contains(&("lines.0.colour", "site.colour_unknown")), "{said:?}");
    assert!(said.contains(&("lines.1.product", "site.product_unknown")), "{said:?}");
    assert!(said.iter().any(|(field, _)| *field == "buyer_phone"), "{said:?}");
    let mut absurd = form(product);
    (absurd.lines[0].size, absurd.lines[0].quantity) = (99, 0);
    assert!(matches!(ask(&mut shop, Question::Order { key: KEY, form: Box::new(absurd) }), Answer::Refused(_)));
    assert!(bought(&mut shop, RINA, "").is_empty());
    // The key was not used up.
    assert_eq!(buy(&mut shop, KEY, form(product)).number, "W-0001");
}

#[test]
fn r20_a_price_change_reaches_the_site_and_what_was_totalled_keeps_the_old_price() {
    let (mut shop, product) = shop();
    let before = buy(&mut shop, KEY, form(product));
    let View::Product(known) = shop.view(BUDI, &Query::Product { id: product }) else { panic!() };
    let draft = ProductDraft { price: "199.000".into(), ..known.draft };
    shop.done(BUDI, Command::ReviseProduct { id: product, draft });
    shop.settle();
    let Answer::Catalogue(catalogue) = ask(&mut shop, Question::Catalogue) else { panic!() };
    assert_eq!((catalogue.products[0].price, catalogue.products[0].id), (199_000, product));
    assert_eq!(buy(&mut shop, KEY, form(product)), before, "what was told stays");
    let id = bought(&mut shop, RINA, &before.number)[0].0;
    assert_eq!(shop.order(RINA, id).row.total, 378_000 + 36_000);
    assert_eq!(buy(&mut shop, Uuid::from_u128(8), form(product)).subtotal, 398_000);
    assert!(conflicts(&mut shop, BUDI).iter().all(|row| row.conflict != Conflict::Nominal));
}
