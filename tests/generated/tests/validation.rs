//! How generated types are checked, feature by feature.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use generated_tests::{blobs, collections, constraints, recursion, sensitive, shadowing, unions};
use glue_runtime::{Blob, Document, Validate};

fn violations(value: &impl Validate) -> Vec<String> {
    let found = value.validate().err().into_iter().flatten();
    found.map(|violation| violation.to_string()).collect()
}

fn paths(value: &impl Validate) -> Vec<String> {
    let found = value.validate().err().into_iter().flatten();
    found.map(|violation| violation.path().to_owned()).collect()
}

#[test]
fn doubles_have_inclusive_ranges_and_nan_is_in_none() {
    let check = |share| constraints::CheckShape::default().with_name("a").with_share(share);
    for share in [0.5, 0.75, 1.0] {
        assert_eq!(violations(&check(share)), Vec::<String>::new());
    }
    for share in [0.499_999, 1.000_001, f64::NAN, f64::INFINITY] {
        assert_eq!(
            violations(&check(share)),
            [
                "Value at '/Share' failed to satisfy constraint: Member must be between 0.5 and 1, inclusive"
            ],
        );
    }
    let level = |level| constraints::CheckShape::default().with_name("a").with_level(level);
    // A `float`, of which the nearest single-precision number of one bound is below it.
    assert_eq!(violations(&level(0.01)), Vec::<String>::new());
    assert_eq!(violations(&level(0.1)), Vec::<String>::new());
    assert_eq!(violations(&level(0.009_999_999)).len(), 1);
    assert_eq!(
        violations(&level(0.100_000_1)),
        [
            "Value at '/Level' failed to satisfy constraint: Member must be between 0.01 and 0.1, inclusive"
        ],
    );
}

#[test]
fn integers_have_bounds_of_any_size() {
    let age = |age| constraints::CheckShape::default().with_name("a").with_age(age);
    assert_eq!(violations(&age(-1)).len(), 0);
    assert_eq!(violations(&age(-2)).len(), 1);
    let wide = |wide| constraints::CheckShape::default().with_name("a").with_wide(wide);
    assert_eq!(violations(&wide(i64::MAX)).len(), 0);
    assert_eq!(violations(&wide(0)).len(), 1);
}

#[test]
fn a_required_member_may_be_missing_from_an_answer() {
    assert_eq!(
        violations(&constraints::CheckShape::default()),
        ["Value at '/Name' failed to satisfy constraint: Member must not be null"],
    );
}

#[test]
fn one_value_may_break_several_constraints() {
    let check = constraints::CheckShape::default().with_name("UPPER CASE");
    assert_eq!(
        violations(&check),
        [
            "Value with length 10 at '/Name' failed to satisfy constraint: \
             Member must have length between 1 and 5, inclusive",
            "Value at '/Name' failed to satisfy constraint: \
             Member must satisfy regular expression pattern: [a-z]*",
        ],
    );
}

#[test]
fn lists_and_maps_are_checked_whole_and_entry_by_entry() {
    let item = |name: &str| collections::Item::default().with_name(name);
    let everything = collections::Everything::default()
        .with_names(vec!["a".into(), "b".into(), "c".into(), String::new()])
        .with_sparse(vec![None, Some(String::new())])
        .with_lookup([("k/1".into(), item("")), ("too long a key".into(), item("a"))].into())
        .with_sparse_lookup([("n".into(), None), ("s".into(), Some(item("")))].into())
        .with_matrix(vec![vec![0.5], vec![0.5, 2.0]]);
    assert_eq!(
        paths(&everything),
        [
            "/Names",
            "/Names/3",
            "/Sparse/1",
            "/Lookup",
            "/Lookup/k~11/Name",
            "/SparseLookup/s/Name",
            "/Matrix/1/1"
        ],
    );
    let none = collections::Everything::default().with_names(Vec::new());
    assert_eq!(
        violations(&none),
        ["Value with length 0 at '/Names' failed to satisfy constraint: \
          Member must have length between 1 and 3, inclusive"],
    );
}

#[test]
fn blobs_count_bytes() {
    let upload = |length| blobs::Upload::default().with_data(Blob::from(vec![0; length]));
    assert_eq!(violations(&upload(4)).len(), 0);
    assert_eq!(
        violations(&upload(5)),
        ["Value with length 5 at '/Data' failed to satisfy constraint: \
          Member must have length between 1 and 4, inclusive"],
    );
}

#[test]
fn unions_check_the_member_that_is_set() {
    let request = |value| unions::SetRequest::default().with_value(value);
    assert_eq!(paths(&request(unions::Value::Text("long text".into()))), ["/Value/text"]);
    assert_eq!(
        paths(&request(unions::Value::List(vec!["a".into(), "long text".into()]))),
        ["/Value/list/1"]
    );
    assert_eq!(paths(&request(unions::Value::Number(1.0))), Vec::<String>::new());
}

