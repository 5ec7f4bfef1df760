//! Every operation of every published model, by itself: no panic, and no more lines than members.

use std::fs;
use std::path::Path;

use glue_codegen::inspect::{Forms, Kind, ShapeForm, forms};
use glue_codegen::{Options, Source};

use super::named::Named;
use super::outline::Outline;
use super::page::WIDTH;
use super::{operation, types};
use crate::corpus::models;

/// The most lines that the shapes which an operation reaches can take, if each is shown once.
fn most_lines(forms: &Forms, starts: impl Iterator<Item = usize>) -> usize {
    let mut seen = vec![false; forms.shapes.len()];
    let mut open: Vec<usize> = starts.collect();
    let mut most = 20;
    while let Some(place) = open.pop() {
        if std::mem::replace(&mut seen[place], true) {
            continue;
        }
        match &forms.shapes[place] {
            ShapeForm::Structure(shape) | ShapeForm::Union(shape) => {
                most += 4;
                for member in &shape.members {
                    most += 12;
                    let peeled = types::peeled(&member.value, forms);
                    open.extend(peeled.keys);
                    if let Kind::Structure(place) | Kind::Union(place) | Kind::Enum(place) =
                        peeled.core
                    {
                        open.push(*place);
                    }
                }
            }
            ShapeForm::Enum(item) => {
                most += 2 + item.values.iter().map(|value| value.len() / WIDTH + 1).sum::<usize>();
            }
            _ => {}
        }
    }
    most
}

#[test]
fn every_operation_of_every_model_is_shown_in_as_many_lines_as_it_has_members() {
    let Some(models) = models() else { return };
    let (mut operations, mut lines, mut longest, mut diagrams) = (0, 0, (0, String::new()), 0);
    for path in &models {
        let bytes = fs::read(path).unwrap();
        let source = Source { file: "service-2.json", bytes: &bytes };
        let (model, forms) =
            (glue_model::read(&source).unwrap(), forms(&source, &Options::default()).unwrap());
        for (one, places) in model.operations.iter().zip(&forms.operations) {
            let mut outline = Outline::new(&model, &forms, false);
            operation::show(&mut outline, &model, one).unwrap();
            outline.patterns();
            let mut text = Vec::new();
            outline.into_page().write(&mut text).unwrap();
            let count = text.iter().filter(|byte| **byte == b'\n').count();
            let errors = places.errors.iter().map(|(_, place)| *place);
            let starts = places.input.into_iter().chain(places.output).chain(errors);
            let most = most_lines(&forms, starts);
            assert!(count <= most, "{}: {}: {count} lines", path.display(), one.name);
            operations += 1;
            lines += count;
            longest = longest.max((count, format!("{} {}", path.display(), one.name)));
            if let Some(folder) = std::env::var_os("GLUE_DIAGRAMS") {
                let text = super::Diagram::of(&forms, &[Named::Operation(one)]).unwrap();
                let name = path.display().to_string().replace('/', "_");
                fs::write(Path::new(&folder).join(format!("{name}-{}", one.name)), text).unwrap();
                diagrams += 1;
            }
        }
    }
    eprintln!(
        "{} models, {operations} operations, {lines} lines, {diagrams} diagrams; the longest: \
         {longest:?}",
        models.len()
    );
}
