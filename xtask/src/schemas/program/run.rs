// The program: compares the verdicts on random values of all types of a model.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::process::ExitCode;

use fastrand::Rng;
use glue_runtime::{Validate, Violation};
use jsonschema::{PatternOptions, Validator};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

type Task = fn() -> Subject;

/// A type: its schemas, and what reading and `validate()` say of a value.
struct Subject {
    /// The schema of what is read.
    schema: Value,
    /// The schema of what is written.
    written: Value,
    verdict: fn(&Value) -> Verdict,
}

enum Verdict {
    /// Valid, and written like this.
    Valid(Value),
    Unread(String),
    Broken(Vec<Violation>),
}

fn subject<T: DeserializeOwned + Serialize + Validate + JsonSchema>() -> Subject {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    Subject {
        schema: schemars::schema_for!(T).to_value(),
        written: settings.into_generator().into_root_schema_for::<T>().to_value(),
        verdict: verdict::<T>,
    }
}

fn verdict<T: DeserializeOwned + Serialize + Validate>(value: &Value) -> Verdict {
    match T::deserialize(value) {
        Err(error) => Verdict::Unread(error.to_string()),
        Ok(value) => match value.validate() {
            Ok(()) => Verdict::Valid(serde_json::to_value(&value).expect("it can be written")),
            Err(violations) => Verdict::Broken(violations.iter().cloned().collect()),
        },
    }
}

/// The patterns of the model: whether schemas have them, and texts that match.
type Patterns = HashMap<String, (bool, Vec<String>)>;

/// The stack size: what nests deeply must fit.
const STACK: usize = 64 * 1024 * 1024;

