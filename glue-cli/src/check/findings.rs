//! Checks a text that holds one value, and says where in it the problems are.

use std::rc::Rc;

use glue_codegen::Position;

use super::locate::{Target, locate};
use super::problem::{Finding, Problem, Severity};
use super::reader::{Reader, sentence};
use super::types::{Aggregate, Types};
use super::yaml::Node;

/// What is wrong with a value.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// The problems, in the order of the text.
    pub(super) list: Vec<Finding>,
    /// How many problems there are beyond those.
    pub(super) left_out: usize,
    /// Whether the text is not JSON.
    pub(super) is_broken: bool,
}

/// A place of a file, where a part of it begins: the line and column, and the JSON pointer.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    pub(super) position: Position,
    pub(super) pointer: String,
    /// The value itself, if its text was made of YAML.
    pub(super) yaml: Option<Rc<Node>>,
}

/// Checks the text of one value.
pub(super) fn check(
    text: &str,
    (types, shape): (&'static Types, &'static Aggregate),
    origin: &Origin,
    strict: bool,
) -> Findings {
    let mut reader = Reader::new(types);
    let mut json = serde_json::Deserializer::from_str(text);
    let result = reader.read(shape, &mut json).and_then(|()| json.end());
    if result.is_ok() && reader.problems.is_empty() {
        return Findings::default();
    }
    let mut findings = found(reader, text, origin, strict);
    if let Err(error) = result {
        let Findings { list, is_broken, .. } = unread(&error, text, origin);
        findings.list.extend(list);
        findings.is_broken = is_broken;
    }
    findings
}

/// What is wrong with a text that cannot be read as JSON.
pub(super) fn unread(error: &serde_json::Error, text: &str, origin: &Origin) -> Findings {
    let list = vec![not_json(error, text, origin)];
    Findings { list, left_out: 0, is_broken: !is_out_of_range(error) }
}

/// Whether a text is JSON all the same: it has a number that is too large for a double.
fn is_out_of_range(error: &serde_json::Error) -> bool {
    error.to_string().starts_with("number out of range")
}

/// Whether a character may be in a number.
fn is_of_number(character: char) -> bool {
    character.is_ascii_digit() || "+-.eE".contains(character)
}

/// What a reader found in a text.
pub(super) fn found(reader: Reader, text: &str, origin: &Origin, strict: bool) -> Findings {
    let list = located(reader.problems, text, origin, strict);
    Findings { list, left_out: reader.left_out, is_broken: false }
}

/// The problem of a text that cannot be read as JSON.
pub(super) fn not_json(error: &serde_json::Error, text: &str, origin: &Origin) -> Finding {
    let mut lines = text.split('\n');
    let above = error.line().saturating_sub(1);
    let before: usize = lines.by_ref().take(above).map(|line| line.len() + 1).sum();
    let column = error.column().max(1).min(lines.next().unwrap_or_default().len().max(1));
    let mut offset = before + column - 1;
    let (mut rule, mut message) = ("syntax", format!("the text is not JSON: {}", sentence(error)));
    if is_out_of_range(error) {
        let number = text.get(..=offset).unwrap_or_default();
        offset = number.trim_end_matches(is_of_number).len();
        (rule, message) = ("form", "the number is beyond what a double can hold".to_owned());
    }
    let position = Lines::new(text, origin.position).position(offset);
    Finding {
        severity: Severity::Error,
        rule,
        message,
        help: None,
        position,
        pointer: origin.pointer.clone(),
        shape: None,
    }
}

/// The problems with their places.
fn located(problems: Vec<Problem>, text: &str, origin: &Origin, strict: bool) -> Vec<Finding> {
    let mut placed: Vec<(Target, Problem)> = problems
        .into_iter()
        .map(|problem| {
            let (steps, anchor) = (problem.place().collect(), problem.anchor);
            (Target { steps, anchor, offset: 0, pointer: String::new() }, problem)
        })
        .collect();
    placed.sort_by(|(one, _), (other, _)| one.steps.cmp(&other.steps));
    let (mut targets, problems): (Vec<Target>, Vec<Problem>) = placed.into_iter().unzip();
    locate(text, &mut targets);
    let mut lines = Lines::new(text, origin.position);
    let findings = problems.into_iter().zip(targets).map(|(problem, target)| {
        let position = match &origin.yaml {
            Some(node) => node.find(&target),
            None => lines.position(target.offset),
        };
        problem.finding(strict, position, format!("{}{}", origin.pointer, target.pointer))
    });
    findings.collect()
}

/// Counts lines and columns, forwards.
pub(super) struct Lines<'t> {
    text: &'t str,
    at: usize,
    position: Position,
}

impl<'t> Lines<'t> {
    /// Starts at the beginning of a text, which is at a position of its file.
    pub(super) fn new(text: &'t str, position: Position) -> Self {
        Self { text, at: 0, position }
    }

    /// The position of an offset that is not before the last one.
    pub(super) fn position(&mut self, offset: usize) -> Position {
        let passed = self.text.as_bytes().get(self.at..offset).unwrap_or_default();
        for byte in passed {
            match byte {
                b'\n' => self.position = Position { line: self.position.line + 1, column: 1 },
                // Of a character, only the first byte counts.
                0x80..=0xbf => {}
                _ => self.position.column += 1,
            }
        }
        self.at = offset.max(self.at);
        self.position
    }
}
