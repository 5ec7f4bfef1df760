//! What the compiler says where generated code meets a runtime that it does not fit.
//!
//! `TRYBUILD=overwrite cargo test -p contract-tests --test messages` writes the texts anew.

#[test]
fn each_misfit_is_a_sentence() {
    trybuild::TestCases::new().compile_fail("tests/messages/*.rs");
}
