//! Errors of Smithy's framework that the file does not define.

use glue_model::{Facet, Fault, ShapeKind};

use super::{names, taking};
use crate::common::{members, model, shape};

/// A model whose operation has an error, and which has these shapes.
fn failing(error: &str, shapes: &str) -> String {
    let operation = r#""input": {"target": "t#In"}"#;
    taking(&format!(r#""t#In": {{"type": "structure", "members": {{}}}}{shapes}"#))
        .replace(operation, &format!(r#"{operation}, "errors": [{{"target": "{error}"}}]"#))
}

#[test]
fn the_validation_error_is_known() {
    let model = model(&failing("smithy.framework#ValidationException", ""));
    assert_eq!(
        names(&model),
        [
            "In",
            "ValidationException",
            "ValidationExceptionFieldList",
            "ValidationExceptionField",
            "String"
        ]
    );
    let ShapeKind::Structure(error) = &shape(&model, "ValidationException").kind else {
        panic!("a structure");
    };
    let facts = error.error.as_ref().unwrap();
    assert_eq!((facts.fault, facts.status, facts.code.as_deref()), (Fault::Client, None, None));
    let required: Vec<(&str, bool)> =
        error.members.iter().map(|member| (member.name.as_str(), member.required)).collect();
    assert_eq!(required, [("message", true), ("fieldList", false)]);
    let fields: Vec<&str> = (members(&model, "ValidationExceptionField").iter())
        .map(|member| member.name.as_str())
        .collect();
    assert_eq!(fields, ["path", "message"]);
    // They have no place in the file.
    let errors = &model.operations[0].errors;
    assert_eq!(model.pointer(errors[0], None, Facet::Whole), "/shapes");
}

#[test]
fn what_the_file_defines_counts() {
    let own = r#", "smithy.framework#ValidationException": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "server"}}"#;
    let model = model(&failing("smithy.framework#ValidationException", own));
    assert_eq!(names(&model), ["In", "ValidationException"]);
    let errors = &model.operations[0].errors;
    assert_eq!(
        model.pointer(errors[0], None, Facet::Whole),
        "/shapes/smithy.framework#ValidationException"
    );
}

#[test]
fn it_makes_way_for_a_shape_of_its_name_and_keeps_its_code() {
    let other = r#", "t#ValidationException": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "client"}}"#;
    let text = failing("smithy.framework#ValidationException", other)
        .replace(r#""errors": ["#, r#""errors": [{"target": "t#ValidationException"}, "#);
    let model = model(&text);
    let ShapeKind::Structure(error) = &shape(&model, "SmithyValidationException").kind else {
        panic!("a structure");
    };
    let code = error.error.as_ref().and_then(|error| error.code.as_deref());
    assert_eq!(code, Some("ValidationException"));
}

#[test]
fn other_errors_of_the_framework_stay_unmodeled() {
    let model = model(&failing("smithy.framework#InternalFailureException", ""));
    assert_eq!(names(&model), ["In"]);
    assert!(model.operations[0].errors.is_empty());
}
