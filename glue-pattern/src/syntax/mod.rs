//! From a pattern's text to its syntax tree, in the dialect of `java.util.regex` (Java 17, with the
//! Unicode 16.0 of Java 25).

pub mod ast;
mod class;
mod cursor;
mod error;
mod escape;
mod flags;
mod group;
mod line_break;
mod parser;
mod tree;

pub use error::SyntaxError;
pub use parser::MAX_DEPTH;
pub use tree::Syntax;

/// Reads a pattern as `java.util.regex.Pattern.compile` does, without flags.
///
/// Three rules intentionally differ from Java, because they match what the authors of API models
/// mean: `$` and `\Z` only match at the very end, not before a last line terminator; `\b` only
/// knows ASCII letters, like `\w` (as in Java since version 19); and a look-behind may have any
/// length.
///
/// # Errors
/// A pattern that Java refuses; scripts and blocks in `\p{...}`, `\N{...}`, `\X`, `\b{g}` and the
/// flag `c`, which Java supports and this crate does not; and nesting beyond [`MAX_DEPTH`].
pub fn parse(source: &str) -> Result<Syntax, SyntaxError> {
    parser::Parser::new(source).parse()
}

#[cfg(test)]
mod tests {
    use super::ast::{Direction, Node, Preference, Repeat};
    use super::*;
    use crate::class_set::ClassSet;

    fn root(pattern: &str) -> Node {
        parse(pattern).unwrap().root().clone()
    }

    fn class(characters: &str) -> Node {
        Node::Class(ClassSet::from_ranges(characters.chars().map(|c| (c, c))))
    }

    fn repeat(body: Node, min: u32, max: Option<u32>, preference: Preference) -> Node {
        Node::Repeat(Box::new(Repeat { body, min, max, preference }))
    }

    #[test]
    fn sequences_and_quantifiers() {
        let greedy = Preference::Greedy;
        assert_eq!(root(""), Node::Empty);
        assert_eq!(
            root("ab*|"),
            Node::Alternate(vec![
                Node::Concat(vec![class("a"), repeat(class("b"), 0, None, greedy)]),
                Node::Empty,
            ])
        );
        assert_eq!(root("a{2,3}?"), repeat(class("a"), 2, Some(3), Preference::Lazy));
        assert_eq!(root("a{2,}+"), repeat(class("a"), 2, None, Preference::Possessive));
        // A second count repeats nothing.
        assert_eq!(
            root("a{2}{3}"),
            Node::Concat(vec![
                repeat(class("a"), 2, Some(2), greedy),
                repeat(Node::Empty, 3, Some(3), greedy),
            ])
        );
        assert_eq!(root("]}"), Node::Concat(vec![class("]"), class("}")]));
    }

    #[test]
    fn groups_are_numbered_from_the_left() {
        let syntax = parse("(a(?:b)(?<n>c))").unwrap();
        assert_eq!(syntax.groups(), 2);
        let inner = Node::Group(2, Box::new(class("c")));
        let body = Node::Concat(vec![class("a"), class("b"), inner]);
        assert_eq!(*syntax.root(), Node::Group(1, Box::new(body)));
        assert_eq!(
            root("(?<!a)"),
            Node::Look(ast::Look {
                direction: Direction::Behind,
                negative: true,
                body: Box::new(class("a")),
            })
        );
    }

    #[test]
    fn flags_hold_to_the_end_of_the_group() {
        assert_eq!(
            root("a(?i)b(?-i:c)d"),
            Node::Concat(vec![class("a"), class("Bb"), class("c"), class("Dd")])
        );
        assert_eq!(
            root("(?:(?i)a|b)c"),
            Node::Concat(vec![Node::Alternate(vec![class("Aa"), class("Bb")]), class("c")])
        );
        assert_eq!(root("(?x) a # b"), class("a"));
        assert_eq!(root("(?s)."), Node::Class(ClassSet::any()));
        assert_eq!(root("(?d)."), Node::Class(ClassSet::single('\n').complement()));
    }

    #[test]
    fn escapes() {
        for (pattern, characters) in [
            ("\\x41", "A"),
            ("\\x{1F600}", "\u{1F600}"),
            ("\\u00e9", "\u{E9}"),
            ("\\uD83D\\uDE00", "\u{1F600}"),
            ("\\0101", "A"),
            ("\\cA", "\u{1}"),
            ("\\e", "\u{1B}"),
            ("\\.", "."),
            ("\\_", "_"),
            ("\\Q.\\E", "."),
            ("\\uD800", ""),
        ] {
            assert_eq!(root(pattern), class(characters), "{pattern}");
        }
        assert_eq!(root("\\uD83Dx"), Node::Concat(vec![class(""), class("x")]));
        assert_eq!(root("\\07x"), Node::Concat(vec![class("\u{7}"), class("x")]));
        assert_eq!(root("\\0400"), Node::Concat(vec![class(" "), class("0")]));
    }

    #[test]
    fn classes() {
        for (pattern, characters) in [
            ("[a-c-]", "-abc"),
            ("[]a]", "]a"),
            ("[a^]", "^a"),
            ("[a[bc]]", "abc"),
            ("[a-e&&[^bd]]", "ace"),
            ("[a-e&&b-z&&[cx]]", "c"),
            ("[ab&&]", "ab"),
            ("[a&&[b]&c]", "a&c"),
            ("[+--]", "+,-"),
            ("[\\x{61}-\\x{63}]", "abc"),
            ("[\\Q]-[\\E]", "]-["),
            ("[\\uD83D\\uDE00-\\uD83D\\uDE01]", "\u{1F600}\u{1F601}"),
            ("[\\uDBFF-\\uDC00]", ""),
            ("(?i)[a-b]", "ABab"),
            ("(?x)[a b]", "ab"),
        ] {
            assert_eq!(root(pattern), class(characters), "{pattern}");
        }
    }

    #[test]
    fn errors_say_where() {
        for (pattern, offset, message) in [
            ("a(b", 1, "never closed"),
            ("a)", 1, "closes no group"),
            ("ab[c", 2, "never closed"),
            ("a**", 2, "nothing that `*`"),
            ("a{2,1}", 1, "less than the least"),
            ("a{x", 1, "must follow the brace"),
            ("a{99999999999}", 1, "2147483647"),
            ("\u{E9}[z-a]", 3, "before it begins"),
            ("\\y", 0, "no escape `\\y`"),
            ("a\\", 1, "ends with a backslash"),
            ("\\p{Nope}", 2, "no property `Nope`"),
            ("\\p{IsGreek}", 2, "not supported"),
            ("(?<a>)(?<a>)", 9, "`a` already"),
            ("\\k<b>", 0, "no group `b`"),
            ("(?y)", 2, "no such flag"),
            ("\\uD83", 0, "4 hexadecimal digits"),
            ("[xa-\\d]", 2, "before it begins"),
        ] {
            let error = parse(pattern).unwrap_err();
            assert!(error.message().contains(message), "{pattern}: {error}");
            assert_eq!(error.offset(), offset, "{error}");
        }
    }
}
