//! How a structure is checked: text from the start, for it is a call for each member.

use std::fmt::Write;

use super::attributes;
use super::text::quoted;
use super::types;
use crate::plan::{CheckCall, Field, Structure};

/// The impl of `Validate`.
pub(super) fn structure(structure: &Structure) -> String {
    let mut text = String::with_capacity(1024);
    text.push_str(attributes::allow_line(&structure.attributes));
    let _ = write!(text, "impl ::glue_runtime::Validate for {} {{", structure.name);
    let mut calls = structure.fields.iter().filter_map(call).peekable();
    if calls.peek().is_none() {
        return text + "}\n";
    }
    text.push_str(
        "\n    #[inline]\n    fn check(&self, checker: &mut ::glue_runtime::generated::Checker) {\n",
    );
    for (method, arguments) in calls {
        push_call(&mut text, method, &arguments);
    }
    text + "    }\n}\n"
}

/// The method of the checker that a member needs, if any, and its arguments.
fn call(field: &Field) -> Option<(&'static str, Vec<String>)> {
    let label = quoted(&field.model_name);
    let place = format!("self.{}", field.name);
    let check = field.check.as_ref().map(check_function);
    match (field.required, check) {
        (false, None) => None,
        (true, None) => Some(("present", vec![label, format!("&{place}")])),
        (required, Some(check)) => {
            let method = if required { "required" } else { "member" };
            let value = types::borrow_optional(&field.ty, &place);
            Some((method, vec![label, value, check]))
        }
    }
}

/// The function a check calls, from the root of the file.
pub(super) fn check_function(check: &CheckCall) -> String {
    match check {
        CheckCall::Function(name) => format!("checks::{name}"),
        CheckCall::Validate => "::glue_runtime::Validate::check".to_owned(),
    }
}

/// A call on one line, or with a line for each argument where it would be longer than 100.
fn push_call(text: &mut String, method: &str, arguments: &[String]) {
    let line = format!("        checker.{method}({});\n", arguments.join(", "));
    if line.chars().count() <= 101 {
        return text.push_str(&line);
    }
    let _ = writeln!(text, "        checker.{method}(");
    for argument in arguments {
        let _ = writeln!(text, "            {argument},");
    }
    text.push_str("        );\n");
}
