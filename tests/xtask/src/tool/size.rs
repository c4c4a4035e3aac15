//! Sizes as the network sees them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::tool::shell::Run;

/// Node is here for the app and brings brotli at its best quality, which is what the relay serves.
const BROTLI: &str = "console.log(zlib.brotliCompressSync(fs.readFileSync(process.argv[1])).length)";

/// A file's own size and its size under brotli.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) raw: u64,
    pub(crate) brotli: u64,
}

pub(crate) fn of(path: &Path) -> Result<Size> {
    let raw = fs::metadata(path).with_context(|| path.display().to_string())?.len();
    let brotli = Run::new("node").arguments(["-e", BROTLI]).arguments([path]).quietly()?.parse()?;
    Ok(Size { raw, brotli })
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn what_repeats_itself_weighs_little_on_the_way() {
        let path = std::env::temp_dir().join(format!("tapak-size-{}", std::process::id()));
        std::fs::write(&path, "resi ".repeat(10_000)).unwrap();
        let size = of(&path).unwrap();
        assert_eq!(size.raw, 50_000);
        assert!(size.brotli > 0 && size.brotli < 100, "{size:?}");
    }
}
