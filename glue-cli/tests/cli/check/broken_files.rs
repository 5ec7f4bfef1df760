//! Files that are broken, cut off or of another kind: each says where, and what is before is checked.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::{GLUE, request};
use crate::support::{Playground, Run};

/// The standard output of a run on one file, whose status is that of problems.
#[track_caller]
fn told(name: &str, content: impl AsRef<[u8]>, arguments: &[&str]) -> String {
    let playground = Playground::new();
    playground.write(name, content);
    let Run { code, stdout, .. } = playground.run([request(arguments), vec![name]].concat());
    assert_eq!(code, Some(1), "{stdout}");
    stdout
}

#[test]
fn commas_of_arrays_are_between_entries() {
    insta::assert_snapshot!(told("a.json", r#"[{"JobName":"a","RunId":"b"},]"#, &[]), @"
    error: the text is not JSON: expected an entry of the array after `,`
      --> a.json:1:30
    ");
    insta::assert_snapshot!(told("a.json", r#"[,{"JobName":"a","RunId":"b"}]"#, &[]), @"
    error: the text is not JSON: expected an entry of the array before `,`
      --> a.json:1:2
    ");
    insta::assert_snapshot!(told("a.json", r#"[{"JobName":"a","RunId":"b"},,5]"#, &[]), @"
    error: the text is not JSON: expected an entry of the array before `,`
      --> a.json:1:30
    ");
}

#[test]
fn a_number_that_is_too_large_does_not_end_an_array() {
    let text =
        r#"[{"JobName":"a","RunId":"b"},{"JobName":1e999,"RunId":"c"},{"JobName":"","RunId":"d"}]"#;
    insta::assert_snapshot!(told("a.json", text, &[]), @"
    error: the number is beyond what a double can hold
      --> a.json:1:41 (/1)

    error: Value with length 0 at '/JobName' failed to satisfy constraint: Member must have length between 1 and 255, inclusive
      --> a.json:1:71 (/2/JobName, GetJobRunRequest)
    ");
}

#[test]
fn nor_does_it_end_an_array_of_errors() {
    let name = r#""__type":"EntityNotFoundException""#;
    let text = format!(r#"[{{{name},"Message":1e999}},{{{name},"Message":5}}]"#);
    insta::assert_snapshot!(told("a.json", text, &["--error"]), @"
    error: the number is beyond what a double can hold
      --> a.json:1:48 (/0)

    error: invalid type: integer `5`, expected a string
      --> a.json:1:101 (/1/Message, EntityNotFoundException)
    ");
}

#[test]
fn a_text_that_is_not_utf_8_says_where() {
    insta::assert_snapshot!(told("a.json", b"{\n \"JobName\": \"\xc3\xa9\",\n \"RunId\": \"b\xff\"}", &[]), @"
    error: the text is not JSON: it is not UTF-8
      --> a.json:3:13
    ");
    insta::assert_snapshot!(told("a.yaml", b"JobName: a\nRunId: \xff\n", &[]), @"
    error: the text is not YAML: it is not UTF-8
      --> a.yaml:2:8
    ");
    insta::assert_snapshot!(told("a.json", b"\xff\xfe{\0}\0", &[]), @"
    error: the text is not JSON: it is not UTF-8
      --> a.json:1:1
      = help: it is UTF-16, as PowerShell writes it: save it as UTF-8
    ");
}

#[test]
fn entries_of_lists_in_yaml_are_values() {
    insta::assert_snapshot!(told("a.yaml", "- {JobName: a, RunId: b}\n- {JobName: '', RunId: b}\n", &[]), @"
    error: Value with length 0 at '/JobName' failed to satisfy constraint: Member must have length between 1 and 255, inclusive
      --> a.yaml:2:13 (/1/JobName, GetJobRunRequest)
    ");
}

#[test]
fn maps_of_yaml_may_be_merged() {
    let text = "base: &base {RunId: '', JobName: b}\n";
    insta::assert_snapshot!(told("a.yaml", format!("{text}<<: *base\nJobName: a\n"), &[]), @"
    note: `base` is not a member of GetJobRunRequest
      --> a.yaml:1:1 (/base, GetJobRunRequest)

    error: Value with length 0 at '/RunId' failed to satisfy constraint: Member must have length between 1 and 255, inclusive
      --> a.yaml:1:21 (/RunId, GetJobRunRequest)
    ");
}

#[test]
fn block_texts_of_yaml_are_where_their_keys_are() {
    insta::assert_snapshot!(told("a.yaml", "JobName: |\n  é\n  x\nRunId: >-\n  \nPredecessorsIncluded: [1]\n", &[]), @r#"
    error: Value at '/JobName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*
      --> a.yaml:1:1 (/JobName, GetJobRunRequest)

    error: Value with length 0 at '/RunId' failed to satisfy constraint: Member must have length between 1 and 255, inclusive
      --> a.yaml:4:1 (/RunId, GetJobRunRequest)

    error: invalid type: sequence, expected a boolean
      --> a.yaml:6:23 (/PredecessorsIncluded, GetJobRunRequest)
    "#);
}

const RECORD: &str =
    r#""eventVersion":"1.08","eventSource":"glue.amazonaws.com","eventName":"GetJobRun""#;

#[test]
fn records_before_a_fault_are_checked() {
    let wrong = format!(r#"{{{RECORD},"requestParameters":{{"jobName":"","runId":"b"}}}}"#);
    for arguments in [&[][..], &["--strict"]] {
        let cut = format!(r#"{{"Records":[{wrong},{{{RECORD},"requestParameters":{{"jobName":"a""#);
        insta::allow_duplicates! {
            insta::assert_snapshot!(told("cut.json", cut, arguments), @"
            error: Value with length 0 at '/JobName' failed to satisfy constraint: Member must have length between 1 and 255, inclusive
              --> cut.json:1:126 (/Records/0/requestParameters/jobName, GetJobRunRequest)

            error: the text is not JSON: EOF while parsing an object
              --> cut.json:1:258
            ");
        }
    }
    insta::assert_snapshot!(told("comma.json", format!(r#"{{"Records":[{wrong},]}}"#), &[]), @"
    error: Value with length 0 at '/JobName' failed to satisfy constraint: Member must have length between 1 and 255, inclusive
      --> comma.json:1:126 (/Records/0/requestParameters/jobName, GetJobRunRequest)

    error: the text is not JSON: trailing comma
      --> comma.json:1:143
    ");
    insta::assert_snapshot!(told("odd.json", format!(r#"{{"Records":[{wrong},5,{{}}]}}"#), &[]), @"
    error: Value with length 0 at '/JobName' failed to satisfy constraint: Member must have length between 1 and 255, inclusive
      --> odd.json:1:126 (/Records/0/requestParameters/jobName, GetJobRunRequest)

    error: the entry is no record: it lacks `eventVersion`, `eventSource` or `eventName`
      --> odd.json:1:143 (/Records/1)

    error: the entry is no record: it lacks `eventVersion`, `eventSource` or `eventName`
      --> odd.json:1:145 (/Records/2)
    ");
}

#[test]
fn a_file_may_have_no_records() {
    let playground = Playground::new();
    playground.write("empty.json", r#"{"Records": []}"#);
    assert_eq!(playground.run(["check", "--model", GLUE, "empty.json"]), Run::fine(""));
    assert_eq!(playground.run(request(&["empty.json"])), Run::fine(""));
}

#[test]
fn values_of_no_named_kind_are_named_by_their_places() {
    let playground = Playground::new();
    playground.write("a.json", "[{\"a\": 1}]");
    playground.write("b.json", "{\"a\": ");
    insta::assert_snapshot!(playground.run(["check", "--model", GLUE, "a.json", "b.json"]).stderr, @"
    error: a.json:1:2: it is no record of CloudTrail, and it is not said what it is
      = help: name its operation with `--operation`, or its structure with `--shape`

    error: 1 problem in 1 of 2 files
    ");
}

#[test]
fn compressed_files_that_cannot_be_read_say_why() {
    let compressed = |bytes: &[u8]| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    };
    let once = compressed(b"{\"JobName\": \"a\", \"RunId\": \"b\"}");
    let playground = Playground::new();
    playground.write("cut.gz", &once[..once.len() - 12]);
    playground.write("twice.gz", compressed(&once));
    insta::assert_snapshot!(playground.run(request(&["cut.gz", "twice.gz"])).stderr, @"
    error: cannot read cut.gz: incomplete deflate stream
      = help: it is compressed, and its data are broken or cut off: get it again

    error: cannot read twice.gz: it is compressed twice
      = help: decompress it once
    ");
}
