//! Opens the device on a database in the browser's private files (OPFS); works in a dedicated worker only.

use sqlite_wasm_rs::WasmOsCallback;
use sqlite_wasm_vfs::sahpool::{OpfsSAHPoolCfgBuilder, install};
use tapak_engine::device::Device;
use tapak_engine::{Fault, Store};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

use crate::value;

const DATABASE: &str = "shop.sqlite";
/// The database, its journal, and room for what SQLite sorts on disk.
const FILES: usize = 6;

#[wasm_bindgen]
extern "C" {
    /// `{name, now, entropy}`
    #[derive(Debug)]
    pub type Options;
    #[wasm_bindgen(method, getter)]
    fn name(this: &Options) -> String;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn now(this: &Options) -> f64;
    #[wasm_bindgen(method, getter)]
    fn entropy(this: &Options) -> Vec<u8>;
}

/// A refusal keeps the browser's own words or the fault's code: the worker tells a held file from a full disk by them.
pub(crate) async fn device(options: &Options) -> Result<Device, JsError> {
    let entropy = options.entropy().try_into().map_err(|_| JsError::new("entropy is 32 bytes"))?;
    let name = options.name();
    install_files(&name).await?;
    // By name, always: SQLite's default here is memory, and everything would be lost without a word.
    let store = Store::open_vfs(DATABASE, &name).map_err(|error| told(&error.into()))?;
    Device::open(store, entropy, value::milliseconds(options.now())).map_err(|fault| told(&fault))
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
