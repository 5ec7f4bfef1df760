// Inputs: documents with something changed.

/// An input: a document without changes, with changed values or keys, or with broken bytes.
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

/// Changes one value, or its place in the value that holds it.
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

/// A value in a document, equally likely near its root or deep inside.
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
