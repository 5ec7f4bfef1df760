//! Text of a document, fit for a message.

use glue_model::Plain;

/// How many characters a message repeats.
const SHOWN: usize = 80;

/// The start of a text, without characters that change how a terminal shows it.
pub(super) fn excerpt(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", Plain(text.get(..end).unwrap_or_default())),
        None => Plain(text).to_string(),
    }
}
