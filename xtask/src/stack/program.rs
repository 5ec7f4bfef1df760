use std::fmt::Debug;
use std::fs;

use glue_runtime::{CommandLine, Validate};
use serde::Serialize;
use serde::de::DeserializeOwned;

type Task = fn(&str) -> Result<[usize; 10], String>;

/// More than the C library keeps for the next thread, so every thread begins with an untouched
/// stack.
const STACK: usize = 64 << 20;

/// Measures each line: a type, a description of the document, and the document, separated by tabs.
fn main() {
    let path = std::env::args().nth(1).expect("the file of documents is named");
    let text = fs::read_to_string(path).expect("the file of documents can be read");
    for line in text.lines() {
        let mut parts = line.split('\t');
        let (name, way, json) = match (parts.next(), parts.next(), parts.next()) {
            (Some(name), Some(way), Some(json)) => (name, way, json),
            _ => panic!("a line has three parts"),
        };
        let task = task(name).expect("the type is known");
        match task(json) {
            Ok(bytes) => println!("{name}\t{way}\t{}", bytes.map(|number| number.to_string()).join("\t")),
            Err(error) => println!("{name}\t{way}\t{error}"),
        }
    }
}

/// The size of a type, and the stack that each use of a value takes.
fn measure<T>(json: &str) -> Result<[usize; 10], String>
where
    T: DeserializeOwned + Serialize + Validate + PartialEq + Clone + Debug + Send + Sync,
{
    let (value, read) =
        on_a_new_stack(|| serde_json::from_str::<T>(json).map(Box::new).map_err(|error| error.to_string()));
    let value = value?;
    let (copy, clone) = on_a_new_stack(|| value.clone());
    let (same, compare) = on_a_new_stack(|| value == copy);
    // A document is null where a member is not set, and none of these contains NaN, so all are
    // equal.
    if !same {
        return Err("the copy is another value".to_owned());
    }
    let (_, debug) = on_a_new_stack(|| format!("{value:?}").len());
    let (_, pretty) = on_a_new_stack(|| format!("{value:#?}").len());
    let (_, write) = on_a_new_stack(|| serde_json::to_string_pretty(&value).map(|text| text.len()).ok());
    let (_, command_line) =
        on_a_new_stack(|| serde_json::to_string(&CommandLine(&value)).map(|text| text.len()).ok());
    let (_, validate) = on_a_new_stack(|| value.validate().is_ok());
    let (_, drop) = on_a_new_stack(move || drop(copy));
    Ok([size_of::<T>(), read, clone, compare, debug, pretty, write, command_line, validate, drop])
}

/// Runs something in a new thread, and returns how much of the stack that touched.
fn on_a_new_stack<R: Send>(work: impl FnOnce() -> R + Send) -> (R, usize) {
    let worker = || {
        let result = work();
        (result, touched())
    };
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, worker);
        thread.expect("a thread can be had").join().expect("nothing panics")
    })
}

/// How much of this thread's stack is in memory; Linux lists that for every mapping.
fn touched() -> usize {
    let here = 0u8;
    let here = &raw const here as usize;
    let maps = fs::read_to_string("/proc/self/smaps").expect("the system is Linux");
    let mut is_ours = false;
    for line in maps.lines() {
        let range = line.split(' ').next().and_then(|range| range.split_once('-'));
        let number = |text: &str| usize::from_str_radix(text, 16).ok();
        if let Some((start, end)) = range.and_then(|(start, end)| number(start).zip(number(end))) {
            is_ours = start <= here && here < end;
        } else if let Some(size) = line.strip_prefix("Rss:").filter(|_| is_ours) {
            let kibibytes = size.trim().strip_suffix(" kB").and_then(|size| size.parse::<usize>().ok());
            return kibibytes.expect("a size is in kB") * 1024;
        }
    }
    panic!("the stack is mapped")
}
