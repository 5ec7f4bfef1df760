//! A JSON value. An object keeps its members in the order of the text and finds them by key without
//! a linear search.

use std::collections::HashSet;
use std::fmt;

/// Any JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(JsonNumber),
    /// A string with its escapes resolved.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object.
    Object(Object),
}

/// A number, exact if it is whole and fits 64 bits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum JsonNumber {
    /// A whole number.
    Integer(i64),
    /// A whole number above [`i64::MAX`].
    Unsigned(u64),
    /// A number with a fraction, an exponent or too many digits; always finite.
    Float(f64),
}

impl fmt::Display for JsonNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            JsonNumber::Integer(value) => value.fmt(f),
            JsonNumber::Unsigned(value) => value.fmt(f),
            // `Debug` uses an exponent where `Display` would write hundreds of digits.
            JsonNumber::Float(value) => write!(f, "{value:?}"),
        }
    }
}

impl Json {
    /// The kind of the value, for messages: `a string`, `an object` and so on.
    pub(crate) fn describe(&self) -> &'static str {
        match self {
            Json::Null => "null",
            Json::Bool(_) => "a boolean",
            Json::Number(_) => "a number",
            Json::String(_) => "a string",
            Json::Array(_) => "an array",
            Json::Object(_) => "an object",
        }
    }
}

/// The members of a JSON object, each key once, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object {
    members: Vec<(String, Json)>,
    /// Places in `members`, sorted by key; empty if a linear search is fast enough.
    by_key: Vec<usize>,
}

/// Up to this many members, a linear search is faster than anything clever.
const FEW: usize = 12;

impl Object {
    /// An object of the first member with each key, and the keys of the other members.
    pub(super) fn new(members: Vec<(String, Json)>) -> (Self, Vec<String>) {
        let repeats = repeats(&members);
        let (members, repeated) =
            if repeats.is_empty() { (members, Vec::new()) } else { split(members, &repeats) };
        let by_key = if members.len() > FEW { sorted(&members) } else { Vec::new() };
        (Self { members, by_key }, repeated)
    }

    /// Returns the value under `key`.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json> {
        let place = if self.by_key.is_empty() {
            self.members.iter().position(|(name, _)| name == key)?
        } else {
            let order = |&place: &usize| self.members[place].0.as_str().cmp(key);
            self.by_key[self.by_key.binary_search_by(order).ok()?]
        };
        Some(&self.members[place].1)
    }

    /// Returns the keys and values, in the order of the text.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Json)> {
        self.members.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// Returns the number of members.
    #[must_use]
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Returns whether there are no members.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }
}

/// The places, in order, of members whose key an earlier member has.
fn repeats(members: &[(String, Json)]) -> Vec<usize> {
    let mut seen = HashSet::new();
    let mut repeats = Vec::new();
    for (place, (key, _)) in members.iter().enumerate() {
        let repeated = if members.len() > FEW {
            !seen.insert(key.as_str())
        } else {
            members[..place].iter().any(|(earlier, _)| earlier == key)
        };
        if repeated {
            repeats.push(place);
        }
    }
    repeats
}

/// Removes the members at `repeats`, and returns their keys.
fn split(members: Vec<(String, Json)>, repeats: &[usize]) -> (Vec<(String, Json)>, Vec<String>) {
    let mut kept = Vec::with_capacity(members.len() - repeats.len());
    let mut repeated = Vec::with_capacity(repeats.len());
    for (place, (key, value)) in members.into_iter().enumerate() {
        if repeats.get(repeated.len()) == Some(&place) {
            repeated.push(key);
        } else {
            kept.push((key, value));
        }
    }
    (kept, repeated)
}

/// The places of all members, sorted by key.
fn sorted(members: &[(String, Json)]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..members.len()).collect();
    places.sort_unstable_by(|&a, &b| members[a].0.cmp(&members[b].0));
    places
}
