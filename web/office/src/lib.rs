//! The writer of spreadsheets for the browser: a sheet as JSON in, a file out. On other targets there is nothing here.

#[cfg(target_family = "wasm")]
pub mod write;
