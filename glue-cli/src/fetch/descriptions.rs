//! `--no-docs`: a model without AWS's descriptions.

use super::tree::Tree;

/// The keys of descriptions, in botocore's format and in Smithy's.
const KEYS: [&str; 3] = ["documentation", "smithy.api#documentation", "smithy.api#examples"];

/// Takes every description out of a model. A member or shape that is called `documentation` stays: it
/// is an object, and a description is a string.
pub(super) fn remove(tree: &mut Tree) {
    match tree {
        Tree::Object(members) => {
            members.retain(|(key, value)| !is_description(key, value));
            members.iter_mut().for_each(|(_, value)| remove(value));
        }
        Tree::Array(values) => values.iter_mut().for_each(remove),
        Tree::String(_) | Tree::Word(_) => {}
    }
}

fn is_description(key: &str, value: &Tree) -> bool {
    match value {
        Tree::Object(_) | Tree::Word(_) => false,
        Tree::Array(_) => key == KEYS[2],
        Tree::String(_) => key == KEYS[0] || key == KEYS[1],
    }
}
