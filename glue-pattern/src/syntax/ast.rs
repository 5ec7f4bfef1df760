//! The syntax tree of a pattern. Flags and names are already resolved: a character class holds the
//! characters it matches under the flags around it.

use crate::class_set::ClassSet;

/// One node of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Matches the empty string.
    Empty,
    /// Matches one character of a set.
    Class(ClassSet),
    /// Matches its parts one after the other.
    Concat(Vec<Node>),
    /// Matches any of its branches, the first ones preferred.
    Alternate(Vec<Node>),
    /// Matches its body repeatedly.
    Repeat(Box<Repeat>),
    /// A capturing group, numbered from 1 in the order of the opening parentheses.
    Group(u32, Box<Node>),
    /// `(?>...)`: never gives back what it has matched.
    Atomic(Box<Node>),
    /// Looks at the text before or after this place and matches the empty string.
    Look(Look),
    /// Matches the empty string at the start of the text.
    Start,
    /// Matches the empty string at the end of the text.
    End,
    /// Matches what a group matched last; never matches if the group has taken no part yet.
    BackReference(u32, Folding),
}

/// `X{min,max}` and its short forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The repeated node.
    pub body: Node,
    /// The least number of times.
    pub min: u32,
    /// The greatest number of times; `None` if there is no bound.
    pub max: Option<u32>,
    /// The preferred number of times.
    pub preference: Preference,
}

/// The number of repetitions that is tried first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// The greatest.
    Greedy,
    /// The least.
    Lazy,
    /// The greatest, and only that.
    Possessive,
}

/// `(?=X)`, `(?!X)`, `(?<=X)`, `(?<!X)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The direction of the look-around.
    pub direction: Direction,
    /// Whether the body must not match.
    pub negative: bool,
    /// The body that must match, or must not.
    pub body: Box<Node>,
}

/// The direction of a [`Look`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// At the text that follows.
    Ahead,
    /// At the text before.
    Behind,
}

/// The letters that count as equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folding {
    /// Only equal ones.
    None,
    /// ASCII letters that only differ in case too, as under `(?i)`.
    Ascii,
    /// Letters that only differ in case anywhere in Unicode too, as under `(?iu)`.
    Unicode,
}

impl Node {
    pub(super) fn look(direction: Direction, negative: bool, body: Node) -> Self {
        Self::Look(Look { direction, negative, body: Box::new(body) })
    }

    /// The nodes directly below this one.
    pub(crate) fn children(&self) -> &[Self] {
        match self {
            Self::Concat(children) | Self::Alternate(children) => children,
            Self::Repeat(repeat) => std::slice::from_ref(&repeat.body),
            Self::Group(_, body) | Self::Atomic(body) => std::slice::from_ref(body),
            Self::Look(look) => std::slice::from_ref(&look.body),
            Self::Empty | Self::Class(_) | Self::Start | Self::End | Self::BackReference(..) => &[],
        }
    }

    /// The same node with its children changed.
    pub(crate) fn map_children<E>(
        self,
        mut change: impl FnMut(Self) -> Result<Self, E>,
    ) -> Result<Self, E> {
        Ok(match self {
            Self::Concat(children) => {
                Self::Concat(children.into_iter().map(change).collect::<Result<_, E>>()?)
            }
            Self::Alternate(children) => {
                Self::Alternate(children.into_iter().map(change).collect::<Result<_, E>>()?)
            }
            Self::Repeat(mut repeat) => {
                repeat.body = change(repeat.body)?;
                Self::Repeat(repeat)
            }
            Self::Group(number, body) => Self::Group(number, Box::new(change(*body)?)),
            Self::Atomic(body) => Self::Atomic(Box::new(change(*body)?)),
            Self::Look(mut look) => {
                look.body = Box::new(change(*look.body)?);
                Self::Look(look)
            }
            leaf => leaf,
        })
    }
}
