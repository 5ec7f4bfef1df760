//! Draws the graph as a tree.

use textwrap::core::display_width;

use crate::graph::{Entry, Graph};
use crate::lanes::Lanes;
use crate::state::Phase;
use crate::step::Step;
use crate::style::{self, paint};
use crate::text;

/// The space between two columns.
const GAP: usize = 2;

/// The graph in lines of `width` columns.
pub(crate) fn draw(graph: &Graph, width: usize) -> String {
    let outline = graph.outline();
    let all_lanes = Lanes::of(&outline, width / 3);
    let columns = Columns::fit(&outline, &all_lanes, width);
    let mut lines = Vec::new();
    for (entry, lanes) in outline.iter().zip(&all_lanes) {
        if entry.parent.is_none() && !lines.is_empty() {
            lines.push(String::new());
        }
        columns.title(&mut lines, entry.step, lanes);
        columns.details(&mut lines, entry, lanes);
    }
    if lines.is_empty() {
        lines.push("The graph has no nodes.".to_owned());
    }
    lines.join("\n") + "\n"
}

/// The widths of the columns.
struct Columns {
    /// The lanes and the name.
    name: usize,
    kind: usize,
    state: usize,
    /// The whole line.
    line: usize,
}

impl Columns {
    fn fit(outline: &[Entry<'_>], lanes: &[Lanes], line: usize) -> Self {
        let widest = |width: fn(&Step) -> usize| {
            outline.iter().map(|entry| width(entry.step)).max().unwrap_or_default()
        };
        let kind = widest(|step| display_width(step.kind.word()));
        let state = widest(|step| display_width(&step.state.word));
        let duration = widest(|step| duration(step).map_or(0, |text| display_width(&text)));
        let room = line.saturating_sub(kind + state + duration + 3 * GAP);
        let names = outline.iter().zip(lanes);
        let names = names.map(|(entry, lanes)| lanes.width() + display_width(&entry.step.name));
        let name = names.filter(|name| *name <= room).max().unwrap_or_default();
        Self { name, kind, state, line }
    }

    /// `├─✓ extract-orders  job  SUCCEEDED  6m 19s`; a long name has its own lines.
    fn title(&self, lines: &mut Vec<String>, step: &Step, lanes: &Lanes) {
        let room = self.line.saturating_sub(lanes.width());
        let rest = paint(style::FAINT, &lanes.rest);
        let mut line = paint(style::FAINT, &lanes.first)
            + &paint(step.state.phase.style(), step.state.phase.glyph())
            + " ";
        for (index, part) in text::wrap(&step.name, room, "").iter().enumerate() {
            if index > 0 {
                lines.push(std::mem::replace(&mut line, rest.clone()));
            }
            line += &paint(style::NAME, part);
        }
        if display_width(&line) > self.name {
            lines.push(std::mem::replace(&mut line, rest));
        }
        pad(&mut line, self.name + GAP);
        lines.push(line + &self.status(step));
    }

    /// `job  SUCCEEDED  6m 19s`.
    fn status(&self, step: &Step) -> String {
        let mut status = step.kind.word().to_owned();
        pad(&mut status, self.kind + GAP);
        status += &paint(step.state.phase.style(), &step.state.word);
        if let Some(duration) = duration(step) {
            pad(&mut status, self.kind + GAP + self.state + GAP);
            status += &duration;
        }
        status
    }

    fn details(&self, lines: &mut Vec<String>, entry: &Entry<'_>, lanes: &Lanes) {
        let references = [
            reference("leads to", &entry.later, ", below"),
            reference("leads back to", &entry.earlier, ""),
        ];
        for detail in entry.step.details.iter().chain(references.iter().flatten()) {
            self.detail(lines, detail, lanes);
        }
    }

    fn detail(&self, lines: &mut Vec<String>, detail: &str, lanes: &Lanes) {
        let room = self.line.saturating_sub(display_width(&lanes.rest));
        for part in text::wrap(detail, room, "  ") {
            let rest = if part.is_empty() { lanes.rest.trim_end() } else { &lanes.rest };
            lines.push(paint(style::FAINT, rest) + &part);
        }
    }
}

/// `6m 19s`, `10m 12s so far`.
fn duration(step: &Step) -> Option<String> {
    let so_far = if step.state.phase == Phase::Active { " so far" } else { "" };
    step.duration.as_ref().map(|duration| format!("{duration}{so_far}"))
}

/// `leads to marts-done and mart-failed, below`.
fn reference(verb: &str, steps: &[&Step], place: &str) -> Option<String> {
    let names: Vec<_> = steps.iter().map(|step| &step.name).collect();
    (!names.is_empty()).then(|| format!("{verb} {}{place}", text::listing(&names)))
}

fn pad(line: &mut String, width: usize) {
    let missing = width.saturating_sub(display_width(line));
    line.extend(std::iter::repeat_n(' ', missing));
}
