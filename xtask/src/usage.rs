//! What this process has used of the machine, where the system says: Linux, in `/proc`.

use std::fs;
use std::time::Duration;

/// Linux counts times for `/proc` in hundredths of a second on every architecture Rust runs on.
const TICKS_PER_SECOND: u64 = 100;

/// The most memory that this process had in use at a time, in bytes.
pub(crate) fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kibibytes * 1024)
}

/// The CPU time of this process, all threads together.
pub(crate) fn own_time() -> Option<Duration> {
    times().map(|[user, system, ..]| user + system)
}

/// The CPU time of those child processes, and their own, that ended and were waited for.
pub(crate) fn children_time() -> Option<Duration> {
    times().map(|[.., user, system]| user + system)
}

/// The fields `utime`, `stime`, `cutime` and `cstime` of proc(5).
fn times() -> Option<[Duration; 4]> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The command's name comes before, in parentheses, and may hold spaces; field 3 follows it.
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
