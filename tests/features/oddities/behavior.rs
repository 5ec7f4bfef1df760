//! Errors with one code, and with the names of generated items.

use generated_tests::oddities::{First, GetError, Second, Unmodeled};
use glue_runtime::OperationError;

use crate::support::envelope;

#[test]
fn of_errors_with_one_code_the_first_is_read() {
    let error = GetError::from(envelope(r#"{"__type":"Same"}"#));
    assert_eq!(error, GetError::First(First::default().into()));
    assert_eq!(GetError::Second(Second::default().into()).code(), Some("Same"));
    let error = GetError::from(envelope(r#"{"__type":"Unmodeled"}"#));
    assert_eq!(error, GetError::Unmodeled2(Unmodeled::default().into()));
    let error = GetError::from(envelope(r#"{"__type":"Other"}"#));
    assert!(matches!(error, GetError::Unmodeled(_)));
}
