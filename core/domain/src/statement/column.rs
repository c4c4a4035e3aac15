//! Which column of a statement says what, told by the words of its header, whichever bank wrote them.

use crate::grid::Row;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Date,
    Text,
    Amount,
    /// In or out, beside the amount.
    Side,
    Debit,
    Credit,
    Balance,
    Account,
    Currency,
    Branch,
    /// Beside the description, such as Mandiri's.
    Code,
}

const WORDS: &[(Says, &[&str])] = &[
    (
        Says::Date,
        &[
            "tanggal",
            "tanggal transaksi",
            "tgl",
            "tgl transaksi",
            "tgl tran",
            "tgl trx",
            "tanggal posting",
            "tanggal waktu",
            "waktu transaksi",
            "date",
            "transaction date",
            "trx date",
            "post date",
            "postdate",
            "posting date",
            "date time",
        ],
    ),
    (
        Says::Text,
        &[
            "keterangan",
            "keterangan transaksi",
            "uraian",
            "uraian transaksi",
            "rincian",
            "rincian transaksi",
            "deskripsi",
            "deskripsi transaksi",
            "desk tran",
            "berita",
            "catatan",
            "detail",
            "detail transaksi",
            "transaksi",
            "description",
            "remark",
            "remarks",
            "additionaldesc",
            "additional desc",
            "details",
            "transaction details",
            "reference no",
            "no referensi",
            "referensi",
            "nomor referensi",
        ],
    ),
    (
        Says::Amount,
        &[
            "jumlah",
            "mutasi",
            "nominal",
            "nilai",
            "jumlah transaksi",
            "nilai transaksi",
            "amount",
            "transaction amount",
        ],
    ),
    (
        Says::Side,
        &["db cr", "cr db", "dbcr", "d k", "k d", "dk", "d c", "tipe", "jenis", "jenis transaksi", "type", "type trx"],
    ),
    (
        Says::Debit,
        &[
            "debit",
            "debet",
            "mutasi debet",
            "mutasi debit",
            "debit amount",
            "keluar",
            "uang keluar",
            "dana keluar",
            "pengeluaran",
            "penarikan",
            "withdrawal",
        ],
    ),
    (
        Says::Credit,
        &[
            "kredit",
            "credit",
            "mutasi kredit",
            "credit amount",
            "masuk",
            "uang masuk",
            "dana masuk",
            "pemasukan",
            "setoran",
            "deposit",
        ],
    ),
    (
        Says::Balance,
        &[
            "saldo",
            "saldo akhir",
            "saldo akhir mutasi",
            "balance",
            "close balance",
            "closing balance",
            "running balance",
        ],
    ),
    (Says::Account, &["account no", "accountno", "no rekening", "nomor rekening", "norek", "no rek"]),
    (Says::Currency, &["ccy", "currency", "mata uang"]),
    (Says::Branch, &["cabang", "cbg", "kode cabang", "branch"]),
    (Says::Code, &["transaction code", "kode transaksi"]),
];
/// Of a header, what is no part of its name.
const ASIDE: &[&str] = &["idr", "rp"];

/// The columns of a statement by what they say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Columns {
    pub(super) date: usize,
    pub(super) text: Vec<usize>,
    pub(super) amount: Option<usize>,
    pub(super) side: Option<usize>,
    pub(super) debit: Option<usize>,
    pub(super) credit: Option<usize>,
    pub(super) balance: Option<usize>,
    pub(super) account: Option<usize>,
    pub(super) currency: Option<usize>,
    pub(super) branch: Option<usize>,
    pub(super) code: Option<usize>,
    pub(super) width: usize,
}

impl Columns {
    /// Nothing when the row is no header of a statement.
    pub(super) fn of(row: &Row) -> Option<Self> {
        let said: Vec<_> = row.cells.iter().map(|cell| says(cell)).collect();
        let find = |wanted| said.iter().position(|says| *says == Some(wanted));
        let all = |wanted| (0..said.len()).filter(|at| said[*at] == Some(wanted)).collect::<Vec<_>>();
        let amount = find(Says::Amount);
        let side = find(Says::Side).or_else(|| amount.map(|at| at + 1).filter(|at| unnamed(row, *at)));
        let named = row.cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |at| at + 1);
        let columns = Self {
            date: find(Says::Date)?,
            text: all(Says::Text),
            amount,
            side,
            debit: find(Says::Debit),
            credit: find(Says::Credit),
            balance: find(Says::Balance),
            account: find(Says::Account),
            currency: find(Says::Currency),
            branch: find(Says::Branch),
            code: find(Says::Code),
            width: named.max(side.map_or(0, |at| at + 1)),
        };
        let counts = columns.amount.or(columns.credit).or(columns.debit);
        (counts.is_some() && !columns.text.is_empty()).then_some(columns)
    }

    /// How much of a statement this header speaks of.
    pub(super) fn weight(&self) -> usize {
        let single =
            [self.amount, self.side, self.debit, self.credit, self.balance, self.account, self.branch, self.code];
        self.text.len() + single.into_iter().flatten().count()
    }

    /// The columns that hold numbers.
    pub(super) fn amounts(&self) -> impl Iterator<Item = usize> {
        [self.amount, self.debit, self.credit].into_iter().flatten()
    }
}

/// There is such a column, and it has no name.
fn unnamed(row: &Row, at: usize) -> bool {
    at < row.cells.len() && row.cell(at).is_empty()
}

fn says(cell: &str) -> Option<Says> {
    let name = name(cell);
    WORDS.iter().find(|(_, words)| words.contains(&name.as_str())).map(|(says, _)| *says)
}

/// `Tgl. Transaksi`, `TGL_TRANSAKSI` and `Jumlah (IDR)` without their dressing.
fn name(cell: &str) -> String {
    let lower = cell.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !ASIDE.contains(word));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::Columns;
    use crate::grid::rows;

    fn columns(header: &str, delimiter: char) -> Option<Columns> {
        Columns::of(&rows(header, delimiter).next().unwrap())
    }

    #[test]
    fn every_bank_names_its_columns_in_its_own_words() {
        let personal = columns("Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo", ',').unwrap();
        assert_eq!((personal.amount, personal.side, personal.balance), (Some(3), Some(4), Some(5)));
        let business = columns("\"Tanggal Transaksi\",\"Keterangan\",\"Cabang\",\"Jumlah\",\"Saldo\"", ',').unwrap();
        assert_eq!((business.amount, business.side, business.balance), (Some(3), None, Some(4)));
        let mandiri = "Account No,Date,Val. Date,Transaction Code,Description,Description,Reference No.,Debit,Credit";
        let mandiri = columns(mandiri, ',').unwrap();
        assert_eq!((mandiri.date, mandiri.text, mandiri.debit, mandiri.credit), (1, vec![4, 5, 6], Some(7), Some(8)));
        let bri = columns("TGL_TRAN;DESK_TRAN;MUTASI_DEBET;MUTASI_KREDIT;SALDO_AKHIR_MUTASI", ';').unwrap();
        assert_eq!((bri.debit, bri.credit, bri.balance), (Some(2), Some(3), Some(4)));
        assert!(columns("Tgl.\tUraian\tJumlah (Rp)\tD/K", '\t').is_some());
    }

    #[test]
    fn what_names_no_date_or_no_money_is_no_header() {
        for text in [
            "Nama,Alamat,No HP",
            "Tanggal,Keterangan",
            "Keterangan,Jumlah",
            "Tanggal,Jumlah",
            "No. rekening,:,0111222333",
        ] {
            assert_eq!(columns(text, ','), None, "{text}");
        }
    }
}
