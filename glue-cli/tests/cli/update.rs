//! `update`: what is told of the newer models, and what is written.

#[cfg(unix)]
mod workflow;

use crate::fetch::{Shop, files, replaced};
use crate::support::Run;

/// The models of a newer release: the toys take longer names and have lost an operation, the trains
/// have another description, and the planes are as they were.
fn newer() -> Vec<(String, Vec<u8>)> {
    let mut files = files();
    for (name, bytes) in &mut files {
        let text = String::from_utf8(bytes.clone()).unwrap();
        *bytes = match name.split('/').next() {
            Some("toybox") => {
                text.replace("\"max\": 10", "\"max\": 20").replace("GetToy\"", "TakeToy\"")
            }
            Some("trains") => text.replace("A box of toys", "Trains"),
            _ => text,
        }
        .into_bytes();
    }
    files
}

/// A shop with three models of botocore 1.2.3, and a wheel of 1.2.4.
fn shop() -> Shop {
    let shop = Shop::new();
    let old = shop.wheel("1.2.3", &files());
    shop.wheel("1.2.4", &newer());
    let fetch = ["fetch", "toybox", "rails", "planes", "--from", &old];
    assert_eq!(shop.run(&fetch), Run::fine(""));
    shop
}

/// The files that an update may change.
fn state(shop: &Shop) -> Vec<String> {
    let names = [
        "models.lock",
        "requirements.txt",
        "toybox/2020-02-02/service-2.json",
        "trains/2021-03-03/service-2.json",
        "planes/2022-04-04/service-2.json",
    ];
    names.map(|name| shop.0.read(format!("models/{name}"))).to_vec()
}

const WHEEL: [&str; 3] = ["update", "--from", "botocore-1.2.4-py3-none-any.whl"];

pub(crate) const TEXT: &str = "\
# Update models to botocore 1.2.4

**Verdict: breaking.** 3 models: 1 breaking, 2 unchanged.

## toybox/2020-02-02

**3 changes** from `botocore==1.2.3` to `botocore==1.2.4`: 1 breaking, 1 behavior, 1 additive.

### Breaking (1)

- operation `GetToy`: removed

### Behavior (1)

- shape `ToyName`, sent by both
  - length `1 to 10` -> `1 to 20` (looser)

### Additive (1)

- operation `TakeToy`: added

Only descriptions, or what types do not have, changed in `trains/2021-03-03`.

Nothing changed since `botocore==1.2.3` in `planes/2022-04-04`.
";

#[test]
fn the_models_are_brought_to_another_release_and_the_changes_are_told() {
    let shop = shop();
    let before = state(&shop);
    assert_eq!(shop.run(&WHEEL), Run::fine(TEXT));
    let after = state(&shop);
    assert_eq!(after[1], before[1].replace("1.2.3", "1.2.4"));
    assert!(after[2].contains("\"max\": 20"));
    assert_ne!(after[3], before[3]);
    assert_eq!(after[4], before[4]);
    let hashes = |lock: &str| -> Vec<String> {
        let lines = lock.lines().filter(|line| line.contains("sha256"));
        lines.map(str::to_owned).collect()
    };
    let (old, new) = (hashes(&before[0]), hashes(&after[0]));
    assert_eq!((old[0] == new[0], old[1] == new[1], old[2] == new[2]), (true, false, false));
    assert_eq!(after[0].matches("botocore==1.2.4").count(), 3);
    assert!(after[0].contains("\"rails\""));

    // A second run has nothing to do, and neither has `fetch`.
    let nothing = Run::fine("Nothing to update: the lock has 3 models, and nothing changes.\n");
    assert_eq!(shop.run(&WHEEL), nothing);
    let nothing =
        Run::fine("Nothing to update: the lock has 3 models, and botocore is 1.2.4 already.\n");
    assert_eq!(shop.run(&["update", "--to", "1.2.4"]), nothing);
    assert_eq!(shop.run(&["fetch"]), Run::fine(""));
    assert_eq!(state(&shop), after);
}

#[test]
fn a_dry_run_writes_the_text_alone() {
    let shop = shop();
    let before = state(&shop);
    let dry = [&WHEEL[..], &["--dry-run", "--markdown", "update.md"]].concat();
    assert_eq!(shop.run(&dry), Run::fine(""));
    assert_eq!(shop.0.read("update.md"), TEXT);
    assert_eq!(state(&shop), before);
    // The text is written over.
    assert_eq!(shop.run(&dry), Run::fine(""));
}

#[test]
fn denied_changes_are_the_exit_status() {
    let shop = shop();
    let before = state(&shop);
    let dry = [&WHEEL[..], &["--dry-run", "--deny", "breaking"]].concat();
    assert_eq!(
        shop.run(&dry),
        Run {
            code: Some(1),
            stdout: TEXT.to_owned(),
            stderr: "\
error: 1 breaking change from botocore==1.2.3 to botocore==1.2.4
  = help: `--deny` says which changes make the run fail
"
            .to_owned()
        }
    );
    assert_eq!(state(&shop), before);
    let run = shop.run(&[&WHEEL[..], &["--deny", "behavior"]].concat());
    assert_eq!(run.code, Some(1));
    assert_eq!(
        run.stderr,
        "\
error: 1 breaking, 1 behavior changes from botocore==1.2.3 to botocore==1.2.4
  = help: `--deny` says which changes make the run fail; the models are written all the same
"
    );
    assert_ne!(state(&shop), before);
    assert_eq!(shop.run(&[&WHEEL[..], &["--deny", "additive"]].concat()).code, Some(0));
}

