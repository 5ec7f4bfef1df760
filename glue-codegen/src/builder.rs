//! The front for build scripts.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use glue_model::{Diagnostics, Plain, Source};

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
#[derive(Clone, Debug)]
pub struct Builder {
    model: PathBuf,
    fixes: Vec<PathBuf>,
    /// All features that have operations, those that are off as well.
    features: Vec<Feature>,
    options: Options,
}

impl Builder {
    /// Starts with the path of a model, relative to the package's root in a build script. With the
    /// feature `gzip` of this crate it may be compressed, as `.json.gz`.
    #[must_use]
    pub fn new(model: impl Into<PathBuf>) -> Self {
        Self {
            model: model.into(),
            fixes: Vec::new(),
            features: Vec::new(),
            options: Options::default(),
        }
    }

    /// Generates only these operations and what they reach; called again, these as well. Without
    /// this and [`feature`](Self::feature), all of the model's. No operation at all is an error.
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

    /// Chooses a service, for a model whose file holds several: by its id in Smithy
    /// (`example.weather#Weather`), by the name within that (`Weather`), or by the name that SDKs have
    /// for it.
    #[must_use]
    pub fn service(mut self, name: impl Into<String>) -> Self {
        self.options.service = Some(name.into());
        self
    }

    /// Applies a file of fixes: named corrections of constraints that the model has wrong, in the
    /// format of [`glue_model::apply_fixes`]. One that does not apply is an error.
    #[must_use]
    pub fn fixes(mut self, path: impl Into<PathBuf>) -> Self {
        self.fixes.push(path.into());
        self
    }

    /// Adds a derive to every structure, union and enum, by its path.
    ///
    /// Of the standard library's `Eq`, `Hash`, `PartialOrd` and `Ord`, each type gets those that all
    /// its members have, so that `.derive("Eq").derive("Hash")` makes keys of all types that can be
    /// keys; enums have all four without it. Floating-point numbers have `PartialOrd` alone, and
    /// documents and unions have `Eq` and `Hash`, as has every structure that keeps unknown members. Any other trait must be implemented by the types of
    /// `glue-runtime` that the members have, or ask nothing of members.
    #[must_use]
    pub fn derive(mut self, path: impl Into<String>) -> Self {
        self.options.derives.push(path.into());
        self
    }

    /// Has structures keep the members that the model does not have, in a field `unknown_members`: what
    /// a service has added since is read and written back.
    ///
    /// Without this, they are skipped, and the generated code is the same as ever. With it:
    ///
    /// - Any key that does not read as a member is kept with its value, as JSON, `__type` among them.
    ///   A member that is null is not set. Comparing structures compares what they keep, and `Debug`
    ///   shows the keys alone: the values may be secrets.
    /// - A member of the model that would be called `unknown_members` is called `unknown_members_2`.
    /// - Structures hold documents then, and can derive `Eq` and `Hash`, but not `PartialOrd` or `Ord`.
    /// - Validators do not look at what the model does not know.
    /// - In requests and responses, unknown members are keys of the body. A request whose body has no
    ///   keys has no place for them, which is an error; a response whose body is one member has none
    ///   beside it.
    /// - Conversions to the official SDK's types leave them out, because those skip what they do not
    ///   know: an update of the service must not stop a conversion.
    /// - Where a type is flattened into another by serde, keys that it does not know belong to the
    ///   other.
    ///
    /// Unions keep a member that the model does not have with or without this.
    #[must_use]
    pub fn keep_unknown_members(mut self) -> Self {
        self.options.keep_unknown_members = true;
        self
    }

    /// Whether the model's descriptions become doc comments; they do by default.
    #[must_use]
    pub fn docs(mut self, docs: bool) -> Self {
        self.options.without_docs = !docs;
        self
    }

