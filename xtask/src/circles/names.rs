//! The paths that a file names in code, in imports, and in macro calls.

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Item, ItemMod, ItemUse, Macro, Path, Visibility};

use super::tree::{Leaf, attributes, is_for_tests, leaves};

/// A path that is named in a module.
pub(super) struct Mention {
    /// The names of the modules that contain it, within the file.
    pub(super) within: Vec<String>,
    pub(super) path: Vec<String>,
    pub(super) kind: Kind,
}

/// The kind of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A path in code.
    Code,
    /// An import of the module itself.
    Import,
    /// An import of all names of a module.
    Glob,
    /// A call of a macro.
    Macro,
}

/// All paths that the items of a file name. Re-exports do not count as uses.
pub(super) fn mentions(items: &[Item]) -> Vec<Mention> {
    let mut visitor = Visitor { mentions: Vec::new(), within: Vec::new() };
    items.iter().for_each(|item| visitor.visit_item(item));
    visitor.mentions
}

struct Visitor {
    mentions: Vec<Mention>,
    within: Vec<String>,
}

impl Visitor {
    fn mention(&mut self, path: Vec<String>, kind: Kind) {
        self.mentions.push(Mention { within: self.within.clone(), path, kind });
    }

    /// The paths in the arguments of a macro, which need not be Rust: names with `::` between them.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let (mut colons, mut dollar) = (0, false);
        for token in tokens {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.end(&mut path);
                    } else if path.is_empty() {
                        // A path that begins with colons belongs to another crate.
                        path.push("::".to_owned());
                    }
                    path.push(if dollar { format!("${name}") } else { name.to_string() });
                    (colons, dollar) = (0, false);
                }
                other => {
                    self.end(&mut path);
                    (colons, dollar) = (0, false);
                    match other {
                        TokenTree::Group(group) => self.tokens(group.stream()),
                        TokenTree::Punct(punct) => dollar = punct.as_char() == '$',
                        _ => {}
                    }
                }
            }
        }
        self.end(&mut path);
    }

    fn end(&mut self, path: &mut Vec<String>) {
        if !path.is_empty() {
            self.mention(std::mem::take(path), Kind::Code);
        }
    }
}

impl<'ast> Visit<'ast> for Visitor {
    fn visit_item(&mut self, item: &'ast Item) {
        if !attributes(item).iter().any(is_for_tests) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        self.within.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.within.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if !matches!(item.vis, Visibility::Inherited) {
            return;
        }
        for leaf in leaves(&mut Vec::new(), &item.tree) {
            match leaf {
                Leaf::Name(_, path) => self.mention(path, Kind::Import),
                Leaf::Glob(path) => self.mention(path, Kind::Glob),
            }
        }
    }

    fn visit_path(&mut self, path: &'ast Path) {
        if path.leading_colon.is_none() {
            let names = path.segments.iter().map(|segment| segment.ident.to_string());
            self.mention(names.collect(), Kind::Code);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        let names: Vec<String> =
            call.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        // Quoted code belongs to the generated code.
        let is_quote = names.last().is_some_and(|name| name == "quote");
        self.mention(names, Kind::Macro);
        if !is_quote {
            self.tokens(call.tokens.clone());
        }
    }
}
