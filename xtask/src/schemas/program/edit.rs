// Edits: a value with one place changed.

/// Changes one place of a value.
fn edit(value: &mut Value, rng: &mut Rng) {
    let mut place = rng.usize(..places(value));
    if let Some(target) = place_at(value, &mut place) {
        change(target, rng);
    }
}

/// How many places a value has, itself among them.
fn places(value: &Value) -> usize {
    1 + match value {
        Value::Array(entries) => entries.iter().map(places).sum(),
        Value::Object(members) => members.values().map(places).sum(),
        _ => 0,
    }
}

fn place_at<'a>(value: &'a mut Value, place: &mut usize) -> Option<&'a mut Value> {
    if *place == 0 {
        return Some(value);
    }
    *place -= 1;
    match value {
        Value::Array(entries) => entries.iter_mut().find_map(|entry| place_at(entry, place)),
        Value::Object(members) => members.values_mut().find_map(|entry| place_at(entry, place)),
        _ => None,
    }
}

fn change(value: &mut Value, rng: &mut Rng) {
    if rng.u8(..5) == 0 {
        *value = other(rng);
        return;
    }
    match value {
        Value::Null | Value::Bool(_) => *value = other(rng),
        Value::Number(number) => {
            let number = number.as_f64().unwrap_or_default();
            let changed = match rng.u8(..6) {
                0 => number + 1.0,
                1 => number - 1.0,
                2 => number + 0.5,
                3 => -number,
                4 => number * 1_000.0,
                _ => 0.0,
            };
            // A whole number stays one: long floats are another matter.
            *value = match changed.fract() == 0.0 && changed.abs() < 9e15 {
                true => Value::from(changed as i64),
                false => Value::from(changed),
            };
        }
        Value::String(text) => match rng.u8(..6) {
            0 => text.push(*rng.choice(&['a', '0', ' ', '\n', '-', '\u{e9}', '=']).unwrap_or(&'x')),
            1 => drop(text.pop()),
            2 => text.clear(),
            3 => text.insert(0, '!'),
            4 => *text = text.repeat(3),
            _ => *text = text.chars().rev().collect(),
        },
        Value::Array(entries) => match rng.u8(..4) {
            0 => drop(entries.pop()),
            1 => entries.clear(),
            2 => entries.extend(entries.first().cloned()),
            _ => entries.push(other(rng)),
        },
        Value::Object(members) => {
            let key = rng.choice(members.keys()).cloned();
            match (rng.u8(..4), key) {
                (0, _) => members.clear(),
                (1, _) => drop(members.insert("a member of tomorrow".to_owned(), other(rng))),
                (_, Some(key)) => drop(members.remove(&key)),
                _ => {}
            }
        }
    }
}

fn other(rng: &mut Rng) -> Value {
    match rng.u8(..12) {
        0 => Value::Null,
        1 => Value::Bool(rng.bool()),
        2 => Value::from(rng.i64(-2..3)),
        3 => Value::from(rng.i32(..)),
        4 => Value::from(1.5),
        5 => Value::from(u64::MAX),
        6 => Value::from(""),
        7 => Value::from("a"),
        8 => Value::from("NaN"),
        9 => Value::Array(Vec::new()),
        10 => Value::Array(vec![Value::from("a"), Value::from("a")]),
        _ => Value::Object(serde_json::Map::new()),
    }
}
