//! Downloads the models: botocore's source distribution, from the Python Package Index.

use std::fs::{self, File};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};
use flate2::read::GzDecoder;
use tar::Archive;

/// The folder with the sources of a release of botocore. Downloads them if they are missing.
pub(super) fn botocore(directory: &Path, version: &str) -> anyhow::Result<PathBuf> {
    let sources = directory.join(format!("botocore-{version}"));
    // Earlier versions of this program did not unpack the suites.
    if sources.join("tests").exists() {
        return Ok(sources);
    }
    if sources.exists() {
        fs::remove_dir_all(&sources)?;
    }
    fs::create_dir_all(directory)?;
    let archive = download(directory, version)?;
    // Unpacked next to its place and then moved, so that a folder with that name is always
    // complete.
    let partial = tempfile::tempdir_in(directory)?;
    unpack(&archive, partial.path())
        .with_context(|| format!("cannot unpack {}", archive.display()))?;
    fs::rename(partial.path(), &sources)?;
    Ok(sources)
}

/// Lets pip download the archive: it knows the index, mirrors, proxies and certificates of the
/// machine.
fn download(directory: &Path, version: &str) -> anyhow::Result<PathBuf> {
    let archive = directory.join(format!("botocore-{version}.tar.gz"));
    if archive.exists() {
        return Ok(archive);
    }
    let run = Command::new("python3")
        .args(["-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", "--dest"])
        .arg(directory)
        .arg(format!("botocore=={version}"))
        .output();
    let help =
        "to use a copy of botocore's sources instead, name its folder; see `cargo xtask help`";
    let output =
        run.with_context(|| format!("cannot run python3, which downloads the models; {help}"))?;
    if !output.status.success() || !archive.exists() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`python3 -m pip download` failed; {help}\n{}", said.trim_end());
    }
    Ok(archive)
}

/// Unpacks only the models and the protocol suites into `to`.
fn unpack(archive: &Path, to: &Path) -> anyhow::Result<()> {
    let mut archive = Archive::new(GzDecoder::new(File::open(archive)?));
    for entry in archive.entries()? {
        let mut entry = entry?;
        let Some(path) = wanted_path(&entry.path()?) else { continue };
        let path = to.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        io::copy(&mut entry, &mut File::create(path)?)?;
    }
    Ok(())
}

/// The path of a file of the archive, if it is a model or contains protocol suites, without the
/// archive's own folder.
fn wanted_path(path: &Path) -> Option<PathBuf> {
    let mut names = Vec::new();
    for component in path.components() {
        match component {
            Component::Normal(name) => names.push(name.to_str()?),
            // A path that leaves the folder does not belong to a model.
            _ => return None,
        }
    }
    let is_wanted = match names.as_slice() {
        [_, "botocore", "data", _, _, "service-2.json" | "service-2.json.gz"] => true,
        [_, "tests", "unit", "protocols", .., name] => name.ends_with(".json"),
        _ => false,
    };
    names.get(1..).filter(|_| is_wanted).map(|names| names.iter().collect())
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::wanted_path;

    #[test]
    fn only_models_and_suites_are_unpacked() {
        let path = |path: &str| wanted_path(Path::new(path));
        let model = "botocore/data/glue/2017-03-31/service-2.json";
        assert_eq!(path(&format!("botocore-1.44.5/{model}")), Some(PathBuf::from(model)));
        assert!(path(&format!("botocore-1.44.5/{model}.gz")).is_some());
        let suites = "tests/unit/protocols/legacy/input/json.json";
        assert_eq!(path(&format!("botocore-1.44.5/{suites}")), Some(PathBuf::from(suites)));
        for other in [
            "botocore-1.44.5/tests/unit/test_protocols.py",
            "botocore-1.44.5/tests/unit/protocols/README",
            "botocore-1.44.5/botocore/data/glue/2017-03-31/waiters-2.json",
            "botocore-1.44.5/setup.py",
            "../botocore/data/glue/2017-03-31/service-2.json",
            "/botocore/data/glue/2017-03-31/service-2.json",
            "botocore-1.44.5/botocore/data/../../service-2.json",
        ] {
            assert_eq!(path(other), None, "{other}");
        }
    }
}
