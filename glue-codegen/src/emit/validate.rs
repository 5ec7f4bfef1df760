//! The checks of a structure. Written as text because they are one call for each member.

use std::fmt::Write;

use super::attributes;
use super::format::SKIP;
use super::text::quoted;
use super::types;
use crate::plan::{CheckCall, Field, Structure, ValueCheck};

/// The impl of `Validate`.
pub(super) fn structure(structure: &Structure) -> String {
    let mut text = String::with_capacity(1024);
    text.push_str(attributes::allow_line(&structure.attributes));
    let _ = write!(text, "{SKIP}impl ::glue_runtime::Validate for {} {{", structure.name);
    let mut calls = structure.fields.iter().flat_map(calls).peekable();
    if calls.peek().is_none() {
        text.push_str("\n    #[inline]\n");
        return text
            + "    fn check(&self, _: &mut ::glue_runtime::__private::v1::Checker) {}\n}\n";
    }
    text.push_str(
        "\n    #[inline]\n    fn check(&self, checker: &mut ::glue_runtime::__private::v1::Checker) {\n",
    );
    for (method, arguments) in calls {
        push_call(&mut text, method, &arguments);
    }
    text + "    }\n}\n"
}

/// A method of the checker, with the arguments of the call.
type Call = (&'static str, Vec<String>);

/// The calls that a member needs.
fn calls(field: &Field) -> Vec<Call> {
    let label = quoted(&field.model_name);
    let place = format!("self.{}", field.name);
    let present = || ("present", vec![label.clone(), format!("&{place}")]);
    let Some(check) = &field.check else {
        return field.required.then(present).into_iter().collect();
    };
    let value = types::borrow_optional(&field.ty, &place);
    if field.required && !check.strict {
        return vec![("required", vec![label, value, check_function(&check.call)])];
    }
    let present = field.required.then(present);
    present.into_iter().chain([member_call(check, label.clone(), value)]).collect()
}

/// The call that checks a value that is set.
pub(super) fn member_call(check: &ValueCheck, label: String, value: String) -> Call {
    match (&check.call, check.strict) {
        (CheckCall::Known, _) => ("known", vec![label, value]),
        (call, true) => ("strict_member", vec![label, value, check_function(call)]),
        (call, false) => ("member", vec![label, value, check_function(call)]),
    }
}

/// The function a check calls, from the root of the file.
fn check_function(check: &CheckCall) -> String {
    match check {
        CheckCall::Known => "::glue_runtime::__private::v1::Checker::known_value".to_owned(),
        CheckCall::Function(name) => format!("checks::{name}"),
        CheckCall::Validate => "::glue_runtime::Validate::check".to_owned(),
    }
}

/// Adds a call: on one line, or with a line for each argument if it would exceed 100 columns.
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
