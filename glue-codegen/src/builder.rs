//! The front end for build scripts.

mod build_system;
mod customize;
mod text;
mod types;
mod watch;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use glue_model::{Diagnostics, Plain, Source};

use build_system::BuildSystem;

use crate::error::Error;
use crate::files;
use crate::folder::{FolderChange, generate_folder};
use crate::generate::{Summary, generate};
use crate::options::{Feature, FixFile, Options, Selection};

/// Generates types in a build script.
///
/// ```no_run
/// # fn main() -> Result<(), glue_codegen::Error> {
/// glue_codegen::Builder::new("models/service-2.json")
///     .operations(["GetJobRun"])
///     .generate("glue.rs")
/// # }
/// ```
///
/// # Selectors
/// Some options are for selected types, members of structures and unions, or values of enums. A
/// selector has the model's names, and not those that they become in Rust:
///
/// | Selector | Selects |
/// |---|---|
/// | `JobRun` | a structure, union or enum |
/// | `JobRun.StartedOn` | a member of a structure or union |
/// | `WorkerType.G.1X` | a value of an enum, as it travels: everything after the first dot |
/// | `Get*Request`, `JobRun.*`, `*.Tags` | the same, where `*` stands for any characters |
/// | `@types` | all types |
/// | `@structures`, `@unions`, `@enums` | all types of the kind |
/// | `@inputs`, `@outputs` | the inputs or outputs of operations |
/// | `@errors` | the structures that are errors |
/// | `@inputs.*`, `@enums.UNKNOWN` | members or values of the types in a group |
///
/// A backslash takes the meaning from the character that follows it: `Origins.\*` selects the value
/// `*`. Names are case-sensitive. A selector that selects nothing is an error, which says what may
/// have been meant. The types of operations, the enums of their errors, and members that are not in
/// the model, such as the catch-all of enums, cannot be selected.
///
/// With [features](Self::feature), a selector may select only what features that are off would add.
#[doc = include_str!("builder/comparison.md")]
#[derive(Clone, Debug)]
pub struct Builder {
    model: PathBuf,
    fixes: Vec<PathBuf>,
    /// All features that have operations, those that are off as well.
    features: Vec<Feature>,
    options: Options,
    build_system: BuildSystem,
}

impl Builder {
    /// Starts with the path of a model, relative to the package's root in a build script. With this
    /// crate's feature `gzip`, the model may be compressed, as in `.json.gz`.
    #[must_use]
    pub fn new(model: impl Into<PathBuf>) -> Self {
        Self {
            model: model.into(),
            fixes: Vec::new(),
            features: Vec::new(),
            options: Options::default(),
            build_system: BuildSystem::default(),
        }
    }

    /// Generates only these operations and what they reach. Further calls add operations. Without
    /// this and [`feature`](Self::feature), all operations of the model are generated. An empty
    /// selection is an error.
    #[must_use]
    pub fn operations<I>(mut self, names: I) -> Self
    where
        I: IntoIterator<Item: Into<String>>,
    {
        let names = names.into_iter().map(Into::into);
        self.options.operations = Selection::Named(match self.options.operations {
            Selection::All => names.collect(),
            Selection::Named(earlier) => earlier.into_iter().chain(names).collect(),
        });
        self
    }

    /// Generates these operations and what they reach as well if the crate's feature `name` is on:
    /// users pay for what they choose.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), glue_codegen::Error> {
    /// glue_codegen::Builder::new("models/service-2.json")
    ///     .operations(["GetJobRun"]) // always there
    ///     .feature("jobs", ["CreateJob", "GetJob"])
    ///     .feature("triggers", ["GetTrigger"])
    ///     .generate("glue.rs")
    /// # }
    /// ```
    ///
    /// The manifest has the features, with nothing in them: `jobs = []`. Cargo tells the build script
    /// which are on. Called again with the same name, the feature has these operations as well. An
    /// operation may be in several features, and one that [`operations`](Self::operations) names needs
    /// none.
    ///
    /// Documentation on docs.rs then says of an operation, and of the types that no other operation
    /// reaches, which features bring them: they have `#[cfg_attr(docsrs, doc(cfg(feature = "jobs")))]`.
    /// That takes `#![cfg_attr(docsrs, feature(doc_cfg))]` in the crate and, in its manifest,
    /// `all-features = true` and `rustdoc-args = ["--cfg", "docsrs"]` under `[package.metadata.docs.rs]`.
    #[must_use]
    pub fn feature<I>(mut self, name: impl Into<String>, operations: I) -> Self
    where
        I: IntoIterator<Item: Into<String>>,
    {
        let operations = operations.into_iter().map(Into::into).collect();
        self.features.push(Feature { name: name.into(), operations });
        self
    }

