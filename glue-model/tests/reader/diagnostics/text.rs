//! Files that are no text, or none that JSON allows.

use super::check_bytes;

#[test]
fn empty() {
    let expected = "\
error: the file is empty
  --> toy.json:1:1
  = help: check that it was saved whole

1 problem in toy.json";
    check_bytes(b"", expected);
    check_bytes(b" \r\n\t", expected);
}

#[test]
fn smithy_idl() {
    check_bytes(
        b"\n$version: \"2\"\nnamespace toy\n",
        "\
error: the file is written in Smithy's IDL
  --> toy.json:1:1
  = help: turn it into JSON, such as with `smithy ast`

1 problem in toy.json",
    );
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    check_bytes(
        b"\xef\xbb\xbf{]",
        "\
error: the file cannot be read as JSON: key must be a string
  --> toy.json:1:2

1 problem in toy.json",
    );
}

#[test]
fn utf_16() {
    let expected = "\
error: the file is UTF-16
  --> toy.json:1:1
  = help: save it as UTF-8

1 problem in toy.json";
    check_bytes(b"\xff\xfe{\0}\0", expected);
    check_bytes(b"\xfe\xff\0{\0}", expected);
    // Without a byte order mark, as some tools write it.
    check_bytes(b"{\0}\0", expected);
    check_bytes(b"\0{\0}", expected);
    check_bytes(b"\n\0{\0}\0", expected);
}

#[test]
fn web_page() {
    let expected = "\
error: the file is a web page or XML, not JSON
  --> toy.json:1:1
  = help: save the model itself, not the page that shows it

1 problem in toy.json";
    check_bytes(b"<!DOCTYPE html>\n<html></html>\n", expected);
    check_bytes(b"\n\n  <html lang=\"en\">", expected);
}

#[test]
fn gzip() {
    check_bytes(
        b"\x1f\x8b\x08\0",
        "\
error: the file is compressed with gzip
  --> toy.json:1:1
  = help: decompress it first

1 problem in toy.json",
    );
}

#[test]
fn not_utf_8() {
    check_bytes(
        b"{\n  \"\xc3\xa9\": \"\xe9\"}",
        "\
error: the file is not UTF-8
  --> toy.json:2:10
  = help: save it as UTF-8

1 problem in toy.json",
    );
}
