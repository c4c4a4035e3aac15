//! What is written to the buyer: templates filled in, and the link that opens them in WhatsApp.

use std::fmt::Write as _;

use chrono::{DateTime, Datelike, FixedOffset, Timelike, Weekday};

use super::course::Totalan;
use super::read::Order;
use crate::shop::Settings;
use crate::values::{Phone, Rupiah};

/// The shop's clock: West Indonesian Time, all year.
const WIB_SECONDS: i32 = 7 * 60 * 60;

/// The totalan as it is sent. `weight_grams` is 0 when nobody knows it.
pub fn totalan(order: &Order, totalan: &Totalan, settings: &Settings, weight_grams: u32) -> String {
    let courier = order.courier.as_ref();
    let discount = if totalan.discount > 0 { format!("-{}", rupiah(totalan.discount)) } else { String::new() };
    let code = if totalan.unique_code > 0 { totalan.unique_code.to_string() } else { "-".to_owned() };
    let service = courier.map(|courier| courier.service.clone()).unwrap_or_default();
    let filled = [
        ("{no}", order.number.clone()),
        ("{nama}", order.buyer_name.clone()),
        ("{baris}", lines(order)),
        ("{diskon}", discount),
        ("{kurir}", courier.map(|courier| courier.courier.name().to_owned()).unwrap_or_default()),
        ("{layanan}", service),
        ("{berat}", kilograms(weight_grams)),
        ("{ongkir}", rupiah(totalan.shipping_fee)),
        ("{total}", rupiah(totalan.nominal())),
        ("{kode}", code),
        ("{bank}", totalan.bank.clone()),
        ("{rekening}", totalan.account.clone()),
        ("{pemilik}", totalan.holder.clone()),
        ("{batas}", when(totalan.deadline)),
        ("{alamat}", order.address.one_line()),
    ];
    fill(&settings.totalan_template, &filled)
}

/// That it is shipped, with the number to follow it by.
pub fn tracking(order: &Order, tracking_number: &str, courier: &str, settings: &Settings) -> String {
    let known = crate::values::Courier::from_code(courier);
    let link = settings.tracking_link(courier).replace("{resi}", &percent(tracking_number));
    let filled = [
        ("{no}", order.number.clone()),
        ("{nama}", order.buyer_name.clone()),
        ("{kurir}", known.map(|courier| courier.name().to_owned()).unwrap_or_default()),
        ("{resi}", tracking_number.to_owned()),
        ("{tautan}", link),
    ];
    fill(&settings.tracking_template, &filled)
}

/// Opens WhatsApp with the text filled in; a person still presses send.
pub fn whatsapp(phone: &Phone, text: &str) -> String {
    format!("https://wa.me/{}?text={}", phone.as_str().trim_start_matches('+'), percent(text))
}

/// Line by line. A line goes whose placeholders all came to nothing, and so does what is in brackets.
fn fill(template: &str, filled: &[(&str, String)]) -> String {
    let lines = template.lines().filter_map(|line| fill_line(line, filled));
    lines.collect::<Vec<_>>().join("\n")
}

fn fill_line(line: &str, filled: &[(&str, String)]) -> Option<String> {
    let within = |text: &str| filled.iter().filter(|(name, _)| text.contains(name)).collect::<Vec<_>>();
    let named = within(line);
    if !named.is_empty() && named.iter().all(|(_, value)| value.is_empty()) {
        return None;
    }
    let mut line = line.to_owned();
    if let Some((start, end)) = line.find('(').and_then(|start| Some((start, start + line[start..].find(')')?))) {
        let named = within(&line[start..end]);
        if !named.is_empty() && named.iter().all(|(_, value)| value.is_empty()) {
            line.replace_range(start..=end, "");
        }
    }
    Some(substituted(&line, filled))
}

/// In one pass: what a buyer is called may look like a placeholder.
fn substituted(line: &str, filled: &[(&str, String)]) -> String {
    let (mut text, mut rest) = (String::new(), line);
    while let Some(at) = rest.find('{') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let known = filled.iter().find(|(name, _)| rest.starts_with(name));
        let (said, length) = known.map_or(("{", 1), |(name, value)| (value.as_str(), name.len()));
        text.push_str(said);
        rest = &rest[length..];
    }
    text.push_str(rest);
    let spaced = text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    spaced.replace(" :", ":")
}

