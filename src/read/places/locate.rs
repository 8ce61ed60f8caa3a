//! The citations of a document, one by one.

use std::collections::HashMap;

use super::super::package::Package;
use super::part::Part;
use super::printed::printed;
use crate::model::{
    Citation, Document, Ground, Location, MarkKind, Parts, Passage, PassageId, Piece, Source, Spot,
};

/// Notes where the address of each citation stands in a file that is no lines of text. `bytes` are the
/// file's that `document` was read from. What is not certain is left without a place.
pub fn locate(bytes: &[u8], document: &Document, cited: &mut [(Citation, Spot)]) {
    let Ground::Parts(names) = &document.ground else { return };
    let mut file = File { bytes, document, names, package: None, parts: HashMap::new() };
    for (citation, spot) in cited.iter_mut().filter(|(citation, _)| citation.url.is_some()) {
        citation.location = file.find(citation, spot).map(Location::Parts);
    }
}

/// A file with those of its parts that were looked into.
struct File<'a> {
    bytes: &'a [u8],
    document: &'a Document,
    names: &'a [String],
    /// Opened when it is first needed.
    package: Option<Option<Package<'a>>>,
    parts: HashMap<u32, Option<Part>>,
}

impl File<'_> {
    fn find(&mut self, citation: &Citation, spot: &Spot) -> Option<Parts> {
        let document = self.document;
        let passage = match spot.passage {
            PassageId::Block(index) => &document.body.get(index)?.text,
            PassageId::Note(index) => &document.notes.get(index)?.text,
        };
        let source = passage.place_at(spot.range.start).source?;
        let part = self.part(source.unit)?;
        let found = Parts {
            printed: in_text(part, passage, citation, spot).unwrap_or_default(),
            target: in_link(part, passage, spot, source).unwrap_or_default(),
        };
        (!found.printed.is_empty() || !found.target.is_empty()).then_some(found)
    }

    fn part(&mut self, unit: u32) -> Option<&mut Part> {
        let (bytes, package, format) = (self.bytes, &mut self.package, self.document.format);
        let name = self.names.get(usize::try_from(unit).ok()?)?;
        let open =
            || Part::open(bytes, package.get_or_insert_with(|| Package::open(bytes)).as_mut(), name, format);
        self.parts.entry(unit).or_insert_with(open).as_mut()
    }
}

/// Where the address is printed, if it is.
fn in_text(part: &mut Part, passage: &Passage, citation: &Citation, spot: &Spot) -> Option<Vec<Piece>> {
    let shown = passage.text.get(spot.range.clone());
    if shown.is_none() || shown != citation.as_printed.as_deref() {
        return None;
    }
    let bytes = printed(passage, &spot.range, &mut |source: Source| part.strand(source.at))?;
    Some(bytes.into_iter().map(|bytes| part.piece(bytes)).collect())
}

/// Where the address of the hyperlink is written that stands over it, if one does.
fn in_link(part: &Part, passage: &Passage, spot: &Spot, source: Source) -> Option<Vec<Piece>> {
    let target = passage.marks.iter().find_map(|mark| match &mark.kind {
        MarkKind::Link(target)
            if mark.range.start <= spot.range.start && spot.range.start < mark.range.end =>
        {
            Some(target)
        }
        _ => None,
    })?;
    part.carrier(usize::try_from(source.at).ok()?, target)
}
