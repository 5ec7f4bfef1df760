//! `--deny`: which changes make the run fail.

use clap::builder::{EnumValueParser, PossibleValue};
use clap::{Arg, ArgMatches, ValueEnum};
use glue_codegen::inspect::{Change, Difference, Impact};

use crate::failure::{Failure, Problem};
use crate::quantity::grouped;

const DENY: &str = "deny";

/// The least impact that makes the run fail.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Denied {
    From(Impact),
    Nothing,
}

impl ValueEnum for Denied {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::From(Impact::Breaking),
            Self::From(Impact::Behavior),
            Self::From(Impact::Additive),
            Self::Nothing,
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::From(Impact::Breaking) => ("breaking", "fail on breaking changes"),
            Self::From(Impact::Behavior) => ("behavior", "fail on these, too"),
            Self::From(Impact::Additive) => ("additive", "fail on any change"),
            Self::Nothing => ("nothing", "do not fail, whatever changed"),
        };
        Some(PossibleValue::new(name).help(help))
    }
}

/// The option that says so.
pub(crate) fn argument() -> Arg {
    Arg::new(DENY)
        .long("deny")
        .value_name("IMPACT")
        .value_parser(EnumValueParser::<Denied>::new())
        .default_value("breaking")
        .help("Which changes make the run fail")
}

/// Fails if there are changes that are denied and not allowed.
pub(super) fn judge(
    matches: &ArgMatches,
    difference: &Difference,
    (old, new): (String, String),
) -> Result<(), Failure> {
    let Some(changes) = denied(matches, &[difference]) else { return Ok(()) };
    Err(Failure::Denied(Problem {
        message: format!("{changes} from {old} to {new}"),
        help: Some(
            "`--deny` says which changes make the run fail, and `--allow` which may pass"
                .to_owned(),
        ),
    }))
}

/// How many changes are denied and not allowed, such as `2 breaking changes`; none if there are none.
pub(crate) fn denied(matches: &ArgMatches, differences: &[&Difference]) -> Option<String> {
    let least = match matches.get_one::<Denied>(DENY) {
        Some(Denied::From(impact)) => *impact,
        _ => return None,
    };
    let is_denied = |change: &&Change| change.impact >= least && change.allowed.is_none();
    let changes = differences.iter().flat_map(|difference| &difference.changes);
    let denied: Vec<&Change> = changes.filter(is_denied).collect();
    let counts = [Impact::Breaking, Impact::Behavior, Impact::Additive]
        .map(|impact| (denied.iter().filter(|change| change.impact == impact).count(), impact));
    let counts: Vec<String> = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, impact)| format!("{} {impact}", grouped(count)))
        .collect();
    match denied.len() {
        0 => None,
        1 => Some(format!("{} change", counts.join(", "))),
        _ => Some(format!("{} changes", counts.join(", "))),
    }
}
