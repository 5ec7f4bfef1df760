// Explanations: the differences that the documentation of `glue-runtime` lists.

/// Why a schema may refuse what is read and valid.
fn explain_refusal(value: &Value, validator: &Validator) -> Option<&'static str> {
    let mut without = value.clone();
    drop_nulls(&mut without);
    if without != *value && validator.is_valid(&without) {
        return Some("null");
    }
    let mut errors = validator.iter_errors(value).peekable();
    errors.peek()?;
    let is_unique = |error: &jsonschema::ValidationError<'_>| {
        matches!(error.kind(), jsonschema::error::ValidationErrorKind::UniqueItems)
    };
    errors.all(|error| is_unique(&error)).then_some("entries that differ in what is not read")
}

fn drop_nulls(value: &mut Value) {
    match value {
        Value::Array(entries) => {
            entries.retain(|entry| !entry.is_null());
            entries.iter_mut().for_each(drop_nulls);
        }
        Value::Object(members) => {
            members.retain(|_, member| !member.is_null());
            members.values_mut().for_each(drop_nulls);
        }
        _ => {}
    }
}

/// Why a schema may accept what is not read.
fn explain_unread(value: &Value, error: &str) -> Option<&'static str> {
    if error.contains("invalid timestamp \"") {
        return Some("text that is no time");
    }
    if error.contains("has no member set") && has_null_alone(value) {
        return Some("a member of a union that is null");
    }
    let number = error.split_once("floating point `").and_then(|(_, rest)| rest.split_once('`'));
    let number = number.and_then(|(number, _)| number.parse::<f64>().ok());
    number.is_some_and(|number| number.abs() >= 1e15).then_some("a float of more than 15 digits")
}

/// Whether an object somewhere has one member, and that is null.
fn has_null_alone(value: &Value) -> bool {
    match value {
        Value::Array(entries) => entries.iter().any(has_null_alone),
        Value::Object(members) => {
            (members.len() == 1 && members.values().all(Value::is_null))
                || members.values().any(has_null_alone)
        }
        _ => false,
    }
}

/// Why a schema may accept what has violations.
fn explain_broken(
    value: &Value,
    violations: &[Violation],
    patterns: &Patterns,
) -> Option<&'static str> {
    use glue_runtime::ViolationKind as Kind;
    let explain = |violation: &Violation| match violation.kind() {
        Kind::Required if at(value, violation.path()).is_some_and(Value::is_null) => {
            Some("a document that is null")
        }
        Kind::Pattern { pattern, .. } => {
            let is_written =
                patterns.get(pattern.as_ref()).is_some_and(|(is_written, _)| *is_written);
            (!is_written).then_some("a pattern that is only described")
        }
        Kind::Length { length, min, max, .. } => {
            let text = at(value, violation.path())?.as_str()?;
            let is_blob = text.chars().count() as u64 != *length;
            let is_near =
                min.is_none_or(|min| length + 2 >= min) && max.is_none_or(|max| *length <= max + 2);
            (is_blob && is_near).then_some("up to two bytes more")
        }
        Kind::UniqueItems => Some("entries that are spelled differently"),
        _ => None,
    };
    let mut reasons = violations.iter().map(explain);
    let first = reasons.next()??;
    reasons.all(|reason| reason.is_some()).then_some(first)
}
