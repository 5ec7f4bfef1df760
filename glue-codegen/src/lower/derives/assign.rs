//! Which types have the further derives that the options request.

use std::collections::HashMap;

use proc_macro2::Ident;

use super::{Standard, has_of_kind, last_segment, leaf, report_implemented};
use crate::lower::graph;
use crate::lower::problems::Problems;
use crate::plan::{Type, TypeItem};

/// A derive that an option requests.
pub(in crate::lower) struct Request {
    pub(in crate::lower) path: String,
    /// The selector of an option for selected types.
    pub(in crate::lower) selector: Option<String>,
    /// For each type, whether the derive is requested for it.
    pub(in crate::lower) selected: Vec<bool>,
}

/// Gives each type the requested derives that it can have and does not have yet. A request for
/// selected types of which none can have the derive is a problem.
pub(in crate::lower) fn assign(
    types: &mut [TypeItem],
    requests: &[Request],
    problems: &mut Problems<'_>,
) {
    for request in requests {
        let Some(name) = last_segment(&request.path) else { continue };
        let standard = Standard::of(&request.path);
        let lacking = match standard {
            Some(standard) => lacking(types, standard, &having(types, standard, requests)),
            None => vec![false; types.len()],
        };
        let (mut serves, mut had) = (false, false);
        let places = request.selected.iter().zip(&lacking);
        for (item, (is_selected, lacks)) in types.iter_mut().zip(places) {
            let is_had = has_of_kind(item, &name) || is_serde(&request.path);
            had |= *is_selected && is_had;
            if !is_selected || is_had || *lacks {
                continue;
            }
            serves = true;
            let further = &mut item.derives_mut().further;
            if !further.iter().any(|path| is_same(path, &request.path)) {
                further.push(request.path.clone());
            }
        }
        let is_missed = !serves && request.selected.contains(&true);
        match (&request.selector, standard) {
            (Some(_), _) if is_missed && had => report_implemented(&request.path, problems),
            (Some(_), Some(standard)) if is_missed => {
                report_lacking(types, request, standard, &lacking, problems);
            }
            _ => {}
        }
    }
    check_order(types, problems);
}

/// For each type, whether it has the trait if nothing that it holds keeps it from that.
fn having(types: &[TypeItem], standard: Standard, requests: &[Request]) -> Vec<bool> {
    let mut having: Vec<bool> =
        types.iter().map(|item| has_of_kind(item, standard.name())).collect();
    for request in requests.iter().filter(|one| Standard::of(&one.path) == Some(standard)) {
        let places = having.iter_mut().zip(&request.selected);
        places.for_each(|(having, is_selected)| *having |= is_selected);
    }
    having
}

/// For each type, whether it lacks the trait: no option gives it, or a member lacks it. A type that
/// contains itself does not lack the trait for that reason alone.
fn lacking(types: &[TypeItem], standard: Standard, having: &[bool]) -> Vec<bool> {
    let numbered = || types.iter().enumerate();
    let numbers: HashMap<&Ident, usize> =
        numbered().map(|(number, item)| (item.name(), number)).collect();
    let mut holders = vec![Vec::new(); types.len()];
    let mut starts = Vec::new();
    for (number, item) in numbered() {
        let mut lacks = standard.is_lacking(item) || having.get(number) == Some(&false);
        for (_, ty) in members(item) {
            if let Type::Named(name) | Type::Boxed(name) = leaf(ty) {
                let held = numbers.get(name).and_then(|held| holders.get_mut(*held));
                held.into_iter().for_each(|holders: &mut Vec<usize>| holders.push(number));
            }
            lacks |= standard.is_lacking_value(ty);
        }
        starts.extend(lacks.then_some(number));
    }
    let holders_of = |number: usize| holders.get(number).into_iter().flatten().copied();
    graph::reached(types.len(), starts.into_iter(), |number| number, holders_of)
}

