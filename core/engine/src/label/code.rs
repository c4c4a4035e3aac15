//! The codes on a label, drawn by the core: a QR and a Code 128, each as the path of one SVG shape.

use std::fmt::Write;

use barcoders::sym::code128::Code128;
use qrcode::{Color, EcLevel, QrCode};

use crate::view::label::CodeView;

/// Light around a code without which a scanner does not find it, in modules, as its standard asks.
const QUIET_AROUND_QR: u32 = 4;
const QUIET_BESIDE_BARS: u32 = 10;
/// In front of a text for [`Code128`]: read it with its table B, which has capitals, digits and dashes.
const TABLE_B: char = '\u{0181}';
/// Longer than any number of ours; more bars would be too thin on a sticker.
const LONGEST: usize = 32;

/// A quarter of it may be scuffed. Nothing when the text is longer than a label has room for.
pub(crate) fn qr(text: &str) -> Option<CodeView> {
    let code = short(text).and_then(|text| QrCode::with_error_correction_level(text, EcLevel::Q).ok())?;
    let dark: Vec<_> = code.to_colors().into_iter().map(|colour| colour == Color::Dark).collect();
    Some(draw(&dark, code.width(), (QUIET_AROUND_QR, QUIET_AROUND_QR)))
}

/// Bars one module high, to be stretched. Nothing when a bar code cannot say the text.
pub(crate) fn bars(text: &str) -> Option<CodeView> {
    let code = short(text).and_then(|text| Code128::new(format!("{TABLE_B}{text}")).ok())?;
    let dark: Vec<_> = code.encode().into_iter().map(|module| module == 1).collect();
    Some(draw(&dark, dark.len(), (QUIET_BESIDE_BARS, 0)))
}

fn short(text: &str) -> Option<&str> {
    let plain = text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
    (plain && (1..=LONGEST).contains(&text.len())).then_some(text)
}

/// One rectangle for each run of dark modules in a row.
fn draw(dark: &[bool], across: usize, (beside, above): (u32, u32)) -> CodeView {
    let mut path = String::new();
    for (y, row) in (above..).zip(dark.chunks(across)) {
        let mut x = beside;
        for run in row.chunk_by(|one, next| one == next) {
            let wide = size(run.len());
            if run.first() == Some(&true) {
                // Writing to a text never fails.
                let _ = write!(path, "M{x} {y}h{wide}v1h-{wide}z");
            }
            x += wide;
        }
    }
    let high = dark.len().checked_div(across).unwrap_or_default();
    CodeView { width: size(across) + 2 * beside, height: size(high) + 2 * above, path }
}

fn size(modules: usize) -> u32 {
    u32::try_from(modules).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use rxing::BarcodeFormat;
    use rxing::helpers::detect_in_luma;

    use super::*;

    /// The shapes as a printer of 203 dots an inch lays them down: a module is three dots.
    fn print(code: &CodeView, high: u32) -> (Vec<u8>, u32, u32) {
        const DOTS: u32 = 3;
        let (width, height) = (code.width * DOTS, code.height * high);
        let mut paper = vec![255; (width * height) as usize];
        for shape in code.path.split_terminator('z') {
            let numbers: Vec<u32> = shape.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
            let [x, y, wide, 1, back] = numbers[..] else { panic!("no rectangle: {shape}") };
            assert_eq!(wide, back, "{shape} is closed");
            for dot_y in y * high..(y + 1) * high {
                let start = (dot_y * width + x * DOTS) as usize;
                paper[start..start + (wide * DOTS) as usize].fill(0);
            }
        }
        (paper, width, height)
    }

    fn scan(code: &CodeView, high: u32, format: BarcodeFormat) -> Option<String> {
        let (paper, width, height) = print(code, high);
        detect_in_luma(paper, width, height, Some(format)).ok().map(|read| read.getText().to_owned())
    }

    const NUMBERS: [&str; 6] =
        ["B3-0142", "A1-0001", "ZZZ999-123456", "C12-9999", "B-100000", "TPS:CARRIERPRO-COKLATTUA-41"];

    #[test]
    fn the_bars_of_a_number_are_read_back_from_the_printed_dots() {
        for number in NUMBERS {
            let code = bars(number).unwrap();
            assert_eq!(scan(&code, 60, BarcodeFormat::CODE_128).as_deref(), Some(number));
        }
    }

    #[test]
    fn the_qr_of_a_number_is_read_back_from_the_printed_dots() {
        for number in NUMBERS {
            let text = if number.starts_with('T') { number.to_owned() } else { format!("TPK:{number}") };
            assert_eq!(scan(&qr(&text).unwrap(), 3, BarcodeFormat::QR_CODE), Some(text));
        }
    }

    #[test]
    fn a_scuffed_qr_is_still_read() {
        let mut code = qr("TPK:B3-0142").unwrap();
        let shapes: Vec<_> = code.path.split_inclusive('z').collect();
        let middle = shapes.len() / 2;
        code.path = [&shapes[..middle], &shapes[middle + 4..]].concat().concat();
        assert_eq!(scan(&code, 3, BarcodeFormat::QR_CODE).as_deref(), Some("TPK:B3-0142"));
    }

    #[test]
    fn what_no_bar_code_can_say_is_left_out_rather_than_drawn_wrong() {
        let long = "B3-".to_owned() + &"0".repeat(40);
        for text in ["", "Ünique", long.as_str(), "\u{0106}1234", "a\nb"] {
            assert_eq!((bars(text), qr(text)), (None, None), "{text:?}");
        }
    }
}
