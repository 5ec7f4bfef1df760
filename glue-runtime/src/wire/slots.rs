//! The hash table of a type's names, in which names that differ only in ASCII case have one place.

use super::names::{Names, name};

/// The index in a free slot, which no name has.
pub(super) const FREE: usize = FREE_SLOT as usize;

const FREE_SLOT: u16 = u16::MAX;

const LONGEST: usize = 1 << 16;

/// A hash table with open addressing: each name is in the slot that it hashes to, or in the next
/// free one.
pub(super) struct Slots {
    slots: &'static [u16],
    /// Leaves as many of a hash's 64 bits as the table has.
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
        Self { slots, shift: u64::BITS - slots.len().trailing_zeros() }
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
    let shift = u64::BITS - LENGTH.trailing_zeros();
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

/// Mixes the length, the beginning, the middle and the end. For a key of up to 24 bytes, that is
/// the whole key. Whole bytes are moved, so that the bit in which the cases of an ASCII letter
/// differ can be set in all of them at once.
#[inline]
const fn hash(name: &[u8]) -> u64 {
    const CASE: u64 = 0x2020_2020_2020_2020;
    const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;
    let parts = match (name.first_chunk(), name.last_chunk()) {
        (Some(start), Some(end)) => {
            let (_, second) = name.split_at(name.len() / 2 - 4);
            let middle = match second.first_chunk() {
                Some(middle) => u64::from_le_bytes(*middle),
                None => 0,
            };
            let (start, end) = (u64::from_le_bytes(*start), u64::from_le_bytes(*end));
            start ^ middle.rotate_left(24) ^ end.rotate_left(40)
        }
        _ => short(name),
    };
    ((parts | CASE) ^ name.len() as u64).wrapping_mul(MULTIPLIER)
}

/// The bytes of a key that has fewer than eight.
#[inline]
const fn short(name: &[u8]) -> u64 {
    if let (Some(start), Some(end)) = (name.first_chunk(), name.last_chunk()) {
        return u32::from_le_bytes(*start) as u64 | (u32::from_le_bytes(*end) as u64) << 32;
    }
    match name {
        [] => 0,
        [first, ..] => {
            u32::from_le_bytes([*first, name[name.len() / 2], name[name.len() - 1], 0]) as u64
        }
    }
}
