//! Subset construction.

use super::graph::{DEAD, Graph, StateId};
use super::nfa::Nfa;
use super::threads::{Engine, Place, SetId};
use crate::budget::Budget;
use crate::map::Map;
use crate::program::Reason;

/// How much work it is to store something new.
const NEW: usize = 4;

/// The threads of the pattern, then those of each look-behind.
type Configuration = Vec<SetId>;

/// Builds the deterministic automaton for a nondeterministic one.
pub(super) fn determinize(nfa: &Nfa, budget: &mut Budget) -> Result<Graph, Reason> {
    let mut exploration = Exploration {
        nfa,
        limit: budget.states,
        engine: Engine::new(nfa, budget)?,
        numbers: Map::default(),
        configurations: Vec::new(),
        accepting: Vec::new(),
    };
    let dead = exploration.number(vec![SetId::NEVER])?;
    debug_assert_eq!(dead, DEAD);
    let initial = exploration.initial()?;
    let start = exploration.number(initial)?;
    let width = u16::try_from(nfa.alphabet.len).map_err(|_| Reason::Classes)?;
    let mut next = Vec::new();
    let mut state = 0;
    while let Some(configuration) = exploration.configurations.get(state).cloned() {
        for class in 0..width {
            let target = exploration.successor(&configuration, class)?;
            next.push(exploration.number(target)?);
        }
        state += 1;
    }
    Ok(Graph { alphabet: nfa.alphabet.clone(), start, accepting: exploration.accepting, next })
}

struct Exploration<'a> {
    nfa: &'a Nfa,
    engine: Engine<'a>,
    limit: usize,
    numbers: Map<Configuration, StateId>,
    configurations: Vec<Configuration>,
    accepting: Vec<bool>,
}

impl Exploration<'_> {
    fn number(&mut self, mut configuration: Configuration) -> Result<StateId, Reason> {
        // Look-behinds no longer matter once the outcome is known.
        if matches!(configuration[0], SetId::NEVER | SetId::ALWAYS) {
            configuration.truncate(1);
        }
        if let Some(&number) = self.numbers.get(&configuration) {
            return Ok(number);
        }
        if self.configurations.len() >= self.limit {
            return Err(Reason::States);
        }
        self.engine.charge(NEW + configuration.len())?;
        let number = StateId::try_from(self.configurations.len()).map_err(|_| Reason::States)?;
        self.accepting.push(self.engine.accepts(configuration[0])?);
        self.configurations.push(configuration.clone());
        self.numbers.insert(configuration, number);
        Ok(number)
    }

    /// The configuration before the first character.
    fn initial(&mut self) -> Result<Configuration, Reason> {
        let mut place = Place { at_start: true, behinds: Vec::new() };
        let mut behinds = Vec::new();
        for &start in &self.nfa.behinds {
            let set = self.engine.start(start, &place)?;
            place.behinds.push(self.engine.behind(set)?);
            behinds.push(self.engine.going_on(set)?);
        }
        let mut configuration = vec![self.engine.start(self.nfa.start, &place)?];
        configuration.append(&mut behinds);
        Ok(configuration)
    }

    /// The configuration after a character of a class.
    fn successor(&mut self, before: &[SetId], class: u16) -> Result<Configuration, Reason> {
        let mut place = Place { at_start: false, behinds: Vec::new() };
        let mut behinds = Vec::new();
        for (&set, &start) in before[1..].iter().zip(&self.nfa.behinds) {
            let set = self.engine.step(set, class, &place, Some(start))?;
            place.behinds.push(self.engine.behind(set)?);
            behinds.push(self.engine.going_on(set)?);
        }
        let mut configuration = vec![self.engine.step(before[0], class, &place, None)?];
        configuration.append(&mut behinds);
        Ok(configuration)
    }
}
