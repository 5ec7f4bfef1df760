//! Problems found in a model, as data.

mod render;

use crate::locate::{Anchor, Position, Query, locate};
use crate::source::Source;

pub use render::Plain;
pub(crate) use render::Quoted;

/// How many problems of one file are told. More would help nobody, and a hostile file must not
/// cost much more than its size.
pub(crate) const PROBLEMS: usize = 1000;

/// One problem: where it is, what is wrong and what to do.
///
/// Displayed, it reads as rustc's own:
///
/// ```text
/// error: member `Nodes` targets shape `NodeLst`, which the model does not define
///   --> service-2.json:812:20 (/shapes/WorkflowGraph/members/Nodes/shape, shape `WorkflowGraph`)
///   = help: did you mean `NodeList`?
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The file, as the caller named it.
    pub file: String,
    /// Where in the text, where that is known.
    pub position: Option<Position>,
    /// The place as a JSON pointer (RFC 6901), such as `/shapes/NameString/max`.
    pub pointer: String,
    /// The shape the problem belongs to.
    pub shape: Option<String>,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to do about it, in one sentence without a full stop.
    pub help: Option<String>,
}

/// All problems of a run, in the order of the file. Never empty when returned as an error.
///
/// Displayed, it is every problem and a last line that counts them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// The problems, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// How many problems there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Gives the problems of `source`'s file that have no position yet the one their pointer has
    /// in the text: for stages that know a model but not its text. A pointer that leads nowhere
    /// leaves its problem as it was.
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
    /// A problem at a place of a file; the rest is set by the other methods.
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

    /// Sets the place in the text.
    #[must_use]
    pub fn with_position(mut self, position: Position) -> Self {
        self.position = Some(position);
        self
    }

    /// Sets the shape the problem belongs to.
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
