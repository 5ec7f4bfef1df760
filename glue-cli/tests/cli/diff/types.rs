//! What comes, goes, and changes its type or name.

use serde_json::json;

use super::{base, changes, compare};
use crate::support::{Playground, Run};

#[test]
fn an_optional_member_is_additive() {
    let told = changes(|new| {
        new["shapes"]["Request"]["members"]["More"] = json!({"shape": "Names"});
        new["shapes"]["Choice"]["members"]["More"] = json!({"shape": "Item"});
    });
    assert_eq!(
        told,
        "structure Request, sent by the client\n  + More: added, Option<Vec<String>>\n\
         union Choice, sent by the service\n  + More: added, More(Item)\n"
    );
}

#[test]
fn a_required_member_is_reported_when_absent() {
    let told = changes(|new| {
        new["shapes"]["Request"]["members"]["More"] = json!({"shape": "String"});
        new["shapes"]["Request"]["required"] = json!(["Name", "Count", "More"]);
        new["shapes"]["Response"]["members"]["More"] = json!({"shape": "String"});
        new["shapes"]["Response"]["required"] = json!(["Item", "More"]);
    });
    assert_eq!(
        told,
        "structure Request, sent by the client\n  ~ More: added, Option<String> (`validate` reports its absence)\n\
         structure Response, sent by the service\n  ~ More: added, Option<String> (`validate` reports its absence)\n"
    );
}

#[test]
fn what_is_required_changes_what_validate_reports_and_no_type() {
    let told = changes(|new| {
        new["shapes"]["Request"]["required"] = json!(["Name", "Note"]);
        new["shapes"]["Response"]["required"] = json!(["State"]);
    });
    assert_eq!(
        told,
        "structure Request, sent by the client\n  \
           ~ Count: presence required -> optional (looser)\n  \
           ~ Note: presence optional -> required (`validate` reports its absence)\n\
         structure Response, sent by the service\n  \
           ~ Item: presence required -> optional (looser)\n  \
           ~ State: presence optional -> required (`validate` reports its absence)\n"
    );
}

#[test]
fn a_request_that_the_service_comes_to_send_keeps_its_types() {
    let told = changes(|new| {
        new["shapes"]["Response"]["members"]["Echo"] = json!({"shape": "Request"});
    });
    assert_eq!(told, "structure Response, sent by the service\n  + Echo: added, Option<Request>\n");
}

#[test]
fn the_order_of_members_means_nothing() {
    let (old, mut new) = (base().to_string(), base().to_string());
    let members =
        r#"{"Count":{"shape":"Count"},"Name":{"shape":"Name"},"Note":{"shape":"String"}}"#;
    assert!(old.contains(members));
    new = new.replace(
        members,
        r#"{"Note":{"shape":"String"},"Name":{"shape":"Name"},"Count":{"shape":"Count"}}"#,
    );
    let playground = Playground::new();
    playground.write("old.json", &old);
    playground.write("new.json", &new);
    assert_eq!(playground.run(["diff", "old.json", "new.json"]), Run::fine("no changes\n"));
}

#[test]
fn what_is_gone_is_breaking() {
    let told = changes(|new| {
        new["operations"].as_object_mut().unwrap().remove("Put");
        new["operations"]["Get"]["errors"] = json!([]);
        new["shapes"]["Request"]["members"].as_object_mut().unwrap().remove("Note");
        new["shapes"]["Request"]["members"].as_object_mut().unwrap().remove("Name");
        new["shapes"]["Request"]["required"] = json!(["Count"]);
        new["shapes"]["Choice"]["members"].as_object_mut().unwrap().remove("Text");
        new["shapes"]["State"]["enum"] = json!(["ON"]);
    });
    assert_eq!(
        told,
        "operation Get\n  ! Gone: error removed\n\
         ! operation Put: removed\n\
         ! structure Gone: removed (nothing reaches it any more; Get did, by Gone)\n\
         structure Request, sent by the client\n  \
           ! Name: removed, was Option<String>\n  \
           ! Note: removed, was Option<String>\n\
         union Choice, sent by the service\n  ! Text: removed, was Text(String)\n\
         enum State, sent by the service\n  ! \"OFF\": removed, was Off\n"
    );
}

#[test]
fn what_is_new_is_additive() {
    let told = changes(|new| {
        new["operations"]["Do"] = json!({
            "name": "Do", "http": {"method": "POST", "requestUri": "/"},
            "output": {"shape": "Done"}, "errors": [{"shape": "Gone"}]
        });
        new["operations"]["Put"]["errors"] = json!([{"shape": "Gone"}]);
        new["shapes"]["Done"] = json!({"type": "structure", "members": {}});
        new["shapes"]["State"]["enum"] = json!(["ON", "STUCK", "OFF"]);
    });
    assert_eq!(
        told,
        "+ operation Do: added\n\
         operation Put\n  + Gone: error added\n\
         + structure Done: added\n\
         enum State, sent by the service\n  + \"STUCK\": added, Stuck\n"
    );
}

