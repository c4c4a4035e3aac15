//! The words of a sheet for whoever has no app to choose a language in.

use super::recap::{RecapColumns, RecapOutcomes, RecapWords};

impl RecapWords {
    pub fn indonesian() -> Self {
        Self {
            name: "Rekap".into(),
            summary: "Ringkasan".into(),
            columns: columns(),
            outcomes: outcomes(),
            cash: "Tunai".into(),
            late: "terlambat".into(),
            erased: "pesanan dihapus".into(),
            again: "Sudah dihitung di rekap lain".into(),
            sum: "Jumlah".into(),
            count: "Klaim".into(),
        }
    }
}

fn columns() -> RecapColumns {
    RecapColumns {
        place: "No.".into(),
        number: "Nomor".into(),
        claimed_at: "Waktu klaim".into(),
        buyer_name: "Pembeli".into(),
        contents: "Pesanan".into(),
        courier: "Ekspedisi".into(),
        total: "Total".into(),
        amount: "Diklaim".into(),
        bank: "Bank".into(),
        payer: "Atas nama".into(),
        paid_at: "Waktu bayar".into(),
        outcome: "Hasil".into(),
        received: "Diterima".into(),
        refunded: "Dikembalikan".into(),
        found: "Mutasi".into(),
        remark: "Keterangan".into(),
    }
}

fn outcomes() -> RecapOutcomes {
    RecapOutcomes {
        waiting: "Belum diperiksa".into(),
        paid: "Lunas".into(),
        short: "Kurang".into(),
        over: "Lebih".into(),
        rejected: "Ditolak".into(),
    }
}
