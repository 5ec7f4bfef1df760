//! Shapes with the names of variables that generated checks use.

use generated_tests::shadowing;

use crate::support::paths;

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
