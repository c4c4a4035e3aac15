//! A panic says on the worker's console what it was, before it becomes a trap.

use std::panic::set_hook;

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console)]
    fn error(words: &str);
}

#[wasm_bindgen(start)]
pub fn begin() {
    set_hook(Box::new(|panic| error(&panic.to_string())));
}
