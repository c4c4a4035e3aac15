//! One file of each bank, as its internet banking gives it out.

use super::{problems, reading, said};
use crate::statement::Shape;

const BCA_PERSONAL: &str = "Informasi Rekening - Mutasi Rekening
No. rekening : 0111222333
Nama : CV XYZ
Periode : 20/11/2025 - 24/11/2025
Kode Mata Uang : Rp

Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo
'21/11,TRSF E-BANKING CR 2111/FTSCY/WS95031       325417.00SITI AMINAH,'0000,\"325,417.00\",CR,\"2,325,417.00\"
'22/11,TARIKAN ATM 22/11,'0998,\"500,000.00\",DB,\"1,825,417.00\"
PEND,TRSF E-BANKING CR 2411/FTSCY/WS95051       189083.00DEDI S,'0000,\"189,083.00\",CR,\"2,014,500.00\"
Saldo Awal : 2000000.00
Mutasi Kredit : 514500.00
Mutasi Debet : 500000.00
Saldo Akhir : 2014500.00
";

#[test]
fn bca_personal_has_quotes_before_dates_no_year_and_lines_that_are_not_posted() {
    let reading = reading(BCA_PERSONAL);
    assert_eq!(reading.shape, Shape::BcaPersonal);
    assert_eq!(reading.account, "0111222333");
    assert_eq!(
        said(&reading),
        [
            "21/11/2025 TRSF E-BANKING CR 2111/FTSCY/WS95031 325417.00SITI AMINAH 325417",
            "22/11/2025 TARIKAN ATM 22/11 -500000",
            "PEND TRSF E-BANKING CR 2411/FTSCY/WS95051 189083.00DEDI S 189083",
        ]
    );
    assert_eq!(reading.lines.iter().map(|line| line.row).collect::<Vec<_>>(), [8, 9, 10]);
    assert_eq!(reading.lines[2].balance, Some(201_450_000));
    assert_eq!(problems(&reading), []);
}

#[test]
fn bca_in_english_spills_commas_over_its_cells() {
    let text = "Account No.,=,'0111222333\nName,=,CV XYZ\nCurrency,=,IDR\n\nDate,Description,Branch,Amount,,Balance\n\
        '02/11/2025,TRSF E-BANKING CR 0211/FTSCY, UNTUK SANDAL, RINA,'0000,325417.00,CR,1042939.96\n\
        Starting Balance,=,717522.96\nCredit,=,325417.00\nDebet,=,\nEnding Balance,=,1042939.96\n";
    let reading = reading(text);
    assert_eq!(said(&reading), ["02/11/2025 TRSF E-BANKING CR 0211/FTSCY, UNTUK SANDAL, RINA 325417"]);
    assert_eq!((reading.account.as_str(), problems(&reading)), ("0111222333", vec![]));
}

#[test]
fn bca_business_says_in_or_out_behind_the_amount() {
    let text = "\"Informasi Rekening - Mutasi Rekening\",\" \",\" \",\" \",\" \",\n\n\"No. rekening : 0350000001\"\n\"Nama : CV XYZ\"\n\
        \"Periode : 23/11/2025 - 24/11/2025\"\n\"Kode Mata Uang : Rp\"\n\
        \"Tanggal Transaksi\",\"Keterangan\",\"Cabang\",\"Jumlah\",\"Saldo\"\n\
        \"23/11/2025\",\"KR OTOMATIS LLG-MANDIRI SITI AMINAH\",\"0000\",\"325,417.00 CR\",\"25,441,156.00\"\n\
        \"24/11/2025\",\"BIAYA ADM\",\"0000\",\"15,000.00 DB\",\"25,426,156.00\"\n\
        \"Saldo Awal : 25,115,739.00\"\n\"Mutasi Debet : 15,000.00\",\"1\"\n\"Mutasi Kredit : 325,417.00\",\"1\"\n\
        \"Saldo Akhir : 25,426,156.00\"\n";
    let reading = reading(text);
    assert_eq!((reading.shape, reading.account.as_str()), (Shape::BcaBusiness, "0350000001"));
    assert_eq!(
        said(&reading),
        ["23/11/2025 KR OTOMATIS LLG-MANDIRI SITI AMINAH 325417", "24/11/2025 BIAYA ADM -15000"]
    );
    assert_eq!(problems(&reading), []);
}

#[test]
fn bca_business_may_leave_the_balance_without_a_column() {
    let text = "Tanggal Transaksi,\"Keterangan\",\"Cabang\",\"Jumlah\"\n\
        24/11/2025,\"TRSF E-BANKING DB LANGGANAN\",\"0000\",\"287,490.00 DB\",\"120,604,675.40\"\n\
        24/11/2025,\"TRSF E-BANKING CR YOSEF W\",\"0000\",\"799,700.00 CR\"\n";
    let reading = reading(text);
    assert_eq!(
        said(&reading),
        ["24/11/2025 TRSF E-BANKING DB LANGGANAN -287490", "24/11/2025 TRSF E-BANKING CR YOSEF W 799700"]
    );
}

