//! Which samples are made, in which order.

use super::breaking::Broken;
use super::json::Json;
use super::maker::{Maker, Manner};
use super::output::{Line, Output, Told};
use super::site::{Reach, Site};
use super::target::Target;
use crate::check::verdict::Checker;
use crate::failure::Failure;
use crate::names::list;

/// How often to try for a random value that passes `check`.
const TRIES: usize = 8;

/// Makes samples and prints them.
pub(super) struct Samples {
    pub(super) checker: Checker,
    pub(super) maker: Maker,
    pub(super) manner: Manner,
    /// Whether the values are of all structures and unions of the model.
    pub(super) is_every: bool,
    pub(super) output: Output,
}

impl Samples {
    /// Values of one of the targets each.
    pub(super) fn some(&mut self, targets: &[Target], count: u64) -> Result<(), Failure> {
        let mut open: Vec<&Target> = targets.iter().collect();
        let mut printed = 0;
        while printed < count {
            let target = self.one_of(&open)?;
            match self.valid(target) {
                Ok(line) => {
                    self.output.line(line)?;
                    printed += 1;
                }
                // Others can take its place.
                Err(reason) if open.len() > 1 => {
                    self.output.note(&reason);
                    open.retain(|other| other.place != target.place);
                }
                Err(reason) => return Err(Failure::Invalid(reason)),
            }
        }
        Ok(())
    }

    /// Values of each target.
    pub(super) fn every(&mut self, targets: &[Target], count: u64) -> Result<(), Failure> {
        let mut missing = 0;
        for target in targets {
            for _ in 0..count {
                match self.valid(target) {
                    Ok(line) => self.output.line(line)?,
                    Err(reason) => {
                        self.output.note(&reason);
                        missing += 1;
                        break;
                    }
                }
            }
        }
        match missing {
            0 => Ok(()),
            _ => Err(Failure::Invalid(format!(
                "no values printed for {missing} of {} structures and unions",
                targets.len()
            ))),
        }
    }

    /// A target: with the least of everything the first one, and otherwise any.
    fn one_of<'t>(&mut self, targets: &[&'t Target]) -> Result<&'t Target, Failure> {
        let target = match self.manner {
            Manner::Minimal => targets.first(),
            _ => self.maker.random.pick(targets),
        };
        target.copied().ok_or_else(|| Failure::Invalid("the model has no structure".to_owned()))
    }

    /// A value that passes `check`, or why there is none.
    fn valid(&mut self, target: &Target) -> Result<Line, String> {
        let mut reason = String::new();
        for _ in 0..TRIES {
            let made = self.maker.make(target, self.manner, None);
            let value = made.map_err(|reason| no_value(target.name, &reason))?;
            match target.check(&value, &self.checker).first() {
                None => {
                    let left_out = self.maker.left_out.take();
                    left_out.iter().for_each(|note| self.output.note(note));
                    return Ok(self.line(target, value, None));
                }
                Some(breach) => {
                    reason = format!("none was found that passes `check`: {}", breach.message);
                }
            }
        }
        Err(no_value(target.name, &reason))
    }

    fn line(&self, target: &Target, value: Json, broken: Option<Told>) -> Line {
        Line { shape: self.is_every.then_some(target.name), broken, value }
    }

    /// Values that break one constraint each: all that can be broken alone, so many times.
    pub(super) fn all_broken(&mut self, targets: &[Target], count: u64) -> Result<(), Failure> {
        let mut is_empty = count > 0;
        for target in targets {
            let mut sites = self.sites(target);
            // Each place has its turn before any has another one.
            for _ in 0..count {
                let mut fit = Vec::new();
                for site in sites {
                    match self.maker.break_at((target, self.manner), &site, &self.checker) {
                        Ok(broken) => {
                            self.broken_line(target, broken)?;
                            fit.push(site);
                        }
                        Err(reason) => self.output.note(&unbroken(target, &site, &reason)),
                    }
                }
                is_empty &= fit.is_empty();
                sites = fit;
            }
        }
        match is_empty {
            true => {
                Err(Failure::Invalid(format!("nothing in {} can be broken alone", of(targets))))
            }
            false => Ok(()),
        }
    }

    /// Values that break one constraint of a name, at any place.
    pub(super) fn broken(
        &mut self,
        targets: &[Target],
        constraint: &'static str,
        count: u64,
    ) -> Result<(), Failure> {
        let mut sites: Vec<(&Target, Site)> = Vec::new();
        for target in targets {
            sites.extend(self.sites(target).into_iter().map(|site| (target, site)));
        }
        let (mut wanted, others): (Vec<_>, Vec<_>) =
            sites.into_iter().partition(|(_, site)| site.way.constraint() == constraint);
        if wanted.is_empty() {
            return Err(absent(targets, constraint, &others));
        }
        let mut printed = 0;
        while printed < count {
            self.maker.random.shuffle(&mut wanted);
            // Each place has its turn before any has another one.
            let (mut fit, mut reasons) = (Vec::new(), Vec::new());
            for (target, site) in std::mem::take(&mut wanted) {
                if printed == count {
                    break;
                }
                match self.maker.break_at((target, self.manner), &site, &self.checker) {
                    Ok(broken) => {
                        printed += 1;
                        self.broken_line(target, broken)?;
                        fit.push((target, site));
                    }
                    Err(reason) => reasons.push(unbroken(target, &site, &reason)),
                }
            }
            if fit.is_empty() {
                return Err(Failure::Invalid(reasons.into_iter().next().unwrap_or_default()));
            }
            wanted = fit;
        }
        Ok(())
    }

    fn sites(&mut self, target: &Target) -> Vec<Site> {
        self.maker.sites(target.place, if self.is_every { Reach::Own } else { Reach::All })
    }

    fn broken_line(&mut self, target: &Target, broken: Broken) -> Result<(), Failure> {
        let Broken { value, constraint, at, message } = broken;
        let told = Told { constraint, at, message };
        let line = self.line(target, value, Some(told));
        self.output.line(line)
    }
}

fn no_value(name: &str, reason: &str) -> String {
    format!("cannot make a value of `{name}`: {reason}")
}

fn unbroken(target: &Target, site: &Site, reason: &str) -> String {
    let (constraint, path) = (site.way.constraint(), &site.path);
    format!("`{constraint}` of {} at '{path}' cannot be broken alone: {reason}", target.name)
}

/// The failure of a constraint that no value has.
fn absent(targets: &[Target], constraint: &str, others: &[(&Target, Site)]) -> Failure {
    let mut names: Vec<&str> = others.iter().map(|(_, site)| site.way.constraint()).collect();
    names.sort_unstable();
    names.dedup();
    let help = match names.is_empty() {
        true => "it has no constraints".to_owned(),
        false => format!("there are {}", list(names)),
    };
    Failure::unusable(format!("nothing in {} has the constraint `{constraint}`", of(targets)), help)
}

/// What the targets are called together.
fn of(targets: &[Target]) -> String {
    match targets {
        [target] => format!("`{}`", target.name),
        _ => "these types".to_owned(),
    }
}
