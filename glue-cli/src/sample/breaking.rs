//! Values that break exactly one constraint.

use clap::{Arg, ArgMatches};
use glue_model::{Plain, Suggester};

use super::json::Json;
use super::maker::{Maker, Manner};
use super::site::{Reach, Site, Way, sites};
use super::target::Target;
use crate::check::verdict::Checker;
use crate::failure::Failure;
use crate::names::list;

const BREAK: &str = "break";
const ALL: &str = "all";

/// The names of constraints, as `check` has them.
const CONSTRAINTS: [&str; 7] =
    ["required", "length", "range", "pattern", "enum", "uniqueItems", "form"];

/// How often to try to break a constraint alone.
const TRIES: usize = 8;

/// What to break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Each constraint, one after the other.
    All,
    /// One constraint of this name.
    Named(&'static str),
}

/// A value that breaks a constraint.
pub(super) struct Broken {
    pub(super) value: Json,
    pub(super) constraint: &'static str,
    /// The JSON pointer of what is broken.
    pub(super) at: String,
    /// What `check` says.
    pub(super) message: String,
}

/// The option that names a constraint.
pub(super) fn argument() -> Arg {
    Arg::new(BREAK)
        .long(BREAK)
        .value_name("CONSTRAINT")
        .num_args(0..=1)
        .default_missing_value(ALL)
        .help("Break exactly one constraint: required, length, range, pattern, enum, uniqueItems or form; without a name, each of them in turn, as often as --count says")
}

/// What the arguments want broken, if anything.
pub(super) fn wanted(matches: &ArgMatches) -> Result<Option<Wanted>, Failure> {
    let Some(name) = matches.get_one::<String>(BREAK) else { return Ok(None) };
    if name == ALL {
        return Ok(Some(Wanted::All));
    }
    // What JSON Schema calls it.
    let name = if name == "type" { "form" } else { name };
    let found = CONSTRAINTS.into_iter().find(|one| one.eq_ignore_ascii_case(name));
    found.map(|name| Some(Wanted::Named(name))).ok_or_else(|| {
        let help = match Suggester::new().closest(name, CONSTRAINTS.into_iter()) {
            Some(close) => format!("did you mean `{close}`?"),
            None => format!("constraints are {}", list(CONSTRAINTS)),
        };
        Failure::unusable(format!("there is no constraint `{}`", Plain(name)), help)
    })
}

impl Maker {
    /// The places in a structure or union where constraints can be broken.
    pub(super) fn sites(&mut self, place: usize, reach: Reach) -> Vec<Site> {
        sites((place, reach), self.spelling, (self.forms, &self.depths, &mut self.texts))
    }

    /// A value that breaks a constraint at a site and no other, or why there is none.
    pub(super) fn break_at(
        &mut self,
        (target, manner): (&Target, Manner),
        site: &Site,
        checker: &Checker,
    ) -> Result<Broken, String> {
        let mut reason = "a value that breaks it breaks other constraints as well".to_owned();
        for attempt in 0..TRIES {
            // What is random may be in the way.
            let manner = if attempt < TRIES / 2 { manner } else { Manner::Minimal };
            match self.make(target, manner, Some(site)) {
                Ok(value) => {
                    let found = target.check(&value, checker);
                    if let [breach] = &found[..]
                        && breach.rule == site.way.constraint()
                    {
                        let missing = match site.way {
                            Way::Missing(_) => site.path.rfind('/').map(|end| &site.path[end..]),
                            _ => None,
                        };
                        let at = format!("{}{}", breach.pointer, missing.unwrap_or_default());
                        let (constraint, message) = (breach.rule, breach.message.clone());
                        return Ok(Broken { value, constraint, at, message });
                    }
                }
                Err(why) => reason = why,
            }
        }
        Err(reason)
    }
}
