//! Links that journals and databases put behind every entry of a list of works: to the work, to a
//! record of it, to a search for it. They are one source, not several.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::super::draft::{Draft, Role};
use super::super::flow::{Flow, Sign};
use crate::model::Kind;

/// In how many entries a link has the same text if it is one of those.
const OFTEN: usize = 3;

/// Longest text of such a link, in bytes.
const LONGEST: usize = 40;

/// Most bytes of punctuation between such links.
const GAP: usize = 8;

/// Texts that such links have also in short lists, lower case.
static USUAL: [&str; 10] = [
    "article",
    "crossref",
    "doi",
    "full text",
    "google scholar",
    "pubmed",
    "scopus",
    "view",
    "view article",
    "web of science",
];

/// Parameters of an address that searches for a work.
static SEARCHES: [&str; 8] = ["title=", "?q=", "&q=", "query=", "term=", "author=", "lookup", "search"];

/// Leaves one such link to every entry that has no other address, none to the others.
pub(super) fn settle(draft: &mut Draft) {
    let usual = usual_texts(draft);
    for note in draft.notes.iter_mut().filter(|note| note.kind == Kind::Bibliography) {
        settle_entry(&mut note.flow, &usual, true);
    }
    for block in draft.blocks.iter_mut().filter(|block| matches!(block.role, Role::Item(_))) {
        settle_entry(&mut block.flow, &usual, false);
    }
}

/// The texts of links that many entries have in common.
fn usual_texts(draft: &Draft) -> HashSet<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for note in draft.notes.iter().filter(|note| note.kind == Kind::Bibliography) {
        let texts: HashSet<String> =
            links(&note.flow).filter_map(|(range, _)| text_of(&note.flow, range)).collect();
        for text in texts {
            *counts.entry(text).or_default() += 1;
        }
    }
    let often = counts.into_iter().filter(|(_, count)| *count >= OFTEN).map(|(text, _)| text);
    often.chain(USUAL.map(String::from)).collect()
}

fn links(flow: &Flow) -> impl Iterator<Item = (&Range<usize>, &str)> {
    flow.signs.iter().filter_map(|(range, sign)| match sign {
        Sign::Link(target) => Some((range, target.as_str())),
        _ => None,
    })
}

/// The text of a link, if it is no address itself.
fn text_of(flow: &Flow, range: &Range<usize>) -> Option<String> {
    let text = flow.text[range.clone()].trim_matches(|c: char| c.is_whitespace() || matches!(c, '[' | ']'));
    let address = text.contains('.') || text.contains("://");
    (!text.is_empty() && text.len() <= LONGEST && !address).then(|| text.to_lowercase())
}

/// `certain`: the text is known to be an entry of a list of works.
fn settle_entry(flow: &mut Flow, usual: &HashSet<String>, certain: bool) {
    let outs = trailing(flow, usual);
    let Some(first) = outs.last().map(|range| range.start) else { return };
    let target = |range: &Range<usize>| {
        links(flow).find(|(known, _)| *known == range).map_or("", |(_, target)| target)
    };
    if !certain && !outs.iter().any(|range| is_search(target(range))) {
        return;
    }
    let named = flow.text[..first].contains("://") || links(flow).any(|(range, _)| !outs.contains(range));
    let sources = || outs.iter().rev().filter(|range| !is_search(target(range)));
    let best = sources().find(|range| target(range).contains("/10.")).or_else(|| sources().next());
    let kept = best.filter(|_| !named).cloned();
    flow.signs.retain(|(range, sign)| {
        !matches!(sign, Sign::Link(_)) || !outs.contains(range) || Some(range) == kept.as_ref()
    });
}

/// The links at the end of an entry that have usual texts, the last one first.
fn trailing(flow: &Flow, usual: &HashSet<String>) -> Vec<Range<usize>> {
    let mut sorted: Vec<&Range<usize>> = links(flow).map(|(range, _)| range).collect();
    sorted.sort_by_key(|range| range.start);
    let mut outs: Vec<Range<usize>> = Vec::new();
    let mut end = flow.text.len();
    for range in sorted.into_iter().rev() {
        let gap = flow.text.get(range.end..end).unwrap_or_default();
        let apart = gap.len() <= GAP && !gap.contains(char::is_alphanumeric);
        if !apart || !text_of(flow, range).is_some_and(|text| usual.contains(&text)) {
            break;
        }
        end = range.start;
        outs.push(range.clone());
    }
    outs
}

fn is_search(target: &str) -> bool {
    let target = target.to_ascii_lowercase();
    SEARCHES.iter().any(|sign| target.contains(sign))
}
