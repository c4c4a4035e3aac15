//! How cells look, by what they hold.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::sheet::Kind;

const MONEY: &str = "#,##0";
/// The time with a point, as it is written in Indonesia, whatever Excel would make of it.
const MOMENT: &str = "dd/mm/yyyy hh\".\"mm";
const PAPER: Color = Color::RGB(0x00E3_EDE8);

/// Every format of a book, made once: a book keeps each only once, too.
#[derive(Debug)]
pub(super) struct Looks {
    pub(super) title: Format,
    pub(super) line: Format,
    heading: Format,
    heading_right: Format,
    text: Format,
    count: Format,
    money: Format,
    moment: Format,
    sum: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let cell = Format::new().set_align(FormatAlign::Top);
        let heading = Format::new()
            .set_bold()
            .set_background_color(PAPER)
            .set_border_bottom(FormatBorder::Thin)
            .set_align(FormatAlign::VerticalCenter)
            .set_text_wrap();
        Self {
            title: Format::new().set_bold().set_font_size(14),
            line: Format::new(),
            heading_right: heading.clone().set_align(FormatAlign::Right),
            heading: heading.set_indent(1),
            text: cell.clone().set_text_wrap().set_indent(1),
            count: cell.clone().set_num_format("0"),
            money: cell.clone().set_num_format(MONEY),
            moment: cell.set_num_format(MOMENT).set_align(FormatAlign::Left).set_indent(1),
            sum: Format::new().set_bold().set_num_format(MONEY).set_border_top(FormatBorder::Thin),
        }
    }

    /// A heading stands where the cells under it do.
    pub(super) fn heading(&self, kind: Kind) -> &Format {
        match kind {
            Kind::Count | Kind::Money => &self.heading_right,
            Kind::Text | Kind::Long | Kind::Moment => &self.heading,
        }
    }

    pub(super) fn cell(&self, kind: Kind) -> &Format {
        match kind {
            Kind::Text | Kind::Long => &self.text,
            Kind::Count => &self.count,
            Kind::Money => &self.money,
            Kind::Moment => &self.moment,
        }
    }

    pub(super) fn sum(&self) -> &Format {
        &self.sum
    }
}

/// In characters of the standard font.
pub(super) const fn width(kind: Kind) -> u8 {
    match kind {
        Kind::Count => 5,
        Kind::Money => 13,
        Kind::Text | Kind::Moment => 18,
        Kind::Long => 44,
    }
}
