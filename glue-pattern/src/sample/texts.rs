//! [`SampledTexts`], which counts through the texts of a sampler.

use super::characters::Walk;
use super::moves::Move;
use super::sampler::Sampler;

/// All texts that a sampler can draw, each once, the shortest ones first.
///
/// ```
/// use glue_pattern::{Anchoring, Limits, Sampler, parse};
///
/// let pattern = parse("[ab]+|x9")?;
/// let sampler = Sampler::new(Some((&pattern, Anchoring::Whole)), (0, None), &Limits::default());
/// let texts: Vec<String> = sampler.ok().flatten().unwrap().into_texts().take(7).collect();
/// assert_eq!(texts, ["a", "b", "aa", "ba", "ab", "bb", "x9"]);
/// # Ok::<(), glue_pattern::SyntaxError>(())
/// ```
#[derive(Clone, Debug)]
pub struct SampledTexts {
    sampler: Sampler,
    /// The number of characters in the texts at hand; nothing if there are no more.
    length: Option<usize>,
    /// The states that end a text of that length.
    ends: Vec<u32>,
    /// The place of the end of the text at hand.
    end: usize,
    /// The characters of the text at hand, the last one first.
    steps: Vec<Step>,
    is_new: bool,
}

/// A character of a text.
#[derive(Clone, Debug)]
struct Step {
    /// The moves that can be there.
    moves: Vec<Move>,
    /// The place of the move that is.
    place: usize,
    /// Where its characters go on.
    walk: Walk,
    character: char,
}

impl Sampler {
    /// Returns the texts that it can draw, each once.
    pub fn into_texts(self) -> SampledTexts {
        let length = self.next_length(0);
        let ends = length.map(|length| self.ends(length)).unwrap_or_default();
        SampledTexts { sampler: self, length, ends, end: 0, steps: Vec::new(), is_new: true }
    }
}

impl SampledTexts {
    /// Adds the first character of each place that has none yet.
    fn fill(&mut self, length: usize) -> Option<()> {
        while self.steps.len() < length {
            let state = match self.steps.last() {
                Some(step) => step.moves.get(step.place)?.state,
                None => *self.ends.get(self.end)?,
            };
            let moves = self.sampler.moves_before(state, length - 1 - self.steps.len());
            let (place, mut walk) = (0, Walk::default());
            let characters = moves.first()?.characters;
            let character = self.sampler.moves.characters[characters].next(&mut walk)?;
            self.steps.push(Step { moves, place, walk, character });
        }
        Some(())
    }

    /// Goes on to another character at the first place that has one.
    fn advance(&mut self) {
        while let Some(step) = self.steps.last_mut() {
            while let Some(choice) = step.moves.get(step.place) {
                let characters = &self.sampler.moves.characters[choice.characters];
                if let Some(character) = characters.next(&mut step.walk) {
                    step.character = character;
                    return;
                }
                step.place += 1;
                step.walk = Walk::default();
            }
            self.steps.pop();
        }
        self.end += 1;
        if self.end >= self.ends.len() {
            self.length = self.length.and_then(|length| self.sampler.next_length(length + 1));
            self.ends = self.length.map(|length| self.sampler.ends(length)).unwrap_or_default();
            self.end = 0;
        }
    }
}

impl Iterator for SampledTexts {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        if !std::mem::take(&mut self.is_new) {
            self.advance();
        }
        self.fill(self.length?)?;
        Some(self.steps.iter().rev().map(|step| step.character).collect())
    }
}
