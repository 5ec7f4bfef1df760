//! Times, written as the member says, or else its shape.

#[path = "formats.rs"]
mod formats;

use generated_tests::timestamps;
use glue_runtime::{Operation, Timestamp};
use serde_json::json;

use crate::support::{read, write};

#[test]
fn timestamps_write_as_member_then_shape_says() {
    let noon = Timestamp::from_unix(1_714_564_800, 500_000_000).unwrap();
    let times = timestamps::Times::default()
        .with_plain(noon)
        .with_iso(noon)
        .with_http(Timestamp::from_unix(1_714_564_800, 0).unwrap())
        .with_epoch(noon)
        .with_history(vec![noon]);
    let value = json!({
        "Plain": 1_714_564_800.5,
        "Iso": "2024-05-01T12:00:00.5Z",
        "Http": "Wed, 01 May 2024 12:00:00 GMT",
        "Epoch": 1_714_564_800.5,
        "History": ["2024-05-01T12:00:00.5Z"],
    });
    assert_eq!(write(&times), value);
    assert_eq!(read::<timestamps::Times>(value), times);
}

#[test]
fn http_dates_at_rest_keep_the_fraction() {
    for (nanoseconds, written) in [
        (0, "Wed, 01 May 2024 12:00:00 GMT"),
        (123_000_000, "Wed, 01 May 2024 12:00:00.123 GMT"),
        (1, "Wed, 01 May 2024 12:00:00.000000001 GMT"),
        (999_999_999, "Wed, 01 May 2024 12:00:00.999999999 GMT"),
    ] {
        let time = Timestamp::from_unix(1_714_564_800, nanoseconds).unwrap();
        let times = timestamps::Times::default().with_http(time);
        assert_eq!(write(&times), json!({"Http": written}));
        assert_eq!(read::<timestamps::Times>(json!({"Http": written})), times);
        let mut cbor = Vec::new();
        ciborium::into_writer(&times, &mut cbor).unwrap();
        assert_eq!(ciborium::from_reader::<timestamps::Times, _>(&*cbor).unwrap(), times);
        let message_pack = rmp_serde::to_vec_named(&times).unwrap();
        assert_eq!(rmp_serde::from_slice::<timestamps::Times>(&message_pack).unwrap(), times);
        // On the wire there is none.
        let request = timestamps::Get::request(&times).unwrap();
        assert_eq!(request.body, br#"{"Http":"Wed, 01 May 2024 12:00:00 GMT"}"#);
        assert_eq!(write(&times), json!({"Http": written}), "after a request as before");
    }
    for (seconds, year) in [(-62_167_219_200, "0000"), (253_402_300_799, "9999")] {
        let time = Timestamp::from_unix(seconds, 500_000_000).unwrap();
        let times = timestamps::Times::default().with_http(time);
        assert!(write(&times)["Http"].as_str().unwrap().contains(year));
        assert_eq!(read::<timestamps::Times>(write(&times)), times);
    }
}
