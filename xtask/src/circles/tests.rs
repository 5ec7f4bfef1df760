//! The circles of small crates, and of the repository.

use std::fs;
use std::path::PathBuf;

use super::graph::Uses;
use super::{name, problems};
use crate::repository;

/// The circles of a crate with these files, and its imports by way of the root.
fn found(files: &[(&str, &str)]) -> (Vec<Vec<String>>, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let uses = Uses::read(&folder.path().join("lib.rs")).unwrap();
    let names = |files: &[PathBuf]| -> Vec<String> {
        let mut names: Vec<String> = files.iter().map(|file| name(folder.path(), file)).collect();
        names.sort();
        names
    };
    let circles = uses.circles().iter().map(|circle| names(&circle.files)).collect();
    (circles, uses.detours.into_iter().map(|detour| detour.path).collect())
}

fn circles(files: &[(&str, &str)]) -> Vec<Vec<String>> {
    found(files).0
}

#[test]
fn the_repository_has_none_but_those_it_names() {
    assert_eq!(problems(&repository::root().unwrap()).unwrap(), [""; 0]);
}

#[test]
fn what_is_exported_again_is_where_it_is_defined() {
    let root = ("lib.rs", "mod a;\npub use a::b::B;");
    let inner = "use super::A; pub struct B(A);";
    let kept = [root, ("a.rs", "pub mod b; pub use b::B; pub struct A;"), ("a/b.rs", inner)];
    assert_eq!(circles(&kept), [[""; 0]; 0]);
    let used = "pub mod b; pub use b::B; pub struct A; fn f() -> B { todo!() }";
    assert_eq!(circles(&[root, ("a.rs", used), ("a/b.rs", inner)]), [["a.rs", "a/b.rs"]]);
}

#[test]
fn paths_count_in_code_and_macros_and_not_in_tests_and_quotes() {
    let circles = |text| {
        let b = "use crate::a::A; pub const B: A = A; pub fn f() {}";
        circles(&[("lib.rs", "mod a; mod b;"), ("a.rs", text), ("b/mod.rs", b)])
    };
    for text in [
        "pub struct A; use crate::b::B;",
        "pub struct A; use crate::b; fn f() { b::f() }",
        "pub struct A; fn f() { use super::b::f as g; g() }",
        "pub struct A; fn f() { println!(\"{:?}\", crate::b::f()) }",
        "pub struct A; use crate::b::*;",
        "pub struct A; mod inner { use super::super::b::B; }",
    ] {
        assert_eq!(circles(text), [["a.rs", "b/mod.rs"]], "{text}");
    }
    for text in [
        "pub struct A; use crate::b as c;",
        "pub struct A; #[cfg(test)] mod tests { use crate::b::B; }",
        "pub struct A; #[cfg(all(test, unix))] fn f() { crate::b::f() }",
        "pub struct A; fn f() { quote!(crate::b::f()) }",
        "pub struct A; fn f() { ::b::f() }",
    ] {
        assert_eq!(circles(text), [[""; 0]; 0], "{text}");
    }
}

#[test]
fn the_way_through_the_root_is_a_detour() {
    let root = ("lib.rs", "mod a; mod b; pub use b::B; pub struct Root;");
    let b = ("b.rs", "pub struct B;");
    let found = found(&[root, ("a.rs", "use crate::{B, Root}; use crate::b::B as C;"), b]);
    assert_eq!(found, (Vec::new(), vec!["crate::B".to_owned()]));
}
