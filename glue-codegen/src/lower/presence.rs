//! Which members must be present, and whether their types say so.
//!
//! Where a service's answers reach, every member is optional in its type: services leave out even
//! required members, and a model may drop a `required` later. Only in what callers alone write is
//! a required member plain, unless that would make the structure impossible to build.

use glue_model::{Member, Model, ShapeId, ShapeKind};

use super::recursion::components;
use crate::plan::Presence;

/// Reading counts required members in as many bits.
const MOST_PLAIN: usize = 128;

/// Decides presence for every structure of a model.
pub(super) struct Presences {
    plain: Vec<bool>,
    /// Components of structures that require each other.
    required_cycle: Vec<usize>,
    read_into: Vec<bool>,
}

impl Presences {
    pub(super) fn new(model: &Model, sent: &[bool]) -> Self {
        let plain: Vec<bool> = model
            .shapes()
            .map(|(id, shape)| match &shape.kind {
                ShapeKind::Structure(structure) => {
                    let required = structure.members.iter().filter(|member| member.required);
                    !sent.get(id.index()).copied().unwrap_or(true) && required.count() <= MOST_PLAIN
                }
                _ => false,
            })
            .collect();
        let required = |id: ShapeId| match &model.shape(id).kind {
            ShapeKind::Structure(structure) => {
                let required = structure.members.iter().filter(|member| member.required);
                required.map(|member| member.target).filter(|to| plain[to.index()]).collect()
            }
            _ => Vec::new(),
        };
        let shapes = model.shapes().map(|(id, _)| id).filter(|id| plain[id.index()]);
        let required_cycle = components(model.shapes().len(), shapes.map(|id| (id, required(id))));
        let mut presences = Self { plain, required_cycle, read_into: Vec::new() };
        presences.read_into = presences.mark_read_into(model);
        presences
    }

    /// How a member of the structure `holder` is present.
    pub(super) fn of(&self, holder: ShapeId, member: &Member) -> Presence {
        let in_cycle = self.required_cycle.get(holder.index())
            == self.required_cycle.get(member.target.index());
        match member.required {
            false => Presence::Optional,
            true if self.plain[holder.index()] && !in_cycle => Presence::Required,
            true => Presence::Expected,
        }
    }

    /// Whether a plain required member targets the shape, so that reading starts from a placeholder.
    pub(super) fn needs_placeholder(&self, shape: ShapeId) -> bool {
        self.read_into[shape.index()]
    }

    fn mark_read_into(&self, model: &Model) -> Vec<bool> {
        let mut marked = vec![false; model.shapes().len()];
        for (holder, shape) in model.shapes() {
            if let ShapeKind::Structure(structure) = &shape.kind {
                let plain = |member: &&Member| self.of(holder, member) == Presence::Required;
                for member in structure.members.iter().filter(plain) {
                    marked[member.target.index()] = true;
                }
            }
        }
        marked
    }
}
