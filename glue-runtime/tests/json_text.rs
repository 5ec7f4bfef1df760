//! Text that holds JSON, and documents.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use glue_runtime::{Document, JsonText};

#[test]
fn text_and_documents_convert() {
    let text = JsonText::from("{\"b\": [1.0, \"\\u00e9\"], \"a\": null}");
    let document = text.to_document().unwrap();
    assert_eq!(document.pointer("/b/1").and_then(Document::as_str), Some("é"));
    assert_eq!(JsonText::from(document.clone()).as_str(), r#"{"a":null,"b":[1.0,"é"]}"#);
    assert_eq!(JsonText::from(document), text);
    assert_ne!(text, JsonText::from("{\"b\": [1, \"é\"], \"a\": null}"));
    assert_ne!(JsonText::from("a: 1"), JsonText::from("a:  1"));
    assert_eq!(JsonText::from("a: 1").to_document(), None);
}
