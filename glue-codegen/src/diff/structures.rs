//! Structures.

use super::aspect::Aspect;
use super::change::{Change, Impact, ItemKind, Subject};
use super::location::Locations;
use super::members::{self, Facts};
use super::note::Note;
use super::pairs::{Names, Pair, pair};
use super::reach;
use super::rust_type;
use super::side::Side;
use crate::plan::{ErrorInfo, Field, Structure};

pub(super) fn compare(old: (&Side, &Structure), new: (&Side, &Structure), found: &mut Vec<Change>) {
    let subject = Subject::item(ItemKind::Structure, &new.1.model_name);
    subject.sensitivity(old.1.sensitive, new.1.sensitive, found);
    errors(subject, old, new, found);
    let (was, is) = (Locations::new(old.0, old.1), Locations::new(new.0, new.1));
    let (old_members, new_members) = (facts(old, &was), facts(new, &is));
    let keys = new.0.place(&new.1.name).and_then(|place| new.0.keys(place));
    let taker = |key: &str| -> Option<&str> {
        new_members.get(keys?.find(key)?).map(|(field, _)| field.model_name.as_str())
    };
    let names = |(field, _): &(&Field, Facts<'_>)| Names {
        model: field.model_name.clone(),
        rust: field.name.to_string(),
    };
    let pairs = pair(old_members.iter().map(names), new_members.iter().map(names));
    for pair in pairs.select(&old_members, &new_members) {
        match pair {
            Pair::Both((old, old_facts), (new, new_facts)) => {
                let subject = subject.member(&new.model_name);
                field(subject, (old, old_facts), (new, new_facts), found);
                members::compare(subject, old_facts, new_facts, taker(&old.key), found);
                if !was.is_same(&old.key, &is, &new.key) {
                    let (from, to) = (Some(was.text(&old.key)), Some(is.text(&new.key)));
                    subject.compare(Aspect::Location, from, to, Impact::Behavior, found);
                }
            }
            Pair::New((field, _)) => added(subject.member(&field.model_name), field, found),
            Pair::Old((field, _)) => {
                let cause = taker(&field.key).map(members::key_taken);
                let subject = subject.member(&field.model_name).cause(cause.as_ref());
                subject.removed(rust_type::field(&field.ty), found);
            }
        }
    }
}

fn facts<'a>(
    (side, structure): (&'a Side, &'a Structure),
    locations: &Locations<'_>,
) -> Vec<(&'a Field, Facts<'a>)> {
    // The message that every error has comes after the members.
    let members = side.members(&structure.model_name).into_iter().map(Some).chain([None]);
    let fields = structure.fields.iter().zip(members);
    let facts = |(field, member): (&'a Field, _)| {
        let sent = locations.timestamp_format(&field.key);
        (field, Facts::field((side, &structure.model_name), field, member, sent))
    };
    fields.map(facts).collect()
}

fn added(subject: Subject<'_>, field: &Field, found: &mut Vec<Change>) {
    let (impact, note) = match field.required {
        false => (Impact::Additive, None),
        true => (Impact::Behavior, Some(Note::AbsenceReported)),
    };
    subject.note(note).added(rust_type::field(&field.ty), impact, found);
}

fn field(
    subject: Subject<'_>,
    (old, old_facts): (&Field, &Facts<'_>),
    (new, new_facts): (&Field, &Facts<'_>),
    found: &mut Vec<Change>,
) {
    if !members::is_same_type(old_facts, new_facts) {
        let text = |field: &Field| Some(rust_type::field(&field.ty));
        let cause = members::type_cause(old_facts, new_facts);
        let subject = subject.json(members::type_verdict(subject, old_facts, new_facts));
        let subject = subject.cause(cause.as_ref());
        subject.compare(Aspect::Type, text(old), text(new), Impact::Breaking, found);
    }
    let text =
        |field: &Field| Some(if field.required { "required" } else { "optional" }.to_owned());
    let note = if new.required { Note::AbsenceReported } else { Note::Looser };
    let subject = subject.note(Some(note));
    subject.compare(Aspect::Presence, text(old), text(new), Impact::Behavior, found);
}

fn errors(
    subject: Subject<'_>,
    old: (&Side, &Structure),
    new: (&Side, &Structure),
    found: &mut Vec<Change>,
) {
    let (Some(old), Some(new)) = (&old.1.error, &new.1.error) else {
        let cause = reach::of_error(old.0, new.0, &new.1.model_name);
        let error = |structure: &Structure| structure.error.as_ref().map(|_| "error".to_owned());
        let (from, to) = (error(old.1), error(new.1));
        let impact = if to.is_some() { Impact::Additive } else { Impact::Breaking };
        return subject.cause(cause.as_ref()).compare(Aspect::Error, from, to, impact, found);
    };
    let mut compare = |aspect, text: fn(&ErrorInfo) -> String| {
        subject.compare(aspect, Some(text(old)), Some(text(new)), Impact::Behavior, found);
    };
    compare(Aspect::ErrorCode, |error| error.code.clone());
    compare(Aspect::ErrorStatus, |error| match error.status {
        Some(status) => status.to_string(),
        None => "not modeled".to_owned(),
    });
    compare(Aspect::ErrorFault, |error| {
        if error.server_fault { "server" } else { "client" }.to_owned()
    });
    compare(Aspect::ErrorRetry, |error| {
        let text = match (error.retryable, error.throttling) {
            (false, _) => "not retryable",
            (true, false) => "retryable",
            (true, true) => "retryable, and a sign of throttling",
        };
        text.to_owned()
    });
}
