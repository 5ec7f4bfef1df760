use std::alloc::{GlobalAlloc, Layout, System};
use std::fmt::{Debug, Display};
use std::hint::black_box;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

use fastrand::Rng;
use glue_runtime::{CommandLine, Validate};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Number, Value};

type Task = fn(&[u8], Format, Work) -> Outcome;

/// As much as a thread of Rust has.
const STACK: usize = 2 << 20;

/// How large an input is of which time and memory are told by the byte.
const LARGE: usize = 100_000;

/// The memory in use, and the most since it was last asked for.
struct Counting;

static IN_USE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

fn took(bytes: usize) {
    let now = IN_USE.fetch_add(bytes, Relaxed) + bytes;
    if now > PEAK.load(Relaxed) {
        PEAK.store(now, Relaxed);
    }
}

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        took(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        IN_USE.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        IN_USE.fetch_sub(layout.size(), Relaxed);
        took(size);
        unsafe { System.realloc(at, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Format {
    Json,
    Cbor,
    MessagePack,
}

/// What is done with an input.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Work {
    /// Reading, checking, and printing what was read and what is wrong with it.
    Usual,
    /// All that one may do, and reading again what was written.
    All,
}

/// What came of an input.
enum Outcome {
    Refused,
    Read,
    Failed(String),
}

/// Reads an input and works on its value. What was read comes back from what is written.
fn attempt<T>(input: &[u8], format: Format, work: Work) -> Outcome
where
    T: DeserializeOwned + Serialize + Validate + PartialEq + Clone + Debug,
{
    let value: T = match read(input, format) {
        Ok(value) => value,
        Err(error) => {
            black_box(error);
            return Outcome::Refused;
        }
    };
    if let Err(violations) = value.validate() {
        black_box(violations.to_string());
    }
    let written = match write(&value, format) {
        Ok(written) => written,
        Err(error) => return Outcome::Failed(format!("cannot be written: {error}")),
    };
    if work == Work::Usual {
        return Outcome::Read;
    }
    black_box(format!("{value:?}"));
    black_box(serde_json::to_string(&CommandLine(&value)).is_ok());
    let again: T = match read(&written, format) {
        Ok(again) => again,
        Err(error) => return Outcome::Failed(format!("cannot be read again: {error}")),
    };
    // NaN is not equal to itself.
    if again != value && value == value.clone() {
        return Outcome::Failed("another value is read from what was written".to_owned());
    }
    Outcome::Read
}

fn read<T: DeserializeOwned>(input: &[u8], format: Format) -> Result<T, String> {
    fn words(error: impl Display) -> String {
        error.to_string()
    }
    match format {
        Format::Json => serde_json::from_slice(input).map_err(words),
        Format::Cbor => ciborium::from_reader(input).map_err(words),
        Format::MessagePack => rmp_serde::from_slice(input).map_err(words),
    }
}

fn write<T: Serialize>(value: &T, format: Format) -> Result<Vec<u8>, String> {
    match format {
        Format::Json => serde_json::to_vec(value).map_err(|error| error.to_string()),
        Format::Cbor => {
            let mut bytes = Vec::new();
            let end = ciborium::into_writer(value, &mut bytes);
            end.map(|()| bytes).map_err(|error| error.to_string())
        }
        Format::MessagePack => rmp_serde::to_vec_named(value).map_err(|error| error.to_string()),
    }
}

/// A line of the file: a type and a document of it.
struct Seed {
    name: String,
    task: Task,
    value: Value,
}

/// A line of the file with two more parts: a document with a place in which the middle part is
/// repeated. `#` in it counts.
struct Growing {
    name: String,
    task: Task,
    before: String,
    unit: String,
    behind: String,
}

/// The input that took the most of something.
#[derive(Default)]
struct Worst {
    most: f64,
    words: String,
}

impl Worst {
    fn take(&mut self, value: f64, words: impl FnOnce() -> String) {
        if value > self.most {
            *self = Self { most: value, words: words() };
        }
    }
}

#[derive(Default)]
struct Tally {
    runs: u64,
    read: u64,
    failures: u64,
    time: Worst,
    memory: Worst,
    time_by_byte: Worst,
    memory_by_byte: Worst,
    quadratic: Worst,
}

/// Takes the file of documents, how often to try, the number of the first try, and how many bytes
/// grown inputs have.
fn main() {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("the file of documents is named");
    let mut number = || arguments.next().and_then(|text| text.parse::<u64>().ok()).expect("a number");
    let (runs, first, size) = (number(), number(), number() as usize);
    let text = std::fs::read_to_string(path).expect("the file of documents can be read");
    let worker = move || run(&text, runs, first, size);
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(worker);
    let tally = thread.expect("a thread can be had").join().expect("panics are caught");
    println!("runs\t{}\t{}\t{}", tally.runs, tally.read, tally.failures);
    for (name, worst) in [
        ("time", &tally.time),
        ("memory", &tally.memory),
        ("time by byte", &tally.time_by_byte),
        ("memory by byte", &tally.memory_by_byte),
        ("growth", &tally.quadratic),
    ] {
        println!("{name}\t{}\t{}", worst.most, worst.words);
    }
}

fn run(text: &str, runs: u64, first: u64, size: usize) -> Tally {
    std::panic::set_hook(Box::new(|_| {}));
    let (mut seeds, mut growing) = (Vec::new(), Vec::new());
    for line in text.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let task = task(parts[0]).expect("the type is known");
        let name = parts[0].to_owned();
        match parts[..] {
            [_, json] => {
                let value = serde_json::from_str(json).expect("a seed is JSON");
                seeds.push(Seed { name, task, value });
            }
            [_, before, unit, behind] => {
                let (before, unit, behind) = (before.into(), unit.into(), behind.into());
                growing.push(Growing { name, task, before, unit, behind });
            }
            _ => panic!("a line has two or four parts"),
        }
    }
    let mut tally = Tally::default();
    for one in growing.iter().filter(|_| size > 0) {
        grow(one, size, &mut tally);
    }
    for number in first..first + runs {
        let mut rng = Rng::with_seed(number);
        let Some(seed) = rng.choice(&seeds) else { break };
        let (input, format) = made(seed, &mut rng);
        try_one(seed.task, &seed.name, &input, format, &format!("try {number}"), &mut tally);
    }
    tally
}

/// Tries a document of this size and one of half of it: what takes four times as long is quadratic.
fn grow(one: &Growing, size: usize, tally: &mut Tally) {
    let document = |size: usize| {
        let count = (size.saturating_sub(one.before.len() + one.behind.len()) / one.unit.len()).max(1);
        let mut text = one.before.clone();
        for index in 0..count {
            match one.unit.contains('#') {
                true => text.push_str(&one.unit.replace('#', &index.to_string())),
                false => text.push_str(&one.unit),
            }
            if text.len() >= size {
                break;
            }
        }
        // A list's last comma is one too many.
        if text.ends_with(',') {
            text.pop();
        }
        text + &one.behind
    };
    let what = format!("{} x {} in {}", one.unit.chars().take(60).collect::<String>(), size / one.unit.len(), one.before);
    let what: String = what.chars().take(300).collect();
    let whole = document(size);
    for format in [Format::Json, Format::Cbor, Format::MessagePack] {
        let bytes = |text: &str| match format {
            Format::Json => Some(text.as_bytes().to_vec()),
            _ => serde_json::from_str::<Value>(text).ok().and_then(|value| write(&value, format).ok()),
        };
        let (Some(whole), Some(half)) = (bytes(&whole), bytes(&document(size / 2))) else { continue };
        let time = try_one(one.task, &one.name, &whole, format, &what, tally);
        if time > Duration::from_millis(50) {
            let half = timed(|| (one.task)(&half, format, Work::Usual)).1;
            let growth = time.as_secs_f64() / half.as_secs_f64().max(1e-6);
            tally.quadratic.take(growth, || format!("{:.0} ms\t{}\t{format:?}\t{what}", time.as_secs_f64() * 1e3, one.name));
        }
    }
}

/// The time that this thread had the processor; to some milliseconds, for the system counts so where
/// many want it.
fn processor_time() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(text.split(' ').next()?.parse().ok()?))
}

