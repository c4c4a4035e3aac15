//! Labels to print: what stands on each, its codes as shapes, and the orders that may not have one.

use serde::Serialize;
use uuid::Uuid;

/// A code as one SVG shape in modules, the light around it included: `viewBox="0 0 width height"`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CodeView {
    pub width: u32,
    pub height: u32,
    pub path: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LabelParty {
    pub name: String,
    /// As it is dialled in the country; empty when it is not to be named.
    pub phone: String,
    pub address: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ParcelLabel {
    pub id: Uuid,
    pub number: String,
    /// How many were printed so far; the next one is a reprint if there is any.
    pub printed: u32,
    pub recipient: LabelParty,
    pub landmark: String,
    /// A courier's code, such as `jne`, and the service asked of it.
    pub courier: String,
    pub service: String,
    /// One line of the order each, such as `Trekker X hitam 39 × 1`.
    pub contents: Vec<String>,
    pub pairs: u32,
    pub note: String,
    pub sender: LabelParty,
    /// What the goods cost, in whole rupiah; nothing when the buyer must not see it.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub value: Option<i64>,
    /// Nothing when a product's weight is not known.
    pub weight_grams: Option<u32>,
    /// The order's number with our prefix, so that a scan of it is never taken for a resi.
    pub qr: Option<CodeView>,
    /// The bare number, as a bar code.
    pub bars: Option<CodeView>,
}

/// An order that may not have a label now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LabelRefused {
    pub id: Uuid,
    /// Empty when the order is not on this device.
    pub number: String,
    /// A stable code, as when printing is refused.
    pub code: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LabelsView {
    /// In the sequence they were asked for.
    pub labels: Vec<ParcelLabel>,
    pub refused: Vec<LabelRefused>,
}

/// What goes on the box of one thing in the warehouse, so that a packer can scan it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BoxLabel {
    pub name: String,
    pub colour: String,
    pub size: String,
    /// What the codes say.
    pub code: String,
    pub qr: Option<CodeView>,
    pub bars: Option<CodeView>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BoxLabelsView {
    /// Every colour of the product in every size.
    pub labels: Vec<BoxLabel>,
}
