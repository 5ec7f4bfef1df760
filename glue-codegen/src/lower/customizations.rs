//! What the options change for selected types, members and values.

use std::collections::HashMap;

use glue_model::{Model, ShapeId};

use super::attributes;
use super::closure::Closure;
use super::derives::{self, Request};
use super::elsewhere::Elsewhere;
use super::problems::Problems;
use super::renames::Renames;
use super::selectors::{Selected, Selectors};
use crate::options::{Customization, Options};
use crate::plan::TypeItem;

/// The options for selected things, with all selectors resolved.
#[derive(Default)]
pub(super) struct Customizations {
    /// Attributes, as code.
    attributes: Vec<(Selected, String)>,
    /// Derives by their paths, with the selectors that they are for; none for all types.
    derives: Vec<(Option<(String, Selected)>, String)>,
    /// Derives to skip, by their names.
    skipped: Vec<(Selected, String)>,
}

/// Resolves the selectors. Everything that is wrong with them or their texts is a problem.
pub(super) fn resolve(
    model: &Model,
    options: &Options,
    closure: &Closure,
    elsewhere: &Elsewhere,
    problems: &mut Problems<'_>,
) -> (Customizations, Renames) {
    let mut selectors = Selectors::new(model, closure, options.has_more_features);
    let customizations = Customizations::new(options, &mut selectors, closure, elsewhere, problems);
    (customizations, Renames::new(&options.renames, &mut selectors, problems))
}

impl Customizations {
    fn new(
        options: &Options,
        selectors: &mut Selectors<'_>,
        closure: &Closure,
        elsewhere: &Elsewhere,
        problems: &mut Problems<'_>,
    ) -> Self {
        derives::check(&options.derives, problems);
        let mut customizations = Self::default();
        let all = options.derives.iter().map(|path| (None, path.clone()));
        customizations.derives.extend(all);
        for option in &options.derives_for {
            let selected = types(selectors, option, "a derive", problems);
            for path in option.text.split(',').map(str::trim) {
                if derives::is_path(path, problems) {
                    customizations.derive(&option.selector, &selected, path.to_owned());
                }
            }
        }
        for option in &options.skipped_derives {
            let selected = types(selectors, option, "a derive", problems);
            customizations.skipped.push((selected, option.text.clone()));
        }
        for option in &options.attributes {
            let selected = selectors.select(&option.selector, problems);
            let parsed = attributes::parse(&option.text, problems);
            if !parsed.derives.is_empty() && !selected.parts.is_empty() {
                report_parts(option, "a derive", problems);
            }
            for path in parsed.derives {
                customizations.derive(&option.selector, &selected, path);
            }
            if !parsed.code.is_empty() {
                elsewhere.check_attribute(&option.selector, &selected, closure, problems);
                customizations.attributes.push((selected, parsed.code));
            }
        }
        customizations
    }

    fn derive(&mut self, selector: &str, selected: &Selected, path: String) {
        self.derives.push((Some((selector.to_owned(), selected.clone())), path));
    }

    /// Changes the types, which are made from `shapes`.
    pub(super) fn apply(
        self,
        shapes: &[ShapeId],
        types: &mut [TypeItem],
        problems: &mut Problems<'_>,
    ) {
        let places: HashMap<ShapeId, usize> =
            shapes.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        for (selected, names) in &self.skipped {
            let places: Vec<usize> =
                selected.types.iter().filter_map(|id| places.get(id).copied()).collect();
            derives::skip(types, &places, names, problems);
        }
        let requests: Vec<Request> =
            self.derives.into_iter().map(|(option, path)| request(option, path, shapes)).collect();
        derives::assign(types, &requests, problems);
        for (selected, code) in &self.attributes {
            for place in selected.types.iter().filter_map(|id| places.get(id)) {
                if let Some(item) = types.get_mut(*place) {
                    item.attributes_mut().custom.push_str(code);
                }
            }
            for (id, part) in &selected.parts {
                let item = places.get(id).and_then(|place| types.get_mut(*place));
                if let Some(attributes) = item.and_then(|item| item.part_attributes_mut(*part)) {
                    attributes.custom.push_str(code);
                }
            }
        }
    }
}

fn request(option: Option<(String, Selected)>, path: String, shapes: &[ShapeId]) -> Request {
    let (selector, selected) = match option {
        None => (None, vec![true; shapes.len()]),
        Some((selector, Selected { types, .. })) => {
            let types: std::collections::HashSet<ShapeId> = types.into_iter().collect();
            (Some(selector), shapes.iter().map(|id| types.contains(id)).collect())
        }
    };
    Request { path, selector, selected }
}

/// What an option's selector selects, which may only be types.
fn types(
    selectors: &mut Selectors<'_>,
    option: &Customization,
    thing: &str,
    problems: &mut Problems<'_>,
) -> Selected {
    let selected = selectors.select(&option.selector, problems);
    if !selected.parts.is_empty() {
        report_parts(option, thing, problems);
    }
    selected
}

fn report_parts(option: &Customization, thing: &str, problems: &mut Problems<'_>) {
    problems.option(
        format!(
            "`{}` selects members or values: {thing} is for types",
            option.selector.escape_debug()
        ),
        "leave out the dot and what follows it".to_owned(),
    );
}
