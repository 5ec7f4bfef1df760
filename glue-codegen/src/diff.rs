//! The changes for users of generated types between two versions of a model.
//!
//! Both models are lowered to what would be generated from them, and the results are compared, one
//! file for each kind of item. Only what types do not show, such as a pattern, is looked up in the
//! models. Each such difference is reported once, at the shape that states it, not at everything
//! that uses the shape.
//!
//! Source breaks where AWS takes something away, and with five kinds of change for which no rule of
//! naming or typing was found that is worth its price:
//!
//! - A type, member or variant that is renamed in the model, even if its content stays. The model
//!   does not say that one came from the other, and equal content is not evidence: services have
//!   many types of equal content.
//! - An operation that had no output and has one now (`NoMembers` becomes its type; 7 times in 849
//!   pairs of models). Giving each operation without output a type of its own would need a name
//!   that AWS has not given yet, and services end such names in `Response`, `Result` or `Output`.
//!   Code that does not name the output's type compiles.
//! - A list or map that becomes sparse (17 changes). Its nulls now have a meaning, and dropping
//!   them would shift or lose entries. The price would be `Option` in every list.
//! - A type that comes to hold itself (13 changes, in one service): its members are boxed, because
//!   Rust or the depth of the stack requires it. Boxes in all unions would avoid most of that, but
//!   all 1,143 unions of AWS's models would pay in construction and matching for one that changed.
//! - A member whose target becomes another kind, such as a timestamp that becomes a string.

mod allow;
mod aspect;
mod cause;
mod change;
mod circle;
mod constraints;
mod decided;
mod derives;
mod difference;
mod enums;
mod int_enums;
mod item;
mod keys;
mod labels;
mod location;
mod members;
mod note;
mod obstacles;
mod operations;
mod order;
mod pairs;
mod patterns;
mod range;
mod reach;
mod reads;
mod retyped;
mod routes;
mod rust_type;
mod service;
mod shapes;
mod side;
mod structures;
mod taken;
mod unions;
mod verdict;

use glue_model::{Diagnostic, Diagnostics, Source};

use crate::options::{Options, Selection};
use crate::plan::TypeItem;

pub use allow::AllowList;
pub use aspect::Aspect;
pub use cause::{Cause, CauseKind};
pub use change::{Change, Impact, ItemKind};
pub use difference::Difference;
pub use note::Note;
pub use verdict::{Answer, Direction, JsonVerdict, SourceVerdict};

use change::Subject;
use item::{attributes, kind, model_name, name};
use obstacles::Obstacles;
use pairs::{Names, Pair, pair};
use side::Side;

/// Compares two versions of a model as users of the generated types see them.
///
/// The formats may differ, and changes of documentation do not count. A selected operation may be
/// in only one of the models. Fixes apply to both.
///
/// # Errors
/// All problems of both models and of the options, at once.
pub fn diff(
    old: &Source<'_>,
    new: &Source<'_>,
    options: &Options,
) -> Result<Difference, Diagnostics> {
    let (old_model, new_model) =
        match (crate::generate::read(old, options), crate::generate::read(new, options)) {
            (Ok(old_model), Ok(new_model)) => (old_model, new_model),
            (Err(problems), Err(others)) => return Err(together(problems, Some(others))),
            // Problems that lowering finds in the other model are reported too.
            (Err(problems), Ok(model)) => {
                return Err(together(problems, Side::new(model, new, &everything(options)).err()));
            }
            (Ok(model), Err(others)) => {
                let problems = Side::new(model, old, &everything(options)).err();
                return Err(together(problems.unwrap_or_default(), Some(others)));
            }
        };
    let in_old = |name: &String| old_model.operation(name).is_some();
    let in_new = |name: &String| new_model.operation(name).is_some();
    // A name that is in neither model is left for the new model to report.
    let old_options = selecting(options, in_old);
    let new_options = selecting(options, |name| in_new(name) || !in_old(name));
    match (Side::new(old_model, old, &old_options), Side::new(new_model, new, &new_options)) {
        (Ok(old), Ok(new)) => Ok(Difference::of(compare(&old, &new))),
        (old, new) => {
            let problems = old.err().unwrap_or_default();
            // Problems with the options were found twice.
            let is_new = |problem: &Diagnostic| {
                !problem.pointer.is_empty()
                    || problems.iter().all(|other| other.message != problem.message)
            };
            let others = new.err().unwrap_or_default().into_iter().filter(is_new).collect();
            Err(together(problems, Some(others)))
        }
    }
}

