//! Matching a first part of a text with an automaton, and the rest with something else.

use super::Dfa;

/// The maximum number of places where the rest of a text is tried by itself.
const MOST_TRIED: usize = 8;

impl Dfa {
    /// Whether the automaton accepts a start of `text` such that `tail` holds for the rest.
    pub fn matches_then(&self, text: &str, tail: fn(&str) -> bool) -> bool {
        self.matches_then_at_most(text, u32::MAX, tail)
    }

    /// As [`matches_then`](Self::matches_then), if `tail` holds for `most` characters at most. It
    /// is not asked about longer rests, so that a long text takes one pass.
    pub fn matches_then_at_most(&self, text: &str, most: u32, tail: fn(&str) -> bool) -> bool {
        // No character takes more than four bytes.
        let most = (most as usize).saturating_mul(4);
        let mut rest = text;
        let mut state = self.start;
        loop {
            if state >= self.accepting && rest.len() <= most && tail(rest) {
                return true;
            }
            let Some((next, behind)) = self.step(state, rest) else { return false };
            (state, rest) = (next, behind);
        }
    }

    /// As [`matches_then`](Self::matches_then), with an automaton for the rest. A text takes a few
    /// passes at most, even if there are many places where the first part may end.
    pub fn matches_then_dfa(&self, text: &str, tail: &Self) -> bool {
        let mut rest = text;
        let mut state = self.start;
        let mut tried = 0;
        loop {
            if state >= self.accepting {
                if tried == MOST_TRIED {
                    return self.matches_together(state, rest, tail);
                }
                if tail.matches(rest) {
                    return true;
                }
                tried += 1;
            }
            let Some((next, behind)) = self.step(state, rest) else { return false };
            (state, rest) = (next, behind);
        }
    }

    /// Continues from `state` and, in the same pass, runs `tail` from each place where this
    /// automaton accepts. Runs that reach the same state continue as one.
    #[inline(never)]
    fn matches_together(&self, state: u16, text: &str, tail: &Self) -> bool {
        let (mut state, mut at) = (state, 0);
        let mut tails = Vec::new();
        loop {
            if state >= self.accepting {
                tails.push(tail.start);
            }
            tails.sort_unstable();
            tails.dedup();
            let classes = (self.class_at(text, at), tail.class_at(text, at));
            let (Some((class, length)), Some((tail_class, _))) = classes else {
                return tails.last().is_some_and(|last| *last >= tail.accepting);
            };
            state = self.next(state, class);
            for state in &mut tails {
                *state = tail.next(*state, tail_class);
            }
            tails.retain(|state| *state != 0);
            if state == 0 && tails.is_empty() {
                return false;
            }
            at += length;
        }
    }
}
