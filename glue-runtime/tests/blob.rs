//! `Blob` against the test vectors of RFC 4648, and against the base64 crate.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use glue_runtime::Blob;
use proptest::prelude::*;
use serde_test::{Configure, Token, assert_de_tokens, assert_tokens};

/// Section 10 of RFC 4648, then the rest of the alphabet.
const VECTORS: [(&[u8], &str); 9] = [
    (b"", ""),
    (b"f", "Zg=="),
    (b"fo", "Zm8="),
    (b"foo", "Zm9v"),
    (b"foob", "Zm9vYg=="),
    (b"fooba", "Zm9vYmE="),
    (b"foobar", "Zm9vYmFy"),
    (b"\x00\xff\xfe", "AP/+"),
    (b"\xfb\xff\xbf", "+/+/"),
];

fn read_error(text: &str) -> String {
    let json = serde_json::Value::from(text);
    match serde_json::from_value::<Blob>(json) {
        Ok(blob) => format!("read as {:?}", &*blob),
        Err(error) => error.to_string(),
    }
}

#[test]
fn json_holds_base64() {
    for (bytes, text) in VECTORS {
        let blob = Blob::from(bytes);
        let json = format!("\"{text}\"");
        assert_eq!(serde_json::to_string(&blob).unwrap(), json);
        assert_eq!(serde_json::from_str::<Blob>(&json).unwrap(), blob);
    }
}

#[test]
fn padding_may_be_missing() {
    for (bytes, text) in VECTORS {
        let json = format!("\"{}\"", text.trim_end_matches('='));
        assert_eq!(&*serde_json::from_str::<Blob>(&json).unwrap(), bytes);
    }
    assert_eq!(&*serde_json::from_str::<Blob>("\"Zg=\"").unwrap(), b"f");
}

#[test]
fn escaped_json_is_read() {
    let blob: Blob = serde_json::from_str(r#""AP\/\u002b""#).unwrap();
    assert_eq!(&*blob, b"\x00\xff\xfe");
}

#[test]
fn bad_base64_is_refused_with_its_offset() {
    for (text, error) in [
        ("!", "invalid base64 at offset 0"),
        ("Zm9v!mFy", "invalid base64 at offset 4"),
        ("Zm9vYmF!", "invalid base64 at offset 7"),
        ("Zm9vYmFyé", "invalid base64 at offset 8"),
        ("Zm9v\nYmFy", "invalid base64 at offset 4"),
        (" Zm9v", "invalid base64 at offset 0"),
        ("Zm9-", "invalid base64 at offset 3"),
        ("Zm9_", "invalid base64 at offset 3"),
        ("Zg==Zg==", "invalid base64 at offset 2"),
        ("=", "invalid base64 at offset 0"),
        ("Zm9v=", "invalid base64 at offset 4"),
        ("Zm8==", "invalid base64 at offset 3"),
        // The last symbol has bits that no byte needs.
        ("Zh==", "invalid base64 at offset 1"),
        ("Zm9", "invalid base64 at offset 2"),
        ("Z", "base64 is cut off at offset 1"),
        ("Zm9vY", "base64 is cut off at offset 5"),
    ] {
        assert_eq!(read_error(text), error, "{text:?}");
    }
}

#[test]
fn other_json_is_refused() {
    for json in ["null", "1", "[102]", "{}", "true"] {
        let error = serde_json::from_str::<Blob>(json).unwrap_err();
        assert!(error.to_string().contains("expected base64"), "{error}");
    }
}

#[test]
fn binary_formats_hold_bytes() {
    let blob = Blob::from(b"foo");
    assert_tokens(&blob.clone().compact(), &[Token::Bytes(b"foo")]);
    assert_de_tokens(&blob.clone().compact(), &[Token::ByteBuf(b"foo")]);
    assert_de_tokens(&blob.clone().compact(), &[Token::Str("Zm9v")]);
    let sequence = [
        Token::Seq { len: None },
        Token::U8(b'f'),
        Token::U8(b'o'),
        Token::U8(b'o'),
        Token::SeqEnd,
    ];
    assert_de_tokens(&blob.clone().compact(), &sequence);
    assert_tokens(&blob.readable(), &[Token::Str("Zm9v")]);
}

#[test]
fn debug_shows_the_length_alone() {
    assert_eq!(format!("{:?}", Blob::from(b"secret")), "Blob(6 bytes)");
    assert_eq!(format!("{:?}", Blob::default()), "Blob(0 bytes)");
}

#[test]
fn bytes_go_in_and_come_out() {
    let blob = Blob::from(vec![1, 2, 3]);
    assert_eq!(blob, Blob::from(&[1, 2, 3]));
    assert_eq!(blob.len(), 3);
    assert_eq!(blob.as_ref(), [1, 2, 3]);
    assert_eq!(Vec::from(blob.clone()), [1, 2, 3]);

    let address = blob.as_ptr();
    let bytes = blob.into_inner();
    assert_eq!(bytes, [1, 2, 3]);
    assert_eq!(bytes.as_ptr(), address);
}

proptest! {
    #[test]
    fn base64_agrees_with_the_base64_crate(bytes: Vec<u8>) {
        let blob = Blob::from(bytes.as_slice());
        let padded = serde_json::Value::from(STANDARD.encode(&bytes));
        let unpadded = serde_json::Value::from(STANDARD_NO_PAD.encode(&bytes));
        prop_assert_eq!(&serde_json::to_value(&blob).unwrap(), &padded);
        prop_assert_eq!(&serde_json::from_value::<Blob>(padded).unwrap(), &blob);
        prop_assert_eq!(&serde_json::from_value::<Blob>(unpadded).unwrap(), &blob);
    }

    #[test]
    fn what_is_read_writes_back_unchanged(text in "[A-Za-z0-9+/]{0,9}=?=?|.{0,8}") {
        let json = serde_json::Value::from(text.as_str());
        if let Ok(blob) = serde_json::from_value::<Blob>(json) {
            let back = serde_json::to_value(&blob).unwrap();
            prop_assert_eq!(back.as_str().unwrap().trim_end_matches('='), text.trim_end_matches('='));
        }
    }
}
