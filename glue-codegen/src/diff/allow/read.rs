//! Reads and checks the file of a list.

use glue_model::{Diagnostic, Diagnostics, Json, Object, Plain, Source, Suggester};

use super::entry::{Entry, MOST_PROBLEMS};
use crate::diff::aspect::Aspect;
use crate::diff::change::ItemKind;

const KEYS: [&str; 7] = ["aspect", "item", "kind", "member", "new", "old", "reason"];

/// Where users find the value of a key.
const HAS_IT: &str = "`glue-codegen diff --json` has it for each change";

const KINDS: [ItemKind; 6] = [
    ItemKind::Service,
    ItemKind::Operation,
    ItemKind::Structure,
    ItemKind::Union,
    ItemKind::Enum,
    ItemKind::Shape,
];

/// All entries of a file, or all its problems.
pub(super) fn entries(source: &Source<'_>) -> Result<Vec<Entry>, Diagnostics> {
    let json = glue_model::read_json(source)?;
    let mut problems = Problems::new(source.file);
    let entries = match &json {
        Json::Object(entries) => {
            entries.iter().filter_map(|(name, json)| entry(name, json, &mut problems)).collect()
        }
        _ => {
            problems.push(&[], "the list is not an object", "give each allowed change a name");
            Vec::new()
        }
    };
    let found = problems.located(source);
    match found.is_empty() {
        true => Ok(located(entries, source)),
        false => Err(found),
    }
}

/// Sets the positions of the entries.
fn located(mut entries: Vec<Entry>, source: &Source<'_>) -> Vec<Entry> {
    let place = |entry: &Entry| Diagnostic::new(source.file, pointer(&[&entry.name]), "");
    let mut places: Diagnostics = entries.iter().map(place).collect();
    places.locate_in(source);
    for (entry, place) in entries.iter_mut().zip(places) {
        entry.position = place.position;
    }
    entries
}

fn entry(name: &str, json: &Json, problems: &mut Problems<'_>) -> Option<Entry> {
    let Json::Object(object) = json else {
        let help = "name a change in it by `kind`, `item`, `member` and `aspect`";
        problems.push(&[name], "an allowed change is an object", help);
        return None;
    };
    for (key, _) in object.iter().filter(|(key, _)| !KEYS.contains(key)) {
        let message = format!("key `{}` is unknown", Plain(key));
        problems.push(&[name, key], message, format!("use {}", in_code(&KEYS)));
    }
    let mut fields = Fields { name, object, problems };
    let (reason, kind) = (fields.reason(), fields.kind());
    let (item, aspect) = (fields.required("item"), fields.aspect());
    let (member, old, new) =
        (fields.optional("member"), fields.optional("old"), fields.optional("new"));
    Some(Entry {
        name: name.to_owned(),
        position: None,
        reason: reason?,
        kind: kind?,
        item: item?,
        member: member.flatten(),
        aspect: aspect?,
        old,
        new,
    })
}

/// The keys of an entry.
struct Fields<'a, 'f> {
    name: &'a str,
    object: &'a Object,
    problems: &'a mut Problems<'f>,
}

impl Fields<'_, '_> {
    fn required(&mut self, key: &str) -> Option<String> {
        match self.object.get(key) {
            Some(Json::String(text)) => Some(text.clone()),
            Some(_) => {
                let message = format!("`{key}` is not a string");
                self.problems.push(&[self.name, key], message, "write it between quotes");
                None
            }
            None => {
                let message = format!("key `{key}` is missing");
                let help = match key {
                    "reason" => "say why the change may pass",
                    _ => HAS_IT,
                };
                self.problems.push(&[self.name], message, help);
                None
            }
        }
    }

    /// The string under a key that may be missing or null.
    fn optional(&mut self, key: &str) -> Option<Option<String>> {
        match self.object.get(key)? {
            Json::Null => Some(None),
            _ => self.required(key).map(Some),
        }
    }

    fn reason(&mut self) -> Option<String> {
        let reason = self.required("reason")?;
        if reason.trim().is_empty() {
            let help = "say why the change may pass";
            self.problems.push(&[self.name, "reason"], "the reason is empty", help);
        }
        Some(reason)
    }

    fn kind(&mut self) -> Option<ItemKind> {
        let text = self.required("kind")?;
        let kind = KINDS.into_iter().find(|kind| kind.to_string() == text);
        if kind.is_none() {
            let message = format!("`{}` is not a kind of item", Plain(&text));
            let help = format!("use {}", in_code(&KINDS));
            self.problems.push(&[self.name, "kind"], message, help);
        }
        kind
    }

    fn aspect(&mut self) -> Option<Aspect> {
        let text = self.required("aspect")?;
        let aspect = Aspect::ALL.into_iter().find(|aspect| aspect.code() == text);
        if aspect.is_none() {
            let message = format!("`{}` is not an aspect of an item", Plain(&text));
            let codes = Aspect::ALL.into_iter().map(Aspect::code);
            let help = match self.problems.suggester.closest(&text, codes) {
                Some(code) => format!("did you mean `{code}`?"),
                None => HAS_IT.to_owned(),
            };
            self.problems.push(&[self.name, "aspect"], message, help);
        }
        aspect
    }
}

fn in_code(names: &[impl ToString]) -> String {
    names.iter().map(|name| format!("`{}`", name.to_string())).collect::<Vec<_>>().join(", ")
}

/// The problems of a file.
struct Problems<'f> {
    file: &'f str,
    found: Diagnostics,
    /// How many more problems there are than are reported.
    more: usize,
    suggester: Suggester,
}

impl<'f> Problems<'f> {
    fn new(file: &'f str) -> Self {
        Self { file, found: Diagnostics::default(), more: 0, suggester: Suggester::new() }
    }

    fn push(&mut self, path: &[&str], message: impl Into<String>, help: impl Into<String>) {
        if self.found.len() == MOST_PROBLEMS {
            self.more += 1;
            return;
        }
        self.found.push(Diagnostic::new(self.file, pointer(path), message).with_help(help));
    }

    /// All problems, with their positions.
    fn located(mut self, source: &Source<'_>) -> Diagnostics {
        self.found.locate_in(source);
        let message = match self.more {
            0 => return self.found,
            1 => "1 more problem is not shown".to_owned(),
            more => format!("{more} more problems are not shown"),
        };
        self.found.push(Diagnostic::new(self.file, "", message));
        self.found
    }
}

/// A path as a JSON pointer.
pub(super) fn pointer(path: &[&str]) -> String {
    path.iter().map(|key| format!("/{}", key.replace('~', "~0").replace('/', "~1"))).collect()
}
