//! Follows the tags of a document and cuts its text into blocks.

use super::inline::{Emphasis, Inline, Style};
use super::link;
use super::nesting::Nesting;
use super::preformatted::{self, Content};
use super::table::Table;
use super::tag::{Aside, ListStyle, Tag};
use super::token::{self, Token};
use super::writer::Writer;

const LABEL: Style = Style { emphasis: Emphasis::Label, code: None, link: None };

/// The Markdown of the document.
pub(super) fn render(tokens: &[Token<'_>]) -> String {
    let mut builder = Builder::default();
    builder.read(tokens, Depth::Document);
    builder.in_table(Tag::Table, true);
    builder.close_to(0);
    builder.end_paragraph();
    builder.writer.finish()
}

/// The source of tokens. Text may hold HTML that was escaped once too often, but only once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Depth {
    Document,
    Embedded,
}

#[derive(Debug, Default)]
struct Builder {
    writer: Writer,
    /// The paragraph being read.
    inline: Inline,
    formatting: Formatting,
    /// The number of pieces of code so far.
    codes: usize,
    /// The paragraph is a heading of this level.
    heading: Option<u8>,
    /// The paragraph is the term of a definition list.
    term: bool,
    /// The number of words in the paragraph when it was only a label, such as `Note:`, of the next
    /// text.
    label: Option<usize>,
    nesting: Nesting,
    table: Option<Table>,
}

/// The inline elements that are open.
#[derive(Debug, Default)]
struct Formatting {
    bold: usize,
    italic: usize,
    code: usize,
    link: Option<usize>,
    /// A link without an address that names something of the model.
    reference: bool,
}

