//! The words within names.

/// Spellings that heck would split within a word, and how to read them.
const WHOLE_WORDS: &[(&str, &str)] = &[
    ("IPv4", "Ipv4"),
    ("IPv6", "Ipv6"),
    ("OAuth", "Oauth"),
    ("IoT", "Iot"),
    ("GraphQL", "Graphql"),
    ("MySQL", "Mysql"),
    ("PostgreSQL", "Postgresql"),
    ("DynamoDB", "Dynamodb"),
    ("MongoDB", "Mongodb"),
    ("OpenID", "Openid"),
    ("QuickSight", "Quicksight"),
    ("GiB", "Gib"),
    ("MiB", "Mib"),
    ("KiB", "Kib"),
];

/// The keywords of every edition, and those reserved for later ones (Rust reference, keywords).
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

pub(super) fn is_keyword(name: &str) -> bool {
    KEYWORDS.binary_search(&name).is_ok()
}

/// The name with an underscore in place of every character except ASCII letters and digits.
pub(super) fn ascii_words(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

/// Rewrites acronyms that heck would split: plurals (`VPCs`, `IDs`) and spellings with capitals
/// inside (`IPv6`).
pub(super) fn join_acronyms(name: &str) -> String {
    let mut joined = name.to_owned();
    for (from, to) in WHOLE_WORDS {
        if joined.contains(from) {
            joined = joined.replace(from, to);
        }
    }
    join_plurals(&joined)
}

/// Lowers the capitals before a plural `s`, except for the first of a word: `VPCs` becomes `Vpcs`.
fn join_plurals(name: &str) -> String {
    let mut bytes = name.as_bytes().to_vec();
    for at in 2..bytes.len() {
        let ends_word = bytes.get(at + 1).is_none_or(|next| !next.is_ascii_lowercase());
        if bytes[at] != b's' || !ends_word {
            continue;
        }
        let capitals = bytes[..at].iter().rev().take_while(|b| b.is_ascii_uppercase()).count();
        if capitals >= 2 {
            bytes[at + 1 - capitals..at].make_ascii_lowercase();
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| name.to_owned())
}

/// The word with its first letter in upper case.
pub(super) fn capitalized(word: &str) -> String {
    let mut characters = word.chars();
    let first = characters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}

/// A name for a value without letters or digits.
pub(super) fn spell_out(value: &str) -> String {
    if value.is_empty() {
        return "Empty".to_owned();
    }
    value.chars().map(spell_out_character).collect()
}

fn spell_out_character(character: char) -> String {
    let word = match character {
        '*' => "Asterisk",
        '/' => "Slash",
        '-' => "Minus",
        '+' => "Plus",
        '.' => "Dot",
        ',' => "Comma",
        ':' => "Colon",
        ';' => "Semicolon",
        '_' => "Underscore",
        '=' => "Equal",
        '<' => "Less",
        '>' => "Greater",
        '!' => "Not",
        '%' => "Percent",
        '&' => "And",
        '|' => "Or",
        '#' => "Hash",
        '@' => "At",
        '$' => "Dollar",
        '?' => "Question",
        '~' => "Tilde",
        '^' => "Caret",
        '(' => "Open",
        ')' => "Close",
        '[' => "OpenBracket",
        ']' => "CloseBracket",
        '{' => "OpenBrace",
        '}' => "CloseBrace",
        '\'' => "Quote",
        '"' => "DoubleQuote",
        '\\' => "Backslash",
        '`' => "Backtick",
        ' ' => "Space",
        other => return format!("U{:04X}", u32::from(other)),
    };
    word.to_owned()
}
