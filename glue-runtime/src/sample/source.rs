//! [`Source`], which makes the choices.

use arbitrary::{Arbitrary, Unstructured};

use super::variety::Variety;

/// How many types may hold each other before only what is required is drawn.
const MOST_LEVELS: usize = 6;

/// How many types may hold each other at all. Generated code never asks for as many.
const MOST_DEPTH: usize = 128;

/// A type whose values can be drawn.
pub trait Draw: Sized {
    /// Draws a value; `None` if there is no valid one, or none was found.
    fn draw(from: &mut Source<'_, '_>) -> Option<Self>;
}

/// Makes choices by bytes. When the bytes are used up, every choice is the first one: members are
/// absent, collections as short as possible, and texts the shortest ones.
pub struct Source<'a, 'b> {
    bytes: &'b mut Unstructured<'a>,
    depth: usize,
    /// Whether a required member of the structure that is drawn has no value.
    failed: bool,
    variety: Option<Variety>,
}

impl<'a, 'b> Source<'a, 'b> {
    /// Makes choices by these bytes.
    pub fn new(bytes: &'b mut Unstructured<'a>) -> Self {
        Self { bytes, depth: 0, failed: false, variety: None }
    }
}

impl Source<'_, '_> {
    /// A value of a generated type.
    pub fn own<T: Draw>(&mut self) -> Option<T> {
        if self.depth >= MOST_DEPTH {
            return None;
        }
        self.depth += 1;
        let value = T::draw(self);
        self.depth -= 1;
        value
    }

    /// A value of a generated type, in a box.
    pub fn boxed<T: Draw>(&mut self) -> Option<Box<T>> {
        self.own().map(Box::new)
    }

    /// A value of a user's type.
    pub fn foreign<T: for<'x> Arbitrary<'x>>(&mut self) -> Option<T> {
        let number = self.variety.as_mut().map(|variety| variety.next().to_le_bytes());
        match number {
            Some(bytes) => T::arbitrary(&mut Unstructured::new(&bytes)).ok(),
            None => T::arbitrary(self.bytes).ok(),
        }
    }

    /// What a function draws.
    pub fn call<T>(&mut self, draw: fn(&mut Self) -> Option<T>) -> Option<T> {
        draw(self)
    }

    /// Sets a member that must be set.
    pub fn required<T>(&mut self, member: &mut Option<T>, draw: fn(&mut Self) -> Option<T>) {
        if !self.failed {
            *member = draw(self);
            self.failed = member.is_none();
        }
    }

    /// Sets a member or leaves it out.
    pub fn optional<T>(&mut self, member: &mut Option<T>, draw: fn(&mut Self) -> Option<T>) {
        if !self.failed && !self.is_minimal() && self.choose(2) == 1 {
            *member = draw(self);
        }
    }

    /// The structure, if all that is required was set.
    pub fn finish<T>(&mut self, value: T) -> Option<T> {
        (!std::mem::take(&mut self.failed)).then_some(value)
    }

    /// The index of one of `count` variants. The first one leads to the smallest value.
    pub fn variant(&mut self, count: u32) -> u32 {
        if self.is_minimal() { 0 } else { self.choose(count) }
    }

    /// Whether only what is required should be drawn.
    pub(super) fn is_minimal(&self) -> bool {
        match self.variety {
            // A little below what has to differ.
            Some(variety) => self.depth > variety.depth + 1,
            None => self.depth > MOST_LEVELS || self.bytes.is_empty(),
        }
    }

    /// A number below a bound; 0 if there is no choice.
    pub(super) fn choose(&mut self, bound: u32) -> u32 {
        let last = i64::from(bound.saturating_sub(1));
        u32::try_from(self.between(0, last)).unwrap_or(0)
    }

    /// A number of a range that is not empty.
    pub(super) fn between(&mut self, first: i64, last: i64) -> i64 {
        if first >= last {
            return first;
        }
        match &mut self.variety {
            Some(variety) => {
                let count = i128::from(last) - i128::from(first) + 1;
                let offset = i128::from(variety.next()) % count;
                i64::try_from(i128::from(first) + offset).unwrap_or(first)
            }
            None => self.bytes.int_in_range(first..=last).unwrap_or(first),
        }
    }

    /// The length of a collection: a few more than the least, or as many as that.
    pub(super) fn length(&mut self, min: Option<u64>, max: Option<u64>) -> Option<usize> {
        let min = min.unwrap_or(0);
        let room = max.unwrap_or(u64::MAX).checked_sub(min)?;
        let more = match () {
            () if self.is_minimal() => 0,
            () if self.variety.is_some() => 1,
            // Deep in a value, there are many lists already.
            () if self.depth > 2 => 2,
            () if self.choose(32) == 31 => 40,
            () => 4,
        };
        let more = self.choose(u32::try_from(room.min(more)).unwrap_or(0) + 1);
        usize::try_from(min.saturating_add(u64::from(more))).ok()
    }

    /// Draws values that must differ until there are as many as wanted, or enough of them and no
    /// other one was found. `accept` adds a value and returns how many there are.
    pub(super) fn distinct<T>(
        &mut self,
        (enough, wanted): (usize, usize),
        draw: impl Fn(&mut Self) -> Option<T>,
        mut accept: impl FnMut(T) -> usize,
    ) -> Option<()> {
        let before = self.variety;
        let mut count = 0;
        for attempt in 0..wanted.saturating_mul(16).saturating_add(64) {
            if count == wanted {
                break;
            }
            let Some(value) = draw(self) else { break };
            let now = accept(value);
            if now == count {
                if count >= enough {
                    break;
                }
                // Numbers that a variety further out has passed would come again.
                let seed = before.map_or(0, |mut variety| variety.next());
                let seed = seed.wrapping_add(attempt as u64);
                self.variety = Some(Variety::new(seed, self.depth));
            }
            count = now;
        }
        self.variety = before;
        (count >= enough).then_some(())
    }
}
