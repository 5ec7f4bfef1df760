//! Types that the file does not define: those of another module, and those of users in place of
//! shapes.

mod externs;
mod path;
mod replacements;

use glue_model::{Member, Model, ShapeId};
use proc_macro2::Ident;

use super::closure::Closure;
use super::problems::Problems;
use super::selectors::Selected;
use crate::options::Options;
use crate::plan::{Import, Replaced};

use externs::Externs;
pub(super) use replacements::Replacement;
use replacements::Replacements;

/// The types that the file does not define.
pub(super) struct Elsewhere {
    externs: Externs,
    replacements: Replacements,
    has_more_features: bool,
}

impl Elsewhere {
    /// Looks up what the options name.
    pub(super) fn new(model: &Model, options: &Options, problems: &mut Problems<'_>) -> Self {
        let externs = Externs::new(model, &options.externs, problems);
        let replacements = Replacements::new(model, options, problems);
        let has_more_features = options.has_more_features;
        let elsewhere = Self { externs, replacements, has_more_features };
        elsewhere.check_apart(model, problems);
        elsewhere.check_sdk(options, problems);
        elsewhere
    }

    /// Whether another module defines the type of a shape.
    pub(super) fn is_extern(&self, id: ShapeId) -> bool {
        self.externs.contains(id)
    }

    /// The user's type of a member of `holder`, if there is one.
    pub(super) fn replacement(
        &self,
        model: &Model,
        holder: ShapeId,
        member: &Member,
    ) -> Option<&Replacement> {
        self.replacements.of(model, holder, member)
    }

    /// The shapes that a shape leads to: none where its own type is elsewhere, and not those of
    /// members whose types are.
    pub(super) fn targets(&self, model: &Model, id: ShapeId) -> Vec<ShapeId> {
        if self.is_extern(id) {
            return Vec::new();
        }
        let members = model.shape(id).kind.members();
        let own = members.filter(|member| self.replacement(model, id, member).is_none());
        own.map(|member| member.target).collect()
    }

    /// Reports what the options name, and nothing that is generated uses.
    pub(super) fn check_used(&self, model: &Model, closure: &Closure, problems: &mut Problems<'_>) {
        // Other features of the crate may reach more.
        if !self.has_more_features {
            self.externs.check_used(model, closure, problems);
        }
        let defined = |id: &ShapeId| closure.contains(*id) && !self.is_extern(*id);
        let holders: Vec<ShapeId> = model.shapes().map(|(id, _)| id).filter(defined).collect();
        self.replacements.check_used(model, closure, &holders, problems);
    }

    /// Reports an attribute that is only for types that other modules define.
    pub(super) fn check_attribute(
        &self,
        selector: &str,
        selected: &Selected,
        closure: &Closure,
        problems: &mut Problems<'_>,
    ) {
        let holders = selected.parts.iter().map(|(id, _)| id);
        let mut reached = selected.types.iter().chain(holders).filter(|id| closure.contains(**id));
        let Some(first) = reached.next() else { return };
        if self.is_extern(*first) && reached.all(|id| self.is_extern(*id)) {
            problems.option(
                format!("`{}` selects only types of other modules", selector.escape_debug()),
                "add the attribute where these types are generated".to_owned(),
            );
        }
    }

    /// The types to import.
    pub(super) fn imports(
        &self,
        closure: &Closure,
        name: impl Fn(ShapeId) -> Ident,
    ) -> Vec<Import> {
        self.externs.imports(closure, name)
    }

    /// The types in place of shapes.
    pub(super) fn replaced(&self) -> Vec<Replaced> {
        self.replacements.replaced()
    }

    /// Reports shapes with two types: one of another module, and a user's.
    fn check_apart(&self, model: &Model, problems: &mut Problems<'_>) {
        for (id, replacement) in self.replacements.shapes() {
            if let Some(module) = self.externs.module(id) {
                let (name, path) = (&model.shape(id).name, &replacement.path);
                problems.option(
                    format!("`{name}` is replaced by `{path}`, and its type is in `{module}`"),
                    "leave one of them out, or select less".to_owned(),
                );
            }
        }
    }

    /// The official SDK has one type for each of ours, and none for others.
    #[cfg(feature = "aws-sdk")]
    fn check_sdk(&self, options: &Options, problems: &mut Problems<'_>) {
        if options.aws_sdk.is_some()
            && !(options.externs.is_empty() && options.replacements.is_empty())
        {
            problems.option(
                "types that the file does not define cannot be converted to the official SDK's"
                    .to_owned(),
                "leave out the conversions, or the replacements and external types".to_owned(),
            );
        }
    }

    #[cfg(not(feature = "aws-sdk"))]
    fn check_sdk(&self, _: &Options, _: &mut Problems<'_>) {}
}
