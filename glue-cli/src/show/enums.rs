//! Enums and their values.

use glue_codegen::inspect::{EnumForm, ShapeForm};

use super::outline::{Around, Outline, State};
use super::page::{Look, Row, WIDTH, filled};
use super::{types, words};

impl Outline<'_> {
    /// An enum as the type of a member: its values follow its name.
    pub(super) fn enumeration(&mut self, place: usize, around: Around) {
        let forms = self.forms;
        let Some(ShapeForm::Enum(item)) = forms.shapes.get(place) else { return };
        let Around { label, mut notes, indent, block } = around;
        let row =
            Row::new(indent).part(Look::Plain, &label).part(Look::Shape, types::shown(&item.name));
        let values = types::values(item).join(" | ");
        let is_short = row.width() + 3 + values.chars().count() <= WIDTH;
        let is_new = self.states.get(place) == Some(&State::New);
        self.set(place, State::Shown);
        if values.is_empty() {
            self.page.push(row.notes(words::joined(notes)).block(block));
        } else if is_short {
            let row = row.part(Look::Plain, " = ").part(Look::Value, &values);
            self.page.push(row.notes(words::joined(notes)).block(block));
        } else if is_new {
            let row = row.part(Look::Plain, " =");
            self.page.push(row.notes(words::joined(notes)).block(block));
            self.values(item, indent + 4);
        } else {
            notes.push("as above".to_owned());
            self.page.push(row.notes(words::joined(notes)).block(block));
        }
    }

    pub(super) fn values(&mut self, item: &EnumForm, indent: usize) {
        let mut values = types::values(item);
        let last = values.len().saturating_sub(1);
        values.iter_mut().take(last).for_each(|value| value.push_str(" |"));
        for line in filled(&values, WIDTH.saturating_sub(indent)) {
            self.page.push(Row::new(indent).part(Look::Value, &line));
        }
    }
}
