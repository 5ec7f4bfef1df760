//! Reading JSON text without a JSON library, which users of other formats do not have.

use super::value::{Value, number};

/// How deep values may nest, as in serde_json.
const MAX_DEPTH: usize = 128;

/// The value that a text spells (RFC 8259), or `None` if it is not JSON.
#[inline]
pub(super) fn parse(text: &str) -> Option<Value> {
    let mut parser = Parser { rest: text, depth: 0 };
    let value = parser.value()?;
    parser.skip_spaces();
    parser.rest.is_empty().then_some(value)
}

struct Parser<'a> {
    rest: &'a str,
    depth: usize,
}

impl<'a> Parser<'a> {
    #[inline]
    fn value(&mut self) -> Option<Value> {
        self.skip_spaces();
        match self.rest.bytes().next()? {
            b'{' => self.nested(Self::object),
            b'[' => self.nested(Self::array),
            b'"' => self.string().map(Value::String),
            b'-' | b'0'..=b'9' => self.number(),
            _ if self.take("null") => Some(Value::Null),
            _ if self.take("true") => Some(Value::Bool(true)),
            _ if self.take("false") => Some(Value::Bool(false)),
            _ => None,
        }
    }

    #[inline]
    fn nested(&mut self, read: fn(&mut Self) -> Option<Value>) -> Option<Value> {
        self.depth += 1;
        let value = if self.depth > MAX_DEPTH { None } else { read(self) };
        self.depth -= 1;
        value
    }

    #[inline]
    fn object(&mut self) -> Option<Value> {
        let mut members = Vec::new();
        self.entries("{", "}", |parser| {
            parser.skip_spaces();
            let key = parser.string()?;
            parser.skip_spaces();
            parser.take(":").then_some(())?;
            members.push((key, parser.value()?));
            Some(())
        })?;
        Some(Value::Object(members))
    }

    #[inline]
    fn array(&mut self) -> Option<Value> {
        let mut entries = Vec::new();
        self.entries("[", "]", |parser| {
            entries.push(parser.value()?);
            Some(())
        })?;
        Some(Value::Array(entries))
    }