fn timed<R>(work: impl FnOnce() -> R) -> (R, Duration) {
    let (before, started) = (processor_time(), Instant::now());
    let result = work();
    let wall = started.elapsed();
    let time = before.zip(processor_time()).map_or(wall, |(before, after)| after - before);
    (result, time.min(wall))
}

fn try_one(task: Task, name: &str, input: &[u8], format: Format, what: &str, tally: &mut Tally) -> Duration {
    let attempt = |work| catch_unwind(AssertUnwindSafe(|| task(input, format, work)));
    let before = IN_USE.load(Relaxed);
    PEAK.store(before, Relaxed);
    let started = Instant::now();
    let outcome = attempt(Work::All);
    let mut time = started.elapsed();
    let mut memory = PEAK.load(Relaxed) - before;
    // Another program may have had the processor meanwhile.
    if time.as_secs_f64() > tally.time.most.max(1e-3) || input.len() >= LARGE {
        let before = IN_USE.load(Relaxed);
        PEAK.store(before, Relaxed);
        time = timed(|| drop(attempt(Work::Usual))).1;
        memory = PEAK.load(Relaxed) - before;
    }
    let outcome = outcome.unwrap_or_else(|panic| {
        let message = panic.downcast_ref::<String>().cloned();
        let message = message.or(panic.downcast_ref::<&str>().map(|&text| text.to_owned()));
        Outcome::Failed(format!("panic: {}", message.unwrap_or_default()))
    });
    tally.runs += 1;
    match outcome {
        Outcome::Refused => {}
        Outcome::Read => tally.read += 1,
        Outcome::Failed(problem) => {
            tally.failures += 1;
            if tally.failures <= 20 {
                let shown: String = input.iter().take(1500).flat_map(|byte| byte.escape_ascii()).map(char::from).collect();
                println!("failure\t{name}\t{format:?}\t{what}\t{}\t{shown}", problem.replace(['\t', '\n'], " "));
            }
        }
    }
    let (length, seconds) = (input.len().max(1) as f64, time.as_secs_f64());
    let words = || format!("{name}\t{format:?}\t{} bytes\t{what}", input.len());
    tally.time.take(seconds, words);
    tally.memory.take(memory as f64, words);
    if input.len() >= LARGE {
        tally.time_by_byte.take(seconds / length, words);
        tally.memory_by_byte.take(memory as f64 / length, words);
    }
    time
}