fn lines(order: &Order) -> String {
    let said = order.lines.values().map(|line| format!("{} = {}", line.one_line(), rupiah(line.amount())));
    said.collect::<Vec<_>>().join("\n")
}

fn rupiah(amount: i64) -> String {
    Rupiah::new(amount).map(|amount| amount.to_string()).unwrap_or_default()
}

/// `1,5`: up to one decimal, as couriers write it.
fn kilograms(grams: u32) -> String {
    match (grams.div_ceil(100) / 10, grams.div_ceil(100) % 10) {
        (0, 0) => String::new(),
        (whole, 0) => whole.to_string(),
        (whole, tenths) => format!("{whole},{tenths}"),
    }
}

/// `Sen 24/11/2025 14.05`.
fn when(millis: u64) -> String {
    let utc = i64::try_from(millis).ok().and_then(DateTime::from_timestamp_millis);
    let Some((utc, wib)) = utc.zip(FixedOffset::east_opt(WIB_SECONDS)) else { return String::new() };
    let at = utc.with_timezone(&wib);
    let day = match at.weekday() {
        Weekday::Mon => "Sen",
        Weekday::Tue => "Sel",
        Weekday::Wed => "Rab",
        Weekday::Thu => "Kam",
        Weekday::Fri => "Jum",
        Weekday::Sat => "Sab",
        Weekday::Sun => "Min",
    };
    format!("{day} {:02}/{:02}/{} {:02}.{:02}", at.day(), at.month(), at.year(), at.hour(), at.minute())
}

/// What a link may hold of a text.
fn percent(text: &str) -> String {
    let mut coded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            coded.push(char::from(byte));
        } else {
            // Writing to a text cannot fail.
            let _ = write!(coded, "%{byte:02X}");
        }
    }
    coded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::{Shop, complete};

    #[test]
    fn r02_the_message_says_what_to_transfer_where_to_and_by_when() {
        let shop = Shop::default();
        let order = shop.totalled(&shop.taken(&complete()));
        let course = shop.course(&order);
        let text = totalan(&order, course.totalan.as_ref().unwrap(), &Shop::settings(), 1_150);
        assert_eq!(
            text,
            "Totalan B3-0142 — Rina Marlina\n\
             Trekker X hitam 39 × 1 = Rp189.000\n\
             Ongkir JNE REG (1,2 kg): Rp18.000\n\
             TOTAL TRANSFER: *Rp207.001* (sudah termasuk kode unik 1, mohon persis)\n\
             BCA 1391234567 a.n. CV XYZ — sebelum Sel 22/09/2026 21.13 WIB\n\
             Alamat: Jl. Kaliurang KM 7 Gg Melati No 12 RT 04/RW 21, Condongcatur, Kec. Depok, Kab. Sleman, \
             DI Yogyakarta 55283. Sudah benar? Balas dengan bukti transfer ya, Kak."
        );
    }

    #[test]
    fn what_nobody_knows_is_left_out_and_a_discount_is_said() {
        let shop = Shop::default();
        let mut draft = complete();
        draft.discount = "10rb".into();
        let order = shop.totalled(&shop.taken(&draft));
        let text = totalan(&order, shop.course(&order).totalan.as_ref().unwrap(), &Shop::settings(), 0);
        assert!(text.contains("Ongkir JNE REG: Rp18.000\n"), "{text}");
        assert!(text.contains("Diskon: -Rp10.000\n") && text.contains("*Rp197.001*"), "{text}");
    }

    #[test]
    fn a_buyer_called_like_a_placeholder_changes_nothing() {
        assert_eq!(fill("{nama} {no} {x}", &[("{nama}", "{no}".into()), ("{no}", "B3".into())]), "{no} B3 {x}");
    }

    #[test]
    fn the_buyer_gets_a_link_to_follow_the_parcel_by() {
        let shop = Shop::default();
        let order = shop.taken(&complete());
        let text = tracking(&order, "JX3300112233", "jne", &Shop::settings());
        assert_eq!(
            text,
            "Pesanan B3-0142 sudah dikirim via JNE. Resi: JX3300112233. \
             Lacak: https://cekresi.com/?noresi=JX3300112233"
        );
        let link = whatsapp(order.buyer_phone.as_ref().unwrap(), "Sudah dikirim ya, Kak.\n*Terima kasih*");
        assert_eq!(link, "https://wa.me/6281234567890?text=Sudah%20dikirim%20ya%2C%20Kak.%0A%2ATerima%20kasih%2A");
    }
}
