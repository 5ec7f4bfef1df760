//! Steps through a string: given characters, runs of characters of a class, repetitions of steps,
//! and choices between them.

use glue_pattern::{Run, Step};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::shared::Shared;

/// Runs as steps.
pub(super) fn of_runs(runs: &[Run], shared: &mut Shared) -> TokenStream {
    let steps: Vec<Step> = runs.iter().cloned().map(Step::Run).collect();
    steps_of(&steps, shared)
}

/// A list of steps; consecutive runs of one given character each become a string.
pub(super) fn steps_of(steps: &[Step], shared: &mut Shared) -> TokenStream {
    let ty = shared.runtime("Step");
    let mut emitted = Vec::new();
    let mut steps = steps.iter().peekable();
    while let Some(step) = steps.next() {
        let Some(mut text) = given(step) else {
            emitted.push(self::step(step, &ty, shared));
            continue;
        };
        while let Some(more) = steps.peek().and_then(|step| given(step)) {
            text.push_str(&more);
            steps.next();
        }
        emitted.push(quote!(#ty::Text(#text)));
    }
    quote!(&[#(#emitted),*])
}

fn step(step: &Step, ty: &Ident, shared: &mut Shared) -> TokenStream {
    match step {
        Step::Run(run) => {
            let run = self::run(run, shared);
            quote!(#ty::Run(#run))
        }
        Step::Repeat { body, min: 0, max: Some(1) } => {
            let steps = steps_of(body, shared);
            quote!(#ty::Optional(#steps))
        }
        Step::Repeat { body, min, max } => {
            let steps = steps_of(body, shared);
            let (min, max) = (Literal::u32_unsuffixed(*min), maximum(*max));
            quote!(#ty::Repeat { steps: #steps, min: #min, max: #max })
        }
        Step::Choice { branches, optional } => {
            let kind = match optional {
                true => quote!(OptionalChoice),
                false => quote!(Choice),
            };
            let branches = branches.iter().map(|branch| steps_of(branch, shared));
            quote!(#ty::#kind(&[#(#branches),*]))
        }
    }
}

/// The characters of a step, if only one string matches it.
fn given(step: &Step) -> Option<String> {
    match step {
        Step::Run(run) => run.only_text(),
        _ => None,
    }
}

/// A run.
pub(super) fn run(run: &Run, shared: &mut Shared) -> TokenStream {
    let ty = shared.runtime("Run");
    let class = shared.classes.name(&run.class);
    let min = Literal::u32_unsuffixed(run.min);
    let max = maximum(run.max);
    quote!(#ty { class: &#class, min: #min, max: #max })
}

/// A maximum, if there is one.
pub(super) fn maximum(max: Option<u32>) -> TokenStream {
    match max.map(Literal::u32_unsuffixed) {
        Some(max) => quote!(#max),
        None => quote!(u32::MAX),
    }
}
