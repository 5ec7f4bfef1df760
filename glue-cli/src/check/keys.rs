//! Finding the member that a key names, as generated types do.

use std::collections::HashMap;

use glue_codegen::inspect::MemberForm;

/// The names of a type's members: first their keys, and then their own names where these differ.
#[derive(Debug)]
pub(super) struct Keys {
    members: Vec<&'static str>,
    exact: HashMap<&'static str, usize>,
    /// The names in lower case, each with all that are spelled so in any case.
    folded: HashMap<String, Vec<(&'static str, usize)>>,
}

impl Keys {
    /// Makes the table.
    pub(super) fn new(members: &'static [MemberForm]) -> Self {
        let keys: Vec<&'static str> = members.iter().map(|member| member.key.as_str()).collect();
        let own = members.iter().enumerate().filter(|(_, member)| member.name != member.key);
        let own = own.map(|(place, member)| (member.name.as_str(), place));
        let names = keys.iter().enumerate().map(|(place, key)| (*key, place)).chain(own);
        let (mut exact, mut folded) = (HashMap::new(), HashMap::<_, Vec<_>>::new());
        for (name, place) in names {
            exact.entry(name).or_insert(place);
            folded.entry(name.to_ascii_lowercase()).or_default().push((name, place));
        }
        Self { members: keys, exact, folded }
    }

    /// The member that a key names. The one expected next is tried first, because most writers keep
    /// the model's order.
    #[inline]
    pub(super) fn find(&self, expected: usize, key: &str) -> Option<usize> {
        if self.members.get(expected).is_some_and(|name| *name == key) {
            return Some(expected);
        }
        self.exact.get(key).copied().or_else(|| self.find_in_another_case(key))
    }

    /// The member that a key names if ASCII case does not count. A name that differs in its first
    /// letter alone comes before the others, and then the one that the model has first.
    fn find_in_another_case(&self, key: &str) -> Option<usize> {
        let names = self.folded.get(&key.to_ascii_lowercase())?;
        let rest = |name: &str| name.as_bytes().get(1..) == key.as_bytes().get(1..);
        let close = names.iter().find(|(name, _)| rest(name)).or_else(|| names.first());
        close.map(|(_, place)| *place)
    }
}
