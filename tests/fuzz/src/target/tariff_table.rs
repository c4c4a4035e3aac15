//! A courier's table, and the data of places: any text is read row by row, and every row that is taken has a place and a fee.

use tapak_domain::place::Places;
use tapak_domain::tariff::table;
use tapak_domain::values::Courier;

pub(super) fn read(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    // All or nothing; what it is does not matter here.
    let places = Places::load(&text).unwrap_or_else(|_| Places::without_districts());
    let Ok(rows) = table::read(&text, Some(Courier::Jne), "REG", &places) else { return };
    assert!(rows.windows(2).all(|two| two[0].number < two[1].number), "rows are numbered as they stand");
    let taken = rows.iter().filter(|row| row.problem.is_none()).count();
    let services = table::by_service(&rows);
    assert_eq!(services.values().map(Vec::len).sum::<usize>(), taken);
    assert!(services.values().flatten().all(|row| !row.regency.is_empty() && row.fee.get() > 0));
}
