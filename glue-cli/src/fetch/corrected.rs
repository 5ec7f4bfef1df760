//! `--correction`: a model of botocore's with corrections of the catalog written into it.

use glue_codegen::inspect::{Correction, corrections};
use glue_model::{Diagnostics, Source, Suggester, apply_fixes, read, read_json};

use super::tree::Tree;
use crate::failure::Failure;

/// Writes the named corrections into the model that is called `name`.
pub(super) fn apply(model: &mut Tree, name: &str, wanted: &[String]) -> Result<(), Failure> {
    let catalog = corrections()?;
    let found = wanted.iter().map(|wanted| find(&catalog, wanted));
    let found: Vec<&Correction> = Failure::collect(found)?;
    check(model, name, &found)?;
    for correction in found {
        let file = Source { file: correction.name, bytes: correction.text.as_bytes() };
        for (fix, change) in Tree::from(&read_json(&file)?).members() {
            write(model, change).ok_or_else(|| unwritable(correction, fix))?;
        }
    }
    Ok(())
}

fn find<'a>(catalog: &'a [Correction], wanted: &str) -> Result<&'a Correction, Failure> {
    catalog.iter().find(|correction| correction.name == wanted).ok_or_else(|| {
        let names = catalog.iter().map(|correction| correction.name);
        let help = match Suggester::new().closest(wanted, names) {
            Some(close) => format!("did you mean `{close}`?"),
            None => "`glue-codegen list --corrections` has their names".to_owned(),
        };
        let wanted = wanted.escape_debug();
        Failure::unusable(format!("the catalog has no correction `{wanted}`"), help)
    })
}

/// Fails unless all corrections apply to the model, in turn.
fn check(model: &Tree, name: &str, corrections: &[&Correction]) -> Result<(), Failure> {
    let mut model = read(&Source { file: name, bytes: model.to_text().as_bytes() })?;
    let help = format!(
        "leave the correction out: AWS has made it in {name}, or it is for another service"
    );
    let mut problems = Vec::new();
    for correction in corrections {
        let file = format!("correction {}", correction.name);
        let source = Source { file: &file, bytes: correction.text.as_bytes() };
        let found = apply_fixes(&mut model, &source).err().into_iter().flatten();
        problems.extend(found.map(|problem| problem.with_help(&help)));
    }
    match problems.is_empty() {
        true => Ok(()),
        false => Err(problems.into_iter().collect::<Diagnostics>().into()),
    }
}

/// Writes a fix that applies; none where the catalog has no such fix yet.
fn write(model: &mut Tree, fix: &Tree) -> Option<()> {
    let shape = model.get_mut("shapes")?.get_mut(fix.get("shape")?.as_str()?)?;
    let member = fix.get("member").and_then(Tree::as_str);
    let sides = |change: &str| fix.get(change).map(|change| (change.get("from"), change.get("to")));
    if let Some((from, to)) = sides("values") {
        replace_values(shape.get_mut("enum")?, from?.items(), to?.items());
    } else if let Some((_, to)) = sides("required") {
        set_required(shape, member?, *to? == Tree::Word("true".to_owned()));
    } else if let Some((_, to)) = sides("target") {
        *target(shape, member?)?.get_mut("shape")? = to?.clone();
    } else {
        return None;
    }
    Some(())
}

/// Replaces, adds or removes values of an enum, as [`apply_fixes`] does.
fn replace_values(values: &mut Tree, from: &[Tree], to: &[Tree]) {
    let Tree::Array(values) = values else { return };
    if to.is_empty() {
        values.retain(|value| !from.contains(value));
    }
    if from.is_empty() {
        values.extend_from_slice(to);
    }
    for value in values {
        let place = from.iter().position(|old| old == value);
        if let Some(new) = place.and_then(|place| to.get(place)) {
            value.clone_from(new);
        }
    }
}

/// Puts a member on a structure's list of required ones, or takes it off.
fn set_required(shape: &mut Tree, member: &str, required: bool) {
    const KEY: &str = "required";
    let Tree::Object(fields) = shape else { return };
    if !fields.iter().any(|(key, _)| key == KEY) {
        fields.push((KEY.to_owned(), Tree::Array(Vec::new())));
    }
    for (_, list) in fields.iter_mut().filter(|(key, _)| key == KEY) {
        if let Tree::Array(names) = list {
            names.retain(|name| name.as_str() != Some(member));
            names.extend(required.then(|| Tree::String(member.to_owned())));
        }
    }
    fields.retain(|(key, list)| key != KEY || !list.items().is_empty());
}

/// The member of a structure or union, of a list (`member`) or of a map (`key`, `value`).
fn target<'a>(shape: &'a mut Tree, member: &str) -> Option<&'a mut Tree> {
    match shape.get("members").is_some() {
        true => shape.get_mut("members")?.get_mut(member),
        false => shape.get_mut(member),
    }
}

fn unwritable(correction: &Correction, fix: &str) -> Failure {
    Failure::unusable(
        format!("fix `{fix}` of correction `{}` cannot be written into a file", correction.name),
        "name the correction where types are generated, with `--correction`",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> Tree {
        (&read_json(&Source { file: "toy.json", bytes: text.as_bytes() }).unwrap()).into()
    }

    fn written(shape: &str, fix: &str) -> Tree {
        let mut model = tree(&format!(r#"{{"shapes": {{"A": {shape}}}}}"#));
        write(&mut model, &tree(fix)).unwrap();
        model.get("shapes").unwrap().get("A").unwrap().clone()
    }

    #[test]
    fn fixes_are_written_as_they_are_applied() {
        for (shape, fix, expected) in [
            (
                r#"{"enum": ["a", "b", "c"]}"#,
                r#"{"shape": "A", "values": {"from": ["a", "b"], "to": ["b", "a"]}}"#,
                r#"{"enum": ["b", "a", "c"]}"#,
            ),
            (
                r#"{"enum": ["a", "b"]}"#,
                r#"{"shape": "A", "values": {"from": [], "to": ["c"]}}"#,
                r#"{"enum": ["a", "b", "c"]}"#,
            ),
            (
                r#"{"enum": ["a", "b"]}"#,
                r#"{"shape": "A", "values": {"from": ["a"], "to": []}}"#,
                r#"{"enum": ["b"]}"#,
            ),
            (
                r#"{"required": ["M", "N"]}"#,
                r#"{"shape": "A", "member": "M", "required": {"from": true, "to": false}}"#,
                r#"{"required": ["N"]}"#,
            ),
            (
                r#"{"required": ["M"]}"#,
                r#"{"shape": "A", "member": "M", "required": {"from": true, "to": false}}"#,
                "{}",
            ),
            (
                "{}",
                r#"{"shape": "A", "member": "M", "required": {"from": false, "to": true}}"#,
                r#"{"required": ["M"]}"#,
            ),
            (
                r#"{"members": {"member": {"shape": "B"}}}"#,
                r#"{"shape": "A", "member": "member", "target": {"from": "B", "to": "C"}}"#,
                r#"{"members": {"member": {"shape": "C"}}}"#,
            ),
            (
                r#"{"member": {"shape": "B", "locationName": "item"}}"#,
                r#"{"shape": "A", "member": "member", "target": {"from": "B", "to": "C"}}"#,
                r#"{"member": {"shape": "C", "locationName": "item"}}"#,
            ),
        ] {
            assert_eq!(written(shape, fix), tree(expected), "{shape} {fix}");
        }
    }
}
