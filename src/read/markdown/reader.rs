//! From the parser's events to a draft.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::model::{Document, Format, Kind};

use super::super::apparatus;
use super::super::draft::{Draft, DraftBlock, DraftNote, Role};
use super::super::html;
use super::super::lines::Lines;
use super::inline::Inline;
use super::mentions::{self, Mentions};
use super::{cited, front_matter, mask};

/// Reads a Markdown document.
pub(in crate::read) fn read_markdown(source: &str) -> Document {
    let mut document = Document::new(Format::Markdown);
    let start = front_matter::read(source, &mut document);
    let (head, body) = source.split_at(start);
    let source = &format!("{head}{}", cited::as_notes(body));
    let masked = mask::mask(source);
    let mut reader = Reader::new(&masked, start);
    for (event, range) in Parser::new_ext(&masked[start..], options()).into_offset_iter() {
        if reader.draft.is_full() {
            break;
        }
        reader.take(event, range.start + start..range.end + start);
    }
    let mut draft = reader.finish();
    for label in mentions::keep_undefined(&mut draft) {
        document.warnings.push(format!("note {label} is referred to, but has no text"));
    }
    document.title = document.title.or_else(|| first_heading(&draft));
    apparatus::settle(draft, &mut document);
    document
}

/// What is left off on purpose: strikethrough and subscript (`~` occurs in addresses), smart
/// punctuation and mathematics (they change characters), wiki links (no web sources).
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}

fn first_heading(draft: &Draft) -> Option<String> {
    let heading = draft.blocks.iter().find(|block| block.role == Role::Heading(1))?;
    Some(heading.flow.text.clone())
}

/// A container that gives the text in it a role.
#[derive(Debug)]
enum Container {
    /// A list, with the number of its next entry.
    List(Option<u64>),
    /// An entry, with its role until its first text is written.
    Entry(Role),
    /// The definition of the note with this index.
    Note(usize),
}

struct Reader<'a> {
    lines: Lines,
    inline: Inline<'a>,
    draft: Draft,
    mentions: Mentions,
    containers: Vec<Container>,
    heading: Option<u8>,
    /// The block of HTML being collected, and the byte it begins at.
    html: Option<(String, usize)>,
    /// Whether what comes is code.
    code: bool,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str, start: usize) -> Self {
        Self {
            lines: Lines::new(source),
            inline: Inline::new(source, start),
            draft: Draft::default(),
            mentions: Mentions::default(),
            containers: Vec::new(),
            heading: None,
            html: None,
            code: false,
        }
    }

    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Html(html) => {
                let (collected, _) = self.html.get_or_insert_with(|| (String::new(), range.start));
                collected.push_str(&html);
            }
            Event::Text(_) if self.code => {}
            event => self.inline.take(event, range, &self.lines, &mut self.draft.notes, &mut self.mentions),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. } => {
                self.inline.start(tag, range, &self.lines);
                return;
            }
            _ => self.flush(),
        }
        self.inline.enter_block(range.clone());
        match tag {
            Tag::Heading { level, .. } => self.heading = Some(number_of(level)),
            Tag::CodeBlock(_) => self.code = true,
            Tag::List(first) => self.containers.push(Container::List(first)),
            Tag::Item => self.start_item(),
            Tag::DefinitionListDefinition => self.containers.push(Container::Entry(Role::Item(None))),
            Tag::TableCell => self.containers.push(Container::Entry(Role::Cell)),
            Tag::FootnoteDefinition(label) => {
                let note = self.draft.notes.len();
                self.mentions.define(&label, range.start, note);
                self.draft.notes.push(DraftNote::new(label.into_string(), Kind::Footnote));
                self.containers.push(Container::Note(note));
            }
            _ => {}
        }
    }

    fn start_item(&mut self) {
        let number = match self.containers.last_mut() {
            Some(Container::List(Some(next))) => {
                *next += 1;
                Some((*next - 1).to_string())
            }
            _ => None,
        };
        self.containers.push(Container::Entry(Role::Item(number)));
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image => {
                self.inline.end(&self.lines);
                return;
            }
            _ => self.flush(),
        }
        self.inline.leave_block();
        match tag {
            TagEnd::Heading(_) => self.heading = None,
            TagEnd::CodeBlock => self.code = false,
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::TableCell
            | TagEnd::DefinitionListDefinition
            | TagEnd::FootnoteDefinition => {
                self.containers.pop();
            }
            _ => {}
        }
    }

    fn html_block(&mut self) {
        let Some((html, start)) = self.html.take() else { return };
        for block in html::fragment(&html, self.lines.line(start)) {
            self.place(block);
        }
    }

    /// Ends the text being written, if there is one.
    fn flush(&mut self) {
        let Some(flow) = self.inline.finish(&self.lines, &mut self.draft.notes) else { return };
        let role = match self.heading {
            Some(level) => Role::Heading(level),
            None => Role::Paragraph,
        };
        self.place(DraftBlock { role, flow });
    }

    /// Puts a block where it belongs: into the note being defined, or into the body.
    fn place(&mut self, mut block: DraftBlock) {
        let note = self.containers.iter().rev().find_map(|container| match container {
            Container::Note(note) => Some(*note),
            _ => None,
        });
        if let Some(note) = note {
            self.draft.notes[note].flow.append(block.flow);
            return;
        }
        if let (Role::Paragraph, Some(Container::Entry(role))) = (&block.role, self.containers.last_mut()) {
            let rest = if *role == Role::Cell { Role::Cell } else { Role::ItemContinued };
            block.role = std::mem::replace(role, rest);
        }
        self.draft.blocks.push(block);
    }

    fn finish(mut self) -> Draft {
        self.flush();
        self.html_block();
        self.mentions.resolve(&mut self.draft);
        self.draft
    }
}

fn number_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
