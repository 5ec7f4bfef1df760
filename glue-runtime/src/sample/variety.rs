//! Numbers that differ even if the bytes are used up.

/// A generator of pseudo-random numbers, for entries that must differ: bytes that are used up
/// choose the same value every time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Variety {
    state: u64,
    /// The depth of the values that differ.
    pub(super) depth: usize,
}

impl Variety {
    pub(super) fn new(seed: u64, depth: usize) -> Self {
        Self { state: seed, depth }
    }

    /// The next number: SplitMix64 of Steele, Lea and Flood.
    pub(super) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}
