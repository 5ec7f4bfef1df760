//! The modules of a crate, their files, and their names.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use syn::visit::Visit;
use syn::{Attribute, Item, ItemMacro, ItemMod, ItemUse, UseTree};

/// The modules of a crate, starting with its root.
pub(super) struct Tree {
    pub(super) files: Vec<File>,
    pub(super) modules: Vec<Module>,
    /// The files of `macro_rules!` macros, which are in scope everywhere.
    pub(super) macros: HashMap<String, usize>,
}

/// A file of the crate.
pub(super) struct File {
    pub(super) path: PathBuf,
    /// The module of the file.
    pub(super) module: usize,
    pub(super) items: Vec<Item>,
}

/// A module: a file, or part of one.
pub(super) struct Module {
    pub(super) file: usize,
    pub(super) parent: Option<usize>,
    pub(super) names: HashMap<String, Vec<Named>>,
    /// The paths of modules from which all names are imported.
    pub(super) globs: Vec<Vec<String>>,
}

/// The meaning of a name in a module.
pub(super) enum Named {
    /// Defined in a file.
    Item(usize),
    /// A module within this one.
    Module(usize),
    /// An alias of another name.
    Alias(Vec<String>),
}

impl Tree {
    /// Reads a crate, starting with the file of its root. Test code is left out: a test may use
    /// what the tested file must not.
    pub(super) fn read(root: &Path) -> anyhow::Result<Self> {
        let mut tree = Self { files: Vec::new(), modules: Vec::new(), macros: HashMap::new() };
        let folder = root.parent().unwrap_or(Path::new("")).to_owned();
        tree.file(root.to_owned(), &folder, None)?;
        Ok(tree)
    }

    /// Adds a file, whose modules are in `folder`.
    fn file(
        &mut self,
        path: PathBuf,
        folder: &Path,
        parent: Option<usize>,
    ) -> anyhow::Result<usize> {
        let text =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let mut items = syn::parse_file(&text)
            .with_context(|| format!("{} is not Rust", path.display()))?
            .items;
        items.retain(|item| !attributes(item).iter().any(is_for_tests));
        let (file, module) = (self.files.len(), self.modules.len());
        self.files.push(File { path, module, items: Vec::new() });
        self.module(file, parent, &items, folder)?;
        self.files[file].items = items;
        Ok(module)
    }

    fn module(
        &mut self,
        file: usize,
        parent: Option<usize>,
        items: &[Item],
        folder: &Path,
    ) -> anyhow::Result<usize> {
        let module = self.modules.len();
        let (names, globs) = (HashMap::new(), Vec::new());
        self.modules.push(Module { file, parent, names, globs });
        for item in items.iter().filter(|item| !attributes(item).iter().any(is_for_tests)) {
            self.item(module, item, folder)?;
            if !matches!(item, Item::Mod(_)) {
                Imports { tree: self, module }.visit_item(item);
            }
        }
        Ok(module)
    }

    fn item(&mut self, module: usize, item: &Item, folder: &Path) -> anyhow::Result<()> {
        let name = match item {
            Item::Const(item) => &item.ident,
            Item::Enum(item) => &item.ident,
            Item::Fn(item) => &item.sig.ident,
            Item::Static(item) => &item.ident,
            Item::Struct(item) => &item.ident,
            Item::Trait(item) => &item.ident,
            Item::Type(item) => &item.ident,
            Item::Union(item) => &item.ident,
            Item::Mod(item) => return self.inner(module, item, folder),
            Item::Macro(item) => {
                self.macro_by_example(module, item);
                return Ok(());
            }
            _ => return Ok(()),
        };
        self.name(module, name.to_string(), Named::Item(self.modules[module].file));
        Ok(())
    }

    fn macro_by_example(&mut self, module: usize, item: &ItemMacro) {
        let Some(name) = &item.ident else { return };
        let (name, file) = (name.to_string(), self.modules[module].file);
        if item.attrs.iter().any(|attribute| attribute.path().is_ident("macro_export")) {
            self.name(0, name.clone(), Named::Item(file));
        }
        self.macros.insert(name, file);
    }

    fn inner(&mut self, module: usize, item: &ItemMod, folder: &Path) -> anyhow::Result<()> {
        let name = item.ident.to_string();
        let within = folder.join(&name);
        let inner = match &item.content {
            Some((_, items)) => {
                self.module(self.modules[module].file, Some(module), items, &within)?
            }
            None => {
                let candidates = [folder.join(format!("{name}.rs")), within.join("mod.rs")];
                let Some(path) = candidates.into_iter().find(|path| path.is_file()) else {
                    bail!("there is no file of the module {name} in {}", folder.display());
                };
                self.file(path, &within, Some(module))?
            }
        };
        self.name(module, name, Named::Module(inner));
        Ok(())
    }

    fn name(&mut self, module: usize, name: String, named: Named) {
        self.modules[module].names.entry(name).or_default().push(named);
    }
}

/// Adds the imports in a module, including those within functions.
struct Imports<'t> {
    tree: &'t mut Tree,
    module: usize,
}

impl<'ast> Visit<'ast> for Imports<'_> {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        for leaf in leaves(&mut Vec::new(), &item.tree) {
            match leaf {
                Leaf::Name(name, path) => self.tree.name(self.module, name, Named::Alias(path)),
                Leaf::Glob(path) => self.tree.modules[self.module].globs.push(path),
            }
        }
    }
}

/// A name that a `use` brings into scope.
pub(super) enum Leaf {
    /// A name and its path.
    Name(String, Vec<String>),
    /// All names of a path.
    Glob(Vec<String>),
}

/// The names that a `use` brings into scope, after the segments before it.
pub(super) fn leaves(before: &mut Vec<String>, tree: &UseTree) -> Vec<Leaf> {
    let named = |name: String, last: String| {
        let mut path = before.clone();
        // `module::{self}` is the module.
        let name = if last == "self" { path.last().cloned().unwrap_or(name) } else { name };
        if last != "self" || path.is_empty() {
            path.push(last);
        }
        vec![Leaf::Name(name, path)]
    };
    match tree {
        UseTree::Name(use_name) => named(use_name.ident.to_string(), use_name.ident.to_string()),
        UseTree::Rename(rename) => {
            let mut leaves = named(rename.rename.to_string(), rename.ident.to_string());
            if let Some(Leaf::Name(name, _)) = leaves.first_mut() {
                *name = rename.rename.to_string();
            }
            leaves
        }
        UseTree::Glob(_) => vec![Leaf::Glob(before.clone())],
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            let found = leaves(before, &path.tree);
            before.pop();
            found
        }
        UseTree::Group(group) => group.items.iter().flat_map(|tree| leaves(before, tree)).collect(),
    }
}

/// Whether an attribute restricts an item to tests.
pub(super) fn is_for_tests(attribute: &Attribute) -> bool {
    let Ok(list) = attribute.meta.require_list() else {
        return attribute.path().is_ident("test");
    };
    let conditions = list.tokens.to_string();
    list.path.is_ident("cfg") && (conditions == "test" || conditions.starts_with("all (test"))
}

/// The attributes of an item that could restrict it to tests.
pub(super) fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}
