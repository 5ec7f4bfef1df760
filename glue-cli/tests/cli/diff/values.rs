//! What alters how values are checked, read, written and printed.

use serde_json::{Value, json};

use super::schema::changes_between;
use super::{base, changes, compare, told};
use crate::support::Run;

#[test]
fn what_values_must_satisfy_is_told_at_the_shape_that_says_it() {
    let told = changes(|new| {
        new["shapes"]["Name"] = json!({"type": "string", "max": 20, "pattern": "[a-z]*"});
        new["shapes"]["Names"] =
            json!({"type": "list", "member": {"shape": "Name"}, "min": 1, "max": 5});
        new["shapes"]["Count"]["max"] = json!(9);
        new["shapes"]["Ratio"] = json!({"type": "double", "min": 0.25});
        new["shapes"]["String"]["pattern"] = json!("\\S+");
    });
    assert_eq!(
        told,
        "shape Count, sent by both\n  ~ range 1 or more -> 1 to 9 (tighter)\n\
         shape Name, sent by both\n  \
           ~ length 1 to 10 -> at most 20 (looser)\n  \
           ~ pattern [a-z]+ -> [a-z]* (looser; \"\" was refused and is accepted now)\n\
         shape Names, sent by the service\n  ~ length at most 5 -> 1 to 5 (tighter)\n\
         shape Ratio, sent by the service\n  ~ range 0.5 or more -> 0.25 or more (looser)\n\
         shape String, sent by both\n  ~ pattern none -> \\S+ (tighter; \"\" was accepted and is refused now)\n"
    );
}

#[test]
fn bounds_that_forbid_nothing_are_no_bounds() {
    let (mut old, mut new) = (base(), base());
    old["shapes"]["String"]["min"] = json!(0);
    new["shapes"]["Item"]["min"] = json!(0);
    assert_eq!(compare(&old, &new), Run::fine("no changes\n"));
}

#[test]
fn bounds_that_move_both_ways_are_neither_looser_nor_tighter() {
    let told = changes(|new| {
        new["shapes"]["Name"]["min"] = json!(2);
        new["shapes"]["Name"]["max"] = json!(20);
    });
    assert_eq!(
        told,
        "shape Name, sent by both\n  ~ length 1 to 10 -> 2 to 20 (looser and tighter)\n"
    );
}

#[test]
fn a_member_s_own_constraints_are_told_at_the_member() {
    let told = changes(|new| {
        new["shapes"]["Request"]["members"]["Name"]["max"] = json!(3);
        new["shapes"]["Names"]["member"]["pattern"] = json!("[a-z0-9]+");
    });
    assert_eq!(
        told,
        "structure Request, sent by the client\n  ~ Name: length 1 to 10 -> at most 3 (looser and tighter)\n\
         shape Names, sent by the service\n  ~ member: pattern [a-z]+ -> [a-z0-9]+ (looser; \"0\" was refused and is accepted now)\n"
    );
}

#[test]
fn a_member_with_another_target_is_told_by_what_that_demands() {
    let told = changes(|new| {
        new["shapes"]["Request"]["members"]["Note"] = json!({"shape": "Name"});
        new["shapes"]["Item"]["members"]["Names"] = json!({"shape": "Others"});
        new["shapes"]["Others"] = json!({"type": "list", "member": {"shape": "String"}, "max": 5});
    });
    assert_eq!(
        told,
        "structure Item, sent by the service\n  \
           ~ Names/member: length 1 to 10 -> none (looser)\n  \
           ~ Names/member: pattern [a-z]+ -> none (looser; \"\" was refused and is accepted now)\n\
         structure Request, sent by the client\n  \
           ~ Note: length none -> 1 to 10 (tighter)\n  \
           ~ Note: pattern none -> [a-z]+ (tighter; \"\" was accepted and is refused now)\n"
    );
}

#[test]
fn a_target_with_the_same_type_and_demands_is_no_change() {
    let (old, mut new) = (base(), base());
    new["shapes"]["Other"] = new["shapes"]["Name"].clone();
    new["shapes"]["Request"]["members"]["Name"] = json!({"shape": "Other"});
    assert_eq!(compare(&old, &new), Run::fine("no changes\n"));
}

#[test]
fn patterns_that_match_the_same_strings_are_no_change() {
    for same in ["^([a-z])+$", "[a-z][a-z]*", "(?:[a-m]|[n-z])+", "[a-z]{1,}"] {
        let told = changes(|new| new["shapes"]["Name"]["pattern"] = json!(same));
        assert_eq!(told, "", "{same}");
    }
    // No name is longer than ten.
    let told = changes(|new| new["shapes"]["Name"]["pattern"] = json!("[a-z]{1,99}"));
    assert_eq!(told, "");
    let told = changes(|new| new["shapes"]["Name"]["pattern"] = json!("[a-z]{1,9}"));
    assert_eq!(
        told,
        "shape Name, sent by both\n  ~ pattern [a-z]+ -> [a-z]{1,9} \
         (tighter; \"aaaaaaaaaa\" was accepted and is refused now)\n"
    );
}

