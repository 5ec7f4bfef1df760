//! The module of patterns: one function for each distinct pattern.

pub(super) mod bytes;
mod class;
mod dfa;
mod shared;
mod step;

use glue_pattern::{Program, Run};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::attributes;
use super::format::separated;
use crate::markdown::code_span;
use crate::plan::Pattern;
use shared::Shared;

/// A longer list of strings is searched because the compiler compares with each string of a match.
const MOST_COMPARED: usize = 64;

pub(super) fn module(patterns: &[Pattern]) -> TokenStream {
    let functions = functions(patterns);
    if functions.is_empty() {
        return TokenStream::new();
    }
    declaration(&quote!({ #functions }))
}

/// The module; `body` is its content in braces, or a semicolon.
pub(super) fn declaration(body: &TokenStream) -> TokenStream {
    quote! {
        /// What strings must match, a function for each distinct pattern: compiled already, with
        /// nothing left to do when the program starts.
        mod patterns #body
    }
}

/// The content of the module; empty if no pattern is checked.
pub(super) fn functions(patterns: &[Pattern]) -> TokenStream {
    let mut shared = Shared::default();
    let functions: Vec<TokenStream> =
        patterns.iter().filter_map(|pattern| function(pattern, &mut shared)).collect();
    if functions.is_empty() {
        return TokenStream::new();
    }
    let classes = shared.classes.statics();
    if !shared.classes.is_empty() {
        shared.runtime("Class");
    }
    separated([shared.uses()].into_iter().chain(functions).chain([classes]))
}

/// The function for a pattern; `None` if nothing is checked.
fn function(pattern: &Pattern, shared: &mut Shared) -> Option<TokenStream> {
    let name = pattern.function.as_ref()?;
    let docs = attributes::docs(&code_span(&pattern.source));
    let mut function = Function { shared, statics: Vec::new() };
    let matches = function.expression(&pattern.program);
    let statics = function.statics;
    Some(quote! {
        #docs
        #[inline]
        pub(super) fn #name(value: &str) -> bool {
            #(#statics)*
            #matches
        }
    })
}

/// A function with its static tables.
struct Function<'a> {
    shared: &'a mut Shared,
    statics: Vec<TokenStream>,
}

impl Function<'_> {
    /// Adds a static and returns its name: `kind`, followed by a number from the second on.
    fn add(&mut self, kind: &str, ty: &TokenStream, value: &TokenStream) -> Ident {
        let name = match self.statics.len() {
            0 => format_ident!("{kind}"),
            others => format_ident!("{kind}_{}", others + 1),
        };
        self.statics.push(quote!(static #name: #ty = #value;));
        name
    }

    /// An expression for whether `value` matches.
    fn expression(&mut self, program: &Program) -> TokenStream {
        match program {
            Program::Everything | Program::Unchecked(_) => constant(true),
            Program::Nothing => constant(false),
            Program::Literals(literals) if literals.len() > MOST_COMPARED => {
                let texts = self.add("TEXTS", &quote!(&[&str]), &quote!(&[#(#literals),*]));
                quote!(#texts.binary_search(&value).is_ok())
            }
            Program::Literals(literals) => quote!(matches!(value, #(#literals)|*)),
            Program::Runs(runs) => self.runs(runs),
            Program::Steps(steps) => {
                let steps = step::steps_of(steps, self.shared);
                self.matches_steps(&steps)
            }
            Program::Dfa(automaton) => {
                let automaton = self.automaton(automaton);
                quote!(#automaton.matches(value))
            }
            Program::Between { before, inner, after } => {
                let [before, after] = [("BEFORE", before), ("AFTER", after)].map(|(kind, runs)| {
                    let steps = step::of_runs(runs, self.shared);
                    self.steps(kind, &steps)
                });
                let inner = self.expression(inner);
                let between = self.shared.runtime("between_steps");
                quote!(#between(value, #before, #after).is_some_and(|value| #inner))
            }
            Program::Then { head, most, tail } => {
                let may_end_often = !head.is_prefix_free();
                let head = self.automaton(head);
                if let (None, Program::Dfa(tail), true) = (most, &**tail, may_end_often) {
                    let tail = self.automaton(tail);
                    return quote!(#head.matches_then_dfa(value, &#tail));
                }
                let tail = self.expression(tail);
                match most {
                    Some(most) => {
                        let most = Literal::u32_unsuffixed(*most);
                        quote!(#head.matches_then_at_most(value, #most, |value| #tail))
                    }
                    None => quote!(#head.matches_then(value, |value| #tail)),
                }
            }
            Program::Times { unit, min, max } => {
                let unit = self.automaton(unit);
                let (min, max) = (Literal::u32_unsuffixed(*min), step::maximum(*max));
                quote!(#unit.matches_times(value, #min, #max))
            }
            Program::All(programs) => {
                let programs = programs.iter().map(|program| self.operand(program));
                quote!(#(#programs)&&*)
            }
            Program::Any(programs) => {
                let programs = programs.iter().map(|program| self.operand(program));
                quote!(#(#programs)||*)
            }
            Program::Not(program) => {
                let program = self.operand(program);
                quote!(!#program)
            }
        }
    }

    /// Runs that span the whole string.
    fn runs(&mut self, runs: &[Run]) -> TokenStream {
        if let [run] = runs {
            let value = step::run(run, self.shared);
            let ty = self.shared.runtime("Run");
            let run = self.add("RUN", &quote!(#ty), &value);
            return quote!(#run.matches(value));
        }
        let steps = step::of_runs(runs, self.shared);
        self.matches_steps(&steps)
    }

    fn matches_steps(&mut self, steps: &TokenStream) -> TokenStream {
        let steps = self.steps("STEPS", steps);
        let matches = self.shared.runtime("matches_steps");
        quote!(#matches(value, #steps))
    }

    fn steps(&mut self, kind: &str, steps: &TokenStream) -> Ident {
        let step = self.shared.runtime("Step");
        self.add(kind, &quote!(&[#step]), steps)
    }

    fn automaton(&mut self, automaton: &glue_pattern::Dfa) -> Ident {
        let value = dfa::automaton(automaton, self.shared);
        let dfa = self.shared.runtime("Dfa");
        self.add("DFA", &quote!(#dfa), &value)
    }

    /// A program within another, in parentheses if its operators need them.
    fn operand(&mut self, program: &Program) -> TokenStream {
        let expression = self.expression(program);
        match program {
            Program::All(_) | Program::Any(_) => quote!((#expression)),
            _ => expression,
        }
    }
}

/// An answer that does not depend on the value.
fn constant(answer: bool) -> TokenStream {
    quote!((value, #answer).1)
}
