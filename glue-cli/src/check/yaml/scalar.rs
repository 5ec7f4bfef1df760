//! Scalars of YAML, as JSON.

use granit_parser::{ScalarStyle, Tag};

/// A string as JSON.
pub(super) fn string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The JSON of a scalar, by YAML's core schema. What JSON has no number for is a string there.
pub(super) fn scalar(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> String {
    let is_tagged = |suffix| tag.is_some_and(|tag| tag.is_yaml_core_schema_tag(suffix));
    if is_tagged("binary") {
        return string(&text.split_ascii_whitespace().collect::<String>());
    }
    if style != ScalarStyle::Plain || is_tagged("str") {
        return string(text);
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return "null".to_owned(),
        "true" | "True" | "TRUE" => return "true".to_owned(),
        "false" | "False" | "FALSE" => return "false".to_owned(),
        ".nan" | ".NaN" | ".NAN" => return string("NaN"),
        ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => return string("Infinity"),
        "-.inf" | "-.Inf" | "-.INF" => return string("-Infinity"),
        _ => {}
    }
    number(text).unwrap_or_else(|| string(text))
}

/// The JSON of a number.
fn number(text: &str) -> Option<String> {
    let of_base = |digits: &str, base| u64::from_str_radix(digits, base).ok();
    if let Some(digits) = text.strip_prefix("0x") {
        return of_base(digits, 16).map(|number| number.to_string());
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return of_base(digits, 8).map(|number| number.to_string());
    }
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let is_number = rest.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        && rest.bytes().any(|byte| byte.is_ascii_digit())
        && rest.bytes().all(|byte| byte.is_ascii_digit() || b".eE+-".contains(&byte));
    if !is_number {
        return None;
    }
    if rest.bytes().all(|byte| byte.is_ascii_digit()) {
        let digits = rest.trim_start_matches('0');
        return Some(format!("{sign}{}", if digits.is_empty() { "0" } else { digits }));
    }
    let number: f64 = rest.parse().ok().filter(|number: &f64| number.is_finite())?;
    Some(format!("{sign}{}", serde_json::Value::from(number)))
}
