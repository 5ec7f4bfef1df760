//! The sides that an operation has.

use glue_codegen::inspect::OperationForms;

/// How to name another side of an operation that lacks the one that was meant.
pub(super) fn help(operation: &OperationForms) -> String {
    let sides = [
        (operation.input.is_some(), "`--input`"),
        (operation.output.is_some(), "`--output`"),
        (!operation.errors.is_empty(), "`--error`"),
    ];
    let options: Vec<&str> =
        sides.into_iter().filter(|(is_there, _)| *is_there).map(|(_, option)| option).collect();
    match options.is_empty() {
        true => "it has no requests, answers or errors with content".to_owned(),
        false => format!("name another side with {}", options.join(" or ")),
    }
}
