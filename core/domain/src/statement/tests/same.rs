//! When two lines are one: the same export twice, a longer export later, a line that was posted meanwhile.

use std::collections::BTreeSet;

use super::reading;

const HEADER: &str =
    "No. rekening : 0111222333\nPeriode : 20/11/2025 - 24/11/2025\nTanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo\n";

fn identities(rows: &str, account: &str) -> Vec<String> {
    reading(&format!("{HEADER}{rows}")).identities(account)
}

#[test]
fn a_line_exported_again_is_the_same_line_however_the_account_is_written() {
    let rows = "'21/11,SITI,'0000,\"325,417.00\",CR,\"2,325,417.00\"\n";
    let again = "'20/11,RINA,'0000,100000.00,CR,2000000.00\n'21/11,SITI  ,'0000,325417.00,CR,2325417.00\n";
    assert_eq!(identities(rows, "0111222333")[0], identities(again, "111-222-333")[1]);
}

#[test]
fn a_line_the_bank_posts_later_is_the_line_that_was_pending() {
    let today = "PEND,TRSF E-BANKING CR 2411/FTSCY DEDI S,'0000,189083.00,CR,2014500.00\n";
    let tomorrow = "'24/11,TRSF E-BANKING CR 2411/FTSCY DEDI S,'0000,189083.00,CR,2014500.00\n";
    assert_eq!(identities(today, "0111222333"), identities(tomorrow, "0111222333"));
}

#[test]
fn equal_lines_of_one_file_are_as_many_lines() {
    let rows = "'21/11,SETORAN,'0000,100000.00,CR,\n".repeat(3);
    let all: BTreeSet<_> = identities(&rows, "0111222333").into_iter().collect();
    assert_eq!(all.len(), 3);
    let first = "'21/11,SETORAN,'0000,100000.00,CR,\n";
    assert!(all.contains(&identities(first, "0111222333")[0]));
}

#[test]
fn another_day_amount_way_account_or_balance_is_another_line() {
    let one = "'21/11,SETORAN,'0000,100000.00,CR,\n";
    for (rows, account) in [
        ("'22/11,SETORAN,'0000,100000.00,CR,\n", "0111222333"),
        ("'21/11,SETORAN,'0000,100001.00,CR,\n", "0111222333"),
        ("'21/11,SETORAN,'0000,100000.00,DB,\n", "0111222333"),
        ("'21/11,SETORAN,'0000,100000.00,CR,5.00\n", "0111222333"),
        (one, "0999888777"),
    ] {
        assert_ne!(identities(one, "0111222333"), identities(rows, account), "{rows} {account}");
    }
}
