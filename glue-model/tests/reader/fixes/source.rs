//! The public sources of fixes.

use super::fixed;

/// A fix with this source.
fn with_source(source: &str) -> String {
    format!(
        r#"{{"a": {{"reason": "r", "source": {source}, "shape": "Age", "range": {{"from": {{"max": 150}}, "to": null}}}}}}"#
    )
}

#[test]
fn a_source_is_the_address_of_a_web_page() {
    for address in [
        "https://example.com",
        "https://github.com/aws/aws-sdk/issues/360#issuecomment-1",
        "https://docs.aws.amazon.com/a/b+c.html?x=%20",
    ] {
        assert_eq!(fixed(&with_source(&format!("\"{address}\""))).err(), None, "{address}");
    }
}

#[test]
fn anything_else_is_an_error() {
    for source in [
        "http://example.com",
        "https://",
        "https:///path",
        "https://localhost/issues",
        "https://user@example.com/",
        "https://example..com/",
        "https://example.com/a b",
        "https://example.com/\u{202e}",
        "see the issue",
        "",
    ] {
        let problems = fixed(&with_source(&format!("\"{source}\""))).unwrap_err();
        let shown = source.replace('\u{202e}', r"\u{202e}");
        assert_eq!(
            problems,
            format!(
                "error: the source `{shown}` is not the address of a web page
  --> fixes.json:1:33 (/a/source)
  = help: begin it with `https://` and the name of a host

1 problem in fixes.json"
            )
        );
    }
    assert_eq!(
        fixed(&with_source("1")).unwrap_err(),
        "error: expected a string, found a number
  --> fixes.json:1:33 (/a/source)

1 problem in fixes.json"
    );
}
