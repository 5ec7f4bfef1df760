//! The names of members, of structures and unions alike.

/// A type whose members have names.
pub(super) trait Names {
    /// The members' keys, in the order of the model.
    const MEMBERS: &'static [&'static str];
    /// Other keys that read as a member.
    const ALIASES: &'static [(&'static str, usize)];

    /// How many names there are.
    const COUNT: usize = Self::MEMBERS.len() + Self::ALIASES.len();
}

/// One of the names, the members' own before the others; for loops that the compiler runs.
pub(super) const fn name<T: Names>(index: usize) -> &'static str {
    match index < T::MEMBERS.len() {
        true => T::MEMBERS[index],
        false => T::ALIASES[index - T::MEMBERS.len()].0,
    }
}
