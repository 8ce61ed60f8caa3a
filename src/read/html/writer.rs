//! Writes the text of a page into a draft.

mod inline;

use std::collections::HashMap;

use super::super::apparatus;
use super::super::draft::{Draft, DraftBlock, Role};
use super::super::flow::Flow;
use super::dom::{Element, Id, Step};
use super::frame::Frame;
use super::notes::Linked;
use super::ordinals::Counter;
use super::page::{Page, is_inline, is_invisible};
use super::{furniture, labels, rows};

/// What is to be done when an element ends.
#[derive(Debug)]
enum End {
    /// Ends a sign of the text.
    Sign,
    /// Parts the number of a note or entry from its text.
    Blank,
    /// Ends a block.
    Block,
    /// Ends a block and the container that gave it its role.
    Container,
    /// Ends preformatted text.
    Preformatted,
    /// Ends a section of notes or works.
    Section,
    /// Marks the note that the text refers to by name.
    Marker(usize),
    /// Ends a note that stands in the line: the text around it, and its index.
    Aside(Flow, usize),
}

/// What gives the text in it a role.
#[derive(Debug)]
enum Container {
    List(Option<Counter>),
    Entry(Role),
    Heading(u8),
}

pub(super) struct Writer<'a> {
    page: &'a Page,
    linked: &'a Linked,
    /// Where the article begins and ends.
    pub(super) frame: Frame,
    /// Lines of the document before the page.
    lines: u32,
    pub(super) draft: Draft,
    flow: Flow,
    containers: Vec<Container>,
    ends: Vec<(Id, End)>,
    /// The note being written.
    note: Option<usize>,
    /// The node of it that is being written.
    content: Option<Id>,
    /// Whether a link back was left out of the note being written.
    back: bool,
    /// Whether the last heading opened notes or works.
    apparatus: bool,
    /// Whether line ends are kept.
    preformatted: bool,
    /// The numbers that lists give to their entries, for the lists asked so far.
    ordinals: HashMap<Id, String>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(page: &'a Page, linked: &'a Linked, lines: u32) -> Self {
        Self {
            page,
            linked,
            frame: Frame::default(),
            lines,
            draft: Draft::default(),
            flow: Flow::default(),
            containers: Vec::new(),
            ends: Vec::new(),
            note: None,
            content: None,
            back: false,
            apparatus: false,
            preformatted: false,
            ordinals: HashMap::new(),
        }
    }

    /// Writes what is in `article`.
    pub(super) fn write_body(&mut self, article: Id) {
        self.run(article);
        self.flush();
    }

    /// Writes the linked note with this index.
    pub(super) fn write_note(&mut self, index: usize) {
        let note = &self.linked.notes[index];
        (self.note, self.back) = (Some(index), false);
        for content in &note.content {
            self.content = Some(*content);
            self.run(*content);
        }
        self.flush();
        (self.note, self.content) = (None, None);
        let flow = &mut self.draft.notes[index].flow;
        let printed = apparatus::strip_label(flow, note.label.as_deref(), self.back);
        let label = note.label.clone().or(printed).or_else(|| self.ordinal(*note.content.first()?));
        self.draft.notes[index].label = label.unwrap_or_default();
    }

    /// The number that a list gives to its entry.
    fn ordinal(&mut self, entry: Id) -> Option<String> {
        let dom = &self.page.dom;
        let list = dom.parent(entry).filter(|_| dom.name(entry) == "li")?;
        if !self.ordinals.contains_key(&entry) {
            let mut counter = Counter::of(self.page, list)?;
            let entries = dom.children(list).filter(|id| dom.name(*id) == "li");
            let numbered = entries.filter_map(|id| Some((id, counter.number(dom.element(id)?))));
            self.ordinals.extend(numbered);
        }
        self.ordinals.get(&entry).cloned()
    }

    fn run(&mut self, root: Id) {
        let mut step = Some(Step::Enter(root));
        while let Some(current) = step {
            step = match current {
                Step::Enter(id) if self.enter(id, root) => self.page.dom.after(current, root),
                Step::Enter(id) => self.page.dom.after(Step::Leave(id), root),
                Step::Leave(id) => {
                    self.leave(id);
                    self.page.dom.after(current, root)
                }
            };
        }
    }

    /// Begins a node; false if what is in it is to be left out.
    fn enter(&mut self, id: Id, root: Id) -> bool {
        let element = self.page.dom.element(id);
        if Some(id) != self.content && self.linked.taken.contains(&id) {
            if let Some(element) = element {
                self.between(element);
            }
            return false;
        }
        for (piece, line) in self.page.dom.text(id) {
            self.write(piece, line + self.lines);
        }
        let Some(element) = element else { return true };
        if self.note.is_none() && labels::is_inline_note(element) && self.is_in_line(id, element) {
            return self.enter_aside(id);
        }
        let menu = self.note.is_none() && !self.apparatus && furniture::is_menu(self.page, id);
        let outside = || self.note.is_none() && self.frame.leaves_out(self.page, id);
        if id != root && (menu || furniture::is_furniture(self.page, id) || outside()) {
            self.between(element);
            return false;
        }
        if is_inline(element.name()) { self.enter_inline(id, element) } else { self.enter_block(id, element) }
    }

    fn write(&mut self, text: &str, line: u32) {
        if !self.preformatted {
            self.flow.push(text, Some(line));
            return;
        }
        for (row, line) in text.split('\n').zip(line..) {
            if row.is_empty() || !self.flow.text.is_empty() {
                self.flow.line_break();
            }
            self.flow.push(row, Some(line));
        }
    }

    /// What is left out still parts the text around it.
    fn between(&mut self, element: &Element) {
        if !is_inline(element.name()) {
            self.flush();
        } else if !is_invisible(element.name()) {
            self.flow.blank();
        }
    }

    /// Whether an element stands behind text, more than the label of a note.
    fn is_in_line(&self, id: Id, element: &Element) -> bool {
        if self.page.weight(id) == 0 {
            return false;
        }
        let label = self.flow.signs.iter().any(|(range, _)| *range == (0..self.flow.text.len()));
        is_inline(element.name())
            && !matches!(element.name(), "a" | "sup")
            && !self.flow.text.is_empty()
            && !label
    }

    fn enter_block(&mut self, id: Id, element: &Element) -> bool {
        if element.name() == "br" {
            self.flow.line_break();
            return false;
        }
        self.flush();
        let end = match element.name() {
            "pre" if self.is_code(id, element) => return false,
            "pre" => {
                self.preformatted = true;
                End::Preformatted
            }
            "ol" | "ul" => self.contain(Container::List(Counter::of(self.page, id))),
            "li" => {
                let role = Role::Item(self.number(element));
                self.contain(Container::Entry(role))
            }
            "dt" | "dd" => self.contain(Container::Entry(Role::Item(None))),
            // A table that lays out the page has its text in one cell.
            "td" if self.page.holds(id, furniture::CONTENT_SHARE) => End::Block,
            "td" | "th" | "caption" | "figcaption" => self.contain(Container::Entry(Role::Cell)),
            "tr" => match rows::entry(self.page, id) {
                Some((label, cell)) => {
                    self.containers.push(Container::Entry(Role::Item(Some(label))));
                    self.page.dom.children(cell).for_each(|child| self.run(child));
                    self.flush();
                    self.containers.pop();
                    return false;
                }
                None => End::Block,
            },
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.contain(Container::Heading(element.name().as_bytes()[1] - b'0'))
            }
            _ if element.attribute("role") == Some("heading") => self.contain(Container::Heading(6)),
            _ if element.attribute("role") == Some("listitem") => {
                self.contain(Container::Entry(Role::Item(None)))
            }
            _ => End::Block,
        };
        self.ends.push((id, end));
        let section =
            labels::section(element).filter(|_| self.note.is_none() && !element.name().starts_with('h'));
        if let Some(section) = section {
            self.apparatus = true;
            self.draft.blocks.push(DraftBlock { role: Role::SectionStart(section), flow: Flow::default() });
            self.ends.push((id, End::Section));
        }
        true
    }

    fn contain(&mut self, container: Container) -> End {
        self.containers.push(container);
        End::Container
    }

    fn number(&mut self, entry: &Element) -> Option<String> {
        match self.containers.last_mut() {
            Some(Container::List(Some(counter))) => Some(counter.number(entry)),
            _ => None,
        }
    }

    /// Preformatted text is code if it is marked as code.
    fn is_code(&self, pre: Id, element: &Element) -> bool {
        labels::is_code(element)
            || self.page.dom.nodes(pre).take(4).any(|id| self.page.dom.name(id) == "code")
    }

    fn leave(&mut self, id: Id) {
        while let Some((_, end)) = self.ends.pop_if(|(begun, _)| *begun == id) {
            match end {
                End::Sign => self.flow.close(),
                End::Blank => self.flow.blank(),
                End::Block => self.flush(),
                End::Preformatted => {
                    self.flush();
                    self.preformatted = false;
                }
                End::Container => {
                    self.flush();
                    self.containers.pop();
                }
                End::Section => {
                    self.flush();
                    self.apparatus = false;
                    self.draft.blocks.push(DraftBlock { role: Role::SectionEnd, flow: Flow::default() });
                }
                End::Marker(note) => self.flow.note_ref(note),
                End::Aside(around, note) => {
                    let mut flow = std::mem::replace(&mut self.flow, around);
                    let label = self.draft.notes[note].label.clone();
                    while apparatus::strip_label(&mut flow, Some(&label), false).is_some() {}
                    self.draft.notes[note].flow = flow;
                }
            }
        }
    }

    /// Whether a block is the label of the note that it opens, and nothing more.
    fn is_label(&self, note: usize, flow: &Flow) -> bool {
        let label = self.linked.notes.get(note).and_then(|note| note.label.as_deref());
        self.draft.notes[note].flow.is_empty()
            && label.is_some()
            && apparatus::marker_label(&flow.text).as_deref() == label
    }

    /// Ends the text being written.
    fn flush(&mut self) {
        let (flow, rest) = std::mem::take(&mut self.flow).broken_off();
        self.flow = rest;
        if flow.is_empty() {
            return;
        }
        if let Some(note) = self.note {
            if !self.is_label(note, &flow) {
                self.draft.notes[note].flow.append(flow);
            }
            return;
        }
        let role =
            match self.containers.iter_mut().rev().find(|container| !matches!(container, Container::List(_)))
            {
                Some(Container::Heading(level)) => Role::Heading(*level),
                Some(Container::Entry(role)) => {
                    let rest = if *role == Role::Cell { Role::Cell } else { Role::ItemContinued };
                    std::mem::replace(role, rest)
                }
                _ => Role::Paragraph,
            };
        let section = apparatus::section_of(&flow.text).is_some();
        self.apparatus = section || self.apparatus && !matches!(role, Role::Heading(_));
        self.draft.blocks.push(DraftBlock { role, flow });
    }
}
