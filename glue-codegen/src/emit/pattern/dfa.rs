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
    let classes = Literal::u16_unsuffixed(dfa.class_count());
    let start = Literal::u16_unsuffixed(dfa.start());
    let accepting = Literal::u16_unsuffixed(dfa.first_accepting());
    let transitions = transitions(dfa);
    quote! {
        ::glue_runtime::generated::Dfa {
            ascii: #ascii,
            others: &[#(#others),*],
            classes: #classes,
            start: #start,
            accepting: #accepting,
            transitions: ::glue_runtime::generated::Transitions::#transitions,
        }
    }
}

fn transitions(dfa: &Dfa) -> TokenStream {
    match dfa.table() {
        Table::Dense(next) => match narrow(next) {
            Some(next) => {
                let next = bytes::narrow(next);
                quote!(Narrow(#next))
            }
            None => {
                let next = bytes::wide(next);
                quote!(Wide(#next))
            }
        },
        Table::Chained { first_states, rows, moves } => {
            let (first_states, rows, moves) =
                (bytes::wide(first_states), bytes::wide(rows), bytes::wide(moves));
            quote!(Chained { first_states: #first_states, rows: #rows, moves: #moves })
        }
        _ => quote!(Narrow(b"")),
    }
}

/// The numbers as bytes, if they all fit.
fn narrow(numbers: &[u16]) -> Option<Vec<u8>> {
    numbers.iter().map(|number| u8::try_from(*number).ok()).collect()
}
