//! Orders without a form: bare lines, one long sentence, emoji.

use super::shop::expect;

#[test]
fn lines_without_a_single_label() {
    expect(
        "Rina Marlina\n0812 3456 7890\nJl. Cihampelas No 100, Cipaganti, Coblong, Bandung 40131\nTrekker X army 40\nJNE",
        &[
            "order",
            "name: Rina Marlina",
            "phone: 0812-3456-7890",
            "address: Jl. Cihampelas No 100, Cipaganti, Kec. Coblong, Kota Bandung, Jawa Barat 40131",
            "line: Trekker X Army 40 x1",
            "courier: JNE",
        ],
    );
}

#[test]
fn one_long_sentence_with_emoji() {
    expect(
        "Kak saya mau pesan trekker 39 hitam 1, rimba coklat 41 2 ya. Kirim ke jl diponegoro 12 rt 1/2 kel citarum \
         kec bandung wetan bdg 40115 an Ujang hp 081234567890 via sicepat reg 🙏🙏",
        &[
            "order",
            "name: Ujang",
            "phone: 0812-3456-7890",
            "address: jl diponegoro 12 rt 1/2, Citarum, Kec. Bandung Wetan, Kota Bandung, Jawa Barat 40115",
            "line: Trekker X Hitam 39 x1",
            "line: Rimba Coklat 41 x2",
            "courier: SiCepat REG",
        ],
    );
}

#[test]
fn one_product_in_many_sizes() {
    expect(
        "PO trekker x:\nhitam 39 = 2\nhitam 40 = 3\nnavy 41 = 1 lusin\na/n Toko Maju, Jl Asia Afrika 10 Jakpus 10270",
        &[
            "order",
            "name: Toko Maju",
            "address: Jl Asia Afrika 10, Kota Jakarta Pusat, DKI Jakarta 10270",
            "line: Trekker X Hitam 39 x2",
            "line: Trekker X Hitam 40 x3",
            "line: Trekker X Navy 41 x12",
            "missing: phone, address, courier",
        ],
    );
}

#[test]
fn counts_before_the_product_belong_to_it() {
    expect(
        "trekker x hitam 39, 2 rimba coklat 42\n3 psg carrier lite merah 37",
        &[
            "order",
            "line: Trekker X Hitam 39 x1",
            "line: Rimba Coklat 42 x2",
            "line: Carrier Lite Merah 37 x3",
            "missing: buyer_name, phone, address, courier",
        ],
    );
}

#[test]
fn a_street_named_like_a_product_is_a_street() {
    expect(
        "rina\njl rimba no 42 kel cipaganti kec coblong bandung 40131\n081211112222\nrimba hitam 42 = 1",
        &[
            "order",
            "name: Rina",
            "phone: 0812-1111-2222",
            "address: jl rimba no 42, Cipaganti, Kec. Coblong, Kota Bandung, Jawa Barat 40131",
            "line: Rimba Hitam 42 x1",
            "missing: courier",
        ],
    );
}

#[test]
fn a_landline_and_a_title_without_a_label() {
    expect(
        "min, pesen carier pro navy uk 41 1 sama army 43 1, ke Bu Eni, Jl Gatot Subroto 88, Denpasar 80118, \
         telp 0361-223344, jne oke",
        &[
            "order",
            "name: Bu Eni",
            "phone: 0361-223344",
            "address: Jl Gatot Subroto 88, Kota Denpasar, Bali 80118",
            "line: Carrier Pro Navy 41 x1",
            "line: Carrier Pro Army 43 x1",
            "courier: JNE OKE",
            "missing: address",
        ],
    );
}

#[test]
fn a_parcel_in_care_of_an_office_goes_with_pos() {
    expect(
        "Kpd Yth Ibu Ratna d/a Kantor Pos, Jl. Banda No 30, Citarum, Bandung Wetan, Kota Bandung 40115. \
         HP 0813-2020-3030. Pesan Rimba Hitam 39 (2), pakai pos kilat",
        &[
            "order",
            "name: Ibu Ratna",
            "phone: 0813-2020-3030",
            "address: Jl. Banda No 30, Citarum, Kec. Bandung Wetan, Kota Bandung, Jawa Barat 40115",
            "line: Rimba Hitam 39 x2",
            "courier: Pos Indonesia KILAT",
        ],
    );
}

#[test]
fn a_claim_names_its_payer_and_maybe_its_buyer() {
    let budi = ["claim", "amount: Rp325.417", "bank: BCA", "payer: Budi"];
    expect("Sudah transfer ya kak 325.417 dari BCA an Budi", &budi);
    let joko = ["claim", "name: Rina", "amount: Rp425.417", "bank: BCA", "payer: Joko"];
    expect("sdh tf 425.417 BCA a.n Joko. Nama: Rina", &joko);
    expect(
        "Kak bisa transfer kemana? udah fix order rimba 40 hitam 1",
        &["order", "line: Rimba Hitam 40 x1", "missing: buyer_name, phone, address, courier"],
    );
}

#[test]
fn a_courier_the_buyer_does_not_want_is_not_chosen() {
    expect(
        "rimba hitam 40 1, jangan pake jnt ya",
        &[
            "order",
            "line: Rimba Hitam 40 x1",
            "note: jangan pake jnt ya",
            "missing: buyer_name, phone, address, courier",
        ],
    );
}
