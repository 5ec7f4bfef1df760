//! Open enums: as keys of maps, and a variant for each value whatever it is called.

use generated_tests::enums;
use serde_json::json;

use crate::support::{read, write};

#[test]
fn maps_may_have_enums_for_keys() {
    let value = json!({"Kind": "G.1X", "Counts": {"STANDARD": 1, "new": 2}});
    let request: enums::GetRequest = read(value.clone());
    assert_eq!(request.counts.as_ref().unwrap()[&enums::Kind::Standard], 1);
    assert_eq!(write(&request), value);
}

#[test]
fn every_value_has_a_variant_of_its_own() {
    for value in enums::Kind::VALUES {
        let kind = enums::Kind::from(*value);
        assert_eq!(kind.as_str(), *value);
        assert!(!matches!(kind, enums::Kind::Unknown(_)), "{value}");
    }
    assert_eq!(enums::Kind::from("Unknown"), enums::Kind::UnknownValue);
    assert_eq!(enums::Kind::from("self"), enums::Kind::SelfValue);
    assert_eq!(enums::Odd::from(""), enums::Odd::Empty);
    assert_eq!(enums::Odd::from("a-b").as_str(), "a-b");
    assert_eq!(enums::Odd::from("a_b").as_str(), "a_b");
}
