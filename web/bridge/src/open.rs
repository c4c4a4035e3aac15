//! Opens the device on a database in the browser's private files (OPFS); works in a dedicated worker only.

use serde::Deserialize;
use sqlite_wasm_rs::WasmOsCallback;
use sqlite_wasm_vfs::sahpool::{OpfsSAHPoolCfgBuilder, install};
use tapak_engine::device::Device;
use tapak_engine::{Fault, Store};
use wasm_bindgen::JsError;

use crate::value;

const DATABASE: &str = "shop.sqlite";
/// The database, its journal, and room for what SQLite sorts on disk.
const FILES: usize = 6;

#[derive(Deserialize)]
pub(crate) struct Options {
    pub(crate) name: String,
    pub(crate) now: f64,
    entropy: [u8; 32],
}

/// A refusal keeps the browser's own words or the fault's code: the worker tells a held file from a full disk by them.
pub(crate) async fn device(options: Options) -> Result<Device, JsError> {
    install_files(&options.name).await?;
    // By name, always: SQLite's default here is memory, and everything would be lost without a word.
    let store = Store::open_vfs(DATABASE, &options.name).map_err(|error| told(&error.into()))?;
    Device::open(store, options.entropy, value::milliseconds(options.now)).map_err(|fault| told(&fault))
}

async fn install_files(name: &str) -> Result<(), JsError> {
    let directory = format!(".{name}");
    let settings = OpfsSAHPoolCfgBuilder::new().vfs_name(name).directory(&directory).initial_capacity(FILES).build();
    install::<WasmOsCallback>(&settings, false).await?;
    Ok(())
}

fn told(fault: &Fault) -> JsError {
    JsError::new(&format!("{}: {fault}", fault.code()))
}
