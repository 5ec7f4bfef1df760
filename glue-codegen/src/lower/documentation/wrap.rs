//! Breaks a paragraph into lines, none of which starts a block of its own.

use super::escape::UNBREAKABLE_SPACE;

/// Breaks a paragraph at its spaces into lines of at most `width` characters, where words allow.
pub(super) fn lines(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    let mut used = 0;
    for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
        let length = word.chars().count();
        if !words.is_empty() && used + 1 + length > width {
            let carried = words.split_off(break_before(&words, word));
            lines.push(line(&words));
            words = carried;
            used = words.iter().map(|word| word.chars().count()).sum::<usize>()
                + words.len().saturating_sub(1);
        }
        used += usize::from(!words.is_empty()) + length;
        words.push(word);
    }
    if !words.is_empty() {
        lines.push(line(&words));
    }
    lines
}

/// The paragraph on one line, where the start of a line has no special meaning.
pub(super) fn one_line(paragraph: &str) -> String {
    paragraph.replace(UNBREAKABLE_SPACE, " ")
}

/// The number of the line's words that stay on it when `next` no longer fits. A word that looks
/// like a mark takes the words before it along, so that it needs no backslash.
fn break_before(words: &[&str], next: &str) -> usize {
    if mark(next).is_none() {
        return words.len();
    }
    let plain = words.iter().rposition(|word| mark(word).is_none());
    plain.filter(|position| *position > 0).unwrap_or(words.len())
}

fn line(words: &[&str]) -> String {
    let mut line = one_line(&words.join(" "));
    if let Some(position) = words.first().and_then(|first| mark(first)) {
        line.insert(position, '\\');
    }
    line
}

/// The position where a word at the start of a line needs a backslash, if Markdown would otherwise
/// read it as the mark of a list, a heading, a quotation, a table, an underline or a rule.
fn mark(word: &str) -> Option<usize> {
    let only = |characters: &str| word.chars().all(|character| characters.contains(character));
    let is_mark = match word.chars().next()? {
        '>' | '|' => true,
        '#' => only("#"),
        '=' => only("="),
        '+' => only("+"),
        '*' => only("*"),
        '-' => only("-:|"),
        ':' => only("-:|") && word.contains('-'),
        '0'..='9' => {
            let delimiter = word.trim_start_matches(|character: char| character.is_ascii_digit());
            return matches!(delimiter, "." | ")").then_some(word.len() - 1);
        }
        _ => false,
    };
    is_mark.then_some(0)
}
