//! Finds the notes and lists of works that stand among the blocks of the body.

use std::collections::HashSet;

use crate::model::Kind;

use super::super::draft::{Draft, DraftBlock, DraftNote, Role};
use super::super::flow::{Flow, Sign};
use super::headings::{Section, section_of};
use super::labels;
use super::markers;
use super::printed::{is_set_off, leading};

/// A note that was found by its look.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) label: String,
    /// Its index among the notes of the draft.
    pub(super) note: usize,
    /// The index of the block it was found behind.
    pub(super) position: usize,
    pub(super) kind: Kind,
}

/// Level of a section that markup declares: no heading within it ends it.
const MARKED_SECTION: u8 = 0;
/// Level of a heading that is only set in bold: below all real ones.
const BOLD_HEADING: u8 = 7;

/// Moves notes and works out of the body of `draft`. The positions of what is found count the
/// blocks that remain.
pub(super) fn gather(draft: &mut Draft) -> Vec<Found> {
    let blocks = std::mem::take(&mut draft.blocks);
    let mut gatherer = Gatherer {
        draft,
        found: Vec::new(),
        seen: HashSet::new(),
        section: None,
        outer: Vec::new(),
        listed: false,
        last: None,
    };
    for block in blocks {
        gatherer.take(block);
    }
    gatherer.found
}

struct Gatherer<'a> {
    draft: &'a mut Draft,
    found: Vec<Found>,
    /// Labels of the markers met so far.
    seen: HashSet<String>,
    section: Option<(Section, u8)>,
    /// The sections around those that markup declares.
    outer: Vec<Option<(Section, u8)>>,
    /// Whether the section has shown itself to be a list.
    listed: bool,
    /// The note that the next block may continue.
    last: Option<usize>,
}

impl Gatherer<'_> {
    fn take(&mut self, block: DraftBlock) {
        match block.role {
            Role::SectionStart(section) => {
                self.outer.push(self.section);
                self.section = Some((section, MARKED_SECTION));
                (self.last, self.listed) = (None, false);
                return;
            }
            Role::SectionEnd => {
                self.section = self.outer.pop().flatten();
                (self.last, self.listed) = (None, false);
                return;
            }
            _ => {}
        }
        if let Some(level) = heading_level(&block) {
            self.open_section(&block.flow.text, level);
            self.draft.blocks.push(block);
            return;
        }
        match self.section {
            Some((Section::Works, _)) => self.take_work(block),
            Some((Section::Notes(kind), _)) => self.take_note(block, kind),
            None => self.take_body(block),
        }
    }

    fn open_section(&mut self, title: &str, level: u8) {
        (self.last, self.listed) = (None, false);
        let opened = section_of(title).map(|section| (section, level));
        let inside = self.section.is_some_and(|(_, outer)| level > outer);
        if opened.is_some() || !inside {
            self.section = opened;
        }
    }

    /// Under a heading for works: list entries, and paragraphs that look like a work where there
    /// is no list. A heading that is only bold ends with the first block of another kind.
    fn take_work(&mut self, block: DraftBlock) {
        match (&block.role, self.last) {
            (Role::ItemContinued, Some(last)) => self.draft.notes[last].flow.append(block.flow),
            (Role::Item(_), _) => {
                self.listed = true;
                self.add_work(block);
            }
            _ if !self.listed && looks_like_work(&block.flow) => {
                for line in lines(block, |flow| labels::leading(&flow.text).is_some()) {
                    self.add_work(line);
                }
            }
            _ => {
                self.section = self.section.filter(|(_, level)| *level < BOLD_HEADING);
                self.keep(block);
            }
        }
    }

    fn add_work(&mut self, block: DraftBlock) {
        let (label, flow) = match block.role {
            Role::Item(Some(label)) => (label, block.flow),
            _ => match leading(&block.flow).filter(|leading| leading.certain && !is_initial(&block.flow)) {
                Some(leading) => (leading.label.clone(), without(block.flow, leading.length)),
                None => (String::new(), block.flow),
            },
        };
        self.add(label, Kind::Bibliography, flow);
    }

    /// Under a heading for notes: what has a label, and what follows it.
    fn take_note(&mut self, block: DraftBlock, kind: Kind) {
        for line in lines(block, |flow| leading(flow).is_some()) {
            match self.note_label(&line) {
                Some((label, length)) => self.add(label, kind, without(line.flow, length)),
                None => match self.last {
                    Some(last) => self.draft.notes[last].flow.append(line.flow),
                    None => self.keep(line),
                },
            }
        }
    }

    fn note_label(&self, block: &DraftBlock) -> Option<(String, usize)> {
        if let Role::Item(Some(label)) = &block.role {
            return Some((label.clone(), 0));
        }
        let leading = leading(&block.flow)?;
        if is_initial(&block.flow) && !self.seen.contains(&leading.label) {
            return None;
        }
        let expected = match self.last {
            Some(last) => follows(&self.draft.notes[last].label, &leading.label),
            None => true,
        };
        (expected || self.seen.contains(&leading.label) && leading.certain)
            .then_some((leading.label, leading.length))
    }

    /// Anywhere else: what begins with the label of a marker that was met before.
    fn take_body(&mut self, block: DraftBlock) {
        if !block.flow.breaks.is_empty() {
            // The lines that the author broke may be a text and the notes to it.
            let parts = block.flow.clone().split(&block.flow.breaks);
            self.seen.extend(parts.iter().flat_map(markers::labels_in));
        }
        for line in lines(block, |flow| self.opens_known_note(flow)) {
            let back = matches!(&line.role, Role::Item(Some(label)) if self.seen.contains(label))
                && markers::has_back_link(&line.flow);
            if self.opens_known_note(&line.flow) || back {
                let length = leading(&line.flow).map_or(0, |leading| leading.length);
                let label = match line.role {
                    Role::Item(Some(ref label)) if back => label.clone(),
                    _ => leading(&line.flow).map(|leading| leading.label).unwrap_or_default(),
                };
                self.add(label, Kind::Footnote, without(line.flow, length));
            } else {
                self.seen.extend(markers::labels_in(&line.flow));
                self.draft.blocks.push(line);
            }
        }
    }

    fn opens_known_note(&self, flow: &Flow) -> bool {
        let set_off =
            flow.text.starts_with('[') || flow.text.starts_with(labels::is_superscript) || opens_raised(flow);
        set_off && leading(flow).is_some_and(|leading| self.seen.contains(&leading.label))
    }

    fn add(&mut self, label: String, kind: Kind, flow: Flow) {
        let note = self.draft.notes.len();
        self.found.push(Found { label: label.clone(), note, position: self.draft.blocks.len(), kind });
        self.draft.notes.push(DraftNote { flow, ..DraftNote::new(label, kind) });
        self.last = Some(note);
    }

    fn keep(&mut self, block: DraftBlock) {
        self.last = None;
        self.draft.blocks.push(block);
    }
}

