//! Where an order came in: in a chat, over the counter, through the site.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    #[default]
    Chat,
    Counter,
    Site,
}

impl Channel {
    pub const ALL: [Self; 3] = [Self::Chat, Self::Counter, Self::Site];

    pub fn code(self) -> &'static str {
        match self {
            Self::Chat => "chat",
            Self::Counter => "counter",
            Self::Site => "site",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}