    /// Chooses a service if the model's file holds several: by its Smithy ID
    /// (`example.weather#Weather`), by the name in the ID (`Weather`), or by the name that SDKs
    /// use.
    #[must_use]
    pub fn service(mut self, name: impl Into<String>) -> Self {
        self.options.service = Some(name.into());
        self
    }

    /// Applies a correction of the catalog that comes with this crate: what is publicly known of the
    /// model to differ from what the service sends, such as `ec2-vpc-endpoint-state`. Called again,
    /// that one as well.
    ///
    /// `glue-codegen list --corrections` prints the catalog with reasons and sources. A name that is
    /// not in it is an error, and so is a correction that no longer applies because AWS has made it.
    #[must_use]
    pub fn correction(mut self, name: impl Into<String>) -> Self {
        self.options.corrections.push(name.into());
        self
    }

    /// Applies a file of fixes: named corrections of what the model has wrong, in the format of
    /// [`glue_model::apply_fixes`]. One that does not apply is an error. They come after
    /// [corrections of the catalog](Self::correction).
    #[must_use]
    pub fn fixes(mut self, path: impl Into<PathBuf>) -> Self {
        self.fixes.push(path.into());
        self
    }

    /// Adds a derive to every structure, union and enum, by its path.
    ///
    /// The standard library's `Eq`, `Hash`, `PartialOrd` and `Ord` are derived for each type whose
    /// members all have them, so `.derive("Eq").derive("Hash")` makes keys of all types that can be
    /// keys. Enums always have all four. Floating-point numbers only have `PartialOrd`. Documents,
    /// unions, and structures that keep unknown members only have `Eq` and `Hash`. Any other trait
    /// must be implemented by the types of `glue-runtime` that members have, or require nothing of
    /// members.
    #[must_use]
    pub fn derive(mut self, path: impl Into<String>) -> Self {
        self.options.derives.push(path.into());
        self
    }

    /// Makes structures keep members that the model does not have, in a field `unknown_members`, so
    /// members that a service has added since are read and written back.
    ///
    /// By default they are skipped, and the generated code does not change. With this option:
    ///
    /// - Any key that does not read as a member is kept with its value, as JSON. That includes
    ///   `__type`. A member that is null is not set. Comparing structures compares what they keep.
    ///   `Debug` shows only the keys because the values may be secrets.
    /// - A member of the model that would be named `unknown_members` is named `unknown_members_2`.
    /// - Structures then hold documents: they can derive `Eq` and `Hash`, but not `PartialOrd` or
    ///   `Ord`.
    /// - Validators do not look at unknown members.
    /// - In requests and responses, unknown members are keys of the body. A request whose body has
    ///   no keys has no place for them, which is an error. A response whose body is one member
    ///   never has any.
    /// - Conversions to the official SDK's types leave them out, as the SDK's types skip unknown
    ///   members: an update of the service must not stop a conversion.
    /// - Where serde flattens one type into another, keys that the inner type does not know belong
    ///   to the outer type.
    ///
    /// Unions keep an unknown member with or without this option.
    #[must_use]
    pub fn keep_unknown_members(mut self) -> Self {
        self.options.keep_unknown_members = true;
        self
    }

    /// Sets whether the model's descriptions become doc comments. They do by default.
    #[must_use]
    pub fn docs(mut self, docs: bool) -> Self {
        self.options.without_docs = !docs;
        self
    }