/// A heading, or a paragraph that is nothing but the title of an apparatus.
fn heading_level(block: &DraftBlock) -> Option<u8> {
    match block.role {
        Role::Heading(level) => Some(level),
        Role::Paragraph => section_of(&block.flow.text).map(|_| BOLD_HEADING),
        _ => None,
    }
}

fn opens_raised(flow: &Flow) -> bool {
    flow.signs.iter().any(|(range, sign)| range.start == 0 && is_set_off(sign))
}

/// Whether a work begins with an author's initial: `B. Orr`.
fn is_initial(flow: &Flow) -> bool {
    let mut characters = flow.text.chars();
    characters.next().is_some_and(char::is_uppercase) && characters.next() == Some('.')
}

/// The text behind its label.
fn without(mut flow: Flow, length: usize) -> Flow {
    if length > 0 {
        flow.take_out(&[(0..length, Vec::new())]);
    }
    flow
}

/// Whether the note `label` comes right after the note `before`.
fn follows(before: &str, label: &str) -> bool {
    match (before.parse::<u32>(), label.parse::<u32>()) {
        (Ok(before), Ok(label)) => label == before + 1,
        _ => match (single(before), single(label)) {
            (Some(before), Some(label)) if before.is_alphabetic() => {
                u32::from(label) == u32::from(before) + 1
            }
            _ => label.len() == before.len() + 1 || !label.starts_with(char::is_alphanumeric),
        },
    }
}

fn single(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}

/// A paragraph that may be an entry of a list of works: it has a year or an address.
fn looks_like_work(flow: &Flow) -> bool {
    let links = flow.signs.iter().any(|(_, sign)| matches!(sign, Sign::Link(_)));
    let digits = flow.text.as_bytes().split(|byte| !byte.is_ascii_digit());
    links
        || flow.text.contains("://")
        || digits.clone().any(|run| run.len() == 4 && matches!(run[0], b'1' | b'2'))
}

/// The lines of a block that the author broke, as far as they open something.
fn lines(block: DraftBlock, opens: impl Fn(&Flow) -> bool) -> Vec<DraftBlock> {
    if block.flow.breaks.is_empty() {
        return vec![block];
    }
    let breaks = block.flow.breaks.clone();
    let mut lines: Vec<DraftBlock> = Vec::new();
    for part in block.flow.split(&breaks) {
        match lines.last_mut() {
            Some(last) if !opens(&part) => {
                last.flow.append(part);
                last.flow.breaks.clear();
            }
            _ => {
                let role = if lines.is_empty() { block.role.clone() } else { Role::Paragraph };
                lines.push(DraftBlock { role, flow: part });
            }
        }
    }
    lines
}
