//! The `glue-codegen` command: generates types from a model, and tells what a model holds. A file for
//! each subcommand, and what they share.

mod check;
mod completions;
#[cfg(test)]
mod corpus;
mod corrections;
mod customizations;
mod depfile;
mod derives;
mod diff;
mod difference;
mod elsewhere;
mod exit_codes;
mod failure;
mod features;
mod fetch;
mod folder;
mod freshness;
mod generate;
mod git;
mod json;
mod list;
mod man;
mod model;
mod model_search;
mod names;
mod patterns;
mod progress;
mod quantity;
mod quoted;
mod representation;
mod sample;
mod schema;
mod selection;
mod show;
mod style;
mod subject;
mod target;
mod update;

use std::process::ExitCode;

use clap::{ArgMatches, Command};

use exit_codes::EXIT_CODES;
use failure::Failure;

/// Parses the process's arguments and does what they say.
fn main() -> ExitCode {
    let result = match command().try_get_matches() {
        Ok(matches) => dispatch(&matches),
        Err(answer) => return tell(&answer),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.report();
            failure.exit_code()
        }
    }
}

/// Prints help, the version or what is wrong with the arguments.
fn tell(answer: &clap::Error) -> ExitCode {
    // Where even this cannot be written, nobody is left to tell.
    let _ = answer.print();
    match answer.use_stderr() {
        true => failure::UNUSABLE.into(),
        false => ExitCode::SUCCESS,
    }
}

fn command() -> Command {
    let commands = [
        generate::command(),
        list::command(),
        patterns::command(),
        diff::command(),
        check::command(),
        schema::command(),
        show::command(),
        sample::command(),
        fetch::command(),
        update::command(),
        completions::command(),
    ];
    let man = man::command(&commands);
    Command::new("glue-codegen")
        .about("Generates serde types and validators from AWS API models")
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(commands)
        .subcommand(man)
        .after_help(format!("{EXIT_CODES}\n\nThose of the other subcommands are in their help."))
}

fn dispatch(matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some((generate::NAME, matches)) => generate::run(matches),
        Some((list::NAME, matches)) => list::run(matches),
        Some((patterns::NAME, matches)) => patterns::run(matches),
        Some((check::NAME, matches)) => check::run(matches),
        Some((schema::NAME, matches)) => schema::run(matches),
        Some((show::NAME, matches)) => show::run(matches),
        Some((sample::NAME, matches)) => sample::run(matches),
        Some((diff::NAME, matches)) => diff::run(matches),
        Some((fetch::NAME, matches)) => fetch::run(matches),
        Some((update::NAME, matches)) => update::run(matches),
        Some((completions::NAME, matches)) => completions::run(command(), matches),
        Some((man::NAME, matches)) => man::run(command(), matches),
        // The parser lets no other name through.
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_arguments_are_consistent() {
        super::command().debug_assert();
    }
}
