//! Automata as static tables.

use glue_pattern::{Dfa, Table};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::bytes;
use super::class::character;
use super::shared::Shared;

/// An automaton.
pub(super) fn automaton(dfa: &Dfa, shared: &mut Shared) -> TokenStream {
    let (ty, enumeration) = (shared.runtime("Dfa"), shared.runtime("Transitions"));
    let ascii = bytes::narrow(dfa.ascii_classes().iter().copied());
    let others = dfa.other_classes().iter().map(|(first, class)| {
        let (first, class) = (character(*first), Literal::u8_unsuffixed(*class));
        quote!((#first, #class))
    });
    let classes = dfa.class_count();
    // A table numbers states by the positions of their rows; no table is too large for these to
    // fit.
    let factor = if matches!(dfa.table(), Table::Dense(_)) { classes } else { 1 };
    let number = |state: u16| Literal::u16_unsuffixed(state.saturating_mul(factor));
    let (start, accepting) = (number(dfa.start()), number(dfa.first_accepting()));
    let transitions = transitions(dfa.table(), classes);
    quote! {
        #ty {
            ascii: #ascii,
            others: &[#(#others),*],
            start: #start,
            accepting: #accepting,
            transitions: #enumeration::#transitions,
        }
    }
}

fn transitions(table: &Table, classes: u16) -> TokenStream {
    match table {
        Table::Dense(next) => {
            let rows = next.iter().map(|state| state.saturating_mul(classes));
            let rows = bytes::wide(rows);
            quote!(Dense(#rows))
        }
        Table::Shared { rows, moves } => {
            let [rows, moves] = [rows, moves].map(|numbers| bytes::wide(numbers.iter().copied()));
            quote!(Shared { rows: #rows, moves: #moves })
        }
    }
}
