//! Values as the AWS CLI prints them, beside their wire form.

use std::collections::BTreeMap;

use generated_tests::command_line::{Report, Step};
use generated_tests::unions;
use glue_runtime::{Blob, CommandLine, Document, Timestamp};
use serde::Serialize;
use serde_json::{Value, json};

/// 2024-05-01T12:00:00.5Z.
fn half_past() -> Timestamp {
    Timestamp::from_unix(1_714_564_800, 500_000_000).unwrap()
}

fn noon() -> Timestamp {
    Timestamp::from_unix(1_714_564_800, 0).unwrap()
}

fn printed(value: &impl Serialize) -> Value {
    serde_json::to_value(CommandLine(value)).unwrap()
}

fn report() -> Report {
    let part = Report::default()
        .with_title("title".to_owned())
        .with_epoch(noon())
        .with_labels(BTreeMap::from([("title".to_owned(), "plain".to_owned())]));
    Report::default()
        .with_title("plain".to_owned())
        .with_expires(noon())
        .with_plain(half_past())
        .with_iso(half_past())
        .with_http(noon())
        .with_epoch(half_past())
        .with_history(BTreeMap::from([("iso".to_owned(), vec![noon(), noon()])]))
        .with_settings(Document::from(BTreeMap::from([
            ("plain".to_owned(), Document::from(1_714_564_800)),
            ("ratio".to_owned(), Document::from(1_714_564_800.5)),
        ])))
        .with_steps(vec![
            Step::DoneAt(half_past()),
            Step::Times(vec![noon()]),
            Step::Note("iso".to_owned()),
        ])
        .with_sample(Blob::from(b"\xFB\xFF"))
        .with_parts(vec![part])
}

/// What the AWS CLI prints for [`report`].
const PRINTED: &str = r#"{
  "Title": "plain",
  "Expires": "2024-05-01T12:00:00+00:00",
  "Plain": "2024-05-01T12:00:00.500000+00:00",
  "Iso": "2024-05-01T12:00:00.500000+00:00",
  "Http": "2024-05-01T12:00:00+00:00",
  "Epoch": "2024-05-01T12:00:00.500000+00:00",
  "History": {
    "iso": [
      "2024-05-01T12:00:00+00:00",
      "2024-05-01T12:00:00+00:00"
    ]
  },
  "Settings": {
    "plain": 1714564800,
    "ratio": 1714564800.5
  },
  "Steps": [
    {
      "DoneAt": "2024-05-01T12:00:00.500000+00:00"
    },
    {
      "Times": [
        "2024-05-01T12:00:00+00:00"
      ]
    },
    {
      "Note": "iso"
    }
  ],
  "Sample": "+/8=",
  "Parts": [
    {
      "Title": "title",
      "Epoch": "2024-05-01T12:00:00+00:00",
      "Labels": {
        "title": "plain"
      }
    }
  ]
}"#;

#[test]
fn members_have_their_names_and_times_an_offset() {
    assert_eq!(serde_json::to_string_pretty(&CommandLine(&report())).unwrap(), PRINTED);
}

#[test]
fn what_is_printed_reads_back() {
    assert_eq!(serde_json::from_str::<Report>(PRINTED).unwrap(), report());
}

#[test]
fn the_wire_form_stays_as_it_is() {
    let part = json!({"title": "title", "Epoch": 1_714_564_800, "labels": {"title": "plain"}});
    let wire = json!({
        "title": "plain",
        // A report may hold reports, whose headers are keys of the body.
        "X-Expires": 1_714_564_800,
        "plain": 1_714_564_800.5,
        "iso": "2024-05-01T12:00:00.5Z",
        "http": "Wed, 01 May 2024 12:00:00 GMT",
        "Epoch": 1_714_564_800.5,
        "history": {"iso": ["Wed, 01 May 2024 12:00:00 GMT", "Wed, 01 May 2024 12:00:00 GMT"]},
        "settings": {"plain": 1_714_564_800, "ratio": 1_714_564_800.5},
        "steps": [
            {"doneAt": "2024-05-01T12:00:00.5Z"},
            {"times": ["Wed, 01 May 2024 12:00:00 GMT"]},
            {"Note": "iso"},
        ],
        "sample": "+/8=",
        "parts": [part],
    });
    assert_eq!(serde_json::to_value(report()).unwrap(), wire);
    assert_eq!(serde_json::from_value::<Report>(wire).unwrap(), report());
}

#[test]
fn unknown_members_are_printed_as_they_came() {
    let text = r#"{"later":{"DoneAt":[1.5,null],"at":1714564800}}"#;
    let step: Step = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&CommandLine(&step)).unwrap(), text);
    let value = unions::Value::Number(f64::NAN);
    assert_eq!(printed(&value), json!({"number": "NaN"}));
}

#[test]
fn other_formats_print_too() {
    let mut bytes = Vec::new();
    ciborium::into_writer(&CommandLine(&report()), &mut bytes).unwrap();
    let values: ciborium::Value = ciborium::from_reader(bytes.as_slice()).unwrap();
    let first = values.as_map().and_then(|members| members.first()).unwrap();
    assert_eq!((first.0.as_text(), first.1.as_text()), (Some("Title"), Some("plain")));
    let plain = values.as_map().and_then(|members| members.get(2)).unwrap();
    assert_eq!(plain.1.as_text(), Some("2024-05-01T12:00:00.500000+00:00"));
    assert_eq!(ciborium::from_reader::<Report, _>(bytes.as_slice()).unwrap(), report());
}

#[test]
fn a_value_within_others_is_printed_once() {
    let step = || Step::DoneAt(noon());
    let expected = json!({"DoneAt": "2024-05-01T12:00:00+00:00"});
    assert_eq!(printed(&CommandLine(step())), expected);
    assert_eq!(printed(&(1, Some(vec![CommandLine(step())]))), json!([1, [expected]]));
}
