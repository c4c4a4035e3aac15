//! Every seed and every crasher once more: what was mended stays mended, and nothing takes more memory than it may.

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use tapak_fuzz::{TARGETS, Target};
use walkdir::WalkDir;

fn house(inside: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(inside)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

/// One target after the other on one thread: memory is counted for the whole process.
#[test]
fn every_seed_and_every_crasher_passes() {
    // A panic that is contained tells its story without a backtrace, which would count as memory.
    std::panic::set_hook(Box::new(|panic| eprintln!("{panic}")));
    let replayed: usize = TARGETS.iter().map(replay).sum();
    assert!(replayed >= TARGETS.len(), "every target has a seed");
}

fn replay(target: &Target) -> usize {
    let folders = ["seeds", "crashers"].map(|kind| house(kind).join(target.name));
    let inputs: Vec<_> = folders.iter().flat_map(|folder| files(folder)).collect();
    for input in &inputs {
        let bytes = fs::read(input).unwrap_or_default();
        assert!(catch_unwind(|| target.run(&bytes)).is_ok(), "{}", input.display());
    }
    inputs.len()
}

/// Every frame that some version has ever said is where the fuzzer starts from; here both targets read it.
#[test]
fn the_golden_frames_pass_too() {
    let golden = files(&house("../../core/sync/tests/golden"));
    assert!(!golden.is_empty());
    for path in golden {
        let frame = bytes(&fs::read_to_string(&path).unwrap_or_default());
        for target in TARGETS.iter().filter(|target| target.name.starts_with("frame")) {
            (target.attack)(&frame);
        }
    }
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<_> = hex.trim().bytes().filter_map(|digit| char::from(digit).to_digit(16)).collect();
    digits.chunks_exact(2).filter_map(|pair| u8::try_from(pair[0] * 16 + pair[1]).ok()).collect()
}

/// A folder with a misspelt name would be kept and never read.
#[test]
fn no_seed_and_no_crasher_is_of_an_unknown_target() {
    for kind in ["seeds", "crashers"] {
        for path in files(&house(kind)) {
            let name = path.strip_prefix(house(kind)).ok().and_then(|inside| inside.iter().next()?.to_str());
            let known = name.is_some_and(|name| tapak_fuzz::find(name).is_some());
            assert!(known, "{} belongs to no target", path.display());
        }
    }
}
