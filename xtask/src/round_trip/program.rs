use std::fmt::Debug;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};

use glue_runtime::{ErrorEnvelope, Validate};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

type Task = fn(&str, &str) -> Result<(), String>;

/// The stack size of a test: structures that are held by value must fit.
const STACK: usize = 2 * 1024 * 1024;

/// The number of values with unknown members.
static WITH_UNKNOWN_MEMBERS: AtomicUsize = AtomicUsize::new(0);

fn main() -> ExitCode {
    let path = std::env::args().nth(1).expect("the file of values is named");
    let text = std::fs::read_to_string(path).expect("the file of values can be read");
    let worker = std::thread::Builder::new().stack_size(STACK).spawn(move || run(&text));
    match worker.expect("a thread can be had").join() {
        Ok(0) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

fn run(text: &str) -> usize {
    let mut failures = 0;
    let mut values = 0;
    for line in text.lines() {
        let mut parts = line.split('\t');
        let (name, wire, command_line) = match (parts.next(), parts.next(), parts.next()) {
            (Some(name), Some(wire), Some(command_line)) => (name, wire, command_line),
            _ => panic!("a line has three parts"),
        };
        values += 1;
        let result = match (name, command_line) {
            ("!", _) => ERRORS.iter().try_for_each(|shown| hidden(&shown(wire))),
            _ => task(name).expect("the type is known")(wire, command_line),
        };
        if let Err(problem) = result {
            failures += 1;
            if failures <= 5 {
                println!("{name}: {problem}\n  {wire}");
            }
        }
    }
    match WITH_UNKNOWN_MEMBERS.load(Ordering::Relaxed) {
        0 => println!("{values} values, {failures} failures"),
        unknown => {
            println!("{values} values, {unknown} with unknown members, {failures} failures");
        }
    }
    failures
}

fn round_trip<T>(wire: &str, command_line: &str) -> Result<(), String>
where
    T: DeserializeOwned + Serialize + Validate + PartialEq + Debug,
{
    if command_line.is_empty() {
        return hidden(&shown::<T>(wire));
    }
    let read = |text: &str| serde_json::from_str::<T>(text).map_err(|error| error.to_string());
    let value = read(wire)?;
    let written = serde_json::to_string(&value).map_err(|error| error.to_string())?;
    if read(&written)? != value {
        return Err(format!("another value is read from what was written:\n  {written}"));
    }
    let json = |text: &str| serde_json::from_str::<Value>(text).expect("the text is JSON");
    if !same(&json(wire), &json(&written)) {
        return Err(format!("written otherwise than read:\n  {written}"));
    }
    if read(command_line)? != value {
        return Err(format!("another value is read from the command line's form:\n  {command_line}"));
    }
    if format!("{value:?}").contains("unknown_members: {\"") {
        WITH_UNKNOWN_MEMBERS.fetch_add(1, Ordering::Relaxed);
    }
    // Random values break most rules. The result does not matter, but it must not panic.
    let _ = value.validate();
    Ok(())
}

/// Everything that is printed of a value or of its violations.
fn shown<T: DeserializeOwned + Validate + Debug>(json: &str) -> String {
    match serde_json::from_str::<T>(json) {
        Ok(value) => {
            let violations = value.validate_strict().err();
            let as_json = serde_json::to_string(&violations).expect("violations can be written");
            let text = violations.as_ref().map(ToString::to_string);
            format!("{value:?} {violations:?} {text:?} {as_json}")
        }
        Err(error) => format!("{error} {error:?}"),
    }
}

/// Everything that is printed of an error as a service reports it.
fn shown_error<E: std::error::Error + From<ErrorEnvelope>>(json: &str) -> String {
    let envelope: ErrorEnvelope = serde_json::from_str(json).expect("any object is an error");
    let name = envelope.code().map(str::to_owned);
    let error = E::from(envelope);
    let shown = format!("{error} {error:?}");
    // An error that is not modeled is kept whole.
    let is_unmodeled = format!("{error:?}").starts_with("Unmodeled(");
    let hides = shown.contains("<sensitive>");
    if is_unmodeled && !hides { format!("{name:?}") } else { shown }
}

fn hidden(shown: &str) -> Result<(), String> {
    match shown.contains("hunter2") || shown.contains("7777777777") {
        true => Err(format!("a secret is shown: {shown}")),
        false => Ok(()),
    }
}

/// Whether two texts have the same meaning: 1 and 1.0 are the same number.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one == other || one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, one)| other.get(key).is_some_and(|other| same(one, other)))
        }
        _ => one == other,
    }
}
