//! What a process has used so far, as the kernel counts it: the same measure for every engine.

use std::fs;

use crate::fault::Fault;

/// Fixed on Linux whatever the kernel's own tick is.
const TICKS_PER_SECOND: f64 = 100.0;

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Usage {
    /// Seconds of processor time, in the process and in the kernel for it.
    pub(crate) cpu: f64,
    /// Resident memory.
    pub(crate) megabytes: u32,
}

impl Usage {
    pub(crate) fn of(process: u32) -> Result<Self, Fault> {
        let stat = read(process, "stat")?;
        let status = read(process, "status")?;
        let understood = ticks(&stat).zip(megabytes(&status));
        let (ticks, megabytes) = understood.ok_or_else(|| Fault::Ended(format!("process {process}")))?;
        Ok(Self { cpu: ticks / TICKS_PER_SECOND, megabytes })
    }
}

fn read(process: u32, file: &str) -> Result<String, Fault> {
    let path = format!("/proc/{process}/{file}");
    fs::read_to_string(&path).map_err(Fault::doing(path))
}

/// The program's name may hold spaces and brackets, so fields are counted from behind it.
fn ticks(stat: &str) -> Option<f64> {
    let (_, fields) = stat.rsplit_once(')')?;
    let mut times = fields.split_whitespace().skip(11).map(str::parse::<f64>);
    Some(times.next()?.ok()? + times.next()?.ok()?)
}

/// The kernel counts in units of 1,024 bytes; a process that has ended has no such line.
fn megabytes(status: &str) -> Option<u32> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    u32::try_from((kibibytes * 1024 + 500_000) / 1_000_000).ok()
}

#[cfg(test)]
mod tests {
    use super::{Usage, megabytes, ticks};

    #[test]
    fn processor_time_is_found_behind_an_odd_name() {
        let stat = "7 (tapak) serve) S 1 7 7 0 -1 4194560 900 0 0 0 250 75 0 0 20 0 4 0 100 1 1 1";
        assert_eq!(ticks(stat), Some(325.0));
    }

    #[test]
    fn memory_is_what_is_resident() {
        assert_eq!(megabytes("VmSize:\t 9000 kB\nVmRSS:\t  1500 kB\n"), Some(2));
    }

    #[test]
    fn this_very_process_uses_something() {
        assert!(Usage::of(std::process::id()).unwrap().megabytes > 0);
    }
}
