//! The error that Smithy's server generators ask every validating operation to have.
//!
//! Its package is seldom part of the file that a model is saved to, and its definition is always the
//! same. Other errors of its namespace differ between generators; where the file does not define
//! them, they stay unmodeled, and are read as any other error that a model does not name.

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

/// Whether an error may be left out of the file.
pub(super) fn has(id: &str) -> bool {
    id.starts_with(NAMESPACE)
}
