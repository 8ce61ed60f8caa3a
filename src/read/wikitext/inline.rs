//! Running text: links, notes, templates.

use std::collections::HashSet;
use std::ops::Range;

use super::super::draft::{Draft, DraftBlock, Role};
use super::super::flow::{Flow, Sign};
use super::super::lines::Lines;
use super::super::reference::Field;
use super::super::target::target;
use super::names::{self, Meaning};
use super::pairs::Pairs;
use super::refs::Refs;
use super::tags::{self, Tag};
use super::template::Template;
use super::{citation, entities, mask};

/// How deep templates, links and notes may be nested; what is deeper is left out.
const DEEPEST: usize = 40;

pub(super) struct Writer<'a> {
    source: &'a str,
    lines: Lines,
    pairs: Pairs,
    /// Where `</ref` stands.
    ref_ends: Vec<usize>,
    refs: Refs,
    blocks: Vec<DraftBlock>,
    flow: Flow,
    /// Whether italics are open.
    italic: bool,
    /// Whether notes are being defined, not used.
    defining: bool,
    depth: usize,
    /// Up to here no line has a `]`, as far as is known.
    unclosed: usize,
    /// Notes whose text is written.
    written: HashSet<usize>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self {
            source,
            lines: Lines::new(source),
            pairs: Pairs::new(source),
            ref_ends: source.match_indices("</ref").map(|(at, _)| at).collect(),
            refs: Refs::default(),
            blocks: Vec::new(),
            flow: Flow::default(),
            italic: false,
            defining: false,
            depth: 0,
            unclosed: 0,
            written: HashSet::new(),
        }
    }

    /// Where the line that begins at `from` ends; line ends within templates, links and notes do
    /// not count.
    pub(super) fn line_end(&self, from: usize) -> usize {
        let bytes = self.source.as_bytes();
        let mut at = from;
        while at < bytes.len() && bytes[at] != b'\n' {
            at = match bytes[at] {
                b'{' | b'[' => self.pairs.inside(at).map_or(at + 1, |inside| inside.end + 2),
                b'<' => self.note_at(at).map_or(at + 1, |(_, _, end)| end),
                _ => at + 1,
            };
        }
        at.min(bytes.len())
    }

    /// The tag of the note that begins at `at`, its content and its end.
    fn note_at(&self, at: usize) -> Option<(Tag<'a>, Range<usize>, usize)> {
        let tag = tags::read(&self.source[at..]).filter(|tag| tag.name == "ref" && !tag.closing)?;
        let start = at + tag.length;
        if tag.empty {
            return Some((tag, start..start, start));
        }
        let close = *self.ref_ends.get(self.ref_ends.partition_point(|end| *end < start))?;
        let end = self.source[close..].find('>').map_or(close + 5, |at| close + at + 1);
        Some((tag, start..close, end))
    }

    /// The cells of a line of a table: what stands between `||` or `!!`, without attributes.
    pub(super) fn cells(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let parts = self.pairs.split(self.source, range);
        let mut cells: Vec<Range<usize>> = Vec::new();
        let mut attributes = true;
        for part in parts {
            // `||` leaves an empty part between two bars; a single bar ends attributes.
            if part.is_empty() && !cells.is_empty() {
                attributes = true;
                cells.push(part.end..part.end);
            } else if let Some(last) = cells.last_mut().filter(|last| !attributes || last.is_empty()) {
                *last = part;
                attributes = false;
            } else {
                cells.push(part);
                attributes = false;
            }
        }
        cells
    }

    /// Writes the text of `range`.
    pub(super) fn write(&mut self, range: Range<usize>) {
        if self.depth >= DEEPEST {
            return;
        }
        self.depth += 1;
        let bytes = self.source.as_bytes();
        let (mut at, mut plain) = (range.start, range.start);
        while at < range.end {
            if !matches!(bytes[at], b'{' | b'[' | b'<' | b'\'' | b'_') {
                at += 1;
                continue;
            }
            let text = plain..at;
            match self.markup_end(at, range.end) {
                Some(end) => {
                    self.text(text);
                    self.markup(at, end);
                    (at, plain) = (end, end);
                }
                None => at += 1,
            }
        }
        self.text(plain..range.end);
        self.depth -= 1;
    }

    fn text(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            let line = self.lines.line(range.start);
            let text = mask::strip(&self.source[range]);
            self.flow.push(&entities::decode(&text), line);
        }
    }

    /// Where the markup that begins at `at` ends, if it is markup and ends before `limit`.
    fn markup_end(&mut self, at: usize, limit: usize) -> Option<usize> {
        let rest = &self.source[at..limit];
        let end = match rest.as_bytes()[0] {
            b'{' => self.pairs.inside(at)?.end + 2,
            b'[' => match self.pairs.inside(at) {
                Some(inside) => inside.end + 2,
                None => self.external_end(at)?,
            },
            b'<' => match self.note_at(at) {
                Some((_, _, end)) => end,
                None => at + tags::read(rest)?.length,
            },
            b'\'' => at + Some(rest.len() - rest.trim_start_matches('\'').len()).filter(|run| *run > 1)?,
            _ => {
                let word = rest.strip_prefix("__")?;
                let length = word.find(|c: char| !c.is_ascii_uppercase()).filter(|length| *length > 2)?;
                word[length..].starts_with("__").then_some(at + length + 4)?
            }
        };
        (end <= limit).then_some(end)
    }

    /// Where the link to another site that begins at `at` ends.
    fn external_end(&mut self, at: usize) -> Option<usize> {
        let rest = &self.source[at + 1..];
        let known = ["http://", "https://", "//", "ftp://", "mailto:"];
        let start = rest.get(..8).unwrap_or(rest).to_ascii_lowercase();
        if at < self.unclosed || !known.iter().any(|scheme| start.starts_with(scheme)) {
            return None;
        }
        let line = rest.split('\n').next().unwrap_or_default();
        if let Some(length) = line.find(']') {
            return Some(at + length + 2);
        }
        self.unclosed = at + 1 + line.len();
        None
    }

    fn markup(&mut self, at: usize, end: usize) {
        match self.source.as_bytes()[at] {
            b'{' => self.template(at + 2..end - 2),
            b'[' if self.pairs.inside(at).is_some() => self.internal_link(at + 2..end - 2),
            b'[' => self.external_link(at + 1..end - 1),
            b'<' => self.tag(at, end),
            b'\'' if matches!(end - at, 2 | 5..) => self.toggle_italics(),
            _ => {}
        }
    }

    fn toggle_italics(&mut self) {
        self.italic = !self.italic;
        if self.italic {
            self.flow.open(Sign::Emphasis);
        } else {
            self.flow.close();
        }
    }

    /// Writes a part in which italics begin and end for themselves.
    fn enclosed(&mut self, range: Range<usize>) {
        let around = std::mem::take(&mut self.italic);
        self.write(range);
        if std::mem::replace(&mut self.italic, around) {
            self.flow.close();
        }
    }

    fn internal_link(&mut self, inside: Range<usize>) {
        let parts = self.pairs.split(self.source, inside.clone());
        let page = self.source[inside].trim_start();
        let (space, _) = page.split_once(':').unwrap_or_default();
        let file = ["file", "image", "datei", "bild", "fichier", "archivo", "imagen", "plik", "файл", "изображение", "ficheiro"];
        match (parts.len(), space.to_lowercase().as_str()) {
            (1, "category" | "kategorie" | "catégorie" | "categoría" | "категория" | "kategoria" | "categoria") => {}
            (1, space) if file.contains(&space) => {}
            (_, space) if file.contains(&space) => {
                // A caption is a text of its own.
                let around = std::mem::take(&mut self.flow);
                self.enclosed(parts[parts.len() - 1].clone());
                self.flush(Role::Cell);
                self.flow = around;
            }
            (count, _) => self.enclosed(parts[count - 1].clone()),
        }
    }

    fn external_link(&mut self, inside: Range<usize>) {
        let text = &self.source[inside.clone()];
        let length = text.find(|c: char| c.is_whitespace() || matches!(c, '<' | '"')).unwrap_or(text.len());
        let address = entities::decode(&mask::strip(&text[..length])).into_owned();
        let label = inside.start + length..inside.end;
        let sign = target(&address);
        let linked = sign.is_some();
        if let Some(sign) = sign {
            self.flow.open(sign);
        }
        if self.source[label.clone()].trim().is_empty() {
            self.flow.push(&address, self.lines.line(inside.start));
        } else {
            self.enclosed(label);
        }
        if linked {
            self.flow.close();
        }
    }

    fn tag(&mut self, at: usize, end: usize) {
        if let Some((tag, content, _)) = self.note_at(at) {
            let group = tag.attribute("group").unwrap_or_default();
            let name = tag.attribute("name").unwrap_or_default();
            self.note(&group, &name, content);
            return;
        }
        match tags::read(&self.source[at..end]) {
            Some(tag) if tag.name == "br" => self.flow.line_break(),
            Some(tag) if tag.name == "references" => self.defining = !tag.closing && !tag.empty,
            _ => {}
        }
    }

    /// A note that is used, or defined, here.
    fn note(&mut self, group: &str, name: &str, content: Range<usize>) {
        let note = if self.defining { self.refs.defined(group, name) } else { self.refs.used(group, name) };
        if !self.defining {
            self.flow.note_ref(note);
        }
        if self.source[content.clone()].trim().is_empty() || !self.written.insert(note) {
            return;
        }
        let defining = std::mem::take(&mut self.defining);
        let around = std::mem::take(&mut self.flow);
        self.enclosed(content);
        let flow = std::mem::replace(&mut self.flow, around);
        self.refs.notes[note].flow = flow;
        self.defining = defining;
    }

    fn template(&mut self, inside: Range<usize>) {
        let template = Template::read(self.source, &self.pairs, inside.clone());
        let field = |range: Range<usize>| self.field(range);
        if let Some(reference) = citation::reference(&template, field) {
            reference.write(&mut self.flow);
            self.quiet(&template);
            return;
        }
        match names::meaning(&template.name) {
            Meaning::NoteList => {
                let defining = std::mem::replace(&mut self.defining, true);
                self.quiet(&template);
                self.defining = defining;
            }
            Meaning::Note(group) => self.note_template(&template, group),
            Meaning::ShortNote => self.short_note(&template),
            Meaning::NamedNotes => {
                for range in template.positional() {
                    let name = self.source[range.clone()].to_owned();
                    self.note("", &name, range.end..range.end);
                }
            }
            Meaning::First => self.value(template.positional().next()),
            Meaning::Last => self.value(template.positional().next_back()),
            Meaning::Nothing => self.quiet(&template),
        }
    }

    fn value(&mut self, range: Option<Range<usize>>) {
        if let Some(range) = range {
            self.enclosed(range);
        }
    }

    fn note_template(&mut self, template: &Template, group: &str) {
        let text = |key: &str| template.value(key).map(|range| self.source[range].to_owned());
        let (name, given) = (text("name").unwrap_or_default(), text("group"));
        let content = template.positional().next().unwrap_or(0..0);
        self.note(given.as_deref().unwrap_or(group), name.trim_matches('"'), content);
    }

    /// `{{sfn|Ng|2010|p=3}}`: the same reference is the same note.
    fn short_note(&mut self, template: &Template) {
        let names: Vec<&str> = template.positional().map(|range| &self.source[range]).collect();
        let page = ["p", "pp", "page", "pages", "loc"].into_iter().find_map(|key| template.value(key));
        let page = page.map(|range| format!(", p. {}", &self.source[range])).unwrap_or_default();
        let text = format!("{}{page}", names.join(" "));
        let note = self.refs.used("", &format!("\u{0}{text}"));
        self.flow.note_ref(note);
        if self.written.insert(note) {
            let line = template.positional().next().and_then(|range| self.lines.line(range.start));
            self.refs.notes[note].flow.push(&text, line);
        }
    }

    /// Finds the notes in a template whose text is not read. Of a table of facts, values with a
    /// note or a link are kept as texts of their own.
    fn quiet(&mut self, template: &Template) {
        for (_, range) in &template.parameters {
            if !self.source[range.clone()].contains(['<', '[', '{']) {
                continue;
            }
            let around = std::mem::take(&mut self.flow);
            let italic = std::mem::take(&mut self.italic);
            self.enclosed(range.clone());
            let flow = std::mem::replace(&mut self.flow, around);
            self.italic = italic;
            let telling = flow.signs.iter().any(|(_, sign)| matches!(sign, Sign::NoteRef(_) | Sign::Link(_)));
            if telling && !self.defining && !names::is_reference(&template.name) {
                self.blocks.push(DraftBlock { role: Role::Cell, flow });
            }
        }
    }

    /// A value as plain text.
    fn field(&self, range: Range<usize>) -> Field {
        let line = self.lines.line(range.start);
        let mut plain = Writer { depth: self.depth + 1, ..Writer::new("") };
        std::mem::swap(&mut plain.source, &mut { self.source });
        Field { text: plain.plain_text(self, range), line }
    }
}
