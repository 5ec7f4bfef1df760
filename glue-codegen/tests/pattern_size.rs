//! That the sizes told of patterns are what stands in the generated text, counted there.

// Helpers of tests may panic too; clippy knows only the tests themselves.
#![allow(clippy::unwrap_used, clippy::panic)]
// Other targets have references of other sizes.
#![cfg(target_pointer_width = "64")]

use std::collections::{HashMap, HashSet};
use std::path::Path;

use glue_codegen::inspect::{Matcher, patterns};
use glue_codegen::{Options, Source, generate};
use glue_runtime::__private::v1::{Class, Dfa, Run, Step};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// Patterns of every kind of program.
const PATTERNS: [&str; 14] = [
    "(?s).*",
    "a^b",
    "east|west|\u{e9}t\u{e9}",
    "[a-z]+",
    "[\\p{L}-]{1,9}x?[^\\n]*",
    "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*",
    "[a-z0-9][a-z0-9-]{1,61}[a-z0-9]",
    "((\\w+\\.)+\\w+|auto)",
    "[a-z]([a-z-]{0,700}[a-z])?(\\.x)?",
    "(?=.*\\d)(?=.*[a-z])(?!.*\\p{Lu}{3}).{6,}",
    "(.*)-\\1",
    "arn:aws:[a-z]{1,63}:[a-z]{1,500}/[a-z]{1,500}\\.[0-9]{1,300}",
    "([a-z]{1,400},){1,300}",
    ".*cron\\((\\b[0-5]?[0-9]\\b) (\\b2[0-3]\\b|\\b[0-1]?[0-9]\\b) ([-?*,/\\dLW]){1,83}\\).*|.*x",
];

/// A model of strings with these patterns.
fn model() -> String {
    let (mut members, mut shapes) = (Vec::new(), Vec::new());
    for (number, pattern) in PATTERNS.iter().enumerate() {
        members.push(format!(r#""S{number}": {{"shape": "S{number}"}}"#));
        let pattern = serde_json::to_string(pattern).unwrap();
        shapes.push(format!(r#""S{number}": {{"type": "string", "pattern": {pattern}}}"#));
    }
    format!(
        r#"{{
            "metadata": {{
                "apiVersion": "2020-02-02", "endpointPrefix": "toy", "jsonVersion": "1.1",
                "protocol": "json", "serviceFullName": "Toy Service", "serviceId": "Toy"
            }},
            "operations": {{"Do": {{
                "name": "Do", "http": {{"method": "POST", "requestUri": "/"}}, "input": {{"shape": "In"}}
            }}}},
            "shapes": {{"In": {{"type": "structure", "members": {{{}}}}}, {}}}
        }}"#,
        members.join(", "),
        shapes.join(", ")
    )
}

/// The module of patterns: the bodies of its functions, and the sizes of its classes.
struct Module {
    functions: Vec<TokenStream>,
    classes: HashMap<String, usize>,
}

fn module(code: &str) -> Module {
    let tokens: Vec<TokenTree> = code.parse::<TokenStream>().unwrap().into_iter().collect();
    let is_module = |pair: &[TokenTree]| words(pair) == ["mod", "patterns"];
    let mut module = Module { functions: Vec::new(), classes: HashMap::new() };
    // A file without patterns has no such module.
    let Some(at) = tokens.windows(2).position(is_module) else { return module };
    let TokenTree::Group(body) = &tokens[at + 2] else { panic!("a module has a body") };
    let mut last_static = String::new();
    let tokens: Vec<TokenTree> = body.stream().into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Ident(name) if index > 0 && tokens[index - 1].to_string() == "static" => {
                last_static = name.to_string();
            }
            TokenTree::Group(group) => match group.delimiter() {
                // `use ...::{...}` has a group of that kind, too.
                Delimiter::Brace if words(&tokens[index - 1..index]) == ["bool"] => {
                    module.functions.push(group.stream());
                }
                Delimiter::Parenthesis if words(&tokens[index - 1..index]) == ["new"] => {
                    let bytes = size_of::<Class>() + size(group.stream());
                    module.classes.insert(last_static.clone(), bytes);
                }
                _ => {}
            },
            _ => {}
        }
    }
    module
}

fn words(tokens: &[TokenTree]) -> Vec<String> {
    tokens.iter().map(ToString::to_string).collect()
}

/// The names of classes in some tokens.
fn classes(tokens: TokenStream, found: &mut HashSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => classes(group.stream(), found),
            TokenTree::Ident(name) if name.to_string().starts_with("CLASS_") => {
                found.insert(name.to_string());
            }
            _ => {}
        }
    }
}

