//! Markers in running text: raised numbers, `[12]`, links to a note.

use std::ops::Range;

use super::super::flow::{Flow, Sign};
use super::labels;

/// A stretch of text that may be the marker of notes with these labels.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) range: Range<usize>,
    pub(super) labels: Vec<String>,
    /// Whether it is set in brackets: works are cited so more often than notes.
    pub(super) bracketed: bool,
}

/// Longest text in brackets that is looked at, in bytes.
const LONGEST: usize = 40;

/// The labels of all markers in a text; at its very start stands no marker.
pub(super) fn labels_in(flow: &Flow) -> impl Iterator<Item = String> {
    let inside = candidates(flow).into_iter().filter(|candidate| candidate.range.start > 0);
    inside.flat_map(|candidate| candidate.labels)
}

/// Everything in a text that may be a marker, in order and apart.
pub(super) fn candidates(flow: &Flow) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = flow.signs.iter().filter_map(|sign| signed(flow, sign)).collect();
    candidates.extend(bracketed(&flow.text));
    candidates.extend(superscripts(&flow.text));
    candidates.sort_by_key(|candidate| (candidate.range.start, std::cmp::Reverse(candidate.range.end)));
    let mut end = 0;
    candidates.retain(|candidate| {
        let apart = candidate.range.start >= end;
        end = end.max(candidate.range.end);
        apart
    });
    candidates
}

/// Whether a text has a link that only leads back to its marker.
pub(super) fn has_back_link(flow: &Flow) -> bool {
    back_links(flow).next().is_some()
}

/// The links that only lead back to a marker.
pub(super) fn back_links(flow: &Flow) -> impl Iterator<Item = Range<usize>> {
    let jumps = flow.signs.iter().filter(|(_, sign)| matches!(sign, Sign::Jump(_)));
    jumps.map(|(range, _)| range.clone()).filter(|range| labels::is_back_link(&flow.text[range.clone()]))
}

fn signed(flow: &Flow, (range, sign): &(Range<usize>, Sign)) -> Option<Candidate> {
    if !matches!(sign, Sign::Raised | Sign::Jump(_)) || range.len() > LONGEST {
        return None;
    }
    let range = with_brackets(&flow.text, range);
    let labels = labels::marker_labels(&flow.text[range.clone()])?;
    Some(Candidate { range, labels, bracketed: false })
}

/// A raised or linked number together with brackets around it.
fn with_brackets(text: &str, range: &Range<usize>) -> Range<usize> {
    let around = text[..range.start].ends_with('[') && text[range.end..].starts_with(']');
    if around { range.start - 1..range.end + 1 } else { range.clone() }
}

fn bracketed(text: &str) -> impl Iterator<Item = Candidate> {
    text.match_indices('[').filter_map(|(start, _)| {
        let end = start + text.as_bytes()[start..].iter().take(LONGEST).position(|byte| *byte == b']')? + 1;
        let inner = &text[start + 1..end - 1];
        let numbers = inner.starts_with(|c: char| c.is_ascii_digit()) || inner.chars().count() == 1;
        if !numbers || in_address(&text[..start]) {
            return None;
        }
        let labels = labels::marker_labels(without_pages(inner))?;
        Some(Candidate { range: start..end, labels, bracketed: true })
    })
}

/// `12, p. 5` without the pages.
fn without_pages(inner: &str) -> &str {
    let page = [", p", ", S.", ", s.", ", с.", ": "].iter().filter_map(|cue| inner.find(cue)).min();
    page.map_or(inner, |page| &inner[..page])
}

/// Whether the text breaks off inside an address.
fn in_address(before: &str) -> bool {
    let tail_start = before.len().saturating_sub(200);
    let tail_start =
        (tail_start..=before.len()).find(|at| before.is_char_boundary(*at)).unwrap_or(before.len());
    let word = before[tail_start..].rsplit(' ').next().unwrap_or_default();
    word.contains("://") && !word.ends_with(['.', ',', ';', ')', '"', '”'])
}

fn superscripts(text: &str) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for (start, character) in text.char_indices().filter(|(_, c)| labels::is_superscript(*c)) {
        let end = start + character.len_utf8();
        match found.last_mut() {
            Some(last) if last.range.end == start => last.range.end = end,
            _ => found.push(Candidate { range: start..end, labels: Vec::new(), bracketed: false }),
        }
    }
    for candidate in &mut found {
        candidate.labels.push(labels::from_superscript(&text[candidate.range.clone()]));
    }
    found
}
