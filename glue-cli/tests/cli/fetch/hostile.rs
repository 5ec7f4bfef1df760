//! Archives that mean harm, and files that are none.

use super::shop::{Files, gzip, tar_gz, zip};
use super::{Shop, TOYS, fetch};
use crate::support::Run;

const LARGE: usize = 64 * 1024 * 1024 + 1;

fn entry(name: &str, bytes: impl Into<Vec<u8>>) -> (String, Vec<u8>) {
    (name.to_owned(), bytes.into())
}

/// What is told where an archive is fetched from.
fn told(shop: &Shop, archive: &[u8]) -> Run {
    shop.0.write("archive", archive);
    let run = fetch(shop, &["toybox", "--from", "archive"]);
    assert!(!shop.exists("models"), "{run:?}");
    run
}

#[test]
fn names_that_lead_elsewhere_are_no_models() {
    let shop = Shop::new();
    let names =
        ["../toybox/2020/service-2.json", "/etc/toybox/../service-2.json", "a\\b/1/service-2.json"];
    let entries: Files = names.iter().map(|name| entry(name, TOYS)).collect();
    let run = told(&shop, &zip(&entries[1..]));
    assert_eq!(run, Run::failed(2, NO_MODELS));
    // The folder before the service plays no part.
    shop.0.write("archive", zip(&entries));
    assert_eq!(fetch(&shop, &["toybox", "--from", "archive", "--out", "out"]), Run::fine(""));
    assert_eq!(std::fs::read_dir(shop.0.path("out")).unwrap().count(), 2);
}

const NO_MODELS: &str = "\
error: archive has no models
  = help: a model is SERVICE/VERSION/service-2.json, or service-2.json.gz, as in botocore/data
";

#[test]
fn large_files_are_refused_however_small_they_are_packed() {
    let shop = Shop::new();
    let refused = |name: &str| {
        let help = "  = help: no API model is that large: check the path\n";
        Run::failed(
            2,
            &format!("error: cannot read {name} in archive: it has more than 64 MiB\n{help}"),
        )
    };
    let (model, packed) = ("toybox/1/service-2.json", "toybox/1/service-2.json.gz");
    let large = vec![b' '; LARGE];
    assert_eq!(told(&shop, &zip(&[entry(model, large.as_slice())])), refused(model));
    assert_eq!(told(&shop, &tar_gz(&[entry(model, large.as_slice())])), refused(model));
    assert_eq!(told(&shop, &zip(&[entry(packed, gzip(&large))])), refused(packed));
}

#[test]
fn a_header_that_is_large_is_refused() {
    let shop = Shop::new();
    let mut builder = tar::Builder::new(Vec::new());
    let mut header = tar::Header::new_gnu();
    header.set_entry_type(tar::EntryType::GNULongName);
    header.set_size(1024 * 1024);
    header.set_cksum();
    builder.append(&header, std::io::Read::take(std::io::repeat(b'a'), 1024 * 1024)).unwrap();
    let archive = gzip(&builder.into_inner().unwrap());
    assert_eq!(
        told(&shop, &archive),
        Run::failed(
            2,
            "\
error: cannot read archive: a file's name is too long
  = help: check that the file is whole, with `gzip --test`
"
        )
    );
}

#[cfg(unix)]
#[test]
fn links_in_archives_lead_nowhere() {
    let shop = Shop::new();
    shop.0.write("secret", TOYS);
    let target = shop.0.path("secret").display().to_string();
    let mut builder = tar::Builder::new(Vec::new());
    let mut header = tar::Header::new_gnu();
    header.set_entry_type(tar::EntryType::Symlink);
    header.set_size(0);
    builder.append_link(&mut header, "toybox/1/service-2.json", &target).unwrap();
    let archive = gzip(&builder.into_inner().unwrap());
    assert_eq!(told(&shop, &archive), Run::failed(2, NO_MODELS));

    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    writer.add_symlink("toybox/1/service-2.json", target, options).unwrap();
    let archive = writer.finish().unwrap().into_inner();
    let run = told(&shop, &archive);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.stderr.contains("toybox/1/service-2.json:1:1"), "{run:?}");
}

#[test]
fn long_names_are_read_in_either_notation() {
    let shop = Shop::new();
    let folder = "a-folder-with-a-name-that-is-rather-long/".repeat(4);
    let name = format!("{folder}toybox/2020-02-02/service-2.json");
    shop.0.write("gnu.tar.gz", tar_gz(&[entry(&name, TOYS)]));
    let mut builder = tar::Builder::new(Vec::new());
    builder.append_pax_extensions([("path", name.as_bytes())]).unwrap();
    let mut header = tar::Header::new_ustar();
    header.set_size(TOYS.len() as u64);
    header.set_path("short").unwrap();
    header.set_cksum();
    builder.append(&header, TOYS.as_bytes()).unwrap();
    shop.0.write("pax.tar.gz", gzip(&builder.into_inner().unwrap()));
    for archive in ["gnu.tar.gz", "pax.tar.gz"] {
        let run = fetch(
            &shop,
            &["toybox", "--from", archive, "--out", archive.split_once('.').unwrap().0],
        );
        assert_eq!(run, Run::fine(""));
    }
    let model = "toybox/2020-02-02/service-2.json";
    assert_eq!(shop.0.read(format!("gnu/{model}")), shop.0.read(format!("pax/{model}")));
}

#[test]
fn broken_archives_and_other_files_are_told() {
    let shop = Shop::new();
    let whole = zip(&[entry("toybox/1/service-2.json", TOYS)]);
    let run = told(&shop, &whole[..whole.len() - 30]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.starts_with("error: cannot read archive: "), "{run:?}");
    assert!(run.stderr.ends_with("with `python3 -m zipfile --test`\n"), "{run:?}");
    let whole = tar_gz(&[entry("toybox/1/service-2.json", TOYS)]);
    let run = told(&shop, &whole[..whole.len() / 2]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.ends_with("with `gzip --test`\n"), "{run:?}");
    let no_archive = Run::failed(
        2,
        "\
error: archive is neither a folder nor an archive that is known
  = help: name a wheel, an sdist (.tar.gz), a jar or another zip archive, or a folder
",
    );
    for bytes in [b"" as &[u8], b"P", TOYS.as_bytes()] {
        assert_eq!(told(&shop, bytes), no_archive);
    }
    assert_eq!(told(&shop, &zip(&[entry("readme", "")])), Run::failed(2, NO_MODELS));
}
