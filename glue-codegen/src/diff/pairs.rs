//! Pairs the things of the old model with those of the new one.

use std::collections::HashMap;

/// The names of a thing.
pub(super) struct Names {
    /// In the model.
    pub(super) model: String,
    /// In Rust.
    pub(super) rust: String,
}

/// A thing that is in both models, or in only one.
pub(super) enum Pair<T> {
    Both(T, T),
    Old(T),
    New(T),
}

/// Pairs of places.
pub(super) struct Pairs(Vec<Pair<usize>>);

/// Pairs things that have the same name in the model, then the remaining things that have the same
/// name in Rust, because users see no difference between these. The order is that of the new
/// things; removed things come last.
pub(super) fn pair(old: impl Iterator<Item = Names>, new: impl Iterator<Item = Names>) -> Pairs {
    let (old, new): (Vec<Names>, Vec<Names>) = (old.collect(), new.collect());
    let by_model = places(&old, |names| &names.model);
    let mut partners: Vec<Option<usize>> =
        new.iter().map(|names| by_model.get(names.model.as_str()).copied()).collect();
    let mut taken = vec![false; old.len()];
    mark(&partners, &mut taken);
    let by_rust = places(&old, |names| &names.rust);
    for (names, partner) in new.iter().zip(&mut partners) {
        if partner.is_none() {
            let same = by_rust.get(names.rust.as_str()).copied();
            *partner = same.filter(|place| taken.get(*place) == Some(&false));
        }
    }
    mark(&partners, &mut taken);
    let kept = partners.iter().enumerate().map(|(new, old)| match old {
        Some(old) => Pair::Both(*old, new),
        None => Pair::New(new),
    });
    let gone = taken.iter().enumerate().filter(|(_, taken)| !**taken);
    Pairs(kept.chain(gone.map(|(old, _)| Pair::Old(old))).collect())
}

fn places(names: &[Names], name: fn(&Names) -> &String) -> HashMap<&str, usize> {
    names.iter().enumerate().map(|(place, names)| (name(names).as_str(), place)).collect()
}

fn mark(partners: &[Option<usize>], taken: &mut [bool]) {
    for place in partners.iter().flatten() {
        if let Some(taken) = taken.get_mut(*place) {
            *taken = true;
        }
    }
}

impl Pairs {
    /// The things at the paired places.
    pub(super) fn select<'a, T>(
        &'a self,
        old: &'a [T],
        new: &'a [T],
    ) -> impl Iterator<Item = Pair<&'a T>> {
        self.0.iter().filter_map(|pair| match pair {
            Pair::Both(from, to) => Some(Pair::Both(old.get(*from)?, new.get(*to)?)),
            Pair::Old(from) => old.get(*from).map(Pair::Old),
            Pair::New(to) => new.get(*to).map(Pair::New),
        })
    }
}
