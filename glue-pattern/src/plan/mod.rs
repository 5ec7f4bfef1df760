//! Chooses the most suitable program for an expression.
//!
//! A sequence of runs needs no table. Other expressions get an automaton. If it is large, the
//! expression is taken apart: into conditions that must all hold, into runs and what is between
//! them, into a bound on the length and an expression without it, or into branches. The smaller
//! result wins.

mod literals;
mod parts;
mod runs;
mod simplify;
mod steps;
mod texts;

use crate::automaton::graph::{DEAD, Graph};
use crate::automaton::{automaton, encode};
use crate::budget::Budget;
use crate::expression::Expression;
use crate::limits::Limits;
use crate::map::Map;
use crate::program::{Program, Reason, Step};
use parts::Condition;
use runs::Framed;
use std::rc::Rc;

/// An automaton of up to this many bytes is small enough not to search for a better program.
const SMALL: usize = 1024;

/// The first attempt at an automaton may use this fraction of the states and of the work: most
/// automata are small, and there may be something better than a large one.
const MODEST_STATES: usize = 8;
const MODEST_WORK: u64 = 48;

/// At this many bytes or more, a program that tries several places in a text is better than an
/// automaton.
const LARGE: usize = 8 * 1024;

/// A large automaton may use this fraction of the remaining work.
const LARGE_WORK: u64 = 4;

/// The maximum number of nested splits of an expression.
const MOST_CUTS: usize = 6;

/// The maximum number of ways to split an expression that are tried.
const MOST_WAYS: usize = 4;

/// The program of the texts that match an expression from end to end.
///
/// # Errors
/// There is none within the limits.
pub(crate) fn plan(
    expression: &Expression,
    limits: &Limits,
    budget: &mut Budget,
) -> Result<Program, Reason> {
    if let Some(texts) = texts::texts(expression, budget)? {
        return Ok(Program::Literals(texts));
    }
    let mut planner = Planner { limits, budget, modest: Map::default() };
    let program = planner.plan(expression, MOST_CUTS)?;
    if planner.fits(&program) { Ok(program) } else { Err(Reason::TableBytes) }
}

struct Planner<'a> {
    limits: &'a Limits,
    budget: &'a mut Budget,
    /// The automata that were built, or attempted within modest limits, because parts occur
    /// repeatedly.
    modest: Map<Expression, Result<Rc<Graph>, Reason>>,
}

