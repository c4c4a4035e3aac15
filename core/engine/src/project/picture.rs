//! A picture of a record: its projection as it travels with a card, so that a device need not open the document to list it.

use serde::{Deserialize, Serialize};
use tapak_domain::Noun;
use tapak_domain::order::{Conflict, Flag, SharedKey};
use tapak_domain::stock::{Packed, pack, unpack};
use tapak_store::claim::ClaimRow;
use tapak_store::contact::ContactRow;
use tapak_store::order::OrderRow;
use tapak_store::product::ProductRow;
use tapak_store::record::Recorded;
use tapak_store::{Store, StoreError};
use tapak_sync::FileHash;
use tapak_sync::message::Card;
use uuid::Uuid;

use crate::documents;
use crate::hex;

/// Raised when a row comes to mean something else: who reads another version draws from the document.
const VERSION: u8 = 2;

#[derive(Debug, Serialize, Deserialize)]
struct Picture {
    v: u8,
    #[serde(flatten)]
    recorded: Recorded,
    row: Row,
    /// Files it names, by hash in hex, and as what.
    #[serde(default)]
    files: Vec<(String, String)>,
    /// What an order holds, its conflicts and its claims.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    keys: Vec<SharedKey>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    flags: Vec<(Conflict, String, String)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    claims: Vec<ClaimRow>,
    /// What an order says of stock; nothing in what an older relay sends.
    #[serde(default)]
    stock: Option<Vec<Packed>>,
}

/// What came of a card's picture.
#[derive(Debug)]
pub(crate) struct Hung {
    pub(crate) recorded: Recorded,
    /// The document itself has nothing to add to what was drawn.
    pub(crate) complete: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Row {
    Order(Box<OrderRow>),
    Contact(ContactRow),
    Product(ProductRow),
}

/// As it is drawn here. Nothing for a noun that is always sent whole.
pub(crate) fn of(store: &Store, noun: Noun, id: Uuid) -> Result<Vec<u8>, StoreError> {
    let row = match noun {
        Noun::Order => store.order(id)?.map(|(row, _)| Row::Order(Box::new(row))),
        Noun::Contact => store.contact_row(id)?.map(Row::Contact),
        Noun::Product => store.product(id)?.map(Row::Product),
        Noun::Tariff | Noun::Recap | Noun::Shop | Noun::Statement => None,
    };
    let (Some(row), Some(recorded)) = (row, store.recorded(id)?) else { return Ok(Vec::new()) };
    let files = store.files_of(id)?.into_iter().map(|(hash, kind)| (hex::of(hash.as_bytes()), kind)).collect();
    let (keys, claims) = (store.shared_keys_of(id)?, store.claims_of(id)?);
    let flags = store.flags_of(id)?.into_iter().map(|flag| (flag.conflict, flag.key, flag.detail)).collect();
    // A product is counted so often that its document has to tell.
    let stock = if noun == Noun::Order { Some(pack(&store.stock_moves_of(id)?)) } else { None };
    let picture = Picture { v: VERSION, recorded, row, files, keys, flags, claims, stock };
    serde_json::to_vec(&picture).map_err(|e| StoreError::Failed(e.to_string()))
}

/// Hangs the card's picture where the document's own would be; `None` when this build cannot read it.
pub(crate) fn hang(store: &Store, card: &Card) -> Result<Option<Hung>, StoreError> {
    let Ok(picture) = serde_json::from_slice(&card.row) else { return Ok(None) };
    let Picture { v: VERSION, recorded, row, files, keys, flags, claims, stock } = picture else { return Ok(None) };
    let id = documents::uuid(card.document);
    let noun = match &row {
        Row::Order(row) => {
            let flag = |(conflict, key, detail)| Flag { conflict, key, detail };
            store.put_order(row)?;
            store.put_shared_keys(id, &keys)?;
            store.put_flags(id, &flags.into_iter().map(flag).collect::<Vec<_>>())?;
            store.put_claims(id, &claims).map(|()| Noun::Order)?
        }
        Row::Contact(row) => store.put_contact(row).map(|()| Noun::Contact)?,
        Row::Product(row) => store.put_product(row).map(|()| Noun::Product)?,
    };
    let files: Vec<_> =
        files.into_iter().filter_map(|(hash, kind)| Some((FileHash::new(hex::read(&hash)?), kind))).collect();
    store.put_file_uses(id, &files)?;
    store.put_record(id, noun, &recorded)?;
    let told = stock.map(|stock| store.put_stock_moves(id, &unpack(stock))).transpose()?.is_some();
    let complete = recorded.strangers == 0 && (told || noun == Noun::Contact);
    Ok(Some(Hung { recorded, complete }))
}
