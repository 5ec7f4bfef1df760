//! Lays out blocks in lines: lists, quotations and what is nested in them.

use super::escape;
use super::tag::ListStyle;
use super::wrap;

/// The width of a line. With `/// ` before it, it stays within rustfmt's 100 columns.
const WIDTH: usize = 96;

/// The minimum width, at any depth.
const LEAST_WIDTH: usize = 40;

/// The maximum depth; deeper blocks are laid out at this depth. It limits the prefix of a line, and
/// with it the size of the output.
const DEEPEST: usize = 16;

#[derive(Debug)]
enum Frame {
    List(List),
    Container(Container),
}

/// A list; its blocks are in its items.
#[derive(Debug)]
struct List {
    style: ListStyle,
    /// The character after the number of an item.
    delimiter: char,
    items: usize,
    /// Whether a blank line goes before the next item because the last one has several blocks.
    loose: bool,
}

/// A frame that holds blocks and has a mark before each of their lines.
#[derive(Debug)]
struct Container {
    kind: Kind,
    body: Body,
}

#[derive(Debug)]
enum Kind {
    /// An item, with the mark of its first line. If it is `tight`, no blank line goes before it.
    Item {
        marker: String,
        tight: bool,
    },
    Quotation,
}

/// The content of a container or of the top level so far.
#[derive(Debug, Default)]
struct Body {
    started: bool,
    /// The number of blocks in it that are not lists.
    blocks: usize,
    last: Option<Last>,
}

/// The last block of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    List(ListStyle, char),
    Other,
}

/// Collects the output. Frames are opened when the input opens them, and are written with their
/// first block: empty frames leave no trace.
#[derive(Debug, Default)]
pub(super) struct Writer {
    output: String,
    root: Body,
    frames: Vec<Frame>,
}

impl Writer {
    pub(super) fn finish(self) -> String {
        self.output
    }

    pub(super) fn is_empty(&self) -> bool {
        self.output.is_empty()
    }

    /// The number of open frames, to return to with [`Self::close_to`].
    pub(super) fn depth(&self) -> usize {
        self.frames.len()
    }

    /// Whether the next block goes into the item of a list, and not deeper.
    pub(super) fn is_in_item(&self) -> bool {
        matches!(
            self.frames.last(),
            Some(Frame::Container(Container { kind: Kind::Item { .. }, .. }))
        )
    }

    pub(super) fn close_to(&mut self, depth: usize) {
        while self.frames.len() > depth {
            match self.frames.pop() {
                Some(Frame::List(list)) if list.items > 0 => {
                    self.body_mut().last = Some(Last::List(list.style, list.delimiter));
                }
                Some(Frame::Container(Container { kind: Kind::Quotation, body }))
                    if body.started =>
                {
                    let outer = self.body_mut();
                    outer.blocks += 1;
                    outer.last = Some(Last::Other);
                }
                Some(Frame::Container(Container { kind: Kind::Item { .. }, body }))
                    if body.started =>
                {
                    if let Some(Frame::List(list)) = self.frames.last_mut() {
                        list.items += 1;
                        list.loose = body.blocks > 1;
                    }
                }
                _ => {}
            }
        }
    }

    /// Opens a list. At great depth, its items go to the list around it.
    pub(super) fn open_list(&mut self, style: ListStyle) {
        if self.frames.len() >= DEEPEST {
            return;
        }
        // A numbered list right after another must look different, or it would continue the
        // numbers.
        let follows = self.body().last == Some(Last::List(ListStyle::Numbered, '.'));
        let delimiter = if follows { ')' } else { '.' };
        self.frames.push(Frame::List(List { style, delimiter, items: 0, loose: false }));
    }

    /// Starts the next item of the innermost list, unless there is a quotation inside it.
    pub(super) fn open_item(&mut self) {
        if self.is_in_item() {
            self.close_to(self.frames.len() - 1);
        }
        let Some((Frame::List(list), outer)) = self.frames.split_last() else {
            return;
        };
        let marker = match list.style {
            ListStyle::Bulleted => "- ".to_owned(),
            ListStyle::Numbered => format!("{}{} ", list.items + 1, list.delimiter),
        };
        let tight = match outer.last() {
            _ if list.items > 0 => !list.loose,
            // The list continues the only sentence of the item.
            Some(Frame::Container(container)) if matches!(container.kind, Kind::Item { .. }) => {
                container.body.blocks == 1 && container.body.last == Some(Last::Other)
            }
            _ => false,
        };
        self.frames.push(Frame::Container(Container {
            kind: Kind::Item { marker, tight },
            body: Body::default(),
        }));
    }

