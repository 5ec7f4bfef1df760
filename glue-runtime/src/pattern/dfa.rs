//! Deterministic automata over characters, as tables.

/// An automaton: its state after the last character says whether a text matches.
///
/// States are numbered by their rows in the table, so that a step is one look-up: a state is the
/// index of its first entry. State 0 is dead: nothing that leads there matches.
pub struct Dfa {
    /// The class of each ASCII character.
    pub ascii: &'static [u8; 128],
    /// The classes of the others: each entry is the class of the characters from its own on.
    pub others: &'static [(char, u8)],
    /// The state before the first character.
    pub start: u16,
    /// The first accepting state; all later ones accept too.
    pub accepting: u16,
    /// Where each class leads from each state.
    pub transitions: Transitions,
}

/// Where each class leads from each state. All numbers are two bytes, the low one first.
pub enum Transitions {
    /// The next state of state `s` on class `c` is at `s + c`.
    Dense(&'static [u8]),
    /// States that behave alike share a row of moves; here, states are numbered one by one.
    Shared {
        /// Where the row of each state starts.
        rows: &'static [u8],
        /// The rows, one after the other. A move from `0x8000` on is relative to the state: its low
        /// 15 bits are a two's complement number to add.
        moves: &'static [u8],
    },
}

/// Where a run through an automaton ended.
struct End {
    state: u16,
    /// The place in the text after the last character that was read.
    at: usize,
}

impl Dfa {
    /// Whether the automaton accepts `text`.
    pub fn matches(&self, text: &str) -> bool {
        self.run(text, u16::MAX).state >= self.accepting
    }

    /// Whether `text` is between `min` and `max` parts that the automaton accepts, each ending where
    /// it accepts for the first time.
    pub fn matches_times(&self, text: &str, min: u32, max: u32) -> bool {
        let mut rest = text;
        let mut count = 0;
        while !rest.is_empty() {
            let end = self.run(rest, self.accepting);
            match rest.get(end.at..) {
                Some(behind) if end.state >= self.accepting && end.at > 0 && count < max => {
                    rest = behind;
                }
                _ => return false,
            }
            count += 1;
        }
        count >= min
    }

    /// One step: the next state, unless it is dead, and the text after the character.
    pub(super) fn step<'a>(&self, state: u16, text: &'a str) -> Option<(u16, &'a str)> {
        let (class, length) = self.class_at(text, 0)?;
        let next = self.next(state, class);
        Some((next, text.get(length..)?)).filter(|_| next != 0)
    }

    /// The state after a character of a class.
    #[inline]
    pub(super) fn next(&self, state: u16, class: u8) -> u16 {
        match self.transitions {
            Transitions::Dense(next) => Dense::new(next).next(state, class),
            Transitions::Shared { rows, moves } => Shared::new(rows, moves).next(state, class),
        }
    }

    /// Runs from the start of `text` to its end, to the dead state, or to a state from `stop` on.
    fn run(&self, text: &str, stop: u16) -> End {
        match self.transitions {
            Transitions::Dense(next) => {
                let table = Dense::new(next);
                self.walk(text, stop, |state, class| table.next(state, class))
            }
            Transitions::Shared { rows, moves } => {
                let table = Shared::new(rows, moves);
                self.walk(text, stop, |state, class| table.next(state, class))
            }
        }
    }

    /// A step is an addition and a look-up that have to wait for the previous step. But the state
    /// usually stays the same or, where the automaton counts, grows by as much as in the previous
    /// step. Then the next step need not wait, and the processor looks ahead.
    #[inline(always)]
    fn walk(&self, text: &str, stop: u16, next: impl Fn(u16, u8) -> u16 + Copy) -> End {
        let (mut state, mut at) = (self.start, 0);
        let mut stride = 0;
        while state != 0 && state < stop {
            let Some((class, length)) = self.class_at(text, at) else { break };
            let behind = next(state, class);
            at += length;
            let rest = text.as_bytes().get(at..).unwrap_or_default();
            if behind == state {
                at += self.stay(rest, state, next);
            } else if behind == state.wrapping_add(stride) {
                let ahead = self.stride(rest, behind, stride, stop, next);
                at += ahead.at;
                state = ahead.state;
            } else {
                stride = behind.wrapping_sub(state);
                state = behind;
            }
        }
        End { state, at }
    }

    /// For how many ASCII characters the automaton stays in a state.
    #[inline(always)]
    fn stay(&self, rest: &[u8], state: u16, next: impl Fn(u16, u8) -> u16) -> usize {
        let stays = |byte: &u8| match self.ascii.get(usize::from(*byte)) {
            Some(class) => next(state, *class) == state,
            None => false,
        };
        rest.iter().take_while(|byte| stays(byte)).count()
    }

    /// Goes on while each state is a stride after the previous one.
    #[inline(always)]
    fn stride(
        &self,
        rest: &[u8],
        start: u16,
        stride: u16,
        stop: u16,
        next: impl Fn(u16, u8) -> u16,
    ) -> End {
        let (mut state, mut at) = (start, 0);
        for byte in rest {
            let ahead = state.wrapping_add(stride);
            match self.ascii.get(usize::from(*byte)) {
                Some(class) if state < stop && next(state, *class) == ahead => state = ahead,
                _ => break,
            }
            at += 1;
        }
        End { state, at }
    }

    /// The class of the character at a place, and how many bytes it takes; none at the end.
    #[inline]
    pub(super) fn class_at(&self, text: &str, at: usize) -> Option<(u8, usize)> {
        let byte = text.as_bytes().get(at)?;
        Some(match self.ascii.get(usize::from(*byte)) {
            Some(class) => (*class, 1),
            None => self.class_of_character(text, at),
        })
    }

    /// The class of the character at a place that is not ASCII, and how many bytes it takes.
    #[inline(never)]
    fn class_of_character(&self, text: &str, at: usize) -> (u8, usize) {
        let character = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or('\u{80}');
        let behind = self.others.partition_point(|(first, _)| *first <= character);
        let class = behind.checked_sub(1).and_then(|index| self.others.get(index));
        (class.map_or(0, |(_, class)| *class), character.len_utf8())
    }
}

/// A table with a row for each state.
#[derive(Clone, Copy)]
struct Dense(&'static [[u8; 2]]);

impl Dense {
    #[inline]
    fn new(next: &'static [u8]) -> Self {
        Self(next.as_chunks().0)
    }

    #[inline]
    fn next(&self, state: u16, class: u8) -> u16 {
        number(self.0, usize::from(state) + usize::from(class))
    }
}

/// A table in which states share rows.
#[derive(Clone, Copy)]
struct Shared {
    rows: &'static [[u8; 2]],
    moves: &'static [[u8; 2]],
}

impl Shared {
    #[inline]
    fn new(rows: &'static [u8], moves: &'static [u8]) -> Self {
        Self { rows: rows.as_chunks().0, moves: moves.as_chunks().0 }
    }

    #[inline]
    fn next(&self, state: u16, class: u8) -> u16 {
        let row = usize::from(number(self.rows, usize::from(state)));
        match number(self.moves, row + usize::from(class)) {
            relative @ 0x8000.. => {
                state.wrapping_add(relative << 1 >> 1 | (relative & 0x4000) << 1)
            }
            absolute => absolute,
        }
    }
}

/// The number at an index.
#[inline]
fn number(numbers: &[[u8; 2]], index: usize) -> u16 {
    numbers.get(index).map_or(0, |bytes| u16::from_le_bytes(*bytes))
}
