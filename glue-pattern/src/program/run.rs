//! Runs of characters of one class.

use std::str::Chars;

use crate::class_set::ClassSet;

/// The maximum length of a fixed text. A longer one is cheaper as a run.
const LONGEST_TEXT: u32 = 256;

/// `[class]{min,max}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The characters.
    pub class: ClassSet,
    /// The least number of characters.
    pub min: u32,
    /// The greatest number of characters; `None` if there is no bound.
    pub max: Option<u32>,
}

impl Run {
    /// Returns the number of characters, if it is fixed.
    pub fn fixed(&self) -> Option<u32> {
        (self.max == Some(self.min)).then_some(self.min)
    }

    /// Returns the only text that is such a run, if there is one and it is short.
    pub fn only_text(&self) -> Option<String> {
        let count = self.fixed().filter(|count| *count <= LONGEST_TEXT)?;
        let character = self.class.only()?;
        Some((0..count).map(|_| character).collect())
    }

    /// Takes as many of the characters from `next` as it can, and returns whether there were
    /// enough.
    fn take<'t>(
        &self,
        rest: &mut Chars<'t>,
        next: impl Fn(&mut Chars<'t>) -> Option<char>,
    ) -> bool {
        let mut count = 0;
        let mut ahead = rest.clone();
        while self.max.is_none_or(|max| count < max)
            && next(&mut ahead).is_some_and(|character| self.class.contains(character))
        {
            *rest = ahead.clone();
            // Beyond the minimum, and without a maximum, there is nothing to count.
            if self.max.is_some() || count < self.min {
                count += 1;
            }
        }
        count >= self.min
    }
}

/// The rest of a text after runs at its front, each of which takes as much as it can.
pub(super) fn strip_front<'t>(runs: &[Run], text: &'t str) -> Option<&'t str> {
    let mut rest = text.chars();
    let enough = runs.iter().all(|run| run.take(&mut rest, Chars::next));
    enough.then_some(rest.as_str())
}

/// The rest of a text before runs at its back, each of which takes as much as it can, the last one
/// first.
pub(super) fn strip_back<'t>(runs: &[Run], text: &'t str) -> Option<&'t str> {
    let mut rest = text.chars();
    let enough = runs.iter().rev().all(|run| run.take(&mut rest, Chars::next_back));
    enough.then_some(rest.as_str())
}
