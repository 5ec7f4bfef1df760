//! What botocore adds to a service's model: `service-2.sdk-extras.json`, merged as its loader does.

use super::tree::Tree;

/// Merges what a file of extras asks for into a model: its object under `merge`.
pub(super) fn apply(model: &mut Tree, extras: Tree) {
    if let Some(merge) = merged_part(extras) {
        deep_merge(model, merge);
    }
}

/// The places, as JSON pointers, that a file of extras would add to a model or change in it.
pub(super) fn places(model: &Tree, extras: Tree) -> Vec<String> {
    let mut places = Vec::new();
    if let Some(merge) = merged_part(extras) {
        collect(model, &merge, "", &mut places);
    }
    places
}

fn merged_part(extras: Tree) -> Option<Tree> {
    match extras {
        Tree::Object(members) => {
            members.into_iter().find_map(|(key, value)| (key == "merge").then_some(value))
        }
        _ => None,
    }
}

/// Objects on both sides are merged, key by key; anything else is replaced.
fn deep_merge(base: &mut Tree, extra: Tree) {
    match (base, extra) {
        (Tree::Object(base), Tree::Object(extra)) => {
            for (key, value) in extra {
                match base.iter_mut().find(|(name, _)| *name == key) {
                    Some((_, old)) => deep_merge(old, value),
                    None => base.push((key, value)),
                }
            }
        }
        (base, extra) => *base = extra,
    }
}

fn collect(base: &Tree, extra: &Tree, pointer: &str, places: &mut Vec<String>) {
    for (key, value) in extra.members() {
        let pointer = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
        match base.get(key) {
            Some(old) if old == value => {}
            Some(old @ Tree::Object(_)) if matches!(value, Tree::Object(_)) => {
                collect(old, value, &pointer, places);
            }
            _ => places.push(pointer),
        }
    }
}

#[cfg(test)]
mod tests {
    use glue_model::{Source, read_json};

    use super::{Tree, apply, places};

    fn tree(text: &str) -> Tree {
        (&read_json(&Source { file: "toy.json", bytes: text.as_bytes() }).unwrap()).into()
    }

    #[test]
    fn objects_are_merged_and_anything_else_is_replaced() {
        let model = || tree(r#"{"a": {"b": 1, "c": [1, 2], "d": {"e": 1}}, "f": "g"}"#);
        let extras = || {
            tree(
                r#"{"version": 1.0, "merge": {"a": {"c": [3], "d": 5, "h/~": {"i": 1}}, "f": "g"}}"#,
            )
        };
        assert_eq!(places(&model(), extras()), ["/a/c", "/a/d", "/a/h~1~0"]);
        let mut merged = model();
        apply(&mut merged, extras());
        assert_eq!(merged, tree(r#"{"a": {"b": 1, "c": [3], "d": 5, "h/~": {"i": 1}}, "f": "g"}"#));
        assert!(places(&merged, extras()).is_empty());
    }

    #[test]
    fn extras_that_merge_nothing_change_nothing() {
        for extras in [r#"{"version": 1.0}"#, "[]", r#"{"shapes": {"A": {}}}"#] {
            let mut model = tree(r#"{"shapes": {}}"#);
            apply(&mut model, tree(extras));
            assert_eq!(model, tree(r#"{"shapes": {}}"#));
        }
    }
}
