//! The module of checks.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::attributes;
use super::text::tokens;
use super::types::Scope;
use crate::markdown::code_span;
use crate::plan::{Check, CheckCall, FloatBound, Step, Type, ValueCheck};

/// What variables are called where checks are called; functions of these names need a path there.
const LOCALS: [&str; 2] = ["value", "checker"];

/// The variable that closures add.
const CLOSURE_LOCAL: &str = "entry";

pub(super) fn module(checks: &[Check]) -> TokenStream {
    if checks.is_empty() {
        return TokenStream::new();
    }
    let functions = functions(checks);
    declaration(&quote!({ #functions }))
}

/// The module with this behind its name: what is in it, or a semicolon.
pub(super) fn declaration(body: &TokenStream) -> TokenStream {
    quote! {
        /// What values must satisfy: a function for each distinct set of constraints.
        #[allow(deprecated)]
        mod checks #body
    }
}

/// What is in the module.
pub(super) fn functions(checks: &[Check]) -> TokenStream {
    checks.iter().map(function).collect()
}

fn function(check: &Check) -> TokenStream {
    let name = &check.name;
    let shapes: Vec<String> = check.shapes.iter().map(|shape| code_span(shape)).collect();
    let docs = attributes::docs(&format!("{}.", shapes.join(", ")));
    let ty = tokens(&Scope::MODULE.checked_type(&check.subject));
    let is_strict = check.steps.iter().all(Step::is_strict);
    let steps = check.steps.iter().map(|step| {
        let statement = statement(step, &check.subject);
        match step {
            // Other checkers need not look at what is within.
            Step::Entries(_) | Step::Keys(_) | Step::Values { .. }
                if step.is_strict() && !is_strict =>
            {
                quote!(if checker.is_strict() { #statement })
            }
            _ => statement,
        }
    });
    quote! {
        #docs
        #[inline]
        pub(super) fn #name(value: &#ty, checker: &mut ::glue_runtime::generated::Checker) {
            #(#steps)*
        }
    }
}

fn statement(step: &Step, subject: &Type) -> TokenStream {
    match step {
        Step::Length { min, max } => {
            let min = optional(min.map(Literal::u64_unsuffixed));
            let max = optional(max.map(Literal::u64_unsuffixed));
            match subject {
                Type::String | Type::JsonText => quote!(checker.text_length(value, #min, #max);),
                Type::Named(_) => quote!(checker.text_length(value.as_str(), #min, #max);),
                _ => quote!(checker.length(value.len(), #min, #max);),
            }
        }
        Step::IntegerRange { min, max } => {
            let min = optional(min.map(Literal::i64_unsuffixed));
            let max = optional(max.map(Literal::i64_unsuffixed));
            match subject {
                Type::I64 => quote!(checker.integer_range(*value, #min, #max);),
                _ => quote!(checker.integer_range(i64::from(*value), #min, #max);),
            }
        }
        Step::FloatRange { min, max } => {
            let bound = |bound: FloatBound| Literal::f64_unsuffixed(bound.value());
            let (min, max) = (optional(min.map(bound)), optional(max.map(bound)));
            quote!(checker.float_range(*value, #min, #max);)
        }
        Step::Pattern { function, source } => {
            let text = match subject {
                Type::Named(_) => quote!(value.as_str()),
                _ => quote!(value),
            };
            quote!(checker.pattern(super::patterns::#function(#text), #source);)
        }
        Step::Known => quote!(::glue_runtime::generated::Checker::known_value(value, checker);),
        Step::KnownNumber(values) => {
            let values = values.iter().map(|value| Literal::i32_unsuffixed(*value));
            quote!(checker.known_number(*value, &[#(#values),*]);)
        }
        Step::UniqueItems { ordered: true } => quote!(checker.unique_items(value);),
        Step::UniqueItems { ordered: false } => quote!(checker.unique_unordered_items(value);),
        Step::Entries(check) => {
            let check = entry_check(check, subject);
            match subject {
                Type::List { sparse: true, .. } => quote!(checker.sparse_entries(value, #check);),
                _ => quote!(checker.entries(value, #check);),
            }
        }
        Step::Keys(check) => {
            let check = match subject {
                Type::Map { key, .. } => borrowing_call(&check.call, key),
                _ => call(&check.call),
            };
            quote!(checker.keys(value, #check);)
        }
        Step::Values { check, hidden } => {
            let check = entry_check(check, subject);
            let is_sparse = matches!(subject, Type::Map { sparse: true, .. });
            match (is_sparse, hidden) {
                (false, false) => quote!(checker.values(value, #check);),
                (true, false) => quote!(checker.sparse_values(value, #check);),
                (false, true) => quote!(checker.hidden_values(value, #check);),
                (true, true) => quote!(checker.hidden_sparse_values(value, #check);),
            }
        }
    }
}

fn optional(literal: Option<Literal>) -> TokenStream {
    match literal {
        Some(literal) => quote!(::core::option::Option::Some(#literal)),
        None => quote!(::core::option::Option::None),
    }
}

fn entry_check(check: &ValueCheck, collection: &Type) -> TokenStream {
    match collection {
        Type::List { entry, .. } => borrowing_call(&check.call, entry),
        Type::Map { value, .. } => borrowing_call(&check.call, value),
        _ => call(&check.call),
    }
}

/// Collections own their text and lists, and checks of these borrow.
fn borrowing_call(check: &CheckCall, entry: &Type) -> TokenStream {
    let called = call(check);
    let borrows = matches!(entry, Type::String | Type::JsonText | Type::List { .. });
    match check {
        CheckCall::Function(name) if borrows && name == CLOSURE_LOCAL => {
            quote!(|entry, checker| self::#called(entry, checker))
        }
        _ if borrows => quote!(|entry, checker| #called(entry, checker)),
        _ => called,
    }
}

fn call(check: &CheckCall) -> TokenStream {
    match check {
        CheckCall::Known => quote!(::glue_runtime::generated::Checker::known_value),
        CheckCall::Function(name) if LOCALS.iter().any(|taken| name == taken) => {
            quote!(self::#name)
        }
        CheckCall::Function(name) => quote!(#name),
        CheckCall::Validate => quote!(::glue_runtime::Validate::check),
    }
}
