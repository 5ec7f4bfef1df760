//! The front for build scripts: where it writes, and when.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::time::{Duration, SystemTime};

use glue_codegen::{Builder, Error, Options, Selection, Source, generate};
use tempfile::TempDir;

const MODEL: &str = "../glue-cli/tests/cli/toy.json";
const FIRST: &str = "GetToy";
const SECOND: &str = "WindUp";

#[test]
fn the_folders_of_a_file_are_created() {
    let directory = TempDir::new().unwrap();
    let output = directory.path().join("aws/toy.rs");
    Builder::new(MODEL).generate(&output).unwrap();

    let source = Source { file: MODEL, bytes: &fs::read(MODEL).unwrap() };
    let code = generate(&source, &Options::default()).unwrap().code;
    assert_eq!(fs::read_to_string(output).unwrap(), code);
}

#[test]
fn a_file_that_has_the_text_is_not_touched() {
    let directory = TempDir::new().unwrap();
    let output = directory.path().join("toy.rs");
    Builder::new(MODEL).generate(&output).unwrap();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let file = fs::File::options().write(true).open(&output).unwrap();
    file.set_modified(long_ago).unwrap();
    let modified = || fs::metadata(&output).unwrap().modified().unwrap();

    Builder::new(MODEL).generate(&output).unwrap();
    assert_eq!(modified(), long_ago);
    Builder::new(MODEL).docs(false).generate(&output).unwrap();
    assert!(modified() > long_ago);
}

#[test]
fn nothing_is_written_or_created_when_there_are_problems() {
    let directory = TempDir::new().unwrap();
    let output = directory.path().join("aws/toy.rs");
    let problems = Builder::new(MODEL).operations(["Nope"]).generate(&output);
    assert!(matches!(problems, Err(Error::Model(_))), "{problems:?}");
    let missing = Builder::new("gone.json").generate(&output);
    assert!(matches!(missing, Err(Error::Read { .. })), "{missing:?}");
    assert!(!directory.path().join("aws").exists());
}

#[test]
fn only_generated_files_are_written_over() {
    let directory = TempDir::new().unwrap();
    let model = directory.path().join("toy.json");
    fs::copy(MODEL, &model).unwrap();
    let bytes = fs::read(&model).unwrap();
    // The model itself is such a file, under whatever path.
    for output in [model.clone(), directory.path().join("./toy.json")] {
        let error = Builder::new(&model).generate(&output).unwrap_err();
        let expected = format!(
            "{} was not generated, and would be written over: move it, or choose another path",
            output.display()
        );
        assert_eq!(error.to_string(), expected);
        assert_eq!(fs::read(&model).unwrap(), bytes);
    }
    let folder = directory.path().join("folder");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("mod.rs"), "// Mine.\n").unwrap();
    let error = Builder::new(&model).generate_folder(&folder).unwrap_err();
    assert!(matches!(&error, Error::Foreign { path, .. } if path.ends_with("mod.rs")), "{error}");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);

    // Neither an empty file nor a generated one is anyone's work.
    let output = directory.path().join("toy.rs");
    fs::write(&output, "").unwrap();
    Builder::new(&model).generate(&output).unwrap();
    Builder::new(&model).docs(false).generate(&output).unwrap();
    // Nothing is left beside the file.
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 3);
}

#[cfg(unix)]
#[test]
fn links_stay_links_and_devices_devices() {
    let directory = TempDir::new().unwrap();
    let [real, folder] = ["real.rs", "folder"].map(|name| directory.path().join(name));
    fs::write(&real, "").unwrap();
    fs::create_dir(&folder).unwrap();
    std::os::unix::fs::symlink(&real, folder.join("mod.rs")).unwrap();
    Builder::new(MODEL).generate_folder(&folder).unwrap();
    assert!(folder.join("mod.rs").is_symlink());
    assert_ne!(fs::read_to_string(&real).unwrap(), "");

    let error = Builder::new(MODEL).generate("/dev/null").unwrap_err();
    assert_eq!(error.to_string(), "cannot write /dev/null: it is not a file");
}

#[test]
fn selections_add_up() {
    let directory = TempDir::new().unwrap();
    let output = directory.path().join("toy.rs");
    let builder = Builder::new(MODEL).operations([FIRST]).operations([SECOND]);
    builder.generate(&output).unwrap();
    let mut options = Options::default();
    options.operations = Selection::Named(vec![FIRST.to_owned(), SECOND.to_owned()]);
    let source = Source { file: MODEL, bytes: &fs::read(MODEL).unwrap() };
    assert_eq!(fs::read_to_string(output).unwrap(), generate(&source, &options).unwrap().code);

    let none: [&str; 0] = [];
    let error = Builder::new(MODEL).operations(none).generate(directory.path().join("none.rs"));
    let expected = "error: no operation is selected\n  --> ../glue-cli/tests/cli/toy.json\n  \
                    = help: name one, turn on a feature that has some, or leave the selection out \
                    for all\n\n1 problem in ../glue-cli/tests/cli/toy.json";
    assert_eq!(error.unwrap_err().to_string(), expected);
}

