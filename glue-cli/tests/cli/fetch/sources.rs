//! Where models are looked for without a path: pip, what is installed, and botocore's search rules.

use super::{MODEL, Shop, TOYS, fetch, files, replaced};
use crate::support::Run;

/// What the lock says of the source of the toys, and the toys' longest name.
fn toys(shop: &Shop) -> (String, String) {
    let lock: serde_json::Value = serde_json::from_str(&shop.0.read("models/models.lock")).unwrap();
    let model: serde_json::Value = serde_json::from_str(&shop.0.read(MODEL)).unwrap();
    let source = lock["models"]["toybox/2020-02-02"]["source"].as_str().unwrap().to_owned();
    (source, model["shapes"]["ToyName"]["max"].to_string())
}

/// The models with another longest name, to tell them apart.
fn with_max(max: u32) -> super::shop::Files {
    replaced(&files(), "\"max\": 10", &format!("\"max\": {max}"))
}

/// A Python that has botocore, in a folder below the shop.
fn install(shop: &Shop, release: &str, max: u32) {
    for (name, bytes) in with_max(max) {
        shop.write(&format!("site/botocore/data/{name}"), bytes);
    }
    let data = shop.0.path("site/botocore/data").display().to_string();
    shop.program(
        "python3",
        &format!("case $1 in -c) ;; *) exit 1 ;; esac\necho botocore {release}\necho {data}\n"),
    );
}

#[test]
fn pip_downloads_a_release() {
    let shop = Shop::new();
    shop.wheel("1.2.3", &with_max(23));
    shop.pip("1.2.3");
    assert_eq!(fetch(&shop, &["toybox", "--from", "botocore==1.2.3"]), Run::fine(""));
    assert_eq!(toys(&shop), ("botocore==1.2.3".to_owned(), "23".to_owned()));
    assert_eq!(
        shop.0.read("asked"),
        "-m pip --no-input --disable-pip-version-check download --quiet --no-deps \
         --ignore-requires-python --only-binary :all: --dest FOLDER botocore==1.2.3\n"
    );
}

#[test]
fn without_any_other_the_newest_release_is_downloaded() {
    let shop = Shop::new();
    shop.wheel("1.2.4", &with_max(24));
    shop.pip("1.2.4");
    assert_eq!(fetch(&shop, &["box"]), Run::fine(""));
    assert_eq!(toys(&shop), ("botocore==1.2.4".to_owned(), "24".to_owned()));
    // From now on the lock says which.
    shop.pip("9.9.9");
    assert_eq!(fetch(&shop, &["trains"]), Run::fine(""));
    assert!(shop.0.read("models/models.lock").contains("trains/2021-03-03"));
    assert_eq!(shop.0.read("asked").matches("index versions").count(), 1);
}

#[test]
fn a_raised_line_of_the_requirements_is_followed() {
    let shop = Shop::new();
    shop.wheel("1.2.3", &with_max(23));
    shop.wheel("1.2.4", &with_max(24));
    shop.pip("1.2.4");
    let first = ["toybox", "box", "--no-docs", "--from", "botocore==1.2.3"];
    assert_eq!(fetch(&shop, &first), Run::fine(""));
    let raised = shop.0.read("models/requirements.txt").replace("1.2.3", "1.2.4");
    shop.0.write("models/requirements.txt", &raised);
    assert_eq!(fetch(&shop, &[]), Run::fine(""));
    assert_eq!(toys(&shop), ("botocore==1.2.4".to_owned(), "24".to_owned()));
    assert_eq!(shop.0.read("models/requirements.txt"), raised);
    let lock = shop.0.read("models/models.lock");
    assert!(lock.contains("\"docs\": false"), "{lock}");
    assert!(lock.contains("\"names\": [\n        \"box\"\n      ]"), "{lock}");
    let asked = shop.0.read("asked");
    assert_eq!(fetch(&shop, &[]), Run::fine(""));
    assert_eq!(shop.0.read("asked"), asked);
}

