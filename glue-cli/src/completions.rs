//! `completions`: what shells need to complete the command line.

use std::io::{self, Write};

use clap::builder::EnumValueParser;
use clap::{Arg, ArgMatches, Command};
use clap_complete::Shell;

use super::failure::Failure;

pub(super) const NAME: &str = "completions";

const SHELL: &str = "shell";

const ABOUT: &str = "Print a script with which a shell completes the command line";

const EXAMPLES: &str = "\
Examples:
  In bash, with bash-completion:
    glue-codegen completions bash > ~/.local/share/bash-completion/completions/glue-codegen

  In fish:
    glue-codegen completions fish > ~/.config/fish/completions/glue-codegen.fish";

pub(super) fn command() -> Command {
    Command::new(NAME)
        .about(ABOUT)
        .arg(
            Arg::new(SHELL)
                .value_name("SHELL")
                .required(true)
                .value_parser(EnumValueParser::<Shell>::new())
                .help("The shell that reads the script"),
        )
        .after_help(EXAMPLES)
}

/// Prints the script for `whole`, the command line of the program.
pub(super) fn run(mut whole: Command, matches: &ArgMatches) -> Result<(), Failure> {
    let Some(shell) = matches.get_one::<Shell>(SHELL) else { return Ok(()) };
    let name = whole.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(*shell, &mut whole, name, &mut script);
    io::stdout().lock().write_all(&script).map_err(Failure::stdout)
}
