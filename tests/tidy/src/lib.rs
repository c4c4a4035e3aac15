//! The rules of the house that no compiler holds, and the map of its rooms.

pub mod finding;
pub mod house;
pub mod law;
pub mod leftovers;
pub mod map;
pub mod migrations;
pub mod purity;
pub mod requirements;
pub mod shape;

pub use finding::Finding;
pub use house::{Fault, House, Source};
