//! The catalog of corrections: listed, and applied by name.

use serde_json::Value;

use crate::support::{Playground, Run};

/// The toy model as the service of the correction `config-recorder-status` has it.
const MODEL: &str = r#"{
  "metadata": {
    "apiVersion": "2020-02-02", "endpointPrefix": "toy", "jsonVersion": "1.1",
    "protocol": "json", "serviceFullName": "Toy Service", "serviceId": "Toy"
  },
  "operations": {
    "Go": {"name": "Go", "http": {"method": "POST", "requestUri": "/"}, "output": {"shape": "Out"}}
  },
  "shapes": {
    "Out": {"type": "structure", "members": {"Status": {"shape": "RecorderStatus"}}},
    "RecorderStatus": {"type": "string", "enum": ["Pending", "Success", "Failure", "NotApplicable"]}
  }
}"#;

#[test]
fn the_catalog_has_places_reasons_and_sources() {
    let run = Playground::new().run(["list", "--corrections"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let at = run.stdout.find("emr-kerberos-attributes\n").unwrap();
    let entry: Vec<&str> = run.stdout[at..].lines().take(5).collect();
    assert_eq!(
        entry,
        [
            "emr-kerberos-attributes",
            "  KerberosAttributes.Realm, KerberosAttributes.KdcAdminPassword",
            "    A cluster without Kerberos comes back with `\"KerberosAttributes\": {}`.",
            "    https://github.com/rusoto/rusoto/issues/1266",
            "iam-policy-source-type",
        ]
    );
}

#[test]
fn the_catalog_as_json() {
    let run = Playground::new().run(["list", "--corrections", "--json"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let list: Value = serde_json::from_str(&run.stdout).unwrap();
    let corrections = list["corrections"].as_array().unwrap();
    let found = corrections.iter().find(|each| each["name"] == "config-recorder-status").unwrap();
    assert_eq!(
        found["fixes"],
        serde_json::json!([{
            "name": "upper-case",
            "shape": "RecorderStatus",
            "member": null,
            "reason": "The service sends the status in upper case with underscores.",
            "source": "https://github.com/aws/aws-sdk-js-v3/pull/7765",
        }])
    );
}

#[test]
fn the_catalog_is_of_no_model() {
    let run = Playground::new().run(["list", "--corrections", "--model", "toy.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("cannot be used with"), "{}", run.stderr);
}

#[test]
fn corrections_are_applied_and_the_header_repeats_them() {
    let playground = Playground::new();
    playground.write("model.json", MODEL);
    let generate = ["generate", "--model", "model.json", "--correction", "config-recorder-status"];
    let run = playground.run(generate);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains(r#""NOT_APPLICABLE""#));
    assert!(run.stdout.contains("--correction config-recorder-status\n"));
    let patterns = playground.run(["patterns"].into_iter().chain(generate.into_iter().skip(1)));
    assert_eq!(
        patterns,
        Run::fine(
            "Toy Service 2020-02-02: 0 patterns, 0 uses: 0 direct, 0 automaton, 0 unchecked, 0 bytes\n"
        )
    );
}

#[test]
fn what_is_unknown_or_does_not_apply_is_told() {
    let playground = Playground::new();
    let names = "config-recorder-statsu,config-recorder-status";
    let run = playground.run(["generate", "--model", "toy.json", "--correction", names]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    for part in [
        "error: the catalog has no correction `config-recorder-statsu`\n  --> toy.json\n  = help: did you \
         mean `config-recorder-status`? there are amplify-app, ",
        "error: the model has no shape `RecorderStatus`\n  --> correction config-recorder-status:5:18 \
         (/upper-case/shape)\n  = help: leave the correction out: AWS has made it, or it is for another service\n",
    ] {
        assert!(run.stderr.contains(part), "{}", run.stderr);
    }
}
