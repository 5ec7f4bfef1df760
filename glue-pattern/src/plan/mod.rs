//! Which program suits an expression best.
//!
//! A sequence of runs needs no table. For the rest there is an automaton, and if that is large, the
//! expression is taken apart: into conditions that all must hold, into runs and what is between
//! them, into a bound on the length and an expression without it, or into branches. The smaller
//! outcome wins.

mod literals;
mod parts;
mod runs;
mod simplify;
mod steps;

use crate::automaton::graph::{DEAD, Graph};
use crate::automaton::{Budget, automaton, encode};
use crate::expression::Expression;
use crate::limits::Limits;
use crate::program::{Program, Reason, Step};
use parts::Condition;
use runs::Framed;

/// An automaton of so many bytes is small enough not to look for anything better.
const SMALL: usize = 1024;

/// An automaton of so many bytes is so large that a program which tries several places in a text
/// is better.
const LARGE: usize = 8 * 1024;

/// How often an expression may be taken apart, one part within the other.
const MOST_CUTS: usize = 6;

/// How many ways to part an expression are tried.
const MOST_WAYS: usize = 4;

/// The program of the texts that match an expression from end to end.
pub(crate) fn plan(expression: &Expression, limits: &Limits) -> Program {
    let mut planner = Planner { limits, work: limits.work };
    match planner.plan(expression, MOST_CUTS) {
        Ok(program) if planner.fits(&program) => program,
        Ok(_) => Program::Unchecked(Reason::TableBytes),
        Err(reason) => Program::Unchecked(reason),
    }
}

struct Planner<'a> {
    limits: &'a Limits,
    /// How many steps of work are left, for all automata together.
    work: u64,
}