/// The problems of both models.
fn together(mut problems: Diagnostics, others: Option<Diagnostics>) -> Diagnostics {
    problems.extend(others.into_iter().flatten());
    problems
}

/// The options without a choice of operations.
fn everything(options: &Options) -> Options {
    Options { operations: Selection::All, features: Vec::new(), ..options.clone() }
}

/// The options with only some of the operations, and without slow parts that are not compared.
fn selecting(options: &Options, keep: impl Fn(&String) -> bool) -> Options {
    let operations = match options.selected() {
        None => Selection::All,
        Some(names) => Selection::Named(names.filter(|name| keep(name)).cloned().collect()),
    };
    Options { operations, features: Vec::new(), without_docs: true, ..options.clone() }
}

fn compare(old: &Side, new: &Side) -> Vec<Change> {
    let mut found = Vec::new();
    service::compare(old, new, &mut found);
    operations::compare(old, new, &mut found);
    types(old, new, &mut found);
    shapes::compare(old, new, &mut found);
    for change in &mut found {
        change.direction = direction(old, new, change);
    }
    found
}

/// Who sends what changed, in either version.
fn direction(old: &Side, new: &Side, change: &Change) -> Option<Direction> {
    match (change.kind, change.aspect) {
        (ItemKind::Service, _) => None,
        (ItemKind::Operation, Aspect::Input) => Some(Direction::Client),
        (ItemKind::Operation, Aspect::Output) => Some(Direction::Service),
        (ItemKind::Operation, _) => change.member.as_ref().map(|_| Direction::Service),
        _ => match (old.direction(&change.item), new.direction(&change.item)) {
            (Some(before), Some(now)) if before != now => Some(Direction::Both),
            (before, now) => now.or(before),
        },
    }
}

fn types(old: &Side, new: &Side, found: &mut Vec<Change>) {
    let names = |item: &TypeItem| Names {
        model: model_name(item).to_owned(),
        rust: name(item).to_string(),
    };
    let pairs = pair(old.plan.types.iter().map(names), new.plan.types.iter().map(names));
    let mut obstacles = Obstacles::new(new);
    for pair in pairs.select(&old.plan.types, &new.plan.types) {
        match pair {
            Pair::Both(from, to) => {
                if kind(from) == kind(to) {
                    let subject = Subject::item(kind(to), model_name(to));
                    derives::compare(subject, from, to, &mut obstacles, found);
                }
                type_item((old, from), (new, to), found);
            }
            Pair::New(item) => {
                let cause = reach::of_new(old, new, model_name(item));
                let subject = Subject::item(kind(item), model_name(item)).cause(cause.as_ref());
                subject.added(name(item).to_string(), Impact::Additive, found);
            }
            Pair::Old(item) => {
                let cause = reach::of_gone(old, new, model_name(item));
                let subject = Subject::item(kind(item), model_name(item)).cause(cause.as_ref());
                subject.removed(name(item).to_string(), found);
            }
        }
    }
}

fn type_item(old: (&Side, &TypeItem), new: (&Side, &TypeItem), found: &mut Vec<Change>) {
    let (from, to) = (old.1, new.1);
    let subject = Subject::item(kind(to), model_name(to));
    let rust = |item| Some(name(item).to_string());
    let cause = taken::cause(new.0, name(from), name(to));
    let renamed = subject.cause(cause.as_ref());
    renamed.compare(Aspect::RustName, rust(from), rust(to), Impact::Breaking, found);
    subject.deprecation(&attributes(from).deprecated, &attributes(to).deprecated, found);
    match (from, to) {
        (TypeItem::Structure(from), TypeItem::Structure(to)) => {
            structures::compare((old.0, from), (new.0, to), found);
        }
        (TypeItem::Union(from), TypeItem::Union(to)) => {
            unions::compare((old.0, from), (new.0, to), found);
        }
        (TypeItem::Enum(from), TypeItem::Enum(to)) => enums::compare(from, to, found),
        _ => {
            let word = |item| Some(kind(item).to_string());
            let reads = reads::of_items((old.0, name(from)), (new.0, name(to)));
            let subject = subject.json(JsonVerdict { reads, valid: reads.max(Answer::Unknown) });
            subject.compare(Aspect::Kind, word(from), word(to), Impact::Breaking, found);
        }
    }
}
