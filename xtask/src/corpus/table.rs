//! The result: a line for each model, totals, and failures.

use std::io::{self, Write};
use std::time::Duration;

use super::check::{Checked, Checks, Mode};
use super::generate::{Generation, Generations};

/// Prints the table, the totals and every failure. Returns the number of models that failed.
pub(super) fn print(generations: &Generations, checks: &[Checks]) -> io::Result<usize> {
    let mut out = io::stdout().lock();
    rows(&generations.list, checks, &mut out)?;
    totals(generations, checks, &mut out)?;
    out.flush()?;
    failures(&generations.list, checks, &mut io::stderr().lock())
}

fn rows(generations: &[Generation], checks: &[Checks], out: &mut impl Write) -> io::Result<()> {
    let [model, types, lines, generated, checked] =
        ["model", "types", "lines", "generated", "checked"];
    writeln!(out, "{model:<56} {types:>6} {lines:>8} {generated:>10} {checked:>10}")?;
    for generation in generations {
        let name = generation.model.to_string();
        let time = seconds(generation.time);
        match &generation.result {
            Err(_) => {
                writeln!(out, "{name:<56} {:>6} {:>8} {time:>10} {:>10}", "-", "-", "FAILED")?
            }
            Ok(code) => {
                let types = types_of(generation);
                let checked = outcome(generation, checks);
                writeln!(out, "{name:<56} {types:>6} {:>8} {time:>10} {checked:>10}", code.lines)?;
            }
        }
    }
    Ok(())
}

fn types_of(generation: &Generation) -> usize {
    let summary = generation.result.as_ref().map(|code| &code.summary);
    summary.map_or(0, |summary| summary.structures + summary.unions + summary.enums)
}

/// How long the type check took, or how it ended.
fn outcome(generation: &Generation, checks: &[Checks]) -> String {
    let mut results = checks.iter().filter_map(|run| run.results.get(&generation.package));
    if results.clone().any(|checked| !checked.problems.is_empty()) {
        return "FAILED".to_owned();
    }
    match results.next() {
        None => "-".to_owned(),
        Some(Checked { time: None, .. }) => "ok".to_owned(),
        Some(Checked { time: Some(time), .. }) => seconds(time.cpu.unwrap_or(time.wall)),
    }
}

fn totals(generations: &Generations, checks: &[Checks], out: &mut impl Write) -> io::Result<()> {
    let all = generations.list.len();
    let done = generations.list.iter().filter_map(|generation| generation.result.as_ref().ok());
    let count = done.clone().count();
    let lines: usize = done.clone().map(|code| code.lines).sum();
    let files: usize = done.clone().map(|code| code.files).sum();
    let unchecked: usize = done.map(|code| code.summary.unchecked.len()).sum();
    let types: usize = generations.list.iter().map(types_of).sum();
    let memory = generations.memory.map(|bytes| format!(", at most {} MiB", bytes >> 20));
    writeln!(
        out,
        "\ngenerated {count} of {all}: {types} types, {unchecked} patterns unchecked, \
         {lines} lines in {files} files; in {}{}{}",
        seconds(generations.wall),
        cpu_time(generations.cpu),
        memory.unwrap_or_default(),
    )?;
    for run in checks {
        let (done, verb) = (run.results.values(), verb(run.mode));
        let done = done.filter(|checked| checked.problems.is_empty()).count();
        let (all, wall) = (run.results.len(), seconds(run.wall));
        writeln!(out, "{verb} {done} of {all}; in {wall}{}", cpu_time(run.cpu))?;
    }
    Ok(())
}

fn verb(mode: Mode) -> &'static str {
    match mode {
        Mode::Check => "checked",
        Mode::Document => "documented",
    }
}

/// How many problems of one model are shown: a bug of the generator causes thousands.
const SHOWN: usize = 10;

fn failures(
    generations: &[Generation],
    checks: &[Checks],
    out: &mut impl Write,
) -> io::Result<usize> {
    let mut failed = 0;
    for generation in generations {
        let runs = checks.iter().filter_map(|run| run.results.get(&generation.package));
        let problems = runs.flat_map(|checked| &checked.problems);
        let problems: Vec<&String> =
            generation.result.as_ref().err().into_iter().chain(problems).collect();
        if problems.is_empty() {
            continue;
        }
        failed += 1;
        writeln!(out, "\n== {} failed", generation.model)?;
        for problem in problems.iter().take(SHOWN) {
            writeln!(out, "{}", problem.trim_end())?;
        }
        if problems.len() > SHOWN {
            writeln!(out, "... and {} more problems", problems.len() - SHOWN)?;
        }
    }
    if failed > 0 {
        writeln!(out, "\n{failed} of {} models failed", generations.len())?;
    }
    Ok(failed)
}

fn cpu_time(time: Option<Duration>) -> String {
    time.map(|time| format!(", {} of CPU time", seconds(time))).unwrap_or_default()
}

fn seconds(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}
