//! What is said of changes that come from elsewhere in the model.

use serde_json::{Value, json};

use super::schema::changes_between;
use super::{base, changes, told};
use crate::support::{Playground, Run};

/// The operation `Put` with more of something.
fn put(model: &mut Value, key: &str, value: Value) {
    model["operations"]["Put"][key] = value;
}

/// Compares two models as one operation reaches them.
fn told_of(operation: &str, old: &Value, new: &Value) -> Run {
    let playground = Playground::new();
    playground.write("old.json", old.to_string());
    playground.write("new.json", new.to_string());
    playground.run(["diff", "--deny", "nothing", "--operation", operation, "old.json", "new.json"])
}

#[test]
fn a_type_says_which_operation_reaches_it_now() {
    let (old, mut new) = (base(), base());
    put(&mut new, "output", json!({"shape": "Response"}));
    put(&mut new, "errors", json!([{"shape": "Gone"}]));
    let stdout = "\
operation Put
  ! output none -> Response
  + Gone: error added
+ structure Gone: added (Put reaches it now, by Gone)
+ structure Item: added (Put reaches it now, by output/Item)
+ structure Response: added (Put reaches it now, by output)
+ union Choice: added (Put reaches it now, by output/Choice)
+ enum State: added (Put reaches it now, by output/State)

7 changes: 1 breaking, 0 behavior, 6 additive
";
    assert_eq!(told_of("Put", &old, &new), Run::fine(stdout));
    // The other operation reached all of it before.
    let told = changes(|new| put(new, "output", json!({"shape": "Response"})));
    assert_eq!(told, "operation Put\n  ! output none -> Response\n");
}

#[test]
fn a_type_says_which_operation_reached_it() {
    let mut old = base();
    old["shapes"]["Notes"] =
        json!({"type": "map", "key": {"shape": "Name"}, "value": {"shape": "Note"}});
    old["shapes"]["Note"] = json!({"type": "structure", "members": {}});
    let mut new = old.clone();
    old["shapes"]["Request"]["members"]["Note"] = json!({"shape": "Notes"});
    assert_eq!(
        told(&old, &new),
        "! structure Note: removed (nothing reaches it any more; Get did, by input/Note/value)\n\
         structure Request, sent by the client\n  \
           ! Note: type Option<BTreeMap<String, Note>> -> Option<String> (old JSON does not read)\n"
    );
    // What is gone from the model was not lost on the way.
    new["shapes"].as_object_mut().unwrap().remove("Note");
    new["shapes"].as_object_mut().unwrap().remove("Notes");
    let told = told(&old, &new);
    assert!(told.starts_with("! structure Note: removed\n"), "{told}");
}

#[test]
fn a_structure_says_which_operation_lists_it_as_an_error() {
    let mut new = base();
    put(&mut new, "errors", json!([{"shape": "Item"}]));
    assert_eq!(
        told(&base(), &new),
        "operation Put\n  + Item: error added\n\
         structure Item, sent by the service\n  \
           + an error now (Put lists it among its errors now)\n  \
           + Message: added, Option<String>\n"
    );
    assert_eq!(
        told(&new, &base()),
        "operation Put\n  ! Item: error removed\n\
         structure Item, sent by the service\n  \
           ! no longer an error (nothing lists it among its errors any more; Put did)\n  \
           ! Message: removed, was Option<String>\n"
    );
}

#[test]
fn a_box_says_what_it_is_for() {
    let mut new = base();
    new["shapes"]["Item"]["members"]["Others"] = json!({"shape": "Items"});
    new["shapes"]["Items"] = json!({"type": "list", "member": {"shape": "Response"}});
    assert_eq!(
        told(&base(), &new),
        "structure Response, sent by the service\n  \
           ! Choice: type Option<Choice> -> Option<Box<Choice>> \
             (Response holds itself now, by Item/Others/member)\n  \
           ! Item: type Option<Item> -> Option<Box<Item>> \
             (Response holds itself now, by Item/Others/member)\n\
         structure Item, sent by the service\n  + Others: added, Option<Vec<Response>>\n"
    );
    let told = told(&new, &base());
    let back = "! Item: type Option<Box<Item>> -> Option<Item> \
                (Response no longer holds itself as it did, by Item/Others/member)\n";
    assert!(told.contains(back), "{told}");
}

