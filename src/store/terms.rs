//! What a verdict hangs on beside the address: the same page is the cited work for one note and
//! another one for the next, and a note may be corrected between two runs.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};
use url::Url;

use crate::model::{Check, Claims};

/// The terms under which an address was judged. An answer given under other terms is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    /// Digest of what the notes say of the source, and of the other readings of its address.
    pub(super) claims: [u8; 16],
    accept: BTreeSet<u16>,
}

impl Terms {
    /// Terms of these claims and other readings, with these statuses beside 2xx counted as those of
    /// a page that is there.
    pub fn new(claims: &Claims, readings: &[Url], accept: &BTreeSet<u16>) -> Self {
        let readings: Vec<&str> = readings.iter().map(Url::as_str).collect();
        let mut digest = Sha256::new();
        feed(&mut digest, &claims.titles);
        feed(&mut digest, &claims.sources);
        feed(&mut digest, &readings);
        let digest: [u8; 32] = digest.finalize().into();
        let mut short = [0; 16];
        short.copy_from_slice(&digest[..16]);
        Self { claims: short, accept: accept.clone() }
    }

    /// Whether the status of a check is one that only these terms make alive.
    pub(super) fn accept(&self, check: &Check) -> bool {
        check.http_status.is_some_and(|status| self.accept.contains(&status))
    }
}

/// Every list and text with its length, so that no two lists read alike.
fn feed(digest: &mut Sha256, texts: &[impl AsRef<str>]) {
    digest.update((texts.len() as u64).to_le_bytes());
    for text in texts {
        let text = text.as_ref();
        digest.update((text.len() as u64).to_le_bytes());
        digest.update(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_note_counts() {
        let terms = |titles: &[&str], sources: &[&str]| {
            let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
            Terms::new(&Claims { titles: own(titles), sources: own(sources) }, &[], &BTreeSet::new())
        };
        assert_eq!(terms(&["A", "B"], &["C"]), terms(&["A", "B"], &["C"]));
        for (titles, sources) in
            [(&["AB"][..], &["C"][..]), (&["A"], &["B", "C"]), (&["A", "b"], &["C"]), (&[], &[])]
        {
            assert_ne!(terms(&["A", "B"], &["C"]).claims, terms(titles, sources).claims, "{titles:?}");
        }
        let reading = Url::parse("http://a.example/").expect("an address");
        assert_ne!(
            Terms::new(&Claims::default(), &[reading], &BTreeSet::new()).claims,
            terms(&[], &[]).claims
        );
    }
}
