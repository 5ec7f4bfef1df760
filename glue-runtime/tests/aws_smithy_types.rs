//! Values of the official SDK's shared types, and the parts that conversions are made of.

#![cfg(feature = "aws-smithy-types")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::{BTreeMap, HashMap};

use aws_smithy_types::error::ErrorMetadata;
use aws_smithy_types::error::operation::BuildError;
use aws_smithy_types::{Blob as SdkBlob, DateTime};
use glue_runtime::__private::v1::sdk::{
    Counterpart, Single, built, error_envelope, member, narrow, set, set_variant, variant, widen,
};
use glue_runtime::{Blob, ConversionError, ConversionErrorKind, OutOfRange, Timestamp};
use proptest::prelude::*;

fn too_late() -> DateTime {
    DateTime::from_secs(Timestamp::MAX.unix_seconds() + 1)
}

proptest! {
    #[test]
    fn times_are_the_same(
        seconds in Timestamp::MIN.unix_seconds()..=Timestamp::MAX.unix_seconds(),
        nanoseconds in 0..1_000_000_000_u32,
    ) {
        let theirs = DateTime::from_secs_and_nanos(seconds, nanoseconds);
        let ours = Timestamp::from_unix(seconds, nanoseconds).unwrap();
        prop_assert_eq!(Timestamp::try_from(theirs).unwrap(), ours);
        prop_assert_eq!(DateTime::from(ours), theirs);
    }

    #[test]
    fn bytes_are_the_same(bytes: Vec<u8>) {
        let theirs = SdkBlob::new(bytes.clone());
        prop_assert_eq!(&*Blob::from(theirs.clone()), bytes.as_slice());
        prop_assert_eq!(SdkBlob::from(Blob::from(bytes)), theirs);
    }
}

proptest! {
    #[test]
    fn milliseconds_are_those_the_service_sent(milliseconds in -62_167_219_200_000..253_402_300_800_000_i64) {
        let sent = Timestamp::from_unix_millis(milliseconds).unwrap();
        let read = DateTime::from_secs_f64(milliseconds as f64 / 1e3);
        prop_assert_eq!(Timestamp::from_sdk(read).unwrap(), sent);
        prop_assert_eq!(Timestamp::from_sdk(sent.into()).unwrap(), sent);
    }
}

#[test]
fn what_the_sdk_reads_from_a_number_is_off_until_it_is_converted() {
    let read = DateTime::from_secs_f64(1_711_845_672.123);
    assert_eq!(read.subsec_nanos(), 122_999_906);
    assert_eq!(Timestamp::from_sdk(read).unwrap().subsec_nanoseconds(), 123_000_000);
    assert_eq!(Timestamp::try_from(read).unwrap().subsec_nanoseconds(), 122_999_906);
    let near = DateTime::from_secs_and_nanos(1_711_845_672, 122_999_907);
    assert_eq!(Timestamp::from_sdk(near).unwrap().subsec_nanoseconds(), 122_999_907);
    assert_eq!(Timestamp::from_sdk(Timestamp::MAX.into()).unwrap(), Timestamp::MAX);
    assert_eq!(Timestamp::from_sdk(Timestamp::MIN.into()).unwrap(), Timestamp::MIN);
}

#[test]
fn times_outside_of_the_calendar_fail() {
    let fails = |seconds| Timestamp::try_from(DateTime::from_secs(seconds)).unwrap_err();
    let expected: OutOfRange = Timestamp::from_unix(i64::MAX, 0).unwrap_err();
    for seconds in [i64::MIN, -62_167_219_201, 253_402_300_800, i64::MAX] {
        assert_eq!(fails(seconds), expected);
    }
}

#[test]
fn members_are_taken_in_every_form_the_sdk_has() {
    assert_eq!(member::<i32, _>("M", 5).unwrap(), Some(5));
    assert_eq!(member::<i32, _>("M", Some(5)).unwrap(), Some(5));
    assert_eq!(member::<i32, _>("M", None::<i32>).unwrap(), None);
    assert_eq!(member::<Box<i32>, _>("M", Box::new(5)).unwrap(), Some(Box::new(5)));
    assert_eq!(member::<Box<i32>, _>("M", Some(Box::new(5))).unwrap(), Some(Box::new(5)));
    assert_eq!(member::<Box<i32>, _>("M", Some(5)).unwrap(), Some(Box::new(5)));
    assert_eq!(variant::<i32, _>("M", Some(5)).unwrap(), 5);
    assert_eq!(set::<i32, i32>("M", Some(5)).unwrap(), Some(5));
    assert_eq!(set::<Box<i32>, i32>("M", Some(Box::new(5))).unwrap(), Some(5));
    assert_eq!(set::<i32, Box<i32>>("M", Some(5)).unwrap(), Some(Box::new(5)));
    assert_eq!(set::<i32, i32>("M", None).unwrap(), None);
    assert_eq!(set_variant::<i32, Box<i32>>("M", 5).unwrap(), Box::new(5));
}

