//! What can be wrong with a change or a document.

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// Not a change, or one we do not take: compressed, too many operations, a foreign actor.
    #[error("malformed change: {0}")]
    Malformed(String),
    /// It builds on a change this document does not have.
    #[error("the change builds on one that is not here")]
    MissingDependency,
    /// The document has no noun we know.
    #[error("the document is no record we know")]
    NotARecord,
}

impl From<automerge::AutomergeError> for DocumentError {
    fn from(error: automerge::AutomergeError) -> Self {
        Self::Malformed(error.to_string())
    }
}