#[test]
fn an_item_that_nothing_reaches_does_not_count() {
    let (old, mut new) = (base(), base());
    new["shapes"]["Lonely"] = json!({"type": "structure", "members": {}});
    assert_eq!(compare(&old, &new), Run::fine("no changes\n"));
}

#[test]
fn other_types_are_breaking() {
    let told = changes(|new| {
        new["shapes"]["Count"] = json!({"type": "long", "min": 1});
        new["shapes"]["Names"]["sparse"] = json!(true);
        new["shapes"]["Item"]["members"]["Self"] = json!({"shape": "Response"});
    });
    assert_eq!(
        told,
        "structure Item, sent by the service\n  \
           ! Names: type Option<Vec<String>> -> Option<Vec<Option<String>>> (shape Names holds nulls now)\n  \
           + Self: added, Option<Box<Response>>\n\
         structure Request, sent by the client\n  ! Count: type Option<i32> -> Option<i64> (shape Count changed)\n\
         structure Response, sent by the service\n  \
           ! Choice: type Option<Choice> -> Option<Box<Choice>> (Response holds itself now, by Item/Self)\n  \
           ! Item: type Option<Item> -> Option<Box<Item>> (Response holds itself now, by Item/Self)\n\
         union Choice, sent by the service\n  ! Number: type i32 -> i64 (shape Count changed)\n"
    );
}

#[test]
fn a_shape_of_another_kind_is_breaking() {
    let told = changes(|new| {
        new["shapes"]["Item"]["union"] = json!(true);
        new["shapes"]["State"] = json!({"type": "string"});
    });
    assert_eq!(
        told,
        "structure Response, sent by the service\n  ! State: type Option<State> -> Option<String> (shape State changed)\n\
         union Item, sent by the service\n  ! kind structure -> union (old JSON does not read)\n\
         ! enum State: removed\n"
    );
}

#[test]
fn other_names_in_rust_are_breaking() {
    let (mut old, mut new) = (base(), base());
    old["shapes"]["State"]["enum"] = json!(["O.N", "O-N"]);
    new["shapes"]["State"]["enum"] = json!(["O-N"]);
    assert_eq!(
        compare(&old, &new).stdout,
        "enum State, sent by the service\n  ! \"O-N\": Rust name ON2 -> ON\n  ! \"O.N\": removed, was ON\n\n\
         2 changes: 2 breaking, 0 behavior, 0 additive\n"
    );
}

#[test]
fn another_spelling_with_the_same_name_in_rust_breaks_nothing() {
    let (mut old, mut new) = (base(), base());
    old["shapes"]["State"]["enum"] = json!(["MOSTLY ON"]);
    new["shapes"]["State"]["enum"] = json!(["mostly-on"]);
    new["shapes"]["Choice"]["members"] =
        json!({"text": {"shape": "String"}, "Number": {"shape": "Count"}});
    new["shapes"]["Item"]["members"] =
        json!({"names": {"shape": "Names", "locationName": "Names"}, "Ratio": {"shape": "Ratio"}});
    assert_eq!(
        compare(&old, &new),
        Run::fine(
            "structure Item, sent by the service\n  ~ names: name in the model Names -> names\n\
             union Choice, sent by the service\n  \
               ~ text: name in the model Text -> text\n  \
               ~ text: wire name \"Text\" -> \"text\"\n\
             enum State, sent by the service\n  \
               ~ \"mostly-on\": wire name \"MOSTLY ON\" -> \"mostly-on\"\n\n\
             4 changes: 0 breaking, 4 behavior, 0 additive\n"
        )
    );
}

#[test]
fn a_new_shape_never_takes_the_name_of_a_type() {
    let told = changes(|new| {
        // The error enum and the type of `Get` have these names.
        new["shapes"]["GetError"] = json!({"type": "structure", "members": {}});
        new["shapes"]["Get"] = json!({"type": "structure", "members": {}});
        new["shapes"]["Item"]["members"]["Error"] = json!({"shape": "GetError"});
        new["shapes"]["Item"]["members"]["Got"] = json!({"shape": "Get"});
    });
    assert_eq!(
        told,
        "+ structure Get: added\n\
         + structure GetError: added\n\
         structure Item, sent by the service\n  + Error: added, Option<GetErrorShape>\n  \
           + Got: added, Option<GetShape>\n"
    );
}

#[test]
fn input_and_output_of_operations_are_types() {
    let told = changes(|new| {
        new["operations"]["Put"]["output"] = json!({"shape": "Item"});
        new["operations"]["Get"].as_object_mut().unwrap().remove("input");
    });
    assert_eq!(
        told,
        "operation Get\n  ! input Request -> none (old JSON does not read)\noperation Put\n  ! output none -> Item\n"
    );
}
