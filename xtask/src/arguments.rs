//! Parses the command line.

use std::num::NonZeroUsize;

use lexopt::{Arg, Parser, ValueExt};

use crate::corpus::{self, Form};
use crate::programs::Profile;
use crate::{
    arbitrary, cloudtrail, compare, features, fuzz, patterns, round_trip, samples, schemas, semver,
    stack, update_glue,
};

pub(crate) const USAGE: &str = "\
Tasks of the repository.

Usage: cargo xtask circles
       cargo xtask corpus [OPTIONS] [MODEL]...
       cargo xtask fuzz [OPTIONS]
       cargo xtask fuzz values [OPTIONS] [MODEL]...
       cargo xtask check-values [OPTIONS] [MODEL]...
       cargo xtask round-trip [OPTIONS] [MODEL]...
       cargo xtask schemas [OPTIONS] [MODEL]...
       cargo xtask arbitrary [OPTIONS] [MODEL]...
       cargo xtask samples [OPTIONS] [MODEL]...
       cargo xtask cloudtrail [OPTIONS]
       cargo xtask stack [OPTIONS] [MODEL]...
       cargo xtask patterns [OPTIONS] [MODEL]...
       cargo xtask semver [OPTIONS] [MODEL]...
       cargo xtask compare [OPTIONS]
       cargo xtask features [FEATURE]...
       cargo xtask update-glue [OPTIONS] [VERSION]
       cargo xtask help

circles  finds files of a crate that use each other, and paths in the documents for maintainers that
         do not exist

corpus   generates the types of every model that botocore publishes

  MODEL           only these, as botocore's folders are called: glue, or glue/2017-03-31
  --sample        only 20 models that were chosen for their hazards
  --split         a folder of files for each model, in place of a file
  --aws-sdk       conversions as well, to a stand-in for each crate of the official SDK
  --keep-unknown-members
                  structures keep members that the model does not have
  --compile       type-check what was generated, with every warning an error
  --doc           build its documentation as well, with every warning an error

fuzz     edits small models at random, which must end in Rust code or in diagnostics

  --tries N       how many edits [default: 10000]
  --seed N        the number of the first edit, of which all else follows [default: 0]
  --compile N     how many of the generated files to type-check [default: 100]

fuzz values  changes documents at random, in JSON, CBOR and MessagePack, and grows them: none may
         panic, and what reads must come back; prints what took the most time and memory

  MODEL           only these [default: 30 of all kinds]
  --tries N       how many documents to change [default: 1000000]
  --seed N        the number of the first change, of which all else follows [default: 0]
  --types N       how many types of each model to read [default: 8]
  --growing N     how many documents of each model to grow [default: 100]
  --size N        the size in bytes to which they grow [default: 1000000]

check-values  compares what `glue-codegen check` says of changed documents with what the generated
         types say: the verdict and the sentences must be the same; takes MODEL, --tries, --seed and
         --types as fuzz values does

round-trip  reads, writes and reads again random values of every structure

  MODEL           only these [default: those of --sample]
  --values N      how many values of each structure [default: 20]
  --old DIR       an older botocore: its types, which keep unknown members, must read and write what
                  the newer models make [default models: the 20 smallest that gained members]

schemas  compares a validator's verdict by the JSON Schema of every type with that of reading and
         `validate()`, on random values, valid ones and broken ones

  MODEL           only these [default: 20 of all kinds]
  --values N      how many values of each model [default: 100000]
  --ajv DIR       a folder in which npm has installed ajv: its verdict must be that of the validator,
                  and that of `glue-codegen check` that of the types

arbitrary  makes values of every type from random bytes: they must be valid, come back once written,
         and be accepted by botocore's own validator, which pip installs

  MODEL           only these [default: those of schemas]
  --values N      how many values of each model [default: 50000]
  --seed N        the number from which the bytes follow [default: 0]

samples  makes samples of every structure with `glue-codegen sample`: minimal, full and random ones, and
         ones that break each constraint. `check` must find nothing in the valid ones, and in the
         others what they are to break; so must botocore in valid requests, and the generated types

  MODEL           only these [default: all]
  --seed N        the number of which all random choices follow [default: 0]
  --checked N     of how many structures of each model the files are checked [default: 4]
  --types MODEL   a model whose generated types read its samples; repeat it for more