    /// Reads entries that commas separate.
    #[inline]
    fn entries(
        &mut self,
        open: &str,
        close: &str,
        mut entry: impl FnMut(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.take(open).then_some(())?;
        self.skip_spaces();
        if self.take(close) {
            return Some(());
        }
        loop {
            entry(self)?;
            self.skip_spaces();
            if self.take(close) {
                return Some(());
            }
            self.take(",").then_some(())?;
        }
    }

    #[inline]
    fn string(&mut self) -> Option<String> {
        self.take("\"").then_some(())?;
        let mut text = String::new();
        loop {
            let end = self.rest.find(|c: char| matches!(c, '"' | '\\' | '\0'..='\x1f'))?;
            text.push_str(self.advance(end)?);
            match self.advance(1)? {
                "\"" => return Some(text),
                "\\" => text.push(self.escape()?),
                _ => return None,
            }
        }
    }

    /// The character of an escape sequence, after its backslash.
    #[inline]
    fn escape(&mut self) -> Option<char> {
        Some(match self.rest.chars().next()? {
            'u' => return self.code_points(),
            'b' => self.escaped('\x08')?,
            'f' => self.escaped('\x0c')?,
            'n' => self.escaped('\n')?,
            'r' => self.escaped('\r')?,
            't' => self.escaped('\t')?,
            same @ ('"' | '\\' | '/') => self.escaped(same)?,
            _ => return None,
        })
    }

    #[inline]
    fn escaped(&mut self, character: char) -> Option<char> {
        self.advance(1).map(|_| character)
    }

    /// `u00e9`, or the two halves of a surrogate pair.
    #[inline]
    fn code_points(&mut self) -> Option<char> {
        let first = self.code_unit()?;
        let units = match first {
            0xd800..=0xdbff => {
                self.take("\\").then_some(())?;
                [first, self.code_unit()?]
            }
            _ => [first, 0],
        };
        char::decode_utf16(units).next()?.ok()
    }

    #[inline]
    fn code_unit(&mut self) -> Option<u16> {
        self.take("u").then_some(())?;
        let digits = self.advance(4)?;
        let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        is_hex.then(|| u16::from_str_radix(digits, 16).ok())?
    }

    #[inline]
    fn number(&mut self) -> Option<Value> {
        let is_part = |c: char| matches!(c, '0'..='9' | '+' | '-' | '.' | 'e' | 'E');
        let end = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
        let text = self.advance(end)?;
        is_number(text).then(|| number(text).map(Value::Number))?
    }

    #[inline]
    fn skip_spaces(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    #[inline]
    fn take(&mut self, token: &str) -> bool {
        let rest = self.rest.strip_prefix(token);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    #[inline]
    fn advance(&mut self, bytes: usize) -> Option<&'a str> {
        let (taken, rest) = self.rest.split_at_checked(bytes)?;
        self.rest = rest;
        Some(taken)
    }
}

/// Whether a text is a number of JSON. Rust also reads `01`, `.5` and `5.`, which are not.
#[inline]
fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let are_digits =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    are_digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(are_digits)
        && exponent.is_none_or(|text| are_digits(text.strip_prefix(['+', '-']).unwrap_or(text)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::document::Document;

    /// What serde_json says of a text.
    fn oracle(text: &str) -> Option<Document> {
        serde_json::from_str(text).ok()
    }

    fn assert_same(text: &str) {
        assert_eq!(parse(text).map(Document::from), oracle(text), "{text}");
    }

    #[test]
    fn text_is_json_where_serde_json_says_so() {
        for text in [
            "",
            " ",
            "{}",
            " [ ] ",
            "null",
            "nul",
            "true false",
            "0",
            "01",
            "-",
            "1.",
            ".5",
            "1.5e+3",
            "1e",
            "1e999",
            "+1",
            "18446744073709551615",
            "18446744073709551616",
            "NaN",
            "\"a",
            "\"\t\"",
            r#""\u00e9\ud83d\ude00\/\b\f\n\r\t\"\\""#,
            r#""\ud83d""#,
            r#""\ud83dx""#,
            r#""\ude00""#,
            r#""\u+123""#,
            r#""\x""#,
            "{\"a\":1,}",
            "[1 2]",
            "[1,]",
            "{\"a\" : [ 1 , {} ] }",
            "{a:1}",
            "{\"a\":1,\"a\":2}",
            "\u{feff}{}",
            "AWSTemplateFormatVersion: 2010-09-09",
            "[\u{a0}]",
            "\"é\u{7f}\"",
        ] {
            assert_same(text);
        }
    }

    #[test]
    fn values_nest_as_deep_as_in_serde_json() {
        for depth in [127, 128, 129, 100_000] {
            let text = "[".repeat(depth) + &"]".repeat(depth);
            assert_eq!(parse(&text).is_some(), depth < 128 + usize::from(depth == 128), "{depth}");
        }
    }

    proptest! {
        #[test]
        fn what_looks_like_json_is_judged_alike(text in r#"[\[\]{},:"\\u0-9a-f.eE+ -]{0,12}"#) {
            prop_assert_eq!(parse(&text).is_some(), oracle(&text).is_some());
        }

        #[test]
        fn what_is_written_is_read(text: String, number: f64, whole: i64) {
            let entries = vec![
                Document::from(text.as_str()).into(),
                Document::from(number).into(),
                Document::from(whole).into(),
                Value::Null,
                Value::Bool(true),
            ];
            let members = vec![(text, Value::Array(entries)), ("a".into(), Value::Null)];
            let value = Value::Object(members);
            let written = value.to_string();
            prop_assert!(oracle(&written).is_some());
            prop_assert_eq!(parse(&written), Some(value));
        }

        #[test]
        fn strings_are_written_as_serde_json_does(text: String) {
            let written = Value::String(text.clone()).to_string();
            prop_assert_eq!(written, serde_json::to_string(&text).unwrap());
        }
    }
}