impl Planner<'_> {
    fn plan(&mut self, expression: &Expression, cuts: usize) -> Result<Program, Reason> {
        let framed = runs::framed(expression);
        if let Some(direct) = simplify::direct(&framed) {
            return Ok(direct);
        }
        if let Some(steps) = steps::steps(expression) {
            return Ok(self.better_than_steps(expression, &steps).unwrap_or(Program::Steps(steps)));
        }
        // Most automata are small. One that is not gives up soon here, and is tried again only if
        // nothing else works.
        let whole = self.automaton(expression, self.limits.states / 8, self.limits.work / 32);
        let is_within =
            |bytes: usize| whole.as_ref().is_ok_and(|whole| whole.table_bytes() <= bytes);
        if cuts == 0 || is_within(SMALL) {
            return whole;
        }
        let parts = self.take_apart(expression, framed, !is_within(LARGE), cuts - 1);
        let parts = parts.filter(|parts| self.fits(parts));
        match (whole, parts) {
            (Ok(whole), Some(parts)) if parts.table_bytes() < whole.table_bytes() => Ok(parts),
            (Ok(whole), _) => Ok(whole),
            (Err(_), Some(parts)) => Ok(parts),
            (Err(_), None) => self.automaton(expression, self.limits.states, self.work),
        }
    }

    /// A list of the texts, if they are few and short, or a small automaton where steps would take
    /// hardly more than a character each.
    fn better_than_steps(&mut self, expression: &Expression, steps: &[Step]) -> Option<Program> {
        let is_short =
            expression.most_length().is_some_and(|length| length <= literals::MOST_BYTES as u64);
        let is_slow = !steps::take_long_runs(steps);
        if !is_short && !is_slow {
            return None;
        }
        let graph = self.modest_graph(expression)?;
        if let Some(literals) = literals::literals(&graph) {
            return Some(Program::Literals(literals));
        }
        let automaton = encode(&graph).ok().filter(|dfa| dfa.table_bytes() <= 2 * SMALL)?;
        is_slow.then_some(Program::Dfa(automaton))
    }

    fn fits(&self, program: &Program) -> bool {
        program.table_bytes() <= self.limits.table_bytes
    }

    /// The program of the first way to take an expression apart, if there is one: perhaps even one
    /// that tries several places in a text.
    fn take_apart(
        &mut self,
        expression: &Expression,
        framed: Framed,
        at_any_price: bool,
        cuts: usize,
    ) -> Option<Program> {
        if let Some(conditions) = parts::conditions(expression) {
            return self.all(&conditions, cuts).ok();
        }
        if !(framed.before.is_empty() && framed.after.is_empty()) {
            let inner = self.plan(&framed.inner, cuts).ok()?;
            return Some(simplify::between(framed, inner));
        }
        if let Some(conditions) = parts::without_length(expression) {
            return self.all(&conditions, cuts).ok();
        }
        if let Some(program) = self.then(expression, cuts, Graph::is_prefix_free) {
            return Some(program);
        }
        if let Some(program) = self.times(expression) {
            return Some(program);
        }
        if at_any_price && let Some(program) = self.then(expression, cuts, |_| true) {
            return Some(program);
        }
        let branches = parts::branches(expression)?;
        let programs = branches.iter().map(|branch| self.plan(branch, cuts));
        Some(simplify::any(programs.collect::<Result<_, _>>().ok()?))
    }

    /// An automaton for the first part of an expression, if it is of a certain kind, and a program
    /// for the rest.
    fn then(
        &mut self,
        expression: &Expression,
        cuts: usize,
        is_wanted: fn(&Graph) -> bool,
    ) -> Option<Program> {
        let ways = parts::heads_and_tails(expression);
        ways.iter().take(MOST_WAYS).find_map(|(head, tail)| {
            let head = self.modest_graph(head).filter(is_wanted)?;
            let program = Program::Then {
                head: encode(&head).ok()?,
                tail: Box::new(self.plan(tail, cuts).ok()?),
            };
            self.fits(&program).then_some(program)
        })
    }

    /// An automaton for what an expression repeats, if it shows where each round ends.
    fn times(&mut self, expression: &Expression) -> Option<Program> {
        let (body, min, max) = parts::rounds(expression)?;
        let unit = self.modest_graph(body).filter(Graph::is_prefix_free)?;
        let program = Program::Times { unit: encode(&unit).ok()?, min, max };
        self.fits(&program).then_some(program)
    }

    /// The automaton of an expression, if it is no large one.
    fn modest_graph(&mut self, expression: &Expression) -> Option<Graph> {
        let mut budget = self.modest_budget();
        let graph = automaton(expression, &mut budget);
        self.work -= budget.spent();
        graph.ok()
    }

    fn modest_budget(&self) -> Budget {
        self.budget(self.limits.states / 8, self.limits.work / 32)
    }

    fn all(&mut self, conditions: &[Condition], cuts: usize) -> Result<Program, Reason> {
        let programs = conditions.iter().map(|condition| {
            let program = self.plan(&condition.expression, cuts)?;
            Ok(if condition.negative { simplify::not(program) } else { program })
        });
        Ok(simplify::all(programs.collect::<Result<_, _>>()?))
    }

    /// The automaton of an expression, or a list of its strings if they are few.
    fn automaton(
        &mut self,
        expression: &Expression,
        states: usize,
        work: u64,
    ) -> Result<Program, Reason> {
        let mut budget = self.budget(states, work);
        let graph = automaton(expression, &mut budget);
        self.work -= budget.spent();
        from_graph(&graph?, self.limits)
    }

    fn budget(&self, states: usize, work: u64) -> Budget {
        Budget::new(states, work.min(self.work))
    }
}

fn from_graph(graph: &Graph, limits: &Limits) -> Result<Program, Reason> {
    if graph.start == DEAD {
        return Ok(Program::Nothing);
    }
    if graph.len() == 2 && graph.row(graph.start).iter().all(|&next| next == graph.start) {
        return Ok(Program::Everything);
    }
    if let Some(literals) = literals::literals(graph) {
        return Ok(Program::Literals(literals));
    }
    let dfa = encode(graph)?;
    if dfa.table_bytes() > limits.table_bytes {
        return Err(Reason::TableBytes);
    }
    Ok(Program::Dfa(dfa))
}