/// An input: a document as it is, with values or keys changed, or with broken bytes.
fn made(seed: &Seed, rng: &mut Rng) -> (Vec<u8>, Format) {
    let format = match rng.u8(..4) {
        0 => Format::Cbor,
        1 => Format::MessagePack,
        _ => Format::Json,
    };
    let mut value = seed.value.clone();
    for _ in 0..rng.u8(..4) {
        change(&mut value, rng);
    }
    let mut bytes = match format {
        Format::Json => value.to_string().into_bytes(),
        Format::MessagePack => rmp_serde::to_vec(&value).unwrap_or_default(),
        Format::Cbor => match rng.bool() {
            true => write(&value, format).unwrap_or_default(),
            false => write(&cbor(&value, rng), format).unwrap_or_default(),
        },
    };
    if format == Format::Json && rng.u8(..4) == 0 {
        spell(&mut bytes, rng);
    }
    if rng.u8(..4) == 0 {
        for _ in 0..rng.u8(1..4) {
            break_bytes(&mut bytes, rng);
        }
    }
    (bytes, format)
}

/// Changes one value, or its place in what holds it.
fn change(value: &mut Value, rng: &mut Rng) {
    let donor = place(value, rng).clone();
    let target = place(value, rng);
    match (rng.u8(..9), target) {
        (0, Value::Object(entries)) => {
            if let Some(key) = rng.choice(entries.keys()).cloned() {
                entries.remove(&key);
            }
        }
        (1, Value::Object(entries)) => {
            entries.insert(text(rng), hazard(rng));
        }
        (2, Value::Object(entries)) => {
            let key = rng.choice(entries.keys()).cloned();
            if let Some((key, value)) = key.and_then(|key| entries.remove_entry(&key)) {
                entries.insert(respelled(&key, rng), value);
            }
        }
        (0 | 1, Value::Array(entries)) => entries.push(donor),
        (2, Value::Array(entries)) => entries.push(hazard(rng)),
        (3, Value::Array(entries)) if !entries.is_empty() => {
            let entry = entries[rng.usize(..entries.len())].clone();
            entries.extend(std::iter::repeat_n(entry, rng.usize(..40)));
        }
        (4, target) => *target = donor,
        (5, target) => {
            let inner = target.take();
            let deep = rng.usize(..160);
            *target = (0..deep).fold(inner, |inner, _| match rng.bool() {
                true => Value::Array(vec![inner]),
                false => Value::Object(Map::from_iter([("Next".to_owned(), inner)])),
            });
        }
        (_, target) => *target = hazard(rng),
    }
}

