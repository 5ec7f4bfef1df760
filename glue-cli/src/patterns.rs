//! `patterns`: what becomes of a model's patterns.

use std::io::{self, BufWriter, Write};

use clap::{ArgMatches, Command};
use glue_codegen::Options;
use glue_codegen::inspect::{CompiledPattern, Matcher, PatternReport, PatternUser, Tier};
use glue_model::Plain;
use serde_json::{Value, json};

use super::exit_codes::PRINTING;
use super::failure::Failure;
use super::quantity::{Quantity, grouped};
use super::quoted::{PatternText, Quoted};
use super::style::{NOTE, STRONG};
use super::{corrections, json, model, selection};

pub(super) const NAME: &str = "patterns";

/// How many columns the names of a pattern's users fill before the line breaks.
const COLUMNS: usize = 88;

const ABOUT: &str = "Show what a model's patterns are compiled to";

const DETAILS: &str = "\
For each distinct pattern, in the order of first use: how it is matched and how many bytes of tables
generated code holds for that on a 64-bit target, the shapes and members that have the pattern, and
a string that matches and one that does not, in Rust's notation.

A direct pattern is compared with a few strings, or its characters are looked up; others have an
automaton. One that is unchecked lets every string pass. What deserves a look is marked: patterns
that every string matches, that none does, or that only their own text does: words, it may be.";

const EXAMPLES: &str = "\
Examples:
  The patterns of the default model:
    glue-codegen patterns

  Those that one operation brings with it:
    glue-codegen patterns --operation GetJobRun

  The five with the largest tables:
    glue-codegen patterns --json | jq '.patterns | sort_by(-.bytes)[:5][] | [.bytes, .pattern]'";

pub(super) fn command() -> Command {
    Command::new(NAME)
        .about(ABOUT)
        .long_about(format!("{ABOUT}\n\n{DETAILS}"))
        .args([
            model::argument(),
            selection::service_argument(),
            selection::argument(
                "An operation that reaches them; repeat it, or use commas, for more [default: all]",
            ),
            corrections::argument(),
            model::fixes_argument(),
            json::argument("Print one JSON object: the service, its patterns and the totals"),
        ])
        .after_help(PRINTING)
        .after_long_help(format!("{EXAMPLES}\n\n{PRINTING}"))
}

pub(super) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let text = model::chosen(matches)?.read()?;
    let mut options = Options::default();
    options.service = selection::service(matches);
    options.operations = selection::chosen(matches);
    options.corrections = corrections::chosen(matches);
    options.fixes = model::fixes(matches)?;
    let report = glue_codegen::inspect::patterns(&text.source(), &options)?;
    let mut stdout = BufWriter::new(anstream::stdout().lock());
    let written = match json::chosen(matches) {
        true => write_json(&report, &mut stdout),
        false => write_text(&report, &mut stdout),
    };
    written.and_then(|()| stdout.flush()).map_err(Failure::stdout)
}

/// Sums over all patterns.
#[derive(Default)]
struct Totals {
    patterns: usize,
    uses: usize,
    direct: usize,
    automaton: usize,
    unchecked: usize,
    bytes: usize,
}

impl Totals {
    fn of(report: &PatternReport) -> Self {
        let mut totals = Self { bytes: report.bytes, ..Self::default() };
        for pattern in &report.patterns {
            totals.patterns += 1;
            totals.uses += pattern.users.len();
            match pattern.matcher.tier() {
                Tier::Direct => totals.direct += 1,
                Tier::Automaton => totals.automaton += 1,
                Tier::Unchecked => totals.unchecked += 1,
            }
        }
        totals
    }
}

fn write_json(report: &PatternReport, out: &mut impl Write) -> io::Result<()> {
    let patterns: Vec<Value> = report.patterns.iter().map(pattern_json).collect();
    let totals = Totals::of(report);
    let document = json!({
        "apiVersion": report.api_version,
        "patterns": patterns,
        "service": report.service,
        "totals": {
            "bytes": totals.bytes,
            "patterns": totals.patterns,
            "tiers": {
                "automaton": totals.automaton,
                "direct": totals.direct,
                "unchecked": totals.unchecked,
            },
            "uses": totals.uses,
        },
    });
    writeln!(out, "{document:#}")
}

