//! Writes the graph as a [Mermaid flowchart](https://mermaid.js.org/syntax/flowchart.html).

use std::fmt::{self, Display, Formatter};

use glue_types::WorkflowRun;

use crate::graph::Graph;
use crate::state::Phase;
use crate::step::{Kind, Step};
use crate::text;

/// A flowchart to paste wherever Mermaid is supported.
pub(crate) struct Flowchart<'a> {
    pub(crate) run: &'a WorkflowRun,
    pub(crate) graph: &'a Graph,
}

impl Display for Flowchart<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let name = text::name(self.run.name.as_deref());
        let title = Escaped { text: &name, escape: yaml_escape };
        writeln!(f, "---\ntitle: \"{title}\"\n---\nflowchart TD")?;
        for (place, step) in self.graph.steps().enumerate() {
            writeln!(f, "    n{place}{}", Shape(step))?;
        }
        for (source, destination) in self.graph.edges() {
            writeln!(f, "    n{source} --> n{destination}")?;
        }
        let used = |phase: &Phase| self.graph.steps().any(|step| step.state.phase == *phase);
        for phase in Phase::ALL.into_iter().filter(used) {
            writeln!(f, "    classDef {} {}", class(phase), colors(phase))?;
        }
        Ok(())
    }
}

/// `["✓ clean<br/>SUCCEEDED, 6m 19s"]:::succeeded`.
struct Shape<'a>(&'a Step);

impl Display for Shape<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Step { name, kind, state, duration, .. } = self.0;
        let (open, close) = brackets(kind);
        let label = |text| Escaped { text, escape: label_escape };
        // The glyph also keeps Mermaid from reading a label such as `1. clean` as a list.
        write!(f, "{open}\"{} {}<br/>{}", state.phase.glyph(), label(name), label(&state.word))?;
        if let Some(duration) = duration {
            write!(f, ", {}", label(duration))?;
        }
        write!(f, "\"{close}:::{}", class(state.phase))
    }
}

/// A hexagon, a box or a cylinder; a box with round corners for unknown types.
fn brackets(kind: &Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Trigger => ("{{", "}}"),
        Kind::Job => ("[", "]"),
        Kind::Crawler => ("[(", ")]"),
        Kind::Other(_) => ("(", ")"),
    }
}

/// Text in which everything except letters, digits and harmless characters is escaped.
struct Escaped<'a> {
    text: &'a str,
    escape: fn(char, &mut Formatter<'_>) -> fmt::Result,
}

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.text.chars().try_for_each(|character| match character {
            ' ' | '-' | '_' | '.' => write!(f, "{character}"),
            _ if character.is_alphanumeric() => write!(f, "{character}"),
            _ => (self.escape)(character, f),
        })
    }
}

/// Mermaid's entity code, as in `#35;`.
fn label_escape(character: char, f: &mut Formatter<'_>) -> fmt::Result {
    write!(f, "#{};", u32::from(character))
}

/// The title is YAML.
fn yaml_escape(character: char, f: &mut Formatter<'_>) -> fmt::Result {
    write!(f, "\\U{:08X}", u32::from(character))
}

fn class(phase: Phase) -> &'static str {
    match phase {
        Phase::Ready => "ready",
        Phase::Idle => "idle",
        Phase::Active => "active",
        Phase::Succeeded => "succeeded",
        Phase::Failed => "failed",
        Phase::Stopped => "stopped",
        Phase::Unknown => "unknown",
    }
}

/// Dark on light, which works on light and dark pages.
fn colors(phase: Phase) -> &'static str {
    match phase {
        Phase::Ready => "fill:#e0f2fe,stroke:#0369a1,color:#0c4a6e",
        Phase::Idle => "fill:#f3f4f6,stroke:#6b7280,color:#374151,stroke-dasharray:4 3",
        Phase::Active => "fill:#dbeafe,stroke:#1d4ed8,color:#1e3a8a,stroke-width:2px",
        Phase::Succeeded => "fill:#dcfce7,stroke:#15803d,color:#14532d",
        Phase::Failed => "fill:#fee2e2,stroke:#b91c1c,color:#7f1d1d,stroke-width:2px",
        Phase::Stopped => "fill:#fef3c7,stroke:#b45309,color:#78350f",
        Phase::Unknown => "fill:#fae8ff,stroke:#a21caf,color:#701a75",
    }
}
