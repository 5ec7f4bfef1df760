//! The inline flags of `java.util.regex`.

use super::ast::Folding;

/// The active flags at some place in a pattern.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Flags {
    /// `i`: letters match in any case.
    pub(super) case_insensitive: bool,
    /// `u`: `i` applies beyond ASCII.
    pub(super) unicode_case: bool,
    /// `m`: `^` and `$` match at lines.
    pub(super) multiline: bool,
    /// `s`: `.` matches line terminators.
    pub(super) dot_all: bool,
    /// `d`: `\n` is the only line terminator.
    pub(super) unix_lines: bool,
    /// `x`: white space and `#` comments in the pattern are ignored.
    pub(super) comments: bool,
    /// `U`: `\w` and similar classes follow Unicode.
    pub(super) unicode_classes: bool,
}

impl Flags {
    /// Sets or clears the flag of a letter; false if there is no such flag.
    pub(super) fn set(&mut self, letter: char, on: bool) -> bool {
        match letter {
            'i' => self.case_insensitive = on,
            'u' => self.unicode_case = on,
            'm' => self.multiline = on,
            's' => self.dot_all = on,
            'd' => self.unix_lines = on,
            'x' => self.comments = on,
            'U' => {
                self.unicode_classes = on;
                self.unicode_case = on;
            }
            _ => return false,
        }
        true
    }

    /// How letters are compared.
    pub(super) fn folding(self) -> Folding {
        match (self.case_insensitive, self.unicode_case) {
            (false, _) => Folding::None,
            (true, false) => Folding::Ascii,
            (true, true) => Folding::Unicode,
        }
    }
}
