//! `cargo fmt` and generated code that is committed: what it leaves, `--check` finds fresh.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use crate::support::{Playground, Run};

const MANIFEST: &str = "[package]\nname = \"toys\"\nedition = \"2024\"\n\n[workspace]\n";

/// A model with a member of each type and constraint.
const DEPOT: &str = include_str!("../../../tests/committed/0.1/depot.json");

/// All files of the crate's sources, in any folder.
fn sources(playground: &Playground) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for folder in ["src", "src/folder"] {
        for entry in fs::read_dir(playground.path(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                found.insert(path.display().to_string(), fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

#[test]
fn committed_code_is_fresh_after_cargo_fmt() {
    let playground = Playground::new();
    playground.write("Cargo.toml", MANIFEST);
    playground.write("depot.json", DEPOT);
    fs::create_dir(playground.path("src")).unwrap();
    playground.write("src/lib.rs", "mod file;\nmod folder;\n\npub  use file::*;\n");
    let options = ["generate", "--model", "depot.json", "--derive", "Eq,Hash"];
    let outputs = [&["--out", "src/file.rs"][..], &["--split", "--out", "src/folder"]];
    for output in outputs {
        assert_eq!(playground.run(options.iter().chain(output)), Run::fine(""));
    }

    // As it is, and with much of what users set.
    for settings in ["", "max_width = 60\nuse_small_heuristics = \"Off\"\n"] {
        playground.write("rustfmt.toml", settings);
        let before = sources(&playground);
        let formatted = Command::new(env!("CARGO"))
            .args(["fmt"])
            .current_dir(playground.path("."))
            .output()
            .unwrap();
        assert!(formatted.status.success(), "{}", String::from_utf8_lossy(&formatted.stderr));
        // It ran: the crate's own file is another.
        assert!(playground.read("src/lib.rs").contains("pub use file::*;"));
        let mut after = sources(&playground);
        let own = after.iter().find(|(path, _)| path.ends_with("lib.rs")).unwrap().0.clone();
        after.remove(&own);
        assert!(after.iter().all(|(path, text)| before[path] == *text));
        for output in outputs {
            let check = options.iter().chain(output).chain(&["--check"]);
            assert_eq!(playground.run(check), Run::fine(""));
        }
    }
}
