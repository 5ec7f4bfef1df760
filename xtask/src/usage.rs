//! The resources that this process has used, if the system reports them: on Linux, in `/proc`.

use std::fs;
use std::time::Duration;

/// In `/proc`, Linux counts times in hundredths of a second on every architecture that Rust
/// supports.
const TICKS_PER_SECOND: u64 = 100;

/// The peak memory of this process in bytes.
pub(crate) fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kibibytes * 1024)
}

/// The CPU time of all threads of this process.
pub(crate) fn own_time() -> Option<Duration> {
    times().map(|[user, system, ..]| user + system)
}

/// The CPU time of child processes, and of their own children, that ended and were waited for.
pub(crate) fn children_time() -> Option<Duration> {
    times().map(|[.., user, system]| user + system)
}

/// The fields `utime`, `stime`, `cutime` and `cstime` of proc(5).
fn times() -> Option<[Duration; 4]> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The command's name comes first, in parentheses, and may contain spaces; field 3 follows it.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut ticks = fields.split_whitespace().skip(11).map(|field| field.parse::<u64>().ok());
    let mut next = || Some(Duration::from_millis(ticks.next()?? * 1000 / TICKS_PER_SECOND));
    Some([next()?, next()?, next()?, next()?])
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn work_takes_memory_and_time() {
        let before = own_time().unwrap();
        let numbers: Vec<u64> = (0..20_000_000).map(|number| number ^ 0x5555).collect();
        assert!(std::hint::black_box(&numbers).iter().sum::<u64>() > 0);
        assert!(peak_memory().unwrap() > 160_000_000);
        assert!(own_time().unwrap() > before);
    }
}
