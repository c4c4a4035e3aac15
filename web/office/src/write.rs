//! What the app asks for: a batch of claims as XLSX or CSV, and any other sheet as CSV.

use tapak_office::recap::{self, RecapFile};
use tapak_office::sheet::Sheet;
use tapak_office::{csv, xlsx};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

#[wasm_bindgen]
pub fn recap_xlsx(file: &str) -> Result<Vec<u8>, JsError> {
    Ok(xlsx(&recap_sheet(file)?)?)
}

#[wasm_bindgen]
pub fn recap_csv(file: &str) -> Result<String, JsError> {
    Ok(csv(&recap_sheet(file)?))
}

#[wasm_bindgen]
pub fn sheet_csv(sheet: &str) -> Result<String, JsError> {
    Ok(csv(&serde_json::from_str::<Sheet>(sheet)?))
}

fn recap_sheet(file: &str) -> Result<Sheet, JsError> {
    Ok(recap::sheet(&serde_json::from_str::<RecapFile>(file)?))
}
