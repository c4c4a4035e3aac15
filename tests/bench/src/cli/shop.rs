//! The benches about how much there is: from nothing, after an absence, as the shop grows.

use clap::Args;
use clap::value_parser as parser;

#[derive(Debug, Args)]
pub(crate) struct Sync {
    /// How many orders, with seven changes each
    #[arg(long, default_value_t = 4000, value_parser = parser!(u32).range(1..))]
    pub(crate) documents: u32,
    /// Do the same work with automerge-repo and `PouchDB` too, and print the ratios last
    #[arg(long)]
    pub(crate) peers: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Behind {
    /// How many orders the device has when it leaves, with seven changes each
    #[arg(long, default_value_t = 4000, value_parser = parser!(u32).range(1..))]
    pub(crate) documents: u32,
    /// How many orders are made while it is away, with six changes each
    #[arg(long, default_value_t = 1500, value_parser = parser!(u32).range(1..))]
    pub(crate) missed: u32,
    /// Do the same work with automerge-repo and `PouchDB` too, and print the ratios last
    #[arg(long)]
    pub(crate) peers: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Growth {
    /// How many orders, with seven changes each; several sizes with commas between them
    #[arg(long, value_delimiter = ',', default_value = "1000,10000,100000", value_parser = parser!(u32).range(1..))]
    pub(crate) orders: Vec<u32>,
    /// Over how many days they were taken, evenly; the last of them is today
    #[arg(long, default_value_t = 730, value_parser = parser!(u32).range(1..=3650))]
    pub(crate) days: u32,
    /// How many of the newest are still to be shipped
    #[arg(long, default_value_t = 150, value_parser = parser!(u32).range(1..))]
    pub(crate) open: u32,
}
