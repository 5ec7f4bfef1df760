// The program: makes values of all types of a model, and checks them.

use std::fmt::Debug;
use std::io::{BufWriter, Write};
use std::process::ExitCode;

use arbitrary::{Arbitrary, Unstructured};
use fastrand::Rng;
use glue_runtime::{CommandLine, Validate};
use serde::Serialize;
use serde::de::DeserializeOwned;

type Task = fn(&[u8]) -> Outcome;

enum Outcome {
    /// A valid value, as the AWS CLI prints it.
    Valid(String),
    /// There is no valid value.
    None,
    Wrong(String),
}

fn subject<T>(bytes: &[u8]) -> Outcome
where
    T: for<'a> Arbitrary<'a> + DeserializeOwned + Serialize + Validate + PartialEq + Debug,
{
    let Ok(value) = T::arbitrary(&mut Unstructured::new(bytes)) else { return Outcome::None };
    if let Err(violations) = value.validate() {
        return Outcome::Wrong(format!("{violations}\n  {value:?}"));
    }
    if T::arbitrary(&mut Unstructured::new(bytes)).ok().as_ref() != Some(&value) {
        return Outcome::Wrong(format!("the same bytes make another value than {value:?}"));
    }
    let text = serde_json::to_string(&value).expect("it can be written");
    match serde_json::from_str::<T>(&text) {
        Ok(again) if again == value => {}
        Ok(again) => return Outcome::Wrong(format!("{text}\n  reads as {again:?}\n  not {value:?}")),
        Err(error) => return Outcome::Wrong(format!("{error} in {text}")),
    }
    Outcome::Valid(serde_json::to_string(&CommandLine(&value)).expect("it can be printed"))
}

/// The stack size of a test.
const STACK: usize = 2 * 1024 * 1024;

/// How many bytes values are made from: a number of bytes is below one of these.
const LENGTHS: [usize; 6] = [1, 16, 64, 256, 1_024, 4_096];

/// How many failures are printed.
const SHOWN: usize = 5;

fn main() -> ExitCode {
    let worker = std::thread::Builder::new().stack_size(STACK).spawn(run);
    match worker.expect("a thread can be had").join() {
        Ok(0) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

fn run() -> usize {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("the file of names is named");
    let names = std::fs::read_to_string(path).expect("the file can be read");
    let mut number = || arguments.next().expect("a number is given").parse().expect("it is one");
    let (count, seed): (u64, u64) = (number(), number());
    let mut rng = Rng::with_seed(seed);
    let mut out = BufWriter::new(std::io::stdout().lock());
    let (mut made, mut failures) = (0, 0);
    let mut possible = Vec::new();
    let mut impossible = Vec::new();
    for name in names.lines() {
        let task = task(name).expect("the type is known");
        match task(&[]) {
            Outcome::None => impossible.push((name, task)),
            _ => possible.push((name, task)),
        }
    }
    for (name, task) in &impossible {
        let bytes: Vec<u8> = (0..4_096).map(|_| rng.u8(..)).collect();
        if !matches!(task(&bytes), Outcome::None) {
            failures += 1;
            eprintln!("{name}: only some bytes make a value");
        }
    }
    while made < count && !possible.is_empty() {
        for (name, task) in &possible {
            let most = LENGTHS[rng.usize(..LENGTHS.len())];
            let length = rng.usize(..most);
            let bytes: Vec<u8> = (0..length).map(|_| rng.u8(..)).collect();
            made += 1;
            let problem = match task(&bytes) {
                Outcome::Valid(text) => {
                    writeln!(out, "{name}\t{text}").expect("the line can be written");
                    continue;
                }
                Outcome::None => format!("no value of {length} bytes"),
                Outcome::Wrong(problem) => problem,
            };
            failures += 1;
            if failures <= SHOWN {
                let problem: String = problem.chars().take(1_500).collect();
                eprintln!("{name}: {problem}");
            }
        }
    }
    out.flush().expect("the lines can be written");
    let impossible: Vec<&str> = impossible.iter().map(|(name, _)| *name).collect();
    eprintln!("{made} values, {failures} failures, types without a valid value: {impossible:?}");
    failures
}
