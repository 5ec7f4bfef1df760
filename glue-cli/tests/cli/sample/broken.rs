//! Values that break exactly one constraint.

use serde_json::Value;

use super::{GLUE, lines, models};
use crate::support::{Playground, Run};

fn run(model: &str, arguments: &[&str]) -> Run {
    let all = ["sample", "--model", model].into_iter().chain(arguments.iter().copied());
    Playground::new().run(all)
}

#[test]
fn one_broken_value_is_printed_as_it_is_and_standard_error_says_what_it_breaks() {
    let arguments = ["--operation", "GetJobRun", "--minimal", "--break", "pattern"];
    let Run { code, stdout, stderr } = run(GLUE, &arguments);
    assert_eq!(code, Some(0));
    insta::assert_snapshot!(stdout, @r#"
    {
      "JobName": "\n",
      "RunId": "a"
    }
    "#);
    insta::assert_snapshot!(stderr, @r"note: the value breaks `pattern`: Value at '/JobName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*");
}

#[test]
fn each_constraint_is_broken_alone() {
    let arguments = ["--operation", "BatchStopJobRun", "--minimal", "--break"];
    let Run { code, stdout, stderr } = run(GLUE, &arguments);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    let told: Vec<String> = lines(&stdout)
        .iter()
        .map(|line| {
            format!("{} {}", line["breaks"].as_str().unwrap(), line["at"].as_str().unwrap())
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"), @"
    required /JobName
    length /JobName
    length /JobName
    pattern /JobName
    form /JobName
    required /JobRunIds
    length /JobRunIds
    length /JobRunIds
    form /JobRunIds
    length /JobRunIds/0
    length /JobRunIds/0
    pattern /JobRunIds/0
    form /JobRunIds/0
    ");
}

#[test]
fn what_cannot_be_broken_alone_is_told() {
    let arguments = ["--operation", "AssociateGlossaryTerms", "--minimal", "--break", "all"];
    let Run { code, stderr, .. } = run(GLUE, &arguments);
    assert_eq!(code, Some(0));
    insta::assert_snapshot!(stderr, @r"
    note: `length` of AssociateGlossaryTermsRequest at '/AssetIdentifier' cannot be broken alone: no text matches the pattern `[a-zA-Z0-9\-\:\/\.\_\*]+` and has 0 characters
    note: `length` of AssociateGlossaryTermsRequest at '/IterableFormName' cannot be broken alone: no text matches the pattern `^[a-zA-Z][a-zA-Z0-9_]*(::[a-zA-Z][a-zA-Z0-9_]*)?$` and has 0 characters
    note: `length` of AssociateGlossaryTermsRequest at '/GlossaryTermIdentifiers/0' cannot be broken alone: no text matches the pattern `^[a-z0-9]+$` and has 0 characters
    ");
}

#[test]
fn more_values_of_one_constraint_break_it_in_turn_everywhere() {
    let arguments =
        ["--operation", "GetJobRun", "--minimal", "--break", "required", "--count", "4"];
    let Run { code, stdout, stderr } = run(GLUE, &arguments);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    let places: Vec<Value> = lines(&stdout).iter().map(|line| line["at"].clone()).collect();
    assert_eq!(places.len(), 4);
    for place in ["/JobName", "/RunId"] {
        assert_eq!(places.iter().filter(|one| **one == place).count(), 2, "{places:?}");
    }
}

#[test]
fn each_constraint_is_broken_as_often_as_is_said() {
    let break_all = |count| {
        let arguments = ["--operation", "GetJobRun", "--minimal", "--break", "all", "--count"];
        let Run { code, stdout, stderr } = run(GLUE, &[&arguments[..], &[count]].concat());
        assert_eq!((code, stderr.as_str()), (Some(0), ""));
        let told = |line: &Value| (line["breaks"].to_string(), line["at"].to_string());
        lines(&stdout).iter().map(told).collect::<Vec<_>>()
    };
    let once = break_all("1");
    assert_eq!(once.len(), 11);
    assert_eq!(break_all("3"), [&once[..], &once, &once].concat());
    // What cannot be broken is noted once.
    let arguments = ["--operation", "AssociateGlossaryTerms", "--minimal", "--break", "all"];
    let twice = run(GLUE, &[&arguments[..], &["--count", "2"]].concat());
    assert_eq!((twice.code, twice.stderr), (Some(0), run(GLUE, &arguments).stderr));
}

#[test]
fn type_is_another_word_for_form() {
    let arguments = ["--operation", "GetJobRun", "--seed", "2", "--break"];
    let all = |name| run(GLUE, &[&arguments[..], &[name]].concat());
    assert_eq!(all("type"), all("form"));
    assert_eq!(all("uniqueitems").code, Some(2));
}

/// `check` finds in each value the one problem that is told, and no other.
#[test]
fn check_finds_what_is_told() {
    for model in models() {
        let model = model.as_str();
        let playground = Playground::new();
        let all = ["sample", "--model", model, "--break", "all", "--seed", "4"];
        let Run { code, stdout, stderr } = playground.run(all);
        assert_eq!(code, Some(0), "{model}: {stderr}");
        let mut shapes: Vec<(String, Vec<Value>)> = Vec::new();
        for line in lines(&stdout) {
            let name = line["shape"].as_str().unwrap().to_owned();
            match shapes.last_mut().filter(|(last, _)| *last == name) {
                Some((_, lines)) => lines.push(line),
                None => shapes.push((name, vec![line])),
            }
        }
        for (name, lines) in shapes {
            let values: String = lines.iter().map(|line| format!("{}\n", line["value"])).collect();
            playground.write("values.jsonl", &values);
            let check =
                ["check", "--strict", "--format", "json", "--model", model, "--shape", &name];
            let run = playground.run(check.into_iter().chain(["values.jsonl"]));
            let report: Value = serde_json::from_str(&run.stdout).unwrap();
            let problems = report["problems"].as_array().unwrap();
            assert_eq!(problems.len(), lines.len(), "{model} {name}");
            for (number, (line, problem)) in (1_u64..).zip(lines.iter().zip(problems)) {
                assert_eq!(problem["value"], number, "{model} {name}");
                assert_eq!(problem["rule"], line["breaks"], "{model} {name}");
                assert_eq!(problem["message"], line["message"], "{model} {name}");
            }
        }
    }
}
