//! `man`: the manual's pages.

use std::io::{self, Write};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};

use super::failure::Failure;

pub(super) const NAME: &str = "man";

const COMMAND: &str = "command";

const ABOUT: &str = "Print a page of the manual, as roff";

const EXAMPLES: &str = "\
Examples:
  Read the page of a command:
    glue-codegen man generate | man -l -

  Install the page of the program:
    glue-codegen man > ~/.local/share/man/man1/glue-codegen.1";

/// The command, which has the pages of `others`.
pub(super) fn command(others: &[Command]) -> Command {
    let names = others.iter().map(|command| command.get_name().to_owned());
    Command::new(NAME)
        .about(ABOUT)
        .arg(
            Arg::new(COMMAND)
                .value_name("COMMAND")
                .value_parser(PossibleValuesParser::new(names))
                .help("The command whose page to print, instead of the program's"),
        )
        .after_help(EXAMPLES)
}

/// Prints a page of `whole`, the command line of the program.
pub(super) fn run(mut whole: Command, matches: &ArgMatches) -> Result<(), Failure> {
    // So that the pages of commands name the program.
    whole.build();
    let name = matches.get_one::<String>(COMMAND);
    let page = match name.and_then(|name| whole.find_subcommand(name)) {
        Some(command) => {
            let title = command.get_display_name().unwrap_or(command.get_name()).to_owned();
            command.clone().name(title)
        }
        None => whole,
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page).render(&mut text).map_err(Failure::stdout)?;
    io::stdout().lock().write_all(&text).map_err(Failure::stdout)
}
