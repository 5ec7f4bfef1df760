//! `--no-docs`, `--no-extras`, `--operation` and `--correction`.

use serde_json::{Value, json};

use super::{MODEL, TOYS, fetch, shop};
use crate::support::Run;

/// The toys as they are fetched with options, and what is told.
fn fetched(options: &[&str]) -> (Value, Value, Run) {
    let shop = shop();
    let run = fetch(&shop, &[&["toybox", "--from", "botocore-1.2.3"], options].concat());
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""));
    let lock: Value = serde_json::from_str(&shop.0.read("models/models.lock")).unwrap();
    let locked = lock["models"]["toybox/2020-02-02"].clone();
    (serde_json::from_str(&shop.0.read(MODEL)).unwrap(), locked, run)
}

/// The toys as they are in the source.
fn toys() -> Value {
    serde_json::from_str(TOYS).unwrap()
}

#[test]
fn extras_are_merged() {
    let mut expected = toys();
    expected["shapes"]["WindUpRequest"]["members"]["Turns"] = json!({"shape": "ToyName"});
    let (model, locked, run) = fetched(&[]);
    assert_eq!(model, expected);
    assert_eq!(locked["extras"], json!(true));
    assert_eq!(run.stderr, "");
}

#[test]
fn extras_that_are_left_out_are_told() {
    let (model, locked, run) = fetched(&["--no-extras"]);
    assert_eq!(model, toys());
    assert_eq!(locked["extras"], json!(false));
    assert_eq!(
        run.stderr,
        "    Left out /shapes/WindUpRequest/members/Turns of toybox/2020-02-02\n"
    );
}

#[test]
fn descriptions_are_left_out_and_nothing_else() {
    let mut expected = toys();
    expected.as_object_mut().unwrap().remove("documentation");
    expected["operations"]["WindUp"].as_object_mut().unwrap().remove("documentation");
    let members = &mut expected["shapes"]["WindUpRequest"]["members"];
    members["Name"].as_object_mut().unwrap().remove("documentation");
    members["Turns"] = json!({"shape": "ToyName"});
    let (model, locked, _) = fetched(&["--no-docs"]);
    assert_eq!(model, expected);
    assert_eq!(locked["docs"], json!(false));
}

#[test]
fn an_operation_is_kept_with_what_it_reaches() {
    let (model, locked, _) = fetched(&["--operation", "WindUp"]);
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<String>>();
    assert_eq!(keys(&model["operations"]), ["WindUp"]);
    assert_eq!(keys(&model["shapes"]), ["NoSuchToy", "ToyName", "WindUpRequest"]);
    assert_eq!(locked["operations"], json!(["WindUp"]));
    let (model, locked, _) = fetched(&["--operation", "WindUp,GetToy", "--operation", "GetToy"]);
    assert_eq!(keys(&model["shapes"]).len(), 5);
    assert_eq!(locked["operations"], json!(["GetToy", "WindUp"]));
}

#[test]
fn unknown_operations_are_told() {
    let shop = shop();
    let from = ["--from", "botocore-1.2.3", "--operation", "windup,Fly"];
    assert_eq!(
        fetch(&shop, &[&["toybox"], &from[..]].concat()),
        Run::failed(
            2,
            "\
error: toybox/2020-02-02 has no operation `Fly`
  = help: leave out `--operation` to fetch all; `glue-codegen list` has their names

error: toybox/2020-02-02 has no operation `windup`
  = help: did you mean `WindUp`?
"
        )
    );
    assert_eq!(
        fetch(&shop, &[&["toybox", "trains"], &from[..]].concat()),
        Run::failed(
            2,
            "\
error: `--operation` is for one service, and several are named
  = help: fetch each service with its operations by itself
"
        )
    );
    assert!(!shop.exists("models"));
}

#[test]
fn without_services_the_lock_has_the_options() {
    let shop = shop();
    assert_eq!(fetch(&shop, &["box", "--from", "botocore-1.2.3", "--no-docs"]), Run::fine(""));
    let (model, lock) = (shop.0.read(MODEL), shop.0.read("models/models.lock"));
    std::fs::remove_file(shop.0.path(MODEL)).unwrap();
    assert_eq!(fetch(&shop, &["--from", "botocore-1.2.3"]), Run::fine(""));
    assert_eq!((shop.0.read(MODEL), shop.0.read("models/models.lock")), (model, lock));
    let run = fetch(&shop, &["--no-docs"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("<SERVICE>..."), "{}", run.stderr);
}

/// A shop with the toys, whose names are an enum that has a correction for another service.
fn recorder_shop() -> shop::Shop {
    let shop = shop::Shop::new();
    let values = r#""enum": ["Pending", "Success", "Failure", "NotApplicable"]"#;
    let shape = format!(r#""shapes": {{"RecorderStatus": {{"type": "string", {values}}},"#);
    let files = shop::replaced(&shop::files(), r#""shapes": {"#, &shape);
    shop.folder("1.2.3", &files);
    shop
}

#[test]
fn corrections_are_written_and_locked() {
    let shop = recorder_shop();
    let options = ["toybox", "--from", "botocore-1.2.3", "--no-extras"];
    let run = fetch(&shop, &[&options[..], &["--correction", "config-recorder-status"]].concat());
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let model: Value = serde_json::from_str(&shop.0.read(MODEL)).unwrap();
    let values = json!(["PENDING", "SUCCESS", "FAILURE", "NOT_APPLICABLE"]);
    assert_eq!(model["shapes"]["RecorderStatus"]["enum"], values);
    let lock: Value = serde_json::from_str(&shop.0.read("models/models.lock")).unwrap();
    let locked = &lock["models"]["toybox/2020-02-02"];
    assert_eq!(locked["corrections"], json!(["config-recorder-status"]));
    // The lock alone makes the same file again.
    let text = shop.0.read(MODEL);
    std::fs::remove_file(shop.0.path(MODEL)).unwrap();
    assert_eq!(fetch(&shop, &["--from", "botocore-1.2.3"]).code, Some(0));
    assert_eq!(shop.0.read(MODEL), text);
}

#[test]
fn corrections_that_do_not_apply_are_told() {
    let shop = shop();
    let names = "config-recorder-status,ec2-platform";
    let run = fetch(&shop, &["toybox", "--from", "botocore-1.2.3", "--correction", names]);
    assert_eq!(run.code, Some(1));
    insta::assert_snapshot!(run.stderr);
    let run =
        fetch(&shop, &["toybox", "--from", "botocore-1.2.3", "--correction", "ec2-plattform"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(
        run.stderr,
        "error: the catalog has no correction `ec2-plattform`\n  = help: did you mean `ec2-platform`?\n"
    );
    let run = fetch(&shop, &["toybox", "trains", "--correction", "ec2-platform"]);
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (
            Some(2),
            "\
error: `--correction` is for one service, and several are named
  = help: fetch each service with its corrections by itself
"
        )
    );
    assert!(!shop.exists("models"));
}
