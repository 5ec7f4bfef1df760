//! Sets of threads: the places where a nondeterministic automaton can be.
//!
//! A thread is a state with obligations: what the rest of the text must, or must not, match because
//! of the look-aheads passed so far. Each obligation is a set of threads itself, so a look-ahead is
//! determinized together with the expression around it, and look-aheads can nest. A look-behind is
//! followed from the start of the text. Its result is again a set of threads because it may contain
//! look-aheads, and becomes an obligation where the look-behind is used.
//!
//! Sets and obligations are numbered, and are equal if and only if their numbers are.

use super::final_loop::FinalLoops;
use super::nfa::{ACCEPT, ALWAYS, HERE, Nfa, State, StateId};
use crate::budget::Budget;
use crate::map::Map;
use crate::program::Reason;
use crate::sorted::sorted;
use std::rc::Rc;

/// How many comparisons of numbers count as a unit of work.
const COMPARED: usize = 4;

/// The factor by which a thread with obligations is more work than one without.
const OBLIGED: usize = 8;

/// The work of moving a set of threads, in addition to its threads.
const STEP: usize = 4;

/// The work of storing a new set of threads, in addition to its threads.
const NEW: usize = 4;

/// The number of a set of threads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct SetId(u32);

impl SetId {
    /// The set without threads: nothing is accepted.
    pub(super) const NEVER: Self = Self(0);
    /// The set of a thread that accepts any rest.
    pub(super) const ALWAYS: Self = Self(1);
}

/// The number of a list of obligations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct ObligationsId(u32);

impl ObligationsId {
    const NONE: Self = Self(0);
}

/// A set of threads that the rest of the text must, or must not, match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Obligation {
    set: SetId,
    negative: bool,
}

/// A state in the automaton with its obligations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Thread {
    state: StateId,
    obligations: ObligationsId,
}

/// The facts about the current place in the text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Place {
    /// Whether the place is the start.
    pub(super) at_start: bool,
    /// For each look-behind, what the rest of the text must match so that it holds.
    pub(super) behinds: Vec<SetId>,
}

/// The number of a place. Places with the same number have the same facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct PlaceId(usize);

/// Values and their numbers.
struct Numbered<T> {
    values: Vec<Rc<[T]>>,
    numbers: Map<Rc<[T]>, u32>,
}

impl<T: Clone + Eq + std::hash::Hash> Numbered<T> {
    fn new() -> Self {
        Self { values: Vec::new(), numbers: Map::default() }
    }

    fn number(&mut self, value: &[T]) -> u32 {
        if let Some(&number) = self.numbers.get(value) {
            return number;
        }
        let number = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        let value: Rc<[T]> = value.into();
        self.values.push(Rc::clone(&value));
        self.numbers.insert(value, number);
        number
    }

    fn get(&self, number: u32) -> Rc<[T]> {
        Rc::clone(&self.values[number as usize])
    }
}

/// Moves threads through an automaton.
pub(super) struct Engine<'a> {
    nfa: &'a Nfa,
    sets: Numbered<Thread>,
    obligations: Numbered<Obligation>,
    final_loops: FinalLoops,
    places: Map<Place, PlaceId>,
    /// The steps computed so far.
    steps: Map<(PlaceId, SetId, u16), SetId>,
    /// The closures computed so far, because many characters lead to the same threads.
    closures: Map<(PlaceId, Vec<Thread>), SetId>,
    /// For each set, whether it accepts, if known.
    accepting: Map<SetId, bool>,
    budget: &'a mut Budget,
    /// For each state, the last closure that reached it without obligations.
    visited: Vec<u64>,
    /// The number of closures so far.
    closure: u64,
}

impl<'a> Engine<'a> {
    /// An engine that uses a budget.
    pub(super) fn new(nfa: &'a Nfa, budget: &'a mut Budget) -> Result<Self, Reason> {
        let mut engine = Self {
            nfa,
            sets: Numbered::new(),
            obligations: Numbered::new(),
            final_loops: FinalLoops::new(nfa, budget)?,
            places: Map::default(),
            steps: Map::default(),
            closures: Map::default(),
            accepting: Map::default(),
            budget,
            visited: vec![0; nfa.states.len()],
            closure: 0,
        };
        engine.obligations.number(&[]);
        engine.sets.number(&[]);
        engine.sets.number(&[Thread { state: ALWAYS, obligations: ObligationsId::NONE }]);
        Ok(engine)
    }

