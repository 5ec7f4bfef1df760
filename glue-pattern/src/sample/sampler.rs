//! [`Sampler`], which draws texts.

use super::characters::{below, pick};
use super::layers::{Layers, MORE};
use super::moves::{Move, Moves};
use super::narrow::narrowed;
use crate::anchoring::Anchoring;
use crate::budget::Budget;
use crate::limits::Limits;
use crate::minimal::minimal;
use crate::program::Reason;
use crate::syntax::Syntax;

/// The length up to which the longest text is drawn at random too.
const LONG: usize = 1024;

/// The maximum number of characters in a text.
const MOST_CHARACTERS: usize = 1 << 24;

/// How often a part of a pattern without an automaton is repeated beyond its minimum, and beyond the
/// least number of characters. The first number is tried first.
const MORE_OFTEN: [u32; 2] = [64, 4];

/// Draws texts that match a pattern and whose number of characters is within bounds.
///
/// All choices are made by a function that returns a number below the bound given to it. A function
/// that always returns 0 chooses a shortest text. Texts mostly have letters and digits, and a text
/// in eight has odd characters: of anything that matches, even if it cannot be printed.
///
/// If the automaton of a pattern has too many states, as for `.{1,65535}`, the drawn texts repeat
/// parts of the pattern only a few times more often than necessary.
///
/// ```
/// use glue_pattern::{Anchoring, Limits, Sampler, parse};
///
/// let pattern = parse("(?!aws:)[a-z]+:[\\w/-]*")?;
/// let pattern = Some((&pattern, Anchoring::Whole));
/// let sampler = |lengths| Sampler::new(pattern, lengths, &Limits::default());
/// assert!(matches!(sampler((0, Some(1))), Ok(None)));
///
/// let sampler = sampler((5, Some(40))).ok().flatten().unwrap();
/// assert_eq!(sampler.shortest(), 5);
/// assert_eq!(sampler.longest(), Some(40));
/// assert_eq!(sampler.sample(&mut |_| 0), "aaaa:");
/// let mut state = 7_u32;
/// let mut choose = |bound| {
///     state = state.wrapping_mul(747_796_405).wrapping_add(2_891_336_453);
///     (state >> 16) % bound
/// };
/// let text = sampler.sample(&mut choose);
/// assert_eq!(text, "awsnshholk:-jB");
/// # Ok::<(), glue_pattern::SyntaxError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Sampler {
    pub(super) moves: Moves,
    layers: Layers,
    least: usize,
    pub(super) most: usize,
    longest: Option<usize>,
    /// The lengths that are drawn.
    pub(super) usual: Vec<usize>,
}

impl Sampler {
    /// Returns what draws the texts that match a pattern, or all texts without one, of at least and
    /// at most the given numbers of characters; `None` if there is no such text.
    ///
    /// # Errors
    ///
    /// The reason why the pattern has no automaton, or none within the limits, or why no text was
    /// found within them.
    pub fn new(
        pattern: Option<(&Syntax, Anchoring)>,
        lengths: (u64, Option<u64>),
        limits: &Limits,
    ) -> Result<Option<Self>, Reason> {
        Self::counted(pattern, lengths, limits).0
    }

    /// Like [`new`](Self::new), and also returns the units of work it took, for a limit on many
    /// samplers together.
    pub fn counted(
        pattern: Option<(&Syntax, Anchoring)>,
        lengths: (u64, Option<u64>),
        limits: &Limits,
    ) -> (Result<Option<Self>, Reason>, u64) {
        let mut work = 0;
        // Each attempt has all of the work.
        let mut attempt = |graph: &dyn Fn(&mut Budget) -> Result<Option<Moves>, Reason>| {
            let mut budget = Budget::new(limits);
            let sampler = graph(&mut budget).and_then(|moves| Self::of(moves, lengths, limits));
            work += budget.spent();
            sampler
        };
        let Some(pattern) = pattern else {
            return (attempt(&|_| Ok(Some(Moves::of_any_text()))), work);
        };
        let whole = attempt(&|budget| Ok(Moves::of(&minimal(pattern, budget)?)));
        let Err(reason) = whole else { return (whole, work) };
        let least = u32::try_from(lengths.0).unwrap_or(u32::MAX);
        let narrow = |more: u32| {
            let more = more.saturating_add(least);
            attempt(&|budget| Ok(Moves::of(&narrowed(pattern, more, budget)?)))
        };
        let found = MORE_OFTEN.map(narrow).into_iter().find_map(|found| found.ok().flatten());
        // There may be a longer text.
        let found = found.map(|sampler| Self { longest: None, ..sampler });
        (found.map(Some).ok_or(reason), work)
    }

