//! Files that are there already, and are not to be lost.

use super::{MODEL, Shop, fetch, files, replaced, shop};
use crate::support::Run;

const FETCH: [&str; 3] = ["toybox", "--from", "botocore-1.2.3"];

#[test]
fn an_edited_model_is_not_written_over() {
    let shop = shop();
    assert_eq!(fetch(&shop, &FETCH), Run::fine(""));
    let text = shop.0.read(MODEL);
    let edited = text.replace("\"max\": 10", "\"max\": 20");
    shop.0.write(MODEL, &edited);
    let refused = Run::failed(
        2,
        "\
error: models/toybox/2020-02-02/service-2.json was edited after it was fetched, and would be written \
over
  = help: keep corrections in a file for `--fixes`, and write over the model with `--force`
",
    );
    assert_eq!(fetch(&shop, &FETCH), refused);
    assert_eq!(fetch(&shop, &["--from", "botocore-1.2.3"]), refused);
    // Neither is the other model written.
    assert_eq!(fetch(&shop, &["trains", "toybox", "--from", "botocore-1.2.3"]), refused);
    assert!(!shop.exists("models/trains"));
    assert_eq!(shop.0.read(MODEL), edited);
    assert_eq!(fetch(&shop, &[&FETCH[..], &["--force"]].concat()), Run::fine(""));
    assert_eq!(shop.0.read(MODEL), text);
}

#[test]
fn a_model_that_was_not_fetched_is_not_written_over() {
    let shop = shop();
    shop.write(MODEL, "{}");
    assert_eq!(
        fetch(&shop, &FETCH),
        Run::failed(
            2,
            "\
error: models/toybox/2020-02-02/service-2.json was not fetched, and would be written over
  = help: move it, name another folder with `--out`, or write over it with `--force`
"
        )
    );
    assert_eq!(shop.0.read(MODEL), "{}");
    assert_eq!(fetch(&shop, &[&FETCH[..], &["--force"]].concat()), Run::fine(""));
}

#[test]
fn line_ends_of_windows_are_no_edit() {
    let shop = shop();
    assert_eq!(fetch(&shop, &FETCH), Run::fine(""));
    shop.0.write(MODEL, shop.0.read(MODEL).replace('\n', "\r\n"));
    std::fs::remove_dir_all(shop.0.path("botocore-1.2.3")).unwrap();
    assert_eq!(fetch(&shop, &[]), Run::fine(""));
}

#[test]
fn a_release_cannot_change_under_its_name() {
    let shop = shop();
    assert_eq!(fetch(&shop, &FETCH), Run::fine(""));
    std::fs::remove_file(shop.0.path(MODEL)).unwrap();
    shop.folder("1.2.3", &replaced(&files(), "\"max\": 10", "\"max\": 11"));
    let refused = Run::failed(
        2,
        "\
error: botocore==1.2.3 has another model of toybox/2020-02-02 than models/models.lock says, by its hash
  = help: check where it was downloaded from, or take it as it is with `--force`
",
    );
    assert_eq!(fetch(&shop, &FETCH), refused);
    assert!(!shop.exists(MODEL));
    assert_eq!(fetch(&shop, &[&FETCH[..], &["--force"]].concat()), Run::fine(""));
}

#[test]
fn the_models_are_of_one_release() {
    let shop = shop();
    assert_eq!(fetch(&shop, &FETCH), Run::fine(""));
    shop.folder("1.2.4", &replaced(&files(), "\"max\": 10", "\"max\": 11"));
    assert_eq!(
        fetch(&shop, &["trains", "--from", "botocore-1.2.4"]),
        Run::failed(
            2,
            "\
error: models/models.lock would have models of several releases of botocore: 1.2.3, 1.2.4
  = help: bring all to one, with `glue-codegen update --to 1.2.4`, or keep these in another folder, \
with `--out`
"
        )
    );
    // Where it is the only one, it may change.
    assert_eq!(fetch(&shop, &["toybox", "--from", "botocore-1.2.4"]), Run::fine(""));
    assert!(shop.0.read("models/requirements.txt").ends_with("\nbotocore==1.2.4\n"));
    assert!(shop.0.read(MODEL).contains("\"max\": 11"));
}

#[test]
fn the_folder_of_models_is_created_but_none_around_it() {
    let shop: Shop = shop();
    assert_eq!(
        fetch(&shop, &[&FETCH[..], &["--out", "nowhere/models"]].concat()),
        Run::failed(
            2,
            "\
error: cannot write nowhere/models: its directory does not exist
  = help: check the path, or create nowhere first
"
        )
    );
    shop.0.write("file", "");
    let run = fetch(&shop, &[&FETCH[..], &["--out", "file"]].concat());
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.starts_with("error: cannot write file/"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn a_linked_lock_stays_a_link() {
    let shop = shop();
    shop.write("shared/models.lock", "{\"version\": 1, \"models\": {}}");
    std::fs::create_dir(shop.0.path("models")).unwrap();
    std::os::unix::fs::symlink("../shared/models.lock", shop.0.path("models/models.lock")).unwrap();
    assert_eq!(fetch(&shop, &FETCH), Run::fine(""));
    assert!(shop.0.read("shared/models.lock").contains("toybox/2020-02-02"));
    assert!(shop.0.path("models/models.lock").is_symlink());
}
