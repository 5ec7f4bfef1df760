//! Types of users in place of shapes and members.

use generated_tests::replacements::{
    Busy, GetRun, GetRunError, GetRunRequest, Inner, Outcome, PutOwner, PutOwnerRequest,
    PutOwnerResponse, Run,
};
use generated_tests::tags::Owner;
use generated_tests::users::{Day, Moment, Percent, RunId};
use glue_runtime::{CommandLine, Operation, Timestamp, Validate};
use serde_json::json;

use crate::formats::{Cbor, Format, Json, MessagePack, Toml, Yaml};
use crate::http;
use crate::support::{paths, read, read_error, write};

fn run() -> Run {
    Run::default()
        .with_id(RunId("r-1".to_owned()))
        .with_progress(Percent(50))
        .with_started_on(Timestamp::UNIX_EPOCH)
        .with_ended_on(Day { year: 2024, month: 5, day: 1 })
        .with_ids(vec![RunId("r-1".to_owned()), RunId("r-2".to_owned())])
        .with_steps([("r-1".to_owned(), Percent(100))].into())
        .with_owner(Owner::default().with_key("a"))
        .with_owners(vec![Owner::default().with_key("b")])
        .with_secret(Percent(1))
        .with_outcome(Outcome::Done(Percent(2)))
        .with_inner(Inner::default().with_owner(Owner::default().with_key("c")))
}

fn comes_back<F: Format>() {
    assert_eq!(F::read::<Run>(&F::write(&run())), Ok(run()), "{}", F::NAME);
}

#[test]
fn they_read_and_write_in_their_own_form() {
    let value = json!({
        "Id": "r-1", "Progress": "50 %", "StartedOn": 0, "EndedOn": "2024-05-01",
        "Ids": ["r-1", "r-2"], "Steps": {"r-1": "100 %"}, "Owner": {"Key": "a"},
        "Owners": [{"Key": "b"}], "Secret": "1 %", "Outcome": {"Done": "2 %"},
        "Inner": {"Owner": {"Key": "c"}},
    });
    assert_eq!(write(&run()), value);
    assert_eq!(read::<Run>(value.clone()), run());
    let mut printed = value;
    printed["StartedOn"] = json!("1970-01-01T00:00:00+00:00");
    assert_eq!(serde_json::to_value(CommandLine(run())).unwrap(), printed);
    comes_back::<Json>();
    comes_back::<Yaml>();
    comes_back::<Toml>();
    comes_back::<Cbor>();
    comes_back::<MessagePack>();
}

#[test]
fn nulls_are_absent_and_errors_are_those_of_the_type() {
    assert_eq!(read::<Run>(json!({"id": null, "progress": null})), Run::default());
    let error = read_error::<Run>(&json!({"Progress": "101 %"}));
    assert_eq!(error, "`101 %` is not a percentage at line 1 column 20");
    let error = read_error::<Run>(&json!({"Secret": "hunter2"}));
    assert!(!error.contains("hunter2"), "{error}");
    assert!(format!("{:?}", run()).contains("secret: <sensitive>"));
}

#[test]
fn their_constraints_are_their_own() {
    // An ID of the model's has 3 to 5 characters; the required one is missing.
    let long = RunId("not an ID of the model's".to_owned());
    assert_eq!(paths(&run().with_id(long)), [""; 0]);
    assert_eq!(paths(&Run::default()), ["/Id"]);
    // Lists and map keys keep theirs, and entries are compared.
    let ids = |texts: &[&str]| texts.iter().map(|&text| RunId(text.to_owned())).collect();
    assert_eq!(paths(&run().with_ids(ids(&["a", "b", "c"]))), ["/Ids"]);
    assert_eq!(paths(&run().with_ids(ids(&["a", "a"]))), ["/Ids"]);
    assert_eq!(
        paths(&run().with_steps([("x".to_owned(), Percent(1))].into())),
        ["/Steps", "/Steps"]
    );
}

#[test]
fn validated_types_are_checked() {
    let wrong = Owner::default().with_key("too long");
    let all = run()
        .with_owner(wrong.clone())
        .with_owners(vec![wrong.clone()])
        .with_outcome(Outcome::Person(wrong.clone()))
        .with_inner(Inner::default().with_owner(wrong));
    assert_eq!(
        paths(&all),
        ["/Owner/Key", "/Owners/0/Key", "/Outcome/Person/Key", "/Inner/Owner/Key"],
    );
    assert_eq!(run().validate_strict(), Ok(()));
}

#[test]
fn operations_send_what_they_write() {
    let request = GetRunRequest::default()
        .with_id(RunId("r/1".to_owned()))
        .with_above(Percent(50))
        .with_kind(RunId("k".to_owned()))
        .with_since(Moment(1_714_564_800));
    let request = GetRun::request(&request).unwrap();
    assert_eq!(request.uri, "/runs/r%2F1?above=50%20%25");
    let headers = http::headers(&request);
    assert!(headers.contains(&("X-Kind", "k")), "{headers:?}");
    let since = ("If-Modified-Since", "Wed, 01 May 2024 12:00:00 GMT");
    assert!(headers.contains(&since), "{headers:?}");

    let day = Day { year: 2024, month: 5, day: 1 };
    // The label has the format of the model, whatever text of a time the type has.
    let request = PutOwnerRequest::default().with_owner(Owner::default().with_key("a"));
    let request = PutOwner::request(&request.with_at(day)).unwrap();
    assert_eq!(request.uri, "/owners/2024-05-01T00%3A00%3A00Z");
    assert_eq!(request.body.as_slice(), br#"{"Key":"a"}"#);
}

#[test]
fn operations_read_what_they_read() {
    let output = http::output::<PutOwner>(&[("X-Version", "7 %")], r#"{"Key": "a"}"#);
    let owner = Owner::default().with_key("a");
    let expected = PutOwnerResponse::default().with_version(Percent(7)).with_owner(owner);
    assert_eq!(output, expected);
    let headers = [("X-Amzn-Errortype", "Busy")];
    let error = http::error::<GetRun>(400, &headers, r#"{"Id": "r-1", "message": "r-2"}"#);
    let expected =
        Busy::default().with_id(RunId("r-1".to_owned())).with_message(RunId("r-2".to_owned()));
    assert_eq!(http::members!(error, GetRunError::Busy), expected);
}
