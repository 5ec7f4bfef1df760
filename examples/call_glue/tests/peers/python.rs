//! Python with the packages that the tests use.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::time::Duration;

use crate::peer;

/// The packages, with their versions.
const REQUIREMENTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/peers/requirements.txt");

/// The maximum time for the installation of the packages.
const INSTALLATION: Duration = Duration::from_secs(300);

/// A Python interpreter that has the packages.
pub(crate) struct Python {
    packages: PathBuf,
}

impl Python {
    /// The interpreter, set up once; `None` if it is not available and not required.
    pub(crate) fn get() -> Option<&'static Self> {
        static PYTHON: LazyLock<Option<Python>> = LazyLock::new(|| {
            let mode = env::var("GLUE_PEERS").unwrap_or_default();
            let python =
                if mode == "off" { Err("GLUE_PEERS=off".to_owned()) } else { Python::set_up() };
            match python {
                Ok(python) => Some(python),
                Err(reason) if mode == "required" => panic!("no peers to talk to: {reason}"),
                Err(reason) => {
                    // Not `eprintln`, whose output is hidden for passing tests.
                    let _ = writeln!(io::stderr(), "SKIPPED the tests with peers: {reason}");
                    None
                }
            }
        });
        PYTHON.as_ref()
    }

    /// A command that runs a script of this folder.
    pub(crate) fn script(&self, name: &str) -> Command {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/peers");
        let mut command = Command::new("python3");
        command.arg("-s").arg(folder.join(name)).env("PYTHONPATH", &self.packages);
        // People who work with AWS have settings of their own.
        for (name, _) in env::vars_os() {
            if name.to_string_lossy().starts_with("AWS_") {
                command.env_remove(name);
            }
        }
        command
    }

    fn set_up() -> Result<Self, String> {
        let packages = Path::new(env!("CARGO_TARGET_TMPDIR")).join("peers");
        let requirements = fs::read_to_string(REQUIREMENTS).map_err(|error| error.to_string())?;
        // Some packages only work with one version.
        let version = python("python3 is missing", &["-c", "import sys; print(sys.version)"])?;
        let wanted = version + &requirements;
        // Written last, so that it means a complete installation.
        let stamp = packages.join("installed.txt");
        if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
            return Ok(Self { packages });
        }
        python("pip is missing", &["-m", "pip", "--version"])?;
        if packages.exists() {
            fs::remove_dir_all(&packages).map_err(|error| error.to_string())?;
        }
        let target = packages.to_str().ok_or("the target directory's path is not Unicode")?;
        let options =
            ["--quiet", "--no-input", "--disable-pip-version-check", "--retries=1", "--timeout=15"];
        // Nothing is built, because that would need a compiler and time.
        let wanted_packages = ["--only-binary=:all:", "--target", target, "-r", REQUIREMENTS];
        let install = [&["-m", "pip", "install"], &options[..], &wanted_packages];
        python("pip cannot install the packages", &install.concat())?;
        fs::write(stamp, wanted).map_err(|error| error.to_string())?;
        Ok(Self { packages })
    }
}

/// The output of Python.
fn python(problem: &str, arguments: &[&str]) -> Result<String, String> {
    let child = Command::new("python3")
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{problem}: {error}"))?;
    let output = peer::output_within(child, INSTALLATION);
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(format!("{problem}: {}", error.trim().lines().last().unwrap_or("it says nothing")))
}