    /// Also generates conversions from and to the types of a crate of the official SDK, such as
    /// `aws_sdk_glue`. A path may replace the crate's name, such as `crate::sdk`.
    ///
    /// The names are those that the SDK's generator uses. Which members the SDK has in an `Option`
    /// or boxed, and which of its builders can fail, makes no difference. The code needs the crate,
    /// in any version that has all members of the model, and `glue-runtime` with the feature
    /// `aws-smithy-types`.
    ///
    /// | | from the SDK | to the SDK |
    /// |---|---|---|
    /// | structures, inputs, outputs and errors among them | `TryFrom` | `TryFrom` |
    /// | unions | `TryFrom` | `TryFrom` |
    /// | enums | `From`, unknown values too | `From`, unknown values too |
    /// | the errors of an operation | `From` | `From` |
    ///
    /// All structures and unions get `TryFrom`, so that no update of a model turns an infallible
    /// conversion into a fallible one. These are the `ConversionError`s of `glue-runtime`:
    ///
    /// - From the SDK: a time outside the years 0000 to 9999, and a union member that the SDK does
    ///   not know.
    /// - To the SDK: a missing member that its builder requires, a union member that the model does
    ///   not know, and a number too large for the SDK's `f32`.
    ///
    /// Nothing else is lost, with these exceptions:
    ///
    /// - A member that is not an `Option` in the SDK is always set when it comes from there. Going
    ///   there, an unset member becomes the SDK's default.
    /// - Unknown members that structures [keep](Self::keep_unknown_members) are left out.
    /// - Members that only the SDK has are left out, as are the request ID and whatever else the
    ///   SDK keeps of a call. Errors that are not modeled keep their code and message.
    /// - Times that the SDK has read from numbers are off by some hundred nanoseconds. The
    ///   milliseconds that the service sent are correct.
    /// - A number that the SDK has as `f32` gets the shortest digits that identify it: `0.01_f32`
    ///   becomes 0.01. Digits that the `f32` does not keep are lost, as in 99.84735107421875.
    ///
    /// Inputs and outputs with a member that the SDK streams are not converted, and neither are
    /// unions of streamed events. [`Summary::unconverted`](crate::Summary::unconverted) names them.
    #[cfg(feature = "aws-sdk")]
    #[must_use]
    pub fn aws_sdk(mut self, name: impl Into<String>) -> Self {
        self.options.aws_sdk = Some(name.into());
        self
    }

    /// Also implements `schemars::JsonSchema` for all structures, unions and enums, so that web
    /// frameworks, generators of OpenAPI and tool servers can show them.
    ///
    /// The schemas have the keys of the wire form, required members, all constraints, and the
    /// model's descriptions, unless [these are left out](Self::docs). Patterns are in the dialect
    /// of ECMAScript. The documentation of `glue-runtime` says where a schema and
    /// `Validate::validate` differ. The code needs `glue-runtime` with the feature `schemars`.
    ///
    /// ```ignore
    /// let schema = schemars::schema_for!(types::GetJobRunRequest);
    /// ```
    #[cfg(feature = "schemars")]
    #[must_use]
    pub fn schemars(mut self) -> Self {
        self.options.schemars = true;
        self
    }

    /// Also implements `arbitrary::Arbitrary` for all structures, unions and enums, so that fuzzers
    /// and property tests make values of them.
    ///
    /// `Validate::validate` finds no violation in these values: all constraints of the model are
    /// kept, patterns among them. Unless a value must be large, no bytes at all make a small one, and
    /// more bytes make larger ones. The documentation of `glue-runtime` says more. The code needs
    /// `glue-runtime` with the feature `arbitrary`.
    ///
    /// ```ignore
    /// let request = types::GetJobRunRequest::arbitrary(&mut Unstructured::new(bytes))?;
    /// ```
    #[cfg(feature = "arbitrary")]
    #[must_use]
    pub fn arbitrary(mut self) -> Self {
        self.options.arbitrary = true;
        self
    }

    /// Generates into `output`, a path relative to `OUT_DIR`, creates missing folders, and tells
    /// cargo to run the build script again when the model changes.
    ///
    /// The file is written only if its text changed, so an unchanged model rebuilds nothing. It is
    /// written whole or not at all. Cargo warns about patterns that are not checked.
    ///
    /// # Errors
    /// All problems of the model in one [`Error::Model`], a file in the way that was not generated,
    /// or an error of the file system. Nothing is written then.
    pub fn generate(&self, output: impl AsRef<Path>) -> Result<(), Error> {
        let output = output_path(output.as_ref())?;
        let generated = self.run(generate)?;
        warn(&generated.summary);
        if let Some(folder) = output.parent() {
            create(folder)?;
        }
        files::write(&output, &generated.code)?;
        self.write_depfile(&output)
    }

    /// Generates a folder of files instead of a single file, for models with hundreds of
    /// operations; see [`GeneratedFolder`](crate::files::GeneratedFolder). `output` is relative to
    /// `OUT_DIR` and is created if it is missing.
    ///
    /// For the output `ec2`, the crate then has a module that contains
    /// `include!(concat!(env!("OUT_DIR"), "/ec2/mod.rs"));`.
    ///
    /// Files are written only if their text changed. Generated files that are no longer part of the
    /// folder are removed.
    ///
    /// # Errors
    /// All problems of the model in one [`Error::Model`], a file in the way that was not generated,
    /// or an error of the file system.
    pub fn generate_folder(&self, output: impl AsRef<Path>) -> Result<(), Error> {
        let output = output_path(output.as_ref())?;
        let generated = self.run(generate_folder)?;
        warn(&generated.summary);
        let changes = generated.changes(&output)?;
        create(&output)?;
        changes.iter().try_for_each(FolderChange::apply)?;
        self.write_depfile(&output.join("mod.rs"))
    }

