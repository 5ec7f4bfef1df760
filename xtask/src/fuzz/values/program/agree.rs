// The program: it writes changed documents, and what the generated types say of each.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use fastrand::Rng;
use glue_runtime::Validate;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Number, Value};

type Task = fn(&str) -> Value;

#[derive(Clone, Copy, PartialEq)]
enum Format {
    Json,
    Cbor,
    MessagePack,
}

/// Only JSON is tried here.
fn write(_: &impl Serialize, _: Format) -> Result<Vec<u8>, ()> {
    Err(())
}

struct Seed {
    name: String,
    task: Task,
    value: Value,
}

/// What a type says of a document: the error of reading it, or its violations.
fn agree<T: DeserializeOwned + Validate>(text: &str) -> Value {
    match serde_json::from_str::<T>(text) {
        Ok(value) => match value.validate_strict() {
            Ok(()) => serde_json::json!({"violations": []}),
            Err(violations) if violations.left_out() > 0 => serde_json::json!({"many": true}),
            Err(violations) => {
                let all: Vec<String> = violations.iter().map(ToString::to_string).collect();
                serde_json::json!({"violations": all})
            }
        },
        Err(error) if error.is_data() => {
            let text = error.to_string();
            let end = text.rfind(" at line ").filter(|_| error.line() > 0).unwrap_or(text.len());
            serde_json::json!({"refused": text[..end]})
        }
        Err(_) => serde_json::json!({"syntax": true}),
    }
}

/// Takes the file of documents, the number of tries, the number of the first try, and the folder
/// for the results.
fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut argument = || arguments.next().expect("there are four arguments");
    let (path, tries, first, folder) = (argument(), argument(), argument(), argument());
    let number = |text: String| text.parse::<u64>().expect("a number");
    let (tries, first) = (number(tries), number(first));
    let text = std::fs::read_to_string(path).expect("the file of documents can be read");
    let mut seeds = Vec::new();
    for line in text.lines() {
        if let [name, json] = line.split('\t').collect::<Vec<&str>>()[..] {
            let value = serde_json::from_str(json).expect("a seed is JSON");
            seeds.push(Seed { name: name.to_owned(), task: task(name).expect("a type"), value });
        }
    }
    let mut files: BTreeMap<String, [BufWriter<File>; 2]> = BTreeMap::new();
    for try_number in first..first + tries {
        let mut rng = Rng::with_seed(try_number);
        let Some(seed) = rng.choice(&seeds) else { break };
        let Some(document) = document(seed, &mut rng) else { continue };
        let [documents, expected] = files.entry(seed.name.clone()).or_insert_with(|| {
            let create = |extension: &str| {
                let path = Path::new(&folder).join(&seed.name).with_extension(extension);
                BufWriter::new(File::create(path).expect("a file can be made"))
            };
            [create("jsonl"), create("expected")]
        });
        let verdict = (seed.task)(&document);
        writeln!(documents, "{document}").expect("a file can be written");
        writeln!(expected, "{verdict}").expect("a file can be written");
    }
}

/// A line of JSON, as it was or changed; none where it is another format or not text.
fn document(seed: &Seed, rng: &mut Rng) -> Option<String> {
    let (mut bytes, format) = made(seed, rng);
    bytes.iter_mut().filter(|byte| byte.is_ascii_control()).for_each(|byte| *byte = b' ');
    let text = String::from_utf8(bytes).ok().filter(|_| format == Format::Json)?;
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}
