//! The tools the front door uses, and how it gets the ones that are missing.

pub(crate) mod app;
pub(crate) mod apt;
pub(crate) mod bridge;
pub(crate) mod cargo;
pub(crate) mod npm;
pub(crate) mod relay;
pub(crate) mod rustup;
pub(crate) mod shell;
pub(crate) mod size;
pub(crate) mod stamp;
