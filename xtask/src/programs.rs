//! Programs that work on values of a model's types, one for each model.

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::corpus::{Crate, Generation};
use crate::manifest::{self, Target};
use crate::repository::{self, write_if_changed};
use crate::tables;

/// The common parts of a task's programs.
pub(crate) struct Common {
    /// The program's text. It declares the type `Task` and calls `task`, which returns the task for
    /// each type.
    pub(crate) text: &'static str,
    /// The function with one type parameter that is the task of a type.
    pub(crate) function: &'static str,
    /// The function with one type parameter that `ERRORS` lists for each enum of an operation's
    /// errors; `None` if the text does not use them.
    pub(crate) error_function: Option<&'static str>,
    /// Features of the runtime in addition to `command-line`.
    pub(crate) runtime_features: &'static [&'static str],
    /// Dependencies in addition to the runtime and serde, as lines of TOML.
    pub(crate) dependencies: &'static [&'static str],
}

/// How programs are compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    Dev,
    /// The types as in `Dev`, and all that they depend on with optimization.
    FastDependencies,
    Release,
}

impl Profile {
    /// The name of the folder in which cargo puts the programs.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::Dev | Self::FastDependencies => "debug",
            Self::Release => "release",
        }
    }
}

/// The dependency on the runtime, with features.
fn runtime(more: &[&str]) -> String {
    let features = [&["command-line"], more].concat();
    format!("glue-runtime = {{ workspace = true, features = {features:?} }}")
}

/// Optimization is only worth its time if the programs run for long.
const MORE: &str = "\
serde_json = \"1\"

[profile.dev]
debug = false
incremental = false

[profile.release]
codegen-units = 16
";

/// Writes a workspace of programs, one for each crate, with the names of its structures and unions.
pub(crate) fn write(
    workspace: &Path,
    programs: &[(Crate, Vec<Names>)],
    common: &Common,
) -> anyhow::Result<()> {
    let packages: Vec<&str> = programs.iter().map(|(one, _)| one.package.as_str()).collect();
    manifest::write_workspace(workspace, &packages, MORE)?;
    let runtime = runtime(common.runtime_features);
    let dependencies =
        [&[runtime.as_str(), "serde.workspace = true"], common.dependencies].concat();
    for (one, names) in programs {
        let folder = workspace.join(&one.package);
        fs::create_dir_all(&folder)?;
        let manifest = manifest::package(&one.package, Target::Program, &dependencies);
        write_if_changed(&folder.join("Cargo.toml"), &manifest)?;
        let mut text = program(&one.code, names, common);
        if let Some(function) = common.error_function {
            text += &error_list(&errors(&fs::read_to_string(&one.code)?)?, function);
        }
        write_if_changed(&folder.join("main.rs"), &text)?;
    }
    Ok(())
}

/// Compiles all programs of a workspace.
pub(crate) fn build(workspace: &Path, jobs: NonZeroUsize, profile: Profile) -> anyhow::Result<()> {
    let mut command = repository::cargo();
    command.args(["build", "--quiet", "--workspace", "--jobs"]).arg(jobs.to_string());
    match profile {
        Profile::Dev => {}
        Profile::FastDependencies => {
            command.args(["--config", "profile.dev.package.'*'.opt-level=2"]);
        }
        Profile::Release => {
            command.arg("--release");
        }
    }
    let status = command
        .current_dir(workspace)
        .env("CARGO_TARGET_DIR", workspace.join("target"))
        .status()
        .context("cannot run cargo")?;
    if !status.success() {
        bail!("the programs do not compile");
    }
    Ok(())
}

/// The path of the compiled program of a crate.
pub(crate) fn path(workspace: &Path, package: &str, profile: Profile) -> PathBuf {
    workspace.join("target").join(profile.folder()).join(package)
}

/// The compiled command line, `glue-codegen`.
pub(crate) fn command_line() -> anyhow::Result<PathBuf> {
    let mut command = repository::cargo();
    let arguments = ["build", "--quiet", "--release", "--package", "glue-cli"];
    let status = command.args(arguments).status().context("cannot run cargo")?;
    if !status.success() {
        bail!("glue-cli does not compile");
    }
    Ok(repository::target_directory()?.join("release/glue-codegen"))
}

/// A type's name in the model and in the generated code.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Names {
    pub(crate) model: String,
    pub(crate) code: String,
}

/// The crate of a model's generated code, and the names of its types.
///
/// # Errors
/// The model could not be generated, or its code cannot be read.
pub(crate) fn of(generation: &Generation) -> anyhow::Result<(Crate, Vec<Names>)> {
    let Some(one) = generation.to_crate() else {
        bail!("{} cannot be generated; `cargo xtask corpus` says why", generation.model);
    };
    let names = names(&fs::read_to_string(&one.code)?)?;
    Ok((one, names))
}

/// The structures and unions of generated code; their tables contain their names in the model.
pub(crate) fn names(code: &str) -> syn::Result<Vec<Names>> {
    let items = syn::parse_file(code)?.items;
    let tables = items.iter().filter_map(tables::table);
    Ok(tables.filter_map(|table| Some(Names { model: table.model?, code: table.code })).collect())
}

/// The enums of operations' errors in generated code.
fn errors(code: &str) -> syn::Result<Vec<String>> {
    let items = syn::parse_file(code)?.items;
    let errors = items.into_iter().filter_map(|item| {
        let syn::Item::Macro(item) = item else { return None };
        let is_errors = item.mac.path.segments.last()?.ident == "operation_error";
        let name = item.mac.tokens.into_iter().next().map(|name| name.to_string());
        name.filter(|_| is_errors)
    });
    Ok(errors.collect())
}

fn error_list(errors: &[String], function: &str) -> String {
    let entries: String =
        errors.iter().map(|name| format!("    {function}::<types::{name}>,\n")).collect();
    format!("\nconst ERRORS: &[fn(&str) -> String] = &[\n{entries}];\n")
}

fn program(code: &Path, names: &[Names], common: &Common) -> String {
    let Common { text, function, .. } = common;
    let arms: String = names
        .iter()
        .map(|Names { model, code }| format!("        {model:?} => {function}::<types::{code}>,\n"))
        .collect();
    format!(
        "#[path = {code:?}]\n\
         #[allow(warnings)]\n\
         mod types;\n\
         \n\
         {text}\n\n\
         #[allow(deprecated)]\n\
         fn task(name: &str) -> Option<Task> {{\n\
         \x20   Some(match name {{\n\
         {arms}\
         \x20       _ => return None,\n\
         \x20   }})\n\
         }}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn structures_and_unions_are_found() {
        let code = "
            ::glue_runtime::__private::v1::structure! { Foo2 = \"foo\" {} }
            ::glue_runtime::__private::v1::open_enum! { Size {} }
            ::glue_runtime::__private::v1::union! { Either = \"Either\" {} }
            impl ::glue_runtime::Validate for Foo2 { fn check(&self) {} }
            impl Foo2 { const NAME: &'static str = \"no\"; }";
        let found = |model: &str, code: &str| Names { model: model.into(), code: code.into() };
        assert_eq!(names(code).unwrap(), [found("foo", "Foo2"), found("Either", "Either")]);
        assert!(names("struct {").is_err());
        let code =
            "::glue_runtime::__private::v1::operation_error! { GetError { Gone = \"Gone\"; } }";
        assert_eq!(errors(code).unwrap(), ["GetError"]);
    }
}
