// Explanations: the differences that the documentation of `glue-runtime` lists.

/// Why a schema may refuse what is read, valid, and written like this.
fn explain_refusal(value: &Value, written: &Value, validator: &Validator) -> Option<&'static str> {
    let mut without = value.clone();
    drop_nulls(&mut without);
    if without != *value && validator.is_valid(&without) {
        return Some("null");
    }
    let explain = |error: jsonschema::ValidationError<'_>| match error.kind() {
        jsonschema::error::ValidationErrorKind::UniqueItems => {
            Some("entries that differ in what is not read")
        }
        _ => {
            let text = written.pointer(error.instance_path().as_str())?.as_str()?;
            let is_same = [text.to_owned(), percent_decoded(text)].iter().any(|text| {
                serde_json::from_str(text).is_ok_and(|value: Value| value == **error.instance())
            });
            is_same.then_some("JSON in place of text that holds JSON")
        }
    };
    let mut reasons = validator.iter_errors(&without).map(explain);
    let first = reasons.next()??;
    reasons.all(|reason| reason.is_some()).then_some(first)
}

/// Text with `%7B` and the like decoded, as far as it can be.
fn percent_decoded(text: &str) -> String {
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let code = part.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.extend(code);
        bytes.extend(part.bytes().skip(if code.is_some() { 2 } else { 0 }));
    }
    String::from_utf8_lossy(&bytes).into_owned()
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

/// Why a schema may accept what is not read. Errors in sensitive values do not say what is wrong.
fn explain_unread(value: &Value, error: &str) -> Option<&'static str> {
    let names = |words: &str| error.contains("a sensitive value") || error.contains(words);
    if error.contains("invalid timestamp \"") {
        Some("text that is no time")
    } else if names("has no member set") && has(value, &is_null_alone) {
        Some("a member of a union that is null")
    } else if names("floating point `") && has(value, &is_long_float) {
        Some("a float of more than 15 digits")
    } else {
        None
    }
}

/// Whether a value, or one within it, is of a kind.
fn has(value: &Value, kind: &impl Fn(&Value) -> bool) -> bool {
    kind(value)
        || match value {
            Value::Array(entries) => entries.iter().any(|entry| has(entry, kind)),
            Value::Object(members) => members.values().any(|member| has(member, kind)),
            _ => false,
        }
}

/// An object with one member, which is null.
fn is_null_alone(value: &Value) -> bool {
    let Value::Object(members) = value else { return false };
    members.len() == 1 && members.values().all(Value::is_null)
}

fn is_long_float(value: &Value) -> bool {
    value.is_f64() && value.as_f64().is_some_and(|number| number.abs() >= 1e15)
}

/// The constraints of IAM's policies, which are percent-encoded in responses.
const POLICY_PATTERN: &str = "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+";
const POLICY_LENGTH: u64 = 131_072;

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
        Kind::Pattern { pattern, .. } if pattern == POLICY_PATTERN => {
            Some("a policy that is percent-encoded")
        }
        Kind::Length { max: Some(POLICY_LENGTH), .. } => Some("a policy that is percent-encoded"),
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
            (is_blob && is_near).then_some("up to two bytes too many or too few")
        }
        Kind::UniqueItems => Some("entries that are spelled differently"),
        _ => None,
    };
    let mut reasons = violations.iter().map(explain);
    let first = reasons.next()??;
    reasons.all(|reason| reason.is_some()).then_some(first)
}
