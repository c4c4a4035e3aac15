//! Order forms as people really fill them in: slips, capitals, bullets, parts in any sequence.

use super::shop::expect;

#[test]
fn a_form_in_capitals_with_one_label_for_each_part() {
    expect(
        "NAMA LENGKAP : BUDI SANTOSO\nNO. HP/WA : +62 813-1111-2222\nALAMAT LENGKAP : PERUM GRIYA ASRI BLOK C5 NO 12\n\
         KELURAHAN : MARGADADI\nKECAMATAN : INDRAMAYU\nKAB/KOTA : INDRAMAYU\nPROVINSI : JAWA BARAT\nKODE POS : 45211\n\
         MODEL : TREKKER X\nWARNA : NAVY\nUKURAN : 42\nJUMLAH : 2\nEKSPEDISI : J&T",
        &[
            "order",
            "name: Budi Santoso",
            "phone: 0813-1111-2222",
            "address: PERUM GRIYA ASRI BLOK C5 NO 12, Margadadi, Kec. Indramayu, Kab. Indramayu, Jawa Barat 45211",
            "line: Trekker X Navy 42 x2",
            "courier: J&T Express",
        ],
    );
}

#[test]
fn misspelt_labels_misspelt_products_and_nicknames() {
    expect(
        "Nma : Joni\nAlamst : Jl Sudirman 5, Kec. Kuta Alam, Banda Aceh, Aceh 23121\nNope : 081212121212\n\
         Pesnan : trekkerx htm 39 1\nEkpedisi : lion parcel",
        &[
            "order",
            "name: Joni",
            "phone: 0812-1212-1212",
            "address: Jl Sudirman 5, Kec. Kuta Alam, Kota Banda Aceh, Aceh 23121",
            "line: Trekker X Hitam 39 x1",
            "courier: Lion Parcel",
        ],
    );
}

#[test]
fn a_form_on_one_line_with_the_fields_in_another_sequence() {
    expect(
        "saya mau order sandal gunung rimba size 39 warna hitam jumlah 2, nama: Rudi Hartono, \
         alamat: Jl Pahlawan 3, Kec Lowokwaru, Kota Malang 65141, no hp: 0812 9999 8888, ekspedisi: jnt",
        &[
            "order",
            "name: Rudi Hartono",
            "phone: 0812-9999-8888",
            "address: Jl Pahlawan 3, Kec. Lowokwaru, Kota Malang, Jawa Timur 65141",
            "line: Rimba Hitam 39 x2",
            "courier: J&T Express",
        ],
    );
}

#[test]
fn bold_labels_bullets_and_counts_in_brackets() {
    expect(
        "*Nama* : Dewi Lestari\n*Alamat* : Jl. Raya Bogor KM 30, Kec. Cimanggis, Depok 16451\n*No HP* : 0856 7788 9900\n\
         *Pesanan* :\n- Trekker X Hitam 39 (1)\n- Carrier Pro abu abu 42 (2)\n*Ekspedisi* : AnterAja\n\
         *Catatan* : tolong packing kayu",
        &[
            "order",
            "name: Dewi Lestari",
            "phone: 0856-7788-9900",
            "address: Jl. Raya Bogor KM 30, Kec. Cimanggis, Kota Depok, Jawa Barat 16451",
            "line: Trekker X Hitam 39 x1",
            "line: Carrier Pro Abu-abu 42 x2",
            "courier: AnterAja",
            "note: tolong packing kayu",
        ],
    );
}

#[test]
fn a_numbered_form_without_a_postal_code_still_asks_for_it() {
    expect(
        "1. Nama : Agus\n2. Alamat : Dsn Krajan RT 02 RW 05 Ds Sumberejo Kec Poncokusumo Kab Malang Jatim\n\
         3. No HP : 62 811 2345 678\n4. Pesanan : rinba hitam 43 1\n5. Kirim via : pos",
        &[
            "order",
            "name: Agus",
            "phone: 0811-2345-678",
            "address: Dsn Krajan RT 02 RW 05, Sumberejo, Kec. Poncokusumo, Kab. Malang, Jawa Timur",
            "line: Rimba Hitam 43 x1",
            "courier: Pos Indonesia",
            "missing: address",
        ],
    );
}

#[test]
fn an_address_over_several_lines_with_a_landmark() {
    expect(
        "Penerima: Bp Hadi (085711112222)\nAlamat : Jl Kenanga 8\nRT 01 RW 02\nKel. Gandaria, Kec. Kebayoran Baru\n\
         Jakarta Selatan 12140\npatokan dekat masjid Al Ikhlas\nPesanan: Rimba hitam 39, 40, 41\nEkspedisi: J&T Cargo",
        &[
            "order",
            "name: Bp Hadi",
            "phone: 0857-1111-2222",
            "address: Jl Kenanga 8, RT 01 RW 02, Gandaria, Kec. Kebayoran Baru, Kota Jakarta Selatan, DKI Jakarta 12140, \
             (dekat masjid Al Ikhlas)",
            "line: Rimba Hitam 39 x1",
            "line: Rimba Hitam 40 x1",
            "line: Rimba Hitam 41 x1",
            "courier: J&T Cargo",
        ],
    );
}

#[test]
fn a_sender_and_a_recipient_in_sections() {
    expect(
        "Pengirim\nNama: Alas Adventure\nHP: 0899 0001 122\nPenerima\nNama: Yosi\nHP: 0821 9988 7766\n\
         Alamat: Jl Sam Ratulangi 4 Kel Wenang Kec Wenang Kota Manado 95111\nOrder: Carrier Lite merah 38 1\n\
         Ekspedisi: tiki ons",
        &[
            "dropship",
            "name: Yosi",
            "phone: 0821-9988-7766",
            "address: Jl Sam Ratulangi 4, Wenang, Kec. Wenang, Kota Manado, Sulawesi Utara 95111",
            "line: Carrier Lite Merah 38 x1",
            "courier: TIKI ONS",
            "sender: Alas Adventure",
            "sender: 0899-0001-122",
        ],
    );
}

#[test]
fn equals_signs_for_colons_and_the_count_on_its_own_line() {
    expect(
        "Format Pemesanan\nNama          =  Hendra\nNo. HP        =  08170001111\n\
         Alamat        =  Perumahan Taman Sari Blok A1 No. 3, Desa Sukamanah, Kec. Sukatani, Kab. Bekasi 17630\n\
         Orderan       =  Trekker X size 44 warna army\nJumlah        =  2 pasang",
        &[
            "order",
            "name: Hendra",
            "phone: 0817-0001-111",
            "address: Perumahan Taman Sari Blok A1 No. 3, Sukamanah, Kec. Sukatani, Kab. Bekasi, Jawa Barat 17630",
            "line: Trekker X Army 44 x2",
            "missing: courier",
        ],
    );
}

#[test]
fn bare_labels_without_any_mark() {
    expect(
        "Nama Dian Sastro\nAlamat Jl Melati 3 Kel Cibeunying Kec Cimenyan Kab Bandung 40191\nNo hp 081322223333\n\
         Pesanan trekker x navy 38 1\nEkspedisi jne yes",
        &[
            "order",
            "name: Dian Sastro",
            "phone: 0813-2222-3333",
            "address: Jl Melati 3, Cibeunying, Kec. Cimenyan, Kab. Bandung, Jawa Barat 40191",
            "line: Trekker X Navy 38 x1",
            "courier: JNE YES",
        ],
    );
}
