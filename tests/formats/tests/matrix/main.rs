//! The same values in every format, plainly and inside the types of others: each kind of member, in
//! each way that serde has to embed a type, in each format that the README names.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod embeddings;
mod formats;

use format_tests::kinds::{Choice, Everything, Inner, Kind};
use glue_runtime::{Blob, Document, Timestamp};

use embeddings::{
    Adjacent, BoxedFlattened, Denying, Embedding, Flattened, Internal, Listed, Optional,
    OptionalFlattened, Plain, TwoFlattened, Untagged,
};
use formats::FORMATS;

/// Runs a function for each way of embedding.
macro_rules! in_every_embedding {
    ($function:ident($($argument:expr),*)) => {
        $function::<Plain>($($argument),*);
        $function::<Listed>($($argument),*);
        $function::<Optional>($($argument),*);
        $function::<Flattened>($($argument),*);
        $function::<BoxedFlattened>($($argument),*);
        $function::<OptionalFlattened>($($argument),*);
        $function::<TwoFlattened>($($argument),*);
        $function::<Denying>($($argument),*);
        $function::<Internal>($($argument),*);
        $function::<Adjacent>($($argument),*);
        $function::<Untagged>($($argument),*);
    };
}

fn document(json: &str) -> Document {
    serde_json::from_str(json).unwrap()
}

fn time(milliseconds: i64) -> Timestamp {
    Timestamp::from_unix_millis(milliseconds).unwrap()
}

