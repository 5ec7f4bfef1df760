//! Automata as static tables.

use glue_pattern::{Dfa, Table};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::bytes;
use super::class::character;

/// An automaton.
pub(super) fn automaton(dfa: &Dfa) -> TokenStream {
    let ascii = bytes::narrow(dfa.ascii_classes().iter().copied());
    let others = dfa.other_classes().iter().map(|(first, class)| {
        let (first, class) = (character(*first), Literal::u8_unsuffixed(*class));
        quote!((#first, #class))
    });
    let classes = dfa.class_count();
    // A table numbers states by the places of their rows; none is so large that these do not fit.
    let factor = if matches!(dfa.table(), Table::Dense(_)) { classes } else { 1 };
    let number = |state: u16| Literal::u16_unsuffixed(state.saturating_mul(factor));
    let (start, accepting) = (number(dfa.start()), number(dfa.first_accepting()));
    let transitions = transitions(dfa.table(), classes);
    quote! {
        ::glue_runtime::generated::Dfa {
            ascii: #ascii,
            others: &[#(#others),*],
            start: #start,
            accepting: #accepting,
            transitions: ::glue_runtime::generated::Transitions::#transitions,
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
        Table::Chained { first_states, rows, moves } => {
            let [first_states, rows, moves] =
                [first_states, rows, moves].map(|numbers| bytes::wide(numbers.iter().copied()));
            let classes = Literal::u16_unsuffixed(classes);
            quote! {
                Chained {
                    classes: #classes,
                    first_states: #first_states,
                    rows: #rows,
                    moves: #moves,
                }
            }
        }
    }
}