    /// Takes work from the budget.
    pub(super) fn charge(&mut self, work: usize) -> Result<(), Reason> {
        self.budget.charge(work)
    }

    /// The threads that start at a state.
    pub(super) fn start(&mut self, state: StateId, place: &Place) -> Result<SetId, Reason> {
        let thread = Thread { state, obligations: ObligationsId::NONE };
        self.closure(vec![thread], place)
    }

    /// The threads of a set after a character of a class, at a place. Another thread may start
    /// there.
    pub(super) fn step(
        &mut self,
        set: SetId,
        class: u16,
        place: &Place,
        starting: Option<StateId>,
    ) -> Result<SetId, Reason> {
        if starting.is_none() && matches!(set, SetId::NEVER | SetId::ALWAYS) {
            return Ok(set);
        }
        let threads = self.sets.get(set.0);
        self.budget.charge(STEP + 2 * threads.len())?;
        let mut moved: Vec<Thread> = Vec::new();
        for thread in threads.iter() {
            let next = match self.nfa.states[thread.state as usize] {
                State::Take { set, next } if self.nfa.sets[set as usize][usize::from(class)] => {
                    next
                }
                State::Always => ALWAYS,
                _ => continue,
            };
            if let Some(obligations) = self.step_obligations(thread.obligations, class, place)? {
                moved.push(Thread { state: next, obligations });
            }
        }
        moved.extend(starting.map(|state| Thread { state, obligations: ObligationsId::NONE }));
        let key = (self.place(place)?, moved);
        if let Some(&set) = self.closures.get(&key) {
            return Ok(set);
        }
        self.budget.charge(NEW + key.1.len())?;
        let set = self.closure(key.1.clone(), place)?;
        self.closures.insert(key, set);
        Ok(set)
    }

    fn place(&mut self, place: &Place) -> Result<PlaceId, Reason> {
        if place.behinds.is_empty() {
            return Ok(PlaceId(usize::from(place.at_start)));
        }
        self.budget.charge(place.behinds.len() / COMPARED)?;
        if let Some(&number) = self.places.get(place) {
            return Ok(number);
        }
        let number = PlaceId(2 + self.places.len());
        self.places.insert(place.clone(), number);
        Ok(number)
    }

    /// What the rest of the text must match so that a look-behind holds, given its threads.
    pub(super) fn behind(&mut self, set: SetId) -> Result<SetId, Reason> {
        let threads = self.sets.get(set.0);
        let found = threads.iter().filter(|thread| thread.state == HERE);
        let found = found.map(|thread| Thread { state: ALWAYS, obligations: thread.obligations });
        self.number(found.collect())
    }

    /// The threads of a look-behind that can continue.
    pub(super) fn going_on(&mut self, set: SetId) -> Result<SetId, Reason> {
        let threads = self.sets.get(set.0);
        self.number(threads.iter().copied().filter(|thread| thread.state != HERE).collect())
    }

    /// Whether a set accepts at the end of the text.
    pub(super) fn accepts(&mut self, set: SetId) -> Result<bool, Reason> {
        if let Some(&known) = self.accepting.get(&set) {
            return Ok(known);
        }
        let threads = self.sets.get(set.0);
        self.budget.charge(1 + threads.len() / COMPARED)?;
        let mut accepts = false;
        for thread in threads.iter().filter(|thread| matches!(thread.state, ACCEPT | ALWAYS)) {
            let mut all_hold = true;
            for obligation in self.obligations.get(thread.obligations.0).iter() {
                all_hold &= self.accepts(obligation.set)? != obligation.negative;
            }
            accepts |= all_hold;
        }
        self.accepting.insert(set, accepts);
        Ok(accepts)
    }

