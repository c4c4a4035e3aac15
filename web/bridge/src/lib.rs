//! The device loop for the browser: values in, values out, and no logic. On other targets there is nothing here.

#[cfg(target_family = "wasm")]
pub mod bridge;
#[cfg(target_family = "wasm")]
pub mod crash;
#[cfg(target_family = "wasm")]
pub mod open;
#[cfg(target_family = "wasm")]
mod output;
#[cfg(target_family = "wasm")]
mod value;
