//! The types of values as text.

use glue_codegen::inspect::{EnumForm, Forms, Kind, ShapeForm, Value};

/// A type as text: what is around the innermost value, and that value.
pub(super) struct Peeled<'a> {
    pub(super) open: String,
    pub(super) core: &'a Kind,
    pub(super) close: String,
    /// The enums that are keys of maps.
    pub(super) keys: Vec<usize>,
}

/// Takes the lists and maps off a value.
pub(super) fn peeled<'a>(value: &'a Value, forms: &Forms) -> Peeled<'a> {
    let (mut open, mut close, mut keys) = (String::new(), String::new(), Vec::new());
    let mut core = &value.kind;
    loop {
        let (opening, closing, held) = match core {
            Kind::List(list) => ("[".to_owned(), ']', &list.entry),
            Kind::Map(map) => {
                if let Kind::Enum(place) = map.key.kind {
                    keys.push(place);
                }
                (format!("{{{}: ", plain(&map.key.kind, forms)), '}', &map.value)
            }
            _ => break,
        };
        open.push_str(&opening);
        close.insert(0, closing);
        core = &held.kind;
    }
    Peeled { open, core, close, keys }
}

/// The name of a type that is not a list or map.
pub(super) fn plain<'a>(kind: &Kind, forms: &'a Forms) -> &'a str {
    match kind {
        Kind::Boolean => "boolean",
        Kind::Byte => "byte",
        Kind::Short => "short",
        Kind::Integer => "integer",
        Kind::Long => "long",
        Kind::Single => "float",
        Kind::Double => "double",
        Kind::String | Kind::JsonText => "string",
        Kind::Blob => "base64",
        Kind::Timestamp(_) => "timestamp",
        Kind::Document => "any JSON",
        Kind::BigInteger => "integer of any size",
        Kind::BigDecimal => "number of any size",
        Kind::Enum(place) | Kind::Structure(place) | Kind::Union(place) => {
            shown(name(*place, forms))
        }
        _ => "",
    }
}

/// The name of a structure, union or enum.
pub(super) fn name(place: usize, forms: &Forms) -> &str {
    match forms.shapes.get(place) {
        Some(ShapeForm::Structure(members) | ShapeForm::Union(members)) => &members.name,
        Some(ShapeForm::Enum(item)) => &item.name,
        _ => "",
    }
}

/// A name of the model, which may be empty.
pub(super) fn shown(name: &str) -> &str {
    if name.is_empty() { "\"\"" } else { name }
}

/// The place of a structure, union or enum.
pub(super) fn place(forms: &Forms, name: &str) -> Option<usize> {
    (0..forms.shapes.len()).find(|place| self::name(*place, forms) == name)
}

/// The values of an enum between quotes, without those that are only for the service itself.
pub(super) fn values(item: &EnumForm) -> Vec<String> {
    let shown = item.values.iter().filter(|value| !item.internal.contains(value));
    shown.map(|value| format!("{value:?}")).collect()
}

/// A key of JSON, between quotes unless it is a word.
pub(super) fn key(key: &str) -> String {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    match !key.is_empty() && key.bytes().all(is_word) {
        true => key.to_owned(),
        false => format!("{key:?}"),
    }
}
