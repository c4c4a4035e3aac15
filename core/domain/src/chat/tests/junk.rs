//! Whatever is pasted, reading ends, and the highlighted pieces are the message again.

use proptest::prelude::*;

use super::messages::{CHAT, CLAIM, CUSTOM, DROPSHIP, FORM};
use super::shop::understand;
use crate::chat::{Reading, Segment};

/// Words that mean something to the parser, and some that break parsers.
const WORDS: &[&str] = &[
    "nama",
    ":",
    "=",
    "alamat",
    "jl",
    "jalan",
    "no",
    "42",
    "39",
    "(",
    ")",
    ",",
    ".",
    "/",
    "-",
    "+",
    "\n",
    "\r\n",
    "1.",
    "*",
    "kec",
    "kab",
    "kota",
    "depok",
    "sleman",
    "bandung",
    "baru",
    "diy",
    "16415",
    "55283",
    "0812",
    "3456",
    "7890",
    "+62",
    "8",
    "wa",
    "a/n",
    "an",
    "rimba",
    "trekker",
    "x",
    "carrier",
    "hitam",
    "abu",
    "abu-abu",
    "sama",
    "yg",
    "satu",
    "dua",
    "belas",
    "psg",
    "lusin",
    "jne",
    "jnt",
    "j&t",
    "reg",
    "pos",
    "pake",
    "via",
    "pengirim",
    "penerima",
    "pesanan",
    "ukuran",
    "rb",
    "325.417",
    "rp",
    "transfer",
    "sdh",
    "custom",
    "sol",
    "tali",
    "kiri",
    "kanan",
    "jam",
    "tgl",
    "besok",
    "desember",
    "tadi",
    "bca",
    "mandiri",
    "b3-0142",
    "batal",
    "ganti",
    "tukar",
    "berapa",
    "jangan",
    "tanpa",
    "nota",
    "semua",
    "masing2",
    "setengah",
    "puluh",
    "ribu",
    "1,2jt",
    "@",
    "➕",
    "1️⃣",
    "📍",
    "👤",
    "[14.05, 20/11/2025] Rina:",
    "dropship",
    "kirim ke",
    "saya Rina",
    "dekat",
    "patokan",
    "kode",
    "indonesia",
    "🙏",
    "é",
    "İ",
    "\u{200d}",
    "\u{0}",
    "９",
    "ß",
    "'",
];

fn rejoined(segments: &[Segment<'_>]) -> String {
    segments.iter().map(|segment| segment.text).collect()
}

fn spans(reading: &Reading) -> Vec<std::ops::Range<usize>> {
    let mut spans: Vec<_> = reading.orders().flat_map(Reading::told).flat_map(|told| told.spans.to_vec()).collect();
    spans.sort_by_key(|span| (span.start, span.end));
    // Said once for both feet, or for all orders.
    spans.dedup();
    spans
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let reading = understand(text);
    let segments = reading.segments(text);
    prop_assert_eq!(rejoined(&segments), text);
    prop_assert!(segments.iter().all(|segment| !segment.text.is_empty()));
    let spans = spans(&reading);
    prop_assert!(spans.iter().all(|span| span.start < span.end && text.get(span.clone()).is_some()));
    prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "two fields claim the same words");
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_read_without_harm(text in "\\PC{0,200}") {
        check(&text)?;
    }

    #[test]
    fn any_jumble_of_meaningful_words_is_read_without_harm(words in prop::collection::vec(prop::sample::select(WORDS), 0..80), glue in "[ ]{0,1}") {
        check(&words.join(&glue))?;
    }

    #[test]
    fn a_real_message_cut_or_scrambled_is_read_without_harm(
        message in prop::sample::select(vec![FORM, CHAT, DROPSHIP, CUSTOM, CLAIM]),
        from in 0_usize..300,
        length in 0_usize..300,
        between in "\\PC{0,5}",
    ) {
        let cut: String = message.chars().skip(from).take(length).collect();
        check(&format!("{cut}{between}{message}"))?;
    }

    #[test]
    fn the_same_message_is_always_understood_alike(words in prop::collection::vec(prop::sample::select(WORDS), 0..40)) {
        let text = words.join(" ");
        prop_assert_eq!(understand(&text), understand(&text));
    }
}

#[test]
fn floods_are_read_to_the_limit_and_kept_whole() {
    for flood in [
        "🔥",
        "jl a ",
        "jl ",
        "1 ",
        "bogor,",
        "nama: ",
        "a/n ",
        "0812 ",
        "rimba 40 ",
        "kec ",
        "( ",
        "\n",
        "16415 ",
        "di ",
        "x",
        "puluh ",
        "tiga puluh ",
        "jangan ada ",
        "tgl 1/",
        "jam 1 ",
        "alamat ganti ",
        "transfer sudah ",
        "1. a jl b 1 0812345678\n",
        "[14.05, 20/11/2025] Rina: a\n",
        "kiri kanan ",
        "sol hitam ",
        "an a ",
        "b3-0142 ",
    ] {
        let text = flood.repeat(100_000 / flood.len());
        let reading = understand(&text);
        assert_eq!(rejoined(&reading.segments(&text)), text, "{flood}");
    }
}
