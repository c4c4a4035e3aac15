//! The benches about how many there are: devices at work, devices at rest, and one slow phone.

use clap::Args;
use clap::value_parser as parser;

#[derive(Debug, Args)]
pub(crate) struct Load {
    #[arg(long, default_value_t = 20, value_parser = parser!(u32).range(2..=200))]
    pub(crate) devices: u32,
    /// Edits a second, by all devices together
    #[arg(long, default_value_t = 200, value_parser = parser!(u32).range(1..))]
    pub(crate) rate: u32,
    #[arg(long, default_value_t = 120, value_parser = parser!(u32).range(1..))]
    pub(crate) seconds: u32,
    /// Orders that are there before it begins
    #[arg(long, default_value_t = 500, value_parser = parser!(u32).range(1..))]
    pub(crate) orders: u32,
    /// Keep the devices' stores in files: all of them share this machine's disk then, which no shop's devices do
    #[arg(long)]
    pub(crate) files: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Idle {
    /// How many connections
    #[arg(long, default_value_t = 1000, value_parser = parser!(u32).range(1..=2000))]
    pub(crate) sockets: u32,
    /// How many devices share them; a shop's roster has room for 512
    #[arg(long, default_value_t = 500, value_parser = parser!(u32).range(1..))]
    pub(crate) devices: u32,
    /// How long to watch
    #[arg(long, default_value_t = 30, value_parser = parser!(u32).range(1..))]
    pub(crate) seconds: u32,
}

#[derive(Debug, Args)]
pub(crate) struct Phone {
    /// Orders of the demo shop
    #[arg(long, default_value_t = 10_000, value_parser = parser!(u32).range(20..=20_000))]
    pub(crate) orders: u32,
    /// How many times slower than this machine the phone is
    #[arg(long, default_value_t = 4, value_parser = parser!(u32).range(1..=20))]
    pub(crate) slower: u32,
    /// Each step is done so often; the median and the slowest are told
    #[arg(long, default_value_t = 5, value_parser = parser!(u32).range(1..=50))]
    pub(crate) rounds: u32,
}
