//! The README's example for services other than the one whose types are here: its files are taken
//! from the page, and what they make runs.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use support::downstream::Downstream;

const PACKAGE: &str = r#"
[package]
name = "other-services"
version = "0.0.0"
edition = "2024"

[workspace]
"#;

/// The first block of the section that starts with this line.
fn block(start: &str) -> String {
    let page = support::text("README.md").replace("\r\n", "\n");
    let (_, section) = page.split_once("## Types for another service\n").unwrap();
    let (_, block) = section.split_once(&format!("\n{start}\n")).unwrap();
    let (block, _) = block.split_once("\n```").unwrap();
    block.to_owned()
}

#[test]
fn the_example_of_the_readme_runs() {
    let mut manifest = format!("{PACKAGE}\n[dependencies]\n{}", block("[dependencies]"));
    for name in ["glue-runtime", "glue-codegen"] {
        let published = [format!("{name} = \"0.1\""), format!("{name} = {{ version = \"0.1\"")];
        let path = format!("path = \"ROOT/{name}\"");
        manifest = manifest
            .replace(&published[0], &format!("{name} = {{ {path} }}"))
            .replace(&published[1], &format!("{name} = {{ {path}"));
    }
    let model = support::text("tests/data/stepfunctions/2016-11-23/service-2.json");
    let downstream = Downstream::new(
        &manifest,
        &[
            ("build.rs", &block("// build.rs")),
            ("src/main.rs", &block("// src/main.rs")),
            ("models/service-2.json", &model),
        ],
    );
    let output = downstream.cargo(&["run", "--quiet"]);
    let log = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && log.is_empty(), "{log}");
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "{\"name\":\"nightly\",\"status\":\"FAILED\",\"startDate\":1777593600,\
         \"error\":\"States.Timeout\"}\n",
    );
}