/// One of every kind.
fn everything() -> Everything {
    Everything::default()
        .with_job_name("nightly")
        .with_timeout(2880)
        .with_size_in_bytes(9_007_199_254_740_993_i64)
        .with_max_capacity(0.1)
        .with_share(0.5)
        .with_enabled(true)
        .with_started_on(time(1_628_246_014_452))
        .with_iso_time(time(1_628_246_014_452))
        .with_http_time(time(1_628_246_014_000))
        .with_history(vec![time(0), time(1_500)])
        .with_kind(Kind::from("MIDDLE"))
        .with_counts([(Kind::Small, 1), (Kind::from("HUGE"), -2)].into())
        .with_choice(Choice::Number(7))
        .with_choices(vec![
            Choice::Text("a".to_owned()),
            Choice::Inner(Inner::default().with_dpu_seconds(1.5)),
        ])
        .with_data(Blob::from(b"\xFB\xFF\x00"))
        .with_db_instances(vec!["db-1".to_owned(), "db-2".to_owned()])
        .with_inner(Inner::default().with_name("inner").with_dpu_seconds(2.0))
        .with_anything(document(r#"{"a": [1, -2, 0.5, "x", true, {}]}"#))
}

fn read_in_every_format<E: Embedding>(object: &Document, expected: &Everything) {
    let document = E::wrap(object.clone());
    for format in FORMATS {
        let embedding = std::any::type_name::<E>();
        let read = format.transcode::<E>(&document);
        let read = read.unwrap_or_else(|error| panic!("{embedding} in {format:?}: {error}"));
        assert_eq!(&read.unwrap(), expected, "{embedding} in {format:?}");
    }
}

fn round_trip_in_every_format<E: Embedding>(value: &Everything) {
    for format in FORMATS {
        let embedding = std::any::type_name::<E>();
        let embedded = E::embed(value.clone());
        let read = format.round_trip(&embedded);
        let read = read.unwrap_or_else(|error| panic!("{embedding} in {format:?}: {error}"));
        assert_eq!(&read.unwrap(), value, "{embedding} in {format:?}");
    }
}

fn fail_in_every_format<E: Embedding>(object: &Document, reason: &str) {
    let document = E::wrap(object.clone());
    for format in FORMATS {
        let embedding = std::any::type_name::<E>();
        match format.transcode::<E>(&document) {
            Err(error) if E::HIDES_ERRORS || error.contains(reason) => {}
            // simd-json itself refuses integers beyond all of its types, and serde's buffers those
            // of 128 bits.
            Err(error) if error.contains("InvalidNumber") => {}
            Err(error) if error.contains("as i128, expected any value") => {}
            Err(error) => panic!("{embedding} in {format:?}: {error}"),
            // Serde takes a flattened option that fails for one that is not there.
            Ok(_) if E::HIDES_ERRORS => {}
            Ok(_) => panic!("{embedding} in {format:?} reads"),
        }
    }
}

#[test]
fn every_kind_comes_back() {
    in_every_embedding!(round_trip_in_every_format(&everything()));
}

#[test]
fn whole_floats_are_integers() {
    let object = document(
        r#"{"Timeout": 2880.0, "SizeInBytes": -999999999999999.0, "MaxCapacity": 10,
            "Share": 99.5, "Counts": {"SMALL": 3.0}, "Choice": {"number": 4.0}}"#,
    );
    let expected = Everything::default()
        .with_timeout(2880)
        .with_size_in_bytes(-999_999_999_999_999_i64)
        .with_max_capacity(10.0)
        .with_share(99.5)
        .with_counts([(Kind::Small, 3)].into())
        .with_choice(Choice::Number(4));
    in_every_embedding!(read_in_every_format(&object, &expected));
}

#[test]
fn numbers_that_are_no_integers_are_errors() {
    for number in ["2880.5", "2147483648", "-2147483649", "2147483648.0", "1e300"] {
        let object = document(&format!(r#"{{"Timeout": {number}}}"#));
        in_every_embedding!(fail_in_every_format(
            &object,
            "expected an integer from -2147483648 to 2147483647"
        ));
    }
    // Floats of so many digits may stand for another number than was meant; without
    // `arbitrary_precision`, serde_json gives the integer below `i64::MIN` as one.
    for number in ["1000000000000000.0", "-1e15", "1e18", "-9223372036854775809"] {
        let object = document(&format!(r#"{{"SizeInBytes": {number}}}"#));
        in_every_embedding!(fail_in_every_format(
            &object,
            "expected an integer from -9223372036854775808 to 9223372036854775807"
        ));
    }
}

#[test]
fn numbers_without_a_number_of_json_are_strings() {
    let object = document(r#"{"MaxCapacity": "-Infinity"}"#);
    let expected = Everything::default().with_max_capacity(f64::NEG_INFINITY);
    in_every_embedding!(read_in_every_format(&object, &expected));
    in_every_embedding!(round_trip_in_every_format(&expected));
}

#[test]
fn every_form_of_a_time_reads() {
    for (form, milliseconds) in [
        ("1628246014", 1_628_246_014_000),
        ("1628246014.452", 1_628_246_014_452),
        ("1.628246014452E9", 1_628_246_014_452),
        ("1628246014452", 1_628_246_014_452),
        (r#""2021-08-06T10:33:34.452Z""#, 1_628_246_014_452),
        (r#""2021-08-06T12:33:34.452+02:00""#, 1_628_246_014_452),
        (r#""Fri, 06 Aug 2021 10:33:34 GMT""#, 1_628_246_014_000),
        (r#""Aug 6, 2021 10:33:34 AM""#, 1_628_246_014_000),
    ] {
        let object = document(&format!(r#"{{"StartedOn": {form}, "History": [{form}]}}"#));
        let expected = Everything::default()
            .with_started_on(time(milliseconds))
            .with_history(vec![time(milliseconds)]);
        in_every_embedding!(read_in_every_format(&object, &expected));
    }
}

#[test]
fn keys_read_in_every_spelling() {
    for (job_name, dpu_seconds, db_instances) in [
        ("JobName", "DPUSeconds", "DBInstances"),
        ("jobName", "dPUSeconds", "dBInstances"),
        ("JobName", "DpuSeconds", "DbInstances"),
        ("jobName", "dpuSeconds", "dbInstances"),
        ("jobName", "dpuseconds", "dbinstances"),
    ] {
        let object = document(&format!(
            r#"{{"{job_name}": "a", "{db_instances}": ["b"], "inner": {{"{dpu_seconds}": 1}}}}"#
        ));
        let expected = Everything::default()
            .with_job_name("a")
            .with_db_instances(vec!["b".to_owned()])
            .with_inner(Inner::default().with_dpu_seconds(1.0));
        in_every_embedding!(read_in_every_format(&object, &expected));
    }
}

#[test]
fn redacted_members_are_absent() {
    for word in ["HIDDEN_DUE_TO_SECURITY_REASONS", "<sensitiveDataRemoved>"] {
        let object = document(
            &r#"{"JobName": WORD, "Timeout": WORD, "SizeInBytes": WORD, "MaxCapacity": WORD,
                 "Share": WORD, "Enabled": WORD, "StartedOn": WORD, "IsoTime": WORD,
                 "HttpTime": WORD, "History": WORD, "Kind": WORD, "Counts": WORD,
                 "Choice": WORD, "Choices": [WORD, {"text": WORD}, {"inner": WORD}],
                 "Data": WORD, "DBInstances": [WORD], "Inner": WORD, "Anything": WORD}"#
                .replace("WORD", &format!("{word:?}")),
        );
        let expected = Everything::default()
            .with_job_name(word)
            .with_kind(Kind::from(word))
            .with_choices(vec![Choice::Text(word.to_owned())])
            .with_db_instances(vec![word.to_owned()])
            .with_anything(word.into());
        in_every_embedding!(read_in_every_format(&object, &expected));
    }
    let object = document(r#"{"Inner": "another text"}"#);
    in_every_embedding!(fail_in_every_format(&object, "expected an object for Inner"));
}
