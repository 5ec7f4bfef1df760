//! The error that Smithy's server generators require of every validating operation.
//!
//! Its package is rarely part of a saved model, and its definition is always the same. Other errors
//! of its namespace differ between generators. If the file does not define them, they stay
//! unmodeled, and are read like any other error that a model does not name.

/// The namespace.
const NAMESPACE: &str = "smithy.framework#";

/// The shapes in Smithy's JSON AST, as `smithy-validation-model` defines them.
pub(super) const SHAPES: &str = r#"{
    "smithy.framework#ValidationException": {
        "type": "structure",
        "members": {
            "message": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}}},
            "fieldList": {"target": "smithy.framework#ValidationExceptionFieldList"}
        },
        "traits": {
            "smithy.api#documentation": "Values of the request that break the model's constraints.",
            "smithy.api#error": "client"
        }
    },
    "smithy.framework#ValidationExceptionFieldList": {
        "type": "list",
        "member": {"target": "smithy.framework#ValidationExceptionField"}
    },
    "smithy.framework#ValidationExceptionField": {
        "type": "structure",
        "members": {
            "path": {
                "target": "smithy.api#String",
                "traits": {
                    "smithy.api#documentation": "Where the value is in the request, as a JSON pointer.",
                    "smithy.api#required": {}
                }
            },
            "message": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}}}
        }
    }
}"#;

/// Whether a file may leave out the definition of an error.
pub(super) fn has(id: &str) -> bool {
    id.starts_with(NAMESPACE)
}