cloudtrail  reads requests and responses that CloudTrail has recorded: every member must arrive, or
         tests/data/cloudtrail.json says why it does not

stack    measures what the deepest values take of the stack, of every type that holds itself and of
         the largest others

  MODEL           only these [default: all]
  --release       compile with optimization, for the bound that holds there

patterns  compares the checks of all patterns with the crate `regex`: verdicts and time

  MODEL           only the patterns of these

semver   holds what `diff` finds between two versions of models against the compiler and the program
         cargo-semver-checks: crates that use every type, field, setter and variant of the old version
         must compile with the new one, and the program must not demand a major version, unless
         `diff` finds what breaks source

  MODEL           only these [default: all that changed]
  --sample        these five, which were chosen for the kinds of their changes
  --most N        the N smallest models that changed, beside those that are named
  --old DIR       an unpacked source distribution of botocore [default: 1.43.0, downloaded]
  --new DIR       a newer one [default: the pinned one, downloaded]
  --tool PROGRAM  cargo-semver-checks [default: the one that cargo finds, if any]

compare  measures all of Glue: build time against serde_derive's, generation time against typify's

  --runs N        how often to do each piece of work, for the medians [default: 3]

features  checks glue-types with each of its features alone, and with all of Glue, every warning an
         error

  FEATURE         only these, such as jobs or full [default: all that choose operations]

update-glue  brings the model in models/ to the newest release of botocore: the facts are botocore's,
         the descriptions are ours; notes the verdict of `diff` in CHANGELOG.md

  VERSION         this release [default: the newest, by pip]
  --botocore DIR  an unpacked botocore, in a folder called botocore-VERSION
  --drop          leave out descriptions of what the model no longer has, which is an error otherwise

All but circles, features, update-glue and semver, which takes --jobs alone, take:

  --botocore DIR  an unpacked source distribution, instead of downloading the pinned one
  --smithy DIR    a folder of Smithy models as well, .json or .json.gz; not for cloudtrail and
                  compare
  --jobs N        how many models to work on at a time [default: one a core]; not for patterns
                  and compare
";

/// The task to run.
#[derive(Debug, PartialEq)]
pub(crate) enum Task {
    Help,
    Circles,
    Corpus(corpus::Request),
    Fuzz(fuzz::Request),
    FuzzValues(fuzz::values::Request),
    CheckValues(fuzz::values::Request),
    RoundTrip(round_trip::Request),
    Schemas(schemas::Request),
    Arbitrary(arbitrary::Request),
    Samples(samples::Request),
    CloudTrail(cloudtrail::Request),
    Stack(stack::Request),
    Patterns(patterns::Request),
    Semver(semver::Request),
    Compare(compare::Request),
    Features(features::Request),
    UpdateGlue(update_glue::Request),
}

impl Task {
    pub(crate) fn from_environment() -> Result<Self, lexopt::Error> {
        Self::parse(Parser::from_env())
    }

    fn parse(mut parser: Parser) -> Result<Self, lexopt::Error> {
        match parser.next()? {
            None | Some(Arg::Short('h') | Arg::Long("help")) => Ok(Self::Help),
            Some(Arg::Value(name)) => match name.string()?.as_str() {
                "help" => Ok(Self::Help),
                "circles" => no_request(parser, Task::Circles),
                "corpus" => corpus_request(parser),
                "fuzz" => fuzz_request(parser),
                "check-values" => values_request(parser)
                    .map(|request| request.map_or(Task::Help, Task::CheckValues)),
                "round-trip" => round_trip_request(parser),
                "schemas" => schemas_request(parser),
                "arbitrary" => arbitrary_request(parser),
                "samples" => samples_request(parser),
                "cloudtrail" => cloudtrail_request(parser),
                "stack" => stack_request(parser),
                "patterns" => patterns_request(parser),
                "semver" => semver_request(parser),
                "compare" => compare_request(parser),
                "features" => features_request(parser),
                "update-glue" => update_glue_request(parser),
                other => Err(format!("there is no task `{other}`; see `cargo xtask help`").into()),
            },
            Some(unexpected) => Err(unexpected.unexpected()),
        }
    }
}

