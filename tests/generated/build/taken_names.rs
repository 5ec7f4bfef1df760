//! Models whose names mean something to Rust, to the standard library or to generated code itself.

use serde_json::{Map, Value, json};

/// Shapes and operations are called so.
const TYPES: &[&str] = &[
    "A",
    "AsRef",
    "Blob",
    "Box",
    "Checker",
    "Clone",
    "Copy",
    "D",
    "Debug",
    "Default",
    "Deserialize",
    "Deserializer",
    "Display",
    "Document",
    "Drop",
    "E",
    "Eq",
    "Err",
    "Error",
    "ErrorShape",
    "Float",
    "Fn",
    "Formatter",
    "From",
    "GetError",
    "GetOperation",
    "Hash",
    "Into",
    "Iterator",
    "List",
    "M",
    "Map",
    "None",
    "Ok",
    "Operation",
    "OperationError",
    "Option",
    "PartialEq",
    "Placeholder",
    "Plain",
    "Result",
    "S",
    "SERVICE",
    "Self",
    "Send",
    "Serialize",
    "Serializer",
    "Sized",
    "Some",
    "String",
    "Structure",
    "Sync",
    "T",
    "Timestamp",
    "ToString",
    "U",
    "Union",
    "Unknown",
    "Unmodelled",
    "UnmodelledError",
    "VALUES",
    "Validate",
    "Vec",
    "Violations",
    "bool",
    "checks",
    "core",
    "crate",
    "glue_runtime",
    "i32",
    "patterns",
    "self",
    "serde",
    "std",
    "str",
    "super",
    "type",
    "u8",
    "usize",
];

/// Members are called so.
const MEMBERS: &[&str] = &[
    "A",
    "A_",
    "Message",
    "New",
    "Self",
    "a",
    "a_",
    "as_str",
    "async",
    "await",
    "check",
    "checker",
    "clone",
    "code",
    "crate",
    "default",
    "deserialize",
    "dyn",
    "entry",
    "eq",
    "error",
    "f",
    "fmt",
    "from",
    "gen",
    "is",
    "macro_rules",
    "member",
    "message",
    "new",
    "placeholder",
    "read_member",
    "self",
    "serialize",
    "start",
    "super",
    "to",
    "try",
    "type",
    "union",
    "validate",
    "value",
    "with_a",
    "write_members",
];

/// Strings are called so, as functions that their patterns call.
const PATTERNS: &[(&str, &str)] =
    &[("between_steps", "x[a-z]{9}(ab|b)*y?z"), ("matches_steps", "[a-z]+-[0-9]+")];

/// Enums have these values.
const VALUES: &[&str] = &[
    "", "\n", "\"", "'", "-", "--", "//", "1", "A", "Default", "None", "Ok", "Result", "Self",
    "Some", "Unknown", "VALUES", "\\", "a", "as_str", "self", "type", "unknown", "{}", "\u{e9}",
    "\u{202e}",
];

/// Each model's name, its operations and its shapes.
pub(crate) fn models() -> Vec<(&'static str, Value, Map<String, Value>)> {
    let input = json!({"Get": operation("Get", json!({"input": {"shape": "Root"}}))});
    let output = json!({"Get": operation("Get", json!({"output": {"shape": "Root"}}))});
    let errors: Vec<Value> = TYPES.iter().map(|name| json!({"shape": name})).collect();
    let errors = json!({"Get": operation("Get", json!({"errors": errors}))});
    let operations: Map<String, Value> =
        TYPES.iter().map(|name| ((*name).to_owned(), operation(name, json!({})))).collect();
    let structure = json!({"type": "structure", "members": members()});
    let request = json!({"type": "structure", "members": members(), "required": MEMBERS});
    let error = json!({"type": "structure", "members": members(), "exception": true});
    let union = json!({"type": "structure", "members": members(), "union": true});
    vec![
        ("taken_structures", output.clone(), shapes(&structure)),
        ("taken_requests", input, shapes(&request)),
        ("taken_errors", errors, shapes(&error)),
        ("taken_unions", output.clone(), shapes(&union)),
        ("taken_enums", output, shapes(&json!({"type": "string", "enum": VALUES}))),
        ("taken_operations", Value::Object(operations), Map::new()),
    ]
}

fn operation(name: &str, more: Value) -> Value {
    let mut operation = json!({"name": name, "http": {"method": "POST", "requestUri": "/"}});
    if let (Value::Object(operation), Value::Object(more)) = (&mut operation, more) {
        operation.extend(more);
    }
    operation
}

/// A shape of each name, all members of `Root`. Only the first has all that the names are to be
/// tried with, for all together would take a compiler minutes.
fn shapes(full: &Value) -> Map<String, Value> {
    let mut small = full.clone();
    if let Some(Value::Object(members)) = small.get_mut("members") {
        let mut number = 0;
        members.retain(|_, _| {
            number += 1;
            number <= 3
        });
    }
    if let Some(Value::Array(required)) = small.get_mut("required") {
        required.truncate(3);
    }
    let mut shapes = Map::new();
    shapes.insert("value".into(), json!({"type": "string", "min": 1, "pattern": "[a-z]*"}));
    for (name, pattern) in PATTERNS {
        shapes.insert((*name).into(), json!({"type": "string", "pattern": pattern}));
    }
    shapes.insert("entry".into(), json!({"type": "timestamp", "timestampFormat": "iso8601"}));
    shapes.insert("checker".into(), json!({"type": "list", "member": {"shape": "value"}}));
    let names = TYPES.iter().chain(PATTERNS.iter().map(|(name, _)| name));
    let root: Map<String, Value> =
        names.map(|name| (format!("The{name}"), json!({"shape": name}))).collect();
    shapes.insert("Root".into(), json!({"type": "structure", "members": root}));
    for (index, name) in TYPES.iter().enumerate() {
        let shape = if index == 0 { full } else { &small };
        shapes.insert((*name).to_owned(), shape.clone());
    }
    shapes
}

fn members() -> Map<String, Value> {
    let targets = ["value", "entry", "checker"].iter().cycle();
    let members = MEMBERS.iter().zip(targets);
    members.map(|(name, target)| ((*name).to_owned(), json!({"shape": target}))).collect()
}
