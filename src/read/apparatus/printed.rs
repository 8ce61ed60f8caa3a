//! The label that is printed at the start of a note whose markup already says what it is.

use super::super::flow::{Flow, Sign};
use super::labels::{self, Leading};

/// Takes the printed label off the text of a note, and with it the arrows of links back. With a
/// `known` label only that one is taken off, and a bare number (`12 See …`) only if no link back
/// stood there, which would have been the label. Returns the label that was printed.
pub(in crate::read) fn strip_label(
    flow: &mut Flow,
    known: Option<&str>,
    linked_back: bool,
) -> Option<String> {
    let remnant = remnant(&flow.text, linked_back);
    cut(flow, remnant);
    let leading = leading(flow)?;
    let expected = match known {
        Some(known) => known == leading.label && (leading.certain || !linked_back),
        None => leading.certain && !linked_back,
    };
    if !expected {
        return None;
    }
    cut(flow, leading.length);
    Some(leading.label)
}

/// How many bytes at the start of a text are arrows, or the punctuation around a link that was
/// left out: `[]`, `.`.
fn remnant(text: &str, linked_back: bool) -> usize {
    let mut rest = text.trim_start_matches(['^', '↑', ' ']);
    if linked_back {
        rest = rest.strip_prefix("[]").or_else(|| rest.strip_prefix("()")).unwrap_or(rest);
        rest = rest.trim_start_matches(['.', ':', ' ']);
    }
    text.len() - rest.len()
}

fn cut(flow: &mut Flow, length: usize) {
    if length > 0 {
        flow.take_out(&[(0..length, Vec::new())]);
    }
}

/// The label that opens a text, set off if it is raised or a link.
pub(super) fn leading(flow: &Flow) -> Option<Leading> {
    let set_off = flow.signs.iter().find(|(range, sign)| range.start == 0 && is_set_off(sign));
    let Some((range, _)) = set_off else { return labels::leading(&flow.text) };
    let label = labels::marker_label(&flow.text[range.clone()])?;
    let rest = flow.text[range.end..].trim_start_matches([']', ')', '.', ':']).trim_start();
    Some(Leading { label, length: flow.text.len() - rest.len(), certain: true })
}

/// Whether a sign sets a label off from the text behind it.
pub(super) fn is_set_off(sign: &Sign) -> bool {
    matches!(sign, Sign::Raised | Sign::Jump(_))
}
