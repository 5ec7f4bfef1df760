use std::process::ExitCode;

use glue_runtime::ErrorEnvelope;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Reads a part of an event and writes it again.
type Task = fn(&str) -> serde_json::Result<String>;

fn main() -> ExitCode {
    let path = std::env::args().nth(1).expect("the file of parts is named");
    let text = std::fs::read_to_string(path).expect("the file of parts can be read");
    for line in text.lines() {
        let (shape, document) = line.split_once('\t').expect("a line has two parts");
        let written = match shape {
            "" => error(document),
            shape => task(shape).expect("the type is known")(document),
        };
        match written {
            Ok(written) => println!("written\t{written}"),
            Err(error) => println!("refused\t{error}"),
        }
    }
    ExitCode::SUCCESS
}

/// CloudTrail writes a null for a part that it leaves out.
fn read<T: DeserializeOwned + Serialize>(document: &str) -> serde_json::Result<String> {
    serde_json::to_string(&serde_json::from_str::<Option<T>>(document)?)
}

fn error(document: &str) -> serde_json::Result<String> {
    let envelope: ErrorEnvelope = serde_json::from_str(document)?;
    let members = [("errorCode", envelope.code()), ("errorMessage", envelope.message())];
    serde_json::to_string(&std::collections::BTreeMap::from(members))
}
