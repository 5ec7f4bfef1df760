//! The protocol suites that AWS publishes with botocore, each case a test.
//!
//! A case that [`exceptions`] lists must fail; one that passes has no business there.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

#[cfg(not(has_suites))]
#[test]
#[ignore = "run `cargo xtask corpus`, or set GLUE_PROTOCOL_SUITES to tests/unit/protocols of botocore's sources"]
fn published_suites() {}

#[cfg(has_suites)]
mod published {
    #![allow(clippy::wildcard_imports, reason = "there is a module for each of the models")]

    use std::path::Path;

    use glue_runtime::Operation;
    use protocol_tests::case::{self, Case, Loaded};
    use protocol_tests::check::{self, ModeledError, Verdict};
    use protocol_tests::exceptions::EXCEPTIONS;
    use protocol_tests::suites::*;
    use serde::Serialize;

    include!(concat!(env!("OUT_DIR"), "/cases.rs"));

    fn load(case: Case) -> Loaded {
        case.load(Path::new(env!("PROTOCOL_SUITES"))).unwrap()
    }

    fn input<O: Operation>(case: Case) {
        let loaded = load(case);
        judge(case, &loaded, check::request::<O>(&loaded));
    }

    fn output<O: Operation>(case: Case, modeled: fn(&O::Error) -> ModeledError) {
        let loaded = load(case);
        judge(case, &loaded, check::response::<O>(&loaded, modeled));
    }

    fn json<T: Serialize>(shape: &'static str, error: &T) -> ModeledError {
        Some((shape, check::at_rest(error).unwrap()))
    }

    #[test]
    fn every_exception_has_its_case() {
        let folder = Path::new(env!("PROTOCOL_SUITES"));
        for exception in EXCEPTIONS {
            let cases = case::cases(folder, exception.file).unwrap();
            let found = cases.iter().filter(|case| exception.is_for(**case, &load(**case)));
            assert_eq!(found.count(), 1, "{exception:?}");
        }
    }

    fn judge(case: Case, loaded: &Loaded, verdict: Verdict) {
        let exception = EXCEPTIONS.iter().find(|exception| exception.is_for(case, loaded));
        match (verdict, exception) {
            (Ok(()), None) | (Err(_), Some(_)) => {}
            (Err(problem), None) => panic!("{case} ({}): {problem}", loaded.id()),
            (Ok(()), Some(exception)) => {
                panic!("{case} passes, and is excepted because: {}", exception.reason)
            }
        }
    }
}
