//! The lines to the left of the outline, which draw it as a tree.

use crate::graph::Entry;

/// The lines to draw to the left of one entry.
///
/// If an entry leads to one other entry, that is below it in the same column, so that long chains
/// stay narrow. If it leads to several, it branches:
///
/// ```text
/// ◆ trigger
/// ├─✓ job
/// ╰─✓ job
///   ◆ trigger
/// ```
pub(crate) struct Lanes {
    /// The lanes before the glyph.
    pub(crate) first: String,
    /// The lanes before further lines, including the column of the glyph.
    pub(crate) rest: String,
    /// The lanes before the entries below this one.
    below: String,
}

/// The number of columns of a lane, and of the glyph with the space after it.
const LANE: usize = 2;

impl Lanes {
    /// The lanes of each entry, at most `limit` columns wide.
    pub(crate) fn of(outline: &[Entry<'_>], limit: usize) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::with_capacity(outline.len());
        for (place, entry) in outline.iter().enumerate() {
            let parent = entry.parent.map(|parent| (&outline[parent], &all[parent]));
            let left = parent.map_or("", |(_, lanes)| lanes.below.as_str());
            let (branch, lane) = match parent.map(|(parent, _)| parent.children.as_slice()) {
                None | Some([_]) => ("", ""),
                Some([.., last]) if *last == place => ("╰─", "  "),
                Some(_) => ("├─", "│ "),
            };
            let below = clip(&format!("{left}{lane}"), limit / LANE);
            let rest = if entry.children.is_empty() { "  " } else { "│ " };
            let rest = format!("{below}{rest}");
            all.push(Self { first: format!("{left}{branch}"), rest, below });
        }
        all
    }

    /// The number of columns of the lanes and the glyph.
    pub(crate) fn width(&self) -> usize {
        self.first.chars().count() + LANE
    }
}

/// Shortens lanes from the left because those on the right say more.
fn clip(lanes: &str, limit: usize) -> String {
    let excess = (lanes.chars().count() / LANE).saturating_sub(limit);
    if excess == 0 {
        return lanes.to_owned();
    }
    let kept: String = lanes.chars().skip((excess + 1) * LANE).collect();
    format!("⋯ {kept}")
}
