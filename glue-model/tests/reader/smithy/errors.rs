//! Errors.

use glue_model::{ErrorTrait, Fault, Model, ShapeKind};

use super::reaching;
use crate::common::{model, shape};

const ERRORS: &str = r#"
    "t#Plain": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "client"}},
    "t#Coded": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "client", "smithy.api#httpError": 404,
        "aws.protocols#awsQueryError": {"code": "Other", "httpResponseCode": 404}}},
    "t#Same": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "server", "smithy.api#httpError": 503,
        "aws.protocols#awsQueryError": {"code": "Same", "httpResponseCode": 503}}},
    "t#Again": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "server", "smithy.api#retryable": {}}},
    "t#Slow": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "client", "smithy.api#retryable": {"throttling": true}}},
    "t#None": {"type": "structure", "members": {}, "traits": {"smithy.api#retryable": {}}}
    "#;

type Details<'m> = Option<(Option<&'m str>, Option<u16>, Fault, bool, bool)>;

fn details<'m>(model: &'m Model, name: &str) -> Details<'m> {
    let ShapeKind::Structure(structure) = &shape(model, name).kind else { panic!("no structure") };
    let details = |error: &'m ErrorTrait| {
        (error.code.as_deref(), error.status, error.fault, error.retryable, error.throttling)
    };
    structure.error.as_ref().map(details)
}

#[test]
fn errors_have_code_status_and_fault() {
    let text = reaching(&["t#Plain", "t#Coded", "t#Same", "t#Again", "t#Slow", "t#None"], ERRORS);
    let query = model(&text.replace("restJson1", "awsQuery"));
    assert_eq!(details(&query, "Plain"), Some((None, None, Fault::Client, false, false)));
    assert_eq!(
        details(&query, "Coded"),
        Some((Some("Other"), Some(404), Fault::Client, false, false))
    );
    assert_eq!(details(&query, "Same"), Some((None, Some(503), Fault::Server, false, false)));
    assert_eq!(details(&query, "Again"), Some((None, None, Fault::Server, true, false)));
    assert_eq!(details(&query, "Slow"), Some((None, None, Fault::Client, true, true)));
    assert_eq!(details(&query, "None"), None);
    for protocol in ["restJson1", "awsJson1_0", "restXml"] {
        let other = model(&text.replace("restJson1", protocol));
        assert_eq!(details(&other, "Coded"), Some((None, Some(404), Fault::Client, false, false)));
    }
}

#[test]
fn a_renamed_error_keeps_its_name_on_the_wire() {
    let text = reaching(&["t#Plain"], ERRORS)
        .replace(r#""version": "2020-02-02","#, r#""rename": {"t#Plain": "Fancy"},"#);
    assert_eq!(
        details(&model(&text), "Fancy"),
        Some((Some("Plain"), None, Fault::Client, false, false))
    );
}
