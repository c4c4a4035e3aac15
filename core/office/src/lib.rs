//! What leaves the house for a spreadsheet: a sheet as XLSX or CSV, and the rekap as such a sheet. Knows nothing of ours.
//!
//! The words of a sheet are handed in with what is in it: who asks for a file chooses its language.
//! The relay, which has none to choose, says it in Indonesian.

mod csv;
mod moment;
pub mod recap;
pub mod sheet;
mod words;
mod xlsx;

pub use csv::write as csv;
pub use xlsx::{XlsxFault, write as xlsx};
