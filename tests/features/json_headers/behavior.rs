//! Headers that hold JSON: encoded on the wire, text at rest, JSON on the command line.

use generated_tests::json_headers::{PostContent, PostContentRequest, PostContentResponse};
use glue_runtime::{Blob, CommandLine, Operation};
use serde_json::json;

#[test]
fn headers_of_json_are_text_on_the_wire() {
    let text = r#"{"b":1,"a":"ü"}"#;
    let response = PostContentResponse::default().with_slots(text);
    assert_eq!(serde_json::to_value(&response).unwrap(), json!({"slots": text}));
    let printed = serde_json::to_string(&CommandLine(&response)).unwrap();
    assert_eq!(printed, format!(r#"{{"slots":{text}}}"#));
    assert_eq!(serde_json::from_str::<PostContentResponse>(&printed).unwrap(), response);

    let headers = [("x-amz-lex-slots", "eyJiIjoxLCJhIjoiw7wifQ==")];
    let received = PostContent::response(200, headers, b"").unwrap();
    assert_eq!(received.slots.as_deref(), Some(text));
    let plain = PostContent::response(200, [("x-amz-lex-slots", "{}")], b"").unwrap();
    assert_eq!(plain.slots.as_deref(), Some("{}"));
    let request = PostContentRequest::default()
        .with_bot_name("b")
        .with_bot_alias("a")
        .with_user_id("user")
        .with_content_type("text/plain")
        .with_input_stream(Blob::from(b"x"))
        .with_request_attributes(text);
    let request = PostContent::request(&request).unwrap();
    let header = request.header("x-amz-lex-request-attributes");
    assert_eq!(header, Some("eyJiIjoxLCJhIjoiw7wifQ=="));
}
