// The program: it tries all documents of its file, and reports which cost most.

/// A line of the file: a type and a document of it.
struct Seed {
    name: String,
    task: Task,
    value: Value,
}

/// A line of the file with two more parts: a document with a place in which the middle part is
/// repeated. A `#` in that part becomes a running number.
struct Growing {
    name: String,
    task: Task,
    before: String,
    unit: String,
    behind: String,
}

/// The input with the highest cost.
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

/// Takes the file of documents, the number of tries, the number of the first try, and the size of
/// grown inputs in bytes.
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

/// Tries a document of this size and one of half the size: if it takes four times as long, the time
/// is quadratic.
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
        // Remove a list's trailing comma.
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

/// The processor time of this thread. It is only exact to some milliseconds on a busy system.
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
    // Another program may have had the processor in the meantime.
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
