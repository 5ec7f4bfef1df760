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
    /// The first accepting state; all behind it accept too.
    pub accepting: u16,
    /// Where each class leads from each state.
    pub transitions: Transitions,
}

/// Where each class leads from each state. All numbers are two bytes, the low one first.
pub enum Transitions {
    /// The next state of state `s` on class `c` is at `s + c`.
    Dense(&'static [u8]),
    /// States that behave alike share a row of moves; here, states are numbered one by one.
    Chained {
        /// How many classes there are.
        classes: u16,
        /// The first state of each segment, ascending from 0.
        first_states: &'static [u8],
        /// The row of each segment.
        rows: &'static [u8],
        /// The rows, one behind the other. A move from `0x8000` on is relative to the state: its
        /// low 15 bits are a two's complement number to add.
        moves: &'static [u8],
    },
}

impl Dfa {
    /// Whether the automaton accepts `text`.
    pub fn matches(&self, text: &str) -> bool {
        self.run(text, u16::MAX).0 >= self.accepting
    }

    /// Whether `tail` holds for what is left behind a start of `text` that the automaton accepts.
    pub fn matches_then(&self, text: &str, tail: fn(&str) -> bool) -> bool {
        let mut rest = text;
        let mut state = self.start;
        loop {
            if state >= self.accepting && tail(rest) {
                return true;
            }
            let Some((next, behind)) = self.step(state, rest) else { return false };
            (state, rest) = (next, behind);
        }
    }

    /// Whether `text` is between `min` and `max` parts that the automaton accepts, each ending where
    /// it accepts for the first time.
    pub fn matches_times(&self, text: &str, min: u32, max: u32) -> bool {
        let mut rest = text;
        let mut count = 0;
        while !rest.is_empty() {
            let (state, end) = self.run(rest, self.accepting);
            match rest.get(end..) {
                Some(behind) if state >= self.accepting && end > 0 && count < max => rest = behind,
                _ => return false,
            }
            count += 1;
        }
        count >= min
    }

    /// One step: the next state, unless it is dead, and the text behind the character.
    fn step<'a>(&self, state: u16, text: &'a str) -> Option<(u16, &'a str)> {
        let (class, length) = self.class_at(text, 0)?;
        let next = self.next(state, class);
        Some((next, text.get(length..)?)).filter(|_| next != 0)
    }

    fn next(&self, state: u16, class: u8) -> u16 {
        match &self.transitions {
            Transitions::Dense(next) => wide(next, usize::from(state) + usize::from(class)),
            Transitions::Chained { .. } => self.next_chained(state, class),
        }
    }

    /// Runs from the start of `text` to its end, to the dead state, or to a state from `stop` on;
    /// gives the state and the place in the text.
    fn run(&self, text: &str, stop: u16) -> (u16, usize) {
        match &self.transitions {
            Transitions::Dense(next) => self.walk(text, stop, |state, class| {
                wide(next, usize::from(state) + usize::from(class))
            }),
            Transitions::Chained { .. } => {
                self.walk(text, stop, |state, class| self.next_chained(state, class))
            }
        }
    }

    #[inline]
    fn walk(&self, text: &str, stop: u16, next: impl Fn(u16, u8) -> u16) -> (u16, usize) {
        let (mut state, mut at) = (self.start, 0);
        while state != 0 && state < stop {
            let Some((class, length)) = self.class_at(text, at) else { break };
            state = next(state, class);
            at += length;
        }
        (state, at)
    }

    /// The class of the character at a place, and how many bytes it takes; none at the end.
    #[inline]
    fn class_at(&self, text: &str, at: usize) -> Option<(u8, usize)> {
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

    fn next_chained(&self, state: u16, class: u8) -> u16 {
        let Transitions::Chained { classes, first_states, rows, moves } = &self.transitions else {
            return 0;
        };
        let (mut low, mut high) = (0, first_states.len() / 2);
        while high - low > 1 {
            let middle = low.midpoint(high);
            match wide(first_states, middle) <= state {
                true => low = middle,
                false => high = middle,
            }
        }
        let row = usize::from(wide(rows, low)) * usize::from(*classes);
        match wide(moves, row + usize::from(class)) {
            relative @ 0x8000.. => {
                state.wrapping_add(relative << 1 >> 1 | (relative & 0x4000) << 1)
            }
            absolute => absolute,
        }
    }
}

/// The number at an index.
#[inline]
fn wide(bytes: &[u8], index: usize) -> u16 {
    match bytes.get(index * 2..index * 2 + 2) {
        Some(&[low, high]) => u16::from_le_bytes([low, high]),
        _ => 0,
    }
}
