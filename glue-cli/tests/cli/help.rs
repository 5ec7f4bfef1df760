//! Help, the version, and arguments that are wrong.

use std::process::Stdio;

use crate::support::{Playground, Run};

/// Lines without the spaces that clap leaves at their ends.
fn trimmed(text: &str) -> String {
    text.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

#[test]
fn the_version_is_the_package_s() {
    let run = Playground::new().run(["--version"]);
    assert_eq!(run, Run::fine(format!("glue-codegen {}\n", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn help_lists_the_subcommands_and_exit_codes() {
    let run = Playground::new().run(["--help"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(trimmed(&run.stdout), @"
    Generates serde types and validators from AWS API models

    Usage: glue-codegen <COMMAND>

    Commands:
      generate     Generate types and validators from a model
      list         List a model's operations and how many shapes each reaches
      patterns     Show what a model's patterns are compiled to
      diff         Show what changed for users of the types between two versions of a model
      check        Check whether values are what a model says
      schema       Print the JSON Schema of a request, an answer or a shape
      show         Show operations and shapes with all their members in place
      sample       Print values of a request, an answer or a shape, valid or broken
      fetch        Bring models of services into the project, and lock their versions
      update       Bring the models of the lock to a newer release, and tell what that changes
      completions  Print a script with which a shell completes the command line
      man          Print a page of the manual, as roff
      help         Print this message or the help of the given subcommand(s)

    Options:
      -h, --help     Print help
      -V, --version  Print version

    Exit codes:
      0  all is well
      1  the model has problems, or --check found the file stale or missing
      2  wrong usage, or a file that cannot be read or written

    Those of the other subcommands are in their help.
    ");
}

#[test]
fn without_arguments_help_is_printed_and_it_is_wrong_usage() {
    let playground = Playground::new();
    let none: [&str; 0] = [];
    let help = playground.run(["--help"]).stdout;
    assert_eq!(playground.run(none), Run::failed(2, &help));
}

#[test]
fn help_for_generate_has_examples() {
    let run = Playground::new().run(["generate", "--help"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(trimmed(&run.stdout), @"
    Generate types and validators from a model

    Usage: glue-codegen generate [OPTIONS]

    Options:
          --model <PATH>
              The model, .json or .json.gz; - is standard input

              [default: models/glue/2017-03-31/service-2.json]

          --service <NAME>
              The service, where the model's file holds several

          --operation <NAME>
              An operation to generate; repeat it, or use commas, for more [default: all operations]

          --feature <NAME=OPERATIONS>
              More operations, whose documentation says that they need a feature of your crate, such as jobs=GetJob,GetJobs; repeat it for more

          --out <PATH>
              The file to generate, written only if its text changes; - is standard output

              [default: -]

          --split
              Make --out a folder: a file for each operation and its types, and mod.rs that has all

          --check
              Write nothing; print a diff and fail if the file is stale or missing

          --depfile <PATH>
              A file for Make or Ninja that says which files --out is made from

          --correction <NAME>
              A known correction of the model, see list --corrections; repeat it, or use commas, for more

          --fixes <PATH>
              A file of named fixes for what the model has wrong; repeat it for more

          --no-docs
              Leave out the model's descriptions

          --derive <TRAIT>
              Another trait to derive where members allow it, such as Hash; repeat it, or use commas, for more

          --derive-for <SELECTOR> <TRAITS>
              More traits, separated by commas, that selected types derive, such as JobRun Eq,Hash; repeat it for more

          --skip-derive <SELECTOR> <TRAITS>
              Standard traits, separated by commas, that selected types do not derive, such as JobRun Debug; repeat it for more

          --attribute <SELECTOR> <ATTRIBUTES>
              Attributes for selected types (JobRun, Get*Request, @enums), members (JobRun.StartedOn) or values (WorkerType.G.1X); repeat it for more

          --rename <SELECTOR> <NAME>
              Another name in Rust for a type, member or value; repeat it for more

          --runtime-path <PATH>
              The path of glue-runtime in the code, such as facade::glue_runtime

          --header <TEXT>
              A comment before everything else, such as a license; repeat it for more lines

          --keep-unknown-members
              Have structures keep members that the model does not have, and write them back

          --aws-sdk <CRATE>
              Add conversions from and to the types of the official SDK, such as aws_sdk_glue

          --schemars
              Implement schemars::JsonSchema: JSON Schemas with all constraints

          --arbitrary
              Implement arbitrary::Arbitrary: valid values for fuzzing and property tests

          --timestamps <CRATE>
              Give times the type of a date crate, instead of glue-runtime's

              [possible values: jiff, chrono, time]

          --maps <KIND>
              Give maps another type [default: btree]

              [possible values: btree, hash, index]

          --bytes
              Give blobs the type bytes::Bytes, instead of glue-runtime's

          --extern <PATH=NAMES>
              Types that a module has already, such as crate::first=Tag,Kind; repeat it for more

          --replace <SELECTOR> <PATH>
              Give a shape or member, such as JobRun.Id, a type of yours; repeat it for more

          --replace-validated <SELECTOR> <PATH>
              The same, with a type that implements Validate

      -h, --help
              Print help (see a summary with '-h')

    Examples:
      All of the default model, to standard output:
        glue-codegen generate

      Two operations and what they reach, into a file that is written only if its text changes:
        glue-codegen generate --operation GetJobRun --operation GetWorkflowRun --out src/glue.rs

      In CI, fail with a diff if that file is not what would be generated now:
        glue-codegen generate --operation GetJobRun --operation GetWorkflowRun --out src/glue.rs --check

      All of a large service, as the folder src/ec2 of files that an editor opens with ease:
        glue-codegen generate --model ec2/service-2.json --split --out src/ec2

      A compressed model from another program:
        curl --silent https://example.com/service-2.json.gz | glue-codegen generate --model -

    Exit codes:
      0  all is well
      1  the model has problems, or --check found the file stale or missing
      2  wrong usage, or a file that cannot be read or written
    ");
}

#[test]
fn help_for_list_has_examples() {
    let run = Playground::new().run(["list", "--help"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(trimmed(&run.stdout), @"
    List a model's operations and how many shapes each reaches

    A shape counts for every operation whose input, output or errors lead to it, through members of any
    depth. On a terminal the list is a table with totals. Elsewhere each line is a name, a tab and a
    number, with nothing around them.

    Usage: glue-codegen list [OPTIONS]

    Options:
          --model <PATH>
              The model, .json or .json.gz; - is standard input

              [default: models/glue/2017-03-31/service-2.json]

          --service <NAME>
              The service, where the model's file holds several

          --corrections
              List known corrections of models instead, with reasons and sources

          --json
              Print one JSON object: the service, its operations and the totals

      -h, --help
              Print help (see a summary with '-h')

    Examples:
      The operations of the default model:
        glue-codegen list

      The ten that bring most with them:
        glue-codegen list | sort -k 2 -n -r | head

      Only the names:
        glue-codegen list | cut -f 1

      What can be corrected in models, why, and who says so:
        glue-codegen list --corrections

    Exit codes:
      0  all is printed
      1  the model has problems
      2  wrong usage, or a file that cannot be read or written
    ");
}

#[test]
fn help_for_patterns_has_examples() {
    let run = Playground::new().run(["patterns", "--help"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(trimmed(&run.stdout), @"
    Show what a model's patterns are compiled to

    For each distinct pattern, in the order of first use: how it is matched and how many bytes of tables
    generated code holds for that on a 64-bit target, the shapes and members that have the pattern, and
    a string that matches and one that does not, in Rust's notation.

    A direct pattern is compared with a few strings, or its characters are looked up; others have an
    automaton. One that is unchecked lets every string pass. What deserves a look is marked: patterns
    that every string matches, that none does, or that only their own text does: words, it may be.

    Usage: glue-codegen patterns [OPTIONS]

    Options:
          --model <PATH>
              The model, .json or .json.gz; - is standard input

              [default: models/glue/2017-03-31/service-2.json]

          --service <NAME>
              The service, where the model's file holds several

          --operation <NAME>
              An operation that reaches them; repeat it, or use commas, for more [default: all]

          --correction <NAME>
              A known correction of the model, see list --corrections; repeat it, or use commas, for more

          --fixes <PATH>
              A file of named fixes for what the model has wrong; repeat it for more

          --json
              Print one JSON object: the service, its patterns and the totals

      -h, --help
              Print help (see a summary with '-h')

    Examples:
      The patterns of the default model:
        glue-codegen patterns

      Those that one operation brings with it:
        glue-codegen patterns --operation GetJobRun

      The five with the largest tables:
        glue-codegen patterns --json | jq '.patterns | sort_by(-.bytes)[:5][] | [.bytes, .pattern]'

    Exit codes:
      0  all is printed
      1  the model has problems
      2  wrong usage, or a file that cannot be read or written
    ");
}

#[test]
fn help_for_diff_explains_impacts_and_exit_codes() {
    let run = Playground::new().run(["diff", "--help"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(trimmed(&run.stdout), @r#"
    Show what changed for users of the types between two versions of a model

    Compares what would be generated from each, so that the models may have different formats. Changes
    of descriptions do not count. Each change is marked with what it means for code that uses the types:

      !  breaking   something no longer compiles: a type, field or variant is gone or renamed, or a type
                    changed
      ~  behavior   all compiles, but other values are read, written or reported: a constraint, a wire
                    name or place, a timestamp format, a default, the code of an error
      +  additive   there is something more: structures and enums are open, so that new members,
                    values, variants and errors break nothing; or something is now deprecated

    What a shape demands of its values is told once, at that shape, not at every member that has it.
    Patterns that match the same strings are no change, nor are labels of paths that are only called
    otherwise. Other patterns come with a shortest string that tells them apart, within the length that
    the values can have.

    Each item says who sends it, in either version. Each change has two verdicts in `--json`: whether
    Rust source for the old version compiles, and whether JSON that the old types wrote still reads and
    is still valid. Without `--json`, the latter is shown where the answer is not yes. Where a change
    comes from elsewhere in the model, such as from an operation that reaches a shape now, it says so.

    A list of `--allow` is a JSON object of named entries. Each names one change, by what `--json` has
    under these keys, and says why it may pass. What was (`old`) and is (`new`) may be left out:

      {
        "ratio-is-not-used": {
          "reason": "Nothing of ours reads the ratio.",
          "kind": "structure", "item": "Item", "member": "Ratio", "aspect": "type"
        }
      }

    An allowed change is shown with its reason, and does not make the run fail. An entry that names no
    change does.

    Usage: glue-codegen diff [OPTIONS] [OLD] <NEW>

    Arguments:
      [OLD]
              The old version, .json or .json.gz; - is standard input

      <NEW>
              The new version

    Options:
          --against <git:REV>
              Compare NEW with what the file was in a revision of its git repository

          --service <NAME>
              The service, where the model's file holds several

          --operation <NAME>
              An operation to compare; repeat it, or use commas, for more [default: all]

          --derive <TRAIT>
              A trait that the types derive as well, such as Hash; repeat it, or use commas, for more

          --deny <IMPACT>
              Which changes make the run fail

              Possible values:
              - breaking: fail on breaking changes
              - behavior: fail on these, too
              - additive: fail on any change
              - nothing:  do not fail, whatever changed

              [default: breaking]

          --allow <PATH>
              A list of changes that may pass, each with a reason; repeat it for more

          --json
              Print one JSON object: the changes and the totals

          --markdown
              Print Markdown, for a comment on a pull request

      -h, --help
              Print help (see a summary with '-h')

    Examples:
      What an update brings:
        glue-codegen diff old/service-2.json new/service-2.json

      In CI, fail if the update alters anything but by adding to it:
        glue-codegen diff --deny behavior old/service-2.json new/service-2.json

      What a branch changes about a model, as a comment on its pull request:
        glue-codegen diff --against git:origin/main --markdown models/service-2.json

      A list for `--allow` with all breaking changes, where only the reasons are missing:
        glue-codegen diff --json old.json new.json |
            jq '[.changes[] | select(.impact == "breaking")] | with_entries({key: "change-\(.key)",
                value: (.value | {reason: "", kind, item, member, aspect, old, new})})'

      Only the breaking changes of two operations:
        glue-codegen diff --operation GetJobRun --operation GetWorkflowRun --json old.json new.json |
            jq '.changes[] | select(.impact == "breaking")'

    Exit codes:
      0  there are no changes that `--deny` names but those that `--allow` lets pass
      1  there are some
      2  wrong usage, or a model or list that cannot be read or has problems, such as an entry that
         names no change
    "#);
}

#[test]
fn a_mistyped_subcommand_is_told_with_the_one_probably_meant() {
    let run = Playground::new().run(["genrate"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    insta::assert_snapshot!(run.stderr, @"
    error: unrecognized subcommand 'genrate'

      tip: a similar subcommand exists: 'generate'

    Usage: glue-codegen <COMMAND>

    For more information, try '--help'.
    ");
}

#[test]
fn a_mistyped_option_is_told_with_the_one_probably_meant() {
    let run = Playground::new().run(["generate", "--operatoin", "GetToy"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    insta::assert_snapshot!(run.stderr, @"
    error: unexpected argument '--operatoin' found

      tip: a similar argument exists: '--operation'

    Usage: glue-codegen generate --operation <NAME>

    For more information, try '--help'.
    ");
}

#[test]
fn an_option_without_its_value_is_wrong_usage() {
    let playground = Playground::new();
    for arguments in [["generate", "--out"], ["generate", "--model"], ["generate", "--out="]] {
        let run = playground.run(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        assert!(run.stderr.starts_with("error: a value is required for '--"), "{}", run.stderr);
    }
}

#[test]
fn a_reader_that_has_enough_is_no_failure() {
    let mut command = Playground::new().command(["--help"]);
    let mut child =
        command.current_dir("/").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(Run::from(child.wait_with_output().unwrap()), Run::fine(""));
}

#[test]
fn help_for_check_fetch_and_update_has_examples() {
    for name in ["check", "fetch", "update"] {
        let run = Playground::new().run([name, "--help"]);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
        insta::assert_snapshot!(name, trimmed(&run.stdout));
    }
}
