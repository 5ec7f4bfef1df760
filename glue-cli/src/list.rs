//! `list`: the operations of a model.

use std::io::{self, BufWriter, IsTerminal, Write};

use clap::{ArgMatches, Command};
use glue_codegen::Options;
use glue_codegen::inspect::Inventory;
use glue_model::Plain;
use serde_json::json;

use super::exit_codes::PRINTING;
use super::failure::Failure;
use super::quantity::{Quantity, grouped};
use super::style::STRONG;
use super::{corrections, json, model, selection};

pub(super) const NAME: &str = "list";

const ABOUT: &str = "List a model's operations and how many shapes each reaches";

const DETAILS: &str = "\
A shape counts for every operation whose input, output or errors lead to it, through members of any
depth. On a terminal the list is a table with totals. Elsewhere each line is a name, a tab and a
number, with nothing around them.";

const EXAMPLES: &str = "\
Examples:
  The operations of the default model:
    glue-codegen list

  The ten that bring most with them:
    glue-codegen list | sort -k 2 -n -r | head

  Only the names:
    glue-codegen list | cut -f 1

  What can be corrected in models, why, and who says so:
    glue-codegen list --corrections";

pub(super) fn command() -> Command {
    Command::new(NAME)
        .about(ABOUT)
        .long_about(format!("{ABOUT}\n\n{DETAILS}"))
        .args([
            model::argument(),
            selection::service_argument(),
            corrections::flag().conflicts_with_all([model::MODEL, selection::SERVICE]),
            json::argument("Print one JSON object: the service, its operations and the totals"),
        ])
        .after_help(PRINTING)
        .after_long_help(format!("{EXAMPLES}\n\n{PRINTING}"))
}

pub(super) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    if corrections::are_asked_for(matches) {
        return corrections::list(json::chosen(matches));
    }
    let text = model::chosen(matches)?.read()?;
    let mut options = Options::default();
    options.service = selection::service(matches);
    let inventory = glue_codegen::inspect::inventory(&text.source(), &options)?;
    let is_terminal = io::stdout().is_terminal();
    let mut stdout = BufWriter::new(anstream::stdout().lock());
    let written = if json::chosen(matches) {
        write_json(&inventory, &mut stdout)
    } else if is_terminal {
        write_table(&inventory, &mut stdout)
    } else {
        write_lines(&inventory, &mut stdout)
    };
    written.and_then(|()| stdout.flush()).map_err(Failure::stdout)
}

fn write_json(inventory: &Inventory, out: &mut impl Write) -> io::Result<()> {
    let operations: Vec<_> = (inventory.operations.iter())
        .map(|operation| json!({"name": operation.name, "shapes": operation.shapes}))
        .collect();
    let document = json!({
        "apiVersion": inventory.api_version,
        "operations": operations,
        "service": inventory.service,
        "shapes": {"model": inventory.shapes, "reached": inventory.reached},
    });
    writeln!(out, "{document:#}")
}

fn write_lines(inventory: &Inventory, out: &mut impl Write) -> io::Result<()> {
    inventory
        .operations
        .iter()
        .try_for_each(|operation| writeln!(out, "{}\t{}", operation.name, operation.shapes))
}

fn write_table(inventory: &Inventory, out: &mut impl Write) -> io::Result<()> {
    const HEAD: [&str; 2] = ["OPERATION", "SHAPES"];
    let [name, shapes] = HEAD;
    let names = inventory.operations.iter().map(|operation| operation.name.len());
    let width = names.chain([name.len()]).max().unwrap_or_default();
    writeln!(out, "{}", STRONG.paint(format_args!("{name:width$}  {shapes}")))?;
    for operation in &inventory.operations {
        let count = operation.shapes;
        writeln!(out, "{:width$}  {count:>column$}", operation.name, column = shapes.len())?;
    }
    let operations = Quantity { count: inventory.operations.len(), noun: "operation" };
    let reach = if inventory.operations.len() == 1 { "reaches" } else { "reach" };
    let all = Quantity { count: inventory.shapes, noun: "shape" };
    let (service, version) = (Plain(&inventory.service), Plain(&inventory.api_version));
    let reached = grouped(inventory.reached);
    writeln!(out, "\n{service} {version}: {operations} {reach} {reached} of {all}")
}
