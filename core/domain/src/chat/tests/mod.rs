//! What a customer service agent sees after pasting a chat.

mod addresses;
mod casual;
mod doubts;
mod forms;
mod junk;
mod kinds;
mod messages;
mod several;
mod shop;
