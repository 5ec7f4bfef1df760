//! Problems found in a model, as data.

mod render;

use crate::locate::{Anchor, Position, Query, locate};
use crate::source::Source;

pub use render::Plain;
pub(crate) use render::Quoted;

/// The maximum number of problems reported for a file. More would help nobody, and a hostile file
/// must not cost much more than its size.
pub(crate) const PROBLEMS: usize = 1000;

/// A problem: where it is, what is wrong and what to do.
///
/// `Display` formats it like rustc's errors:
///
/// ```text
/// error: member `Nodes` targets shape `NodeLst`, which the model does not define
///   --> service-2.json:812:20 (/shapes/WorkflowGraph/members/Nodes/shape, shape `WorkflowGraph`)
///   = help: did you mean `NodeList`?
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The name of the file that the caller gave.
    pub file: String,
    /// The position in the text, if known.
    pub position: Option<Position>,
    /// The place as a JSON pointer (RFC 6901), such as `/shapes/NameString/max`.
    pub pointer: String,
    /// The shape that the problem belongs to.
    pub shape: Option<String>,
    /// The fault, in one sentence without a period.
    pub message: String,
    /// The way out, in one sentence without a period.
    pub help: Option<String>,
}

/// All problems of a run, in the order of the file. Never empty if returned as an error.
///
/// `Display` writes every problem and a last line that counts them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Returns the problems in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// Returns the number of problems.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there are no problems.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Sets the positions of the problems in `source`'s file that have none, by looking up their
    /// pointers in the text. This is for stages that know a model but not its text. A problem whose
    /// pointer leads nowhere does not change.
    pub fn locate_in(&mut self, source: &Source<'_>) {
        let Ok(text) = std::str::from_utf8(source.bytes) else {
            return;
        };
        let (places, pointers): (Vec<usize>, Vec<String>) = (self.0.iter().enumerate())
            .filter(|(_, diagnostic)| {
                diagnostic.position.is_none() && diagnostic.file == source.file
            })
            .map(|(place, diagnostic)| (place, diagnostic.pointer.clone()))
            .unzip();
        let queries: Vec<_> =
            pointers.iter().map(|pointer| Query { pointer, anchor: Anchor::Value }).collect();
        for (place, position) in places.into_iter().zip(locate(text, &queries)) {
            self.0[place].position = position;
        }
    }
}

impl Diagnostic {
    /// Creates a problem at a place of a file; the other methods set the rest.
    #[must_use]
    pub fn new(
        file: impl Into<String>,
        pointer: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            file: file.into(),
            position: None,
            pointer: pointer.into(),
            shape: None,
            message: message.into(),
            help: None,
        }
    }

    /// Sets the position in the text.
    #[must_use]
    pub fn with_position(mut self, position: Position) -> Self {
        self.position = Some(position);
        self
    }

    /// Sets the shape that the problem belongs to.
    #[must_use]
    pub fn with_shape(mut self, shape: impl Into<String>) -> Self {
        self.shape = Some(shape.into());
        self
    }

    /// Sets what to do about it.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl std::error::Error for Diagnostics {}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(diagnostics: I) -> Self {
        Self(diagnostics.into_iter().collect())
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        self.0.extend(diagnostics);
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