/// A value in a document, near its root as likely as deep inside.
fn place<'a>(value: &'a mut Value, rng: &mut Rng) -> &'a mut Value {
    let entries = match value {
        Value::Object(entries) => entries.len(),
        Value::Array(entries) => entries.len(),
        _ => 0,
    };
    if entries == 0 || rng.u8(..6) == 0 {
        return value;
    }
    let index = rng.usize(..entries);
    let inner = match value {
        Value::Object(entries) => entries.values_mut().nth(index),
        Value::Array(entries) => entries.get_mut(index),
        _ => None,
    };
    place(inner.expect("the index is within the length"), rng)
}

/// A key as other writers spell it.
fn respelled(key: &str, rng: &mut Rng) -> String {
    let mut letters: Vec<char> = key.chars().collect();
    match (rng.u8(..6), letters.first_mut()) {
        (0, _) => key.to_ascii_lowercase(),
        (1, _) => key.to_ascii_uppercase(),
        (2, Some(first)) => {
            *first = first.to_ascii_lowercase();
            letters.into_iter().collect()
        }
        (3, Some(first)) => {
            *first = first.to_ascii_uppercase();
            letters.into_iter().collect()
        }
        (4, _) => key.repeat(rng.usize(..300)),
        _ => text(rng),
    }
}

const CONTROLS: [char; 12] =
    ['\0', '\n', '\r', '\t', '\u{1b}', '\u{202e}', '\u{2028}', '\u{feff}', '"', '\\', '/', '~'];

fn text(rng: &mut Rng) -> String {
    let length = match rng.u8(..20) {
        0 => rng.usize(..5000),
        _ => rng.usize(..12),
    };
    let class = rng.u8(..4);
    (0..length)
        .map(|_| match class {
            0 => rng.alphanumeric(),
            1 => rng.char(..),
            2 => rng.choice(CONTROLS).unwrap_or(' '),
            _ => char::from(rng.choice(*b"0123456789+-.eE:TZ ").unwrap_or(b'0')),
        })
        .collect()
}

/// A value that belongs nowhere, or is at the edge of what belongs.
fn hazard(rng: &mut Rng) -> Value {
    match rng.u8(..30) {
        0 => Value::Null,
        1 => Value::Bool(rng.bool()),
        2 => u64::MAX.into(),
        3 => i64::MIN.into(),
        4 => i64::MAX.into(),
        5 => (1u64 << 63).into(),
        6 => 1e300.into(),
        7 => (-1e300).into(),
        8 => 0.1.into(),
        9 => (-0.0).into(),
        10 => 5e-324.into(),
        11 => (rng.i64(..) as f64 / 1000.0).into(),
        12 => rng.i64(..).into(),
        13 => rng.i32(..).into(),
        14 => (f64::from(rng.i32(..)) * 1e3).into(),
        15 => f64::from_bits(rng.u64(..)).into(),
        16 => "NaN".into(),
        17 => rng.choice(["Infinity", "-Infinity", "inf", "true", "1", "1e5", "-0"]).into(),
        18 => "HIDDEN_DUE_TO_SECURITY_REASONS".into(),
        19 => rng.choice(TIMES).into(),
        20 => "Zm9vYmFy".into(),
        21 => "Zm9vYg".into(),
        22 => Value::Array(Vec::new()),
        23 => Value::Object(Map::new()),
        24 => Value::Array(vec![Value::Null; rng.usize(..50)]),
        25 => Value::Object(Map::from_iter([(text(rng), hazard(rng))])),
        26 => Value::Array(vec![hazard(rng)]),
        27 => Number::from_f64(f64::from(f32::from_bits(rng.u32(..)))).map_or(Value::Null, Value::Number),
        _ => text(rng).into(),
    }
}

const TIMES: [&str; 12] = [
    "2024-05-01T12:00:00.123456+00:00",
    "2024-05-01T12:00:00Z",
    "2024-02-30T25:61:61Z",
    "0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z",
    "Wed, 01 May 2024 12:00:00 GMT",
    "Wed, 01 May 2024 12:00:00.123 GMT",
    "Jul 30, 2024, 9:46:15 PM",
    "Jul 9, 2018 12:56:54 PM",
    "20240501",
    "-62135596800",
    "253402300800",
];

