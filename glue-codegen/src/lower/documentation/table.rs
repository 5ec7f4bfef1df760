//! Tables: the first row is the head because Markdown has no tables without one.

use super::wrap;

/// The table being read.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
    in_cell: bool,
}

impl Table {
    pub(super) fn start_row(&mut self) {
        self.rows.push(Vec::new());
    }

    pub(super) fn start_cell(&mut self) {
        self.in_cell = true;
    }

    /// Ends the cell, if one is open, with its text. Words outside all cells get a cell of their
    /// own.
    pub(super) fn end_cell(&mut self, markdown: Option<String>) {
        let in_cell = std::mem::take(&mut self.in_cell);
        if !in_cell && markdown.is_none() {
            return;
        }
        // Even in code, a backslash makes a bar literal.
        let cell = wrap::one_line(&markdown.unwrap_or_default()).replace('|', "\\|");
        match self.rows.last_mut() {
            Some(row) => row.push(cell),
            None => self.rows.push(vec![cell]),
        }
    }

    /// The lines of the table; none if it is empty.
    pub(super) fn into_lines(mut self) -> Vec<String> {
        self.rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut lines = Vec::with_capacity(self.rows.len() + 1);
        for (index, mut row) in self.rows.into_iter().enumerate() {
            if index == 0 {
                // Cells beyond the head are not shown, so the head is as wide as the widest row.
                row.resize(columns, String::new());
            }
            lines.push(line(&row));
            if index == 0 {
                lines.push(line(&vec!["---".to_owned(); columns]));
            }
        }
        lines
    }
}

fn line(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}
