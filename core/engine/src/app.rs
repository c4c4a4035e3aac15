//! What an app knows, handed in: both ends are tried as older ones, too.

pub use tapak_document::Schema;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct App {
    /// Up to which schema it writes documents.
    pub schema: Schema,
}
