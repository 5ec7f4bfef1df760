//! Errors, as services send them and as other programs keep them.

use std::fs;

use serde_json::json;

use super::{invalid, request};
use crate::support::{Playground, Run};

#[test]
fn an_error_is_checked_as_the_one_that_it_names() {
    let playground = Playground::new();
    let error =
        r#"{"__type": "EntityNotFoundException", "Message": 5, "FromFederationSource": true}"#;
    playground.write("error.json", error);
    playground.write("other.json", r#"{"__type": "a#NoSuchException:", "message": "No"}"#);
    playground.write("none.json", r#"{"Message": "No"}"#);
    let expected = "\
error: invalid type: integer `5`, expected a string
  --> error.json:1:50 (/Message, EntityNotFoundException)

note: `NoSuchException` is not an error that the model has for GetJobRun
  --> other.json:1:12 (/__type)

error: the document does not name an error
  --> none.json:1:1
  = help: a body names it under `__type`, `code`, `Error.Code`, `errorCode` or `errorType`; use `--error=NAME` where only the response's header does

";
    assert_eq!(
        playground.run(request(&["--error", "error.json", "other.json", "none.json"])),
        invalid(expected, "2 problems and 1 note in 2 of 3 files")
    );
}

#[test]
fn an_error_may_be_named_where_its_body_does_not() {
    let playground = Playground::new();
    playground.write("error.json", r#"{"Message": 5, "Massage": "No"}"#);
    let named = |name: &str| playground.run(request(&[&format!("--error={name}"), "error.json"]));
    let told = |kind| {
        format!(
            "\
error: invalid type: integer `5`, expected a string
  --> error.json:1:13 (/Message, EntityNotFoundException)

{kind}: `Massage` is not a member of EntityNotFoundException
  --> error.json:1:16 (/Massage, EntityNotFoundException)
  = help: did you mean `Message`?

"
        )
    };
    assert_eq!(
        named("EntityNotFoundException"),
        invalid(&told("note"), "1 problem and 1 note in error.json")
    );
    assert_eq!(
        playground.run(request(&["--error=EntityNotFoundException", "--strict", "error.json"])),
        invalid(&told("error"), "2 problems in error.json")
    );
    insta::assert_snapshot!(named("EntityNotFoundExeption").stderr, @"
    error: GetJobRun has no error `EntityNotFoundExeption`
      = help: did you mean `EntityNotFoundException`?
    ");
}

/// A run of `check` on an error of an operation like `RegisterClient` of SSO OIDC, whose errors have
/// a member `error`, and one that is required.
fn registration(arguments: &[&str], error: &str) -> Run {
    let playground = Playground::new();
    let model = json!({
        "version": "2.0",
        "metadata": {
            "apiVersion": "2019-06-10", "endpointPrefix": "oidc", "protocol": "rest-json",
            "serviceFullName": "AWS SSO OIDC", "serviceId": "SSO OIDC",
        },
        "operations": {"RegisterClient": {
            "name": "RegisterClient", "http": {"method": "POST", "requestUri": "/client/register"},
            "errors": [{"shape": "InvalidClientMetadataException"}],
        }},
        "shapes": {
            "InvalidClientMetadataException": {
                "type": "structure", "exception": true, "error": {"httpStatusCode": 400},
                "required": ["message"],
                "members": {
                    "error": {"shape": "Error"},
                    "error_description": {"shape": "Error"},
                    "message": {"shape": "Error"},
                },
            },
            "Error": {"type": "string", "min": 3},
        },
    });
    playground.write("model.json", model.to_string());
    playground.write("error.json", error);
    let check = ["check", "--model", "model.json", "--operation", "RegisterClient"];
    playground.run([&check[..], arguments, &["error.json"]].concat())
}

const NAMED: &str = "--error=InvalidClientMetadataException";

#[test]
fn a_member_called_error_is_no_saved_error() {
    let body = r#"{"__type": "InvalidClientMetadataException", "message": "No", "error": 5}"#;
    for arguments in [&["--error"][..], &[NAMED]] {
        insta::allow_duplicates! {
            insta::assert_snapshot!(registration(arguments, body).stdout, @"
            error: Value with length 2 at '/message' failed to satisfy constraint: Member must have length greater than or equal to 3
              --> error.json:1:57 (/message, InvalidClientMetadataException)

            error: invalid type: integer `5`, expected a string
              --> error.json:1:72 (/error, InvalidClientMetadataException)
            ");
        }
    }
}

#[test]
fn what_is_required_of_an_error_must_be_there() {
    let bare = r#"{"__type": "InvalidClientMetadataException"}"#;
    insta::assert_snapshot!(registration(&["--error"], bare).stdout, @"
    error: Value at '/message' failed to satisfy constraint: Member must not be null
      --> error.json:1:1 (InvalidClientMetadataException)
    ");
    insta::assert_snapshot!(registration(&[NAMED], "{}").stdout, @"
    error: Value at '/message' failed to satisfy constraint: Member must not be null
      --> error.json:1:1 (InvalidClientMetadataException)
    ");
    // Services mean one of both.
    let both =
        r#"{"__type": "InvalidClientMetadataException", "message": "None", "Message": null}"#;
    assert_eq!(registration(&["--error", "--strict"], both), Run::fine(""));
    // botocore keeps the message elsewhere, and the other programs keep no members at all.
    let name = "InvalidClientMetadataException";
    for saved in [
        json!({"Error": {"Code": name, "Message": "None"}, "ResponseMetadata": {}}),
        json!({"errorCode": name, "errorMessage": "None", "eventName": "RegisterClient"}),
        json!({"Error": format!("SsoOidc.{name}"), "Cause": "None"}),
        json!({"errorType": name, "errorMessage": "None"}),
    ] {
        assert_eq!(registration(&["--error", "--strict"], &saved.to_string()), Run::fine(""));
    }
    let saved = json!({
        "Error": {"Code": name, "Message": "None"}, "ResponseMetadata": {}, "error_description": "no",
    });
    insta::assert_snapshot!(registration(&["--error"], &saved.to_string()).stdout, @"
    error: Value with length 2 at '/error_description' failed to satisfy constraint: Member must have length greater than or equal to 3
      --> error.json:1:111 (/error_description, InvalidClientMetadataException)
    ");
}

#[test]
fn errors_are_read_in_every_form_in_which_they_are_kept() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/errors");
    let mut refused = Vec::new();
    let mut files = 0;
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let run = Playground::new().run(request(&["--error", "--strict", path.to_str().unwrap()]));
        if run.code != Some(0) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            refused.push((name, run.stdout.lines().next().unwrap_or_default().to_owned()));
        }
        files += 1;
    }
    refused.sort();
    let expected = [
        ("nested_type.json", "error: `Cause` is not a member of InvalidInputException"),
        ("nested_type_only.json", "error: the document does not name an error"),
        (
            "throttling.json",
            "error: `ThrottlingException` is not an error that the model has for GetJobRun",
        ),
    ];
    assert_eq!(refused, expected.map(|(name, line)| (name.to_owned(), line.to_owned())));
    assert_eq!(files, 14);
}

#[test]
fn a_body_that_names_another_error_is_told() {
    let playground = Playground::new();
    playground.write(
        "error.json",
        "{\n  \"Message\": \"No\",\n  \"__type\": \"InvalidInputException\"\n}",
    );
    let run = |named: &[&str]| playground.run(request(&[named, &["error.json"]].concat())).stdout;
    insta::assert_snapshot!(run(&["--error=EntityNotFoundException"]), @"
    note: the body names `InvalidInputException`, and not EntityNotFoundException
      --> error.json:3:13 (/__type)
    ");
    assert_eq!(run(&["--error=InvalidInputException", "--strict"]), "");
}

#[test]
fn the_sides_of_records_are_checked_as_named() {
    let playground = Playground::new();
    let record = json!({
        "eventVersion": "1.08", "eventSource": "glue.amazonaws.com", "eventName": "GetJobRun",
        "errorCode": "NoSuchException", "requestParameters": {"jobName": ""},
        "responseElements": {"jobRun": {"attempt": "x"}},
    });
    playground.write("records.json", json!({"Records": [record]}).to_string());
    let run = |side: &[&str]| {
        let run = playground.run(request(&[side, &["records.json"]].concat()));
        let lines = run.stdout.lines().map(str::to_owned);
        lines.filter(|line| !line.is_empty()).collect::<Vec<String>>().join("\n")
    };
    insta::assert_snapshot!(run(&[]), @r#"
    error: Value at '/RunId' failed to satisfy constraint: Member must not be null
      --> records.json:1:145 (/Records/0/requestParameters, GetJobRunRequest)
    error: Value with length 0 at '/JobName' failed to satisfy constraint: Member must have length between 1 and 255, inclusive
      --> records.json:1:156 (/Records/0/requestParameters/jobName, GetJobRunRequest)
    error: invalid type: string "x", expected an integer from -2147483648 to 2147483647
      --> records.json:1:200 (/Records/0/responseElements/jobRun/attempt, JobRun)
    "#);
    insta::assert_snapshot!(run(&["--input"]), @"
    error: Value at '/RunId' failed to satisfy constraint: Member must not be null
      --> records.json:1:145 (/Records/0/requestParameters, GetJobRunRequest)
    error: Value with length 0 at '/JobName' failed to satisfy constraint: Member must have length between 1 and 255, inclusive
      --> records.json:1:156 (/Records/0/requestParameters/jobName, GetJobRunRequest)
    ");
    insta::assert_snapshot!(run(&["--output"]), @r#"
    error: invalid type: string "x", expected an integer from -2147483648 to 2147483647
      --> records.json:1:200 (/Records/0/responseElements/jobRun/attempt, JobRun)
    "#);
    insta::assert_snapshot!(run(&["--error"]), @"
    note: `NoSuchException` is not an error that the model has for GetJobRun
      --> records.json:1:26 (/Records/0/errorCode)
    ");
}
