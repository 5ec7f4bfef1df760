//! The program that reads and writes values of a model's types, one for each model.

use std::fs;
use std::path::{Path, PathBuf};

use crate::corpus::{Crate, write_if_changed};
use crate::manifest::{self, Target};
use crate::tables;

/// What every program has in common: it takes a file of lines, each a type, a value as the service
/// writes it and the same as the AWS CLI does, with tabs between.
const PROGRAM: &str = include_str!("program.rs");

const DEPENDENCIES: [&str; 3] =
    ["glue-runtime.workspace = true", "serde.workspace = true", "serde_json.workspace = true"];

/// Writes a workspace of programs, for each crate with the names of its structures and unions.
pub(super) fn write(workspace: &Path, programs: &[(Crate, Vec<Names>)]) -> anyhow::Result<()> {
    let packages: Vec<&str> = programs.iter().map(|(one, _)| one.package.as_str()).collect();
    let more = "serde_json = \"1\"\n\n[profile.dev]\ndebug = false\nincremental = false\n";
    manifest::write_workspace(workspace, &packages, more)?;
    for (one, names) in programs {
        let folder = workspace.join(&one.package);
        fs::create_dir_all(&folder)?;
        let manifest = manifest::package(&one.package, Target::Program, &DEPENDENCIES);
        write_if_changed(&folder.join("Cargo.toml"), &manifest)?;
        write_if_changed(&folder.join("main.rs"), &program(&one.code, names))?;
    }
    Ok(())
}

/// A type's name in the model and in the generated code.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Names {
    pub(super) model: String,
    pub(super) code: String,
}

/// The structures and unions of generated code: their tables say what the model calls them.
pub(super) fn names(code: &str) -> syn::Result<Vec<Names>> {
    let items = syn::parse_file(code)?.items;
    let tables = items.iter().filter_map(tables::table);
    Ok(tables.filter_map(|table| Some(Names { model: table.model?, code: table.code })).collect())
}

fn program(code: &PathBuf, names: &[Names]) -> String {
    let arms: String = names
        .iter()
        .map(|Names { model, code }| format!("        {model:?} => round_trip::<types::{code}>,\n"))
        .collect();
    format!(
        "#[path = {code:?}]\n\
         #[allow(warnings)]\n\
         mod types;\n\
         \n\
         {PROGRAM}\n\
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
            ::glue_runtime::generated::structure! { Foo2 = \"foo\" {} }
            ::glue_runtime::generated::open_enum! { Size {} }
            ::glue_runtime::generated::union! { Either = \"Either\" {} }
            impl ::glue_runtime::Validate for Foo2 {}
            impl Foo2 { const NAME: &'static str = \"no\"; }";
        let found = |model: &str, code: &str| Names { model: model.into(), code: code.into() };
        assert_eq!(names(code).unwrap(), [found("foo", "Foo2"), found("Either", "Either")]);
        assert!(names("struct {").is_err());
    }
}
