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
    /// Smallest first.
    #[serde(default)]
    pub sizes: Vec<u8>,
    /// Sold no more.
    #[serde(default)]
    pub retired: bool,
}

const COLUMNS: &str = "id, name, colours, price, weight_grams, sizes, retired";

impl Store {
    pub fn put_product(&self, row: &ProductRow) -> Stored<()> {
        let sql = format!("insert or replace into product_row ({COLUMNS}) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        let sizes = row.sizes.iter().map(u8::to_string).collect::<Vec<_>>().join("\n");
        let (colours, weight) = (row.colours.join("\n"), row.weight_grams);
        let values = (Blob(row.id), &row.name, colours, row.price, weight, sizes, row.retired);
        Ok(self.sql(&sql)?.execute(values).map(drop)?)
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
    let (colours, sizes): (String, String) = (row.get(2)?, row.get(5)?);
    Ok(ProductRow {
        id: row.get::<_, Blob<Uuid>>(0)?.0,
        name: row.get(1)?,
        colours: colours.lines().map(str::to_owned).collect(),
        price: row.get(3)?,
        weight_grams: row.get(4)?,
        sizes: sizes.lines().filter_map(|size| size.parse().ok()).collect(),
        retired: row.get(6)?,
    })
}