#[test]
fn a_member_with_a_length_of_its_own_is_told_what_the_shape_is_not() {
    let (mut old, mut new) = (base(), base());
    old["shapes"]["Request"]["members"]["Name"]["max"] = json!(99);
    new["shapes"]["Request"]["members"]["Name"]["max"] = json!(99);
    new["shapes"]["Name"]["pattern"] = json!("[a-z]{1,11}");
    assert_eq!(
        told(&old, &new),
        "structure Request, sent by the client\n  ~ Name: pattern [a-z]+ -> [a-z]{1,11} \
         (tighter; \"aaaaaaaaaaaa\" was accepted and is refused now)\n"
    );
}

/// A REST model of two operations with one input, whose paths and labels are these.
fn with_labels(get: &str, put: &str, name: &str, note: &str) -> Value {
    let mut model = base();
    model["metadata"]["protocol"] = json!("rest-json");
    model["operations"]["Get"]["http"]["requestUri"] = json!(get);
    model["operations"]["Put"]["http"]["requestUri"] = json!(put);
    for (member, label) in [("Name", name), ("Note", note)] {
        let member = &mut model["shapes"]["Request"]["members"][member];
        (member["location"], member["locationName"]) = (json!("uri"), json!(label));
    }
    model
}

#[test]
fn labels_that_are_called_otherwise_are_no_change() {
    let old = with_labels("/a/{Name}/{Note+}", "/b/{Note+}?x={Name}", "Name", "Note");
    let new = with_labels("/a/{n}/{note+}", "/b/{note+}?x={n}", "n", "note");
    assert_eq!(told(&old, &new), "");
    let swapped = with_labels("/a/{n}/{note+}", "/b/{note+}?x={n}", "note", "n");
    assert_eq!(
        told(&old, &swapped),
        "structure Request, sent by the client\n  ~ Name: place label Name -> label note\n  \
           ~ Note: place label Note -> label n\n"
    );
    // A label that keeps slashes is another one.
    let greedy = with_labels("/a/{n+}/{note+}", "/b/{note+}?x={n}", "n", "note");
    assert_eq!(
        told(&old, &greedy),
        "operation Get\n  ~ path /a/{Name}/{Note+} -> /a/{n+}/{note+}\n"
    );
}

#[test]
fn long_patterns_stand_below_each_other_and_show_what_is_invisible() {
    let long = "[a-z0-9]{1,64}(-[a-z0-9]{1,64})*\u{1b}[A-Z0-9]{1,64}(-[A-Z0-9]{1,64})* ";
    let told = changes(|new| new["shapes"]["Name"]["pattern"] = json!(long));
    let shown = long.replace('\u{1b}', "\\x{1b}").replace(' ', "\\x{20}");
    assert_eq!(
        told,
        format!(
            "shape Name, sent by both\n  ~ pattern\n      was [a-z]+\n      is  {shown}\n      (looser and tighter; \"a\\u{{1b}}0 \" was refused and is accepted now; \"a\" was accepted and is refused now)\n"
        )
    );
}

#[test]
fn other_wire_names_and_formats_alter_behavior() {
    let told = changes(|new| {
        new["shapes"]["Item"]["members"]["Ratio"]["locationName"] = json!("ratio");
        new["shapes"]["Response"]["members"]["Since"]["timestampFormat"] = json!("iso8601");
        new["metadata"]["targetPrefix"] = json!("Toys");
    });
    assert_eq!(
        told,
        "operation Get\n  ~ target Toy.Get -> Toys.Get\n\
         operation Put\n  ~ target Toy.Put -> Toys.Put\n\
         structure Item, sent by the service\n  ~ Ratio: wire name \"Ratio\" -> \"ratio\"\n\
         structure Response, sent by the service\n  ~ Since: timestamp format epoch-seconds -> date-time\n"
    );
}

#[test]
fn a_timestamp_format_is_told_at_the_shape_that_says_it() {
    let told = changes(|new| new["shapes"]["Time"]["timestampFormat"] = json!("rfc822"));
    assert_eq!(told, "shape Time, sent by the service\n  ~ timestamp format none -> http-date\n");
}

#[test]
fn a_protocol_is_the_service_s() {
    let told = changes(|new| {
        new["metadata"]["protocol"] = json!("rest-json");
        for operation in ["Get", "Put"] {
            new["operations"][operation]["http"] =
                json!({"method": "PUT", "requestUri": format!("/{operation}")});
        }
    });
    assert_eq!(
        told,
        "service Toy Service\n  ~ protocol awsJson1_1 -> restJson1\n\
         operation Get\n  ~ method POST -> PUT\n  ~ path / -> /Get\n  ~ target Toy.Get -> none\n\
         operation Put\n  ~ method POST -> PUT\n  ~ path / -> /Put\n  ~ target Toy.Put -> none\n"
    );
}

