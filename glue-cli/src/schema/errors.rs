//! Errors whose body says which one it is.

use glue_codegen::inspect::JsonSchema;
use serde_json::json;

use crate::subject::{ErrorSubject, TYPE};

/// Makes the schemas of errors refuse bodies that name another error. A body need not name any,
/// because a header may.
pub(super) fn bind(schemas: &mut [JsonSchema], errors: &[ErrorSubject<'_>]) {
    for error in errors {
        let Some(one) = schemas.get_mut(error.place) else { continue };
        let named = json!({"type": "string", "pattern": pattern(error.names)});
        let own = &mut one.schema["properties"][TYPE];
        *own = match own.is_null() {
            true => named,
            false => json!({"allOf": [own, named]}),
        };
    }
}

/// A pattern for the names, after a namespace that ends with `#`, and before anything that begins
/// with a colon.
fn pattern(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| escaped(name)).collect();
    format!("^(?:[^#:]*#)?(?:{})(?::.*)?$", names.join("|"))
}

/// Text as a pattern of ECMAScript that matches it alone.
fn escaped(text: &str) -> String {
    let mut pattern = String::new();
    for character in text.chars() {
        if r"^$\.*+?()[]{}|".contains(character) {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern
}
