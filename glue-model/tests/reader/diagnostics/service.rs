//! The top level and `metadata`.

use super::check;
use crate::common::{METADATA, with_metadata};

/// The protocol, to put another in its place.
const PROTOCOL: &str = r#""protocol": "json""#;

/// The version, to put another in its place.
const VERSION: &str = r#""jsonVersion": "1.1", "#;

#[test]
fn not_an_object() {
    check(
        r#"["shapes"]"#,
        r#"error: expected an object, found an array
  --> toy.json:1:1

1 problem in toy.json"#,
    );
}

#[test]
fn null() {
    check(
        "null",
        r#"error: expected an object, found null
  --> toy.json:1:1

1 problem in toy.json"#,
    );
}

#[test]
fn another_kind_of_file() {
    check(
        r#"{"dependencies": {}, "name": "toy"}"#,
        r#"error: the file is not an API model
  --> toy.json:1:1
  = help: expected the keys `metadata`, `operations` and `shapes`, as in botocore's `service-2.json`, or `smithy`

1 problem in toy.json"#,
    );
}

#[test]
fn a_uid_that_is_no_part_of_an_address() {
    check(
        &with_metadata(
            &METADATA.replace(r#", "serviceId""#, r#", "uid": "toy)\n[x", "serviceId""#),
        ),
        r#"error: `toy)\n[x` is not a name of documentation
  --> toy.json:1:151 (/metadata/uid)
  = help: use ASCII letters, digits, hyphens, periods and underscores, or leave it out

1 problem in toy.json"#,
    );
}

#[test]
fn parts_missing() {
    check(
        r#"{"shapes": {}}"#,
        r#"error: key `metadata` is missing
  --> toy.json:1:1

error: key `operations` is missing
  --> toy.json:1:1

2 problems in toy.json"#,
    );
}

#[test]
fn parts_of_another_type() {
    check(
        r#"{"metadata": [], "operations": 1, "shapes": "x"}"#,
        r#"error: expected an object, found an array
  --> toy.json:1:14 (/metadata)

error: expected an object, found a number
  --> toy.json:1:32 (/operations)

error: expected an object, found a string
  --> toy.json:1:45 (/shapes)

3 problems in toy.json"#,
    );
}

#[test]
fn metadata_missing() {
    check(
        &with_metadata(""),
        r#"error: key `serviceFullName` is missing
  --> toy.json:1:14 (/metadata)

error: key `apiVersion` is missing
  --> toy.json:1:14 (/metadata)

error: key `endpointPrefix` is missing
  --> toy.json:1:14 (/metadata)

3 problems in toy.json"#,
    );
}

#[test]
fn metadata_of_another_type() {
    check(
        &with_metadata(
            r#""apiVersion": 2020, "endpointPrefix": null, "protocol": "ec2", "serviceFullName": true, "serviceId": {}, "signingName": []"#,
        ),
        r#"error: expected a string, found a number
  --> toy.json:1:29 (/metadata/apiVersion)

error: expected a string, found null
  --> toy.json:1:53 (/metadata/endpointPrefix)

error: expected a string, found a boolean
  --> toy.json:1:97 (/metadata/serviceFullName)

error: expected a string, found an object
  --> toy.json:1:116 (/metadata/serviceId)

error: expected a string, found an array
  --> toy.json:1:135 (/metadata/signingName)

5 problems in toy.json"#,
    );
}

#[test]
fn protocols_of_another_type() {
    check(
        &with_metadata(
            &METADATA.replace(PROTOCOL, r#""protocol": "json", "protocols": [1, "json", null]"#),
        ),
        r#"error: expected a string, found a number
  --> toy.json:1:124 (/metadata/protocols/0)

error: expected a string, found null
  --> toy.json:1:135 (/metadata/protocols/2)

2 problems in toy.json"#,
    );
}

#[test]
fn json_without_version() {
    check(
        &with_metadata(&METADATA.replace(VERSION, "")),
        r#"error: key `jsonVersion` is missing
  --> toy.json:1:14 (/metadata)

1 problem in toy.json"#,
    );
}

#[test]
fn json_of_an_unknown_version() {
    check(
        &with_metadata(&METADATA.replace(VERSION, r#""jsonVersion": "2.0", "#)),
        r#"error: JSON protocol version `2.0` is unknown
  --> toy.json:1:83 (/metadata/jsonVersion)
  = help: use `1.0` or `1.1`

1 problem in toy.json"#,
    );
}
