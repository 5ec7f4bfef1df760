//! The names of members that differ from their keys.

/// The members of a structure whose names differ from their keys.
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
