//! Numbers of single precision: the digits that came are those that are written.

use generated_tests::floats::{Block, GetDocumentAnalysisResponse, JobStatus, Score};
use glue_runtime::Validate;
use serde_json::json;

/// Confidences that a service has widened, of which serde_json alone misses some.
const TEXTRACT: &str = include_str!("textract.json");

#[test]
fn a_widened_number_comes_back_as_it_came() {
    let response: GetDocumentAnalysisResponse = serde_json::from_str(TEXTRACT).unwrap();
    let block = &response.blocks.as_ref().unwrap()[0];
    assert_eq!(response.job_status, Some(JobStatus::Succeeded));
    assert_eq!(block.confidence, Some(f64::from(99.84735_f32)));
    assert_eq!(serde_json::to_string(&response).unwrap(), TEXTRACT.trim_end());
    for digits in ["99.25072479248047", "99.84735", "0.1", "0.10000000149011612", "100.0", "1e-7"] {
        let text = format!(r#"{{"Confidence":{digits}}}"#);
        let block: Block = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_string(&block).unwrap(), text);
    }
}

#[test]
fn numbers_in_collections_and_unions_do_as_well() {
    for text in [
        r#"{"Weights":[99.84735107421875,0.1,"NaN","-Infinity"]}"#,
        r#"{"Offsets":{"a":99.25072479248047}}"#,
        r#"{"Score":{"Ratio":99.84735107421875}}"#,
    ] {
        let response: GetDocumentAnalysisResponse = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&response).unwrap(), text);
    }
    let score: Score = serde_json::from_value(json!({"Ratio": 1})).unwrap();
    assert_eq!(score, Score::Ratio(1.0));
}

#[test]
fn a_double_is_left_as_the_reader_gives_it() {
    // Next to the widened 0.1, and no reason to take it for that.
    let near = f64::from_bits(f64::from(0.1_f32).to_bits() + 1);
    let value = GetDocumentAnalysisResponse::default().with_exact(near);
    let mut bytes = Vec::new();
    ciborium::into_writer(&value, &mut bytes).unwrap();
    let read: GetDocumentAnalysisResponse = ciborium::from_reader(&bytes[..]).unwrap();
    assert_eq!(read.exact, Some(near));
}

#[test]
fn single_precision_of_a_binary_format_is_widened() {
    // {"Confidence": 0.1} with a number of 32 bits.
    let number = [0xfa, 0x3d, 0xcc, 0xcc, 0xcd, 0xff];
    let cbor = [&[0xbf, 0x6a][..], b"Confidence", &number].concat();
    let block: Block = ciborium::from_reader(&cbor[..]).unwrap();
    assert_eq!(block.confidence, Some(0.100_000_001_490_116_12));
    let mut bytes = Vec::new();
    ciborium::into_writer(&block, &mut bytes).unwrap();
    assert_eq!(bytes, cbor);
}

#[test]
fn a_range_has_the_bounds_of_the_model() {
    let check = |confidence| Block::default().with_confidence(confidence).validate().is_ok();
    assert!(check(100.0) && check(0.0) && check(99.847_351_074_218_75));
    assert!(!check(100.000_000_1) && !check(-1e-300) && !check(f64::NAN));
}