#[test]
fn where_members_travel_alters_behavior() {
    let mut old = base();
    old["metadata"]["protocol"] = json!("rest-json");
    old["operations"]["Get"]["http"]["requestUri"] = json!("/items/{Name}");
    old["shapes"]["Request"]["members"]["Name"] =
        json!({"shape": "Name", "location": "uri", "locationName": "Name"});
    old["shapes"]["Response"]["members"]["Since"] =
        json!({"shape": "Time", "location": "header", "locationName": "X-Since"});
    let mut new = old.clone();
    new["operations"]["Get"]["http"]["requestUri"] = json!("/items");
    new["operations"]["Get"]["endpoint"] = json!({"hostPrefix": "sync-"});
    let request = &mut new["shapes"]["Request"]["members"];
    request["Name"] = json!({"shape": "Name", "location": "querystring", "locationName": "n"});
    let response = &mut new["shapes"]["Response"];
    response["members"]["Since"]["locationName"] = json!("X-From");
    response["members"]["State"] =
        json!({"shape": "State", "location": "header", "locationName": "X-State"});
    response["payload"] = json!("Item");
    let told = compare(&old, &new).stdout;
    assert_eq!(
        told,
        "operation Get\n  ~ path /items/{Name} -> /items\n  ~ host prefix none -> sync-\n\
         structure Request, sent by the client\n  ~ Name: place label Name -> parameter n\n\
         structure Response, sent by the service\n  \
           ~ Item: place body -> whole body\n  \
           ~ Since: place header X-Since -> header X-From\n  \
           ~ State: place body -> header X-State\n\n\
         6 changes: 0 breaking, 6 behavior, 0 additive\n"
    );
}

#[test]
fn times_on_the_wire_have_formats_of_their_own() {
    let mut old = base();
    old["metadata"]["protocol"] = json!("rest-json");
    let request = &mut old["shapes"]["Request"]["members"];
    request["Since"] = json!({"shape": "Time", "location": "header", "locationName": "Since"});
    request["Until"] = json!({"shape": "Time", "location": "querystring", "locationName": "until"});
    let mut new = old.clone();
    let request = &mut new["shapes"]["Request"]["members"];
    request["Since"]["timestampFormat"] = json!("unixTimestamp");
    request["Until"]["timestampFormat"] = json!("iso8601");
    assert_eq!(
        compare(&old, &new).stdout,
        "structure Request, sent by the client\n  \
           ~ Since: timestamp format epoch-seconds at rest, http-date on the wire -> epoch-seconds\n  \
           ~ Until: timestamp format epoch-seconds at rest, date-time on the wire -> date-time\n\n\
         2 changes: 0 breaking, 2 behavior, 0 additive\n"
    );
}

#[test]
fn formats_of_what_is_no_time_are_nothing() {
    let mut new = base();
    new["shapes"]["Names"]["member"]["timestampFormat"] = json!("iso8601");
    assert_eq!(compare(&base(), &new), Run::fine("no changes\n"));
}

#[test]
fn how_the_service_is_reached_alters_behavior() {
    let told = changes(|new| {
        new["metadata"]["serviceId"] = json!("Toys");
        new["metadata"]["apiVersion"] = json!("2021-01-01");
        new["metadata"]["signingName"] = json!("toys");
        new["metadata"]["endpointPrefix"] = json!("toys");
        new["metadata"]["awsQueryCompatible"] = json!({});
    });
    assert_eq!(
        told,
        "service Toy Service\n  ~ service ID Toy -> Toys (the models are of two services)\n  ~ API version 2020-02-02 -> 2021-01-01\n  \
           ~ signing name toy -> toys\n  ~ endpoint prefix toy -> toys\n  \
           ~ codes of the query protocol none -> kept\n"
    );
}

#[test]
fn secrecy_alters_what_is_printed() {
    let told = changes(|new| {
        new["shapes"]["Name"]["sensitive"] = json!(true);
        new["shapes"]["Item"]["sensitive"] = json!(true);
        new["shapes"]["State"]["sensitive"] = json!(true);
    });
    assert_eq!(
        told,
        "structure Item, sent by the service\n  ~ sensitive\nenum State, sent by the service\n  ~ sensitive\nshape Name, sent by both\n  ~ sensitive\n"
    );
}

