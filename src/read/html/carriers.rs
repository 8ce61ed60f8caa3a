//! The hyperlinks of a page of XHTML.

use std::borrow::Cow;

use quick_xml::escape::unescape;
use quick_xml::events::BytesStart;

use super::super::flow::Sign;
use super::super::places::Carrier;
use super::super::target::target;
use super::detour;
use super::xhtml::tag_end;
use crate::model::Piece;

/// The hyperlinks of the part `name`, whose text is `source`, in the order in which they end.
pub(in crate::read) fn carriers(name: &str, source: &str) -> Vec<Carrier> {
    let (mut open, mut carriers) = (None, Vec::new());
    let mut at = 0;
    while let Some(start) = source[at..].find('<').map(|found| at + found) {
        let Some(end) = tag_end(source.as_bytes(), start) else { break };
        let tag = &source[start + 1..end];
        if is_anchor(tag) {
            open = carrier(tag, source, name, end + 1);
        } else if tag.strip_prefix('/').is_some_and(is_anchor) {
            carriers.extend(
                open.take()
                    .map(|carrier: Carrier| Carrier { inside: carrier.inside.start..start, ..carrier }),
            );
        }
        at = end + 1;
    }
    carriers
}

fn is_anchor(tag: &str) -> bool {
    let mut letters = tag.bytes();
    letters.next().is_some_and(|letter| letter.eq_ignore_ascii_case(&b'a'))
        && letters.next().is_none_or(|next| next.is_ascii_whitespace())
}

fn carrier(tag: &str, source: &str, name: &str, from: usize) -> Option<Carrier> {
    let tag = BytesStart::from_content(tag, 1);
    let found =
        tag.html_attributes().flatten().find(|found| found.key.as_ref().eq_ignore_ascii_case(b"href"))?;
    let Cow::Borrowed(value) = found.value else { return None };
    let value = value.trim_ascii();
    let start = (value.as_ptr() as usize).checked_sub(source.as_ptr() as usize)?;
    let bytes = start..start + value.len();
    let written = source.get(bytes.clone())?;
    let href = unescape(written).unwrap_or(Cow::Borrowed(written));
    let destination = detour::destination(&href);
    let Sign::Link(target) = target(destination.as_deref().unwrap_or(&href))? else { return None };
    let piece = Piece { part: Some(name.to_owned()), relation: None, bytes };
    Some(Carrier { inside: from..from, target, written: vec![piece] })
}
