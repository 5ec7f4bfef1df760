//! The hash table of a type's names, in which names that differ only in ASCII case have one place.

use super::names::{Names, name};

/// What a free slot gives: no name has this index.
pub(super) const FREE: usize = FREE_SLOT as usize;

const FREE_SLOT: u16 = u16::MAX;

const LONGEST: usize = 1 << 16;

/// A hash table with open addressing: each name is in the slot that it hashes to, or in the next
/// free one.
pub(super) struct Slots {
    slots: &'static [u16],
    /// Leaves as many of a hash's 32 bits as the table has.
    shift: u32,
}

impl Slots {
    /// How many names a table takes at most; later ones have no slot.
    pub(super) const CAPACITY: usize = LONGEST / 4;

    /// Makes the table; called by the compiler. A quarter of it is used at most, so that a key that
    /// no member has costs little.
    pub(super) const fn new<T: Names>() -> Self {
        let slots: &'static [u16] = match T::COUNT {
            0..=16 => fixed::<T, 64>(),
            17..=64 => fixed::<T, 256>(),
            65..=256 => fixed::<T, 1024>(),
            257..=1024 => fixed::<T, 4096>(),
            _ => fixed::<T, LONGEST>(),
        };
        Self { slots, shift: u32::BITS - slots.len().trailing_zeros() }
    }

    /// The slot from which to search for a name.
    #[inline]
    pub(super) fn first(&self, name: &[u8]) -> usize {
        (hash(name) >> self.shift) as usize
    }

    /// The index of the name in a slot, or [`FREE`]. Slots begin again after the last one.
    #[inline]
    pub(super) fn entry(&self, slot: usize) -> usize {
        // The length is a power of two.
        let slot = slot & self.slots.len().wrapping_sub(1);
        usize::from(self.slots.get(slot).copied().unwrap_or(FREE_SLOT))
    }
}

/// The table of one type at a length; the constant makes it static.
const fn fixed<T: Names, const LENGTH: usize>() -> &'static [u16] {
    const { &fill::<T, LENGTH>() }
}

const fn fill<T: Names, const LENGTH: usize>() -> [u16; LENGTH] {
    let mut slots = [FREE_SLOT; LENGTH];
    let shift = u32::BITS - LENGTH.trailing_zeros();
    let mut index = 0;
    while index < T::COUNT && index < LENGTH / 4 {
        let mut slot = (hash(name::<T>(index).as_bytes()) >> shift) as usize;
        while slots[slot] != FREE_SLOT {
            slot = (slot + 1) % LENGTH;
        }
        slots[slot] = index as u16;
        index += 1;
    }
    slots
}

/// Mixes what tells members' names apart best: the length, the first, middle and last byte. The bit
/// in which the cases of an ASCII letter differ is set.
#[inline]
const fn hash(name: &[u8]) -> u32 {
    const CASE: u32 = 0x0020_2020;
    let [first, .., last] = name else { return 0 };
    let middle = name[name.len() / 2];
    let mixed = u32::from_le_bytes([*first, middle, *last, name.len() as u8]) | CASE;
    mixed.wrapping_mul(0x9E37_79B1)
}
