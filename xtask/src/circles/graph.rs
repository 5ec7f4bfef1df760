//! The files of a crate that use each other, and the circles among them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::names::{Kind, Mention, mentions};
use super::resolve::Target;
use super::tree::{Named, Tree};

/// The files of a crate, and what each uses from the others.
pub(super) struct Uses {
    files: Vec<PathBuf>,
    /// From the first file to the second: the paths that name it.
    edges: BTreeMap<(usize, usize), BTreeSet<String>>,
    /// Imports by way of the crate's root of items that another file defines.
    pub(super) detours: Vec<Detour>,
}

/// An import that goes through the root of the crate.
pub(super) struct Detour {
    pub(super) file: PathBuf,
    pub(super) path: String,
    /// The file that defines the imported item.
    pub(super) home: PathBuf,
}

/// Files that all use each other, directly or indirectly.
#[derive(Debug, PartialEq)]
pub(super) struct Circle {
    pub(super) files: Vec<PathBuf>,
    /// Which file uses which, and by which names.
    pub(super) uses: Vec<(PathBuf, PathBuf, Vec<String>)>,
}

impl Uses {
    /// Reads a crate, starting with the file of its root.
    pub(super) fn read(root: &Path) -> anyhow::Result<Self> {
        let tree = Tree::read(root)?;
        let (mut edges, mut detours) = (BTreeMap::<_, BTreeSet<String>>::new(), Vec::new());
        for (from, file) in tree.files.iter().enumerate() {
            for mention in mentions(&file.items) {
                for to in targets(&tree, file.module, &mention) {
                    let path = mention.path.join("::");
                    if to == from {
                        continue;
                    }
                    if to != 0 && mention.kind != Kind::Macro && is_of_root(&tree, &mention) {
                        let (file, home) = (file.path.clone(), tree.files[to].path.clone());
                        detours.push(Detour { file, path: path.clone(), home });
                    }
                    edges.entry((from, to)).or_default().insert(path);
                }
            }
        }
        let files = tree.files.into_iter().map(|file| file.path).collect();
        Ok(Self { files, edges, detours })
    }

    /// The circles, the largest first.
    pub(super) fn circles(&self) -> Vec<Circle> {
        let mut graph = DiGraph::<(), ()>::new();
        let nodes: Vec<NodeIndex> = self.files.iter().map(|_| graph.add_node(())).collect();
        for (from, to) in self.edges.keys() {
            graph.add_edge(nodes[*from], nodes[*to], ());
        }
        let components = tarjan_scc(&graph).into_iter().filter(|component| component.len() > 1);
        let mut circles: Vec<Circle> = components
            .map(|component| self.circle(component.into_iter().map(NodeIndex::index).collect()))
            .collect();
        circles.sort_by(|a, b| (b.files.len(), &a.files).cmp(&(a.files.len(), &b.files)));
        circles
    }

    fn circle(&self, members: BTreeSet<usize>) -> Circle {
        let inner = self
            .edges
            .iter()
            .filter(|((from, to), _)| members.contains(from) && members.contains(to));
        let path = |file: &usize| self.files[*file].clone();
        let uses = inner
            .map(|((from, to), names)| (path(from), path(to), names.iter().cloned().collect()))
            .collect();
        let mut files: Vec<PathBuf> = members.iter().map(path).collect();
        files.sort();
        Circle { files, uses }
    }
}

/// The files that a path leads to. Naming a module does not use it, but importing all its names
/// does.
fn targets(tree: &Tree, file_module: usize, mention: &Mention) -> BTreeSet<usize> {
    let mut module = file_module;
    for name in &mention.within {
        let inner = tree.modules[module].names.get(name).into_iter().flatten();
        module = inner
            .filter_map(|named| match named {
                Named::Module(inner) => Some(*inner),
                _ => None,
            })
            .next()
            .unwrap_or(module);
    }
    if let (Kind::Macro, [name]) = (mention.kind, mention.path.as_slice()) {
        return tree.macros.get(name).copied().into_iter().collect();
    }
    let targets = tree.resolve(module, &mention.path).into_iter();
    targets
        .filter_map(|target| match target {
            Target::Item(file) => Some(file),
            Target::Module(module) => {
                (mention.kind == Kind::Glob).then(|| tree.modules[module].file)
            }
        })
        .collect()
}

/// Whether a path is a name in the crate's root.
fn is_of_root(tree: &Tree, mention: &Mention) -> bool {
    let [first, name] = mention.path.as_slice() else { return false };
    let is_module = |named: &Named| matches!(named, Named::Module(_));
    first == "crate"
        && tree.modules[0].names.get(name).is_some_and(|named| !named.iter().any(is_module))
}