#[test]
fn a_box_says_when_there_is_too_much_or_a_choice() {
    // 700 strings are more than 16 KiB.
    let members: serde_json::Map<String, Value> =
        (0..700).map(|number| (format!("M{number}"), json!({"shape": "String"}))).collect();
    let (old, mut new) = (base(), base());
    new["shapes"]["Item"]["members"].as_object_mut().unwrap().extend(members);
    let told_of_item = |old, new| {
        let told = told(old, new);
        told.lines().find(|line| line.starts_with("  ! Item: ")).map(str::to_owned)
    };
    assert_eq!(
        told_of_item(&old, &new).unwrap(),
        "  ! Item: type Option<Item> -> Option<Box<Item>> (Response is too large without boxes now)"
    );
    assert_eq!(
        told_of_item(&new, &old).unwrap(),
        "  ! Item: type Option<Box<Item>> -> Option<Item> \
         (Response is no longer too large without boxes)"
    );

    let structures = |count: usize| {
        let members: serde_json::Map<String, Value> =
            (0..count).map(|number| (format!("M{number}"), json!({"shape": "Gone"}))).collect();
        let mut model = base();
        model["shapes"]["Item"]["members"] = members.into();
        model
    };
    let told_of_first = |old: usize, new: usize| {
        let told = told(&structures(old), &structures(new));
        told.lines().find(|line| line.starts_with("  ! M0: ")).map(str::to_owned)
    };
    assert_eq!(
        told_of_first(47, 48).unwrap(),
        "  ! M0: type Option<Gone> -> Option<Box<Gone>> (Item is a choice between structures now)"
    );
    assert_eq!(
        told_of_first(48, 47).unwrap(),
        "  ! M0: type Option<Box<Gone>> -> Option<Gone> \
         (Item is no longer a choice between structures)"
    );
}

#[test]
fn a_type_says_which_shape_changed() {
    let mut old = base();
    old["shapes"]["Item"]["members"]["Pages"] = json!({"shape": "Pages"});
    old["shapes"]["Pages"] =
        json!({"type": "map", "key": {"shape": "Name"}, "value": {"shape": "Names"}});
    let change = |change: &dyn Fn(&mut Value)| {
        let mut new = old.clone();
        change(&mut new);
        let told = changes_between(&old, &new);
        let told = told.into_iter().find(|change| change["member"] == "Pages").unwrap();
        let cause = &told["cause"];
        json!([cause["kind"], cause["now"], cause["shape"]])
    };
    let sparse = change(&|new| new["shapes"]["Names"]["sparse"] = json!(true));
    assert_eq!(sparse, json!(["sparse", true, "Names"]));
    let sparse = change(&|new| new["shapes"]["Pages"]["sparse"] = json!(true));
    assert_eq!(sparse, json!(["sparse", true, "Pages"]));
    let entry = change(&|new| new["shapes"]["Names"]["member"]["shape"] = json!("Count"));
    assert_eq!(entry, json!(["other-target", true, "Names"]));
    let entry = change(&|new| new["shapes"]["Name"] = json!({"type": "string", "enum": ["A"]}));
    assert_eq!(entry, json!(["other-target", true, "Name"]));
    // Here it is the member's own line.
    let own = change(&|new| new["shapes"]["Item"]["members"]["Pages"]["shape"] = json!("Names"));
    assert_eq!(own, json!([null, null, null]));
}

#[test]
fn a_name_says_who_has_it_now() {
    let mut old = base();
    old["shapes"]["DoError"] = json!({"type": "structure", "members": {}});
    old["shapes"]["Do"] = json!({"type": "structure", "members": {}});
    old["shapes"]["Item"]["members"]["One"] = json!({"shape": "DoError"});
    old["shapes"]["Item"]["members"]["Two"] = json!({"shape": "Do"});
    let mut new = old.clone();
    new["operations"]["Do"] = json!({"name": "Do", "http": {"method": "POST", "requestUri": "/"}});
    assert_eq!(
        told(&old, &new),
        "structure Do, sent by the service\n  \
           ! Rust name Do -> DoShape (operation Do has the name now)\n\
         structure DoError, sent by the service\n  \
           ! Rust name DoError -> DoErrorShape (operation Do has the name now)\n\
         + operation Do: added\n"
    );
    // An operation's name comes before the enum of another's errors.
    let mut old = base();
    old["operations"]["Put"]["name"] = json!("Put");
    let mut new = old.clone();
    new["operations"]["PutError"] =
        json!({"name": "PutError", "http": {"method": "POST", "requestUri": "/"}});
    assert_eq!(
        told(&old, &new),
        "operation Put\n  \
           ! Rust name of its errors PutError -> PutErrorEnum (operation PutError has the name now)\n\
         + operation PutError: added\n"
    );
}
