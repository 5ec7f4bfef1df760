//! Random choices: the same for a seed on every machine, and in every release.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

/// The stream of the generator, of which each seed takes a part.
const STREAM: u64 = 0x0A02_BDBF_7BB3_C0A7;

/// A source of random choices: PCG32, of which nothing but its numbers of 32 bits is used.
pub(super) struct Random(Pcg32);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(Pcg32::new(seed, STREAM))
    }

    /// A number of 32 bits.
    pub(super) fn bits(&mut self) -> u32 {
        self.0.next_u32()
    }

    /// A number of 32 bits below a limit.
    pub(super) fn below_bits(&mut self, limit: u32) -> u32 {
        u32::try_from(self.below(limit.into())).unwrap_or_default()
    }

    /// A number below a limit; zero if that is zero.
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        let wide = u64::from(self.bits()) << 32 | u64::from(self.bits());
        // What is left out of the products is too little to matter here.
        u64::try_from((u128::from(wide) * u128::from(limit)) >> 64).unwrap_or_default()
    }

    /// A number between bounds, inclusive; the lower one if they are in the wrong order.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = high.abs_diff(low).saturating_add(1);
        let step = if low < high { self.below(span) } else { 0 };
        low.saturating_add_unsigned(step)
    }

    /// Yes, once in so many times.
    pub(super) fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    /// One of these, if there are any.
    pub(super) fn pick<'t, T>(&mut self, all: &'t [T]) -> Option<&'t T> {
        all.get(self.index(all.len()))
    }

    /// Puts these in another order.
    pub(super) fn shuffle<T>(&mut self, all: &mut [T]) {
        for place in (1..all.len()).rev() {
            all.swap(place, self.index(place + 1));
        }
    }

    /// A place among so many.
    pub(super) fn index(&mut self, count: usize) -> usize {
        usize::try_from(self.below(count as u64)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn a_seed_gives_the_same_choices_for_good() {
        let mut random = Random::new(0);
        let choices: Vec<u64> = (0..8).map(|_| random.below(1_000)).collect();
        assert_eq!(choices, [906, 539, 801, 99, 819, 931, 889, 895]);
    }

    #[test]
    fn choices_keep_to_their_bounds() {
        let mut random = Random::new(7);
        for _ in 0..1_000 {
            assert!(random.below(3) < 3);
            assert!((-2..=2).contains(&random.between(-2, 2)));
        }
        assert_eq!(random.between(5, 5), 5);
        assert_eq!(random.between(5, 1), 5);
        assert!(random.between(i64::MIN, i64::MAX) != random.between(i64::MIN, i64::MAX));
        assert_eq!(random.pick::<u8>(&[]), None);
    }
}
