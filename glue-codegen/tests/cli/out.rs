//! `--out`: when the file is written, how, and when it is left alone.

use std::fs;
use std::time::{Duration, SystemTime};

use crate::support::{Playground, Run, TOY, generated_all};

const GENERATE: [&str; 5] = ["generate", "--model", "toy.json", "--out", "toy.rs"];

#[test]
fn a_new_file_is_written_and_nothing_else() {
    let playground = Playground::new();
    assert_eq!(playground.run(GENERATE), Run::fine(""));
    assert_eq!(playground.read("toy.rs"), generated_all());
    assert_eq!(playground.names(), ["toy.json", "toy.rs"]);
}

#[test]
fn a_stale_file_is_replaced_whole() {
    let playground = Playground::new();
    playground.write("toy.rs", "stale\n".repeat(100_000));
    assert_eq!(playground.run(GENERATE), Run::fine(""));
    assert_eq!(playground.read("toy.rs"), generated_all());
    assert_eq!(playground.names(), ["toy.json", "toy.rs"]);
}

#[test]
fn a_file_that_has_the_text_is_not_touched() {
    let playground = Playground::new();
    playground.write("toy.rs", generated_all());
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let file = fs::File::options().write(true).open(playground.path("toy.rs")).unwrap();
    file.set_modified(long_ago).unwrap();

    assert_eq!(playground.run(GENERATE), Run::fine(""));
    let modified = || fs::metadata(playground.path("toy.rs")).unwrap().modified().unwrap();
    assert_eq!(modified(), long_ago);

    playground.write("toy.json", TOY.replace("Fetches one toy.", "Fetches a toy."));
    assert_eq!(playground.run(GENERATE), Run::fine(""));
    assert!(modified() > long_ago);
}

#[test]
fn a_file_is_left_alone_when_the_model_has_problems() {
    let playground = Playground::new();
    playground.write("toy.rs", "precious");
    playground.write("toy.json", "{");
    assert_eq!(playground.run(GENERATE).code, Some(1));
    assert_eq!(playground.read("toy.rs"), "precious");
    assert_eq!(playground.names(), ["toy.json", "toy.rs"]);
}

#[test]
fn a_missing_directory_is_told_and_not_created() {
    let playground = Playground::new();
    assert_eq!(
        playground.run(["generate", "--model", "toy.json", "--out", "src/made/toy.rs"]),
        Run::failed(
            2,
            "\
error: cannot write src/made/toy.rs: its directory does not exist
  = help: check the path, or create src/made first
"
        )
    );
    assert_eq!(playground.names(), ["toy.json"]);
}

#[test]
fn a_directory_is_refused() {
    let playground = Playground::new();
    let arguments = ["generate", "--model", "toy.json", "--out", "."];
    assert_eq!(
        playground.run(arguments),
        Run::failed(2, "error: cannot write .: is a directory\n")
    );
}

#[test]
fn the_model_is_never_overwritten() {
    let playground = Playground::new();
    fs::create_dir(playground.path("deep")).unwrap();
    for out in ["toy.json", "./toy.json", "deep/../toy.json"] {
        assert_eq!(
            playground.run(["generate", "--model", "toy.json", "--out", out]),
            Run::failed(
                2,
                &format!(
                    "\
error: {out} is the model: generating into it would destroy it
  = help: name another file with `--out`
"
                )
            )
        );
        assert_eq!(playground.read("toy.json"), TOY);
    }
}

