//! The lock and the requirements, as people and bots may leave them.

use super::{LOCK, fetch, shop};
use crate::support::Run;

/// What is told of a lock.
fn told(lock: &str) -> String {
    let shop = shop();
    shop.write("models/models.lock", lock);
    let run = fetch(&shop, &[]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    run.stderr
}

#[test]
fn a_lock_with_problems_is_told() {
    let mut all = told(&format!("{{\n<<<<<<< ours\n{LOCK}"));
    all += &told("{\"version\": 2}");
    all += &told(&LOCK.replace("\"source\"", "\"sauce\""));
    all += &told(&LOCK.replace("toybox/2020-02-02\": {", "../2020\": {"));
    all += &told(&LOCK.replace("\"docs\": true", "\"docs\": 1"));
    all += &told(&LOCK.replace("\"sha256\"", "\"names\": \"box\", \"sha256\""));
    insta::assert_snapshot!(all);
}

#[test]
fn an_empty_folder_has_nothing_to_fetch() {
    assert_eq!(
        fetch(&shop(), &[]),
        Run::failed(
            2,
            "\
error: models/models.lock names no models
  = help: name services, such as `glue-codegen fetch glue`
"
        )
    );
}

#[test]
fn requirements_ask_for_one_release() {
    let shop = shop();
    shop.write("models/requirements.txt", "boto3\nbotocore >= 1\n");
    assert_eq!(
        fetch(&shop, &["toybox", "--from", "botocore-1.2.3"]),
        Run::failed(
            2,
            "\
error: models/requirements.txt asks for no single release: `botocore >= 1`
  = help: name one, such as botocore==1.44.5
"
        )
    );
}

#[test]
fn models_from_elsewhere_have_no_release() {
    let shop = shop();
    std::fs::rename(shop.0.path("botocore-1.2.3/botocore/data"), shop.0.path("ours")).unwrap();
    assert_eq!(fetch(&shop, &["toybox", "--from", "ours"]), Run::fine(""));
    let lock = shop.0.read("models/models.lock");
    assert!(lock.contains("\"source\": \"ours\""), "{lock}");
    assert!(lock.contains("\"file\": \"toybox/2020-02-02/service-2.json\""), "{lock}");
    assert!(!shop.exists("models/requirements.txt"));
    // The lock says where it comes from.
    std::fs::remove_dir_all(shop.0.path("models/toybox")).unwrap();
    assert_eq!(fetch(&shop, &[]), Run::fine(""));
    assert!(shop.exists("models/toybox/2020-02-02/service-2.json"));
}
