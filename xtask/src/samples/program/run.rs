// The program: it reads samples with generated types. It prints how many it has read, and then a
// line for each that is not as it should be.

use glue_runtime::Validate;
use serde::de::DeserializeOwned;
use serde_json::Value;

type Task = fn(&str) -> Vec<String>;

/// What a type finds wrong with a value.
fn faults<T: DeserializeOwned + Validate>(text: &str) -> Vec<String> {
    match serde_json::from_str::<T>(text) {
        Ok(value) => match value.validate_strict() {
            Ok(()) => Vec::new(),
            Err(violations) => violations.iter().map(ToString::to_string).collect(),
        },
        Err(error) => {
            let text = error.to_string();
            let end = text.rfind(" at line ").filter(|_| error.line() > 0).unwrap_or(text.len());
            vec![text[..end].to_owned()]
        }
    }
}

fn main() {
    let path = std::env::args().nth(1).expect("an argument");
    let text = std::fs::read_to_string(path).expect("the file of samples can be read");
    let (mut count, mut wrong) = (0, String::new());
    for line in text.lines() {
        let sample: Value = serde_json::from_str(line).expect("a sample is JSON");
        let name = sample["shape"].as_str().expect("a sample has a type");
        let found = task(name).expect("a type")(&sample["value"].to_string());
        let told: Vec<&str> = sample["message"].as_str().into_iter().collect();
        count += 1;
        if found != told {
            wrong.push_str(&format!("{name}: {found:?} instead of {told:?} in {line}\n"));
        }
    }
    print!("{count}\n{wrong}");
}
