//! Writes the text of a document.

use std::collections::HashMap;

use crate::model::{Kind, Source};

use super::super::apparatus;
use super::super::draft::{Draft, Role};
use super::super::fields::hyperlink;
use super::super::ink::Looks;
use super::super::manuscript::Manuscript;
use super::super::xml::{Element, Node, Xml};
use super::lists::Lists;
use super::paragraph::Paragraph;
use super::styles::Styles;

/// Names of sections that citation programs keep a list of works in.
static WORKS: [&str; 4] = ["ZOTERO_BIBL", "CSL_BIBLIOGRAPHY", "Mendeley Bibliography", "JR_bib"];

/// What a note interrupts.
#[derive(Debug)]
struct Around {
    note: Option<usize>,
    lists: Lists,
    cells: usize,
    /// How many paragraphs had begun.
    paragraphs: usize,
}

pub(super) struct Writer<'a> {
    styles: &'a Styles,
    manuscript: Manuscript,
    lists: Lists,
    /// The page of what is written; none if the document does not tell.
    pub(super) page: Option<u32>,
    /// Whether anything stands on the first page.
    begun: bool,
    /// The paragraphs that have begun: a note or text box stands within one.
    paragraphs: Vec<Paragraph>,
    around: Vec<Around>,
    cells: usize,
    /// How many indexes have begun, and the sections that are open, true for lists of works.
    indexes: usize,
    sections: Vec<bool>,
    by_id: HashMap<String, usize>,
    counted: HashMap<bool, usize>,
    /// Other documents that belong here and are not in the file.
    pub(super) elsewhere: Vec<String>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(styles: &'a Styles) -> Self {
        Self {
            styles,
            manuscript: Manuscript::default(),
            lists: Lists::default(),
            page: None,
            begun: false,
            paragraphs: Vec::new(),
            around: Vec::new(),
            cells: 0,
            indexes: 0,
            sections: Vec::new(),
            by_id: HashMap::new(),
            counted: HashMap::new(),
            elsewhere: Vec::new(),
        }
    }

    /// Writes what is left of `xml`: the inside of `office:body`.
    pub(super) fn read(&mut self, xml: &mut Xml) {
        // Where the text began that is being read: entities cut it into pieces.
        let mut began = None;
        loop {
            let at = xml.position();
            let Some(node) = xml.next() else { return };
            let Node::Text(text) = node else {
                began = None;
                match node {
                    Node::Start(element) => self.start(&element, xml),
                    Node::End(name) => self.end(&name),
                    Node::Text(_) => {}
                }
                continue;
            };
            let source = Source::at(0_u32, *began.get_or_insert(at));
            if let Some(paragraph) = self.paragraphs.last_mut() {
                paragraph.write(&text, source);
            }
        }
    }

    /// The note that is being written.
    pub(super) fn open_note(&self) -> Option<usize> {
        self.manuscript.note
    }

    /// The draft; whatever was cut off has ended.
    pub(super) fn finish(mut self) -> Draft {
        while !self.paragraphs.is_empty() {
            if self.around.last().is_some_and(|around| around.paragraphs == self.paragraphs.len()) {
                self.end_note();
            } else {
                self.end_paragraph();
            }
        }
        self.manuscript.finish()
    }

    /// Writes what no text of the part stands for.
    fn write(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.write(text, None);
        }
    }

    fn start(&mut self, element: &Element, xml: &mut Xml) {
        match element.name() {
            b"tracked-changes"
            | b"annotation"
            | b"forms"
            | b"object"
            | b"object-ole"
            | b"binary-data"
            | b"desc"
            | b"ruby-text"
            | b"script"
            | b"event-listeners"
            | b"table-of-content-source"
            | b"illustration-index-source"
            | b"table-index-source"
            | b"object-index-source"
            | b"user-index-source"
            | b"alphabetical-index-source"
            | b"bibliography-source"
            | b"sequence-decls"
            | b"variable-decls"
            | b"user-field-decls"
            | b"math" => xml.skip(),
            b"hidden-text" if is_hidden(element) => xml.skip(),
            b"hidden-paragraph" if is_hidden(element) => self.hide_paragraph(),
            b"title" if self.paragraphs.last().is_none_or(|paragraph| paragraph.frames > 0) => xml.skip(),
            b"p" | b"h" => self.begin_paragraph(element),
            b"span" => self.begin_span(element),
            b"a" => self.begin_link(element),
            b"note" => self.begin_note(element, xml),
            b"note-citation" => self.label(element, xml),
            b"note-ref" => self.refer_again(element, xml),
            b"frame" | b"custom-shape" => self.frame(1),
            _ => self.start_block(element, xml),
        }
    }

    fn start_block(&mut self, element: &Element, xml: &mut Xml) {
        match element.name() {
            b"list" => self.lists.begin(element),
            b"list-item" => self.lists.begin_entry(element, false),
            b"list-header" => self.lists.begin_entry(element, true),
            b"number" => {
                let number = xml.text();
                self.lists.print(&number);
            }
            b"table" => self.break_page("table", element),
            b"table-cell" => self.cells += 1,
            b"section" => self.begin_section(element, xml),
            b"section-source" => self.elsewhere.extend(element.attribute("href")),
            b"table-of-content"
            | b"illustration-index"
            | b"table-index"
            | b"object-index"
            | b"user-index"
            | b"alphabetical-index" => self.indexes += 1,
            b"bibliography" => self.sections.push(true),
            b"s" | b"tab" => self.write(" "),
            b"line-break" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.line_break();
                }
            }
            b"soft-page-break" => self.next_page(),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"p" | b"h" => self.end_paragraph(),
            b"span" => self.with_paragraph(Paragraph::end_span),
            b"a" => self.with_paragraph(Paragraph::end_link),
            b"note" => self.end_note(),
            b"frame" | b"custom-shape" => self.frame(-1),
            b"list" => self.lists.end(),
            b"list-item" | b"list-header" => self.lists.end_entry(),
            b"table-cell" => self.cells = self.cells.saturating_sub(1),
            b"section" | b"bibliography" => {
                self.sections.pop();
            }
            b"table-of-content"
            | b"illustration-index"
            | b"table-index"
            | b"object-index"
            | b"user-index"
            | b"alphabetical-index" => self.indexes = self.indexes.saturating_sub(1),
            _ => {}
        }
    }

    fn with_paragraph(&mut self, change: impl FnOnce(&mut Paragraph)) {
        self.paragraphs.last_mut().map(change);
    }

    fn frame(&mut self, change: isize) {
        self.with_paragraph(|paragraph| {
            paragraph.frames = paragraph.frames.saturating_add_signed(change);
        });
    }

    fn hide_paragraph(&mut self) {
        self.with_paragraph(|paragraph| paragraph.hidden = true);
    }

    fn begin_paragraph(&mut self, element: &Element) {
        let style = element.attribute("style-name").unwrap_or_default();
        self.break_page("paragraph", element);
        let heading = element.name() == b"h";
        let outline = element.number("outline-level").and_then(|level| u8::try_from(level).ok());
        let level = if heading { outline.or(Some(1)) } else { self.styles.level(&style) };
        let entry = self.lists.role(&self.styles.lists, self.styles.list(&style));
        let works = self.sections.contains(&true) || self.styles.is_work(&style);
        let role = match (level, entry) {
            (Some(level), _) => Role::Heading(level),
            (None, Some(entry)) => entry,
            _ if works || self.indexes > 0 => Role::Item(None),
            _ if self.cells > 0 => Role::Cell,
            _ => Role::Paragraph,
        };
        let looks = Looks { hidden: self.styles.looks("paragraph", &style).hidden, ..Looks::default() };
        self.paragraphs.push(Paragraph::new(role, works, self.page, looks));
    }

    fn end_paragraph(&mut self) {
        let Some(Paragraph { role, works, .. }) = self.paragraphs.last() else { return };
        let (role, works) = (role.clone(), *works);
        let flow = self.paragraphs.pop().map(Paragraph::finish).unwrap_or_default();
        self.begun = true;
        self.manuscript.place(role, works, flow);
    }

    fn begin_span(&mut self, element: &Element) {
        let style = element.attribute("style-name").unwrap_or_default();
        let looks = self.styles.looks("text", &style);
        self.with_paragraph(|paragraph| paragraph.begin_span(looks));
    }

    fn begin_link(&mut self, element: &Element) {
        let link = element.attribute("href").and_then(|address| hyperlink(&address, None));
        self.with_paragraph(|paragraph| paragraph.begin_link(link));
    }

    fn begin_note(&mut self, element: &Element, xml: &mut Xml) {
        let endnote = element.attribute("note-class").as_deref() == Some("endnote");
        let note = self.manuscript.draft.notes.len();
        if !self.paragraphs.last_mut().is_some_and(|paragraph| paragraph.refer(note)) {
            return xml.skip();
        }
        self.manuscript.add_note(String::new(), if endnote { Kind::Endnote } else { Kind::Footnote });
        self.by_id.extend(element.attribute("id").map(|id| (id, note)));
        *self.counted.entry(endnote).or_default() += 1;
        self.around.push(Around {
            note: self.manuscript.note.replace(note),
            lists: std::mem::take(&mut self.lists),
            cells: std::mem::take(&mut self.cells),
            paragraphs: self.paragraphs.len(),
        });
    }

    fn label(&mut self, element: &Element, xml: &mut Xml) {
        let printed = xml.text();
        let label = element.attribute("label").unwrap_or(printed);
        if let Some(note) = self.manuscript.note.filter(|_| !self.around.is_empty()) {
            label.trim().clone_into(&mut self.manuscript.draft.notes[note].label);
        }
    }

    fn end_note(&mut self) {
        let Some(Around { note: outer, lists, cells, .. }) = self.around.pop() else { return };
        (self.lists, self.cells) = (lists, cells);
        let Some(note) = std::mem::replace(&mut self.manuscript.note, outer) else { return };
        let note = &mut self.manuscript.draft.notes[note];
        if note.label.is_empty() {
            let number = self.counted.get(&(note.kind == Kind::Endnote)).copied().unwrap_or_default();
            note.label = number.to_string();
        }
        apparatus::strip_label(&mut note.flow, Some(&note.label), false);
    }

    /// A cross reference to a note: a second marker of it if it is raised, else text.
    fn refer_again(&mut self, element: &Element, xml: &mut Xml) {
        let printed = xml.text();
        let note = element.attribute("ref-name").and_then(|id| self.by_id.get(&id).copied());
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match note.filter(|_| paragraph.looks().raised == Some(true)) {
            Some(note) => {
                paragraph.refer(note);
            }
            None => paragraph.write(&printed, None),
        }
    }

    fn begin_section(&mut self, element: &Element, xml: &mut Xml) {
        if element.attribute("display").as_deref() == Some("none") || is_hidden(element) {
            return xml.skip();
        }
        let name = element.attribute("name").unwrap_or_default();
        self.sections.push(WORKS.iter().any(|known| name.contains(known)));
    }

    /// Turns the page if the style of a paragraph or table says that it begins one.
    fn break_page(&mut self, family: &str, element: &Element) {
        let style = element.attribute("style-name").unwrap_or_default();
        let outermost = self.paragraphs.is_empty() && self.cells == 0;
        if outermost && self.begun && self.styles.begins_page(family, &style) {
            self.next_page();
        }
    }

    fn next_page(&mut self) {
        self.page = self.page.map(|page| page.saturating_add(1));
        let page = self.page;
        self.with_paragraph(|paragraph| paragraph.set_page(page));
    }
}

fn is_hidden(element: &Element) -> bool {
    element.attribute("is-hidden").as_deref() == Some("true")
}