/// Parses a task without options.
fn no_request(mut parser: Parser, task: Task) -> Result<Task, lexopt::Error> {
    match parser.next()? {
        None => Ok(task),
        Some(Arg::Short('h') | Arg::Long("help")) => Ok(Task::Help),
        Some(unexpected) => Err(unexpected.unexpected()),
    }
}

fn corpus_request(mut parser: Parser) -> Result<Task, lexopt::Error> {
    let mut request = corpus::Request::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Task::Help),
            Arg::Long("sample") => request.sample = true,
            Arg::Long("split") => request.form = Form::Folder,
            Arg::Long("aws-sdk") => request.aws_sdk = true,
            Arg::Long("keep-unknown-members") => request.keep_unknown_members = true,
            Arg::Long("compile") => request.compile = true,
            Arg::Long("doc") => request.document = true,
            Arg::Long("jobs") => request.jobs = parser.value()?.parse::<NonZeroUsize>()?,
            Arg::Long("botocore") => request.sources.botocore = Some(parser.value()?.into()),
            Arg::Long("smithy") => request.sources.smithy = Some(parser.value()?.into()),
            Arg::Value(name) => request.models.push(name.string()?),
            unexpected => return Err(unexpected.unexpected()),
        }
    }
    Ok(Task::Corpus(request))
}

fn fuzz_request(mut parser: Parser) -> Result<Task, lexopt::Error> {
    let mut request = fuzz::Request::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Task::Help),
            Arg::Value(what) if what == "values" => {
                return Ok(values_request(parser)?.map_or(Task::Help, Task::FuzzValues));
            }
            Arg::Long("tries") => request.tries = parser.value()?.parse()?,
            Arg::Long("seed") => request.seed = parser.value()?.parse()?,
            Arg::Long("compile") => request.compile = parser.value()?.parse()?,
            Arg::Long("jobs") => request.jobs = parser.value()?.parse::<NonZeroUsize>()?,
            Arg::Long("botocore") => request.sources.botocore = Some(parser.value()?.into()),
            Arg::Long("smithy") => request.sources.smithy = Some(parser.value()?.into()),
            unexpected => return Err(unexpected.unexpected()),
        }
    }
    Ok(Task::Fuzz(request))
}

/// The request of a task that changes documents; none if help is asked for.
fn values_request(mut parser: Parser) -> Result<Option<fuzz::values::Request>, lexopt::Error> {
    let mut request = fuzz::values::Request::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(None),
            Arg::Long("tries") => request.tries = parser.value()?.parse()?,
            Arg::Long("seed") => request.seed = parser.value()?.parse()?,
            Arg::Long("types") => request.types = parser.value()?.parse()?,
            Arg::Long("growing") => request.growing = parser.value()?.parse()?,
            Arg::Long("size") => request.size = parser.value()?.parse()?,
            Arg::Long("jobs") => request.jobs = parser.value()?.parse::<NonZeroUsize>()?,
            Arg::Long("botocore") => request.sources.botocore = Some(parser.value()?.into()),
            Arg::Long("smithy") => request.sources.smithy = Some(parser.value()?.into()),
            Arg::Value(name) => request.models.push(name.string()?),
            unexpected => return Err(unexpected.unexpected()),
        }
    }
    Ok(Some(request))
}

fn round_trip_request(mut parser: Parser) -> Result<Task, lexopt::Error> {
    let mut request = round_trip::Request::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Task::Help),
            Arg::Long("values") => request.values = parser.value()?.parse()?,
            Arg::Long("old") => request.old = Some(parser.value()?.into()),
            Arg::Long("jobs") => request.jobs = parser.value()?.parse::<NonZeroUsize>()?,
            Arg::Long("botocore") => request.sources.botocore = Some(parser.value()?.into()),
            Arg::Long("smithy") => request.sources.smithy = Some(parser.value()?.into()),
            Arg::Value(name) => request.models.push(name.string()?),
            unexpected => return Err(unexpected.unexpected()),
        }
    }
    Ok(Task::RoundTrip(request))
}

