//! The features of the runtime that a file needs.

use std::collections::BTreeSet;

use crate::options::Maps;
use crate::plan::{Type, TypeItem};

/// The features of the types that members have, as the runtime's macro `requires` names them.
pub(super) fn of_types(types: &[TypeItem]) -> Vec<&'static str> {
    let mut features = BTreeSet::new();
    for item in types {
        match item {
            TypeItem::Structure(structure) => {
                structure.fields.iter().for_each(|field| insert(&field.ty, &mut features));
            }
            TypeItem::Union(union) => {
                union.variants.iter().for_each(|variant| insert(&variant.ty, &mut features));
            }
            TypeItem::Enum(_) => {}
        }
    }
    features.into_iter().collect()
}

fn insert(ty: &Type, features: &mut BTreeSet<&'static str>) {
    match ty {
        Type::Timestamp(crates) => features.extend(crates.name()),
        Type::Bytes => drop(features.insert("bytes")),
        Type::List { entry, .. } => insert(entry, features),
        Type::Map { kind, value, .. } => {
            features.extend((*kind == Maps::Index).then_some("indexmap"));
            insert(value, features);
        }
        _ => {}
    }
}
