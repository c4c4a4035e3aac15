//! What a run can prove wrong: the rule that was broken, and the story of how it shows.

use tapak_engine::Fault;
use tapak_store::StoreError;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Rule {
    #[error("the loops work with a healthy disk")]
    Works,
    #[error("a command is answered in the call that carried it")]
    Answered,
    #[error("nobody does what the role may not, and nothing impossible is saved")]
    Border,
    #[error("what was done stays done, and a repeated command is done once")]
    Once,
    #[error("only a failing disk makes a fault, and a failing disk saves nothing")]
    HonestFault,
    #[error("an enrolled device is never rejected")]
    Welcome,
    #[error("a host is asked only for what it can do")]
    Manners,
    #[error("after quiet, everything settles")]
    Settles,
    #[error("all replicas are equal")]
    Equal,
    #[error("what the relay acknowledged stays in its log")]
    Acknowledged,
    #[error("what was once durable stays durable")]
    Durable,
    #[error("every command that was done has its effect, exactly once")]
    Effect,
    #[error("what came of something stands after it in the history")]
    Cause,
    #[error("an order number is given once")]
    Number,
    #[error("projections are what the documents say")]
    Projection,
    #[error("what two people did apart is kept, and what cannot both be meant is named")]
    SideBySide,
    #[error("a badge and a mark say where things are, and never more than is true")]
    Badge,
    #[error("who looks at a record is seen by the others, and nothing is written")]
    Presence,
    #[error("what a revoked device writes is not taken")]
    Revoked,
    #[error("who was erased is nowhere, and what was paid stays known")]
    Erased,
    #[error("files reach the relay whole, and nobody has what a role may not see")]
    Files,
    #[error("what the relay did not accept is set aside and shown")]
    SetAside,
}

/// Ends a run.
#[derive(Debug, thiserror::Error)]
#[error("broken: {rule}\n  {story}")]
pub(crate) struct Broken {
    pub(crate) rule: Rule,
    pub(crate) story: String,
}

pub(crate) type Checked<T = ()> = Result<T, Broken>;

impl Rule {
    pub(crate) fn broken(self, story: impl Into<String>) -> Broken {
        Broken { rule: self, story: story.into() }
    }

    /// Fine while `held`; otherwise the story is told.
    pub(crate) fn hold(self, held: bool, story: impl FnOnce() -> String) -> Checked {
        if held { Ok(()) } else { Err(self.broken(story())) }
    }
}

impl From<Fault> for Broken {
    fn from(fault: Fault) -> Self {
        Rule::Works.broken(fault.to_string())
    }
}

impl From<StoreError> for Broken {
    fn from(error: StoreError) -> Self {
        Rule::Works.broken(error.to_string())
    }
}
