//! Where links within a document lead (ISO 32000-1, 12.3.2): markers of notes to their notes.

use std::collections::HashMap;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier};

use super::glyph::Spot;

/// Named destinations that are kept.
const MOST: usize = 100_000;
/// How deep trees of names are followed.
const DEEPEST: usize = 12;

/// The places of a document that links may lead to.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Pages by the object that describes them.
    pages: HashMap<ObjectIdentifier, usize>,
    named: HashMap<Vec<u8>, Spot>,
}

impl Places {
    /// The pages and the named destinations of a document.
    pub(super) fn of(pdf: &Pdf) -> Self {
        let pages = pdf.pages().iter().zip(0..).filter_map(|(page, at)| Some((page.raw().obj_id()?, at)));
        let mut places = Self { pages: pages.collect(), named: HashMap::new() };
        let Some(root) = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()) else { return places };
        if let Some(dests) = root.get::<Dict<'_>>("Dests") {
            for name in dests.keys().take(MOST) {
                places.name(name.as_ref(), dests.get::<Object<'_>>(name.as_ref()).as_ref());
            }
        }
        let names = root.get::<Dict<'_>>("Names");
        if let Some(tree) = names.and_then(|names| names.get::<Dict<'_>>("Dests")) {
            places.tree(&tree, DEEPEST);
        }
        places
    }

    fn tree(&mut self, node: &Dict<'_>, depth: usize) {
        if let Some(names) = node.get::<Array<'_>>("Names") {
            let mut entries = names.iter::<Object<'_>>();
            while let (Some(name), Some(place)) = (entries.next(), entries.next()) {
                if let Some(name) = name.into_string() {
                    self.name(name.as_bytes(), Some(&place));
                }
            }
        }
        if let Some(kids) = node.get::<Array<'_>>("Kids").filter(|_| depth > 0) {
            for kid in kids.iter::<Dict<'_>>() {
                if self.named.len() >= MOST {
                    return;
                }
                self.tree(&kid, depth - 1);
            }
        }
    }

    fn name(&mut self, name: &[u8], place: Option<&Object<'_>>) {
        let spot = place.and_then(|place| self.explicit(place));
        if let Some(spot) = spot.filter(|_| self.named.len() < MOST) {
            self.named.insert(name.to_vec(), spot);
        }
    }

    /// Where a destination is: by its name, or as it says.
    pub(super) fn spot(&self, destination: &Object<'_>) -> Option<Spot> {
        let named = |name: &[u8]| self.named.get(name).copied();
        match destination {
            Object::Name(name) => named(name.as_ref()),
            Object::String(name) => named(name.as_bytes()),
            other => self.explicit(other),
        }
    }

    /// `[page /XYZ left top zoom]`, or a dictionary with it.
    fn explicit(&self, place: &Object<'_>) -> Option<Spot> {
        let array = match place {
            Object::Array(array) => array.clone(),
            Object::Dict(dict) => dict.get::<Array<'_>>("D")?,
            _ => return None,
        };
        let mut raw = array.raw_iter();
        let page = match raw.next()? {
            MaybeRef::Ref(page) => *self.pages.get(&page.into())?,
            MaybeRef::NotRef(number) => usize::try_from(number.into_i32()?).ok()?,
        };
        let mut rest = array.iter::<Object<'_>>().skip(1);
        let form = rest.next()?.into_name()?;
        let numbers: Vec<Option<f32>> = rest.take(4).map(Object::into_f32).collect();
        let number = |at: usize| numbers.get(at).copied().flatten();
        let (x, y) = match form.as_str() {
            "XYZ" => (number(0).unwrap_or(0.0), number(1)?),
            "FitH" | "FitBH" => (0.0, number(0)?),
            "FitR" => (number(0)?, number(3)?),
            _ => return None,
        };
        Some(Spot { page, x, y })
    }
}

/// What the action or the destination of a link says.
pub(super) fn destination<'a>(annotation: &Dict<'a>) -> Option<Object<'a>> {
    let go = |action: &Dict<'_>| action.get::<Name<'_>>("S").is_some_and(|name| name.as_str() == "GoTo");
    let action = annotation.get::<Dict<'_>>("A").filter(go);
    action.and_then(|action| action.get("D")).or_else(|| annotation.get("Dest"))
}
