//! The known tags and their meanings.

/// The effect of a known tag on the text inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// A paragraph, or anything else that only separates its text.
    Paragraph,
    /// `<br>` and `<hr>`.
    Break,
    List(ListStyle),
    Item,
    /// The term of a definition list.
    Term,
    /// The definition of a term in a definition list.
    Definition,
    Aside(Aside),
    /// `<h1>` to `<h6>`.
    Heading(u8),
    Preformatted,
    Table,
    Row,
    Cell,
    Code,
    Bold,
    Italic,
    Link,
    /// Markup without a counterpart in Markdown: its text stays.
    Transparent,
    /// Markup whose text is not meant for readers: `<script>` and `<style>`.
    Hidden,
}

/// How a list marks its items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListStyle {
    Bulleted,
    Numbered,
}

/// Text that is set apart from its surroundings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aside {
    Note,
    Important,
    Caution,
    Warning,
    Tip,
    Quotation,
}

impl Aside {
    /// The word that introduces the aside.
    pub(super) fn label(self) -> Option<&'static str> {
        match self {
            Self::Note => Some("Note:"),
            Self::Important => Some("Important:"),
            Self::Caution => Some("Caution:"),
            Self::Warning => Some("Warning:"),
            Self::Tip => Some("Tip:"),
            Self::Quotation => None,
        }
    }
}

impl Tag {
    /// The known tag with this name, in any case: HTML's, AWS's own and the few of DocBook's that
    /// AWS left in its models.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "p" | "div" | "para" | "fullname" => Self::Paragraph,
            "br" | "hr" => Self::Break,
            "ul" | "dl" => Self::List(ListStyle::Bulleted),
            "ol" => Self::List(ListStyle::Numbered),
            "li" => Self::Item,
            "dt" => Self::Term,
            "dd" => Self::Definition,
            "note" => Self::Aside(Aside::Note),
            "important" => Self::Aside(Aside::Important),
            "caution" => Self::Aside(Aside::Caution),
            "warning" => Self::Aside(Aside::Warning),
            "tip" => Self::Aside(Aside::Tip),
            "blockquote" => Self::Aside(Aside::Quotation),
            "h1" | "h2" => Self::Heading(1),
            "h3" => Self::Heading(2),
            "h4" => Self::Heading(3),
            "h5" | "h6" => Self::Heading(4),
            "pre" => Self::Preformatted,
            "table" => Self::Table,
            "tr" => Self::Row,
            "td" | "th" => Self::Cell,
            "code" | "tt" | "kbd" | "samp" => Self::Code,
            "b" | "strong" => Self::Bold,
            "i" | "em" | "cite" | "var" | "emphasis" => Self::Italic,
            "a" | "ulink" => Self::Link,
            "u" | "s" | "span" | "img" | "font" | "small" | "sub" | "sup" | "replaceable"
            | "html" | "body" | "thead" | "tbody" | "tfoot" => Self::Transparent,
            "script" | "style" => Self::Hidden,
            _ => return None,
        })
    }

    /// Whether the tag only styles the words of a paragraph.
    pub(super) fn is_inline(self) -> bool {
        matches!(self, Self::Code | Self::Bold | Self::Italic | Self::Link | Self::Transparent)
    }

    /// Whether an opening tag is only markup if a closing tag follows. The text that these tags
    /// affect is everything after them, too much to lose to a placeholder such as `table/<table>`.
    pub(super) fn needs_closing(self) -> bool {
        matches!(self, Self::Hidden | Self::Table | Self::Preformatted)
    }
}
