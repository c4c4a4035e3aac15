//! A batch of claims as a spreadsheet: the same sheet the app writes.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use tapak_domain::values::clock::date_time;
use tapak_engine::view::recap::{RecapLine, RecapRow, RecapView};
use tapak_engine::{Store, recap, relay};
use tapak_office::recap::{RecapClaim, RecapFile, RecapWords};
use tapak_office::{csv, xlsx};

use crate::cli::{ExportRekap, FileFormat};
use crate::fault::ServerFault;
use crate::folder::Folder;
use crate::say::say;

/// How many are listed for somebody who names none.
const LISTED: u32 = 30;

pub(super) fn run(asked: &ExportRekap) -> Result<(), ServerFault> {
    let store = Folder::of_shop(&asked.from.data)?.open_store()?;
    let Some(id) = asked.id else { return list(&store) };
    let view = recap::read(&store, id)?.ok_or(ServerFault::NoRecap(id))?;
    let sheet = tapak_office::recap::sheet(&file(&view, &relay::shop_name(&store)?));
    let bytes = match asked.format {
        FileFormat::Xlsx => xlsx(&sheet)?,
        FileFormat::Csv => csv(&sheet).into_bytes(),
    };
    let path = asked.to.clone().unwrap_or_else(|| named(&view.row, asked.format));
    write(&path, &bytes)?;
    say(format_args!("{}", path.display()));
    Ok(())
}

/// One to a line: its id, up to when it reaches, how many claims it counts and what they come to.
fn list(store: &Store) -> Result<(), ServerFault> {
    for row in recap::list(store, LISTED)? {
        let (until, figures) = (clock(row.until), row.figures);
        say(format_args!("{}  {until}  {} klaim  Rp{}", row.id, figures.claims, figures.amount));
    }
    Ok(())
}

fn file(view: &RecapView, shop: &str) -> RecapFile {
    let claims =
        |counted: bool| view.lines.iter().filter(|line| line.counted_in.is_none() == counted).map(claim).collect();
    RecapFile {
        at: view.row.at,
        lines: lines(&view.row, shop),
        claims: claims(true),
        again: claims(false),
        words: RecapWords::indonesian(),
    }
}

fn claim(line: &RecapLine) -> RecapClaim {
    RecapClaim {
        number: line.number.clone(),
        claimed_at: line.claimed_at,
        buyer_name: line.buyer_name.clone(),
        contents: line.contents.clone(),
        courier: line.courier.clone(),
        total: line.total,
        amount: line.amount,
        bank: line.bank.clone(),
        payer: line.payer.clone(),
        paid_at: line.paid_at.clone(),
        outcome: line.outcome.map(|outcome| outcome.code().to_owned()),
        received: line.received,
        refunded: line.refunded,
        bank_date: line.bank_date.clone(),
        bank_text: line.bank_text.clone(),
        cash: line.cash,
        late: line.late,
        erased: line.erased,
    }
}

fn lines(row: &RecapRow, shop: &str) -> Vec<String> {
    let until = clock(row.until);
    let period = row.from.map(|from| format!("{} WIB sampai {until} WIB", clock(from)));
    vec![
        format!("Rekap {shop}"),
        period.unwrap_or_else(|| format!("Sampai {until} WIB")),
        format!("Dibekukan {} WIB oleh {}, {}", clock(row.at), row.person, row.device_name),
    ]
}

fn clock(millis: i64) -> String {
    date_time(u64::try_from(millis).unwrap_or_default())
}

/// `rekap-24-11-2025-17.05-3f2a.xlsx`
fn named(row: &RecapRow, format: FileFormat) -> PathBuf {
    let until = clock(row.until).replace(['/', ' '], "-");
    let id = row.id.simple().to_string();
    let (_, last) = id.split_at(id.len() - 4);
    PathBuf::from(format!("rekap-{until}-{last}.{format}"))
}

/// Nothing that is there is written over.
fn write(path: &Path, bytes: &[u8]) -> Result<(), ServerFault> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    file.and_then(|mut file| file.write_all(bytes)).map_err(ServerFault::file(path))
}
