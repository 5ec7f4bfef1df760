// The work on an input, and how much memory it takes.

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

/// The default stack size of a Rust thread.
const STACK: usize = 2 << 20;

/// The size from which an input's time and memory are measured per byte.
const LARGE: usize = 100_000;

/// Counts the memory in use, and its peak since the last reset.
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

/// The work on an input.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Work {
    /// Read and check it, write the value, and print the violations.
    Usual,
    /// Everything that users can do, and reading again what was written.
    All,
}

/// The outcome of an input.
enum Outcome {
    Refused,
    Read,
    Failed(String),
}

/// Reads an input and works on its value, which must be the same after writing and reading again.
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