/// The bytes of the constants in some tokens, without classes.
fn size(tokens: TokenStream) -> usize {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut bytes = 0;
    for (index, token) in tokens.iter().enumerate() {
        let before = |back: usize| index.checked_sub(back).map(|at| tokens[at].to_string());
        let before = [before(4), before(1)].map(Option::unwrap_or_default);
        let before = before.each_ref().map(String::as_str);
        bytes += match token {
            TokenTree::Group(group) => match (before, group.delimiter()) {
                // The run is part of the step.
                (["Step", "Run"], _) => size_of::<Step>(),
                (["Step", "Choice" | "OptionalChoice"], _) => {
                    size_of::<Step>()
                        + branches(group) * size_of::<&[Step]>()
                        + size(group.stream())
                }
                (["Step", _], _) => size_of::<Step>() + size(group.stream()),
                ([_, "Run"], Delimiter::Brace) => size_of::<Run>(),
                ([_, "Dfa"], Delimiter::Brace) => size_of::<Dfa>() + size(group.stream()),
                (_, Delimiter::Parenthesis) => {
                    pair_bytes(group).unwrap_or_else(|| size(group.stream()))
                }
                _ => size(group.stream()),
            },
            TokenTree::Literal(literal) => text_bytes(&literal.to_string()),
            _ => 0,
        };
    }
    bytes
}

/// How many lists there are in `(&[&[..], &[..]])`.
fn branches(group: &Group) -> usize {
    let TokenTree::Group(list) = group.stream().into_iter().nth(1).unwrap() else {
        panic!("a choice has a list of branches")
    };
    list.stream().into_iter().filter(|token| matches!(token, TokenTree::Group(_))).count()
}

/// The bytes of a range, or of a character and its class.
fn pair_bytes(group: &Group) -> Option<usize> {
    let syn::Expr::Tuple(tuple) = syn::parse2(TokenTree::from(group.clone()).into()).ok()? else {
        return None;
    };
    match tuple.elems.iter().collect::<Vec<_>>().as_slice() {
        [syn::Expr::Lit(first), syn::Expr::Lit(second)] => match (&first.lit, &second.lit) {
            (syn::Lit::Char(_), syn::Lit::Char(_)) => Some(size_of::<(char, char)>()),
            (syn::Lit::Char(_), syn::Lit::Int(_)) => Some(size_of::<(char, u8)>()),
            // From these a class makes its table when it is compiled.
            (syn::Lit::Byte(_), syn::Lit::Byte(_)) => Some(0),
            _ => None,
        },
        _ => None,
    }
}

/// The bytes of a string or byte string; none of a number.
fn text_bytes(literal: &str) -> usize {
    match syn::parse_str(literal) {
        Ok(syn::Lit::ByteStr(text)) => text.value().len(),
        Ok(syn::Lit::Str(text)) => text.value().len(),
        _ => 0,
    }
}

fn check(file: &str, bytes: &[u8]) {
    let source = Source { file, bytes };
    let mut options = Options::default();
    options.without_docs = true;
    let report = patterns(&source, &options).unwrap();
    let is_function =
        |matcher: &Matcher| !matches!(matcher, Matcher::Everything | Matcher::Unchecked(_));
    let (with, without): (Vec<_>, Vec<_>) =
        report.patterns.iter().partition(|pattern| is_function(&pattern.matcher));
    let told: Vec<(&str, usize)> =
        with.iter().map(|pattern| (pattern.pattern.as_str(), pattern.bytes)).collect();
    let module = module(&generate(&source, &options).unwrap().code);
    let own: Vec<usize> = module.functions.iter().cloned().map(size).collect();
    let class_bytes =
        |names: &HashSet<String>| -> usize { names.iter().map(|name| module.classes[name]).sum() };
    let found = module.functions.iter().zip(&own).map(|(body, own)| {
        let mut names = HashSet::new();
        classes(body.clone(), &mut names);
        own + class_bytes(&names)
    });
    let patterns = with.iter().map(|pattern| pattern.pattern.as_str());
    assert_eq!(module.functions.len(), with.len());
    assert_eq!(told, patterns.zip(found).collect::<Vec<_>>());
    let all: usize = own.iter().sum::<usize>() + module.classes.values().sum::<usize>();
    assert_eq!(report.bytes, all);
    assert!(without.iter().all(|pattern| pattern.bytes == 0));
}

#[test]
fn sizes_are_those_of_the_generated_tables() {
    check("model.json", model().as_bytes());
}

#[test]
fn so_are_those_of_a_real_model() {
    let path = "models/glue/2017-03-31/service-2.json";
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    check(path, &std::fs::read(root.join(path)).unwrap());
}

/// Set `GLUE_MODEL_CORPUS` to a folder laid out as botocore's `data` to run this.
#[test]
fn so_are_those_of_whole_services() {
    let Some(folder) = std::env::var_os("GLUE_MODEL_CORPUS") else {
        return eprintln!("skipped: GLUE_MODEL_CORPUS is not set");
    };
    for service in
        ["glue/2017-03-31", "lambda/2015-03-31", "mpa/2022-07-26", "codeguruprofiler/2019-07-18"]
    {
        let path = Path::new(&folder).join(service).join("service-2.json");
        check(service, &std::fs::read(path).unwrap());
    }
}
