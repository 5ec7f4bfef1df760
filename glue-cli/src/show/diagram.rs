//! How shapes hang together, as a flowchart in the language of Mermaid.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use glue_codegen::inspect::{Forms, Kind, Members, ShapeForm};
use glue_model::Plain;

use super::named::Named;
use super::types::{self, Peeled};
use crate::failure::Failure;
use crate::subject;

/// A diagram so far.
pub(super) struct Diagram<'a> {
    forms: &'a Forms,
    text: String,
    drawn: Vec<bool>,
    open: Vec<usize>,
}

impl<'a> Diagram<'a> {
    /// The diagram of what is named and of all that it leads to.
    pub(super) fn of(forms: &'a Forms, named: &[Named<'_>]) -> Result<String, Failure> {
        let mut diagram = Self {
            forms,
            text: "flowchart LR\n".to_owned(),
            drawn: vec![false; forms.shapes.len()],
            open: Vec::new(),
        };
        for (number, one) in named.iter().enumerate() {
            match one {
                Named::Shape(shape) => {
                    let place = types::place(forms, &shape.name);
                    diagram.node(place.ok_or_else(|| undrawn(&shape.name))?);
                }
                Named::Operation(operation) => diagram.operation(number, &operation.name)?,
            }
            diagram.close();
        }
        Ok(diagram.text)
    }

    fn operation(&mut self, number: usize, name: &str) -> Result<(), Failure> {
        let forms = subject::operation(self.forms, name)?;
        self.line(&format!("o{number}[[{}]]", quoted(name)));
        let errors = forms.errors.iter().map(|(_, place)| ("error", Some(*place)));
        let ends = [("request", forms.input), ("answer", forms.output)].into_iter().chain(errors);
        for (label, place) in ends {
            if let Some(place) = place {
                self.node(place);
                self.line(&format!("o{number} -->|{}| s{place}", quoted(label)));
            }
        }
        Ok(())
    }

    fn line(&mut self, line: &str) {
        // Writing to a string does not fail.
        let _ = writeln!(self.text, "    {line}");
    }

    /// Draws a shape, unless it is there.
    fn node(&mut self, place: usize) {
        match self.drawn.get_mut(place) {
            Some(drawn) if !*drawn => *drawn = true,
            _ => return,
        }
        let name = quoted(types::name(place, self.forms));
        let node = match self.forms.shapes.get(place) {
            Some(ShapeForm::Union(_)) => format!("s{place}{{{{{name}}}}}"),
            Some(ShapeForm::Enum(_)) => format!("s{place}([{name}])"),
            _ => format!("s{place}[{name}]"),
        };
        self.line(&node);
        self.open.push(place);
    }

    /// Draws the edges of all shapes that have none yet, and the shapes to which they lead.
    fn close(&mut self) {
        let forms = self.forms;
        while let Some(place) = self.open.pop() {
            if let Some(ShapeForm::Structure(members) | ShapeForm::Union(members)) =
                forms.shapes.get(place)
            {
                for (target, labels) in edges(members, forms) {
                    self.node(target);
                    self.line(&format!("s{place} -->|{}| s{target}", quoted(&labels.join(", "))));
                }
            }
        }
    }
}

fn undrawn(name: &str) -> Failure {
    Failure::unusable(
        format!("`{}` is not in diagrams", Plain(name)),
        "name an operation, or a structure, union or enum that operations reach",
    )
}

/// The labels of a shape's edges by where they lead, such as `Nodes[]` for a list.
fn edges(members: &Members, forms: &Forms) -> BTreeMap<usize, Vec<String>> {
    let mut edges: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for member in &members.members {
        let Peeled { open, core, keys, .. } = types::peeled(&member.value, forms);
        let mut marks = String::new();
        for opening in open.chars() {
            marks.push_str(match opening {
                '[' => "[]",
                '{' => "{}",
                _ => "",
            });
        }
        if let Kind::Structure(place) | Kind::Union(place) | Kind::Enum(place) = core {
            edges.entry(*place).or_default().push(format!("{}{marks}", member.key));
        }
        for place in keys {
            edges.entry(place).or_default().push(format!("{} (key)", member.key));
        }
    }
    edges
}

/// A text between quotes, in which Mermaid takes nothing for its own.
fn quoted(text: &str) -> String {
    // Mermaid takes no empty text.
    let text = types::shown(text);
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            'a'..='z'
            | 'A'..='Z'
            | '0'..='9'
            | ' '
            | '_'
            | '-'
            | '.'
            | ','
            | '('
            | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '/' => quoted.push(character),
            _ => {
                // Writing to a string does not fail.
                let _ = write!(quoted, "#{};", u32::from(character));
            }
        }
    }
    quoted.push('"');
    quoted
}
