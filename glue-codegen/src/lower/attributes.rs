//! Attributes that the options add to types, members and values.

use proc_macro2::TokenStream;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Attribute, Path, Token};

use super::problems::Problems;
use crate::markdown::visible;

/// The attributes of one option.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Parsed {
    /// All but derives, as code.
    pub(super) code: String,
    /// The paths of derives.
    pub(super) derives: Vec<String>,
}

/// Parses the text of an option. It is a problem if it is anything but outer attributes.
pub(super) fn parse(text: &str, problems: &mut Problems<'_>) -> Parsed {
    try_parse(text).unwrap_or_else(|Fault { reason, help }| {
        let shown = text.escape_debug();
        problems.option(format!("`{shown}` {reason}"), help.to_owned());
        Parsed::default()
    })
}

/// What is wrong with a text.
#[derive(Debug, PartialEq, Eq)]
struct Fault {
    reason: &'static str,
    help: &'static str,
}

const FORM: Fault = Fault {
    reason: "is not an attribute",
    help: "write attributes and nothing else, such as `#[doc(hidden)]`",
};

/// The command in the header of the file is a comment of one line for each argument.
const LINES: Fault = Fault {
    reason: "has a meaning that changes when it is written on one line",
    help: "leave comments out, and write escapes such as `\\n` for control characters and \
           characters that cannot be seen",
};

const CFG: Fault = Fault {
    reason: "may remove what generated code names",
    help: "give a feature of the crate its own operations with `Builder::feature`, or use \
           `cfg_attr`",
};

const DERIVE: Fault = Fault {
    reason: "is not a list of traits to derive",
    help: "give their paths, such as `#[derive(::std::hash::Hash)]`",
};

fn try_parse(text: &str) -> Result<Parsed, Fault> {
    let tokens: TokenStream = text.parse().map_err(|_| FORM)?;
    let on_one_line = visible(text).parse::<TokenStream>();
    if on_one_line.is_ok_and(|same| same.to_string() == tokens.to_string()) {
        parse_tokens(tokens)
    } else {
        Err(LINES)
    }
}

fn parse_tokens(tokens: TokenStream) -> Result<Parsed, Fault> {
    if tokens.is_empty() {
        return Err(FORM);
    }
    // An attribute is two tokens, a number sign and a group in brackets, once this succeeds.
    let attributes = Attribute::parse_outer.parse2(tokens.clone()).map_err(|_| FORM)?;
    let mut tokens = tokens.into_iter();
    let mut parsed = Parsed::default();
    for attribute in attributes {
        let code: TokenStream = tokens.by_ref().take(2).collect();
        if attribute.path().is_ident("cfg") {
            return Err(CFG);
        } else if attribute.path().is_ident("derive") {
            let paths = Punctuated::<Path, Token![,]>::parse_terminated;
            let paths = attribute.parse_args_with(paths).map_err(|_| DERIVE)?;
            parsed.derives.extend(paths.iter().map(path_text));
        } else {
            parsed.code.push_str(&code.to_string());
            parsed.code.push('\n');
        }
    }
    Ok(parsed)
}

/// A path as it is usually written.
fn path_text(path: &Path) -> String {
    let names: Vec<String> =
        path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let start = if path.leading_colon.is_some() { "::" } else { "" };
    format!("{start}{}", names.join("::"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derives_are_taken_out() {
        let text = "#[derive(A, ::b::C,)] #[serde(default)]\n#[derive()]#[x = \"]\"]";
        let derives = vec!["A".to_owned(), "::b::C".to_owned()];
        let code = "# [serde (default)]\n# [x = \"]\"]\n".to_owned();
        assert_eq!(try_parse(text), Ok(Parsed { code, derives }));
        let code = "# [doc = \" One.\"]\n".to_owned();
        assert_eq!(try_parse("#[doc = \" One.\"]"), Ok(Parsed { code, derives: Vec::new() }));
        assert!(try_parse("#[cfg_attr(test, derive(A))]").is_ok());
    }

    #[test]
    fn nothing_but_attributes_is_taken() {
        for text in [
            "",
            " ",
            "serde(default)",
            "#![allow(dead_code)]",
            "#[a] struct Evil;",
            "struct Evil; #[a]",
            "#[a] pub",
            "#[a]] struct Evil { #[b]",
            "#[a",
            "#[a] \"",
            "#",
            "#[]",
            "//! inner",
            "macro!()",
        ] {
            assert_eq!(try_parse(text), Err(FORM), "{text}");
        }
        for text in ["#[a] // b\n#[c]", "#[a = \"b\nc\"]", "#[a = \"\u{202e}\"]"] {
            assert_eq!(try_parse(text), Err(LINES), "{text}");
        }
        assert_eq!(try_parse("#[cfg(test)]"), Err(CFG));
        assert_eq!(try_parse("#[derive(\"A\")]"), Err(DERIVE));
        assert_eq!(try_parse("#[derive]"), Err(DERIVE));
    }
}