#[test]
fn what_is_sensitive_is_never_shown() {
    let login = sensitive::LoginShape::default()
        .with_user("ann")
        .with_password("hunter2")
        .with_codes(vec!["hunter2".into()])
        .with_vault(sensitive::Vault::default().with_key("hunter2"));
    let text = format!("{login:?} {:?}", login.validate().unwrap_err());
    assert!(text.contains("ann"));
    assert!(!text.contains("hunter2"), "{text}");
    assert_eq!(
        violations(&login)[0],
        "Value with length 7 at '/Password' failed to satisfy constraint: \
         Member must have length greater than or equal to 8",
    );
    let login = sensitive::LoginShape::default()
        .with_user("ann")
        .with_password("correct horse")
        .with_hints([("hunter22".into(), "horse".into())].into())
        .with_limits([("hunter22".into(), Some(4)), ("none".into(), None)].into());
    assert_eq!(paths(&login), ["/Hints/*", "/Limits/*"]);
    let secret = unions::Secret::Password("hunter2hunter2".into());
    assert_eq!(format!("{secret:?}"), "Password(<sensitive>)");
}

#[test]
fn a_long_key_is_cut_in_paths() {
    let item = collections::Item::default().with_name("");
    let long = "\u{e9}".repeat(257);
    let everything = collections::Everything::default()
        .with_sparse_lookup([(long, Some(item.clone())), ("a".repeat(256), Some(item))].into());
    let cut = format!("/SparseLookup/{}…/Name", "\u{e9}".repeat(256));
    let whole = format!("/SparseLookup/{}/Name", "a".repeat(256));
    let map = || "/SparseLookup".to_owned();
    assert_eq!(paths(&everything), [map(), map(), whole, cut]);
}

#[test]
fn keys_that_could_change_a_log_are_escaped() {
    let item = collections::Item::default().with_name("");
    let key = "a\nb\u{1b}[2J\u{202e}c'd\\n/~";
    let everything = collections::Everything::default()
        .with_sparse_lookup([(key.to_owned(), Some(item))].into());
    let found = everything.validate().unwrap_err();
    let violation = found.iter().nth(1).unwrap();
    // The path is the pointer as it is, and finds the value.
    assert_eq!(violation.path(), "/SparseLookup/a\nb\u{1b}[2J\u{202e}c'd\\n~1~0/Name");
    let document = Document::from_serialize(&everything).unwrap();
    assert_eq!(document.pointer(violation.path()), Some(&"".into()));
    assert_eq!(
        violation.to_string(),
        "Value with length 0 at '/SparseLookup/a\\nb\\u{1b}[2J\\u{202e}c\\'d\\\\n~1~0/Name' failed to \
         satisfy constraint: Member must have length between 1 and 8, inclusive",
    );
}

#[test]
fn violations_are_counted_beyond_the_first_thousand() {
    let names = |count| {
        let names = vec![String::new(); count];
        collections::Everything::default()
            .with_matrix(vec![vec![2.0; 40]; count / 40])
            .with_sparse(names.into_iter().map(Some).collect())
    };
    let found = names(40_000).validate().unwrap_err();
    assert_eq!((found.iter().count(), found.left_out()), (1_000, 79_000));
    let text = found.to_string();
    assert!(
        text.starts_with("80000 validation errors detected. Value with length 0 at '/Sparse/0'")
    );
    assert!(text.ends_with("; and 79000 more"), "{}", &text[text.len() - 100..]);
    let found = names(80).validate().unwrap_err();
    assert_eq!((found.iter().count(), found.left_out()), (160, 0));
    assert!(found.to_string().ends_with("Member must be between 0 and 1, inclusive"));
}

#[test]
fn values_that_nest_too_deeply_are_reported_not_followed() {
    let mut filter = recursion::Filter::default();
    for _ in 0..1_000 {
        filter = recursion::Filter::default().with_not(filter);
    }
    let found = violations(&recursion::Query::default().with_filter(filter));
    assert_eq!(found.len(), 1);
    assert!(found[0].ends_with("Member must be nested at most 256 levels deep"), "{}", found[0]);
}

#[test]
fn hostile_texts_take_one_step_a_character() {
    let long = 1 << 20;
    let digits = |digits: String| {
        violations(&constraints::CheckShape::default().with_name("a").with_digits(digits)).len()
    };
    assert_eq!(digits("1".repeat(long)), 0);
    assert_eq!(digits("1".repeat(long) + "x"), 1);
    // A matcher that goes back has exponentially many ways to part this.
    let steps = |steps: String| {
        violations(&constraints::CheckShape::default().with_name("a").with_steps(steps)).len()
    };
    assert_eq!(steps("a".repeat(long)), 1);
    assert_eq!(steps("a".repeat(long) + "b"), 0);
    assert_eq!(steps("aab".repeat(long / 4) + &"yx".repeat(long / 4)), 0);
    assert_eq!(steps("aab".repeat(long / 4) + &"xy".repeat(long / 4)), 1);
}

#[test]
fn shapes_called_as_the_checks_own_variables_are_checked() {
    let request: shadowing::PutRequest = serde_json::from_str(
        r#"{"Values": [""], "Entries": {"A": "ten letters"}, "Checkers": [[["a"], [], ["B"]]]}"#,
    )
    .unwrap();
    assert_eq!(
        paths(&request),
        ["/Values/0", "/Entries", "/Entries/A", "/Checkers/0", "/Checkers/0/2/0"],
    );
}

#[test]
fn of_a_unions_members_one_may_be_checked() {
    let request = |either| {
        unions::SetRequest::default().with_value(unions::Value::Number(1.0)).with_either(either)
    };
    assert_eq!(paths(&request(unions::Either::Text("12345".to_owned()))), ["/Either/text"]);
    assert_eq!(paths(&request(unions::Either::Number(1.0))), Vec::<String>::new());
}
