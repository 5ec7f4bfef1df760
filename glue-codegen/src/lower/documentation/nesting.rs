//! The open elements. Other nested HTML ends with its paragraph, or is the text of an item.

/// The open lists and asides, from the outermost to the innermost, each with the depth of the
/// writer around it.
#[derive(Debug, Default)]
pub(super) struct Nesting {
    open: Vec<(Scope, usize)>,
    /// The positions of the lists in `open`.
    lists: Vec<usize>,
    /// The positions of the asides in `open`.
    asides: Vec<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    List,
    Aside,
}

impl Nesting {
    pub(super) fn len(&self) -> usize {
        self.open.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    pub(super) fn enter_list(&mut self, depth: usize) {
        self.lists.push(self.open.len());
        self.open.push((Scope::List, depth));
    }

    pub(super) fn enter_aside(&mut self, depth: usize) {
        self.asides.push(self.open.len());
        self.open.push((Scope::Aside, depth));
    }

    /// Leaves the innermost element, and returns the depth of the writer around it.
    pub(super) fn leave(&mut self) -> Option<usize> {
        let (scope, depth) = self.open.pop()?;
        match scope {
            Scope::List => self.lists.pop(),
            Scope::Aside => self.asides.pop(),
        };
        Some(depth)
    }

    pub(super) fn innermost_is_aside(&self) -> bool {
        matches!(self.open.last(), Some((Scope::Aside, _)))
    }

    /// The number of elements open around the innermost list, if there is one.
    pub(super) fn around_list(&self) -> Option<usize> {
        self.lists.last().copied()
    }

    /// The number of elements open around the innermost aside, if there is one.
    pub(super) fn around_aside(&self) -> Option<usize> {
        self.asides.last().copied()
    }
}
