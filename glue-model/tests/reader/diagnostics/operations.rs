//! Operations.

use super::check;
use crate::common::with_operations;

#[test]
fn not_an_object() {
    check(
        &with_operations(r#""Get": "POST /""#, ""),
        r#"error: expected an object, found a string
  --> toy.json:3:8 (/operations/Get)

1 problem in toy.json"#,
    );
}

#[test]
fn no_http() {
    check(
        &with_operations(r#""Get": {}"#, ""),
        r#"error: key `http` is missing
  --> toy.json:3:8 (/operations/Get)

1 problem in toy.json"#,
    );
}

#[test]
fn http_without_method_and_uri() {
    check(
        &with_operations(r#""Get": {"http": {}}"#, ""),
        r#"error: key `method` is missing
  --> toy.json:3:17 (/operations/Get/http)

error: key `requestUri` is missing
  --> toy.json:3:17 (/operations/Get/http)

2 problems in toy.json"#,
    );
}

#[test]
fn http_of_other_types() {
    check(
        &with_operations(
            r#""Get": {"http": {"method": 1, "requestUri": [], "responseCode": "200"}}"#,
            "",
        ),
        r#"error: expected a string, found a number
  --> toy.json:3:28 (/operations/Get/http/method)

error: expected a string, found an array
  --> toy.json:3:45 (/operations/Get/http/requestUri)

error: expected a number, found a string
  --> toy.json:3:65 (/operations/Get/http/responseCode)

3 problems in toy.json"#,
    );
}

#[test]
fn status_out_of_range() {
    check(
        &with_operations(
            r#""A": {"http": {"method": "POST", "requestUri": "/", "responseCode": 99}},
"B": {"http": {"method": "POST", "requestUri": "/", "responseCode": 600}},
"C": {"http": {"method": "POST", "requestUri": "/", "responseCode": 200.5}},
"D": {"http": {"method": "POST", "requestUri": "/", "responseCode": -200}}"#,
            "",
        ),
        r#"error: 99 is not an HTTP status
  --> toy.json:3:69 (/operations/A/http/responseCode)
  = help: use a whole number from 100 to 599

error: 600 is not an HTTP status
  --> toy.json:4:69 (/operations/B/http/responseCode)
  = help: use a whole number from 100 to 599

error: 200.5 is not an HTTP status
  --> toy.json:5:69 (/operations/C/http/responseCode)
  = help: use a whole number from 100 to 599

error: -200 is not an HTTP status
  --> toy.json:6:69 (/operations/D/http/responseCode)
  = help: use a whole number from 100 to 599

4 problems in toy.json"#,
    );
}

#[test]
fn name_that_is_not_an_identifier() {
    check(
        &with_operations(r#""Get-It": {"http": {"method": "POST", "requestUri": "/"}}"#, ""),
        r#"error: operation name `Get-It` is not an identifier
  --> toy.json:3:1 (/operations/Get-It)
  = help: use ASCII letters, digits and underscores, and do not start with a digit

1 problem in toy.json"#,
    );
}

#[test]
fn input_output_and_error_that_are_not_structures() {
    check(
        &with_operations(
            r#""Get": {"http": {"method": "POST", "requestUri": "/"},
"input": {"shape": "Text"},
"output": {"shape": "Choice"},
"errors": [{"shape": "Gone"}, {"shape": "Any"}]}"#,
            r#""Text": {"type": "string"}, "Gone": {"type": "structure", "members": {}},
"Choice": {"type": "structure", "union": true, "members": {}},
"Any": {"type": "structure", "document": true, "members": {}}"#,
        ),
        r#"error: the input of operation `Get` is a string, not a structure
  --> toy.json:4:20 (/operations/Get/input/shape)

error: the output of operation `Get` is a union, not a structure
  --> toy.json:5:21 (/operations/Get/output/shape)

error: an error of operation `Get` is a document, not a structure
  --> toy.json:6:41 (/operations/Get/errors/1/shape)

3 problems in toy.json"#,
    );
}

#[test]
fn references_of_other_types() {
    check(
        &with_operations(
            r#""Get": {"http": {"method": "POST", "requestUri": "/"}, "input": "A", "output": {}, "errors": {"shape": "A"}}"#,
            "",
        ),
        r#"error: expected an object, found a string
  --> toy.json:3:65 (/operations/Get/input)

error: key `shape` is missing
  --> toy.json:3:80 (/operations/Get/output)

error: expected an array, found an object
  --> toy.json:3:94 (/operations/Get/errors)

3 problems in toy.json"#,
    );
}
