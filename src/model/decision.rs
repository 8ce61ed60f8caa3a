//! What an editor decided about a finding, in the workbook of an earlier audit.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// An editor's word on one citation; kept as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decision {
    /// What is to be done, in the editor's word: usually one that the drop-down offers.
    pub decision: String,
    /// Anything else the editor wrote down.
    pub note: String,
}

/// The decisions of an earlier audit, found again by citation.
///
/// A report changes between two audits: notes are renumbered, files renamed. The nearest match
/// that leaves no doubt counts: document, note and address; else document and address; else the
/// address alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    exact: BTreeMap<[String; 3], Decision>,
    in_document: BTreeMap<[String; 2], Shared>,
    anywhere: BTreeMap<String, Shared>,
}

/// A decision that several citations share, as long as they agree.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Shared {
    Agreed(Decision),
    Disputed,
}

impl Decisions {
    /// Remembers a decision about the citation of `url` in the note labelled `note`.
    pub fn add(&mut self, document: &str, note: &str, url: &str, decision: &Decision) {
        self.exact.insert([document, note, url].map(str::to_owned), decision.clone());
        agree(self.in_document.entry([document, url].map(str::to_owned)), decision);
        agree(self.anywhere.entry(url.to_owned()), decision);
    }

    /// Whether nothing was decided.
    pub fn is_empty(&self) -> bool {
        self.exact.is_empty()
    }

    /// What was decided about the citation of `url` in the note labelled `note`, if that is beyond
    /// doubt.
    pub fn of(&self, document: &str, note: &str, url: &str) -> Option<&Decision> {
        if let Some(exact) = self.exact.get(&[document, note, url].map(str::to_owned)) {
            return Some(exact);
        }
        let shared = self.in_document.get(&[document, url].map(str::to_owned));
        match shared.or_else(|| self.anywhere.get(url))? {
            Shared::Agreed(decision) => Some(decision),
            Shared::Disputed => None,
        }
    }
}

fn agree<K: Ord>(entry: Entry<'_, K, Shared>, decision: &Decision) {
    let shared = entry.or_insert_with(|| Shared::Agreed(decision.clone()));
    if matches!(shared, Shared::Agreed(agreed) if agreed != decision) {
        *shared = Shared::Disputed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decision(word: &str) -> Decision {
        Decision { decision: word.to_owned(), note: String::new() }
    }

    #[test]
    fn the_nearest_match_counts_and_a_doubt_does_not() {
        let mut decisions = Decisions::default();
        decisions.add("a.md", "1", "http://x.example/", &decision("done"));
        decisions.add("a.md", "2", "http://x.example/", &decision("keep"));
        decisions.add("b.md", "7", "http://y.example/", &decision("done"));
        let of = |document, note, url| decisions.of(document, note, url).map(|found| found.decision.as_str());
        assert_eq!(of("a.md", "2", "http://x.example/"), Some("keep"));
        assert_eq!(of("a.md", "3", "http://x.example/"), None, "two decisions for the address");
        assert_eq!(of("b.md", "8", "http://y.example/"), Some("done"), "the note was renumbered");
        assert_eq!(of("c.md", "8", "http://y.example/"), Some("done"), "the file was renamed");
        assert_eq!(of("c.md", "8", "http://z.example/"), None);
    }
}
