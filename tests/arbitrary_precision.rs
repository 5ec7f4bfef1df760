//! The tests of all formats once more in a build with serde_json's feature `arbitrary_precision`. A
//! build has each feature everywhere or nowhere, so this is one of its own.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::process::Command;

#[test]
fn every_format_reads_the_same_with_arbitrary_precision() {
    let output = Command::new(env!("CARGO"))
        .args(["test", "-p", "format-tests", "--features", "arbitrary-precision", "--offline"])
        .env("CARGO_TARGET_DIR", support::downstream::target())
        .env("CARGO_TERM_COLOR", "never")
        .output()
        .unwrap();
    let (told, log) = (&output.stdout, &output.stderr);
    let text = |bytes| String::from_utf8_lossy(bytes);
    assert!(output.status.success(), "{}\n{}", text(told), text(log));
}