    /// The files that a run reads.
    fn inputs(&self) -> impl Iterator<Item = &PathBuf> {
        [&self.model].into_iter().chain(&self.fixes)
    }

    /// Writes the file of dependencies, if there is to be one.
    fn write_depfile(&self, output: &Path) -> Result<(), Error> {
        let Some(path) = &self.build_system.depfile else { return Ok(()) };
        let path = output_path(path)?;
        path.parent().map_or(Ok(()), create)?;
        files::write_depfile(&path, output, self.inputs().map(PathBuf::as_path))
    }

    /// Reads the files and generates from them.
    fn run<T>(
        &self,
        generate: fn(&Source<'_>, &Options) -> Result<T, Diagnostics>,
    ) -> Result<T, Error> {
        self.build_system.announce(self.inputs())?;
        let bytes = files::read(&self.model)?;
        let name = self.model.display().to_string();
        let mut options = self.options.clone();
        self.choose_features(&mut options, |variable| env::var_os(variable).is_some());
        for path in &self.fixes {
            options
                .fixes
                .push(FixFile { file: path.display().to_string(), bytes: files::read(path)? });
        }
        Ok(generate(&Source { file: &name, bytes: &bytes }, &options)?)
    }

    /// Leaves features out that are off. With none on, the operations without features are all there
    /// are, and not all of the model's.
    fn choose_features(&self, options: &mut Options, is_set: impl Fn(&str) -> bool) {
        let is_on = |feature: &&Feature| is_set(&feature_variable(&feature.name));
        options.features = self.features.iter().filter(is_on).cloned().collect();
        options.has_more_features = options.features.len() < self.features.len();
        if !self.features.is_empty() && options.operations == Selection::All {
            options.operations = Selection::Named(Vec::new());
        }
    }
}

/// The variable that cargo sets if a feature is on.
fn feature_variable(name: &str) -> String {
    format!("CARGO_FEATURE_{}", name.to_uppercase().replace('-', "_"))
}

/// How many patterns are listed in cargo's warnings.
const WARNINGS: usize = 20;

/// Warns about patterns that are not checked because users would assume that they are.
fn warn(summary: &Summary) {
    let unchecked = &summary.unchecked;
    for note in unchecked.iter().take(WARNINGS) {
        println!("cargo::warning=not checked: {}", Plain(note));
    }
    if unchecked.len() > WARNINGS {
        println!("cargo::warning=not checked: {} more patterns", unchecked.len() - WARNINGS);
    }
}

fn output_path(output: &Path) -> Result<PathBuf, Error> {
    if output.is_absolute() {
        return Ok(output.to_owned());
    }
    let directory = env::var_os("OUT_DIR").ok_or(Error::Environment { variable: "OUT_DIR" })?;
    Ok(Path::new(&directory).join(output))
}

fn create(folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(|error| Error::write(folder, error))
}

#[cfg(test)]
mod tests {
    use super::Builder;
    use crate::options::{Feature, Options, Selection};

    #[test]
    fn operations_of_features_that_are_off_are_left_out() {
        let chosen = |builder: &Builder, on: &[&str]| {
            let mut options = builder.options.clone();
            builder.choose_features(&mut options, |variable| on.contains(&variable));
            (options.operations, options.features)
        };
        let named =
            |names: &[&str]| Selection::Named(names.iter().map(|&name| name.into()).collect());
        let job_runs = Feature { name: "job-runs".into(), operations: vec!["B".into()] };

        let builder = Builder::new("model.json").feature("job-runs", ["B"]).feature("x", ["C"]);
        let on = ["CARGO_FEATURE_JOB_RUNS"];
        assert_eq!(chosen(&builder, &on), (named(&[]), vec![job_runs.clone()]));
        assert_eq!(chosen(&builder, &[]), (named(&[]), vec![]));
        let builder = builder.operations(["A"]);
        assert_eq!(chosen(&builder, &on), (named(&["A"]), vec![job_runs]));
        let builder = Builder::new("model.json");
        assert_eq!(chosen(&builder, &on), (Options::default().operations, vec![]));
    }
}
