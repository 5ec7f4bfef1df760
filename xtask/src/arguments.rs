//! The command line.

use clap::{Parser, Subcommand};

use crate::{
    arbitrary, cloudtrail, compare, corpus, features, fuzz, patterns, round_trip, samples, schemas,
    semver, stack, update_glue,
};

/// Tasks of the repository
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask", arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) task: Task,
}

/// The task to run.
#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    /// Finds files of a crate that use each other
    ///
    /// And paths in the documents for maintainers that do not exist.
    Circles,
    /// Generates the types of every model that botocore publishes
    Corpus(corpus::Request),
    /// Edits small models at random
    ///
    /// Each must end in Rust code or in diagnostics.
    Fuzz(fuzz::Request),
    /// Changes documents at random, and grows them
    ///
    /// In JSON, CBOR and MessagePack. None may panic, and what reads must come back. Prints what took
    /// the most time and memory.
    FuzzValues(fuzz::values::Request),
    /// Compares `glue-codegen check` with generated types
    ///
    /// What it says of changed documents must be what the types say: the verdict and the sentences.
    CheckValues(fuzz::values::Trials),
    /// Reads, writes and reads again random values of every structure
    RoundTrip(round_trip::Request),
    /// Compares the JSON Schema of every type with the type
    ///
    /// A validator's verdict must be that of reading and `validate()`, on random values, valid ones and
    /// broken ones.
    Schemas(schemas::Request),
    /// Makes values of every type from random bytes
    ///
    /// They must be valid, come back once written, and be accepted by botocore's own validator, which
    /// pip installs.
    Arbitrary(arbitrary::Request),
    /// Makes samples of every structure with `glue-codegen sample`
    ///
    /// Minimal, full and random ones, and ones that break each constraint. `check` must find nothing in
    /// the valid ones, and in the others what they are to break; so must botocore in valid requests,
    /// and the generated types.
    Samples(samples::Request),
    /// Reads requests and responses that CloudTrail has recorded
    ///
    /// Every member must arrive, or tests/data/cloudtrail.json says why it does not.
    #[command(name = "cloudtrail")]
    CloudTrail(cloudtrail::Request),
    /// Measures what the deepest values take of the stack
    ///
    /// Of every type that holds itself, and of the largest others.
    Stack(stack::Request),
    /// Compares the checks of all patterns with the crate `regex`
    ///
    /// Verdicts and time.
    Patterns(patterns::Request),
    /// Holds what `diff` finds against the compiler and cargo-semver-checks
    ///
    /// Between two versions of models: crates that use every type, field, setter and variant of the old
    /// version must compile with the new one, and the program must not demand a major version, unless
    /// `diff` finds what breaks source.
    Semver(semver::Request),
    /// Measures all of Glue: build time against serde_derive's, generation time against typify's
    Compare(compare::Request),
    /// Checks glue-types with each of its features alone, and with all of Glue
    ///
    /// Every warning is an error.
    Features(features::Request),
    /// Brings the model in models/ to the newest release of botocore
    ///
    /// The facts are botocore's, the descriptions are ours. Notes the verdict of `diff` in CHANGELOG.md.
    UpdateGlue(update_glue::Request),
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn options_of_all_tasks_go_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn models_and_options_come_in_any_order() {
        let arguments = ["xtask", "corpus", "glue", "--jobs", "3", "--compile", "s3"];
        let Task::Corpus(request) = Arguments::parse_from(arguments).task else {
            panic!("another task");
        };
        assert_eq!(request.models, ["glue", "s3"]);
        assert_eq!((request.jobs.count.get(), request.compile, request.document), (3, true, false));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for arguments in [
            &["xtask"][..],
            &["xtask", "corpora"],
            &["xtask", "corpus", "--jobs", "0"],
            &["xtask", "fuzz", "glue"],
            &["xtask", "patterns", "--jobs", "1"],
        ] {
            assert!(Arguments::try_parse_from(arguments).is_err(), "{arguments:?}");
        }
    }
}
