//! `fuzz`: hostile bytes for every decoder, for a bounded time, from the seeds and from what earlier runs found.
//!
//! Coverage counters are code generation, not a sanitizer, so the stable toolchain makes them. They go into our own
//! crates and their dependencies but not into build scripts, which is what naming the target achieves.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::cli::Fuzz;
use crate::home::Home;
use crate::say::say;
use crate::tool::apt;
use crate::tool::cargo::cargo;
use crate::tool::shell::Run;

const COUNTERS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg=fuzzing";
/// The whole process. What one input may hold is counted by the target itself, and far stricter.
const LIMITS: [&str; 4] = ["-rss_limit_mb=768", "-malloc_limit_mb=128", "-timeout=5", "-print_final_stats=1"];
/// No door lets a longer message in.
const LONGEST: &str = "-max_len=65537";
const SEEDS: &str = "tests/fuzz/seeds";
const GOLDEN: &str = "core/sync/tests/golden";

pub(crate) fn run(home: &Home, asked: &Fuzz) -> Result<()> {
    let targets = chosen(home, asked.target.as_deref())?;
    let program = build(home)?;
    let mut crashed = Vec::new();
    for target in &targets {
        match attack(home, &program, target, asked.seconds) {
            Ok(line) => say(format_args!("{line}")),
            Err(fault) => crashed.push(format!("{target}: {fault:#}")),
        }
    }
    if !crashed.is_empty() {
        bail!("{} of {} targets crashed\n{}", crashed.len(), targets.len(), crashed.join("\n"));
    }
    say(format_args!("{} targets, no crash", targets.len()));
    Ok(())
}

/// Every target has a folder of seeds; a test holds that.
fn chosen(home: &Home, name: Option<&str>) -> Result<Vec<String>> {
    let mut targets = Vec::new();
    for entry in fs::read_dir(home.path(SEEDS))? {
        targets.push(entry?.file_name().to_string_lossy().into_owned());
    }
    targets.sort();
    let known = targets.join(", ");
    targets.retain(|target| name.is_none_or(|name| name == target));
    if targets.is_empty() {
        bail!("no such target; there are {known}");
    }
    Ok(targets)
}

fn build(home: &Home) -> Result<PathBuf> {
    apt::ensure(&[apt::CLANG])?;
    let told = Run::new("rustc").arguments(["-vV"]).quietly()?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
    let folder = home.built("fuzz");
    cargo(home, ["build", "--profile", "fuzz", "--package", "tapak-fuzz", "--features", "libfuzzer", "--target", host])
        .arguments([Path::new("--target-dir"), &folder])
        .with("RUSTFLAGS", COUNTERS)
        .with("CXX", "clang++")
        .go()?;
    Ok(folder.join(host).join("fuzz/tapak-fuzz"))
}

fn attack(home: &Home, program: &Path, target: &str, seconds: u32) -> Result<String> {
    let corpus = home.built("fuzz/corpus").join(target);
    let crashers = home.path("tests/fuzz/crashers").join(target);
    fs::create_dir_all(&corpus)?;
    fs::create_dir_all(&crashers)?;
    if target.starts_with("frame") {
        unfold(&home.path(GOLDEN), &corpus)?;
    }
    let told = Run::new(program)
        .arguments([&corpus, &home.path(SEEDS).join(target)])
        .arguments(LIMITS)
        .arguments([LONGEST, &format!("-max_total_time={seconds}")])
        .arguments([format!("-artifact_prefix={}/", crashers.display())])
        .with("TAPAK_FUZZ_TARGET", target)
        .with("RUST_BACKTRACE", "1")
        .overheard();
    // A folder only stays where something is kept in it.
    let _ = fs::remove_dir(&crashers);
    Ok(summary(target, &told?))
}

/// The golden frames are text; the fuzzer starts from the bytes they spell.
fn unfold(golden: &Path, corpus: &Path) -> Result<()> {
    for entry in walkdir::WalkDir::new(golden) {
        let entry = entry?;
        if entry.path().extension().is_some_and(|ending| ending == "hex") {
            let frame = bytes(&fs::read_to_string(entry.path())?);
            fs::write(corpus.join(blake3::hash(&frame).to_hex().as_str()), frame)?;
        }
    }
    Ok(())
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<_> = hex.trim().bytes().filter_map(|digit| char::from(digit).to_digit(16)).collect();
    digits.chunks_exact(2).filter_map(|pair| u8::try_from(pair[0] * 16 + pair[1]).ok()).collect()
}

/// From libFuzzer's last words: `#1 DONE cov: 2 ft: 3 corp: 4/5b …` and `stat::number_of_executed_units: 6`.
fn summary(target: &str, told: &str) -> String {
    let last = told.lines().rev().find(|line| line.contains(" cov: ")).unwrap_or_default();
    let after = |line: &str, word: &str| {
        let (_, rest) = line.split_once(word)?;
        rest.split_whitespace().next().map(str::to_owned)
    };
    let runs = told.lines().find_map(|line| after(line, "stat::number_of_executed_units:")).unwrap_or_default();
    let memory = told.lines().find_map(|line| after(line, "stat::peak_rss_mb:")).unwrap_or_default();
    let of = |word: &str| after(last, word).unwrap_or_default();
    let (edges, features, corpus) = (of("cov:"), of("ft:"), of("corp:"));
    format!("{target:<16} {runs:>10} runs, {edges:>6} edges, {features:>6} features, corpus {corpus:>12}, {memory} MB")
}

#[cfg(test)]
mod tests {
    use super::{bytes, chosen, summary};
    use crate::home::Home;

    #[test]
    fn what_the_fuzzer_did_is_said_in_one_line() {
        let told = "#2\tINITED cov: 9 ft: 10 corp: 1/1b\n#512\tDONE   cov: 31 ft: 57 corp: 4/99b lim: 4\n\
            stat::number_of_executed_units: 512\nstat::peak_rss_mb:              41\n";
        let line = summary("invite", told);
        for part in ["invite", "512 runs", "31 edges", "57 features", "4/99b", "41 MB"] {
            assert!(line.contains(part), "{line}");
        }
    }

    #[test]
    fn an_unknown_target_is_answered_with_the_known_ones() {
        let fault = chosen(&Home::here(), Some("teapot")).unwrap_err().to_string();
        assert!(fault.contains("frame_to_relay"), "{fault}");
        assert_eq!(chosen(&Home::here(), Some("invite")).unwrap(), ["invite"]);
    }

    #[test]
    fn a_golden_frame_is_spelt_in_hex() {
        assert_eq!(bytes("00ff7A\n"), [0, 255, 0x7a]);
    }
}