/// What CBOR has and JSON has not.
fn cbor(value: &Value, rng: &mut Rng) -> ciborium::Value {
    use ciborium::Value as Cbor;
    match value {
        Value::Null => Cbor::Null,
        Value::Bool(value) => Cbor::Bool(*value),
        Value::Number(number) => match (rng.u8(..8), number.as_i64()) {
            (0, _) => Cbor::Float(f64::NAN),
            (1, Some(number)) => Cbor::Tag(rng.u64(..5), Box::new(number.into())),
            (2, _) => Cbor::Tag(1, Box::new(Cbor::Float(number.as_f64().unwrap_or_default()))),
            (3, _) => Cbor::Tag(2, Box::new(Cbor::Bytes((0..rng.u8(..20)).collect()))),
            (_, Some(number)) => number.into(),
            _ => Cbor::Float(number.as_f64().unwrap_or_default()),
        },
        Value::String(text) => match rng.u8(..8) {
            0 => Cbor::Bytes(text.clone().into_bytes()),
            1 => Cbor::Tag(0, Box::new(Cbor::Text(text.clone()))),
            2 => Cbor::Tag(rng.u64(..), Box::new(Cbor::Text(text.clone()))),
            _ => Cbor::Text(text.clone()),
        },
        Value::Array(entries) => Cbor::Array(entries.iter().map(|entry| cbor(entry, rng)).collect()),
        Value::Object(entries) => {
            let mut pairs: Vec<(Cbor, Cbor)> =
                entries.iter().map(|(key, entry)| (Cbor::Text(key.clone()), cbor(entry, rng))).collect();
            let key = match rng.u8(..12) {
                0 => pairs.first().map(|(key, _)| key.clone()),
                1 => Some(rng.i64(..).into()),
                2 => Some(Cbor::Bytes(b"Name".to_vec())),
                _ => None,
            };
            pairs.extend(key.map(|key| (key, Cbor::Integer(1.into()))));
            Cbor::Map(pairs)
        }
    }
}

/// What only the text of JSON has: numbers of any length, keys twice, escapes and white space.
fn spell(bytes: &mut Vec<u8>, rng: &mut Rng) {
    let find = |bytes: &[u8], wanted: u8, from: usize| {
        bytes.iter().skip(from).position(|byte| *byte == wanted).map(|position| position + from)
    };
    let start = rng.usize(..=bytes.len());
    match rng.u8(..4) {
        0 => {
            if let Some(colon) = find(bytes, b':', start) {
                let end = bytes.iter().skip(colon).position(|byte| matches!(byte, b',' | b'}'));
                let end = end.map_or(bytes.len(), |end| end + colon);
                let number = rng.choice([
                    "-9223372036854775809", "18446744073709551616", "1e400", "-1e-400", "1E+2",
                    "0.30000000000000004", "123456789012345678901234567890.123456789012345678901234567890",
                    "1.0", "-0", "-0.0", "2147483648", "9007199254740993", "1e", "01", ".5", "+1", "0x10",
                ]);
                bytes.splice(colon + 1..end, number.unwrap_or("1").bytes());
            }
        }
        1 => {
            if let Some(open) = find(bytes, b'{', start)
                && let Some(end) = find(bytes, b',', open)
            {
                let copy: Vec<u8> = bytes[open + 1..=end].to_vec();
                bytes.splice(open + 1..open + 1, copy);
            }
        }
        2 => {
            if let Some(quote) = find(bytes, b'"', start) {
                let escape = rng.choice([r"\u0000", r"\ud800", r"\udbff\udfff", r"\u00e9", r"\n", r"\x"]);
                bytes.splice(quote + 1..quote + 1, escape.unwrap_or_default().bytes());
            }
        }
        _ => {
            if let Some(colon) = find(bytes, b':', start) {
                let count = rng.usize(..2000);
                bytes.splice(colon + 1..colon + 1, std::iter::repeat_n(b' ', count));
            }
        }
    }
}

fn break_bytes(bytes: &mut Vec<u8>, rng: &mut Rng) {
    let start = rng.usize(..=bytes.len());
    let end = bytes.len().min(start + rng.usize(..64));
    match rng.u8(..5) {
        0 => bytes.iter_mut().skip(start).take(1).for_each(|byte| *byte ^= 1 << rng.u8(..8)),
        1 => bytes.iter_mut().skip(start).take(1).for_each(|byte| *byte = rng.u8(..)),
        2 => drop(bytes.drain(start..end)),
        3 => {
            let copy = bytes[start..end].to_vec();
            bytes.splice(end..end, copy);
        }
        _ => bytes.truncate(start),
    }
}
