//! `fetch`: what is written from each kind of source, and what is refused.

mod edits;
mod hostile;
mod lock;
mod names;
mod options;
mod shop;
#[cfg(unix)]
mod sources;

pub(crate) use shop::{Shop, TOYS, files, replaced};

use crate::support::Run;

/// The lock after the toys were fetched.
const LOCK: &str = r#"{
  "version": 1,
  "models": {
    "toybox/2020-02-02": {
      "source": "botocore==1.2.3",
      "file": "botocore/data/toybox/2020-02-02/service-2.json",
      "docs": true,
      "extras": true,
      "sha256": "a80763377b5dd1b950a49803bf96df2e5b44fea8ad3c303ba3347b80ef2476d4"
    }
  }
}
"#;

const REQUIREMENTS: &str = "\
# The release of botocore that these models are from. When a bot has raised it, `glue-codegen fetch`
# brings the models to it.
botocore==1.2.3
";

const MODEL: &str = "models/toybox/2020-02-02/service-2.json";

/// A shop whose toys are in a folder of botocore 1.2.3, called `botocore-1.2.3`.
fn shop() -> Shop {
    let shop = Shop::new();
    shop.folder("1.2.3", &files());
    shop
}

/// What `fetch` prints.
fn fetch(shop: &Shop, arguments: &[&str]) -> Run {
    shop.run(&[&["fetch"], arguments].concat())
}

#[test]
fn a_model_its_lock_and_the_requirements_are_written() {
    let shop = shop();
    assert_eq!(fetch(&shop, &["toybox", "--from", "botocore-1.2.3"]), Run::fine(""));
    insta::assert_snapshot!("toys", shop.0.read(MODEL));
    assert_eq!(shop.0.read("models/models.lock"), LOCK);
    assert_eq!(shop.0.read("models/requirements.txt"), REQUIREMENTS);
}

#[test]
fn a_wheel_an_sdist_and_a_folder_give_the_same() {
    let shop = shop();
    let (wheel, sdist) = (shop.wheel("1.2.3", &files()), shop.sdist("1.2.3", &files()));
    let fetched = |from: &str| {
        let run = fetch(&shop, &["toybox", "trains", "--out", "out", "--from", from]);
        assert_eq!(run, Run::fine(""), "{from}");
        let names = ["toybox/2020-02-02/service-2.json", "trains/2021-03-03/service-2.json"];
        let mut texts: Vec<String> =
            names.iter().map(|name| shop.0.read(format!("out/{name}"))).collect();
        texts.push(shop.0.read("out/models.lock"));
        std::fs::remove_dir_all(shop.0.path("out")).unwrap();
        texts
    };
    let folder = fetched("botocore-1.2.3");
    assert!(folder[2].contains("botocore==1.2.3"));
    assert_eq!(fetched(&wheel), folder);
    assert_eq!(fetched(&sdist), folder);
    assert_eq!(fetched("botocore-1.2.3/botocore"), folder);
    assert_eq!(fetched("botocore-1.2.3/botocore/data"), folder);
}

#[test]
fn what_is_fetched_generates() {
    let shop = shop();
    assert_eq!(fetch(&shop, &["toybox", "--from", "botocore-1.2.3"]), Run::fine(""));
    assert_eq!(shop.run(&["list", "--model", MODEL]), Run::fine("WindUp\t3\nGetToy\t3\n"));
}

#[test]
fn what_is_there_already_needs_no_source() {
    let shop = shop();
    let wheel = shop.wheel("1.2.3", &files());
    assert_eq!(fetch(&shop, &["toybox", "rails", "--from", &wheel]), Run::fine(""));
    std::fs::remove_file(shop.0.path(&wheel)).unwrap();
    std::fs::remove_dir_all(shop.0.path("botocore-1.2.3")).unwrap();
    let times = || {
        let time = |name| std::fs::metadata(shop.0.path(name)).unwrap().modified().unwrap();
        [time(MODEL), time("models/models.lock"), time("models/requirements.txt")]
    };
    let before = times();
    for arguments in [
        &[] as &[&str],
        &["toybox"],
        &["toybox/2020-02-02", "trains", "rails"],
        &["toybox", "--from", "botocore==1.2.3"],
    ] {
        assert_eq!(fetch(&shop, arguments), Run::fine(""));
    }
    assert_eq!(times(), before);
    // Other options are another file, and a file or folder may hold another model today.
    assert_eq!(
        fetch(&shop, &["toybox", "--no-docs"]),
        Run::failed(
            2,
            "\
error: cannot run python3, whose pip is to get botocore==1.2.3: No such file or directory (os error 2)
  = help: install Python with pip, or name a wheel or a folder of models with `--from`
"
        )
    );
    assert_eq!(
        fetch(&shop, &["toybox", "--from", &wheel]),
        Run::failed(
            2,
            "\
error: cannot read botocore-1.2.3-py3-none-any.whl: No such file or directory (os error 2)
  = help: name a wheel, an sdist, a jar, a folder, or a version such as botocore==1.44.5
"
        )
    );
}

#[test]
fn nothing_is_written_unless_everything_can_be() {
    let shop = Shop::new();
    let mut broken = files();
    broken.push(("broken/1/service-2.json".to_owned(), b"{\"metadata\": {}".to_vec()));
    broken.push(("other/1/service-2.json".to_owned(), b"{\"pagination\": {}}".to_vec()));
    shop.folder("1.2.3", &broken);
    let run = fetch(&shop, &["toybox", "broken", "other", "--from", "botocore-1.2.3"]);
    assert_eq!(
        run,
        Run::failed(
            2,
            "\
error: the file cannot be read as JSON: EOF while parsing an object
  --> botocore/data/broken/1/service-2.json:1:15
  = help: the file ends too early: check that it was saved whole

1 problem in botocore/data/broken/1/service-2.json

error: botocore/data/other/1/service-2.json is not a model: it lacks `metadata`, `operations` or `shapes`
  = help: check the source; a model of botocore's has all three
"
        )
    );
    assert!(!shop.exists("models"));
}
