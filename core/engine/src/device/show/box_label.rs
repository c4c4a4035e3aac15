//! Stickers for the boxes of one product: every colour in every size, each with its code.

use tapak_domain::order::item_code;
use tapak_domain::values::Size;
use uuid::Uuid;

use crate::device::Device;
use crate::fault::Fault;
use crate::label::code;
use crate::view::label::{BoxLabel, BoxLabelsView};

impl Device {
    pub(super) fn show_box_labels(&self, product: Uuid) -> Result<BoxLabelsView, Fault> {
        let Some(product) = self.store.product(product)? else { return Ok(BoxLabelsView::default()) };
        // A product of one look is a product all the same.
        let colours = if product.colours.is_empty() { vec![String::new()] } else { product.colours };
        let sizes: Vec<_> = (Size::MIN..=Size::MAX).filter_map(|size| Size::new(i64::from(size)).ok()).collect();
        let of = |colour: &str| sizes.iter().map(|size| sticker(&product.name, colour, *size)).collect::<Vec<_>>();
        Ok(BoxLabelsView { labels: colours.iter().flat_map(|colour| of(colour)).collect() })
    }
}

fn sticker(name: &str, colour: &str, size: Size) -> BoxLabel {
    let code = item_code(name, colour, Some(size));
    BoxLabel {
        name: name.to_owned(),
        colour: colour.to_owned(),
        size: size.to_string(),
        qr: code::qr(&code),
        bars: code::bars(&code),
        code,
    }
}