#[test]
fn builders_that_can_fail_and_those_that_cannot_are_the_same() {
    assert_eq!(built::<i32, _>(5).unwrap(), 5);
    assert_eq!(built::<i32, _>(Ok::<i32, BuildError>(5)).unwrap(), 5);
    let missing = Err::<i32, _>(BuildError::missing_field("size", "it is required"));
    let error = built::<i32, _>(missing).unwrap_err();
    assert_eq!(
        error.to_string(),
        "cannot convert the value at '': size was missing: it is required"
    );
    assert!(matches!(error.kind(), ConversionErrorKind::Build(_)));
    assert!(std::error::Error::source(&error).is_some());
}

#[test]
fn collections_convert_entry_by_entry() {
    type Ours = BTreeMap<String, Vec<Option<Timestamp>>>;
    let theirs = HashMap::from([
        ("a".to_owned(), vec![Some(DateTime::from_secs(1)), None]),
        ("b".to_owned(), Vec::new()),
    ]);
    let ours = Ours::from_sdk(theirs.clone()).unwrap();
    let second = Timestamp::from_unix(1, 0).unwrap();
    assert_eq!(ours["a"], [Some(second), None]);
    assert_eq!(ours.into_sdk().unwrap(), theirs);
}

#[test]
fn errors_name_their_place() {
    type Ours = BTreeMap<String, Vec<Timestamp>>;
    let times = vec![DateTime::from_secs(1), too_late()];
    let theirs = HashMap::from([("a/b~c".to_owned(), times)]);
    let error: ConversionError = member::<Ours, _>("Times", Some(theirs)).unwrap_err();
    assert_eq!(error.path(), "/Times/a~1b~0c/1");
    assert!(matches!(error.kind(), ConversionErrorKind::OutOfRange(_)));

    let error = variant::<i32, _>("Size", None::<i32>).unwrap_err();
    assert_eq!(error.path(), "/Size");
    assert!(matches!(error.kind(), ConversionErrorKind::Missing));
    assert_eq!(error.to_string(), "cannot convert the value at '/Size': no value is set");
}

#[test]
fn an_error_without_a_message_tells_its_cause() {
    let cause = std::io::Error::other("the body is no JSON");
    let silent = ErrorMetadata::builder().code("Fault").build();
    let envelope = error_envelope(&silent, Some(&cause));
    assert_eq!(envelope.code(), Some("Fault"));
    assert_eq!(envelope.message(), Some("the body is no JSON"));

    let said = ErrorMetadata::builder().message("No").build();
    let envelope = error_envelope(&said, Some(&cause));
    assert_eq!((envelope.code(), envelope.message()), (None, Some("No")));
}

#[test]
fn single_precision_gets_its_shortest_digits() {
    let from_sdk = |value| widen::<f64>(Single::from_sdk(value).unwrap());
    let into_sdk = |value: f64| narrow(value).into_sdk();
    for (theirs, ours) in [(0.01_f32, 0.01), (99.84735, 99.84735), (3.4e38, 3.4e38), (-0.0, -0.0)] {
        assert_eq!(from_sdk(theirs).to_bits(), f64::to_bits(ours));
        assert_eq!(into_sdk(ours).unwrap().to_bits(), theirs.to_bits());
    }
    // What a service widened is the same number to the SDK.
    assert_eq!(into_sdk(99.847_351_074_218_75).unwrap(), 99.84735);
    assert!(from_sdk(f32::NAN).is_nan());
    assert_eq!(into_sdk(f64::NEG_INFINITY).unwrap(), f32::NEG_INFINITY);

    let error = set::<_, HashMap<String, Vec<f32>>>(
        "Weights",
        Some(narrow(BTreeMap::from([("a".to_owned(), vec![1.0, -1e39])]))),
    );
    let error = error.unwrap_err();
    assert_eq!(error.path(), "/Weights/a/1");
    assert!(matches!(error.kind(), ConversionErrorKind::TooLarge(-1e39)));
    let theirs = HashMap::from([("a".to_owned(), vec![1.0_f32, 0.1])]);
    let ours = member("Weights", Some(theirs)).unwrap().map(widen);
    assert_eq!(ours, Some(BTreeMap::from([("a".to_owned(), vec![1.0, 0.1])])));
}