impl Planner<'_> {
    fn plan(&mut self, expression: &Expression, cuts: usize) -> Result<Program, Reason> {
        let framed = runs::framed(expression, self.budget)?;
        if let Some(direct) = simplify::direct(&framed) {
            return Ok(direct);
        }
        if let Some(steps) = steps::steps(expression, self.budget)? {
            let better = self.better_than_steps(expression, &steps);
            return Ok(better.unwrap_or(Program::Steps(steps)));
        }
        // An expression that fails here is tried again only if nothing else works.
        let whole = self.modest_graph(expression);
        let whole = whole.and_then(|graph| from_graph(&graph, self.limits, self.budget));
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
            (Err(_), None) => self.automaton(expression),
        }
    }

    /// A program that tests the rest of a text at several places: if the rest cannot be long, or if
    /// there is no automaton of any size.
    fn at_any_price(&mut self, expression: &Expression, cuts: usize) -> Option<Program> {
        parts::heads_and_tails(expression, 1, self.budget).ok()?.first()?;
        if let Some(program) = self.then(expression, cuts, |_, tail| tail.most_length().is_some()) {
            return Some(program);
        }
        let (states, work) = (self.limits.states, self.budget.left() / LARGE_WORK);
        let limits = self.limits;
        let large = self.budget.within(states, work, |budget| {
            from_graph(&automaton(expression, budget)?, limits, budget)
        });
        large.ok().or_else(|| self.then(expression, cuts, |_, _| true))
    }

    /// The automaton of an expression, or a list of its strings if they are few.
    fn automaton(&mut self, expression: &Expression) -> Result<Program, Reason> {
        let graph = automaton(expression, self.budget)?;
        from_graph(&graph, self.limits, self.budget)
    }

    /// A list of the texts, if they are few and short, or a small automaton if steps would hardly
    /// take more than one character each.
    fn better_than_steps(&mut self, expression: &Expression, steps: &[Step]) -> Option<Program> {
        let is_short =
            expression.most_length().is_some_and(|length| length <= literals::MOST_BYTES as u64);
        let is_slow = !steps::take_long_runs(steps);
        if !is_short && !is_slow {
            return None;
        }
        let graph = self.modest_graph(expression).ok()?;
        if let Some(literals) = literals::literals(&graph, self.budget).ok()? {
            return Some(Program::Literals(literals));
        }
        let automaton =
            encode(&graph, self.budget).ok().filter(|dfa| dfa.table_bytes() <= 2 * SMALL)?;
        is_slow.then_some(Program::Dfa(automaton))
    }

    fn fits(&self, program: &Program) -> bool {
        program.table_bytes() <= self.limits.table_bytes
    }

    /// The program for the first way of splitting an expression that has one.
    fn take_apart(
        &mut self,
        expression: &Expression,
        framed: Framed,
        is_large: bool,
        cuts: usize,
    ) -> Option<Program> {
        self.budget.charge(4 * expression.size()).ok()?;
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
        if let Some(program) = self.then(expression, cuts, |head, _| head.is_prefix_free()) {
            return Some(program);
        }
        if let Some(program) = self.times(expression) {
            return Some(program);
        }
        if is_large && let Some(program) = self.at_any_price(expression, cuts) {
            return Some(program);
        }
        let count = parts::branch_count(expression)?;
        self.budget.charge(count.saturating_mul(expression.size())).ok()?;
        let branches = parts::branches(expression)?;
        let programs = branches.iter().map(|branch| self.plan(branch, cuts));
        Some(simplify::any(programs.collect::<Result<_, _>>().ok()?))
    }

    /// An automaton for the first part of an expression, if the two parts are wanted, and a program
    /// for the rest.
    fn then(
        &mut self,
        expression: &Expression,
        cuts: usize,
        is_wanted: fn(&Graph, &Expression) -> bool,
    ) -> Option<Program> {
        let ways = parts::heads_and_tails(expression, MOST_WAYS, self.budget).ok()?;
        ways.iter().find_map(|(head, tail)| {
            let head = self.modest_graph(head).ok().filter(|head| is_wanted(head, tail))?;
            let program = Program::Then {
                head: encode(&head, self.budget).ok()?,
                most: tail.most_length().and_then(|length| u32::try_from(length).ok()),
                tail: Box::new(self.plan(tail, cuts).ok()?),
            };
            self.fits(&program).then_some(program)
        })
    }

    /// An automaton for the repeated part of an expression, if it shows where each round ends.
    fn times(&mut self, expression: &Expression) -> Option<Program> {
        let (body, min, max) = parts::rounds(expression)?;
        let unit = self.modest_graph(body).ok().filter(|unit| unit.is_prefix_free())?;
        let program = Program::Times { unit: encode(&unit, self.budget).ok()?, min, max };
        self.fits(&program).then_some(program)
    }

    /// The automaton of an expression, unless it is large.
    fn modest_graph(&mut self, expression: &Expression) -> Result<Rc<Graph>, Reason> {
        self.budget.charge(expression.size())?;
        if let Some(known) = self.modest.get(expression) {
            return known.clone();
        }
        let (states, work) = (self.limits.states / MODEST_STATES, self.limits.work / MODEST_WORK);
        let graph = self.budget.within(states, work, |budget| automaton(expression, budget));
        let graph = graph.map(Rc::new);
        self.modest.insert(expression.clone(), graph.clone());
        graph
    }

    fn all(&mut self, conditions: &[Condition], cuts: usize) -> Result<Program, Reason> {
        let programs = conditions.iter().map(|condition| {
            let program = self.plan(&condition.expression, cuts)?;
            Ok(if condition.negative { simplify::not(program) } else { program })
        });
        Ok(simplify::all(programs.collect::<Result<_, _>>()?))
    }
}

fn from_graph(graph: &Graph, limits: &Limits, budget: &mut Budget) -> Result<Program, Reason> {
    if graph.start == DEAD {
        return Ok(Program::Nothing);
    }
    if graph.len() == 2 && graph.row(graph.start).iter().all(|&next| next == graph.start) {
        return Ok(Program::Everything);
    }
    if let Some(literals) = literals::literals(graph, budget)? {
        return Ok(Program::Literals(literals));
    }
    let dfa = encode(graph, budget)?;
    if dfa.table_bytes() > limits.table_bytes {
        return Err(Reason::TableBytes);
    }
    Ok(Program::Dfa(dfa))
}
