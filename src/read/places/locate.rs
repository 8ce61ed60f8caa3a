//! The citations of a document, one by one.

use std::collections::HashMap;

use super::super::package::Package;
use super::pages::Finder;
use super::part::Part;
use super::printed::printed;
use crate::model::{
    Citation, Document, Ground, Layout, Location, MarkKind, Parts, Passage, PassageId, Piece, Source, Spot,
};

/// How many marks before an address are looked at for the hyperlink over it.
const NEAR: usize = 64;

/// Notes where the address of each citation stands in a file that is no lines of text. `bytes` are the
/// file's that `document` was read from. What is not certain is left without a place.
pub fn locate(bytes: &[u8], document: &Document, cited: &mut [(Citation, Spot)]) {
    match &document.ground {
        Ground::None => {}
        Ground::Parts(names) => in_parts(bytes, document, names, cited),
        Ground::Pages(layout) => on_pages(document, layout, cited),
    }
}

fn in_parts(bytes: &[u8], document: &Document, names: &[String], cited: &mut [(Citation, Spot)]) {
    let package = bytes.starts_with(b"PK").then(|| Package::open(bytes)).flatten();
    let mut file = File { bytes, document, names, package, parts: HashMap::new() };
    for (citation, spot) in cited.iter_mut().filter(|(citation, _)| citation.url.is_some()) {
        citation.location = file.find(citation, spot).map(Location::Parts);
    }
}

fn on_pages(document: &Document, layout: &Layout, cited: &mut [(Citation, Spot)]) {
    let mut finder = Finder::new(layout);
    for (citation, spot) in cited.iter_mut().filter(|(citation, _)| citation.url.is_some()) {
        let found = passage(document, spot.passage).and_then(|passage| {
            finder.find(passage, &spot.range, is_shown(passage, citation, spot), target(passage, spot))
        });
        citation.location = found.map(Location::Pages);
    }
}

fn passage(document: &Document, id: PassageId) -> Option<&Passage> {
    match id {
        PassageId::Block(index) => document.body.get(index).map(|block| &block.text),
        PassageId::Note(index) => document.notes.get(index).map(|note| &note.text),
    }
}

/// Whether the address itself is printed there, and not a title that leads to it.
fn is_shown(passage: &Passage, citation: &Citation, spot: &Spot) -> bool {
    let text = passage.text.get(spot.range.clone());
    text.is_some() && text == citation.as_printed.as_deref()
}

/// Where the hyperlink leads that stands over it, if one does.
fn target<'a>(passage: &'a Passage, spot: &Spot) -> Option<&'a str> {
    let (start, from) =
        (spot.range.start, passage.marks.partition_point(|mark| mark.range.start <= spot.range.start));
    passage.marks[..from].iter().rev().take(NEAR).find_map(|mark| match &mark.kind {
        MarkKind::Link(target) if start < mark.range.end => Some(target.as_str()),
        _ => None,
    })
}

/// A file with those of its parts that were looked into.
struct File<'a> {
    bytes: &'a [u8],
    document: &'a Document,
    names: &'a [String],
    package: Option<Package<'a>>,
    parts: HashMap<u32, Option<Part>>,
}

impl File<'_> {
    fn find(&mut self, citation: &Citation, spot: &Spot) -> Option<Parts> {
        let passage = passage(self.document, spot.passage)?;
        let source = passage.place_at(spot.range.start).source?;
        let part = self.part(source.unit)?;
        let printed = is_shown(passage, citation, spot).then(|| in_text(part, passage, spot)).flatten();
        let target = target(passage, spot).and_then(|target| part.carrier(source.at as usize, target));
        let found = Parts { printed: printed.unwrap_or_default(), target: target.unwrap_or_default() };
        (!found.printed.is_empty() || !found.target.is_empty()).then_some(found)
    }

    fn part(&mut self, unit: u32) -> Option<&mut Part> {
        let (bytes, package, format) = (self.bytes, &mut self.package, self.document.format);
        let name = self.names.get(usize::try_from(unit).ok()?)?;
        self.parts.entry(unit).or_insert_with(|| Part::open(bytes, package.as_mut(), name, format)).as_mut()
    }
}

/// Where the address is printed.
fn in_text(part: &mut Part, passage: &Passage, spot: &Spot) -> Option<Vec<Piece>> {
    let bytes = printed(passage, &spot.range, &mut |source: Source| part.strand(source.at))?;
    Some(bytes.into_iter().map(|bytes| part.piece(bytes)).collect())
}
