//! The module of checks.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::attributes;
use super::format::separated;
use super::text::tokens;
use super::types::{Scope, codec_path};
use crate::bug::bug;
use crate::markdown::code_span;
use crate::plan::{Check, CheckCall, FloatBound, Step, Type, Unique};

/// The names of variables where checks are called; functions with these names need a path there.
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

/// The module; `body` is its content in braces, or a semicolon.
pub(super) fn declaration(body: &TokenStream) -> TokenStream {
    quote! {
        /// What values must satisfy: a function for each distinct set of constraints.
        #[allow(deprecated)]
        mod checks #body
    }
}

/// The content of the module.
pub(super) fn functions(checks: &[Check]) -> TokenStream {
    let import = quote! {
        use ::glue_runtime::__private::v1::Checker;
    };
    separated([import].into_iter().chain(checks.iter().map(function)))
}

fn function(check: &Check) -> TokenStream {
    let name = &check.name;
    let shapes: Vec<String> = check.shapes.iter().map(|shape| code_span(shape)).collect();
    let docs = attributes::docs(&format!("{}.", shapes.join(", ")));
    let ty = tokens(&Scope::MODULE.checked_type(&check.subject));
    let is_strict = check.steps.iter().all(Step::is_strict);
    let steps = check.steps.iter().map(|step| {
        let statement = statement(step, check);
        match step {
            // Other checkers do not need to look inside.
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
        pub(super) fn #name(value: &#ty, checker: &mut Checker) {
            #(#steps)*
        }
    }
}

fn statement(step: &Step, check: &Check) -> TokenStream {
    let subject = &check.subject;
    match step {
        Step::Length { min, max } => {
            let min = optional(min.map(Literal::u64_unsuffixed));
            let max = optional(max.map(Literal::u64_unsuffixed));
            match subject {
                Type::String | Type::JsonText => quote!(checker.text_length(value, #min, #max);),
                Type::Named(_) => quote!(checker.text_length(value.as_str(), #min, #max);),
                Type::Blob | Type::Bytes | Type::List { .. } | Type::Map { .. } => {
                    quote!(checker.length(value.len(), #min, #max);)
                }
                _ => misplaced(check),
            }
        }
        Step::IntegerRange { min, max } => {
            let min = optional(min.map(Literal::i64_unsuffixed));
            let max = optional(max.map(Literal::i64_unsuffixed));
            match subject {
                Type::I64 => quote!(checker.integer_range(*value, #min, #max);),
                Type::I8 | Type::I16 | Type::I32 => {
                    quote!(checker.integer_range(i64::from(*value), #min, #max);)
                }
                _ => misplaced(check),
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
                Type::String | Type::JsonText => quote!(value),
                _ => misplaced(check),
            };
            quote!(checker.pattern(super::patterns::#function(#text), #source);)
        }
        Step::Known => quote!(Checker::known_value(value, checker);),
        Step::KnownNumber(values) => {
            let values = values.iter().map(|value| Literal::i32_unsuffixed(*value));
            quote!(checker.known_number(*value, &[#(#values),*]);)
        }
        Step::UniqueItems(Unique::Ordered) => quote!(checker.unique_items(value);),
        Step::UniqueItems(Unique::Written) => quote!(checker.unique_unordered_items(value);),
        Step::UniqueItems(Unique::WrittenAs(codec)) => {
            let codec = tokens(&codec_path(codec));
            quote!(checker.unique_unordered_items_as::<#codec, _>(value);)
        }
        Step::Entries(inner) => {
            let Type::List { entry, sparse } = subject else { misplaced(check) };
            let call = borrowing_call(&inner.call, entry);
            match sparse {
                true => quote!(checker.sparse_entries(value, #call);),
                false => quote!(checker.entries(value, #call);),
            }
        }
        Step::Keys(inner) => {
            let Type::Map { key, .. } = subject else { misplaced(check) };
            let call = borrowing_call(&inner.call, key);
            quote!(checker.keys(value, #call);)
        }
        Step::Values { check: inner, hidden } => {
            let Type::Map { value, sparse, .. } = subject else { misplaced(check) };
            let call = borrowing_call(&inner.call, value);
            match (sparse, hidden) {
                (false, false) => quote!(checker.values(value, #call);),
                (true, false) => quote!(checker.sparse_values(value, #call);),
                (false, true) => quote!(checker.hidden_values(value, #call);),
                (true, true) => quote!(checker.hidden_sparse_values(value, #call);),
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

/// Stops at a step that values of the check's type cannot have.
fn misplaced(check: &Check) -> ! {
    bug!("the check `{}` has a step for values of another type", check.name)
}

/// Collections own their strings and lists, and checks of these borrow.
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
        CheckCall::Known => quote!(Checker::known_value),
        CheckCall::Function(name) if LOCALS.iter().any(|taken| name == taken) => {
            quote!(self::#name)
        }
        CheckCall::Function(name) => quote!(#name),
        CheckCall::Validate => quote!(::glue_runtime::Validate::check),
    }
}
