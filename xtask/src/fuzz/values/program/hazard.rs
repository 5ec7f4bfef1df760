// Hazards: values, text and bytes.

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

/// A value that is wrong everywhere, or at the edge of what is right.
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

/// Values that CBOR has and JSON does not have.
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

/// Spellings that only JSON text has: numbers of any length, repeated keys, escapes and white
/// space.
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
