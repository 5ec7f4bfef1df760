//! The values of a form by number, for those who need many that differ.

use glue_codegen::inspect::{Kind, ListForm, MapForm, MemberForm, Members, ShapeForm, Value};
use glue_runtime::Blob;
use serde_json::json;

use super::json::Json;
use super::lengths::lengths;
use super::maker::{MOST, Maker, Manner};
use super::numbers;
use super::scalars::DECADE;
use super::text::Demand;

/// How deep structures have more than one value.
const DEEP: usize = 8;

impl Maker {
    /// One of the values of a form; others have other numbers, from zero on without a gap.
    pub(super) fn nth(&mut self, value: &'static Value, number: u64) -> Option<Json> {
        self.count += 1;
        if self.count > MOST || self.depths.of_value(value, &mut self.texts).is_none() {
            return None;
        }
        let (min, max) = lengths(value.length);
        match &value.kind {
            Kind::Boolean => (number < 2).then(|| json!(number == 1).into()),
            Kind::String | Kind::Enum(_) => {
                self.texts.nth(&Demand::of(value), number).map(Json::text)
            }
            Kind::JsonText if value.pattern.is_none() && value.length.is_none() => {
                Some(self.spelling.json_text(json!(number)))
            }
            Kind::JsonText => self.texts.nth(&Demand::of(value), number).map(Json::text),
            Kind::Blob => blob(min, max, number),
            Kind::Timestamp(format) => {
                let milliseconds = i64::try_from(number).ok()?.checked_mul(1_000)?;
                self.spelling.time(DECADE.0.checked_add(milliseconds)?, *format)
            }
            Kind::Document => Some(json!(number).into()),
            Kind::Structure(place) | Kind::Union(place) => self.nth_aggregate(*place, number),
            Kind::List(form) => self.nth_list(value, form, number),
            Kind::Map(form) => self.nth_map(value, form, number),
            _ => numbers::nth(value, number),
        }
    }

    /// How many values have numbers, at most the given one.
    fn size(&mut self, value: &'static Value, most: u64) -> u64 {
        if self.depths.of_value(value, &mut self.texts).is_none() {
            return 0;
        }
        let (min, max) = lengths(value.length);
        let size = match &value.kind {
            Kind::Boolean => 2,
            Kind::JsonText if value.pattern.is_none() && value.length.is_none() => most,
            Kind::String | Kind::Enum(_) | Kind::JsonText => {
                self.texts.count(&Demand::of(value), most)
            }
            Kind::Blob if max == Some(0) => 1,
            Kind::Blob => capacity(max.unwrap_or(u64::MAX)),
            Kind::Timestamp(_) | Kind::Document => most,
            Kind::Structure(place) | Kind::Union(place) => self.aggregate_size(*place, most),
            Kind::List(_) | Kind::Map(_) if max == Some(0) => 1,
            Kind::List(_) if min > 1 && value.unique_items => 1,
            Kind::List(form) => self.size(&form.entry, most).saturating_add(u64::from(min == 0)),
            Kind::Map(_) if min > 1 => 1,
            Kind::Map(form) => {
                let keys = self.size(&form.key, most);
                keys.saturating_mul(self.size(&form.value, most)).saturating_add((min == 0).into())
            }
            _ => numbers::distinct(value),
        };
        size.min(most)
    }

    /// A list of one entry that has a number, and of others that the least length demands.
    fn nth_list(
        &mut self,
        value: &'static Value,
        form: &'static ListForm,
        number: u64,
    ) -> Option<Json> {
        let (min, max) = lengths(value.length);
        let number = match (min, max) {
            (0, _) if number == 0 => return Some(Json::List(Vec::new())),
            (_, Some(0)) => return None,
            (0 | 1, _) => number - u64::from(min == 0),
            _ if value.unique_items => return self.only(value, number),
            _ => number,
        };
        let first = self.nth(&form.entry, number)?;
        let others = min.saturating_sub(1);
        let others = self.in_manner(Manner::Minimal, |maker| {
            maker.entries(form, false, (others, others), None).ok()
        })?;
        Some(Json::List([vec![first], others].concat()))
    }

