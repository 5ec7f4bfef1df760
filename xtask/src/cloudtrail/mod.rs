//! Reads requests and responses that CloudTrail has recorded. Every member must be kept, or the
//! list of events must say why it is not.

mod difference;
mod event;
mod report;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, bail};
use clap::Args;
use glue_codegen::{Options, Selection, Source};
use glue_model::Model;

use crate::corpus::{Crate, ModelFile, Sources};
use crate::jobs::Jobs;
use crate::programs::{self, Common, Names, Profile};
use crate::repository::{self, write_if_changed};
use event::{Event, Kind, Part};
use report::Report;

/// The program takes a file of lines, each a structure and a document separated by a tab. For each
/// line, it prints what is written after reading, or the error.
const READ: Common = Common {
    text: include_str!("program.rs"),
    function: "read",
    error_function: None,
    runtime_features: &[],
    dependencies: &["serde_json.workspace = true"],
};

/// The models to use, and how to compile their types.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// An unpacked source distribution of botocore [default: the pinned one, downloaded]
    #[arg(long, value_name = "FOLDER")]
    pub(crate) botocore: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) jobs: Jobs,
}

/// A crate, and the names of the structures that its program reads.
type Program = (Crate, Vec<Names>);

/// A part of an event.
struct Subject {
    /// The name in messages.
    name: String,
    /// The structure to read it as; empty for an error.
    shape: String,
    part: Part,
}

/// Reads all parts. The exit code is a failure unless they read as the list of events says.
pub(crate) fn run(request: &Request) -> anyhow::Result<ExitCode> {
    let directory = repository::target_directory()?.join("cloudtrail");
    let generated = directory.join("generated");
    fs::create_dir_all(&generated)?;
    let sources = Sources { botocore: request.botocore.clone(), smithy: None };
    let mut events: BTreeMap<String, Vec<Event>> = BTreeMap::new();
    for event in event::all().context("the list of events cannot be read")? {
        events.entry(event.service.clone()).or_default().push(event);
    }
    let mut report = Report::new(&events);
    let (mut programs, mut subjects) = (Vec::new(), Vec::new());
    for (name, events) in events {
        let models = sources.models(&[&name])?;
        let [model] = models.as_slice() else { bail!("{name} has several versions: name one") };
        let (program, of_service) = service(model, events, &generated, &mut report)
            .with_context(|| format!("the events of {model} cannot be read"))?;
        programs.push(program);
        subjects.push(of_service);
    }
    let workspace = directory.join("programs");
    programs::write(&workspace, &programs, &READ)?;
    programs::build(&workspace, request.jobs.count, Profile::Dev)?;
    for ((program, _), subjects) in programs.iter().zip(&subjects) {
        let file = generated.join(&program.package).with_extension("parts");
        let program = programs::path(&workspace, &program.package, Profile::Dev);
        read(&program, &file, subjects, &mut report)
            .with_context(|| format!("{} failed", program.display()))?;
    }
    Ok(report.print())
}

/// Generates only the types of the events' operations.
fn service(
    model: &ModelFile,
    events: Vec<Event>,
    generated: &Path,
    report: &mut Report,
) -> anyhow::Result<(Program, Vec<Subject>)> {
    let bytes = model.read()?;
    let file = model.file();
    let source = Source { file: &file, bytes: &bytes };
    let problems = |diagnostics| anyhow::anyhow!("{diagnostics}");
    let mut options = Options::default();
    let operations: BTreeSet<String> = events.iter().map(|event| event.operation.clone()).collect();
    options.operations = Selection::Named(operations.into_iter().collect());
    let text = glue_codegen::generate(&source, &options).map_err(problems)?.code;
    let package = model.package();
    let code = generated.join(&package).with_extension("rs");
    write_if_changed(&code, &text)?;

    let model = glue_model::read(&source).map_err(problems)?;
    let mut subjects = Vec::new();
    for event in events {
        let operation = event.operation.clone();
        for (kind, part) in event.into_parts() {
            let name = format!("{package} {operation} {kind:?}");
            match shape(&model, &operation, kind, &part) {
                Some(shape) => subjects.push(Subject { name, shape, part }),
                // The operation has no output.
                None if part.document.is_null() => report.nothing_to_read(),
                None => bail!("{name}: the operation has no structure for it"),
            }
        }
    }
    let mut names = programs::names(&text)?;
    names.retain(|names| subjects.iter().any(|subject| subject.shape == names.model));
    Ok(((Crate { package, code, stand_in: None }, names), subjects))
}

/// The structure to read a part as; empty for an error.
fn shape(model: &Model, operation: &str, kind: Kind, part: &Part) -> Option<String> {
    if let Some(shape) = &part.shape {
        return Some(shape.clone());
    }
    let operation = model.operation(operation)?;
    let id = match kind {
        Kind::Request => operation.input?,
        Kind::Response => operation.output?,
        Kind::Error => return Some(String::new()),
    };
    Some(model.shape(id).name.clone())
}

/// Runs the program of a service and checks its output.
fn read(
    program: &Path,
    file: &Path,
    subjects: &[Subject],
    report: &mut Report,
) -> anyhow::Result<()> {
    let mut lines = String::new();
    for Subject { shape, part, .. } in subjects {
        writeln!(lines, "{shape}\t{}", part.document)?;
    }
    fs::write(file, lines)?;
    let output = Command::new(program).arg(file).output().context("the program cannot be run")?;
    if !output.status.success() {
        bail!("{}\n{}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    let printed = String::from_utf8(output.stdout)?;
    if printed.lines().count() != subjects.len() {
        bail!("the program printed something else than a line for each part");
    }
    for (Subject { name, part, .. }, line) in subjects.iter().zip(printed.lines()) {
        report.check(name, part, line)?;
    }
    Ok(())
}
