//! Which types have values at all, and how deep the flattest of each is.

use glue_codegen::inspect::{Forms, Kind, MemberForm, Members, ShapeForm, Value};

use super::lengths::lengths;
use super::numbers;
use super::text::{Demand, Texts};

/// The greatest length that a value may have to have.
const LONGEST: u64 = 1_000_000;

/// How deep the flattest value of each type is; nothing for a type without values.
pub(super) struct Depths {
    forms: &'static Forms,
    depths: Vec<Option<u32>>,
}

impl Depths {
    /// Finds the depths of all types, the least first.
    pub(super) fn new(forms: &'static Forms, texts: &mut Texts) -> Self {
        let mut all = Self { forms, depths: vec![None; forms.shapes.len()] };
        for depth in 0.. {
            let open = (0..forms.shapes.len()).filter(|place| all.of(*place).is_none());
            let found: Vec<usize> = open.filter(|place| all.is_known(*place, texts)).collect();
            if found.is_empty() {
                break;
            }
            for place in found {
                if let Some(own) = all.depths.get_mut(place) {
                    *own = Some(depth);
                }
            }
        }
        all
    }

    /// The depth of a structure or union.
    pub(super) fn of(&self, place: usize) -> Option<u32> {
        self.depths.get(place).copied().flatten()
    }

    /// The depth of a value; nothing if there is no such value.
    pub(super) fn of_value(&self, value: &Value, texts: &mut Texts) -> Option<u32> {
        let (min, max) = lengths(value.length);
        if max.is_some_and(|max| max < min) || min > LONGEST {
            return None;
        }
        match &value.kind {
            // A type is deeper than what is in it, so that the way to the flattest value has an end.
            Kind::Structure(place) | Kind::Union(place) => Some(self.of(*place)? + 1),
            Kind::List(_) if min == 0 => Some(0),
            Kind::List(form) => {
                let few = value.unique_items && distinct(self.forms, &form.entry) < min;
                self.of_value(&form.entry, texts).filter(|_| !few)
            }
            Kind::Map(_) if min == 0 => Some(0),
            Kind::Map(form) => {
                let few = distinct(self.forms, &form.key) < min;
                let key = self.of_value(&form.key, texts).filter(|_| !few)?;
                Some(key.max(self.of_value(&form.value, texts)?))
            }
            Kind::String | Kind::Enum(_) | Kind::JsonText => {
                texts.exists(&Demand::of(value)).then_some(0)
            }
            _ => numbers::exists(value).then_some(0),
        }
    }

    /// Whether the depths so far tell that of a type.
    fn is_known(&self, place: usize, texts: &mut Texts) -> bool {
        match self.forms.shapes.get(place) {
            Some(ShapeForm::Structure(shape)) => {
                let mut required = shape.members.iter().filter(|member| member.required);
                required.all(|member| self.of_value(&member.value, texts).is_some())
            }
            Some(ShapeForm::Union(shape)) => {
                shape.members.iter().any(|member| self.of_value(&member.value, texts).is_some())
            }
            _ => false,
        }
    }

    /// Why a structure or union has no value.
    pub(super) fn reason(&self, place: usize, texts: &mut Texts) -> String {
        self.reason_from(place, String::new(), texts)
    }

    /// Why a member has no value.
    pub(super) fn reason_of_member(&self, member: &MemberForm, texts: &mut Texts) -> String {
        let own = format!("/{}", member.key);
        let (path, value) = self.innermost(own.clone(), &member.value, texts);
        match value.kind {
            Kind::Structure(place) | Kind::Union(place) => self.reason_from(place, path, texts),
            _ if path == own => self.fault(value, texts),
            _ => format!("{}, at '{path}'", self.fault(value, texts)),
        }
    }

    /// Why a structure or union has no value, which is at a path.
    fn reason_from(&self, mut place: usize, mut path: String, texts: &mut Texts) -> String {
        let mut passed = Vec::new();
        loop {
            let Some(ShapeForm::Structure(shape) | ShapeForm::Union(shape)) =
                self.forms.shapes.get(place)
            else {
                return format!("the model has no type for '{path}'");
            };
            if passed.contains(&place) {
                return format!("every `{}` requires another one, at '{path}'", shape.name);
            }
            passed.push(place);
            let Some((step, value)) = self.obstacle(place, shape, texts) else {
                return format!("the union `{}` has no member", shape.name);
            };
            path.push_str(&step);
            match value.kind {
                Kind::Structure(inner) | Kind::Union(inner) => place = inner,
                _ => return format!("{}, at '{path}'", self.fault(value, texts)),
            }
        }
    }

    /// The innermost required value that does not exist, within one structure, and the way to it.
    fn obstacle<'v>(
        &self,
        place: usize,
        shape: &'v Members,
        texts: &mut Texts,
    ) -> Option<(String, &'v Value)> {
        let is_union = matches!(self.forms.shapes.get(place), Some(ShapeForm::Union(_)));
        let mut wanted = shape.members.iter().filter(|member| member.required || is_union);
        let member = wanted.find(|one| self.of_value(&one.value, texts).is_none())?;
        Some(self.innermost(format!("/{}", member.key), &member.value, texts))
    }

    /// The value within lists and maps because of which one does not exist, and the way to it.
    fn innermost<'v>(
        &self,
        mut path: String,
        mut value: &'v Value,
        texts: &mut Texts,
    ) -> (String, &'v Value) {
        loop {
            let inner = match &value.kind {
                Kind::List(form) => [Some(("/0", &form.entry)), None],
                Kind::Map(form) => [Some(("/(key)", &form.key)), Some(("/(value)", &form.value))],
                _ => [None, None],
            };
            let mut inner = inner.into_iter().flatten();
            let missing = inner.find(|(_, one)| self.of_value(one, texts).is_none());
            match missing {
                Some((step, inner)) if lengths(value.length).0 > 0 => {
                    path.push_str(step);
                    value = inner;
                }
                _ => return (path, value),
            }
        }
    }

    /// What is wrong with the constraints of a value that is no structure.
    fn fault(&self, value: &Value, texts: &mut Texts) -> String {
        match (lengths(value.length), &value.kind) {
            ((min, Some(max)), _) if max < min => {
                format!("no length is at least {min} and at most {max}")
            }
            ((min, _), _) if min > LONGEST => {
                format!("a value of {min} characters, bytes or entries is not printed")
            }
            ((min, _), Kind::List(_) | Kind::Map(_)) => {
                format!("there are not {min} distinct entries")
            }
            (_, Kind::String | Kind::Enum(_) | Kind::JsonText) => {
                texts.shortest(&Demand::of(value)).err().unwrap_or_default()
            }
            _ => "no number is within the range".to_owned(),
        }
    }
}

/// How many distinct values there are, at most.
fn distinct(forms: &Forms, value: &Value) -> u64 {
    match &value.kind {
        Kind::Boolean => 2,
        Kind::Enum(place) => match forms.shapes.get(*place) {
            Some(ShapeForm::Enum(form)) => form.values.len() as u64,
            _ => 0,
        },
        _ => numbers::distinct(value),
    }
}
