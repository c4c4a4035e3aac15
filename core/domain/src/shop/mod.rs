//! The shop itself: who belongs to it and as what, how it is set up, and what was erased. One record, read by every role.

pub mod change_role;
pub mod enrol;
pub mod erase;
pub mod invite;
mod manage;
mod read;
pub mod rekey;
pub mod review;
pub mod revoke;
pub mod set_up;
pub mod set_window;
mod settings;

pub use enrol::Newcomer;
pub use erase::Erased;
pub use manage::ManageRefusal;
pub use read::{Held, Invited, Member, Shop};
pub use settings::{BankAccount, Sender, Setting, Settings};