    fn of(
        moves: Option<Moves>,
        (least, most): (u64, Option<u64>),
        limits: &Limits,
    ) -> Result<Option<Self>, Reason> {
        let Some(moves) = moves else { return Ok(None) };
        let number = |bound| usize::try_from(bound).unwrap_or(usize::MAX);
        let (least, most) = (number(least), most.map(number));
        let layers = Layers::new(&moves, (least, most), &mut Budget::new(limits))?;
        let longest = layers.longest(&moves, most);
        let most = most.unwrap_or(usize::MAX);
        let Some(shortest) = layers.shortest(&moves, least, most) else { return Ok(None) };
        if shortest > MOST_CHARACTERS {
            return Err(Reason::Work);
        }
        let usual = (shortest..=most.min(shortest + MORE)).filter(|&n| layers.accept(&moves, n));
        let mut usual: Vec<usize> = usual.collect();
        usual.extend(longest.filter(|&longest| shortest + MORE < longest && longest <= LONG));
        Ok(Some(Self { moves, layers, least, most, longest, usual }))
    }

    /// Draws a text. It is at most 32 characters longer than the shortest one, or it is the longest
    /// one if that has no more than 1,024.
    pub fn sample(&self, choose: &mut impl FnMut(u32) -> u32) -> String {
        let length = pick(&self.usual, choose).copied();
        self.text(length.unwrap_or_default(), choose)
    }

    /// The number of characters in the shortest text.
    pub fn shortest(&self) -> u64 {
        self.usual.first().map_or(0, |&length| length as u64)
    }

    /// The number of characters in the longest text; `None` if there is always a longer one, or if
    /// the longest one was not found within the limits.
    pub fn longest(&self) -> Option<u64> {
        self.longest.map(|length| length as u64)
    }

    /// Draws a text with a number of characters; `None` if there is no such text within the bounds,
    /// or if it is not known: the number is far from the shortest one, or greater than 2^24.
    pub fn of_length(&self, length: u64, choose: &mut impl FnMut(u32) -> u32) -> Option<String> {
        let length = usize::try_from(length).ok()?;
        let is_within = self.least <= length && length <= self.most.min(MOST_CHARACTERS);
        let exists = is_within && self.layers.accept(&self.moves, length);
        exists.then(|| self.text(length, choose))
    }

    /// Draws a text of a length that exists, from its end to its start: every state of a layer is
    /// reached from the start in just as many characters.
    fn text(&self, length: usize, choose: &mut impl FnMut(u32) -> u32) -> String {
        let ends = self.ends(length);
        let is_odd = below(8, choose) == 7;
        let mut text = Vec::new();
        let mut after = pick(&ends, choose).copied();
        for length in (0..length).rev() {
            let Some(state) = after else { break };
            let before = self.moves_before(state, length);
            let Some(before) = pick(&before, choose) else { break };
            text.push(self.moves.characters[before.characters].draw(is_odd, choose));
            after = Some(before.state);
        }
        text.iter().rev().collect()
    }

    /// The states that end a text of a length.
    pub(super) fn ends(&self, length: usize) -> Vec<u32> {
        let accepts = |state: &&u32| self.moves.accepting[**state as usize];
        self.layers.at(length).iter().filter(accepts).copied().collect()
    }

    /// The moves to a state from those that are reached in a number of characters.
    pub(super) fn moves_before(&self, state: u32, length: usize) -> Vec<Move> {
        let layer = self.layers.at(length);
        let before = self.moves.into[state as usize].iter().copied();
        before.filter(|before| layer.binary_search(&before.state).is_ok()).collect()
    }

    /// The least length from a length on that a text within the bounds can have.
    pub(super) fn next_length(&self, length: usize) -> Option<usize> {
        let most = self.most.min(MOST_CHARACTERS);
        self.layers.shortest(&self.moves, self.least.max(length), most)
    }
}