/// The names and types of a structure's or union's members.
fn members(item: &TypeItem) -> Box<dyn Iterator<Item = (&str, &Type)> + '_> {
    match item {
        TypeItem::Structure(structure) => {
            Box::new(structure.fields.iter().map(|field| (field.model_name.as_str(), &field.ty)))
        }
        TypeItem::Union(union) => {
            let variants = union.variants.iter();
            Box::new(variants.map(|variant| (variant.model_name.as_str(), &variant.ty)))
        }
        TypeItem::Enum(_) => Box::new(std::iter::empty()),
    }
}

/// Whether two paths name the same derive: equal, or one is the end of the other.
fn is_same(one: &str, other: &str) -> bool {
    let segments = |path: &str| -> Vec<String> {
        let path = path.trim().trim_start_matches("::").split("::");
        path.map(|segment| segment.trim().to_owned()).collect()
    };
    let (one, other) = (segments(one), segments(other));
    one.ends_with(&other) || other.ends_with(&one)
}

/// Whether a path is a derive of serde, whose traits all types have. Other crates have derives of
/// these names.
fn is_serde(path: &str) -> bool {
    ["serde::Serialize", "serde::Deserialize"].iter().any(|known| is_same(path, known))
}

/// Reports a derive that none of the selected types can have, with the reason for the first.
fn report_lacking(
    types: &[TypeItem],
    request: &Request,
    standard: Standard,
    lacking: &[bool],
    problems: &mut Problems<'_>,
) {
    let first = types.iter().zip(&request.selected).find(|(_, is_selected)| **is_selected);
    let Some((item, _)) = first else { return };
    let is_lacking = |name: &Ident| {
        let found = types.iter().zip(lacking).find(|(item, _)| item.name() == name);
        found.is_some_and(|(_, lacks)| *lacks)
    };
    let value = || members(item).find(|(_, ty)| standard.is_lacking_value(ty));
    let held = || {
        members(item).find_map(|(member, ty)| match leaf(ty) {
            Type::Named(name) | Type::Boxed(name) if is_lacking(name) => Some((member, name)),
            _ => None,
        })
    };
    let other = || "leave it out, or select other types".to_owned();
    let (reason, help) = if standard.is_lacking(item) {
        ("it may hold a document, which has no order".to_owned(), other())
    } else if let Some((member, ty)) = value() {
        let values = match leaf(ty) {
            Type::F64 if standard.is_lacking_value(&Type::F64) => "floating-point numbers",
            Type::Document(held) if standard.is_lacking_value(&Type::Document(*held)) => {
                "documents"
            }
            _ => "maps without an order of keys",
        };
        (format!("its member `{member}` holds {values}, which do not have it"), other())
    } else if let Some((member, name)) = held() {
        let help = format!("select `{name}` as well, if it can derive the trait");
        (format!("its member `{member}` has the type `{name}`, which does not"), help)
    } else {
        ("it lacks the trait".to_owned(), other())
    };
    let (path, name) = (request.path.escape_debug(), item.name());
    problems.option(format!("`{name}` cannot derive `{path}`: {reason}"), help);
}

/// Reports types that are ordered and lack what that needs.
fn check_order(types: &[TypeItem], problems: &mut Problems<'_>) {
    let has = |item: &TypeItem, standard: Standard| {
        let mut further = item.derives().further.iter();
        has_of_kind(item, standard.name())
            || further.any(|path| Standard::of(path) == Some(standard))
    };
    let ordered = types.iter().filter(|item| {
        let mut further = item.derives().further.iter();
        further.any(|path| Standard::of(path) == Some(Standard::Ord))
    });
    for item in ordered {
        let needed = [Standard::Eq, Standard::PartialOrd].into_iter();
        let missing: Vec<&str> =
            needed.filter(|each| !has(item, *each)).map(Standard::name).collect();
        if !missing.is_empty() {
            let missing = missing.join("` and `");
            problems.option(
                format!("`{}` cannot derive `Ord` without `{missing}`", item.name()),
                format!("derive `{missing}` as well"),
            );
            // The others lack the same.
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn a_path_may_be_shorter() {
        assert!(is_same("::schemars::JsonSchema", "schemars::JsonSchema"));
        assert!(is_same("JsonSchema", ":: schemars :: JsonSchema"));
        assert!(!is_same("a::Display", "b::Display"));
        assert!(!is_same("Eq", "PartialEq"));
    }
}
