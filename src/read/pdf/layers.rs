//! Layers: what a viewer shows of optional content when it opens a file (ISO 32000-1, 8.11).

use std::collections::HashSet;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier};

/// The groups of a document that are not shown.
#[derive(Debug, Default)]
pub(super) struct Layers {
    hidden: HashSet<ObjectIdentifier>,
}

impl Layers {
    pub(super) fn of(pdf: &Pdf) -> Self {
        let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
        root.and_then(|root| Self::configured(&root.get::<Dict<'_>>("OCProperties")?)).unwrap_or_default()
    }

    fn configured(properties: &Dict<'_>) -> Option<Self> {
        let default = properties.get::<Dict<'_>>("D")?;
        let off = default.get::<Name<'_>>("BaseState").is_some_and(|state| state.as_str() == "OFF");
        let mut hidden: HashSet<_> = groups(properties, "OCGs").into_iter().filter(|_| off).collect();
        for group in groups(&default, "ON") {
            hidden.remove(&group);
        }
        hidden.extend(groups(&default, "OFF"));
        Some(Self { hidden })
    }

    /// Whether content that belongs to a group, or to several by a membership, is shown.
    pub(super) fn shows(&self, group: &Dict<'_>, id: Option<ObjectIdentifier>) -> bool {
        let membership = group.get::<Name<'_>>("Type").is_some_and(|kind| kind.as_str() == "OCMD");
        match id.filter(|_| !membership) {
            Some(id) => !self.hidden.contains(&id),
            None => self.shows_members(group),
        }
    }

    fn shows_members(&self, membership: &Dict<'_>) -> bool {
        let mut members = groups(membership, "OCGs");
        members.extend(membership.get_ref("OCGs").map(ObjectIdentifier::from).filter(|_| members.is_empty()));
        let policy = membership.get::<Name<'_>>("P");
        let hidden = |id: &ObjectIdentifier| self.hidden.contains(id);
        members.is_empty()
            || match policy.as_ref().map_or("AnyOn", |policy| policy.as_str()) {
                "AllOn" => !members.iter().any(hidden),
                "AnyOff" => members.iter().any(hidden),
                "AllOff" => members.iter().all(hidden),
                _ => !members.iter().all(hidden),
            }
    }
}

/// The objects that an array refers to.
fn groups(dict: &Dict<'_>, key: &str) -> Vec<ObjectIdentifier> {
    let array = dict.get::<Array<'_>>(key);
    let entries = array.iter().flat_map(Array::raw_iter);
    entries.filter_map(|entry| entry.as_obj_ref()).map(ObjectIdentifier::from).collect()
}
