//! Blobs as `bytes::Bytes`.

use ::bytes::Bytes;
use generated_tests::bytes::{Body, Broken, Download, Part, Put, PutError, Stream, Upload};
use glue_runtime::Operation;
use serde_json::json;

use crate::formats::{Cbor, Format, Json, MessagePack, Toml, Yaml};
use crate::http;
use crate::support::{paths, read, read_error, violations, write};

fn data() -> Bytes {
    Bytes::from_static(&[0xFB, 0xFF])
}

fn everything() -> Upload {
    Upload::default()
        .with_data(data())
        .with_key(data())
        .with_parts(vec![data(), data()])
        .with_by_name([("a".to_owned(), data())].into())
        .with_unique(vec![data()])
        .with_part(Part::Bytes(data()))
}

fn comes_back<F: Format>() {
    let bytes = F::write(&everything());
    assert_eq!(F::read::<Upload>(&bytes), Ok(everything()), "{}", F::NAME);
}

#[test]
fn blobs_are_base64_in_text_and_bytes_in_binary_formats() {
    let value = json!({
        "Data": "+/8=", "Key": "+/8=", "Parts": ["+/8=", "+/8="], "ByName": {"a": "+/8="},
        "Unique": ["+/8="], "Part": {"Bytes": "+/8="},
    });
    assert_eq!(write(&everything()), value);
    assert_eq!(read::<Upload>(value), everything());
    assert_eq!(read::<Upload>(json!({"data": "+/8"})).data, Some(data()));
    comes_back::<Json>();
    comes_back::<Yaml>();
    comes_back::<Toml>();
    comes_back::<Cbor>();
    comes_back::<MessagePack>();
    let upload = Upload::default().with_data(data());
    assert_eq!(Cbor::write(&upload), b"\xbf\x64Data\x42\xfb\xff\xff");
}

#[test]
fn redactions_and_wrong_text() {
    let value = json!({"Data": "HIDDEN_DUE_TO_SECURITY_REASONS", "Key": "<sensitiveDataRemoved>"});
    assert_eq!(read::<Upload>(value), Upload::default());
    assert!(read_error::<Upload>(&json!({"Data": "*"})).starts_with("invalid base64 at offset 0"));
    assert!(!read_error::<Upload>(&json!({"Key": "hunter2!"})).contains("hunter2"));
    assert!(format!("{:?}", everything()).contains("key: <sensitive>"));
}

#[test]
fn blobs_count_bytes() {
    let upload = |length| Upload::default().with_data(vec![0; length].into());
    assert_eq!(violations(&upload(4)), [""; 0]);
    assert_eq!(
        violations(&upload(5)),
        ["Value with length 5 at '/Data' failed to satisfy constraint: \
          Member must have length between 1 and 4, inclusive"],
    );
    let upload = everything().with_unique(vec![data(), data()]).with_parts(vec![Bytes::new()]);
    assert_eq!(paths(&upload), ["/Parts/0", "/Unique"]);
}

#[test]
fn headers_and_bodies_of_http() {
    let upload = Upload::default().with_digest(data()).with_data(data());
    let request = Put::request(&upload).unwrap();
    assert!(http::headers(&request).contains(&("X-Digest", "+/8=")));
    assert_eq!(request.body, br#"{"Data":"+/8="}"#);
    let download = http::output::<Put>(http::NONE, r#"{"Data": "+/8="}"#);
    assert_eq!(download, Download::default().with_data(data()));

    let body = Body::default().with_content(data());
    assert_eq!(Stream::request(&body).unwrap().body, data());
    let answer = Stream::response(200, http::NONE.iter().copied(), &data()).unwrap();
    assert_eq!(answer, body);

    let headers = [("X-Amzn-Errortype", "Broken")];
    let error = http::error::<Put>(400, &headers, r#"{"Rest": "+/8="}"#);
    assert_eq!(http::members!(error, PutError::Broken), Broken::default().with_rest(data()));
}
