//! Crates of users, in a temporary folder, which depend on this workspace by path.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A user's crate.
pub(crate) struct Downstream {
    folder: tempfile::TempDir,
}

impl Downstream {
    /// A crate with these files; `ROOT` in its manifest is where this workspace is.
    pub(crate) fn new(manifest: &str, files: &[(&str, &str)]) -> Self {
        let downstream = Self { folder: tempfile::tempdir().unwrap() };
        let root = env!("CARGO_MANIFEST_DIR").replace('\\', "/");
        downstream.write("Cargo.toml", &manifest.replace("ROOT", &root));
        for (name, text) in files {
            downstream.write(name, text);
        }
        // The same versions as here, so that nothing needs to be fetched.
        fs::copy("Cargo.lock", downstream.folder.path().join("Cargo.lock")).unwrap();
        downstream
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn cargo(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO"))
            .args(arguments)
            .arg("--offline")
            .current_dir(self.folder.path())
            .env("CARGO_TARGET_DIR", target())
            .env("CARGO_TERM_COLOR", "never")
            .output()
            .unwrap()
    }

    /// Runs cargo, which must succeed; gives what it says on the way.
    pub(crate) fn succeed(&self, arguments: &[&str]) -> String {
        let output = self.cargo(arguments);
        let log = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{log}\n{}", String::from_utf8_lossy(&output.stdout));
        log
    }
}

/// A target folder of its own, kept between runs so that only the first one compiles dependencies.
pub(crate) fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("downstream")
}