fn main() -> ExitCode {
    let worker = std::thread::Builder::new().stack_size(STACK).spawn(run);
    match worker.expect("a thread can be had").join() {
        Ok(0) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// The values of a type from which others are made, by the type's name.
type Seeds = BTreeMap<String, Vec<Value>>;

/// How many values are made for each one that is wanted, because some are made twice.
const ATTEMPTS: usize = 6;

/// What the comparisons found.
#[derive(Default)]
struct Tally {
    valid: usize,
    broken: usize,
    values: usize,
    explained: BTreeMap<&'static str, usize>,
    failures: usize,
}

fn run() -> usize {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("the file of values is named");
    let count: usize = arguments.next().expect("a count is given").parse().expect("it is a number");
    let records = arguments.next();
    let (patterns, seeds) = input(&std::fs::read_to_string(path).expect("the file can be read"));
    let mut tally = Tally::default();
    // What small types have too few values for is left to those after them.
    let mut types: Vec<(&String, &Vec<Value>)> = seeds.iter().collect();
    types.sort_by_key(|(_, seeds)| seeds.iter().map(|seed| places(seed)).sum::<usize>());
    for (index, (name, of_type)) in types.into_iter().enumerate() {
        let subject = task(name).expect("the type is known")();
        let validators = [validator(&subject.schema), validator(&subject.written)];
        let [Ok(schema), Ok(written)] = &validators else {
            let reasons: Vec<&String> =
                validators.iter().flat_map(|one| one.as_ref().err()).collect();
            println!("{name}: {reasons:?}");
            tally.failures += 1;
            continue;
        };
        let mut record = Record::new(records.as_deref(), name);
        let mut rng = Rng::with_seed(index as u64);
        let mut seen = HashSet::new();
        let wanted = count.saturating_sub(tally.values).div_ceil(seeds.len() - index);
        for _ in 0..wanted * ATTEMPTS {
            if seen.len() == wanted {
                break;
            }
            let value = value(&mut rng, of_type, subject.verdict, &patterns);
            if !seen.insert(value.to_string()) {
                continue;
            }
            let ours = (subject.verdict)(&value);
            let is_valid = matches!(ours, Verdict::Valid(_));
            record.write(&value, is_valid, || schema.is_valid(&value));
            if let Verdict::Valid(document) = &ours {
                compare_written(name, document, written, &mut tally);
            }
            compare(name, &value, ours, schema, &patterns, &mut tally);
        }
        tally.values += seen.len();
    }
    let Tally { valid, broken, values, explained, failures } = tally;
    println!(
        "{} types, {values} values: {valid} valid and {broken} broken with the same verdict, \
         differences {explained:?}, {failures} failures",
        seeds.len(),
    );
    failures
}

fn input(text: &str) -> (Patterns, Seeds) {
    let (mut patterns, mut seeds) = (Patterns::new(), Seeds::new());
    for line in text.lines() {
        let mut fields = line.splitn(3, '\t');
        let mut next = || fields.next().expect("a line has all its fields");
        if next() == "P" {
            let (pattern, is_written, texts) = serde_json::from_str(next()).expect("it is JSON");
            patterns.insert(pattern, (is_written, texts));
        } else {
            let name = next().to_owned();
            seeds.entry(name).or_default().push(serde_json::from_str(next()).expect("it is JSON"));
        }
    }
    (patterns, seeds)
}

/// The validator of a schema, which must be valid itself.
fn validator(schema: &Value) -> Result<Validator, String> {
    if !jsonschema::draft202012::meta::is_valid(schema) {
        return Err(format!("no valid schema: {schema}"));
    }
    let options = jsonschema::draft202012::options();
    let patterns = PatternOptions::fancy_regex().size_limit(1 << 30);
    let built = options.with_pattern_options(patterns).build(schema);
    built.map_err(|error| format!("the validator refuses the schema: {error}"))
}

/// A random value: mostly one without violations, of which most are then edited.
fn value(
    rng: &mut Rng,
    seeds: &[Value],
    verdict: fn(&Value) -> Verdict,
    patterns: &Patterns,
) -> Value {
    let mut value = seeds[rng.usize(..seeds.len())].clone();
    if rng.u8(..8) > 0 {
        for _ in 0..12 {
            let Verdict::Broken(violations) = verdict(&value) else { break };
            for violation in &violations {
                repair(&mut value, violation, rng, patterns);
            }
        }
    }
    if rng.u8(..4) > 0 {
        for _ in 0..rng.usize(1..4) {
            edit(&mut value, rng);
        }
    }
    value
}

fn compare(
    name: &str,
    value: &Value,
    ours: Verdict,
    validator: &Validator,
    patterns: &Patterns,
    tally: &mut Tally,
) {
    let is_valid = matches!(ours, Verdict::Valid(_));
    if is_valid == validator.is_valid(value) {
        *(if is_valid { &mut tally.valid } else { &mut tally.broken }) += 1;
        return;
    }
    let reason = match &ours {
        Verdict::Valid(document) => explain_refusal(value, document, validator),
        Verdict::Unread(error) => explain_unread(value, error),
        Verdict::Broken(violations) => explain_broken(value, violations, patterns),
    };
    if let Some(reason) = reason {
        *tally.explained.entry(reason).or_default() += 1;
        return;
    }
    tally.failures += 1;
    if tally.failures > SHOWN {
        return;
    }
    let text = shortened(value);
    match ours {
        Verdict::Valid(_) => {
            println!("{name}: only the schema refuses {text}");
            print_errors(value, validator);
        }
        Verdict::Unread(error) => println!("{name}: is not read ({error}): {text}"),
        Verdict::Broken(violations) => {
            println!("{name}: the schema accepts {:?}: {text}", violations.first());
        }
    }
}

/// What is written of a valid value must be valid by the schema of what is written.
fn compare_written(name: &str, document: &Value, validator: &Validator, tally: &mut Tally) {
    if validator.is_valid(document) {
        return;
    }
    tally.failures += 1;
    if tally.failures <= SHOWN {
        println!("{name}: the schema of what is written refuses {}", shortened(document));
        print_errors(document, validator);
    }
}

/// How many failures of a model are printed.
const SHOWN: usize = 8;

fn shortened(value: &Value) -> String {
    value.to_string().chars().take(600).collect()
}

fn print_errors(value: &Value, validator: &Validator) {
    for error in validator.iter_errors(value).take(2) {
        let words: String = error.to_string().chars().take(300).collect();
        println!("    {}: {words}", error.instance_path());
    }
}
