// Repairs: a value that may satisfy a constraint.

/// The place of a violation. Paths have the members' own names, and values those of the wire.
fn at<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('/').skip(1).try_fold(value, |value, name| {
        let name = name.replace("~1", "/").replace("~0", "~");
        match value {
            Value::Array(entries) => entries.get(name.parse::<usize>().ok()?),
            Value::Object(members) => members.get(&name).or_else(|| {
                members.iter().find(|(key, _)| key.eq_ignore_ascii_case(&name)).map(|(_, one)| one)
            }),
            _ => None,
        }
    })
}

fn at_mut<'a>(value: &'a mut Value, path: &str) -> Option<&'a mut Value> {
    path.split('/').skip(1).try_fold(value, |value, name| {
        let name = name.replace("~1", "/").replace("~0", "~");
        match value {
            Value::Array(entries) => entries.get_mut(name.parse::<usize>().ok()?),
            Value::Object(members) => {
                let key = match members.contains_key(&name) {
                    true => name,
                    false => members.keys().find(|key| key.eq_ignore_ascii_case(&name))?.clone(),
                };
                members.get_mut(&key)
            }
            _ => None,
        }
    })
}

/// The largest length that is worth a try.
const MOST: u64 = 3_000;

/// Changes a value so that it may satisfy a constraint.
fn repair(value: &mut Value, violation: &Violation, rng: &mut Rng, patterns: &Patterns) {
    use glue_runtime::ViolationKind as Kind;
    let Some(place) = at_mut(value, violation.path()) else { return };
    match (violation.kind(), place) {
        (Kind::Length { length, min, max, .. }, place) => {
            // At a bound half of the time.
            let least = min.unwrap_or(0);
            let most = max.unwrap_or(least + 3).min(least + MOST);
            let wanted = if rng.bool() { least } else { most.min(least + 4) };
            if wanted <= MOST {
                set_length(place, *length, wanted as usize, rng);
            }
        }
        (Kind::IntegerRange { min, max, .. }, place) => {
            let bound = if rng.bool() { min.or(*max) } else { max.or(*min) };
            *place = Value::from(bound);
        }
        (Kind::FloatRange { min, max, .. }, place) => {
            let bound = if rng.bool() { min.or(*max) } else { max.or(*min) };
            *place = Value::from(bound);
        }
        (Kind::Pattern { pattern, .. }, place) => {
            let texts = patterns.get(pattern.as_ref()).map(|(_, texts)| texts.as_slice());
            let Some(text) = rng.choice(texts.unwrap_or_default()).cloned() else { return };
            match place {
                // The keys of a map.
                Value::Object(members) => {
                    let held = members.values().next().cloned();
                    members.clear();
                    members.extend(held.map(|held| (text, held)));
                }
                place => *place = Value::from(text),
            }
        }
        (Kind::UniqueItems, Value::Array(entries)) => {
            let mut seen = Vec::new();
            entries.retain(|entry| {
                let is_new = !seen.contains(entry);
                seen.push(entry.clone());
                is_new
            });
        }
        _ => {}
    }
}

fn set_length(place: &mut Value, length: u64, wanted: usize, rng: &mut Rng) {
    match place {
        // A blob, whose length is not that of its text, or a text.
        Value::String(text) if text.chars().count() as u64 != length => {
            *text = "AAAA".repeat(wanted / 3);
            text.push_str(["", "AA==", "AAA="][wanted % 3]);
        }
        Value::String(text) => {
            let filler = *rng.choice(&['a', '0', '\u{e9}']).unwrap_or(&'a');
            *text = text.chars().chain(std::iter::repeat(filler)).take(wanted).collect();
        }
        Value::Array(entries) => {
            entries.truncate(wanted);
            while let Some(entry) = entries.first().cloned().filter(|_| entries.len() < wanted) {
                entries.push(entry);
            }
        }
        Value::Object(members) if members.len() as u64 != length => members.clear(),
        Value::Object(members) => {
            while let Some(key) = members.keys().next().cloned().filter(|_| members.len() > wanted)
            {
                members.remove(&key);
            }
            let held = members.values().next().cloned();
            for number in members.len()..wanted.min(64) {
                members.extend(held.clone().map(|held| (format!("key{number}"), held)));
            }
        }
        _ => {}
    }
}
