//! A rekap as a spreadsheet program sees it: `LibreOffice` opens the file and computes every formula anew.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a story without its ground under it has to stop there")]

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::Command;

use tapak_office::recap::{RecapClaim, RecapFile, RecapWords, sheet};
use tapak_office::xlsx;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// As the sheet says them, and their codes.
const OUTCOMES: [(&str, Option<&str>); 5] = [
    ("Belum diperiksa", None),
    ("Lunas", Some("paid")),
    ("Kurang", Some("short")),
    ("Lebih", Some("over")),
    ("Ditolak", Some("rejected")),
];

/// Every amount is another, so that a row left out or added twice shows in a sum.
fn claim(n: i64) -> RecapClaim {
    let (total, found) = (189_000 + n * 1_003, format!("TRSF E-BANKING CR {n}"));
    let (outcome, received, refunded) = match n % 6 {
        0 => (None, 0, 0),
        1 => (Some("short"), total - 20_000, 0),
        2 => (Some("over"), total + 50_000, 50_000),
        3 => (Some("rejected"), 0, 0),
        _ => (Some("paid"), total, 0),
    };
    RecapClaim {
        number: format!("B3-{n:04}"),
        claimed_at: 1_763_967_900_000 + n * 60_000,
        buyer_name: if n == 17 { "=1+1".into() } else { format!("Pembeli {n}, Kab. Bandung") },
        contents: "Trekker X hitam 39 × 1, Rimba coklat 42 × 1".into(),
        courier: "JNE REG".into(),
        total,
        amount: if n % 11 == 3 { 0 } else { total },
        bank: "BCA".into(),
        payer: "SITI AMINAH".into(),
        paid_at: "jam 20.15".into(),
        outcome: outcome.map(str::to_owned),
        received,
        refunded,
        bank_date: if received > 0 { "2025-11-24".into() } else { String::new() },
        bank_text: if received > 0 { found } else { String::new() },
        late: n % 9 == 4,
        ..RecapClaim::default()
    }
}

fn recap(claims: i64) -> RecapFile {
    let again = vec![RecapClaim { number: "B1-0009".into(), total: 7, amount: 7, received: 7, ..claim(1) }];
    let lines = vec!["Rekap Sandal Gunung".into(), "Sampai Sen 24/11/2025 17.05 WIB".into()];
    RecapFile {
        at: 1_763_967_900_000,
        lines,
        claims: (1..=claims).map(claim).collect(),
        again,
        words: RecapWords::indonesian(),
    }
}

/// The same file, in which each formula says that it comes to -1: whoever shows the right sum has computed it.
fn lying(book: &[u8]) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut part = from.by_index(at).unwrap();
        let (name, mut bytes) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut bytes).unwrap();
        if name.starts_with("xl/worksheets/sheet") {
            bytes = lie(&String::from_utf8(bytes).unwrap()).into_bytes();
        }
        to.start_file(name, SimpleFileOptions::default()).unwrap();
        to.write_all(&bytes).unwrap();
    }
    to.finish().unwrap().into_inner()
}

fn lie(page: &str) -> String {
    let mut pieces = page.split("</f><v>");
    let first = pieces.next().unwrap().to_owned();
    pieces.fold(first, |text, piece| text + "</f><v>-1</v>" + piece.split_once("</v>").unwrap().1)
}

/// Each tab as `LibreOffice` shows it once it has computed: rows of cells.
fn opened(home: &Path, book: &[u8]) -> [Vec<Vec<String>>; 2] {
    // A profile of its own, that computes whatever it opens.
    let settings = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"#;
    let profile = home.join("profile");
    fs::create_dir_all(profile.join("user")).unwrap();
    fs::write(profile.join("user/registrymodifications.xcu"), settings).unwrap();
    fs::write(home.join("rekap.xlsx"), book).unwrap();
    // Tabulators between cells, in UTF-8, numbers as they are and not as they look, each tab a file of its own.
    let filter = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1";
    let run = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", filter, "--outdir"])
        .args([home, &home.join("rekap.xlsx")])
        .output()
        .expect("LibreOffice is needed here: `apt-get install libreoffice-calc`, as `cargo xtask test` does");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    ["Rekap", "Ringkasan"].map(|tab| {
        let text = fs::read_to_string(home.join(format!("rekap-{tab}.csv"))).unwrap();
        text.lines().map(|line| line.split('\t').map(|cell| cell.trim_matches('"').to_owned()).collect()).collect()
    })
}

fn row<'a>(tab: &'a [Vec<String>], first: &str) -> &'a [String] {
    tab.iter().find(|row| row[0] == first).unwrap_or_else(|| panic!("no row begins with {first}"))
}

/// How many, and what they come to.
fn figures(claims: &[&RecapClaim]) -> Vec<String> {
    let sum = |of: fn(&RecapClaim) -> i64| claims.iter().map(|claim| of(claim)).sum::<i64>().to_string();
    let sums =
        [sum(|claim| claim.total), sum(|claim| claim.amount), sum(|claim| claim.received), sum(|claim| claim.refunded)];
    [claims.len().to_string()].into_iter().chain(sums).collect()
}

#[test]
fn r04_a_rekap_of_five_hundred_opens_in_libreoffice_and_computes_to_the_same_sums() {
    let file = recap(500);
    let home = tempfile::tempdir().unwrap();
    let [table, summary] = opened(home.path(), &lying(&xlsx(&sheet(&file)).unwrap()));
    let numbers: Vec<_> = table.iter().filter_map(|row| row.get(1)).filter(|cell| cell.starts_with("B3-")).collect();
    assert_eq!(numbers, file.claims.iter().map(|claim| &claim.number).collect::<Vec<_>>(), "each of them once");
    assert_eq!(row(&table, "17")[3], "=1+1", "what a buyer typed is not computed");
    let all = figures(&file.claims.iter().collect::<Vec<_>>());
    let under = row(&table, "Jumlah");
    assert_eq!([6, 7, 12, 13].map(|column| under[column].clone()).as_slice(), &all[1..]);
    for (word, code) in OUTCOMES {
        let group: Vec<_> = file.claims.iter().filter(|claim| claim.outcome.as_deref() == code).collect();
        assert_eq!(row(&summary, word)[1..], figures(&group), "{word}");
    }
    assert_eq!(row(&summary, "Jumlah")[1..], all);
}
