//! Smithy's own suite of constraints, word for word: `tests/data/smithy_validation/cases.json` is
//! made from the published protocol tests, and names its source.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;

use generated_tests::smithy_validation as service;
use glue_runtime::{Location, Operation, Validate};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Suite {
    malformed: Vec<Case>,
    valid: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    group: Option<String>,
    operation: String,
    headers: BTreeMap<String, String>,
    query: BTreeMap<String, String>,
    body: Option<String>,
    message: Option<String>,
    #[serde(default, rename = "fieldList")]
    fields: Vec<Field>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Field {
    path: String,
    message: String,
}

/// What a server would answer: the summary, and a field for each violation.
type Answer = Result<(), (String, Vec<Field>)>;

fn suite() -> Suite {
    serde_json::from_str(include_str!("../../data/smithy_validation/cases.json")).unwrap()
}

#[test]
fn every_violation_is_worded_as_the_suite_has_it() {
    let suite = suite();
    assert_eq!(suite.malformed.len(), 125);
    for case in &suite.malformed {
        let (message, fields) = check(case, true).unwrap().unwrap_err();
        assert_eq!(Some(&message), case.message.as_ref(), "{}", case.id);
        assert_eq!(fields, case.fields, "{}", case.id);
    }
    for case in &suite.valid {
        assert_eq!(check(case, true).unwrap(), Ok(()), "{}", case.id);
    }
}

#[test]
fn values_of_enums_are_checked_on_demand() {
    let is_of_enum =
        |case: &&Case| case.fields.iter().any(|field| field.message.contains("enum value set"));
    let mut cases = 0;
    for case in suite().malformed.iter().filter(is_of_enum) {
        assert_eq!(check(case, false).unwrap(), Ok(()), "{}", case.id);
        cases += 1;
    }
    assert_eq!(cases, 13);
}

/// What checking the input of a case gives, if it reads.
fn check(case: &Case, strict: bool) -> Result<Answer, String> {
    macro_rules! operations {
        ($($operation:ident)*) => {
            match case.operation.as_str() {
                $(stringify!($operation) => answer::<service::$operation>(case, strict),)*
                other => panic!("{other} is not an operation ({:?})", case.group),
            }
        };
    }
    operations! {
        MalformedEnum MalformedLength MalformedLengthOverride MalformedLengthQueryString
        MalformedPattern MalformedPatternOverride MalformedRange MalformedRangeOverride
        MalformedRequired MalformedUniqueItems RecursiveStructures SensitiveValidation
    }
}

fn answer<O: Operation>(case: &Case, strict: bool) -> Result<Answer, String> {
    let input = input::<O>(case);
    let input: O::Input = serde_json::from_value(input).map_err(|error| error.to_string())?;
    let result = if strict { input.validate_strict() } else { input.validate() };
    Ok(result.map_err(|violations| {
        let fields = violations.iter().map(|violation| Field {
            path: violation.path().to_owned(),
            message: violation.to_string(),
        });
        (violations.to_string(), fields.collect())
    }))
}

/// The input at rest: what is in the body, the headers and the query.
fn input<O: Operation>(case: &Case) -> Value {
    let body = case.body.as_deref().filter(|body| !body.is_empty()).unwrap_or("{}");
    let mut input: Value = serde_json::from_str(body).unwrap();
    for binding in O::INPUT {
        let text = match binding.location {
            Location::Header(name, _) => {
                let mut headers = case.headers.iter();
                headers.find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, text)| text)
            }
            Location::Query(name, _) => case.query.get(name),
            _ => None,
        };
        if let Some(text) = text {
            input[binding.member] = text.as_str().into();
        }
    }
    input
}
