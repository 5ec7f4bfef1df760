//! Attributes and derives of selected types, members and values.

use std::collections::{BTreeSet, HashSet};

use generated_tests::customized::{GetToyRequest, GetToyResponse, NoSuchToy, Part, Spring, Toy};

#[test]
fn selected_enums_have_a_default() {
    assert_eq!(Spring::default(), Spring::from("*"));
    assert_ne!(Spring::default(), Spring::Tight);
}

#[test]
fn selected_types_are_keys() {
    let parts = ["b", "a", "b"].map(|name| Part::default().with_name(name));
    let names: Vec<Option<String>> =
        BTreeSet::from(parts.clone()).into_iter().map(|part| part.name).collect();
    assert_eq!(names, [Some("a".to_owned()), Some("b".to_owned())]);
    assert_eq!(HashSet::from(parts).len(), 2);
    // Those that can be, of all structures.
    let error = NoSuchToy::default().with_name("a");
    assert!(
        std::mem::needs_drop::<NoSuchToy>()
            && is_hash(&error)
            && is_hash(&GetToyRequest::default())
    );
}

fn is_hash(_: &impl std::hash::Hash) -> bool {
    true
}

#[test]
fn values_travel_as_ever() {
    let text = r#"{"Toy":{"Name":"bear","Parts":[{"Spring":"1.5x"}],"Use":{"Play":"hard"}}}"#;
    let response: GetToyResponse = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&response).unwrap(), text);
    let toy: Toy = response.toy.unwrap();
    assert_eq!(toy.parts.unwrap()[0].spring, Some(Spring::from("1.5x")));
}
