//! The places of a model's parts in its file.

use super::layout::{Facet, Layout, SmithyLayout};
use super::{Bounds, Constraints, Model, ShapeId, ShapeKind};
use crate::json::{Segment, pointer};

impl Model {
    /// Returns where the file defines a part of a shape or of one of its members, as a JSON pointer
    /// (RFC 6901), for problems that are found after reading.
    ///
    /// If there is no such part, the pointer leads to the next larger one: to the member if it has
    /// no pattern, to the shape if it has no such member, to all shapes if the shape is defined by
    /// Smithy's prelude and not by the file.
    ///
    /// ```
    /// use glue_model::{Facet, Source, read};
    ///
    /// let text = r#"{
    ///   "metadata": {
    ///     "apiVersion": "2020-02-02", "endpointPrefix": "toy", "jsonVersion": "1.1",
    ///     "protocol": "json", "serviceFullName": "Toy Service", "serviceId": "Toy"
    ///   },
    ///   "operations": {},
    ///   "shapes": {
    ///     "Names": {"type": "list", "member": {"shape": "Name"}},
    ///     "Name": {"type": "string", "pattern": "[a-z]+"}
    ///   }
    /// }"#;
    /// let model = read(&Source { file: "toy.json", bytes: text.as_bytes() })?;
    /// let ids: Vec<_> = model.shapes().map(|(id, _)| id).collect();
    /// let target = model.pointer(ids[0], Some("member"), Facet::Target);
    /// assert_eq!(target, "/shapes/Names/member/shape");
    /// assert_eq!(model.pointer(ids[1], None, Facet::Pattern), "/shapes/Name/pattern");
    /// assert_eq!(model.pointer(ids[1], None, Facet::Length), "/shapes/Name");
    /// # Ok::<(), glue_model::Diagnostics>(())
    /// ```
    #[must_use]
    pub fn pointer(&self, shape: ShapeId, member: Option<&str>, facet: Facet) -> String {
        let Some(definition) = self.shapes.get(shape.index()) else {
            return "/shapes".to_owned();
        };
        let find = |name| definition.kind.members().find(|member| member.name == name);
        let found = member.and_then(find);
        let is_missing = member.is_some() && found.is_none();
        let constraints = found.map_or(&definition.constraints, |member| &member.constraints);
        let facet = match facet {
            Facet::Target if found.is_some() => facet,
            facet if !is_missing && constraints.has(facet) => facet,
            _ => Facet::Whole,
        };
        let member = found.map(|member| member.name.as_str());
        let steps = steps_to(&definition.kind, member);
        match &self.layout {
            Layout::Botocore => {
                let key = botocore_key(facet, constraints);
                join(["shapes", &definition.name].into_iter().chain(steps).chain(key))
            }
            Layout::Smithy(layout) => layout.pointer(shape, member, steps, facet),
        }
    }
}

impl SmithyLayout {
    fn pointer<'a>(
        &'a self,
        shape: ShapeId,
        member: Option<&str>,
        steps: impl Iterator<Item = &'a str>,
        facet: Facet,
    ) -> String {
        let Some(id) = self.ids.get(shape.index()) else {
            return "/shapes".to_owned();
        };
        let first = self.elsewhere.partition_point(|spot| spot.shape < shape);
        let of_shape = self.elsewhere.iter().skip(first).take_while(|spot| spot.shape == shape);
        let mut of_part = of_shape.filter(|spot| spot.member.as_deref() == member);
        if let Some(spot) = of_part.find(|spot| spot.facet == facet) {
            return spot.pointer.clone();
        }
        let within: &[&str] = match facet {
            Facet::Whole => &[],
            Facet::Target => &["target"],
            Facet::Length => &["traits", "smithy.api#length"],
            Facet::Range => &["traits", "smithy.api#range"],
            Facet::Pattern => &["traits", "smithy.api#pattern"],
        };
        join(["shapes", id].into_iter().chain(steps).chain(within.iter().copied()))
    }
}

impl Constraints {
    fn has(&self, facet: Facet) -> bool {
        match facet {
            Facet::Whole | Facet::Target => false,
            Facet::Length => self.length.is_some(),
            Facet::Range => self.range.is_some(),
            Facet::Pattern => self.pattern.is_some(),
        }
    }
}

/// The path from a shape's definition to its member's, the same in both formats.
fn steps_to<'a>(kind: &ShapeKind, member: Option<&'a str>) -> impl Iterator<Item = &'a str> {
    let is_named = matches!(kind, ShapeKind::Structure(_) | ShapeKind::Union(_));
    let folder = (is_named && member.is_some()).then_some("members");
    folder.into_iter().chain(member)
}

/// The key of a facet in botocore's models; of two bounds, the key of the lower one.
fn botocore_key(facet: Facet, constraints: &Constraints) -> Option<&'static str> {
    fn bound<T>(bounds: Option<&Bounds<T>>) -> Option<&'static str> {
        bounds.map(|bounds| if bounds.min.is_some() { "min" } else { "max" })
    }
    match facet {
        Facet::Whole => None,
        Facet::Target => Some("shape"),
        Facet::Length => bound(constraints.length.as_ref()),
        Facet::Range => bound(constraints.range.as_ref()),
        Facet::Pattern => Some("pattern"),
    }
}

fn join<'a>(keys: impl Iterator<Item = &'a str>) -> String {
    let path: Vec<Segment> = keys.map(|key| Segment::Key(key.to_owned())).collect();
    pointer(&path)
}
