//! `--model`: files, standard input and gzip.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::support::{Playground, Run, TOY, generated_all};

const LIST: &str = "GetToy\t6\nWindUp\t3\n";

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn gzip_is_told_by_its_first_bytes_and_not_by_the_name() {
    let playground = Playground::new();
    for name in ["toy.json.gz", "compressed.json"] {
        playground.write(name, gzip(TOY.as_bytes()));
        assert_eq!(playground.run(["generate", "--model", name]), Run::fine(generated_all()));
        assert_eq!(playground.run(["list", "--model", name]), Run::fine(LIST));
    }
}

#[test]
fn gzip_may_have_several_parts() {
    let playground = Playground::new();
    let (head, tail) = TOY.as_bytes().split_at(100);
    playground.write("toy.json.gz", [gzip(head), gzip(tail)].concat());
    assert_eq!(playground.run(["list", "--model", "toy.json.gz"]), Run::fine(LIST));
}

#[test]
fn a_dash_is_standard_input() {
    let playground = Playground::new();
    let generate = ["generate", "--model", "-"];
    let expected = Run::fine(generated_all());
    assert_eq!(playground.run_with_input(&generate, TOY.as_bytes()), expected);
    assert_eq!(playground.run_with_input(&generate, &gzip(TOY.as_bytes())), expected);
    assert_eq!(
        playground.run_with_input(&["list", "--model", "-"], TOY.as_bytes()),
        Run::fine(LIST)
    );
}

#[test]
fn problems_of_standard_input_name_it() {
    let playground = Playground::new();
    assert_eq!(
        playground.run_with_input(&["list", "--model", "-"], b""),
        Run::failed(
            1,
            "\
error: the file is empty
  --> <stdin>:1:1
  = help: check that it was saved whole

1 problem in <stdin>
"
        )
    );
}

#[test]
fn gzip_that_is_cut_short_is_told() {
    let playground = Playground::new();
    let whole = gzip(TOY.as_bytes());
    playground.write("toy.json.gz", &whole[..whole.len() / 2]);
    let run = playground.run(["list", "--model", "toy.json.gz"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    // The middle of the message is the decompressor's.
    let (start, help) = run.stderr.split_once('\n').unwrap();
    assert!(start.starts_with("error: cannot decompress toy.json.gz: "), "{start}");
    assert_eq!(help, "  = help: check that the file is whole, with `gzip --test`\n");
}

#[test]
fn a_small_file_cannot_unpack_to_more_than_a_model_ever_has() {
    let playground = Playground::new();
    playground.write("bomb.json.gz", gzip(&vec![b' '; 64 * 1024 * 1024 + 1]));
    assert_eq!(
        playground.run(["list", "--model", "bomb.json.gz"]),
        Run::failed(
            2,
            "\
error: cannot decompress bomb.json.gz: it has more than 64 MiB
  = help: no API model is that large: check the path
"
        )
    );
}

#[cfg(unix)]
#[test]
fn a_source_without_end_is_not_read_without_end() {
    assert_eq!(
        Playground::new().run(["list", "--model", "/dev/zero"]),
        Run::failed(
            2,
            "\
error: cannot read /dev/zero: it has more than 64 MiB
  = help: no API model is that large: check the path
"
        )
    );
}

#[cfg(unix)]
#[test]
fn a_missing_file_is_told() {
    let playground = Playground::new();
    assert_eq!(
        playground.run(["list", "--model", "tyo.json"]),
        Run::failed(
            2,
            "\
error: cannot read tyo.json: No such file or directory (os error 2)
  = help: check the path
"
        )
    );
    assert_eq!(
        playground.run(["generate"]),
        Run::failed(
            2,
            "\
error: cannot read models/glue/2017-03-31/service-2.json: No such file or directory (os error 2)
  = help: that is the default: name your model with `--model`
"
        )
    );
}

#[cfg(unix)]
#[test]
fn a_directory_is_not_a_model() {
    assert_eq!(
        Playground::new().run(["list", "--model", "."]),
        Run::failed(
            2,
            "\
error: cannot read .: Is a directory (os error 21)
  = help: name a file in it
"
        )
    );
}

#[cfg(unix)]
#[test]
fn help_with_fixes_and_versions_does_not_speak_of_the_model() {
    let playground = Playground::new();
    let told = "\
error: cannot read gone.json: No such file or directory (os error 2)
  = help: check the path
";
    let fixes = ["generate", "--model", "toy.json", "--fixes", "gone.json"];
    assert_eq!(playground.run(fixes), Run::failed(2, told));
    assert_eq!(playground.run(["diff", "toy.json", "gone.json"]), Run::failed(2, told));
}

#[test]
fn standard_input_is_read_once() {
    let playground = Playground::new();
    let told = Run::failed(
        2,
        "\
error: standard input cannot be several files
  = help: give all but one of them by their paths
",
    );
    for command in ["generate", "patterns"] {
        let model_and_fixes = [command, "--model", "-", "--fixes", "-"];
        assert_eq!(playground.run_with_input(&model_and_fixes, TOY.as_bytes()), told);
        let fixes = [command, "--model", "toy.json", "--fixes", "-", "--fixes", "-"];
        assert_eq!(playground.run_with_input(&fixes, b"{}"), told);
    }
    let once = ["generate", "--model", "toy.json", "--fixes", "-"];
    let run = playground.run_with_input(&once, b"{}");
    assert_eq!(
        (run.code, run.stdout.replace(" --fixes '<stdin>'", "")),
        (Some(0), generated_all())
    );
}
