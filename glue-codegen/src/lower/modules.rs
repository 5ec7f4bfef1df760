//! Assigns items to files when a folder of files is generated.
//!
//! Each operation has a file, which also has what no other operation reaches. Types that several
//! operations reach are grouped by the first word of their names. So a new operation is a new file,
//! and changes no other files except those of the types that it begins to share.

use glue_model::{Model, ShapeId};

use super::closure::{Closure, shapes_of};
use super::names::{identifier, snake_name};
use crate::plan::{Module, Operation, TypeItem};

/// File names with another meaning to rustc, to the generated code or to Windows.
const RESERVED: [&str; 7] = ["checks", "patterns", "mod", "aux", "con", "nul", "prn"];

/// The maximum length of a file's name; file systems allow 255 bytes.
const LONGEST: usize = 100;

/// The operations that reach a shape.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Nobody,
    /// The operation at this index among the chosen ones.
    Operation(usize),
    Several,
}

/// Assigns every operation and type to a file. Types come with the shapes they are made from.
pub(super) fn assign(
    model: &Model,
    closure: &Closure,
    operations: &[Operation],
    shapes: &[ShapeId],
    types: &[TypeItem],
) -> Vec<Module> {
    let mut modules = Vec::new();
    for (index, operation) in operations.iter().enumerate() {
        module(&mut modules, &file_name(&operation.model_name)).operations.push(index);
    }
    let owners = owners(model, closure);
    for (index, (shape, item)) in shapes.iter().zip(types).enumerate() {
        let owner = match owners[shape.index()] {
            Owner::Operation(owner) => operations.get(owner),
            Owner::Nobody | Owner::Several => None,
        };
        let file = match owner {
            Some(operation) => file_name(&operation.model_name),
            None => file_name(&first_word(&item.name().to_string())),
        };
        module(&mut modules, &file).types.push(index);
    }
    modules
}

/// The module of a file; modules are ordered by name.
fn module<'a>(modules: &'a mut Vec<Module>, file: &str) -> &'a mut Module {
    let known = modules.binary_search_by(|module| module.file.as_str().cmp(file));
    let place = known.unwrap_or_else(|place| {
        let (operations, types) = (Vec::new(), Vec::new());
        let name = identifier(file);
        modules.insert(place, Module { name, file: file.to_owned(), operations, types });
        place
    });
    &mut modules[place]
}

/// The name of the file for items of this name. Items whose files have the same name share it.
fn file_name(name: &str) -> String {
    let mut file = snake_name(name);
    file.truncate(LONGEST);
    match file.as_str() {
        "self" | "super" | "crate" => format!("{file}_"),
        reserved if RESERVED.contains(&reserved) || is_port(reserved) => format!("{file}_"),
        _ => file,
    }
}

/// Whether Windows has a device with this name: `com1` to `com9`, and `lpt1` to `lpt9`.
fn is_port(name: &str) -> bool {
    let number = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    number.is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']))
}

fn first_word(name: &str) -> String {
    let snake = snake_name(name);
    snake.split('_').find(|word| !word.is_empty()).unwrap_or(&snake).to_owned()
}

/// For each shape, who reaches it. Owners spread from the holders, at most twice to each shape.
fn owners(model: &Model, closure: &Closure) -> Vec<Owner> {
    let mut owners = vec![Owner::Nobody; model.shapes().len()];
    let mut open: Vec<(ShapeId, Owner)> = Vec::new();
    for (index, operation) in closure.operations(model).enumerate() {
        open.extend(shapes_of(operation).map(|shape| (shape, Owner::Operation(index))));
    }
    while let Some((shape, reached_by)) = open.pop() {
        let owner = &mut owners[shape.index()];
        let joined = match *owner {
            Owner::Nobody => reached_by,
            known if known == reached_by => known,
            _ => Owner::Several,
        };
        if std::mem::replace(owner, joined) != joined {
            let members = model.shape(shape).kind.members();
            open.extend(members.map(|member| (member.target, joined)));
        }
    }
    owners
}

#[cfg(test)]
mod tests {
    use super::{file_name, first_word};

    #[test]
    fn files_are_called_as_their_items_are() {
        assert_eq!(file_name("DescribeVPCEndpoints"), "describe_vpc_endpoints");
        assert_eq!(file_name("Checks"), "checks_");
        assert_eq!(file_name("Mod"), "mod_");
        assert_eq!(file_name("Self"), "self_");
        assert_eq!(file_name("COM1"), "com1_");
        assert_eq!(file_name("Com10"), "com10");
        assert_eq!(file_name(&"Long".repeat(1000)).len(), 100);
        assert_eq!(first_word("InstanceStateName"), "instance");
        assert_eq!(first_word("V2"), "v2");
    }
}