impl Builder {
    fn read(&mut self, tokens: &[Token<'_>], depth: Depth) {
        let mut rest = tokens;
        while let Some((token, after)) = rest.split_first() {
            rest = after;
            match token {
                Token::Text(text) if self.formatting.reference => {
                    // AWS writes `Shape$Member`.
                    self.inline.push(&text.replace('$', "."), self.style());
                }
                Token::Text(text) if depth == Depth::Document && self.is_html(text) => {
                    self.read(&token::tokenize(text), Depth::Embedded);
                }
                Token::Text(text) => self.inline.push(text, self.style()),
                Token::Unknown { markup, placeholder } => self.unknown(markup, *placeholder),
                Token::Open { tag: Tag::Link, address } => {
                    self.open_link(address.as_deref(), after)
                }
                Token::Open { tag, .. } | Token::Close(tag)
                    if self.table.is_some() && !tag.is_inline() =>
                {
                    self.in_table(*tag, matches!(token, Token::Close(_)));
                }
                Token::Open { tag: Tag::Preformatted, .. } if depth == Depth::Document => {
                    rest = self.preformatted(after);
                }
                Token::Open { tag, .. } => self.open(*tag),
                Token::Close(tag) => self.close(*tag),
            }
        }
    }

    fn open(&mut self, tag: Tag) {
        let Formatting { bold, italic, code, link, .. } = &mut self.formatting;
        match tag {
            Tag::Code => {
                self.codes += usize::from(*code == 0);
                *code += 1;
            }
            // Inside code or a link, emphasis would cut it to pieces.
            Tag::Bold | Tag::Italic if *code > 0 || link.is_some() => {}
            Tag::Bold => *bold += 1,
            Tag::Italic => *italic += 1,
            Tag::Link | Tag::Transparent | Tag::Hidden => {}
            Tag::Paragraph | Tag::Row | Tag::Cell | Tag::Preformatted => self.break_paragraph(),
            Tag::Break if self.heading.is_some() || self.term => self.inline.push_space(),
            Tag::Break => self.break_paragraph(),
            Tag::Heading(level) => {
                self.end_paragraph();
                self.heading = Some(level);
            }
            Tag::List(style) => self.open_list(style),
            Tag::Item => self.open_item(),
            Tag::Term => {
                self.open_item();
                self.term = true;
            }
            Tag::Definition => self.open_definition(),
            Tag::Aside(aside) => self.open_aside(aside),
            Tag::Table => {
                self.end_paragraph();
                self.table = Some(Table::default());
            }
        }
    }

    fn close(&mut self, tag: Tag) {
        let Formatting { bold, italic, code, link, reference } = &mut self.formatting;
        match tag {
            Tag::Code => *code = code.saturating_sub(1),
            Tag::Bold => *bold = bold.saturating_sub(1),
            Tag::Italic => *italic = italic.saturating_sub(1),
            Tag::Link => (*link, *reference) = (None, false),
            Tag::Transparent | Tag::Hidden | Tag::Break => {}
            Tag::Term => self.end_term(),
            Tag::Heading(_) => self.end_paragraph(),
            Tag::List(_) => self.close_list(),
            Tag::Aside(_) => self.close_aside(),
            Tag::Item | Tag::Definition => self.close_item(),
            Tag::Paragraph | Tag::Preformatted | Tag::Table | Tag::Row | Tag::Cell => {
                self.break_paragraph()
            }
        }
    }

    /// Whether text is HTML that was escaped once too often: nobody shows a whole paragraph of
    /// HTML.
    fn is_html(&self, text: &str) -> bool {
        self.formatting.code == 0
            && self.table.is_none()
            && text.trim_start().starts_with("<p>")
            && text.contains("</p>")
    }

    fn unknown(&mut self, markup: &str, placeholder: bool) {
        if self.formatting.code > 0 {
            self.inline.push(markup, self.style());
        } else if placeholder {
            // A tag with attributes is an example of XML.
            self.formatting.reference |= markup.contains('=');
            self.codes += 1;
            self.inline.push(markup, self.style());
            self.formatting.reference = false;
        }
    }

    fn style(&self) -> Style {
        let Formatting { bold, italic, code, link, reference } = self.formatting;
        let emphasis = match (self.term, bold > 0, italic > 0) {
            (true, _, _) => Emphasis::Label,
            (false, true, _) => Emphasis::Bold,
            (false, false, true) => Emphasis::Italic,
            (false, false, false) => Emphasis::None,
        };
        Style { emphasis, code: (code > 0 || reference).then_some(self.codes), link }
    }
}

/// Paragraphs.
impl Builder {
    /// Ends the paragraph, unless it is only the label of the next text.
    fn break_paragraph(&mut self) {
        if !self.is_only_label() {
            self.end_paragraph();
        }
    }

    fn is_only_label(&self) -> bool {
        self.label == Some(self.inline.words())
    }

    /// Writes the paragraph and closes what it left open.
    fn end_paragraph(&mut self) {
        self.end_term();
        let heading = self.heading.take();
        let inline = std::mem::take(&mut self.inline);
        self.formatting = Formatting::default();
        self.label = None;
        if inline.is_empty() {
            return;
        }
        let markdown = inline.to_markdown();
        match heading {
            // In the summary, in lists and in quotations, a heading becomes a paragraph.
            Some(level) if !self.writer.is_empty() && self.nesting.is_empty() => {
                self.writer.heading(level, &markdown)
            }
            _ => self.writer.paragraph(&markdown),
        }
    }

    /// Makes the paragraph the label of the next text.
    fn start_label(&mut self) {
        self.inline.push_space();
        self.label = Some(self.inline.words());
        self.formatting = Formatting::default();
    }

    /// Makes the complete term the label of its definition.
    fn end_term(&mut self) {
        if !std::mem::take(&mut self.term) || self.inline.is_empty() {
            return;
        }
        if self.inline.last_character() != Some(':') {
            self.inline.push(":", LABEL);
        }
        self.start_label();
    }

