//! Files that are half broken, and files that are no statement at all.

use super::{problems, reading, refused, said};
use crate::statement::Unreadable;

#[test]
fn what_is_broken_is_named_by_its_row_and_the_rest_is_read() {
    let text = "Tanggal;Keterangan;Debet;Kredit;Saldo\n\
        24/11/2025;SITI;;325.417,00;1.325.417,00\n\
        31/02/2025;TANGGAL MUSTAHIL;;100.000,00;\n\
        24/11/2025;ANGKA RUSAK;;3x5.417;\n\
        24/11/2025;TANPA ANGKA;;;\n\
        24/11/2025;DUA SISI;1.000;2.000;\n\
        24/11/2025;BUNGA;;1.234,56;\n\
        24/11/2025;TERLALU BESAR;;123.456.789.012,00;\n\
        24/11/2025;TERPOTO\n\
        24/11/2025;DEDI;;189.083,00;1.514.500,00\n";
    let reading = reading(text);
    assert_eq!(said(&reading), ["24/11/2025 SITI 325417", "24/11/2025 DEDI 189083"]);
    assert_eq!(
        problems(&reading),
        [
            (3, "statement.date_unreadable"),
            (4, "statement.amount_unreadable"),
            (5, "statement.amount_missing"),
            (6, "statement.both_sides"),
            (7, "statement.amount_not_whole"),
            (8, "statement.amount_too_large"),
            (9, "statement.amount_missing"),
        ]
    );
    assert_eq!(reading.problems[1].text, "24/11/2025 · ANGKA RUSAK · 3x5.417");
}

#[test]
fn numbers_that_spilt_over_their_cells_are_not_put_together_by_guessing() {
    let text = "Tanggal,Keterangan,Debet,Kredit,Saldo\n24/11/2025,SITI,,325,417.00,1,325,417.00\n24/11/2025,DEDI,,189083,1514500\n";
    let reading = reading(text);
    assert_eq!(said(&reading), ["24/11/2025 DEDI 189083"]);
    assert_eq!(problems(&reading), [(2, "statement.too_many_cells")]);
}

#[test]
fn lines_of_another_account_are_not_taken_for_this_one() {
    let text = "Account No,Date,Description,Debit,Credit\n111122223,24/11/25,SITI,.00,\"325,417.00\"\n999988887,24/11/25,DEDI,.00,\"189,083.00\"\n";
    let reading = reading(text);
    assert_eq!(said(&reading), ["24/11/2025 SITI 325417"]);
    assert_eq!(problems(&reading), [(3, "statement.other_account")]);
}

#[test]
fn a_wrong_file_is_one_clear_refusal() {
    let photo: String = (0..4_000_u32).map(|n| char::from_u32(n * 37 % 256).unwrap_or(' ')).collect();
    let excel = "T\0a\0n\0g\0g\0a\0l\0;\0J\0u\0m\0l\0a\0h\0";
    let orders = "Nama,Alamat,No HP\nRina,Jl. Kaliurang,0812\n";
    for text in
        [photo.as_str(), excel, orders, "PK\u{3}\u{4}", "halo", "\u{FFFD}PNG\r\n\u{1A}\n", ",,,,\n,,,,", "\"\"\"\"\"\""]
    {
        assert_eq!(refused(text), Unreadable::NotAStatement, "{text:?}");
    }
}

#[test]
fn an_empty_file_and_a_period_without_lines_say_so() {
    for text in [
        "",
        " \r\n\r\n",
        "\u{FEFF}",
        "Tanggal,Keterangan,Debet,Kredit,Saldo\n",
        "Tanggal,Keterangan,Jumlah\nSaldo Awal,,0\n",
    ] {
        assert_eq!(refused(text), Unreadable::Empty, "{text:?}");
    }
}

#[test]
fn an_account_in_dollars_and_amounts_without_a_direction_are_refused_whole() {
    let dollars = "Account No.,=,'0111222333\nCurrency,=,USD\n\nDate,Description,Branch,Amount,,Balance\n'02/11/2025,X,'0000,100.00,CR,1.00\n";
    assert_eq!(refused(dollars), Unreadable::OtherCurrency);
    assert_eq!(refused("Tanggal,Keterangan,Jumlah\n24/11/2025,SITI,325417\n"), Unreadable::NoDirection);
}

#[test]
fn a_file_without_end_is_refused_before_it_is_read() {
    let row = "24/11/2025,SITI,325417,\n";
    let text = format!("Tanggal,Keterangan,Kredit,Debet\n{}", row.repeat(10_100));
    assert_eq!(refused(&text), Unreadable::TooLong);
    assert_eq!(refused(&"x".repeat(5_000_000)), Unreadable::TooLong);
}