    /// A map of one entry whose key and value have numbers.
    fn nth_map(
        &mut self,
        value: &'static Value,
        form: &'static MapForm,
        number: u64,
    ) -> Option<Json> {
        let (min, max) = lengths(value.length);
        let number = match (min, max) {
            (0, _) if number == 0 => return Some(Json::Object(Vec::new())),
            (_, Some(0)) => return None,
            (0 | 1, _) => number - u64::from(min == 0),
            _ => return self.only(value, number),
        };
        let keys = self.size(&form.key, number.saturating_add(1));
        let key = self.texts.nth(&Demand::of(&form.key), number.checked_rem(keys)?)?;
        let value = self.nth(&form.value, number / keys)?;
        Some(Json::Object(vec![(key, value)]))
    }

    /// The smallest value, which is the only one that has a number.
    fn only(&mut self, value: &'static Value, number: u64) -> Option<Json> {
        let make = |maker: &mut Self| maker.value(value, None).ok();
        (number == 0).then(|| self.in_manner(Manner::Minimal, make)).flatten()
    }

    fn nth_aggregate(&mut self, place: usize, number: u64) -> Option<Json> {
        if self.is_single(place) {
            let make = |maker: &mut Self| maker.aggregate(place, None).ok();
            return (number == 0).then(|| self.in_manner(Manner::Minimal, make)).flatten();
        }
        self.around.push(place);
        let made = match self.forms.shapes.get(place) {
            Some(ShapeForm::Structure(shape)) => self.nth_structure(shape, number),
            Some(ShapeForm::Union(shape)) => self.nth_union(shape, number),
            _ => None,
        };
        self.around.pop();
        made
    }

    /// Whether only the smallest value of a structure or union has a number.
    fn is_single(&self, place: usize) -> bool {
        self.around.len() > DEEP || self.around.contains(&place)
    }

    /// A structure. Its members are the digits of the number, those that differ fastest first; an
    /// optional one is absent before all else.
    fn nth_structure(&mut self, shape: &'static Members, mut number: u64) -> Option<Json> {
        let mut members = Vec::new();
        for member in &shape.members {
            let size = self.member_size(member, number.saturating_add(1));
            let digit = number.checked_rem(size)?;
            number /= size;
            let absent = u64::from(!member.required);
            if digit >= absent {
                let value = self.nth(&member.value, digit - absent)?;
                members.push((self.spelling.key(member).to_owned(), value));
            }
        }
        (number == 0).then_some(Json::Object(members))
    }

    fn nth_union(&mut self, shape: &'static Members, mut number: u64) -> Option<Json> {
        for member in &shape.members {
            let size = self.size(&member.value, number.saturating_add(1));
            if number < size {
                let value = self.nth(&member.value, number)?;
                return Some(Json::Object(vec![(self.spelling.key(member).to_owned(), value)]));
            }
            number -= size;
        }
        None
    }

    fn member_size(&mut self, member: &'static MemberForm, most: u64) -> u64 {
        self.size(&member.value, most).saturating_add(u64::from(!member.required)).min(most)
    }

    fn aggregate_size(&mut self, place: usize, most: u64) -> u64 {
        if self.is_single(place) {
            return 1;
        }
        self.around.push(place);
        let mut size: u64 = 0;
        match self.forms.shapes.get(place) {
            Some(ShapeForm::Structure(shape)) => {
                size = 1;
                for member in &shape.members {
                    if size >= most {
                        break;
                    }
                    size = size.saturating_mul(self.member_size(member, most));
                }
            }
            Some(ShapeForm::Union(shape)) => {
                for member in &shape.members {
                    if size >= most {
                        break;
                    }
                    size = size.saturating_add(self.size(&member.value, most));
                }
            }
            _ => {}
        }
        self.around.pop();
        size
    }
}

/// The number as bytes, of the least length that has room.
fn blob(min: u64, max: Option<u64>, mut number: u64) -> Option<Json> {
    let mut length = min;
    loop {
        let capacity = capacity(length);
        if number < capacity {
            break;
        }
        number -= capacity;
        length += 1;
        if max.is_some_and(|max| length > max) {
            return None;
        }
    }
    let mut bytes = number.to_le_bytes().to_vec();
    bytes.resize(usize::try_from(length).ok()?, 0);
    serde_json::to_value(Blob::from(bytes)).ok().map(Json::from)
}

/// How many values bytes of a length have.
fn capacity(length: u64) -> u64 {
    u32::try_from(length).ok().and_then(|length| 256_u64.checked_pow(length)).unwrap_or(u64::MAX)
}
