//! Services by their names.

use super::{fetch, shop};
use crate::support::Run;

/// The models in the lock after a service was fetched by a name.
fn found(name: &str) -> (Vec<String>, Option<String>) {
    let shop = shop();
    let run = fetch(&shop, &[name, "--from", "botocore-1.2.3"]);
    assert_eq!(run, Run::fine(""), "{name}");
    let lock: serde_json::Value = serde_json::from_str(&shop.0.read("models/models.lock")).unwrap();
    let models = lock["models"].as_object().unwrap();
    let names = models.values().next().unwrap().get("names").map(ToString::to_string);
    (models.keys().cloned().collect(), names)
}

#[test]
fn a_service_has_names_of_its_own() {
    let trains = || vec!["trains/2021-03-03".to_owned()];
    assert_eq!(found("trains"), (trains(), None));
    assert_eq!(found("Model Trains"), (trains(), Some(r#"["Model Trains"]"#.to_owned())));
    assert_eq!(found("model-trains"), (trains(), Some(r#"["model-trains"]"#.to_owned())));
    assert_eq!(found("rails"), (trains(), Some(r#"["rails"]"#.to_owned())));
    assert_eq!(found("rails/2021-03-03"), (trains(), Some(r#"["rails"]"#.to_owned())));
}

#[test]
fn the_newest_version_counts_unless_another_is_named() {
    assert_eq!(found("toybox").0, ["toybox/2020-02-02"]);
    assert_eq!(found("toybox/2019-01-01").0, ["toybox/2019-01-01"]);
}

#[test]
fn unknown_and_ambiguous_names_are_told_together() {
    let shop = shop();
    let names = ["toyboks", "railz", "hobby", "submarines", "trains/1999", "\u{1b}[1m"];
    let run = fetch(&shop, &[&names[..], &["--from", "botocore-1.2.3"]].concat());
    assert_eq!(
        run,
        Run::failed(
            2,
            "\
error: botocore==1.2.3 has no service `toyboks`
  = help: did you mean `toybox`?

error: botocore==1.2.3 has no service `railz`
  = help: did you mean `trains`?

error: `hobby` may be any of 2 services
  = help: did you mean `planes` or `trains`?

error: botocore==1.2.3 has no service `submarines`
  = help: name it as botocore's folder does, or by its endpoint's prefix

error: botocore==1.2.3 has no version `1999` of trains
  = help: it has 2021-03-03

error: botocore==1.2.3 has no service `\\u{1b}[1m`
  = help: name it as botocore's folder does, or by its endpoint's prefix
"
        )
    );
    assert!(!shop.exists("models"));
}