fn schemas_request(mut parser: Parser) -> Result<Task, lexopt::Error> {
    let mut request = schemas::Request::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Task::Help),
            Arg::Long("values") => request.values = parser.value()?.parse()?,
            Arg::Long("ajv") => request.ajv = Some(parser.value()?.into()),
            Arg::Long("jobs") => request.jobs = parser.value()?.parse::<NonZeroUsize>()?,
            Arg::Long("botocore") => request.sources.botocore = Some(parser.value()?.into()),
            Arg::Long("smithy") => request.sources.smithy = Some(parser.value()?.into()),
            Arg::Value(name) => request.models.push(name.string()?),
            unexpected => return Err(unexpected.unexpected()),
        }
    }
    Ok(Task::Schemas(request))
}

fn arbitrary_request(mut parser: Parser) -> Result<Task, lexopt::Error> {
    let mut request = arbitrary::Request::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Task::Help),
            Arg::Long("values") => request.values = parser.value()?.parse()?,
            Arg::Long("seed") => request.seed = parser.value()?.parse()?,
            Arg::Long("jobs") => request.jobs = parser.value()?.parse::<NonZeroUsize>()?,
            Arg::Long("botocore") => request.sources.botocore = Some(parser.value()?.into()),
            Arg::Long("smithy") => request.sources.smithy = Some(parser.value()?.into()),
            Arg::Value(name) => request.models.push(name.string()?),
            unexpected => return Err(unexpected.unexpected()),
        }
    }
    Ok(Task::Arbitrary(request))
}

fn samples_request(mut parser: Parser) -> Result<Task, lexopt::Error> {
    let mut request = samples::Request::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Task::Help),
            Arg::Long("seed") => request.seed = parser.value()?.parse()?,
            Arg::Long("checked") => request.checked = parser.value()?.parse()?,
            Arg::Long("types") => request.types.push(parser.value()?.string()?),
            Arg::Long("jobs") => request.jobs = parser.value()?.parse::<NonZeroUsize>()?,
            Arg::Long("botocore") => request.sources.botocore = Some(parser.value()?.into()),
            Arg::Long("smithy") => request.sources.smithy = Some(parser.value()?.into()),
            Arg::Value(name) => request.models.push(name.string()?),
            unexpected => return Err(unexpected.unexpected()),
        }
    }
    Ok(Task::Samples(request))
}

fn cloudtrail_request(mut parser: Parser) -> Result<Task, lexopt::Error> {
    let mut request = cloudtrail::Request::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Task::Help),
            Arg::Long("jobs") => request.jobs = parser.value()?.parse::<NonZeroUsize>()?,
            Arg::Long("botocore") => request.botocore = Some(parser.value()?.into()),
            unexpected => return Err(unexpected.unexpected()),
        }
    }
    Ok(Task::CloudTrail(request))
}

fn stack_request(mut parser: Parser) -> Result<Task, lexopt::Error> {
    let mut request = stack::Request::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Task::Help),
            Arg::Long("release") => request.profile = Profile::Release,
            Arg::Long("jobs") => request.jobs = parser.value()?.parse::<NonZeroUsize>()?,
            Arg::Long("botocore") => request.sources.botocore = Some(parser.value()?.into()),
            Arg::Long("smithy") => request.sources.smithy = Some(parser.value()?.into()),
            Arg::Value(name) => request.models.push(name.string()?),
            unexpected => return Err(unexpected.unexpected()),
        }
    }
    Ok(Task::Stack(request))
}

fn patterns_request(mut parser: Parser) -> Result<Task, lexopt::Error> {
    let mut request = patterns::Request::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Task::Help),
            Arg::Long("botocore") => request.sources.botocore = Some(parser.value()?.into()),
            Arg::Long("smithy") => request.sources.smithy = Some(parser.value()?.into()),
            Arg::Value(name) => request.models.push(name.string()?),
            unexpected => return Err(unexpected.unexpected()),
        }
    }
    Ok(Task::Patterns(request))
}

fn semver_request(mut parser: Parser) -> Result<Task, lexopt::Error> {
    let mut request = semver::Request::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Task::Help),
            Arg::Long("old") => request.old = Some(parser.value()?.into()),
            Arg::Long("new") => request.new = Some(parser.value()?.into()),
            Arg::Long("sample") => request.models.extend(semver::SAMPLE.map(str::to_owned)),
            Arg::Long("most") => request.most = Some(parser.value()?.parse()?),
            Arg::Long("tool") => request.tool = Some(parser.value()?.into()),
            Arg::Long("jobs") => request.jobs = parser.value()?.parse::<NonZeroUsize>()?,
            Arg::Value(name) => request.models.push(name.string()?),
            unexpected => return Err(unexpected.unexpected()),
        }
    }
    Ok(Task::Semver(request))
}