#[test]
fn a_release_that_pip_does_not_find_is_told_in_its_words() {
    let shop = Shop::new();
    shop.pip("1.2.3");
    assert_eq!(
        fetch(&shop, &["toybox", "--from", "botocore==3.2.1"]),
        Run::failed(
            2,
            "\
error: pip cannot get botocore==3.2.1: No matching distribution found for botocore==3.2.1
  = help: check the version and pip's index, or name a wheel or a folder of models with `--from`
"
        )
    );
    shop.wheel("4.5.6", &with_max(1));
    std::fs::rename(
        shop.0.path("botocore-4.5.6-py3-none-any.whl"),
        shop.0.path("botocore-4.5.7-py3-none-any.whl"),
    )
    .unwrap();
    assert_eq!(
        fetch(&shop, &["toybox", "--from", "botocore==4.5.7"]),
        Run::failed(
            2,
            "\
error: pip has downloaded something else than botocore==4.5.7
  = help: check pip's index, or name a wheel with `--from`
"
        )
    );
    assert!(!shop.exists("models"));
}

#[test]
fn an_installed_botocore_is_used_before_the_network() {
    let shop = Shop::new();
    install(&shop, "1.2.3", 33);
    assert_eq!(fetch(&shop, &["toybox"]), Run::fine(""));
    assert_eq!(toys(&shop), ("botocore==1.2.3".to_owned(), "33".to_owned()));
    std::fs::remove_dir_all(shop.0.path("models")).unwrap();
    assert_eq!(fetch(&shop, &["toybox", "--from", "botocore==1.2.3"]), Run::fine(""));
    assert_eq!(toys(&shop), ("botocore==1.2.3".to_owned(), "33".to_owned()));
    // Another release is not what is installed.
    let run = fetch(&shop, &["toybox", "--from", "botocore==1.2.4"]);
    assert_eq!(
        run.stderr.lines().next().unwrap(),
        "error: pip cannot get botocore==1.2.4: it does not say why"
    );
}

#[test]
fn folders_are_searched_as_botocore_does() {
    let shop = Shop::new();
    install(&shop, "1.2.3", 1);
    let own = |max: u32| TOYS.replace("\"max\": 10", &format!("\"max\": {max}"));
    shop.write("home/.aws/models/toybox/2020-02-02/service-2.json", own(2));
    shop.write("home/.aws/models/toys/2020-02-02/service-2.json", own(2));
    assert_eq!(fetch(&shop, &["toybox", "toys"]), Run::fine(""));
    assert_eq!(toys(&shop), ("~/.aws/models".to_owned(), "2".to_owned()));
    // The extras are botocore's all the same.
    assert!(shop.0.read(MODEL).contains("\"Turns\""));

    shop.write("first/toybox/2020-02-02/service-2.json.gz", super::shop::gzip(own(3).as_bytes()));
    shop.write("second/toybox/2020-02-02/service-2.json", own(4));
    let path = format!("$SHOP/nowhere:$SHOP/first:{}", shop.0.path("second").display());
    let mut command = shop.command(&["fetch", "toybox", "trains", "--out", "out"]);
    command.env("AWS_DATA_PATH", path).env("SHOP", shop.0.path(""));
    assert_eq!(Run::from(command.output().unwrap()), Run::fine(""));
    let lock = shop.0.read("out/models.lock");
    assert!(lock.contains("\"source\": \"$SHOP/first\""), "{lock}");
    assert!(lock.contains("\"source\": \"botocore==1.2.3\""), "{lock}");
    assert!(shop.0.read("out/toybox/2020-02-02/service-2.json").contains("\"max\": 3,"));
}

#[test]
fn the_models_of_the_aws_cli_are_found() {
    let shop = Shop::new();
    for (name, bytes) in with_max(44) {
        shop.write(&format!("aws-cli/v2/dist/awscli/botocore/data/{name}"), bytes);
    }
    shop.program("aws", "echo aws-cli/2.15.30 Python/3.11.8 Linux/6.1 exe/x86_64\n");
    let program = shop.0.path("aws-cli/v2/dist/aws");
    std::fs::rename(shop.0.path("programs/aws"), &program).unwrap();
    std::os::unix::fs::symlink(&program, shop.0.path("programs/aws")).unwrap();
    assert_eq!(fetch(&shop, &["toybox"]), Run::fine(""));
    assert_eq!(toys(&shop), ("aws-cli==2.15.30".to_owned(), "44".to_owned()));
    assert!(!shop.exists("models/requirements.txt"));
    assert_eq!(fetch(&shop, &[]), Run::fine(""));
    std::fs::remove_dir_all(shop.0.path("models/toybox")).unwrap();
    assert_eq!(fetch(&shop, &[]), Run::fine(""));
    assert_eq!(toys(&shop), ("aws-cli==2.15.30".to_owned(), "44".to_owned()));
}