    pub(super) fn open_quotation(&mut self) {
        if self.frames.len() < DEEPEST {
            self.frames
                .push(Frame::Container(Container { kind: Kind::Quotation, body: Body::default() }));
        }
    }

    /// Writes a paragraph that [`super::inline::Inline::to_markdown`] made.
    pub(super) fn paragraph(&mut self, markdown: &str) {
        let indent: usize = self.containers().map(Container::width).sum();
        let lines = wrap::lines(markdown, WIDTH.saturating_sub(indent).max(LEAST_WIDTH));
        self.block(lines.iter().map(String::as_str));
    }

    pub(super) fn heading(&mut self, level: u8, markdown: &str) {
        let text = wrap::one_line(markdown);
        // A `#` at the end would be read as a part of the mark.
        let text = text.strip_suffix('#').map_or(text.clone(), |text| format!("{text}\\#"));
        let line = format!("{} {text}", "#".repeat(usize::from(level)));
        self.block([line.as_str()]);
    }

    /// Writes text as it is. Its language is `text` because rustdoc would compile it otherwise.
    pub(super) fn code(&mut self, code: &str) {
        let fence = "`".repeat(escape::longest_run(code, '`').max(2) + 1);
        let opening = format!("{fence}text");
        let lines = code.split('\n').map(str::trim_end);
        self.block([opening.as_str()].into_iter().chain(lines).chain([fence.as_str()]));
    }

    /// Writes lines that are laid out already.
    pub(super) fn block<'a>(&mut self, lines: impl IntoIterator<Item = &'a str>) {
        self.separate();
        for (index, line) in lines.into_iter().enumerate() {
            if index > 0 {
                self.output.push('\n');
            }
            let prefix: String = self.containers_mut().map(Container::next_prefix).collect();
            self.output.push_str(if line.is_empty() { prefix.trim_end() } else { &prefix });
            self.output.push_str(line);
        }
        let body = self.body_mut();
        body.blocks += 1;
        body.last = Some(Last::Other);
    }

    /// Ends the line before a block, and adds a blank line if the two could run together.
    fn separate(&mut self) {
        if self.output.is_empty() {
            return;
        }
        self.output.push('\n');
        let first_new = self.containers().find(|container| !container.body.started);
        if matches!(first_new, Some(Container { kind: Kind::Item { tight: true, .. }, .. })) {
            return;
        }
        let old = self.containers().filter(|container| container.body.started);
        let prefix: String = old.map(Container::prefix).collect();
        self.output.push_str(prefix.trim_end());
        self.output.push('\n');
    }

    fn containers(&self) -> impl Iterator<Item = &Container> {
        self.frames.iter().filter_map(|frame| match frame {
            Frame::Container(container) => Some(container),
            Frame::List(_) => None,
        })
    }

    fn containers_mut(&mut self) -> impl Iterator<Item = &mut Container> {
        self.frames.iter_mut().filter_map(|frame| match frame {
            Frame::Container(container) => Some(container),
            Frame::List(_) => None,
        })
    }

    /// The body that the next block goes into.
    fn body(&self) -> &Body {
        self.containers().last().map_or(&self.root, |container| &container.body)
    }

    fn body_mut(&mut self) -> &mut Body {
        let innermost = self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Container(container) => Some(&mut container.body),
            Frame::List(_) => None,
        });
        innermost.unwrap_or(&mut self.root)
    }
}

impl Container {
    fn width(&self) -> usize {
        match &self.kind {
            Kind::Item { marker, .. } => marker.len(),
            Kind::Quotation => 2,
        }
    }

    /// The prefix of a line after the first.
    fn prefix(&self) -> String {
        match &self.kind {
            Kind::Item { marker, .. } => " ".repeat(marker.len()),
            Kind::Quotation => "> ".to_owned(),
        }
    }

    /// The prefix of the next line.
    fn next_prefix(&mut self) -> String {
        match &self.kind {
            Kind::Item { marker, .. } if !self.body.started => {
                self.body.started = true;
                marker.clone()
            }
            _ => {
                self.body.started = true;
                self.prefix()
            }
        }
    }
}