#[test]
fn edited_and_missing_models_are_told_and_nothing_changes() {
    let shop = shop();
    let path = "models/toybox/2020-02-02/service-2.json";
    let text = shop.0.read(path);
    shop.0.write(path, text.replace("\"max\": 10", "\"max\": 11"));
    let before = state(&shop);
    let refused = Run::failed(
        2,
        "\
error: models/toybox/2020-02-02/service-2.json was edited after it was fetched, and would be written \
over
  = help: keep corrections in a file for `--fixes`, and write over the model with `--force`
",
    );
    assert_eq!(shop.run(&WHEEL), refused);
    assert_eq!(state(&shop), before);
    std::fs::remove_file(shop.0.path(path)).unwrap();
    assert_eq!(
        shop.run(&WHEEL),
        Run::failed(
            2,
            "\
error: models/toybox/2020-02-02/service-2.json does not exist, and cannot be compared
  = help: fetch it first, with `glue-codegen fetch`
"
        )
    );
    assert!(!shop.exists(path));
}

#[test]
fn without_models_there_is_nothing_to_bring() {
    let shop = Shop::new();
    assert_eq!(
        shop.run(&["update"]),
        Run::failed(
            2,
            "\
error: models/models.lock names no models
  = help: fetch some first, such as with `glue-codegen fetch glue`
"
        )
    );
    shop.write("ours/toybox/1/service-2.json", crate::fetch::TOYS);
    assert_eq!(shop.run(&["fetch", "toybox", "--from", "ours"]), Run::fine(""));
    assert_eq!(
        shop.run(&["update"]),
        Run::failed(
            2,
            "\
error: models/models.lock names no model that is from botocore
  = help: say where newer ones are, with `--from`
"
        )
    );
    let nothing = Run::fine("Nothing to update: the lock has 1 model, and nothing changes.\n");
    assert_eq!(shop.run(&["update", "--from", "ours"]), nothing);
}

#[test]
fn a_model_that_is_gone_and_a_newer_version_are_told() {
    let shop = shop();
    let files: Vec<_> = newer()
        .into_iter()
        .map(|(name, bytes)| (name.replace("planes/2022-04-04", "planes/2023-05-05"), bytes))
        .filter(|(name, _)| !name.starts_with("trains"))
        .collect();
    let wheel = shop.wheel("1.2.5", &files);
    let before = state(&shop);
    assert_eq!(
        shop.run(&["update", "--from", &wheel]),
        Run::failed(
            2,
            "\
error: botocore==1.2.5 has no model planes/2022-04-04
  = help: fetch another version, with `glue-codegen fetch planes/2023-05-05`

error: botocore==1.2.5 has no model trains/2021-03-03
  = help: remove its folder and its entry in the lock if you do without trains/2021-03-03
"
        )
    );
    assert_eq!(state(&shop), before);
    let mut files = newer();
    files.extend(
        replaced(&files[4..5], "2020-02-02", "2023-05-05")
            .into_iter()
            .map(|(name, bytes)| (name.replace("2022-04-04", "2023-05-05"), bytes)),
    );
    let wheel = shop.wheel("1.2.6", &files);
    let text = shop.run(&["update", "--from", &wheel]).stdout;
    let told = "`planes/2023-05-05` is a newer version of this API: `glue-codegen fetch \
                planes/2023-05-05` gets it.\n";
    assert!(text.ends_with(told), "{text}");
}

#[cfg(unix)]
#[test]
fn pip_says_which_release_is_the_newest() {
    let shop = shop();
    shop.pip("1.2.4");
    assert_eq!(shop.run(&["update"]), Run::fine(TEXT));
    let asked = shop.0.read("asked");
    assert_eq!(asked.lines().count(), 2);
    assert!(asked.starts_with(
        "-m pip --no-input --disable-pip-version-check index versions --ignore-requires-python \
         botocore\n"
    ));
    let nothing =
        Run::fine("Nothing to update: the lock has 3 models, and botocore is 1.2.4 already.\n");
    assert_eq!(shop.run(&["update"]), nothing);
    // An older release is taken only if it is named.
    shop.pip("1.2.3");
    assert_eq!(shop.run(&["update"]), nothing);
    let back = shop.run(&["update", "--to", "1.2.3"]);
    assert_eq!(back.code, Some(0));
    assert!(back.stdout.starts_with("# Update models to botocore 1.2.3\n"), "{}", back.stdout);
    assert_eq!(shop.0.read("asked").matches("index versions").count(), 3);
}

#[test]
fn wrong_arguments_are_told() {
    let shop = shop();
    for arguments in
        [&["--to", "-r"] as &[&str], &["--to", "newest"], &["--to", "1", "--from", "x"]]
    {
        let run = shop.run(&[&["update"], arguments].concat());
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{arguments:?}");
    }
}
