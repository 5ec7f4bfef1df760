//! Which member of a type a JSON key names.

use std::collections::HashMap;

use crate::plan::TypeItem;

/// The names by which the members of a structure or union are read.
pub(super) struct Keys {
    /// The members' keys, and their names in the model where no key is equal.
    exact: HashMap<String, usize>,
    /// The same in lower case: the keys in the model's order, then the names.
    folded: HashMap<String, Vec<(String, usize)>>,
}

impl Keys {
    /// The keys of a type.
    pub(super) fn of(item: &TypeItem) -> Self {
        let names: Vec<(&str, &str)> = match item {
            TypeItem::Structure(structure) => {
                let fields = structure.fields.iter();
                fields.map(|field| (&*field.key, &*field.model_name)).collect()
            }
            TypeItem::Union(union) => {
                let variants = union.variants.iter();
                variants.map(|variant| (&*variant.key, &*variant.model_name)).collect()
            }
            TypeItem::Enum(_) => Vec::new(),
        };
        let mut keys = Self { exact: HashMap::new(), folded: HashMap::new() };
        let own = names.iter().enumerate().map(|(member, (key, _))| (*key, member));
        let others = names.iter().enumerate().map(|(member, (_, name))| (*name, member));
        for (name, member) in own.chain(others) {
            keys.exact.entry(name.to_owned()).or_insert(member);
            let alike = keys.folded.entry(name.to_ascii_lowercase()).or_default();
            alike.push((name.to_owned(), member));
        }
        keys
    }

    /// The place of the member that is read from a key, as generated code finds it: by its key, by
    /// its name in the model, or by one of these in another case, preferably with only the first
    /// letter different.
    pub(super) fn find(&self, written: &str) -> Option<usize> {
        if let Some(member) = self.exact.get(written) {
            return Some(*member);
        }
        let alike = self.folded.get(&written.to_ascii_lowercase())?;
        let rest = |name: &str| name.as_bytes().get(1..) == written.as_bytes().get(1..);
        let best = alike.iter().find(|(name, _)| rest(name)).or(alike.first());
        best.map(|(_, member)| *member)
    }
}
