//! Arbitrary values of types. Written as text, like a [`table`](super::table), because they are a
//! line for each member.

use std::fmt::Write;

use glue_pattern::CharacterRanges;
use proc_macro2::{Ident, TokenStream};

use super::format::{Portion, SKIP};
use super::pattern::bytes;
use super::text::quoted;
use super::types::codec_path;
use crate::plan::{Arbitrary, Draw, DrawKind, Lengths, Texts, TypeDraw, Unique};

/// The runtime's types that the scope imports; types of the file with these names need a path there.
const IMPORTED: [&str; 5] = ["Chars", "None", "Some", "Source", "Texts"];

/// The impls of `Arbitrary`, in a scope of their own for the short names in them.
pub(super) fn items(arbitrary: &Arbitrary) -> Portion {
    let mut text = format!(
        "/// Arbitrary values of all types, and the texts of patterns.\n{SKIP}\
         #[allow(deprecated, unused_imports)]\n\
         const _: () = {{\n    \
         use ::core::option::Option::{{None, Some}};\n    \
         use ::glue_runtime::__private::v1::arbitrary::{{Chars, Source, Texts, arbitrary}};\n\n",
    );
    for (name, texts) in &arbitrary.texts {
        push_texts(&mut text, name, texts);
    }
    if !arbitrary.texts.is_empty() {
        text.push('\n');
    }
    text.push_str("    arbitrary! {\n");
    for one in &arbitrary.types {
        push_type(&mut text, one);
    }
    text.push_str("    }\n};\n");
    Portion { before: text, items: TokenStream::new(), after: String::new() }
}

fn push_texts(text: &mut String, name: &Ident, texts: &Texts) {
    let Texts { min, max, shortest, table } = texts;
    let numbers = || table.states.iter().chain(&table.moves).flat_map(|(a, b)| [*a, *b]);
    let is_narrow = numbers().all(|number| number < 256);
    let pairs = |pairs: &[(u16, u16)]| {
        let numbers = pairs.iter().flat_map(|(a, b)| [*a, *b]);
        if is_narrow {
            bytes::narrow(numbers.map(|number| number as u8))
        } else {
            bytes::wide(numbers)
        }
    };
    let function = if is_narrow { "new" } else { "wide" };
    let _ = writeln!(text, "    static {name}: Texts = Texts::{function}(");
    let _ = writeln!(text, "        ({min}, {max:?}),\n        {},", quoted(shortest));
    let _ = writeln!(text, "        {},", pairs(&table.states));
    let _ = writeln!(text, "        {},", pairs(&table.moves));
    let chars: Vec<String> = table.characters.iter().map(chars).collect();
    let _ = writeln!(text, "        &[{}],\n    );", chars.join(", "));
}

/// Characters, by the ends of ranges or, if there is only one, as it is.
fn chars(CharacterRanges { words, marks, others }: &CharacterRanges) -> String {
    let ends = |ranges: &[(char, char)]| {
        quoted(&ranges.iter().flat_map(|&(first, last)| [first, last]).collect::<String>())
    };
    let mut all = words.iter().chain(marks).chain(others);
    match (all.next(), all.next()) {
        (Some((first, last)), None) if first == last => {
            format!("Chars::one({})", quoted(&first.to_string()))
        }
        _ => format!("Chars::new({}, {}, {})", ends(words), ends(marks), ends(others)),
    }
}

fn push_type(text: &mut String, one: &TypeDraw) {
    let path = path(&one.name);
    let _ = match &one.kind {
        DrawKind::Enum => writeln!(text, "        open_enum {path};"),
        DrawKind::Impossible => writeln!(text, "        impossible {path};"),
        DrawKind::Structure(fields) => {
            let _ = writeln!(text, "        structure {path} {{");
            for field in fields {
                let (name, draw) = (&field.name, draw(&field.draw));
                let method = if field.required { "required" } else { "optional" };
                let _ = writeln!(text, "            {name}: {method} {draw},");
            }
            writeln!(text, "        }};")
        }
        DrawKind::Union(variants) => {
            let _ = writeln!(text, "        union {path} {{");
            for (index, variant) in variants.iter().enumerate() {
                let _ = writeln!(
                    text,
                    "            {index} {}: {},",
                    variant.name,
                    draw(&variant.draw)
                );
            }
            writeln!(text, "        }};")
        }
    };
}

/// A type of the file, where the runtime's short names are in scope.
fn path(name: &Ident) -> String {
    let is_hidden = IMPORTED.iter().any(|imported| name == imported);
    if is_hidden { format!("self::{name}") } else { name.to_string() }
}

/// A function that draws a value.
fn draw(draw: &Draw) -> String {
    let name = match draw {
        // Only in a collection that stays empty.
        Draw::Impossible => return "|_| None".to_owned(),
        Draw::Simple(name) => name,
        Draw::Type { boxed: false, .. } => "own",
        Draw::Type { boxed: true, .. } => "boxed",
        _ => return format!("|from| from.{}", call(draw)),
    };
    format!("Source::{name}")
}

/// A call of a function with arguments.
fn call(value: &Draw) -> String {
    match value {
        Draw::AnyText(lengths) => format!("any_text({})", bounds(*lengths)),
        Draw::Json(lengths) => format!("json({})", bounds(*lengths)),
        Draw::Blob(lengths) => format!("blob({})", bounds(*lengths)),
        Draw::Text { function, texts } => format!("{function}(&{texts})"),
        Draw::Values(values) => {
            let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
            format!("value(&[{}])", values.join(", "))
        }
        Draw::Integer { min, max } => format!("integer({min:?}, {max:?})"),
        Draw::Known(values) => format!("known(&{values:?})"),
        Draw::Float { min, max } => format!("float({min:?}, {max:?})"),
        Draw::List { entry, lengths, sparse, unique } => {
            let (bounds, entry) = (bounds(*lengths), draw(entry));
            let name = match unique {
                None if *sparse => "sparse_list".to_owned(),
                None => "list".to_owned(),
                Some(Unique::Ordered) => "unique_list".to_owned(),
                Some(Unique::Written) => "unique_unordered_list".to_owned(),
                Some(Unique::WrittenAs(codec)) => {
                    format!("unique_unordered_list_as::<{}, _>", codec_path(codec))
                }
            };
            match *sparse && unique.is_some() {
                true => format!("{name}({bounds}, |from| from.nullable({entry}))"),
                false => format!("{name}({bounds}, {entry})"),
            }
        }
        Draw::Map { key, value, lengths, sparse } => {
            let name = if *sparse { "sparse_map" } else { "map" };
            format!("{name}({}, {}, {})", bounds(*lengths), draw(key), draw(value))
        }
        Draw::Impossible | Draw::Simple(_) | Draw::Type { .. } => draw(value),
    }
}

fn bounds(Lengths { min, max }: Lengths) -> String {
    format!("{min:?}, {max:?}")
}
