//! Streams of events, which are left to the sender and to the receiver.

use generated_tests::event_streams::{Talk, TalkRequest, TalkResponse, Word, Words};
use glue_runtime::Operation;

use crate::http::headers;

#[test]
fn streams_of_events_are_left_to_the_sender() {
    let talk = TalkRequest::default().with_language("de");
    let request = Talk::request(&talk).unwrap();
    let expected = [("Content-Type", "application/vnd.amazon.eventstream"), ("X-Language", "de")];
    assert_eq!((headers(&request), request.body.as_slice()), (expected.to_vec(), b"".as_slice()));
    let error = Talk::request(&talk.with_words(Words::Word(Word::default()))).unwrap_err();
    let expected = "the body cannot be written: events are sent after the request, not as a member";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn streams_of_events_are_left_to_the_receiver() {
    let talk = TalkResponse::default().with_session("s");
    for body in [b"".as_slice(), b"\0\0\0\x10\0\0\0\0\xff"] {
        assert_eq!(Talk::response(200, [("X-Session", "s")], body).unwrap(), talk);
    }
}