proptest! {
    #[test]
    fn every_single_comes_back(bits: u32) {
        let value = f32::from_bits(bits);
        let there = widen::<f64>(Single::from_sdk(value).unwrap());
        let back = narrow(there).into_sdk().unwrap();
        prop_assert!(back.to_bits() == bits || value.is_nan() && back.is_nan());
    }
}

/// The time, from the SDK and back.
#[cfg(any(feature = "jiff", feature = "chrono", feature = "time"))]
fn converts<T: Counterpart<Sdk = DateTime> + Copy + PartialEq + std::fmt::Debug>(time: T) {
    let theirs = DateTime::from_secs_and_nanos(1_714_564_800, 123_456_789);
    assert_eq!(T::from_sdk(theirs).unwrap(), time);
    assert_eq!(time.into_sdk().unwrap(), theirs);
    // What the SDK has read from the number 1714564800.123.
    let read = T::from_sdk(DateTime::from_secs_f64(1_714_564_800.123)).unwrap();
    let milliseconds = DateTime::from_secs_and_nanos(1_714_564_800, 123_000_000);
    assert_eq!(read.into_sdk().unwrap(), milliseconds);
    let error = T::from_sdk(too_late()).unwrap_err().to_string();
    assert!(error.ends_with("timestamp is outside the years 0000 to 9999"), "{error}");
}

#[cfg(feature = "jiff")]
#[test]
fn times_of_jiff_convert() {
    converts(jiff::Timestamp::new(1_714_564_800, 123_456_789).unwrap());
    let error = jiff::Timestamp::from_sdk(Timestamp::MAX.into()).unwrap_err().to_string();
    assert!(error.ends_with("timestamp is outside the range of `jiff::Timestamp`"), "{error}");
    assert!(jiff::Timestamp::MIN.into_sdk().is_err());
}

#[cfg(feature = "chrono")]
#[test]
fn times_of_chrono_convert() {
    let at = |seconds, nanoseconds| chrono::DateTime::from_timestamp(seconds, nanoseconds).unwrap();
    converts(at(1_714_564_800, 123_456_789));
    let error = at(1_483_228_799, 1_000_000_000).into_sdk().unwrap_err().to_string();
    assert!(error.contains("a leap second of chrono has no timestamp"), "{error}");
}

#[cfg(feature = "time")]
#[test]
fn times_of_time_convert() {
    let nanoseconds = 1_714_564_800_123_456_789;
    converts(time::OffsetDateTime::from_unix_timestamp_nanos(nanoseconds).unwrap());
}

#[cfg(feature = "bytes")]
#[test]
fn bytes_of_the_crate_bytes_convert() {
    let bytes = bytes::Bytes::from_static(b"abc");
    assert_eq!(bytes::Bytes::from_sdk(SdkBlob::new("abc")).unwrap(), bytes);
    assert_eq!(bytes.into_sdk().unwrap(), SdkBlob::new("abc"));
}

#[test]
fn maps_without_an_order_convert() {
    let theirs = HashMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)]);
    assert_eq!(HashMap::<String, i32>::from_sdk(theirs.clone()).unwrap(), theirs);
    assert_eq!(theirs.clone().into_sdk().unwrap(), theirs);
    let numbers = HashMap::from([("a".to_owned(), 0.5)]);
    assert_eq!(widen::<HashMap<String, f64>>(narrow(numbers.clone())), numbers);
    #[cfg(feature = "indexmap")]
    {
        use indexmap::IndexMap;

        let ours: IndexMap<String, i32> = theirs.clone().into_iter().collect();
        assert_eq!(IndexMap::<String, i32>::from_sdk(theirs.clone()).unwrap(), ours);
        assert_eq!(ours.into_sdk().unwrap(), theirs);
        let numbers = IndexMap::from([("a".to_owned(), 0.5)]);
        assert_eq!(widen::<IndexMap<String, f64>>(narrow(numbers.clone())), numbers);
        let error = IndexMap::<String, Timestamp>::from_sdk([("k".to_owned(), too_late())].into());
        assert!(error.unwrap_err().to_string().contains("k"));
    }
}
