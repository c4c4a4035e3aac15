//! The labels of an order form, however they are spelt.

use super::spelling::is_misspelt;
use super::words::Words;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Name,
    Recipient,
    /// The dropshipper whose name goes on the parcel: never the buyer.
    Sender,
    /// `Dari :`, which is the sender, and only with its colon.
    From,
    Phone,
    Address,
    /// One part of an address: `Kecamatan : Depok`.
    Region,
    Items,
    /// One part of an order line: `Ukuran : 39`.
    Part,
    Courier,
    Note,
    /// A label of something an order form does not ask.
    Other,
}

/// Spellings without spaces and marks, in lower case.
const LABELS: &[(Label, Words)] = &[
    (
        Label::Name,
        Words("nama nm nma nam name an atasnama namalengkap namapembeli namapemesan namakakak namahp namanohp"),
    ),
    (Label::Recipient, Words("penerima namapenerima kepada kpd")),
    (
        Label::Sender,
        Words("pengirim namapengirim nopengirim nohppengirim hppengirim dropshipper dropship namatoko sender"),
    ),
    (Label::From, Words("dari from")),
    (
        Label::Phone,
        Words(
            "hp nohp nmrhp nomorhp nomerhp telp notelp tlp notlp telepon telpon notelepon notelpon nomortelepon \
            nomortelp nohandphone handphone wa nowa nomorwa whatsapp nowhatsapp hpwa wahp nohpwa nowahp telpwa \
            notelpwa nope nohppenerima notelppenerima nopenerima hppenerima nohpaktif nowaaktif kontak contact \
            phone cp nomor nomer",
        ),
    ),
    (
        Label::Address,
        Words(
            "alamat almt almat alamt alamatlengkap alamatpengiriman alamatpenerima alamatkirim alamattujuan \
            address alamatnya alamatbaru",
        ),
    ),
    (
        Label::Region,
        Words(
            "kecamatan kec kabupaten kab kota kotakab kabkota kabupatenkota kotakabupaten kelurahan kel desa \
            desakel keldesa desakelurahan kelurahandesa provinsi propinsi prov kodepos kdpos patokan rtrw",
        ),
    ),
    (
        Label::Items,
        Words(
            "pesanan pesananan order orderan pesan item items detailpesanan detailorder detailorderan listorder \
            barang beli pembelian pesenan",
        ),
    ),
    (
        Label::Part,
        Words(
            "model produk namaproduk namabarang tipe type artikel warna wrn color colour ukuran size uk sz jumlah \
            jml jmlh qty kuantitas nosandal",
        ),
    ),
    (
        Label::Courier,
        Words(
            "eksp ekspedisi expedisi ekpedisi kurir kirimvia via pengiriman jasakirim jasapengiriman \
            jasaekspedisi kirimpake kirimpakai courier pake eks",
        ),
    ),
    (Label::Note, Words("catatan note notes nb ket keterangan ctt cttn")),
    (
        Label::Other,
        Words(
            "total subtotal totalharga harga ongkir bank pembayaran bayar transfer metodepembayaran rekening \
            norek tanggal tgl email ig instagram username noorder nopesanan alamatlama alamatpengirim formatorder formorder \
            formatpemesanan formatpesanan dataorder sumber rp",
        ),
    ),
];

/// Words whose misspellings are taken for labels as well.
const LONG: Words = Words(
    "alamat pesanan ekspedisi penerima pengirim catatan ukuran jumlah kecamatan kabupaten kelurahan provinsi \
    kodepos orderan kurir warna model",
);

pub(super) fn label_of(spelling: &str) -> Option<Label> {
    LABELS.iter().find(|(_, spellings)| spellings.has(spelling)).map(|(label, _)| *label)
}

pub(super) fn misspelt_label(spelling: &str) -> Option<Label> {
    LONG.0.split(' ').find(|label| is_misspelt(spelling, label)).and_then(label_of)
}

impl Label {
    /// Whether the label itself says what the value is: `Kec`, `Ukuran`.
    pub(super) fn is_content(self) -> bool {
        matches!(self, Self::Region | Self::Part)
    }

    /// Whether words may stand between the label and its colon: `Alamat ganti ya kak ke kantor:`.
    pub(super) fn may_ramble(self) -> bool {
        matches!(self, Self::Address | Self::Items | Self::Note | Self::Courier)
    }

    /// Whether the label is understood at the start of a line without a colon.
    pub(super) fn may_stand_bare(self) -> bool {
        matches!(self, Self::Sender | Self::Note)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_known_in_many_spellings() {
        for (spelling, label) in [
            ("nama", Label::Name),
            ("atasnama", Label::Name),
            ("nohpwa", Label::Phone),
            ("almt", Label::Address),
            ("pesanan", Label::Items),
            ("kirimvia", Label::Courier),
            ("nb", Label::Note),
        ] {
            assert_eq!(label_of(spelling), Some(label), "{spelling}");
        }
        assert_eq!(label_of("kantor"), None);
    }

    #[test]
    fn a_misspelt_label_is_still_a_label() {
        for (spelling, label) in [("alamst", Label::Address), ("ekspdisi", Label::Courier), ("pesnan", Label::Items)] {
            assert_eq!(misspelt_label(spelling), Some(label), "{spelling}");
        }
        assert_eq!(misspelt_label("rumah"), None);
    }
}
