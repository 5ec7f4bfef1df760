//! Models whose names mean something to Rust, to the standard library or to generated code itself.

use serde_json::{Map, Value, json};

/// Shapes and operations are called so.
const TYPES: &[&str] = &[
    "A",
    "AsRef",
    "Blob",
    "Box",
    "Built",
    "CODE",
    "Chars",
    "Checker",
    "Clone",
    "ConversionError",
    "Copy",
    "Counterpart",
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
    "Form",
    "Formatter",
    "From",
    "GetError",
    "GetOperation",
    "Hash",
    "Input",
    "Into",
    "Item",
    "Iterator",
    "List",
    "M",
    "MEMBERS",
    "Map",
    "Member",
    "NAME",
    "New",
    "None",
    "Of",
    "Ok",
    "Operation",
    "OperationError",
    "Option",
    "Ord",
    "Output",
    "Owned",
    "PartialEq",
    "PartialOrd",
    "Placeholder",
    "Plain",
    "Result",
    "S",
    "SDK",
    "SERVICE",
    "Sdk",
    "Self",
    "Send",
    "Serialize",
    "Serializer",
    "Sized",
    "Some",
    "Source",
    "String",
    "Structure",
    "Sync",
    "T",
    "Target",
    "Texts",
    "Timestamp",
    "ToString",
    "TypeSchema",
    "U",
    "Union",
    "Unknown",
    "Unmodeled",
    "UnmodeledError",
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
    "C_O_D_E",
    "M_E_M_B_E_R_S",
    "Message",
    "N_A_M_E",
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
    "err",
    "error",
    "f",
    "fmt",
    "from",
    "gen",
    "input",
    "is",
    "item",
    "macro_rules",
    "member",
    "message",
    "new",
    "ok",
    "output",
    "owned",
    "placeholder",
    "read_member",
    "sdk",
    "self",
    "serialize",
    "start",
    "super",
    "target",
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

/// Enums have these values. In capitals a letter at a time they are variants that associated constants
/// are called as.
const VALUES: &[&str] = &[
    "",
    "\n",
    "\"",
    "'",
    "-",
    "--",
    "//",
    "1",
    "A",
    "Default",
    "ERR",
    "ERROR",
    "INPUT",
    "ITEM",
    "N_A_M_E",
    "None",
    "OUTPUT",
    "OWNED",
    "Ok",
    "Result",
    "SDK",
    "Self",
    "Some",
    "TARGET",
    "Unknown",
    "UnknownA",
    "VALUES",
    "V_A_L_U_E_S",
    "\\",
    "a",
    "as_str",
    "self",
    "type",
    "unknown",
    "{}",
    "\u{e9}",
    "\u{202e}",
];

/// Enums of all names that begin as the catch-all does, so that clippy finds them badly named.
const ALIKE: &[&str] = &["UNKNOWN_A", "UNKNOWN_B"];

/// Each model's name, its operations and its shapes.
pub(crate) fn models() -> Vec<(&'static str, Value, Map<String, Value>)> {
    let errors: Vec<Value> = TYPES.iter().map(|name| json!({"shape": name})).collect();
    let input = twice(&json!({"input": {"shape": "Root"}}));
    let output = twice(&json!({"output": {"shape": "Root"}}));
    let errors = twice(&json!({"errors": errors}));
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
        ("taken_enums", output.clone(), shapes(&json!({"type": "string", "enum": VALUES}))),
        ("alike_enums", output, shapes(&json!({"type": "string", "enum": ALIKE}))),
        ("taken_operations", Value::Object(operations), Map::new()),
    ]
}

/// Two operations that share all their types, so that in a folder each file imports those of others.
fn twice(more: &Value) -> Value {
    json!({"Get": operation("Get", more.clone()), "Put": operation("Put", more.clone())})
}

fn operation(name: &str, more: Value) -> Value {
    let mut operation = json!({"name": name, "http": {"method": "POST", "requestUri": "/"}});
    if let (Value::Object(operation), Value::Object(more)) = (&mut operation, more) {
        operation.extend(more);
    }
    operation
}

/// A shape of each name, all members of `Root`. Only the first has all that the names are to be
/// tried with, because all together would take a compiler minutes.
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
