//! What stands within a line: links, raised markers, emphasis, notes in the line.

use super::super::super::apparatus::marker_label;
use super::super::super::code::has_address;
use super::super::super::draft::DraftNote;
use super::super::super::flow::Sign;
use super::super::super::target::target;
use super::super::dom::{Element, Id};
use super::super::{detour, furniture, labels};
use super::{End, Writer};
use crate::model::Kind;

/// Longest raised text that may be all markers, in bytes.
const LONGEST_RAISED: u32 = 60;

impl Writer<'_> {
    pub(super) fn enter_inline(&mut self, id: Id, element: &Element) -> bool {
        if self.linked.backs.contains(&id) && !self.linked.markers.contains_key(&id) {
            self.back = true;
            return false;
        }
        let sign = match element.name() {
            "a" => return self.enter_link(id, element),
            "sup" => {
                let markers = self.markers_in(id);
                if !markers.is_empty() {
                    for note in markers {
                        self.flow.note_ref(note);
                    }
                    return false;
                }
                Sign::Raised
            }
            "em" | "i" | "cite" | "dfn" | "var" => Sign::Emphasis,
            "code" | "kbd" | "samp" | "tt" => return !has_address(&self.page.dom.text_of(id)),
            _ => {
                let back = labels::is_back_link(element);
                self.back |= back;
                if !back && labels::is_number(element) {
                    self.ends.push((id, End::Blank));
                }
                return !back;
            }
        };
        self.flow.open(sign);
        self.ends.push((id, End::Sign));
        true
    }

    fn enter_link(&mut self, id: Id, element: &Element) -> bool {
        if let Some(marker) = self.linked.markers.get(&id) {
            if marker.label {
                self.flow.note_ref(marker.note);
            } else {
                self.ends.push((id, End::Marker(marker.note)));
            }
            return !marker.label;
        }
        let href = element.attribute("href").unwrap_or_default();
        let destination = detour::destination(href);
        let href = destination.as_deref().unwrap_or(href);
        let marker = || labels::is_marker(element).then_some(Sign::Raised);
        let leads_out = !self.page.is_own_address(href)
            && !furniture::is_page_link(element, href)
            && !furniture::is_handle(&self.page.dom.text_up_to(id, 60), href);
        if let Some(sign) = target(href).filter(|_| leads_out).or_else(marker) {
            self.flow.open(sign);
            self.ends.push((id, End::Sign));
        }
        true
    }

    /// The notes that a raised text refers to, if it is nothing but their markers.
    fn markers_in(&self, raised: Id) -> Vec<usize> {
        let mut notes = Vec::new();
        if self.page.weight(raised) > LONGEST_RAISED {
            return notes;
        }
        let mut marker: Option<Id> = None;
        for id in self.page.dom.nodes(raised) {
            if let Some(found) = self.linked.markers.get(&id).filter(|found| found.label) {
                notes.push(found.note);
                marker = Some(id);
            }
            let inside = marker.is_some_and(|marker| self.page.contains(marker, id));
            let other = self.page.dom.text(id).iter().any(|(piece, _)| piece.contains(char::is_alphanumeric));
            if other && !inside {
                return Vec::new();
            }
        }
        notes
    }

    /// A note in the line is written as one, unless it only repeats the note that the marker
    /// before it leads to.
    pub(super) fn enter_aside(&mut self, id: Id) -> bool {
        let end = self.flow.text.len();
        let marker = self.flow.signs.iter().rposition(|(range, sign)| {
            range.end == end && matches!(sign, Sign::Raised | Sign::Jump(_) | Sign::NoteRef(_))
        });
        let marker = marker.map(|index| self.flow.signs[index].clone());
        if let Some((_, Sign::NoteRef(_))) = marker {
            return false;
        }
        let printed =
            marker.and_then(|(range, _)| Some((marker_label(&self.flow.text[range.clone()])?, range)));
        let note = self.draft.notes.len();
        let label = if let Some((label, range)) = printed {
            self.flow.take_out(&[(range, vec![note])]);
            label
        } else {
            self.flow.note_ref(note);
            (note + 1).to_string()
        };
        self.draft.notes.push(DraftNote { aside: true, ..DraftNote::new(label, Kind::Footnote) });
        let around = std::mem::take(&mut self.flow);
        self.ends.push((id, End::Aside(around, note)));
        true
    }
}
