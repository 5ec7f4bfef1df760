//! Resolves the paths in a module.

use super::tree::{Named, Tree};

/// The target of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// An item that a file defines.
    Item(usize),
    /// A module.
    Module(usize),
}

/// Names that are being looked up, each with its module.
type Pending = Vec<(usize, String)>;

impl Tree {
    /// All targets of a path, through aliases: a name can belong to a type, a function and a module
    /// at once. Empty for paths into other crates.
    pub(super) fn resolve(&self, module: usize, path: &[String]) -> Vec<Target> {
        self.walk(module, path, &mut Vec::new())
    }

    fn walk(&self, module: usize, path: &[String], pending: &mut Pending) -> Vec<Target> {
        let Some((first, mut rest)) = path.split_first() else { return Vec::new() };
        let mut targets = match first.as_str() {
            "crate" | "$crate" => vec![Target::Module(0)],
            "self" => vec![Target::Module(module)],
            "super" => self.modules[module].parent.map(Target::Module).into_iter().collect(),
            name => self.lookup(module, name, pending),
        };
        while let Some((name, behind)) = rest.split_first() {
            let modules: Vec<usize> = targets.iter().filter_map(Target::module).collect();
            // What follows a type's name belongs to the type: a variant or a function.
            if modules.is_empty() {
                return targets;
            }
            let inner = modules.iter().flat_map(|module| match name.as_str() {
                "super" => self.modules[*module].parent.map(Target::Module).into_iter().collect(),
                name => self.lookup(*module, name, pending),
            });
            targets = inner.collect();
            rest = behind;
        }
        targets.sort_unstable();
        targets.dedup();
        targets
    }

    /// The targets of a name in a module.
    fn lookup(&self, module: usize, name: &str, pending: &mut Pending) -> Vec<Target> {
        let key = (module, name.to_owned());
        // An alias can have the name of a module next to it: `pub use pointer::pointer`.
        let again = pending.contains(&key);
        pending.push(key);
        let scope = &self.modules[module];
        let mut targets = Vec::new();
        for named in scope.names.get(name).into_iter().flatten() {
            match named {
                Named::Item(file) => targets.push(Target::Item(*file)),
                Named::Module(inner) => targets.push(Target::Module(*inner)),
                Named::Alias(_) if again => {}
                Named::Alias(path) => targets.extend(self.walk(module, path, pending)),
            }
        }
        if targets.is_empty() && !again {
            for glob in &scope.globs {
                let outer = self.walk(module, glob, pending);
                for module in outer.iter().filter_map(Target::module) {
                    targets.extend(self.lookup(module, name, pending));
                }
            }
        }
        pending.pop();
        targets
    }
}

impl Target {
    fn module(&self) -> Option<usize> {
        match self {
            Self::Module(module) => Some(*module),
            Self::Item(_) => None,
        }
    }
}