#[test]
fn deprecation_is_additive() {
    let told = changes(|new| {
        new["deprecated"] = json!(true);
        new["operations"]["Put"]["deprecated"] = json!(true);
        new["shapes"]["Item"]["deprecated"] = json!(true);
        new["shapes"]["Request"]["members"]["Note"]["deprecated"] = json!(true);
    });
    assert_eq!(
        told,
        "service Toy Service\n  + deprecated\n\
         operation Put\n  + deprecated\n\
         structure Item, sent by the service\n  + deprecated\n\
         structure Request, sent by the client\n  + Note: deprecated\n"
    );
}

#[test]
fn what_errors_say_of_themselves_alters_behavior() {
    let told = changes(|new| {
        new["shapes"]["Gone"]["error"] = json!({"code": "GoneForEver", "httpStatusCode": 510});
        new["shapes"]["Gone"]["fault"] = json!(true);
        new["shapes"]["Gone"]["retryable"] = json!({"throttling": false});
    });
    assert_eq!(
        told,
        "structure Gone, sent by the service\n  \
           ~ error code Gone -> GoneForEver\n  \
           ~ error status 404 -> 510\n  \
           ~ fault client -> server\n  \
           ~ retry not retryable -> retryable\n"
    );
    let told = changes(|new| new["shapes"]["Gone"]["retryable"] = json!({"throttling": true}));
    assert_eq!(
        told,
        "structure Gone, sent by the service\n  ~ retry not retryable -> retryable, and a sign of throttling\n"
    );
}

#[test]
fn errors_have_a_message_whether_their_model_says_so_or_not() {
    let without = || {
        let mut model = base();
        model["shapes"]["Gone"]["members"] = json!({});
        model
    };
    let with = |member: Value| {
        let mut model = without();
        model["shapes"]["Gone"]["members"] = json!({"message": member});
        model
    };
    let text = with(json!({"shape": "String"}));
    assert_eq!(compare(&without(), &text), Run::fine("no changes\n"));
    assert_eq!(compare(&text, &without()), Run::fine("no changes\n"));
    let told = |new: &Value| compare(&without(), new).stdout;
    assert_eq!(
        told(&base()),
        "structure Gone, sent by the service\n  ~ Message: wire name \"message\" -> \"Message\"\n\n\
         1 change: 0 breaking, 1 behavior, 0 additive\n"
    );
    assert_eq!(
        told(&with(json!({"shape": "Item"}))),
        "structure Gone, sent by the service\n  ! message: type Option<String> -> Option<Item> (old JSON does not read)\n\n\
         1 change: 1 breaking, 0 behavior, 0 additive\n"
    );
    assert_eq!(
        told(&with(json!({"shape": "String", "max": 9, "sensitive": true}))),
        "structure Gone, sent by the service\n  ~ message: length none -> at most 9 (tighter)\n  \
           ~ message: sensitive\n\n\
         2 changes: 0 breaking, 2 behavior, 0 additive\n"
    );
}

#[test]
fn values_in_another_order_compare_otherwise() {
    let told = changes(|new| new["shapes"]["State"]["enum"] = json!(["OFF", "ON", "STUCK"]));
    assert_eq!(
        told,
        "enum State, sent by the service\n  ~ order of values changed\n  + \"STUCK\": added, Stuck\n"
    );
}

#[test]
fn smithy_s_defaults_alter_behavior() {
    let model = |default: &Value| {
        json!({
            "smithy": "2.0",
            "shapes": {
                "toy#Toy": {
                    "type": "service",
                    "version": "2020-02-02",
                    "operations": [{"target": "toy#WindUp"}],
                    "traits": {
                        "aws.protocols#awsJson1_1": {},
                        "aws.api#service": {"sdkId": "Toy", "endpointPrefix": "toy"},
                        "smithy.api#title": "Toy Service",
                    }
                },
                "toy#WindUp": {"type": "operation", "input": {"target": "toy#Request"}},
                "toy#Request": {"type": "structure", "members": {
                    "Turns": {
                        "target": "smithy.api#Integer",
                        "traits": {"smithy.api#default": default}
                    },
                }},
            }
        })
    };
    assert_eq!(
        compare(&model(&json!(1)), &model(&json!(2))),
        Run::fine(
            "structure Request, sent by the client\n  ~ Turns: default 1 -> 2\n\n\
             1 change: 0 breaking, 1 behavior, 0 additive\n"
        )
    );
}

#[test]
fn protocols_and_services_have_names_for_tools() {
    let mut new = base();
    new["metadata"]["serviceId"] = json!("Tool");
    new["metadata"]["protocol"] = json!("rest-json");
    let told = changes_between(&base(), &new);
    let of_service = |change: &&Value| change["kind"] == "service";
    let found: Vec<Value> = told
        .iter()
        .filter(of_service)
        .map(|change| json!([change["aspect"], change["old"], change["new"], change["note"]]))
        .collect();
    assert_eq!(
        found,
        [
            json!(["service-id", "Toy", "Tool", "the models are of two services"]),
            json!(["protocol", "awsJson1_1", "restJson1", null]),
        ]
    );
}
