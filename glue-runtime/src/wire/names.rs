//! The names of the members of structures and unions, as the code that finds them sees them.

use std::marker::PhantomData;

use super::structure::Structure;
use super::union::Union;

/// A type whose members have names.
pub(super) trait Names {
    /// The members' keys, in the order of the model.
    const MEMBERS: &'static [&'static str];
    /// Other keys that read as a member.
    const ALIASES: &'static [(&'static str, usize)];

    /// How many names there are.
    const COUNT: usize = Self::MEMBERS.len() + Self::ALIASES.len();
}

/// The names of a structure.
pub(super) struct OfStructure<T>(PhantomData<T>);

impl<T: Structure> Names for OfStructure<T> {
    const MEMBERS: &'static [&'static str] = T::MEMBERS;
    const ALIASES: &'static [(&'static str, usize)] = T::ALIASES;
}

/// The names of a union.
pub(super) struct OfUnion<T>(PhantomData<T>);

impl<T: Union> Names for OfUnion<T> {
    const MEMBERS: &'static [&'static str] = T::MEMBERS;
    const ALIASES: &'static [(&'static str, usize)] = T::ALIASES;
}

/// One of the names, the members' own before the others; for loops that the compiler runs.
pub(super) const fn name<T: Names>(index: usize) -> &'static str {
    match index < T::MEMBERS.len() {
        true => T::MEMBERS[index],
        false => T::ALIASES[index - T::MEMBERS.len()].0,
    }
}