    /// Follows all transitions that take no character.
    fn closure(&mut self, mut pending: Vec<Thread>, place: &Place) -> Result<SetId, Reason> {
        self.closure += 1;
        let closure = self.closure;
        let mut visited_with_obligations: Map<Thread, ()> = Map::default();
        let mut found: Vec<Thread> = Vec::new();
        while let Some(thread) = pending.pop() {
            self.budget.charge(1)?;
            let fresh = if thread.obligations == ObligationsId::NONE {
                let visited = &mut self.visited[thread.state as usize];
                std::mem::replace(visited, closure) != closure
            } else {
                self.budget.charge(OBLIGED)?;
                visited_with_obligations.insert(thread, ()).is_none()
            };
            if !fresh {
                continue;
            }
            let (obligation, next) = match &self.nfa.states[thread.state as usize] {
                State::Take { .. } | State::Here | State::Always | State::Accept => {
                    found.push(thread);
                    continue;
                }
                State::Split(branches) => {
                    pending.extend(branches.iter().map(|&state| Thread { state, ..thread }));
                    continue;
                }
                State::Start { next } => {
                    let set = if place.at_start { SetId::ALWAYS } else { SetId::NEVER };
                    (Obligation { set, negative: false }, *next)
                }
                State::Behind { negative, index, next } => {
                    let set = place.behinds[*index];
                    (Obligation { set, negative: *negative }, *next)
                }
                State::Ahead { negative, body, next } => {
                    let set = self.start(*body, place)?;
                    (Obligation { set, negative: *negative }, *next)
                }
            };
            if let Some(obligations) = self.oblige(thread.obligations, obligation)? {
                pending.push(Thread { state: next, obligations });
            }
        }
        self.number(found)
    }

    /// Adds an obligation; `None` if it cannot be met.
    fn oblige(
        &mut self,
        list: ObligationsId,
        obligation: Obligation,
    ) -> Result<Option<ObligationsId>, Reason> {
        match (obligation.set, obligation.negative) {
            (SetId::ALWAYS, false) | (SetId::NEVER, true) => return Ok(Some(list)),
            (SetId::ALWAYS, true) | (SetId::NEVER, false) => return Ok(None),
            _ => {}
        }
        let mut merged = self.obligations.get(list.0).to_vec();
        self.budget.charge(1 + merged.len() / COMPARED)?;
        for obligation in self.unfolded(obligation) {
            let opposite = Obligation { negative: !obligation.negative, ..obligation };
            if merged.contains(&opposite) {
                return Ok(None);
            }
            if let Err(index) = merged.binary_search(&obligation) {
                merged.insert(index, obligation);
            }
        }
        Ok(Some(ObligationsId(self.obligations.number(&merged))))
    }

    /// The same obligation, without an enclosing set that only consists of obligations.
    fn unfolded(&self, obligation: Obligation) -> Vec<Obligation> {
        if let [thread] = *self.sets.get(obligation.set.0)
            && thread.state == ALWAYS
        {
            let inner = self.obligations.get(thread.obligations.0);
            if !obligation.negative {
                return inner.to_vec();
            }
            if let [only] = *inner {
                return vec![Obligation { negative: !only.negative, ..only }];
            }
        }
        vec![obligation]
    }

    fn step_obligations(
        &mut self,
        list: ObligationsId,
        class: u16,
        place: &Place,
    ) -> Result<Option<ObligationsId>, Reason> {
        let mut stepped = ObligationsId::NONE;
        if list == stepped {
            return Ok(Some(stepped));
        }
        let number = self.place(place)?;
        for &obligation in self.obligations.get(list.0).iter() {
            self.budget.charge(OBLIGED)?;
            let key = (number, obligation.set, class);
            let set = match self.steps.get(&key) {
                Some(&set) => set,
                None => {
                    let set = self.step(obligation.set, class, place, None)?;
                    self.steps.insert(key, set);
                    set
                }
            };
            match self.oblige(stepped, Obligation { set, ..obligation })? {
                Some(list) => stepped = list,
                None => return Ok(None),
            }
        }
        Ok(Some(stepped))
    }

