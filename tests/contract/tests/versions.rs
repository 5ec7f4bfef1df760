//! The published crates depend on each other's exact versions.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

fn manifest(path: &str) -> String {
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn a_lock_file_has_one_version_of_all_crates() {
    let workspace = manifest("../../Cargo.toml");
    for name in ["glue-codegen", "glue-model", "glue-pattern", "glue-runtime"] {
        let version = env!("CARGO_PKG_VERSION");
        let exact = format!("\n{name} = {{ version = \"={version}\", path = \"{name}\" }}\n");
        assert!(workspace.contains(&exact), "{name}");
    }
    // The generator does not use the runtime, and is tied to it all the same.
    let tie = "\n[target.'cfg(any())'.dependencies]\nglue-runtime.workspace = true\n";
    assert!(manifest("../../glue-codegen/Cargo.toml").contains(tie));
}
