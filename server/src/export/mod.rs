//! `tapak export`: what is in the shop as a file, beside a running relay, in a process of its own.

mod recap;

use crate::cli::ExportCommand;
use crate::fault::ServerFault;

pub(crate) fn run(asked: &ExportCommand) -> Result<(), ServerFault> {
    match asked {
        ExportCommand::Rekap(asked) => recap::run(asked),
    }
}