    /// The number of a set of threads, without those that others make superfluous.
    fn number(&mut self, threads: Vec<Thread>) -> Result<SetId, Reason> {
        let mut threads = sorted(threads);
        threads.dedup();
        let always = Thread { state: ALWAYS, obligations: ObligationsId::NONE };
        if threads.first() == Some(&always) {
            return Ok(SetId::ALWAYS);
        }
        self.drop_within_final_loop(&mut threads)?;
        self.drop_more_obliged(&mut threads)?;
        self.drop_later_copies(&mut threads);
        Ok(SetId(self.sets.number(&threads)))
    }

    /// Drops threads that a loop at the end of the pattern makes superfluous.
    fn drop_within_final_loop(&mut self, threads: &mut Vec<Thread>) -> Result<(), Reason> {
        let free = |thread: &Thread| thread.obligations == ObligationsId::NONE;
        let accepts = |thread: &Thread| free(thread) && thread.state == ACCEPT;
        if !self.final_loops.any() || !threads.iter().any(accepts) {
            return Ok(());
        }
        let loops = threads.iter().filter(|thread| free(thread));
        let loops: Vec<(StateId, u32)> = loops
            .filter_map(|thread| Some((thread.state, self.final_loops.set(thread.state)?)))
            .collect();
        let words = self.nfa.alphabet.len / 64 + 1;
        let compared = loops.len().saturating_mul(threads.len()).saturating_mul(words);
        self.budget.charge(compared / COMPARED)?;
        for (state, set) in loops {
            // If two loops make each other superfluous, one has to stay.
            if !threads.iter().any(|thread| free(thread) && thread.state == state) {
                continue;
            }
            threads.retain(|thread| {
                free(thread) && (thread.state == state || accepts(thread))
                    || !self.final_loops.stays_within(thread.state, set)
            });
        }
        Ok(())
    }

    /// Drops threads that only differ from another thread of the set by having more obligations.
    fn drop_more_obliged(&mut self, threads: &mut Vec<Thread>) -> Result<(), Reason> {
        if threads.iter().all(|thread| thread.obligations == ObligationsId::NONE) {
            return Ok(());
        }
        let lists: Vec<_> =
            threads.iter().map(|thread| self.obligations.get(thread.obligations.0)).collect();
        let mut keep = Vec::with_capacity(threads.len());
        for (index, list) in lists.iter().enumerate() {
            let same_state = |other: &usize| threads[*other].state == threads[index].state;
            let before = (0..index).rev().take_while(same_state);
            let after = (index + 1..threads.len()).take_while(same_state);
            let mut compared = 0;
            let superfluous = before.chain(after).any(|other| {
                compared += 1;
                lists[other].len() < list.len()
                    && lists[other].iter().all(|obligation| {
                        compared += list.len();
                        list.contains(obligation)
                    })
            });
            self.budget.charge(compared / COMPARED)?;
            keep.push(!superfluous);
        }
        let mut keep = keep.into_iter();
        threads.retain(|_| keep.next().unwrap_or(true));
        Ok(())
    }

    /// Keeps the thread with the most repetitions left among copies of one state.
    fn drop_later_copies(&self, threads: &mut Vec<Thread>) {
        let copy = |thread: &Thread| self.nfa.copies[thread.state as usize];
        if threads.iter().filter(|thread| copy(thread).is_some()).count() < 2 {
            return;
        }
        // The least rank of each kind. A linear search is as fast as a map because kinds are few.
        let mut least: Vec<(u32, ObligationsId, u32)> = Vec::new();
        for thread in threads.iter() {
            let Some(copy) = copy(thread) else { continue };
            let of_kind =
                least.iter_mut().find(|kind| (kind.0, kind.1) == (copy.family, thread.obligations));
            match of_kind {
                Some(kind) => kind.2 = kind.2.min(copy.rank),
                None => least.push((copy.family, thread.obligations, copy.rank)),
            }
        }
        threads.retain(|thread| {
            copy(thread)
                .is_none_or(|copy| least.contains(&(copy.family, thread.obligations, copy.rank)))
        });
    }
}
