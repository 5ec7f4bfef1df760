//! What the compiler says where generated code meets a runtime that it does not fit.
//!
//! `TRYBUILD=overwrite cargo test -p contract-tests --test messages` writes the texts anew.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;

#[test]
fn each_misfit_is_a_sentence() {
    trybuild::TestCases::new().compile_fail("tests/messages/*.rs");
}

#[test]
fn each_macro_that_refuses_a_table_has_a_case() {
    let said = fs::read_to_string("tests/messages/edited_tables.stderr").unwrap();
    let mut macros = 0;
    for file in fs::read_dir("../../glue-runtime/src/tables").unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        for call in text.split("__unreadable! { \"").skip(1) {
            let (kind, _) = call.split_once('"').unwrap();
            assert!(said.contains(&format!("error: this table of {kind} is not one")), "{kind}");
            macros += 1;
        }
    }
    assert_eq!(macros, 5);
}
