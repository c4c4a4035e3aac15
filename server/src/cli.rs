//! The words `tapak` understands.

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use tapak_domain::policy::Role;
use uuid::Uuid;

use crate::fault::ServerFault;
use crate::{copies, demo, export, invite, parse, serve};

/// The relay of a shop: sync, pairing and the app from one binary and one data folder.
#[derive(Debug, Parser)]
#[command(name = "tapak", version)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve the shop in a data folder; a new folder gets a new shop
    Serve(Serve),
    /// Print an invite for one device, also while the relay runs
    Invite(Invite),
    /// Print a code to lock away, for the day the owner's phone is lost: whoever joins with it becomes the owner
    RecoveryCode(RecoveryCode),
    /// Write a copy of the shop into a new file, also while the relay runs
    Backup(Backup),
    /// Say that this folder was put back from a copy: devices then give back what the copy does not have
    Restored(InFolder),
    /// Write what is in the shop into a file, also while the relay runs
    #[command(subcommand)]
    Export(ExportCommand),
    /// Fill a new data folder with a believable shop, to look at and to test with; not for real customers
    Demo(Demo),
    /// Read a customer's message on standard input and print what was understood of it as JSON
    Parse(Parse),
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Where the relay listens
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:7171")]
    pub(crate) listen: SocketAddr,
    /// The folder that holds the shop
    #[arg(long, value_name = "DIR", default_value = "data")]
    pub(crate) data: PathBuf,
    /// The address devices use, when it is not the one the relay listens on
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(crate) address: Option<String>,
    /// The name of a new shop
    #[arg(long, value_name = "NAME", default_value = "Toko Sandal")]
    pub(crate) shop: String,
    /// How many connections there may be at one time
    #[arg(long, value_name = "N", default_value_t = 2_000, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub(crate) sockets: u32,
    /// How many of them may come from one address; behind a proxy all of them do
    #[arg(long, value_name = "N", default_value_t = 1_500, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) sockets_per_ip: u32,
    /// How the log is written to standard error; `RUST_LOG` sets how much
    #[arg(long, value_enum, default_value_t)]
    pub(crate) log: LogFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Invite {
    /// What the device will be used as
    #[arg(long, value_parser = role())]
    pub(crate) role: Role,
    /// The folder that holds the shop
    #[arg(long, value_name = "DIR", default_value = "data")]
    pub(crate) data: PathBuf,
    /// The address devices use; by default the one of the last `tapak serve`
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(crate) address: Option<String>,
    /// How long the invite can be used
    #[arg(long, value_name = "N", default_value_t = 24, value_parser = clap::value_parser!(u32).range(1..=24 * 90))]
    pub(crate) hours: u32,
}

#[derive(Debug, Args)]
pub(crate) struct RecoveryCode {
    /// The folder that holds the shop
    #[arg(long, value_name = "DIR", default_value = "data")]
    pub(crate) data: PathBuf,
    /// The address devices use; by default the one of the last `tapak serve`
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(crate) address: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct InFolder {
    /// The folder that holds the shop
    #[arg(long, value_name = "DIR", default_value = "data")]
    pub(crate) data: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// The file to write; it must not exist yet
    pub(crate) to: PathBuf,
    #[command(flatten)]
    pub(crate) from: InFolder,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ExportCommand {
    /// A batch of payment claims as a spreadsheet; without `--id` the latest ones are listed
    Rekap(ExportRekap),
}

#[derive(Debug, Args)]
pub(crate) struct ExportRekap {
    /// Which batch
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<Uuid>,
    /// What kind of file
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: FileFormat,
    /// The file to write, which must not exist yet; by default one named after the batch
    #[arg(long, value_name = "FILE")]
    pub(crate) to: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) from: InFolder,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum FileFormat {
    #[default]
    Xlsx,
    /// As Excel in Indonesia opens it
    Csv,
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// How many orders the shop has taken
    #[arg(long, value_name = "N", default_value_t = 120, value_parser = clap::value_parser!(u32).range(1..=20_000))]
    pub(crate) orders: u32,
    /// The same seed draws the same shop
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub(crate) seed: u64,
    /// The folder that will hold the shop
    #[arg(long, value_name = "DIR", default_value = "data")]
    pub(crate) data: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Parse {
    /// The folder of the shop whose catalogue is meant; without it the one of the demo shop
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogFormat {
    #[default]
    Text,
    Json,
}

impl fmt::Display for FileFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        })
    }
}

impl Command {
    pub(crate) fn run(self) -> Result<(), ServerFault> {
        match self {
            Self::Serve(serve) => serve::run(&serve),
            Self::Invite(asked) => invite::run(&asked),
            Self::RecoveryCode(asked) => invite::recover(&asked),
            Self::Backup(backup) => copies::back_up(&backup),
            Self::Restored(asked) => copies::restored(&asked),
            Self::Export(asked) => export::run(&asked),
            Self::Demo(demo) => demo::run(&demo),
            Self::Parse(asked) => parse::run(&asked),
        }
    }
}

/// What people can hold, by its code.
fn role() -> impl TypedValueParser<Value = Role> {
    let codes = Role::INVITABLE.iter().map(|role| role.code());
    PossibleValuesParser::new(codes).try_map(|code| Role::from_code(&code).ok_or("there is no such role"))
}

/// Scheme, host and perhaps a port: links are this with a path behind it.
fn base_url(text: &str) -> Result<String, &'static str> {
    let text = text.trim_end_matches('/');
    let host = text.strip_prefix("http://").or_else(|| text.strip_prefix("https://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', ' ']) => Ok(text.to_owned()),
        Some(_) | None => Err("an address looks like https://toko.example or http://127.0.0.1:7171"),
    }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::{Cli, base_url};

    #[test]
    fn the_words_fit_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn an_address_is_a_scheme_and_a_host() {
        assert_eq!(base_url("https://toko.example/"), Ok("https://toko.example".to_owned()));
        for wrong in ["toko.example", "http://", "https://toko.example/pasang", "ftp://toko.example"] {
            assert!(base_url(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_unknown_role_is_refused_with_the_known_ones() {
        let refused = Cli::try_parse_from(["tapak", "invite", "--role", "relay"]).unwrap_err().to_string();
        assert!(refused.contains("owner, cs, finance, warehouse, custom_cs, designer, production"), "{refused}");
    }
}