#[test]
fn a_read_only_file_is_refused() {
    let playground = Playground::new();
    playground.write("toy.rs", "precious");
    let path = playground.path("toy.rs");
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    assert_eq!(
        playground.run(GENERATE),
        Run::failed(2, "error: cannot write toy.rs: the file is read-only\n")
    );
    assert_eq!(playground.read("toy.rs"), "precious");
    assert_eq!(playground.names(), ["toy.json", "toy.rs"]);
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;

    use super::*;

    #[test]
    fn permissions_are_kept() {
        let playground = Playground::new();
        playground.write("toy.rs", "stale");
        let path = playground.path("toy.rs");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o751)).unwrap();
        assert_eq!(playground.run(GENERATE), Run::fine(""));
        assert_eq!(playground.read("toy.rs"), generated_all());
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o751);
    }

    #[test]
    fn a_new_file_has_the_permissions_of_any_new_file() {
        let playground = Playground::new();
        assert_eq!(playground.run(GENERATE), Run::fine(""));
        let mode = |name| fs::metadata(playground.path(name)).unwrap().permissions().mode();
        assert_eq!(mode("toy.rs"), mode("toy.json"));
    }

    #[test]
    fn a_link_stays_a_link() {
        let playground = Playground::new();
        playground.write("real.rs", "stale");
        symlink("real.rs", playground.path("toy.rs")).unwrap();
        assert_eq!(playground.run(GENERATE), Run::fine(""));
        assert_eq!(playground.read("real.rs"), generated_all());
        assert!(fs::symlink_metadata(playground.path("toy.rs")).unwrap().is_symlink());
        assert_eq!(playground.names(), ["real.rs", "toy.json", "toy.rs"]);
    }

    #[test]
    fn a_link_to_nothing_is_refused() {
        let playground = Playground::new();
        symlink("gone.rs", playground.path("toy.rs")).unwrap();
        assert_eq!(
            playground.run(GENERATE),
            Run::failed(
                2,
                "error: cannot write toy.rs: it is a link to a file that does not exist\n"
            )
        );
        assert_eq!(playground.names(), ["toy.json", "toy.rs"]);
    }

    #[test]
    fn a_link_to_the_model_is_the_model() {
        let playground = Playground::new();
        symlink("toy.json", playground.path("toy.rs")).unwrap();
        let run = playground.run(GENERATE);
        assert_eq!(run.code, Some(2));
        assert!(run.stderr.starts_with("error: toy.rs is the model:"), "{}", run.stderr);
        assert_eq!(playground.read("toy.json"), TOY);
    }

    #[test]
    fn a_pipe_is_written_to() {
        let arguments = ["generate", "--model", "toy.json", "--out", "/dev/stdout"];
        assert_eq!(Playground::new().run(arguments), Run::fine(generated_all()));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_that_takes_nothing_is_a_failure() {
        let arguments = ["generate", "--model", "toy.json", "--out", "/dev/full"];
        assert_eq!(
            Playground::new().run(arguments),
            Run::failed(
                2,
                "error: cannot write /dev/full: No space left on device (os error 28)\n"
            )
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_cannot_be_written_whole_is_left_alone() {
        let playground = Playground::new();
        playground.write("toy.rs", "precious");
        // Files may grow to a few hundred bytes only, as on a disk that is almost full.
        let limited = "trap '' XFSZ; ulimit -f 1; exec \"$@\"";
        let mut command = Command::new("sh");
        command.current_dir(playground.path(".")).args(["-c", limited, "sh"]);
        command.arg(env!("CARGO_BIN_EXE_glue-codegen")).args(GENERATE);
        assert_eq!(
            Run::from(command.output().unwrap()),
            Run::failed(2, "error: cannot write toy.rs: File too large (os error 27)\n")
        );
        assert_eq!(playground.read("toy.rs"), "precious");
        assert_eq!(playground.names(), ["toy.json", "toy.rs"]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn paths_need_not_be_unicode() {
        let playground = Playground::new();
        let model = OsStr::from_bytes(b"m\xff.json");
        let out = OsStr::from_bytes(b"o\xff.rs");
        playground.write(model, TOY);
        let arguments = ["generate", "--model"].map(OsStr::new);
        let arguments = arguments.into_iter().chain([model, OsStr::new("--out"), out]);
        assert_eq!(playground.run(arguments), Run::fine(""));
        assert_eq!(playground.read(out), generated_all());

        let missing = ["list", "--model"].map(OsStr::new).into_iter().chain([out]);
        let run = playground.run(missing);
        assert!(run.stderr.contains("--> o\u{fffd}.rs:1:1"), "{}", run.stderr);
    }
}
