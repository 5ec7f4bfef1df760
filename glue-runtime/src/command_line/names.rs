//! The names of members whose keys are others.

/// What the members are called whose keys are not their names: the tables of a structure.
#[derive(Clone, Copy, Default)]
pub(super) struct Names {
    pub(super) keys: &'static [&'static str],
    pub(super) names: &'static [(&'static str, usize)],
}

impl Names {
    /// The name of the member with a key; the key itself if it has no other.
    pub(super) fn of(self, key: &str) -> &str {
        let is_named = |member: usize| self.keys.get(member).is_some_and(|known| *known == key);
        self.names.iter().find(|(_, member)| is_named(*member)).map_or(key, |(name, _)| name)
    }
}