    /// Generates conversions from and to the types of a crate of the official SDK as well, such as
    /// `aws_sdk_glue`. A path may stand in for the name of a crate, such as `crate::sdk`.
    ///
    /// The names are those of the SDK's generator. Which members it has in an `Option` or boxed, and
    /// which of its builders can fail, makes no difference. The code needs the crate, in any version
    /// that has all the members of the model, and `glue-runtime` with the feature
    /// `aws-smithy-types`.
    ///
    /// | | from the SDK | to the SDK |
    /// |---|---|---|
    /// | structures, inputs, outputs and errors among them | `TryFrom` | `TryFrom` |
    /// | unions | `TryFrom` | `TryFrom` |
    /// | enums | `From`, unknown values too | `From`, unknown values too |
    /// | the errors of an operation | `From` | `From` |
    ///
    /// `TryFrom` goes for all structures and unions, so that no update of a model turns a conversion
    /// that cannot fail into one that can. These are the `ConversionError`s of `glue-runtime`:
    ///
    /// - From the SDK: a time outside the years 0000 to 9999, and the member of a union that the SDK
    ///   does not know.
    /// - To the SDK: what its builders do not do without, the member of a union that the model does
    ///   not know, and a number too large for the SDK's `f32`.
    ///
    /// Nothing else is lost, with these exceptions:
    ///
    /// - What the SDK has in no `Option` is always set coming from it; going to it, it becomes the
    ///   SDK's default where it is not set.
    /// - Unknown members that structures [keep](Self::keep_unknown_members) are left out.
    /// - Members that the SDK has and the model has not are left out, and so are the request's ID and
    ///   what else the SDK keeps of a call. Errors that are not modelled keep code and message.
    /// - Times that the SDK has read from numbers are off by some hundred nanoseconds. The
    ///   milliseconds that the service sent come out of them.
    /// - A number that the SDK has as `f32` gets the shortest digits that name it: `0.01_f32` becomes
    ///   0.01. Digits that the `f32` does not keep are lost, such as those of 99.84735107421875.
    ///
    /// Inputs and outputs of which the SDK streams a member are not converted, and neither are unions
    /// of streamed events; [`Summary::unconverted`](crate::Summary::unconverted) names them.
    #[cfg(feature = "aws-sdk")]
    #[must_use]
    pub fn aws_sdk(mut self, name: impl Into<String>) -> Self {
        self.options.aws_sdk = Some(name.into());
        self
    }

    /// Generates into `output`, a path relative to `OUT_DIR` whose folders are created where they are
    /// missing, and tells cargo to run the build script again when the model changes.
    ///
    /// The file is written only if its text changed, so that an unchanged model rebuilds nothing; it
    /// is written whole or not at all. Cargo is warned of patterns that are not checked.
    ///
    /// # Errors
    /// All problems of the model in one [`Error::Model`], a file that was not generated and is in the
    /// way, or what the file system says. Nothing is written then.
    pub fn generate(&self, output: impl AsRef<Path>) -> Result<(), Error> {
        let output = output_path(output.as_ref())?;
        let generated = self.run(generate)?;
        warn(&generated.summary);
        if let Some(folder) = output.parent() {
            create(folder)?;
        }
        files::write(&output, &generated.code).map(|_| ())
    }

    /// Generates a folder of files in place of one, for models with hundreds of operations; see
    /// [`GeneratedFolder`](crate::files::GeneratedFolder). `output` is relative to `OUT_DIR`, and is created
    /// where it is missing.
    ///
    /// The crate then has a module with `include!(concat!(env!("OUT_DIR"), "/ec2/mod.rs"));` in it,
    /// for the output `ec2`.
    ///
    /// Files are written only if their text changed, and generated files that are none of the
    /// folder's any more are removed.
    ///
    /// # Errors
    /// All problems of the model in one [`Error::Model`], a file that was not generated and is in
    /// the way, or what the file system says.
    pub fn generate_folder(&self, output: impl AsRef<Path>) -> Result<(), Error> {
        let output = output_path(output.as_ref())?;
        let generated = self.run(generate_folder)?;
        warn(&generated.summary);
        let changes = generated.changes(&output)?;
        create(&output)?;
        changes.iter().try_for_each(FolderChange::apply)
    }

    /// Reads the files and generates from them.
    fn run<T>(
        &self,
        generate: fn(&Source<'_>, &Options) -> Result<T, Diagnostics>,
    ) -> Result<T, Error> {
        for input in [&self.model].into_iter().chain(&self.fixes) {
            println!("{}", rerun_if_changed(input)?);
        }
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
        if !self.features.is_empty() && options.operations == Selection::All {
            options.operations = Selection::Named(Vec::new());
        }
    }
}

/// The variable that cargo sets if a feature is on.
fn feature_variable(name: &str) -> String {
    format!("CARGO_FEATURE_{}", name.to_uppercase().replace('-', "_"))
}

/// The line that tells cargo to watch a file. A path with a line break would be more lines than one,
/// and cargo would obey each of them.
fn rerun_if_changed(path: &Path) -> Result<String, Error> {
    let shown = path.display().to_string();
    match shown.contains(['\n', '\r']) {
        true => Err(Error::Path { path: path.to_owned() }),
        false => Ok(format!("cargo::rerun-if-changed={shown}")),
    }
}

/// How many patterns cargo is warned of one by one.
const WARNINGS: usize = 20;

/// Warns of patterns that are not checked: without a warning, users would take them to be.
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
    use std::path::Path;

    use super::{Builder, rerun_if_changed};
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

    #[test]
    fn a_path_is_one_line_for_cargo() {
        let line = rerun_if_changed(Path::new("models/glue 1.json")).unwrap();
        assert_eq!(line, "cargo::rerun-if-changed=models/glue 1.json");
        for path in ["x\ncargo::rustc-link-arg=-evil\n.json", "x\r.json"] {
            let error = rerun_if_changed(Path::new(path)).unwrap_err().to_string();
            assert_eq!(error.lines().count(), 1);
            let end = "has a line break, so cargo cannot watch it: rename the file";
            assert!(error.ends_with(end), "{error}");
        }
    }
}
