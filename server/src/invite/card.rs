//! A link as a person takes it over: on a line of its own to copy, and as a QR to scan.

use qrcode::render::unicode::Dense1x2;
use qrcode::{EcLevel, QrCode};

use crate::fault::ServerFault;

/// Light modules are drawn, dark ones left out: terminals are dark, and cameras want the code the right way round.
pub(crate) fn card(link: &str) -> Result<String, ServerFault> {
    let code = QrCode::with_error_correction_level(link, EcLevel::L)?;
    let picture = code.render::<Dense1x2>().dark_color(Dense1x2::Light).light_color(Dense1x2::Dark).build();
    Ok(format!("{link}\n{picture}\n"))
}

#[cfg(test)]
mod tests {
    use super::card;

    #[test]
    fn the_link_stands_alone_on_its_line_and_the_qr_fits_a_terminal() {
        let link = format!("http://192.168.100.100:7171/pasang#{}", "A".repeat(51));
        let card = card(&link).unwrap();
        assert_eq!(card.lines().filter(|line| line.starts_with("http")).collect::<Vec<_>>(), [link.as_str()]);
        assert!(card.lines().skip(1).all(|line| line.chars().count() <= 80));
        assert!(card.lines().count() <= 24);
    }
}
