//! The small words of a chat: fillers, introducers, and everything that ends a name or an address.

use super::spelling::is_shortened;

/// A list of words in one string, parted by single spaces: shorter to read than an array of a hundred.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words(pub(super) &'static str);

impl Words {
    pub(super) fn has(self, word: &str) -> bool {
        self.0.split(' ').any(|listed| listed == word)
    }
}

/// Words that carry nothing.
const FILLERS: Words = Words(
    "kak kaka kakak ka min mimin gan agan sis sist bos boss om mas mba mbak ya yaa yah iya ok oke dong donk deh \
    nih ni ini itu sih pls please plis lah kok yg yang nya mau mo pengen ingin order orderan pesen pesan pesanan \
    beli ambil minta saya sy aku ak gw gue jg juga aja saja sandal sendal sepatu model tipe type produk barang \
    warna warnanya wrn lagi lg satunya td tadi utk untuk buat di ke dgn dengan halo hai hallo hi siang pagi sore \
    malam selamat assalamualaikum permisi makasih mksh thx thanks terima terimakasih kasih tq tks totalin total \
    sekalian format form dropship item artikel series seri isi data fix ready readi stok stock bang bu pak",
);

/// Words at which a name or an address written without labels has ended.
const STOPS: Words = Words(
    "wa hp telp tlp telpon telepon nope nohp pake pakai pke via kirim kirimnya lewat order pesan pesen pesanan \
    mau makasih mksh terima thanks thx ya yaa yah kak kaka kakak min gan sis bos dong pls total totalin totalan \
    tolong tlg blm belum blom nomornya nomer hpnya nmrnya kodepos dikirimnya nanti ntar trus terus transfer tf trf ongkir ongkirnya berapa brp an atas penerima pengirim nama \
    catatan note nb jgn jangan warna ukuran size ekspedisi eksp kurir alamat alamatnya untuk utk bisa gimana \
    makasi sekalian dikirim ditunggu sdh sudah udah udh saya sy halo format dropship konfirmasi",
);

pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.has(word)
}

pub(super) fn is_stop(word: &str) -> bool {
    STOPS.has(word)
}

/// Words before a courier that is really meant.
pub(super) const COURIER_INTRODUCERS: Words =
    Words("via pake pakai pke pk ekspedisi expedisi eksp kurir kirim lewat by pengiriman kirimnya dikirim ongkir");

/// Words before something the buyer does not want.
pub(super) const NEGATORS: Words = Words("jgn jangan bukan bkn gak ga nggak tdk tidak selain");

/// Words before a phone number that call it one.
pub(super) const PHONE_LABELS: Words = Words("wa hp telp tlp tlpn telpon telepon nope whatsapp phone hub nohp nowa cp");

/// Words that begin a part of a street.
pub(super) const STREET_MARKERS: Words = Words(
    "jl jln jalan gg gang perum perumahan perumnas komp komplek kompleks komplex gd gedung apartemen apartment \
    apt ruko blok kp kampung kmp dusun dsn dukuh dkh pedukuhan padukuhan lingk lingkungan jorong griya kost kos cluster wisma rt rw",
);

/// Words that begin the way to the door.
pub(super) const LANDMARKS: Words =
    Words("patokan ptkn dekat dkt deket depan dpn samping sebelah sblh sebrang seberang sbrg belakang blkg ancer");

/// The count a word with its unit stands for.
pub(super) fn count_word(word: &str) -> Option<u32> {
    match word {
        "sepasang" | "sebuah" | "sepsg" => Some(1),
        "selusin" => Some(12),
        "sekodi" => Some(20),
        _ => None,
    }
}

/// How many pairs a counting word after a number stands for.
pub(super) fn count_unit(word: &str) -> Option<u32> {
    match word {
        "pcs" | "pc" | "psg" | "pasang" | "psng" | "pair" | "pairs" | "buah" | "bh" | "biji" | "ps" => Some(1),
        "lusin" | "lsn" => Some(12),
        "kodi" => Some(20),
        _ => None,
    }
}

/// Colours that are still one when their vowels are left out: `htm`, `cklt`, `mrah`.
const LONG_COLOURS: Words = Words("hitam putih coklat merah hijau kuning oranye maroon");

/// A colour in the word the catalogue most likely uses for it.
pub(super) fn colour(word: &str) -> Option<&'static str> {
    listed_colour(word).or_else(|| LONG_COLOURS.0.split(' ').find(|colour| is_shortened(word, colour)))
}

fn listed_colour(word: &str) -> Option<&'static str> {
    Some(match word {
        "hitam" | "item" | "itam" | "hitem" | "black" | "blk" => "hitam",
        "putih" | "white" => "putih",
        "coklat" | "cokelat" | "cokl" | "brown" | "choco" => "coklat",
        "navy" | "nevi" | "nevy" | "nvy" => "navy",
        "army" | "armi" => "army",
        "abu" | "abuabu" | "grey" | "gray" => "abu-abu",
        "merah" | "red" => "merah",
        "biru" | "blue" => "biru",
        "hijau" | "ijo" | "hijo" | "green" => "hijau",
        "kuning" | "yellow" => "kuning",
        "oranye" | "orange" | "oren" | "orens" => "oranye",
        "ungu" | "purple" => "ungu",
        "pink" => "pink",
        "krem" | "cream" => "krem",
        "maroon" | "marun" => "maroon",
        "tan" => "tan",
        "tosca" | "toska" => "tosca",
        "mocca" | "moka" | "mocha" => "mocca",
        "khaki" => "khaki",
        "olive" => "olive",
        _ => return None,
    })
}
