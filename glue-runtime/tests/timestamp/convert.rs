//! Conversions from and to other types.

use std::time::{Duration, SystemTime};

use glue_runtime::Timestamp;

#[cfg(any(feature = "chrono", feature = "time"))]
use super::oracles;
#[cfg(feature = "chrono")]
use super::parse;
use super::{MAX, unix};

#[test]
fn system_time_converts_both_ways() {
    let after = SystemTime::UNIX_EPOCH + Duration::new(1_714_556_400, 123_456_700);
    assert_eq!(Timestamp::try_from(after), Ok(unix(1_714_556_400, 123_456_700)));
    assert_eq!(SystemTime::try_from(unix(1_714_556_400, 123_456_700)), Ok(after));

    let before = SystemTime::UNIX_EPOCH - Duration::from_millis(500);
    assert_eq!(Timestamp::try_from(before), Ok(unix(-1, 500_000_000)));
    assert_eq!(SystemTime::try_from(unix(-1, 500_000_000)), Ok(before));

    let last = SystemTime::UNIX_EPOCH + Duration::from_secs(MAX as u64);
    assert_eq!(Timestamp::try_from(last), Ok(unix(MAX, 0)));
    assert!(Timestamp::try_from(last + Duration::from_secs(1)).is_err());
}

#[cfg(unix)]
#[test]
fn system_time_reaches_both_ends() {
    for timestamp in [Timestamp::MIN, Timestamp::MAX] {
        let time = SystemTime::try_from(timestamp).unwrap();
        assert_eq!(Timestamp::try_from(time), Ok(timestamp));
    }
    let too_early = SystemTime::try_from(Timestamp::MIN).unwrap() - Duration::from_nanos(1);
    assert!(Timestamp::try_from(too_early).is_err());
}

#[cfg(feature = "jiff")]
#[test]
fn jiff_converts_both_ways() {
    for (seconds, nanoseconds) in [(0, 0), (1_714_556_400, 1), (-1, 500_000_000), (super::MIN, 0)] {
        let timestamp = unix(seconds, nanoseconds);
        let jiff = jiff::Timestamp::try_from(timestamp).unwrap();
        assert_eq!(jiff.to_string(), timestamp.to_string());
        assert_eq!(Timestamp::try_from(jiff), Ok(timestamp));
    }
    assert!(Timestamp::try_from(jiff::Timestamp::MAX).is_ok());
    assert!(Timestamp::try_from(jiff::Timestamp::MIN).is_err());
    assert_eq!(
        jiff::Timestamp::try_from(Timestamp::MAX).unwrap_err().to_string(),
        "timestamp is outside the range of `jiff::Timestamp`"
    );
}

#[cfg(feature = "chrono")]
#[test]
fn chrono_converts_both_ways() {
    use chrono::{DateTime, NaiveDate, Utc};
    for timestamp in
        [unix(0, 0), unix(1_714_556_400, 1), unix(-1, 500_000_000), Timestamp::MIN, Timestamp::MAX]
    {
        let chrono = DateTime::<Utc>::from(timestamp);
        assert_eq!(chrono, oracles::chrono_of(timestamp));
        assert_eq!(Timestamp::try_from(chrono), Ok(timestamp));
    }
    assert!(Timestamp::try_from(DateTime::<Utc>::MIN_UTC).is_err());
    assert!(Timestamp::try_from(DateTime::<Utc>::MAX_UTC).is_err());

    let date = NaiveDate::from_ymd_opt(2016, 12, 31).unwrap();
    let leap_second = date.and_hms_milli_opt(23, 59, 59, 1_250).unwrap().and_utc();
    assert_eq!(Timestamp::try_from(leap_second), Ok(parse("2017-01-01T00:00:00.25Z")));
}

#[cfg(feature = "time")]
#[test]
fn time_converts_both_ways() {
    use time::OffsetDateTime;
    for timestamp in
        [unix(0, 0), unix(1_714_556_400, 1), unix(-1, 500_000_000), Timestamp::MIN, Timestamp::MAX]
    {
        let date_time = OffsetDateTime::from(timestamp);
        assert_eq!(date_time, oracles::time_of(timestamp));
        assert_eq!(Timestamp::try_from(date_time), Ok(timestamp));
        let local = date_time.to_offset(time::UtcOffset::from_hms(-8, 0, 0).unwrap());
        assert_eq!(Timestamp::try_from(local), Ok(timestamp));
    }
    let too_early = OffsetDateTime::from(Timestamp::MIN) - time::Duration::NANOSECOND;
    assert!(Timestamp::try_from(too_early).is_err());
}

#[test]
fn now_is_the_time_of_the_system() {
    let before = Timestamp::try_from(SystemTime::now()).unwrap();
    let now = Timestamp::now();
    let after = Timestamp::try_from(SystemTime::now()).unwrap();
    assert!(before <= now && now <= after, "{before} {now} {after}");
}
