//! What is said of entries that name no change.

use glue_model::{Diagnostic, Diagnostics, Plain, Suggester};

use super::entry::Entry;
use super::read::pointer;
use crate::diff::change::Change;

/// How many changes of the item are listed.
const MOST_LISTED: usize = 5;

pub(super) fn problems(file: &str, entries: &[&Entry], changes: &[Change]) -> Diagnostics {
    let mut suggester = Suggester::new();
    let problem = |entry: &&Entry| {
        let message = format!("allowed change `{}` is not there", Plain(&entry.name));
        let problem = Diagnostic::new(file, pointer(&[&entry.name]), message).with_help(help(
            entry,
            changes,
            &mut suggester,
        ));
        match entry.position {
            Some(position) => problem.with_position(position),
            None => problem,
        }
    };
    entries.iter().map(problem).collect()
}

/// What comes closest to the entry.
fn help(entry: &Entry, changes: &[Change], suggester: &mut Suggester) -> String {
    if let Some(change) = changes.iter().find(|change| entry.names(change)) {
        let (old, new) = (side(&change.old), side(&change.new));
        return format!("it is from {old} to {new}: correct the entry, or remove it");
    }
    let of_item: Vec<String> =
        changes.iter().filter(|change| entry.is_of_item(change)).map(aspect).collect();
    if !of_item.is_empty() {
        let more = match of_item.len().checked_sub(MOST_LISTED) {
            Some(more @ 1..) => format!(" and {more} more"),
            _ => String::new(),
        };
        let listed = of_item.get(..MOST_LISTED).unwrap_or(&of_item).join(", ");
        let item = Plain(&entry.item);
        return format!("the changes of {} `{item}` are: {listed}{more}", entry.kind);
    }
    let names = changes.iter().filter(|change| change.kind == entry.kind);
    match suggester.closest(&entry.item, names.map(|change| change.item.as_str())) {
        Some(item) => format!("did you mean {} `{}`?", entry.kind, Plain(item)),
        None => format!(
            "nothing changed about {} `{}`: remove the entry",
            entry.kind,
            Plain(&entry.item)
        ),
    }
}

/// The aspect of a change, and the member.
fn aspect(change: &Change) -> String {
    let aspect = change.aspect.code();
    match &change.member {
        Some(member) => format!("`{aspect}` of `{}`", Plain(member)),
        None => format!("`{aspect}`"),
    }
}

/// What was or what is.
fn side(text: &Option<String>) -> String {
    match text {
        Some(text) => format!("`{}`", Plain(text)),
        None => "null".to_owned(),
    }
}
