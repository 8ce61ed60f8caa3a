//! The stream of elements and text.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, Event};

use super::Element;

/// How deep elements may stand in each other: far more than tables in tables need.
const DEPTH: usize = 1000;

/// What comes next.
#[derive(Debug)]
pub(in crate::read) enum Node<'a> {
    /// An element begins.
    Start(Element<'a>),
    /// An element ends: its local name.
    End(Vec<u8>),
    /// Text, entities resolved.
    Text(Cow<'a, str>),
}

/// An XML document being read. It ends at the first fault.
pub(in crate::read) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
    fault: Option<&'static str>,
}

impl<'a> Xml<'a> {
    pub(in crate::read) fn new(source: &'a str) -> Self {
        let mut reader = Reader::from_str(source);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { reader, depth: 0, fault: None }
    }

    /// Why the reading ended before the document did.
    pub(in crate::read) fn fault(&self) -> Option<&'static str> {
        self.fault
    }

    /// How many bytes of the source have been read.
    pub(in crate::read) fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// The next element or text.
    pub(in crate::read) fn next(&mut self) -> Option<Node<'a>> {
        while self.fault.is_none() {
            match self.reader.read_event() {
                Ok(Event::Start(_)) if self.depth == DEPTH => self.fault = Some("is nested too deep"),
                Ok(Event::Start(start)) => {
                    self.depth += 1;
                    return Some(Node::Start(Element(start)));
                }
                Ok(Event::End(end)) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Some(Node::End(end.local_name().as_ref().to_vec()));
                }
                Ok(Event::Text(text)) => return Some(Node::Text(lossy(text.into_inner()))),
                Ok(Event::CData(text)) => return Some(Node::Text(lossy(text.into_inner()))),
                Ok(Event::GeneralRef(reference)) => {
                    if let Some(text) = resolved(&reference) {
                        return Some(Node::Text(text));
                    }
                }
                Ok(Event::DocType(_)) => self.fault = Some("declares a document type of its own"),
                Ok(Event::Eof) if self.depth == 0 => return None,
                Ok(Event::Eof) | Err(_) => self.fault = Some("breaks off or is damaged"),
                Ok(Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => {}
            }
        }
        None
    }

    /// Reads on behind the end of the innermost element that is open.
    pub(in crate::read) fn skip(&mut self) {
        self.each(|_, _| {});
    }

    /// Calls `take` for every element in the innermost element that is open, up to its end.
    pub(in crate::read) fn each(&mut self, mut take: impl FnMut(&mut Self, Element<'a>)) {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            match self.next() {
                Some(Node::Start(element)) => take(self, element),
                Some(_) => {}
                None => return,
            }
        }
    }

    /// The text in the innermost element that is open, up to its end.
    pub(in crate::read) fn text(&mut self) -> String {
        let outside = self.depth.saturating_sub(1);
        let mut text = String::new();
        while self.depth > outside {
            match self.next() {
                Some(Node::Text(piece)) => text.push_str(&piece),
                Some(_) => {}
                None => break,
            }
        }
        text
    }
}

fn lossy(bytes: Cow<'_, [u8]>) -> Cow<'_, str> {
    match bytes {
        Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes),
        Cow::Owned(bytes) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
    }
}

fn resolved<'a>(reference: &BytesRef<'a>) -> Option<Cow<'a, str>> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Some(Cow::Owned(character.to_string()));
    }
    let name = std::str::from_utf8(reference).ok()?;
    resolve_predefined_entity(name).map(Cow::Borrowed)
}
