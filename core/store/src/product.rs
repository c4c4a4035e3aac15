//! The catalogue as lists show it.

use rusqlite::{OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::columns::Blob;
use crate::{Store, Stored};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductRow {
    pub id: Uuid,
    pub name: String,
    pub colours: Vec<String>,
    /// Rupiah for one pair.
    pub price: i64,
    pub weight_grams: u32,
}

const COLUMNS: &str = "id, name, colours, price, weight_grams";

impl Store {
    pub fn put_product(&self, row: &ProductRow) -> Stored<()> {
        let sql = "insert or replace into product_row (id, name, colours, price, weight_grams) \
                   values (?1, ?2, ?3, ?4, ?5)";
        let colours = row.colours.join("\n");
        Ok(self.sql(sql)?.execute((Blob(row.id), &row.name, colours, row.price, row.weight_grams)).map(drop)?)
    }

    pub fn product(&self, id: Uuid) -> Stored<Option<ProductRow>> {
        let mut statement = self.sql(&format!("select {COLUMNS} from product_row where id = ?1"))?;
        Ok(statement.query_row([Blob(id)], product_row).optional()?)
    }

    pub fn products(&self) -> Stored<Vec<ProductRow>> {
        let mut statement = self.sql(&format!("select {COLUMNS} from product_row order by name collate nocase, id"))?;
        let rows = statement.query_map([], product_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn product_row(row: &Row<'_>) -> rusqlite::Result<ProductRow> {
    let colours: String = row.get(2)?;
    Ok(ProductRow {
        id: row.get::<_, Blob<Uuid>>(0)?.0,
        name: row.get(1)?,
        colours: colours.lines().map(str::to_owned).collect(),
        price: row.get(3)?,
        weight_grams: row.get(4)?,
    })
}
