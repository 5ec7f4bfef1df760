//! Compares the cost of the generator and its code with alternatives: the time to build all of Glue
//! with the time for the same types with `serde_derive`, and the time to generate them with
//! typify's.
//!
//! The ratios are only printed. All times are CPU times because the machine may be busy.

mod build;
mod generation;
mod pair;
mod schema;
mod table;
mod twin;

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use glue_codegen::{Options, Source};

use crate::corpus::{Progress, Sources};
use crate::repository;
use build::{Libraries, Library, Mode};
use generation::{Generation, TYPIFY};
use table::{Row, Table};

/// How many generations to run for each build, because a generation takes a fraction of a second.
const GENERATIONS: NonZeroUsize = NonZeroUsize::MIN.saturating_add(6);

/// The model whose types are compared.
const MODEL: &str = "glue/2017-03-31";

/// The model to use, and how often to measure.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// An unpacked source distribution of botocore [default: the pinned one, downloaded]
    #[arg(long, value_name = "FOLDER")]
    pub(crate) botocore: Option<PathBuf>,
    /// How often to do each piece of work, for the medians
    #[arg(long, value_name = "N", default_value = "3")]
    pub(crate) runs: NonZeroUsize,
}

/// Measures and prints a table.
pub(crate) fn run(request: &Request) -> anyhow::Result<ExitCode> {
    let directory = repository::target_directory()?.join("compare");
    let sources = Sources { botocore: request.botocore.clone(), smithy: None };
    let file = sources.models(&[MODEL])?.pop().context("the model is not there")?;
    let bytes = file.read()?;
    let source = Source { file: &file.file(), bytes: &bytes };
    let problems = |diagnostics| anyhow::anyhow!("{diagnostics}");
    let model = glue_model::read(&source).map_err(problems)?;
    let code = glue_codegen::generate(&source, &Options::default()).map_err(problems)?.code;
    let twin = twin::of(&code)?;

    let bare = twin::bare(&code)?;
    let libraries = Libraries::write(&directory.join("build"), |library| match library {
        Library::Generated => &code,
        Library::Bare => &bare,
        Library::Twin => &twin.code,
    })?;
    let schema = schema::of(&model);
    let generation = Generation::prepare(&directory.join("generation"), &bytes, &schema)?;
    let rows = measure(&libraries, &generation, request.runs)?;

    let (shapes, operations) = (model.shapes().len(), model.operations.len());
    println!("{MODEL}: {shapes} shapes, {operations} operations, {} types", twin.types);
    println!("{} lines generated, {} of the twin\n", lines(&code), lines(&twin.code));
    print!("{}", Table(rows));
    let [refused, taken] = generation.patterns;
    println!("\nof {} patterns, typify refuses {refused}, which it was spared", refused + taken);
    Ok(ExitCode::SUCCESS)
}

fn measure(
    libraries: &Libraries,
    generation: &Generation,
    runs: NonZeroUsize,
) -> anyhow::Result<Vec<Row>> {
    let contents = [(Library::Bare, "types with serde"), (Library::Generated, "everything")];
    let generations = runs.saturating_mul(GENERATIONS);
    let builds = Mode::ALL.len() * contents.len() * runs.get();
    let progress = Progress::new("Measuring", 2 * (builds + generations.get()));
    let mut rows = Vec::new();
    for mode in Mode::ALL {
        for (library, content) in contents {
            let times = libraries.measure(mode, library, runs, &progress)?;
            let work = format!("{mode}, {content}");
            rows.push(Row { work, against: "serde_derive".to_owned(), times });
        }
    }
    let times = generation.measure(generations, &progress)?;
    rows.push(Row { work: "generate".to_owned(), against: format!("typify {TYPIFY}"), times });
    Ok(rows)
}

fn lines(code: &str) -> usize {
    code.lines().count()
}