fn compare_request(mut parser: Parser) -> Result<Task, lexopt::Error> {
    let mut request = compare::Request::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Task::Help),
            Arg::Long("runs") => request.runs = parser.value()?.parse::<NonZeroUsize>()?,
            Arg::Long("botocore") => request.botocore = Some(parser.value()?.into()),
            unexpected => return Err(unexpected.unexpected()),
        }
    }
    Ok(Task::Compare(request))
}

fn features_request(mut parser: Parser) -> Result<Task, lexopt::Error> {
    let mut request = features::Request::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Task::Help),
            Arg::Value(name) => request.features.push(name.string()?),
            unexpected => return Err(unexpected.unexpected()),
        }
    }
    Ok(Task::Features(request))
}

fn update_glue_request(mut parser: Parser) -> Result<Task, lexopt::Error> {
    let mut request = update_glue::Request::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Task::Help),
            Arg::Long("botocore") => request.botocore = Some(parser.value()?.into()),
            Arg::Long("drop") => request.drop = true,
            Arg::Value(version) if request.version.is_none() => {
                request.version = Some(version.string()?);
            }
            unexpected => return Err(unexpected.unexpected()),
        }
    }
    Ok(Task::UpdateGlue(request))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Sources;

    fn parse(arguments: &[&str]) -> Result<Task, String> {
        let parser = Parser::from_iter(["xtask"].iter().chain(arguments));
        Task::parse(parser).map_err(|error| error.to_string())
    }

    #[test]
    fn nothing_and_every_call_for_help_show_the_usage() {
        for arguments in [&[][..], &["help"], &["--help"], &["corpus", "-h"]] {
            assert_eq!(parse(arguments), Ok(Task::Help));
        }
    }

    #[test]
    fn a_corpus_run_takes_models_and_options_in_any_order() {
        let arguments = ["corpus", "glue", "--jobs", "3", "--compile", "s3", "--smithy", "models"];
        let request = corpus::Request {
            models: vec!["glue".to_owned(), "s3".to_owned()],
            compile: true,
            sources: Sources { botocore: None, smithy: Some("models".into()) },
            jobs: NonZeroUsize::new(3).unwrap(),
            ..corpus::Request::default()
        };
        assert_eq!(parse(&arguments), Ok(Task::Corpus(request)));
    }

    #[test]
    fn an_update_takes_a_version_or_a_folder() {
        let request = update_glue::Request {
            version: Some("1.44.8".into()),
            drop: true,
            ..update_glue::Request::default()
        };
        assert_eq!(parse(&["update-glue", "1.44.8", "--drop"]), Ok(Task::UpdateGlue(request)));
        assert!(parse(&["update-glue", "1.44.8", "1.44.9"]).is_err());
        let request = features::Request { features: vec!["jobs".into()] };
        assert_eq!(parse(&["features", "jobs"]), Ok(Task::Features(request)));
    }

    #[test]
    fn a_round_trip_may_go_through_older_types() {
        let request = round_trip::Request {
            old: Some("older".into()),
            values: 5,
            ..round_trip::Request::default()
        };
        let arguments = ["round-trip", "--old", "older", "--values", "5"];
        assert_eq!(parse(&arguments), Ok(Task::RoundTrip(request)));
    }

    #[test]
    fn schemas_are_compared_on_as_many_values_as_requested() {
        let models = vec!["glue".to_owned()];
        let request = schemas::Request { models, values: 5, ..schemas::Request::default() };
        assert_eq!(parse(&["schemas", "--values", "5", "glue"]), Ok(Task::Schemas(request)));
    }

    #[test]
    fn arbitrary_values_follow_from_a_number() {
        let models = vec!["glue".to_owned()];
        let request = arbitrary::Request { models, values: 5, seed: 7, ..Default::default() };
        let arguments = ["arbitrary", "--values", "5", "--seed", "7", "glue"];
        assert_eq!(parse(&arguments), Ok(Task::Arbitrary(request)));
    }

    #[test]
    fn samples_are_read_by_the_types_of_some_models() {
        let (models, types) = (vec!["glue".to_owned()], vec!["sqs".to_owned()]);
        let request =
            samples::Request { models, types, checked: 2, seed: 3, ..samples::Request::default() };
        let arguments = ["samples", "glue", "--types", "sqs", "--checked", "2", "--seed", "3"];
        assert_eq!(parse(&arguments), Ok(Task::Samples(request)));
    }

    #[test]
    fn fuzzing_takes_numbers() {
        let arguments = ["fuzz", "--tries", "5", "--seed", "7", "--compile", "0"];
        let request = fuzz::Request { tries: 5, seed: 7, compile: 0, ..fuzz::Request::default() };
        assert_eq!(parse(&arguments), Ok(Task::Fuzz(request)));
    }

    #[test]
    fn values_are_of_models() {
        let arguments = ["fuzz", "values", "sqs", "--tries", "5", "--size", "0"];
        let request = fuzz::values::Request {
            models: vec!["sqs".to_owned()],
            tries: 5,
            size: 0,
            ..fuzz::values::Request::default()
        };
        assert_eq!(parse(&arguments), Ok(Task::FuzzValues(request)));
    }

    #[test]
    fn the_stack_is_measured_in_either_profile() {
        let request = stack::Request {
            models: vec!["wafv2".to_owned()],
            profile: Profile::Release,
            ..stack::Request::default()
        };
        assert_eq!(parse(&["stack", "wafv2", "--release"]), Ok(Task::Stack(request)));
    }

    #[test]
    fn circles_are_those_of_the_repository() {
        assert_eq!(parse(&["circles"]), Ok(Task::Circles));
        assert_eq!(parse(&["circles", "--help"]), Ok(Task::Help));
    }

    #[test]
    fn events_take_a_folder_of_models() {
        let request = cloudtrail::Request {
            botocore: Some("sources".into()),
            jobs: NonZeroUsize::new(1).unwrap(),
        };
        let arguments = ["cloudtrail", "--botocore", "sources", "--jobs", "1"];
        assert_eq!(parse(&arguments), Ok(Task::CloudTrail(request)));
        assert!(parse(&["cloudtrail", "glue"]).is_err());
    }

    #[test]
    fn patterns_are_those_of_models() {
        let request = patterns::Request { models: vec!["glue".to_owned()], ..Default::default() };
        assert_eq!(parse(&["patterns", "glue"]), Ok(Task::Patterns(request)));
    }

    #[test]
    fn comparing_takes_a_number_of_runs_and_no_model() {
        let runs = NonZeroUsize::new(5).unwrap();
        let request = compare::Request { runs, botocore: Some("sources".into()) };
        let arguments = ["compare", "--runs", "5", "--botocore", "sources"];
        assert_eq!(parse(&arguments), Ok(Task::Compare(request)));
        assert!(parse(&["compare", "--runs", "0"]).is_err());
        assert!(parse(&["compare", "glue"]).is_err());
    }

    #[test]
    fn versions_come_in_two() {
        let arguments = ["semver", "--old", "a", "--new", "b", "--most", "5", "glue"];
        let request = semver::Request {
            old: Some("a".into()),
            new: Some("b".into()),
            models: vec!["glue".to_owned()],
            most: Some(5),
            ..semver::Request::default()
        };
        assert_eq!(parse(&arguments), Ok(Task::Semver(request)));
        let request = semver::Request {
            models: semver::SAMPLE.map(str::to_owned).to_vec(),
            tool: Some("checks".into()),
            ..semver::Request::default()
        };
        assert_eq!(parse(&["semver", "--sample", "--tool", "checks"]), Ok(Task::Semver(request)));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert!(parse(&["corpora"]).unwrap_err().contains("`corpora`"));
        assert!(parse(&["corpus", "--fast"]).unwrap_err().contains("--fast"));
        assert!(parse(&["corpus", "--jobs", "0"]).is_err());
        assert!(parse(&["corpus", "--botocore"]).is_err());
        assert!(parse(&["fuzz", "--tries", "many"]).is_err());
        assert!(parse(&["fuzz", "glue"]).is_err());
        assert!(parse(&["patterns", "--jobs", "1"]).is_err());
        assert!(parse(&["circles", "glue"]).is_err());
    }
}
