//! Writes the paragraphs of a document into a draft.

use std::collections::HashMap;

use crate::model::{Kind, Source};

use super::super::apparatus;
use super::super::draft::{Draft, DraftNote, Role};
use super::super::fields::{Fields, hyperlink};
use super::super::flow::Sign;
use super::super::ink::{Ink, Looks};
use super::super::manuscript::{Manuscript, cut_rest_of_label};
use super::super::note_numbers::{Reference, Rules, labels};
use super::super::symbols;
use super::super::torn;
use super::super::xml::{Element, Node, Xml};
use super::numbering::Numbering;
use super::properties::{self, ParagraphProperties, RunProperties};
use super::relations::Relations;
use super::styles::Styles;

/// What holds for the whole document.
pub(super) struct Paper {
    pub(super) styles: Styles,
    pub(super) settings: Rules,
}

/// A paragraph being written.
#[derive(Default)]
struct Paragraph {
    ink: Ink,
    properties: ParagraphProperties,
    looks: Looks,
    /// The reference whose mark the author chose, until its run ends.
    custom: Option<usize>,
    /// Whether a field says that it is part of a list of works.
    works: bool,
}

pub(super) struct Writer<'a> {
    paper: &'a Paper,
    numbering: Numbering,
    manuscript: Manuscript,
    /// The page of what is written; none if pages are not known.
    pub(super) page: Option<u32>,
    /// Which of the parts is being read.
    pub(super) part: u32,
    /// The paragraphs that have begun: a text box stands within one.
    paragraphs: Vec<Paragraph>,
    /// A text that goes on in the next paragraph.
    joined: Option<Ink>,
    fields: Fields,
    links: Vec<Option<Sign>>,
    choices: Vec<bool>,
    cells: usize,
    sections: Vec<Rules>,
    references: Vec<Reference>,
    /// The notes referred to, by kind and id.
    by_id: HashMap<(bool, String), usize>,
    /// Whether the label of the note being written was met there.
    labelled: bool,
    written: Vec<bool>,
    /// Texts of other formats by the identifiers of their relations.
    pub(super) chunks: HashMap<String, Draft>,
    /// What is to be told of the address that the text broke off at.
    torn: Option<String>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(paper: &'a Paper, numbering: Numbering) -> Self {
        Self {
            paper,
            numbering,
            manuscript: Manuscript::default(),
            page: None,
            part: 0,
            paragraphs: Vec::new(),
            joined: None,
            fields: Fields::default(),
            links: Vec::new(),
            choices: Vec::new(),
            cells: 0,
            sections: Vec::new(),
            references: Vec::new(),
            by_id: HashMap::new(),
            labelled: false,
            written: Vec::new(),
            chunks: HashMap::new(),
            torn: None,
        }
    }

    /// Writes the main part; what is wrong with it, if anything is.
    pub(super) fn read_body(&mut self, source: &str, relations: &Relations) -> Option<&'static str> {
        let mut xml = Xml::new(source);
        while let Some(node) = xml.next() {
            self.take(node, &mut xml, relations);
        }
        self.settle_text();
        self.tear(xml.fault(), None)
    }

    /// Remembers the address that the text broke off at, if it did.
    fn tear(&mut self, fault: Option<&'static str>, note: Option<usize>) -> Option<&'static str> {
        if fault.is_some() {
            self.torn = torn::warning(&self.manuscript.draft, note);
        }
        fault
    }

    /// Gives the notes their labels, once all are known.
    pub(super) fn number_notes(&mut self) {
        let labels = labels(&self.references, &self.sections, &self.paper.settings);
        for (note, label) in self.manuscript.draft.notes.iter_mut().zip(labels) {
            note.label = label;
        }
        self.written = vec![false; self.manuscript.draft.notes.len()];
    }

    /// Writes the notes of a part that the body refers to; the others are seen by nobody.
    pub(super) fn read_notes(
        &mut self,
        source: &str,
        relations: &Relations,
        endnotes: bool,
    ) -> Option<&'static str> {
        let mut xml = Xml::new(source);
        while let Some(node) = xml.next() {
            match node {
                Node::Start(element) if matches!(element.name(), b"footnote" | b"endnote") => {
                    self.manuscript.note = self.declared(&element, endnotes);
                    match self.manuscript.note {
                        Some(note) => self.begin_note(note),
                        None => xml.skip(),
                    }
                }
                Node::End(name) if matches!(name.as_slice(), b"footnote" | b"endnote") => self.end_note(),
                node => self.take(node, &mut xml, relations),
            }
        }
        let note = self.manuscript.note;
        self.end_note();
        if note.is_some() { self.tear(xml.fault(), note) } else { xml.fault() }
    }

    fn declared(&self, element: &Element, endnotes: bool) -> Option<usize> {
        let kind = element.attribute("type").unwrap_or_default();
        if matches!(kind.as_str(), "separator" | "continuationSeparator" | "continuationNotice") {
            return None;
        }
        let note = *self.by_id.get(&(endnotes, element.attribute("id")?))?;
        (!self.written[note]).then_some(note)
    }

    fn begin_note(&mut self, note: usize) {
        (self.labelled, self.written[note]) = (false, true);
        self.page = self.references[note].page;
        (self.fields, self.cells) = (Fields::default(), 0);
    }

    fn end_note(&mut self) {
        self.settle_text();
        let Some(note) = self.manuscript.note.take() else { return };
        let DraftNote { label, flow, .. } = &mut self.manuscript.draft.notes[note];
        if self.labelled {
            cut_rest_of_label(flow);
        } else {
            apparatus::strip_label(flow, Some(label.as_str()), false);
        }
    }

    /// The draft, and what is wrong with its notes.
    pub(super) fn finish(self, warnings: &mut Vec<String>) -> Draft {
        for (note, _) in
            self.manuscript.draft.notes.iter().zip(&self.written).filter(|(_, written)| !**written)
        {
            warnings.push(format!("note {} is referred to, but has no text", note.label));
        }
        warnings.extend(self.torn);
        self.manuscript.finish()
    }

    fn take(&mut self, node: Node, xml: &mut Xml, relations: &Relations) {
        match node {
            Node::Start(element) => self.start(&element, xml, relations),
            Node::End(name) => self.end(&name),
            Node::Text(_) => {}
        }
    }

    fn start(&mut self, element: &Element, xml: &mut Xml, relations: &Relations) {
        match element.name() {
            b"del" | b"moveFrom" | b"sdtPr" | b"rt" | b"tblPr" | b"tblGrid" | b"tcPr" | b"delText" => {
                xml.skip();
            }
            b"AlternateContent" => self.choices.push(false),
            b"Choice" | b"Fallback" => match self.choices.last_mut() {
                Some(true) => xml.skip(),
                Some(chosen) => *chosen = true,
                None => {}
            },
            b"tc" => self.cells += 1,
            b"trPr" if properties::is_deleted_row(xml) => xml.skip(),
            b"p" => self.begin_paragraph(),
            b"pPr" => self.set_properties(xml),
            b"sectPr" => self.sections.push(properties::section(xml)),
            b"r" => self.set_run(&RunProperties::default()),
            b"rPr" => {
                let run = properties::run(xml);
                self.set_run(&run);
            }
            b"hyperlink" => self.links.push(link(element, relations)),
            b"fldSimple" => self.fields.begin_simple(&element.attribute("instr").unwrap_or_default()),
            b"fldChar" => self.field_char(element),
            b"instrText" => self.fields.code(&xml.text()),
            b"t" => {
                let source = Source::at(self.part, xml.position());
                let text = xml.text();
                self.write_from(&text, source);
            }
            b"altChunk" => {
                if let Some(chunk) = element.attribute("id").and_then(|id| self.chunks.remove(&id)) {
                    self.manuscript.insert(chunk);
                }
            }
            b"footnoteReference" => self.refer(element, false),
            b"endnoteReference" => self.refer(element, true),
            _ => self.sign(element),
        }
    }

    /// Elements that stand for characters.
    fn sign(&mut self, element: &Element) {
        match element.name() {
            b"footnoteRef" | b"endnoteRef" => self.labelled = true,
            b"tab" | b"ptab" => self.write(" "),
            b"br" | b"cr" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.ink.flow.line_break();
                }
            }
            b"noBreakHyphen" => self.write("\u{2011}"),
            b"sym" => self.write(symbol(element).unwrap_or(' ').encode_utf8(&mut [0; 4])),
            b"lastRenderedPageBreak" => {
                self.page = self.page.map(|page| page + 1);
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.ink.flow.page = self.page;
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"AlternateContent" => {
                self.choices.pop();
            }
            b"tc" => self.cells = self.cells.saturating_sub(1),
            b"p" => self.end_paragraph(),
            b"r" => self.set_run(&RunProperties::default()),
            b"hyperlink" => {
                self.links.pop();
            }
            b"fldSimple" => self.fields.end(),
            _ => {}
        }
    }

    fn field_char(&mut self, element: &Element) {
        match element.attribute("fldCharType").as_deref() {
            Some("begin") => self.fields.begin(),
            Some("separate") => self.fields.separate(),
            Some("end") => self.fields.end(),
            _ => {}
        }
    }

    fn begin_paragraph(&mut self) {
        let mut ink = self.joined.take().unwrap_or_default();
        ink.flow.page = self.page;
        self.paragraphs.push(Paragraph { ink, ..Paragraph::default() });
    }

    fn set_properties(&mut self, xml: &mut Xml) {
        let properties = properties::paragraph(xml);
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.properties = properties;
        }
    }

    fn set_run(&mut self, run: &RunProperties) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        let style = run.style.as_ref().map(|style| self.paper.styles.run(style));
        paragraph.looks = run.looks.over(style.unwrap_or_default());
        paragraph.custom = None;
    }

    /// Writes what no text of the part stands for.
    fn write(&mut self, text: &str) {
        self.write_from(text, None);
    }

    fn write_from(&mut self, text: &str, source: Option<Source>) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        if paragraph.looks.is_hidden() || self.fields.takes(text) {
            return;
        }
        if let Some(custom) = paragraph.custom {
            self.references[custom].custom.get_or_insert_default().push_str(text);
            return;
        }
        paragraph.works |= self.fields.works();
        let links = self.links.iter().flatten().chain(self.fields.links());
        paragraph.ink.flow.source = source;
        paragraph.ink.write(text, &paragraph.looks.signs(links.last()));
    }

    /// A reference to a note; within a note there are none.
    fn refer(&mut self, element: &Element, endnote: bool) {
        let Some(paragraph) = self.paragraphs.last_mut().filter(|_| self.manuscript.note.is_none()) else {
            return;
        };
        let Some(id) = element.attribute("id").filter(|_| !paragraph.looks.is_hidden()) else { return };
        let chosen = element
            .attribute("customMarkFollows")
            .is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"));
        let next = self.manuscript.draft.notes.len();
        let note = *self.by_id.entry((endnote, id)).or_insert(next);
        if note == next {
            self.manuscript.add_note(String::new(), if endnote { Kind::Endnote } else { Kind::Footnote });
            let section = self.sections.len();
            let custom = chosen.then(String::new);
            self.references.push(Reference { endnote, section, page: self.page, custom });
        }
        paragraph.custom = chosen.then_some(note);
        paragraph.ink.flow.note_ref(note);
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.paragraphs.pop() else { return };
        if let Some(section) = paragraph.properties.section.take() {
            self.sections.push(section);
        }
        if paragraph.properties.joined {
            self.joined = Some(paragraph.ink);
            return;
        }
        self.place(paragraph);
    }

    /// Ends whatever was cut off.
    fn settle_text(&mut self) {
        while !self.paragraphs.is_empty() {
            self.end_paragraph();
        }
        if let Some(ink) = self.joined.take() {
            self.place(Paragraph { ink, ..Paragraph::default() });
        }
        (self.links, self.choices) = (Vec::new(), Vec::new());
    }

    fn place(&mut self, paragraph: Paragraph) {
        let Paragraph { ink, properties, works, .. } = paragraph;
        let flow = ink.finish();
        if self.manuscript.note.is_some() {
            self.manuscript.place(Role::Paragraph, false, flow);
            return;
        }
        let style = properties.style.as_deref().unwrap_or_default();
        let works = works || self.paper.styles.name(style).contains("bibliography");
        let role = self.role(&properties, works);
        self.manuscript.place(role, works, flow);
    }

    fn role(&mut self, properties: &ParagraphProperties, works: bool) -> Role {
        let styles = &self.paper.styles;
        let style = properties.style.as_deref().unwrap_or_default();
        let list = properties.list.clone().or_else(|| styles.list(style)).filter(|(id, _)| !id.is_empty());
        let is_entry = list.is_some();
        let number = list.and_then(|(id, level)| self.numbering.next(&id, level));
        match properties.level.or_else(|| styles.level(style)) {
            Some(level @ 1..) => return Role::Heading(level),
            _ if works || is_entry => return Role::Item(number),
            _ => {}
        }
        if self.cells > 0 {
            Role::Cell
        } else if styles.name(style).starts_with("toc ") {
            Role::Item(None)
        } else {
            Role::Paragraph
        }
    }
}

fn link(element: &Element, relations: &Relations) -> Option<Sign> {
    let address = element.attribute("id").and_then(|id| relations.target(&id).map(str::to_owned));
    let fragment = element.attribute("anchor").or_else(|| element.attribute("docLocation"));
    hyperlink(&address.unwrap_or_default(), fragment.as_deref())
}

/// The character of a `sym`.
fn symbol(element: &Element) -> Option<char> {
    let code = u32::from_str_radix(&element.attribute("char")?, 16).ok()?;
    match code {
        0xf000..=0xf0ff => symbols::private(code, &element.attribute("font").unwrap_or_default()),
        _ => char::from_u32(code).filter(|c| !c.is_control()),
    }
}
