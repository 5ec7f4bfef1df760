//! Messages for entries that match no change.

use glue_model::{Diagnostic, Diagnostics, Plain, Suggester};

use super::entry::{Entry, MOST_PROBLEMS};
use super::index::Index;
use super::read::pointer;
use crate::diff::change::Change;

/// How many changes of the item are listed.
const MOST_LISTED: usize = 5;

/// The problems of the entries, limited to the first ones if there are too many.
pub(super) fn problems<'a>(file: &str, entries: &[&'a Entry], index: &Index<'a>) -> Diagnostics {
    let mut suggester = Suggester::new();
    let problem = |entry: &&'a Entry| {
        let message = format!("allowed change `{}` is not there", Plain(&entry.name));
        let problem = Diagnostic::new(file, pointer(&[&entry.name]), message);
        let problem = problem.with_help(help(entry, index, &mut suggester));
        match entry.position {
            Some(position) => problem.with_position(position),
            None => problem,
        }
    };
    let mut problems: Diagnostics = entries.iter().take(MOST_PROBLEMS).map(problem).collect();
    if let Some(more @ 1..) = entries.len().checked_sub(MOST_PROBLEMS) {
        let message = match more {
            1 => "1 more allowed change is not there".to_owned(),
            _ => format!("{more} more allowed changes are not there"),
        };
        problems.push(Diagnostic::new(file, "", message));
    }
    problems
}

/// The closest changes to the entry.
fn help<'a>(entry: &'a Entry, index: &Index<'a>, suggester: &mut Suggester) -> String {
    if let Some((_, change)) = index.named(entry).first() {
        let (old, new) = (side(&change.old), side(&change.new));
        return format!("it is from {old} to {new}: correct the entry, or remove it");
    }
    let (kind, item) = (entry.kind, Plain(&entry.item));
    let of_item = index.of_item(entry);
    if !of_item.is_empty() {
        let more = match of_item.len().checked_sub(MOST_LISTED) {
            Some(more @ 1..) => format!(" and {more} more"),
            _ => String::new(),
        };
        let listed: Vec<String> =
            of_item.iter().take(MOST_LISTED).map(|change| aspect(change)).collect();
        return format!("the changes of {kind} `{item}` are: {}{more}", listed.join(", "));
    }
    match suggester.closest(&entry.item, index.items(kind).iter().copied()) {
        Some(item) => format!("did you mean {kind} `{}`?", Plain(item)),
        None => format!("nothing changed about {kind} `{item}`: remove the entry"),
    }
}

/// The aspect of a change, with the member.
fn aspect(change: &Change) -> String {
    let aspect = change.aspect.code();
    match &change.member {
        Some(member) => format!("`{aspect}` of `{}`", Plain(member)),
        None => format!("`{aspect}`"),
    }
}

/// An old or new value as text.
fn side(text: &Option<String>) -> String {
    match text {
        Some(text) => format!("`{}`", Plain(text)),
        None => "null".to_owned(),
    }
}