#[test]
fn mandiri_has_two_descriptions_and_a_column_for_each_way() {
    let text = "Account No,Date,Val. Date,Transaction Code,Description,Description,Reference No.,Debit,Credit\n\
        0060003911777,24/11/25,24/11/25,6902,\"DR 0000029511812 KR 0060003911777 \",\"71831/SITI AMINAH/BDG   \",,\".00\",\"325,417.00\"\n\
        0060003911777,24/11/25,24/11/25,7500,\"TRF KE PEMASOK SOL\",\"D0750 \",REF77,\"2,500,000.00\",\".00\"\n";
    let reading = reading(text);
    assert_eq!((reading.shape, reading.account.as_str()), (Shape::Mandiri, "0060003911777"));
    assert_eq!(
        said(&reading),
        [
            "24/11/2025 DR 0000029511812 KR 0060003911777 71831/SITI AMINAH/BDG 325417",
            "24/11/2025 TRF KE PEMASOK SOL D0750 REF77 -2500000",
        ]
    );
}

#[test]
fn mandiri_writes_months_as_words_and_descriptions_over_more_lines() {
    let text = "AccountNo;Ccy;PostDate;Remarks;AdditionalDesc;Credit Amount;Debit Amount;Close Balance\n\
        1060055988896;IDR;23 November 2025 11:27:10;\"Transfer BI Fast\nDari BANK BRI\nSITI AMINAH\";MCM InhouseTrf;325417.00;0.00;13838932.64\n\
        1060055988896;USD;24 November 2025 10:16:54;INCOMING;;100.00;0.00;13838932.64\n\
        1060055988896;IDR;24 November 2025 10:16:54;GAJI;;0.00;750000.00;13088932.64\n";
    let reading = reading(text);
    assert_eq!(
        said(&reading),
        ["23/11/2025 Transfer BI Fast Dari BANK BRI SITI AMINAH MCM InhouseTrf 325417", "24/11/2025 GAJI -750000"]
    );
    assert_eq!(problems(&reading), [(3, "statement.other_currency")]);
}

#[test]
fn a_description_may_go_on_in_rows_of_its_own() {
    let text = "Tanggal;Keterangan;Debet;Kredit;Saldo\n24/11/2025;Transfer dari;;325.417,00;1.325.417,00\n;SITI AMINAH;;;\n;a.n. Rina;;;\n\
        24/11/2025;Listrik;350.000,00;;975.417,00\n\n;Dicetak di Bandung;;;\n";
    assert_eq!(
        said(&reading(text)),
        ["24/11/2025 Transfer dari SITI AMINAH a.n. Rina 325417", "24/11/2025 Listrik -350000"]
    );
}

#[test]
fn any_other_bank_is_read_by_its_header() {
    let bri = "NOREK;3333333333\nTGL_TRAN;DESK_TRAN;MUTASI_DEBET;MUTASI_KREDIT;SALDO_AKHIR_MUTASI\n\
        2025-11-24;TRANSFER DARI SITI;0.00;325417.00;15000000.00\n2025-11-24;INDOMARET;25000.00;0.00;14975000.00\n";
    assert_eq!(said(&reading(bri)), ["24/11/2025 TRANSFER DARI SITI 325417", "24/11/2025 INDOMARET -25000"]);
    let tabs = "\u{FEFF}No\tTanggal\tKeterangan\tDebit\tKredit\tSaldo\r\n1\t24/11/2025\tBUNGA\t-\tRp 5.000,00\tRp 905.000,00\r\n\
        2\t24/11/2025\tTRANSFER\tRp 100.000,00\t-\tRp 805.000,00\r\nTotal\t\t\tRp 100.000,00\tRp 5.000,00\t\r\n";
    assert_eq!(said(&reading(tabs)), ["24/11/2025 BUNGA 5000", "24/11/2025 TRANSFER -100000"]);
    assert_eq!(problems(&reading(tabs)), []);
    let signs =
        "Date,Description,Amount,Balance\n24 Nov 2025,SITI,+325417,1325417\n24 Nov 2025,LISTRIK,-350000,975417\n";
    assert_eq!(said(&reading(signs)), ["24/11/2025 SITI 325417", "24/11/2025 LISTRIK -350000"]);
    let minus = "Tanggal;Uraian;Nominal\n24/11/2025;SITI;325.417\n24/11/2025;LISTRIK;-350.000\n";
    assert_eq!(said(&reading(minus)), ["24/11/2025 SITI 325417", "24/11/2025 LISTRIK -350000"]);
    let letters = "Tgl.;Uraian;D/K;Jumlah (Rp)\n24/11/2025;SITI;K;325.417,00\n24/11/2025;LISTRIK;D;350.000,00\n";
    assert_eq!(said(&reading(letters)), ["24/11/2025 SITI 325417", "24/11/2025 LISTRIK -350000"]);
}

#[test]
fn a_bank_that_says_no_side_is_read_by_its_balances_whichever_way_they_run() {
    let old_first = "Tanggal;Keterangan;Jumlah;Saldo\n21/11/2025;AWAL;100.000;100.000\n22/11/2025;SITI;325.417;425.417\n24/11/2025;ONGKIR;25.000;400.417\n";
    let read = reading(old_first);
    assert_eq!(said(&read), ["22/11/2025 SITI 325417", "24/11/2025 ONGKIR -25000"]);
    assert_eq!(problems(&read), [(2, "statement.direction_unclear")], "nothing stands before the first line");
    let new_first = "Tanggal;Keterangan;Jumlah;Saldo\n24/11/2025;ONGKIR;25.000;400.417\n22/11/2025;SITI;325.417;425.417\n21/11/2025;AWAL;100.000;100.000\n";
    assert_eq!(said(&reading(new_first)), ["24/11/2025 ONGKIR -25000", "22/11/2025 SITI 325417"]);
}
