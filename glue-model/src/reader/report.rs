//! Collects a file's problems, and finds their positions once all are known.

use std::collections::HashSet;
use std::fmt::Display;

use crate::diagnostic::{Diagnostic, Diagnostics, PROBLEMS};
use crate::json::{Segment, SyntaxError, pointer};
use crate::locate::{Anchor, Position, Query, locate};

/// The problems of one file.
pub(super) struct Report<'f> {
    file: &'f str,
    /// The size of the file in bytes.
    size: usize,
    problems: Vec<Problem>,
    /// The messages so far, because parts of the file that others take over are read several times.
    told: HashSet<String>,
    /// Whether there were more than are reported.
    more: bool,
}

/// A problem whose place is still a path.
pub(super) struct Problem {
    path: Vec<Segment>,
    anchor: Anchor,
    position: Option<Position>,
    shape: Option<String>,
    message: String,
    help: Option<String>,
}

impl<'f> Report<'f> {
    pub(super) fn new(file: &'f str) -> Self {
        Self { file, size: 0, problems: Vec::new(), told: HashSet::new(), more: false }
    }

    /// Sets the size of the file, for limits that depend on it.
    pub(super) fn with_size(self, size: usize) -> Self {
        Self { size, ..self }
    }

    pub(super) fn size(&self) -> usize {
        self.size
    }

    pub(super) fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    pub(super) fn push(&mut self, problem: Problem) {
        if self.more {
            return;
        }
        let told = format!("{} {:?} {}", pointer(&problem.path), problem.anchor, problem.message);
        if !self.told.insert(told) {
            return;
        }
        if self.problems.len() < PROBLEMS {
            self.problems.push(problem);
        } else {
            self.more = true;
        }
    }

    /// Reports text that is not JSON.
    pub(super) fn syntax(&mut self, error: &SyntaxError) {
        let message = format!("the file cannot be read as JSON: {}", error.message);
        let problem = Problem::of_file(message).at(error.line, error.column.max(1));
        self.push(match error.cut_off {
            true => problem.help("the file ends too early: check that it was saved whole"),
            false => problem,
        });
    }

    /// The problems with their positions in `text`, in its order.
    pub(super) fn finish(mut self, text: &str) -> Diagnostics {
        let pointers: Vec<String> =
            self.problems.iter().map(|problem| pointer(&problem.path)).collect();
        let queries: Vec<Query<'_>> = (self.problems.iter().zip(&pointers))
            .map(|(problem, pointer)| Query { pointer, anchor: problem.anchor })
            .collect();
        let positions = locate(text, &queries);
        for (problem, position) in self.problems.iter_mut().zip(positions) {
            problem.position = problem.position.or(position);
        }
        let mut diagnostics: Vec<Diagnostic> = (self.problems.into_iter().zip(pointers))
            .map(|(problem, pointer)| problem.into_diagnostic(self.file, pointer))
            .collect();
        diagnostics.sort_by_key(|diagnostic| diagnostic.position);
        if self.more {
            let message = format!("there are more problems than these {PROBLEMS}");
            diagnostics.push(Diagnostic::new(self.file, "", message));
        }
        diagnostics.into_iter().collect()
    }
}

impl Problem {
    /// A problem with the file as a whole.
    pub(super) fn of_file(message: impl Display) -> Self {
        Self {
            path: Vec::new(),
            anchor: Anchor::Value,
            position: None,
            shape: None,
            message: message.to_string(),
            help: None,
        }
    }

    /// Sets the path to the value, and the shape that it belongs to.
    pub(super) fn within(self, path: Vec<Segment>, shape: Option<&str>) -> Self {
        Self { path, shape: shape.map(str::to_owned), ..self }
    }

    /// Moves the problem from the value to the key that leads to it; occurrence 0 is the first.
    pub(super) fn at_key(self, occurrence: usize) -> Self {
        Self { anchor: Anchor::Key { occurrence }, ..self }
    }

    /// Sets the position in the text, if it is known without a search.
    pub(super) fn at(self, line: usize, column: usize) -> Self {
        Self { position: Some(Position { line, column }), ..self }
    }

    pub(super) fn help(self, help: impl Display) -> Self {
        Self { help: Some(help.to_string()), ..self }
    }

    fn into_diagnostic(self, file: &str, pointer: String) -> Diagnostic {
        Diagnostic {
            file: file.to_owned(),
            position: self.position,
            pointer,
            shape: self.shape,
            message: self.message,
            help: self.help,
        }
    }
}
