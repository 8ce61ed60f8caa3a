//! Layers: what a viewer shows of optional content when it opens a file (ISO 32000-1, 8.11).

use std::collections::HashSet;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier};

/// How deep visibility expressions may stand in each other.
const DEEPEST: usize = 20;

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
        if let Some(expression) = membership.get::<Array<'_>>("VE") {
            return self.holds(&expression, DEEPEST);
        }
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

    /// Whether a visibility expression holds: `And`, `Or` or `Not`, then groups and expressions.
    fn holds(&self, expression: &Array<'_>, depth: usize) -> bool {
        let mut parts = expression.raw_iter();
        let Some(MaybeRef::NotRef(Object::Name(operator))) = parts.next() else { return true };
        let mut parts = parts.map(|part| match part {
            MaybeRef::Ref(group) => !self.hidden.contains(&group.into()),
            MaybeRef::NotRef(Object::Array(inner)) if depth > 0 => self.holds(&inner, depth - 1),
            MaybeRef::NotRef(_) => true,
        });
        match operator.as_str() {
            "And" => parts.all(|part| part),
            "Or" => parts.any(|part| part),
            "Not" => parts.next().is_none_or(|part| !part),
            _ => true,
        }
    }
}

/// The objects that an array refers to.
fn groups(dict: &Dict<'_>, key: &str) -> Vec<ObjectIdentifier> {
    let array = dict.get::<Array<'_>>(key);
    let entries = array.iter().flat_map(Array::raw_iter);
    entries.filter_map(|entry| entry.as_obj_ref()).map(ObjectIdentifier::from).collect()
}

#[cfg(test)]
mod tests {
    use super::super::made::Made;

    /// Whether content is shown that belongs to what `properties` describes, where group 6 is hidden and 7 and 8 are not.
    fn shows(properties: &str) -> bool {
        shows_in("/D<</OFF[6 0 R]>>", properties)
    }

    fn shows_in(config: &str, properties: &str) -> bool {
        let groups = ["a", "b", "c"].map(|name| format!("<</Type/OCG/Name({name})>>"));
        let made = Made {
            content: "BT /F 10 Tf /OC /M BDC (s) Tj EMC ET",
            resources: &format!("/Properties<</M {properties}>>"),
            catalog: &format!("/OCProperties<</OCGs[6 0 R 7 0 R 8 0 R]{config}>>"),
            objects: &groups,
        };
        made.text() == "s"
    }

    #[test]
    fn groups_are_shown_as_the_file_opens() {
        assert!(!shows("6 0 R"));
        assert!(shows("7 0 R"));
        assert!(!shows_in("/D<</BaseState/OFF/ON[7 0 R]>>", "6 0 R"));
        assert!(shows_in("/D<</BaseState/OFF/ON[7 0 R]>>", "7 0 R"));
        assert!(shows_in("", "6 0 R"));
    }

    #[test]
    fn a_membership_asks_for_its_groups() {
        let member = |policy: &str, groups: &str| shows(&format!("<</Type/OCMD{policy}/OCGs {groups}>>"));
        assert!(!member("", "6 0 R"));
        assert!(member("", "[6 0 R 7 0 R]"));
        assert!(member("/P/AnyOn", "[6 0 R 7 0 R]"));
        assert!(!member("/P/AllOn", "[6 0 R 7 0 R]"));
        assert!(member("/P/AllOn", "[7 0 R 8 0 R]"));
        assert!(member("/P/AnyOff", "[6 0 R 7 0 R]"));
        assert!(!member("/P/AnyOff", "[7 0 R 8 0 R]"));
        assert!(member("/P/AllOff", "6 0 R"));
        assert!(!member("/P/AllOff", "[6 0 R 7 0 R]"));
        assert!(member("", "[]"));
    }

    #[test]
    fn an_expression_is_more_than_its_groups() {
        let shown = |expression: &str| shows(&format!("<</Type/OCMD/OCGs 7 0 R/VE {expression}>>"));
        assert!(!shown("[/And 6 0 R 7 0 R]"));
        assert!(shown("[/Or 6 0 R 7 0 R]"));
        assert!(shown("[/Not 6 0 R]"));
        assert!(!shown("[/Not [/Or 6 0 R 7 0 R]]"));
        assert!(shown("[/And 7 0 R [/Not [/And 6 0 R 8 0 R]]]"));
        assert!(shown("[]"));
    }
}
