//! Colors. They always come with a sign or a word, and anstream removes them where they are not
//! supported.

use anstyle::{AnsiColor, Style};

use crate::state::Phase;

pub(crate) const ERROR: Style = AnsiColor::Red.on_default().bold();
pub(crate) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
pub(crate) const NAME: Style = Style::new().bold();
pub(crate) const FAINT: Style = Style::new().dimmed();

pub(crate) fn paint(style: Style, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{style}{text}{style:#}") }
}

impl Phase {
    pub(crate) fn style(self) -> Style {
        match self {
            Self::Ready => AnsiColor::Cyan.on_default(),
            Self::Idle => FAINT,
            Self::Active => AnsiColor::Blue.on_default().bold(),
            Self::Succeeded => AnsiColor::Green.on_default(),
            Self::Failed => AnsiColor::Red.on_default().bold(),
            Self::Stopped => AnsiColor::Yellow.on_default(),
            Self::Unknown => AnsiColor::Magenta.on_default(),
        }
    }
}