    /// Starts a link. A link without an address around a single name is AWS's way to refer to an
    /// operation, a shape or a member, and becomes code.
    fn open_link(&mut self, address: Option<&str>, after: &[Token<'_>]) {
        self.formatting.link = address
            .and_then(link::destination)
            .map(|destination| self.inline.add_link(destination));
        self.formatting.reference = match after {
            [Token::Text(text), Token::Close(Tag::Link), ..] => {
                address.is_none() && is_name(text.trim())
            }
            _ => false,
        };
        self.codes += usize::from(self.formatting.reference && self.formatting.code == 0);
    }

    /// Reads preformatted text, and returns what follows it.
    fn preformatted<'t, 'a>(&mut self, tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
        self.end_paragraph();
        let (content, rest) = preformatted::content(tokens);
        match content {
            Content::Nothing => {}
            Content::Code(code) => self.writer.code(&code),
            Content::Document(html) => {
                self.read(&token::tokenize(&html), Depth::Embedded);
                self.end_paragraph();
            }
        }
        rest
    }
}

/// Lists, asides and what they hold.
impl Builder {
    fn close_to(&mut self, remaining: usize) {
        while self.nesting.len() > remaining {
            // A label without text after it says nothing.
            if self.nesting.innermost_is_aside() && self.is_only_label() {
                self.inline = Inline::default();
            }
            self.end_paragraph();
            if let Some(depth) = self.nesting.leave() {
                self.writer.close_to(depth);
            }
        }
    }

    fn open_list(&mut self, style: ListStyle) {
        self.end_paragraph();
        self.nesting.enter_list(self.writer.depth());
        self.writer.open_list(style);
    }

    fn close_list(&mut self) {
        self.end_term();
        if let Some(outside) = self.nesting.around_list() {
            self.close_to(outside);
        }
    }

    fn open_item(&mut self) {
        self.close_item();
        if self.nesting.around_list().is_none() {
            self.open_list(ListStyle::Bulleted);
        }
        self.writer.open_item();
    }

    /// Ends the text of an item. The item itself ends with the next item or with its list: text
    /// between items belongs to the item before.
    fn close_item(&mut self) {
        if let Some(outside) = self.nesting.around_list() {
            self.close_to(outside + 1);
        }
        self.end_paragraph();
    }

    fn open_definition(&mut self) {
        self.end_term();
        self.break_paragraph();
        if self.nesting.around_list().is_none() || !self.writer.is_in_item() {
            self.open_item();
        }
    }

    fn open_aside(&mut self, aside: Aside) {
        self.end_paragraph();
        self.nesting.enter_aside(self.writer.depth());
        self.writer.open_quotation();
        if let Some(label) = aside.label() {
            self.inline.push(label, LABEL);
            self.start_label();
        }
    }

    fn close_aside(&mut self) {
        if let Some(outside) = self.nesting.around_aside() {
            self.close_to(outside);
        }
    }
}

/// Tables.
impl Builder {
    /// Reads a tag in a table, whose cells hold words and no blocks.
    fn in_table(&mut self, tag: Tag, closing: bool) {
        let Some(table) = &mut self.table else {
            return;
        };
        if !matches!(tag, Tag::Table | Tag::Row | Tag::Cell) {
            self.inline.push_space();
            return;
        }
        let cell = std::mem::take(&mut self.inline);
        self.formatting = Formatting::default();
        table.end_cell((!cell.is_empty()).then(|| cell.to_markdown()));
        match tag {
            Tag::Row => table.start_row(),
            Tag::Cell if !closing => table.start_cell(),
            Tag::Table if closing => self.close_table(),
            _ => {}
        }
    }

    fn close_table(&mut self) {
        if let Some(table) = self.table.take() {
            let lines = table.into_lines();
            if !lines.is_empty() {
                self.writer.block(lines.iter().map(String::as_str));
            }
        }
    }
}

/// Whether this names an operation, a shape or a member of a shape.
fn is_name(text: &str) -> bool {
    let mut words = text.splitn(2, '$');
    text.contains(|each: char| each.is_ascii_uppercase())
        && words.all(|word| {
            !word.is_empty() && word.chars().all(|each| each.is_ascii_alphanumeric() || each == '_')
        })
}
