//! From an expression to a nondeterministic automaton, after Thompson. Every part is built after
//! the part that follows it, so that it can refer to it.

use super::alphabet::Alphabet;
use super::nfa::{ACCEPT, ALWAYS, Copy, HERE, Nfa, State, StateId};
use crate::budget::Budget;
use crate::class_set::ClassSet;
use crate::expression::{Expression, Look, LookDirection};
use crate::map::Map;
use crate::program::Reason;

/// How many memberships count as much work as one state.
const COMPARED: usize = 8;

/// The automaton that accepts the texts an expression matches from end to end.
pub(super) fn build(expression: &Expression, budget: &mut Budget) -> Result<Nfa, Reason> {
    // In the order of `ALWAYS`, `ACCEPT` and `HERE`.
    let mut builder = Builder {
        budget,
        states: vec![State::Always, State::Accept, State::Here],
        copies: vec![None; 3],
        families: 0,
        sets: Vec::new(),
        set_numbers: Map::default(),
        behinds: Vec::new(),
        behind_bodies: Vec::new(),
    };
    let start = builder.expression(expression, ACCEPT)?;
    let alphabet = Alphabet::new(&builder.sets, builder.budget)?;
    builder.budget.charge(builder.sets.len().saturating_mul(alphabet.len) / COMPARED)?;
    let members = |set: &ClassSet| {
        let mut members = vec![false; alphabet.len];
        for class in alphabet.classes_of(set) {
            members[usize::from(class)] = true;
        }
        members
    };
    let sets = builder.sets.iter().map(members).collect();
    Ok(Nfa {
        alphabet,
        states: builder.states,
        copies: builder.copies,
        sets,
        behinds: builder.behinds,
        start,
    })
}

struct Builder<'a> {
    budget: &'a mut Budget,
    states: Vec<State>,
    copies: Vec<Option<Copy>>,
    families: u32,
    sets: Vec<ClassSet>,
    set_numbers: Map<ClassSet, u32>,
    behinds: Vec<StateId>,
    behind_bodies: Vec<Expression>,
}

impl Builder<'_> {
    fn push(&mut self, state: State) -> Result<StateId, Reason> {
        self.budget.charge(1)?;
        if self.states.len() >= self.budget.states {
            return Err(Reason::States);
        }
        let id = StateId::try_from(self.states.len()).map_err(|_| Reason::States)?;
        self.states.push(state);
        self.copies.push(None);
        Ok(id)
    }

    fn set(&mut self, set: &ClassSet) -> Result<u32, Reason> {
        if let Some(&number) = self.set_numbers.get(set) {
            return Ok(number);
        }
        self.budget.charge_ranges(set.ranges().len())?;
        let number = u32::try_from(self.sets.len()).map_err(|_| Reason::States)?;
        self.sets.push(set.clone());
        self.set_numbers.insert(set.clone(), number);
        Ok(number)
    }

    /// The state from which `expression` is matched, followed by the state `next`.
    fn expression(&mut self, expression: &Expression, next: StateId) -> Result<StateId, Reason> {
        match expression {
            Expression::Empty => Ok(next),
            Expression::Class(set) => {
                let set = self.set(set)?;
                self.push(State::Take { set, next })
            }
            Expression::Concat(parts) => {
                parts.iter().rev().try_fold(next, |next, part| self.expression(part, next))
            }
            Expression::Alternate(branches) => {
                let branches = branches
                    .iter()
                    .map(|branch| self.expression(branch, next))
                    .collect::<Result<_, _>>()?;
                self.push(State::Split(branches))
            }
            Expression::Repeat(body, min, max) => self.repeat(body, *min, *max, next),
            Expression::Look(look) => self.look(look, next),
            Expression::Start => self.push(State::Start { next }),
            Expression::End => self.end(next),
        }
    }

    fn repeat(
        &mut self,
        body: &Expression,
        min: u32,
        max: Option<u32>,
        next: StateId,
    ) -> Result<StateId, Reason> {
        let anything = matches!(body, Expression::Class(set) if set.is_any());
        let (mut entry, mandatory) = match max {
            Some(max) => {
                let optional = max.saturating_sub(min);
                (self.optional_copies(body, optional, next)?, min)
            }
            None if anything && matches!(next, ACCEPT | ALWAYS) => (ALWAYS, min),
            None => {
                let hub = self.push(State::Split(Vec::new()))?;
                let first = self.expression(body, hub)?;
                self.states[hub as usize] = State::Split(vec![first, next]);
                // The loop itself is one of the required rounds.
                let entry = if min == 0 { hub } else { first };
                (entry, min.saturating_sub(1))
            }
        };
        for _ in 0..mandatory {
            entry = self.expression(body, entry)?;
        }
        Ok(entry)
    }

    /// Up to `count` copies, each of which may be the last.
    fn optional_copies(
        &mut self,
        body: &Expression,
        count: u32,
        next: StateId,
    ) -> Result<StateId, Reason> {
        let mut entry = next;
        let mut first_copy: Option<(usize, u32)> = None;
        for rank in (0..count).rev() {
            let start = self.states.len();
            let first = self.expression(body, entry)?;
            entry = self.push(State::Split(vec![first, next]))?;
            let length = self.states.len() - start;
            let (size, family) = *first_copy.get_or_insert((length, self.families));
            // The states of copies only correspond if the copies have the same size.
            if size == length {
                for (copy, family) in self.copies[start..].iter_mut().zip(family..) {
                    copy.get_or_insert(Copy { family, rank });
                    self.families = self.families.max(family + 1);
                }
            }
        }
        Ok(entry)
    }

    fn look(&mut self, look: &Look, next: StateId) -> Result<StateId, Reason> {
        let negative = look.negative;
        match look.direction {
            LookDirection::Ahead => {
                let body = self.expression(&look.body, ALWAYS)?;
                self.push(State::Ahead { negative, body, next })
            }
            LookDirection::Behind => {
                let index = self.behind(&look.body)?;
                self.push(State::Behind { negative, index, next })
            }
        }
    }

    /// The number of a look-behind. Its inner look-behinds come first.
    fn behind(&mut self, body: &Expression) -> Result<usize, Reason> {
        self.budget.charge(self.behind_bodies.len())?;
        if let Some(index) = self.behind_bodies.iter().position(|known| known == body) {
            return Ok(index);
        }
        let start = self.expression(body, HERE)?;
        let index = self.behinds.len();
        self.behinds.push(start);
        self.behind_bodies.push(body.clone());
        Ok(index)
    }

    /// At the end of the text, no character follows.
    fn end(&mut self, next: StateId) -> Result<StateId, Reason> {
        if next == ACCEPT {
            return Ok(next);
        }
        let any = Expression::Class(ClassSet::any());
        self.look(
            &Look { direction: LookDirection::Ahead, negative: true, body: Box::new(any) },
            next,
        )
    }
}
