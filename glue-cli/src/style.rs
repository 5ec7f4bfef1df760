//! The colors of messages; anstream takes them out where they are not wanted.

use std::fmt;

use anstyle::AnsiColor;

/// How a part of a message looks.
#[derive(Clone, Copy)]
pub(super) struct Style(anstyle::Style);

/// The word `error`.
pub(super) const ERROR: Style = Style(AnsiColor::Red.on_default().bold());
/// What is wrong.
pub(super) const STRONG: Style = Style(anstyle::Style::new().bold());
/// The arrow before a place.
pub(super) const PLACE: Style = Style(AnsiColor::Blue.on_default().bold());
/// The word `help`.
pub(super) const HELP: Style = Style(AnsiColor::Cyan.on_default().bold());
/// What was done.
pub(super) const DONE: Style = Style(AnsiColor::Green.on_default().bold());
/// What was done otherwise than might be expected.
pub(super) const NOTE: Style = Style(AnsiColor::Yellow.on_default().bold());
/// A line that a file lacks.
pub(super) const ADDED: Style = Style(AnsiColor::Green.on_default());
/// A line that a file should not have.
pub(super) const REMOVED: Style = Style(AnsiColor::Red.on_default());
/// Where in a file a difference is.
pub(super) const HUNK: Style = Style(AnsiColor::Cyan.on_default());

/// A change that breaks something.
pub(super) const BREAKING: Style = Style(AnsiColor::Red.on_default().bold());
/// A change that alters how something acts.
pub(super) const BEHAVIOR: Style = Style(AnsiColor::Yellow.on_default().bold());
/// A change that adds something.
pub(super) const ADDITIVE: Style = Style(AnsiColor::Green.on_default().bold());

/// The name of a shape.
pub(super) const SHAPE: Style = Style(AnsiColor::Cyan.on_default());
/// A value of an enum.
pub(super) const VALUE: Style = Style(AnsiColor::Green.on_default());
/// What is beside the matter.
pub(super) const ASIDE: Style = Style(anstyle::Style::new().dimmed());

impl Style {
    /// Text in this style.
    pub(super) fn paint<T: fmt::Display>(self, text: T) -> Painted<T> {
        Painted { text, style: self.0 }
    }
}

/// Text in a style.
pub(super) struct Painted<T> {
    text: T,
    style: anstyle::Style,
}

impl<T: fmt::Display> fmt::Display for Painted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, style } = self;
        write!(f, "{style}{text}{style:#}")
    }
}