#[test]
fn compressed_models_are_read() {
    let directory = TempDir::new().unwrap();
    let model = directory.path().join("toy.json.gz");
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut encoder, &fs::read(MODEL).unwrap()).unwrap();
    let bytes = encoder.finish().unwrap();
    fs::write(&model, &bytes).unwrap();
    let outputs = [directory.path().join("one.rs"), directory.path().join("two.rs")];
    // What is generated does not depend on how the model was packed.
    Builder::new(MODEL).generate(&outputs[0]).unwrap();
    Builder::new(&model).generate(&outputs[1]).unwrap();
    assert_eq!(fs::read(&outputs[0]).unwrap(), fs::read(&outputs[1]).unwrap());

    fs::write(&model, &bytes[..bytes.len() / 2]).unwrap();
    let error = Builder::new(&model).generate(&outputs[1]).unwrap_err().to_string();
    assert!(error.starts_with(&format!("cannot read {}: ", model.display())), "{error}");
}

#[test]
fn a_relative_output_needs_a_build_script() {
    // Cargo sets the variable for packages that have a build script; this one has none.
    let error = Builder::new(MODEL).generate("toy.rs").unwrap_err();
    assert_eq!(
        error.to_string(),
        "OUT_DIR is not set: a relative output path needs a build script"
    );
}

#[test]
fn a_depfile_names_what_a_file_is_made_from() {
    let directory = TempDir::new().unwrap();
    let path = |name: &str| directory.path().join(name);
    fs::copy(MODEL, path("the toy.json")).unwrap();
    let builder = Builder::new(path("the toy.json")).depfile(path("deps/toy.d"));
    builder.generate(path("toy.rs")).unwrap();
    let root = directory.path().display();
    let expected = format!("{root}/toy.rs: {root}/the\\ toy.json\n");
    assert_eq!(fs::read_to_string(path("deps/toy.d")).unwrap(), expected);
    builder.generate(path("toy.rs")).unwrap();

    // Neither a generated file nor a rule for another file is written over.
    for depfile in ["toy.rs", "the toy.json", "deps/toy.d"] {
        let before = fs::read(path(depfile)).unwrap();
        let builder = Builder::new(path("the toy.json")).depfile(path(depfile));
        let error = builder.generate_folder(path("toy")).unwrap_err();
        assert!(matches!(error, Error::Foreign { .. }), "{error}");
        assert_eq!(fs::read(path(depfile)).unwrap(), before);
    }
    let builder = Builder::new(path("the toy.json")).depfile(path("folder.d"));
    builder.generate_folder(path("toy")).unwrap();
    let expected = format!("{root}/toy/mod.rs: {root}/the\\ toy.json\n");
    assert_eq!(fs::read_to_string(path("folder.d")).unwrap(), expected);
}

#[cfg(unix)]
#[test]
fn cargo_need_not_be_told_what_to_watch() {
    let directory = TempDir::new().unwrap();
    // A path that cargo cannot be told shows whether it would be.
    let model = directory.path().join("line\nbreak.json");
    fs::copy(MODEL, &model).unwrap();
    let output = directory.path().join("toy.rs");
    let error = Builder::new(&model).generate(&output).unwrap_err();
    assert!(matches!(error, Error::Path { .. }), "{error}");
    Builder::new(&model).rerun_if_changed(false).generate(&output).unwrap();
    let builder = Builder::new(&model).rerun_if_changed(false).rerun_if_changed(true);
    assert!(builder.generate(&output).is_err());
}

#[test]
fn files_with_a_header_are_generated_files() {
    let directory = TempDir::new().unwrap();
    let license = "Copyright 2026 Example Corp.\n\nSPDX-License-Identifier: MIT\n";
    let builder = Builder::new(MODEL).header(license);
    let [file, folder] = ["toy.rs", "toy"].map(|name| directory.path().join(name));
    builder.generate(&file).unwrap();
    builder.generate_folder(&folder).unwrap();
    let comments = "// Copyright 2026 Example Corp.\n//\n// SPDX-License-Identifier: MIT\n\
                    // @generated by glue-codegen ";
    let names = || {
        let files = fs::read_dir(&folder).unwrap();
        let mut names: Vec<_> = files.map(|file| file.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let all = names();
    for path in all.iter().map(|name| folder.join(name)).chain([file.clone()]) {
        let text = fs::read_to_string(path).unwrap();
        assert!(text.starts_with(comments), "{text}");
    }
    // Other options write over them, and remove the files that are no longer part of the folder.
    let builder = Builder::new(MODEL).operations([SECOND]);
    builder.generate(&file).unwrap();
    builder.generate_folder(&folder).unwrap();
    assert!(names().len() < all.len());
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("// @generated by glue-codegen "), "{text}");

    // Comments alone make no generated file.
    fs::write(&file, "// Mine.\nfn main() {}\n// @generated by glue-codegen 1\n").unwrap();
    let error = builder.generate(&file).unwrap_err();
    assert!(matches!(error, Error::Foreign { .. }), "{error}");
}
