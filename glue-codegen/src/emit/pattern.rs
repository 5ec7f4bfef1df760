//! The module of patterns: one function for each distinct pattern.

mod bytes;
mod class;
mod dfa;

use glue_pattern::Program;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::attributes;
use crate::lower::code_span;
use crate::plan::Pattern;

pub(super) fn module(patterns: &[Pattern]) -> TokenStream {
    if patterns.is_empty() {
        return TokenStream::new();
    }
    let functions = patterns.iter().map(function);
    quote! {
        /// What strings must match, a function for each distinct pattern: compiled already, with
        /// nothing left to do when the program starts.
        mod patterns {
            #(#functions)*
        }
    }
}

fn function(pattern: &Pattern) -> TokenStream {
    let name = &pattern.name;
    let docs = attributes::docs(&code_span(&pattern.source));
    let mut tables = Tables::default();
    let matches = expression(&pattern.program, &mut tables);
    let statics = tables.statics;
    quote! {
        #docs
        pub(super) fn #name(value: &str) -> bool {
            #(#statics)*
            #matches
        }
    }
}

/// The static tables of a function.
#[derive(Default)]
struct Tables {
    statics: Vec<TokenStream>,
}

impl Tables {
    /// Adds a static and gives its name: `kind`, with a number behind it from the second on.
    fn add(&mut self, kind: &str, ty: &TokenStream, value: &TokenStream) -> Ident {
        let name = match self.statics.len() {
            0 => format_ident!("{kind}"),
            others => format_ident!("{kind}_{}", others + 1),
        };
        self.statics.push(quote!(static #name: #ty = #value;));
        name
    }
}

/// An expression that says whether `value` matches.
fn expression(program: &Program, tables: &mut Tables) -> TokenStream {
    match program {
        Program::Everything | Program::Unchecked(_) => constant(true),
        Program::Nothing => constant(false),
        Program::Literals(literals) => quote!(matches!(value, #(#literals)|*)),
        Program::Runs(runs) => {
            let runs = tables.add("RUNS", &runs_type(), &class::runs(runs));
            quote!(::glue_runtime::generated::matches_runs(value, #runs))
        }
        Program::Dfa(automaton) => {
            let automaton = tables.add("DFA", &dfa_type(), &dfa::automaton(automaton));
            quote!(#automaton.matches(value))
        }
        Program::Between { before, inner, after } => {
            let before = tables.add("BEFORE", &runs_type(), &class::runs(before));
            let after = tables.add("AFTER", &runs_type(), &class::runs(after));
            let inner = expression(inner, tables);
            quote! {
                ::glue_runtime::generated::between_runs(value, #before, #after)
                    .is_some_and(|value| #inner)
            }
        }
        Program::Then { head, tail } => {
            let head = tables.add("DFA", &dfa_type(), &dfa::automaton(head));
            let tail = expression(tail, tables);
            quote!(#head.matches_then(value, |value| #tail))
        }
        Program::Times { unit, min, max } => {
            let unit = tables.add("DFA", &dfa_type(), &dfa::automaton(unit));
            let (min, max) = (Literal::u32_unsuffixed(*min), class::maximum(*max));
            quote!(#unit.matches_times(value, #min, #max))
        }
        Program::All(programs) => {
            let programs = programs.iter().map(|program| operand(program, tables));
            quote!(#(#programs)&&*)
        }
        Program::Any(programs) => {
            let programs = programs.iter().map(|program| operand(program, tables));
            quote!(#(#programs)||*)
        }
        Program::Not(program) => {
            let program = operand(program, tables);
            quote!(!#program)
        }
    }
}

fn runs_type() -> TokenStream {
    quote!(&[::glue_runtime::generated::Run])
}

fn dfa_type() -> TokenStream {
    quote!(::glue_runtime::generated::Dfa)
}

/// A program within another, in parentheses where its operators need them.
fn operand(program: &Program, tables: &mut Tables) -> TokenStream {
    let expression = expression(program, tables);
    match program {
        Program::All(_) | Program::Any(_) => quote!((#expression)),
        _ => expression,
    }
}

/// An answer that does not depend on the value.
fn constant(answer: bool) -> TokenStream {
    quote!((value, #answer).1)
}
