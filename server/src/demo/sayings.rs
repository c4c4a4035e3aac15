//! What people of the demo shop write beside an order.

/// The one most buyers have first.
pub(super) const BANKS: &[&str] = &["BCA", "Mandiri", "BRI", "BNI", "SeaBank", "BSI", "DANA"];
pub(super) const FROM_CS: &[&str] = &[
    "Pembeli minta dikirim hari ini kalau bisa",
    "Titip satpam kalau rumah kosong",
    "Mau dipakai naik gunung akhir pekan, jangan telat",
    "Tanya lagi warnanya, sudah dikonfirmasi",
    "Langganan lama, kasih stiker",
    "Minta bungkus kado",
];
pub(super) const FROM_WAREHOUSE: &[&str] =
    &["Stok nomor ini tinggal satu", "Sol sudah dicek, rapi", "Dus penyok, diganti", "Menunggu kurir, pickup sore"];
pub(super) const REASONS: &[&str] = &[
    "Pembeli batal, salah pilih ukuran",
    "Tidak jadi, ongkir terlalu mahal",
    "Belum transfer sampai batas waktu",
    "Pesanan dobel, sudah ada di nomor lain",
    "Warna yang diminta habis",
];
pub(super) const WISHES: &[&str] = &[
    "Jangan cantumkan harga",
    "Kirim hari Senin saja",
    "Kalau hitam habis, coklat boleh",
    "Hadiah, tolong tulis ucapan selamat ulang tahun",
];
pub(super) const BACK: &[&str] =
    &["Kekecilan, minta naik satu nomor", "Warna tidak sesuai foto", "Jahitan tali lepas", "Salah kirim ukuran"];
