//! What a screen may ask of the engine and what it is told: commands, queries, views. The loops come next.

pub mod command;
pub mod view;