fn pattern_json(pattern: &CompiledPattern) -> Value {
    let user = |user: &PatternUser| match &user.member {
        None => json!({"shape": user.shape}),
        Some(member) => json!({"member": member, "shape": user.shape}),
    };
    let users: Vec<Value> = pattern.users.iter().map(user).collect();
    let reason = match pattern.matcher {
        Matcher::Unchecked(reason) => Some(reason.to_string()),
        _ => None,
    };
    json!({
        "bytes": pattern.bytes,
        "counterexample": pattern.counterexample,
        "example": pattern.example,
        "matches": matches_word(pattern.matcher),
        "pattern": pattern.pattern,
        "reason": reason,
        "tier": tier_word(pattern.matcher.tier()),
        "users": users,
    })
}

fn tier_word(tier: Tier) -> &'static str {
    match tier {
        Tier::Direct => "direct",
        Tier::Automaton => "automaton",
        Tier::Unchecked => "unchecked",
    }
}

/// Which strings match: for tools, what is marked for people.
fn matches_word(matcher: Matcher) -> &'static str {
    match matcher {
        Matcher::Everything => "everything",
        Matcher::Nothing => "nothing",
        Matcher::OwnText => "own-text",
        _ => "some",
    }
}

fn write_text(report: &PatternReport, out: &mut impl Write) -> io::Result<()> {
    for pattern in &report.patterns {
        write_pattern(pattern, out)?;
    }
    let totals = Totals::of(report);
    let (service, version) = (Plain(&report.service), Plain(&report.api_version));
    let patterns = Quantity { count: totals.patterns, noun: "pattern" };
    let uses = Quantity { count: totals.uses, noun: "use" };
    let bytes = Quantity { count: totals.bytes, noun: "byte" };
    let [direct, automaton, unchecked] =
        [totals.direct, totals.automaton, totals.unchecked].map(grouped);
    writeln!(
        out,
        "{service} {version}: {patterns}, {uses}: {direct} direct, {automaton} automaton, \
         {unchecked} unchecked, {bytes}"
    )
}

fn write_pattern(pattern: &CompiledPattern, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", STRONG.paint(PatternText(&pattern.pattern)))?;
    let tier = tier_word(pattern.matcher.tier());
    let bytes = Quantity { count: pattern.bytes, noun: "byte" };
    match mark(pattern.matcher) {
        None => writeln!(out, "  tier     {tier}, {bytes}")?,
        Some(mark) => writeln!(out, "  tier     {tier}, {bytes}, {}", NOTE.paint(mark))?,
    }
    write_users(&pattern.users, out)?;
    if let Some(example) = &pattern.example {
        writeln!(out, "  matches  {}", Quoted(example))?;
    }
    if let Some(counterexample) = &pattern.counterexample {
        writeln!(out, "  refuses  {}", Quoted(counterexample))?;
    }
    writeln!(out)
}

/// What a person should know of a pattern.
fn mark(matcher: Matcher) -> Option<String> {
    match matcher {
        Matcher::Everything => Some("every string matches".to_owned()),
        Matcher::Nothing => Some("no string matches".to_owned()),
        Matcher::OwnText => Some("only its own text matches".to_owned()),
        Matcher::Unchecked(reason) => Some(reason.to_string()),
        Matcher::Direct | Matcher::Automaton => None,
        // The library may learn of more.
        _ => None,
    }
}

/// The names, as many on a line as fit.
fn write_users(users: &[PatternUser], out: &mut impl Write) -> io::Result<()> {
    write!(out, "  used by  ")?;
    let mut column = 0;
    for (index, user) in users.iter().enumerate() {
        let user = user.to_string();
        if index > 0 {
            let fits = column + 2 + user.len() <= COLUMNS;
            write!(out, "{}", if fits { ", " } else { ",\n           " })?;
            column = if fits { column + 2 } else { 0 };
        }
        write!(out, "{}", Plain(&user))?;
        column += user.len();
    }
    writeln!(out)
}
