//! Which document of today is which of then.

use std::collections::{BTreeMap, BTreeSet};

use super::address::address;

/// A document with the addresses that it cites.
pub(super) struct Cites<'a> {
    pub(super) name: &'a str,
    pub(super) urls: Vec<&'a str>,
}

/// An address that stands in more documents than this tells nothing about which is which.
const COMMON: usize = 8;

/// For each document of `now`, its index in `then`: by its name; else by its file's name, where only
/// one has it on either side (another working folder, an absolute path); else as the one with which
/// it shares most addresses, at least half of its own (a renamed file).
pub(super) fn pair(now: &[Cites<'_>], then: &[Cites<'_>]) -> Vec<Option<usize>> {
    let mut pairs = Pairs { of: vec![None; now.len()], taken: vec![false; then.len()] };
    pairs.by_name(now, then, |name| name);
    pairs.by_name(now, then, |name| name.rsplit(['/', '\\']).next().unwrap_or(name));
    pairs.by_addresses(now, then);
    pairs.of
}

struct Pairs {
    of: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Pairs {
    fn by_name(&mut self, now: &[Cites<'_>], then: &[Cites<'_>], name: fn(&str) -> &str) {
        let free_then = only(then.iter().map(|document| name(document.name)), |index| !self.taken[index]);
        let free_now = only(now.iter().map(|document| name(document.name)), |index| self.of[index].is_none());
        for (name, index) in free_now {
            if let (Some(index), Some(Some(earlier))) = (index, free_then.get(name)) {
                self.take(index, *earlier);
            }
        }
    }

    fn by_addresses(&mut self, now: &[Cites<'_>], then: &[Cites<'_>]) {
        let mut holders: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (index, document) in then.iter().enumerate().filter(|(index, _)| !self.taken[*index]) {
            for url in &document.urls {
                holders.entry(address(url)).or_default().insert(index);
            }
        }
        holders.retain(|_, documents| documents.len() <= COMMON);
        for (index, document) in now.iter().enumerate() {
            if self.of[index].is_none()
                && let Some(earlier) = self.most_shared(document, &holders)
            {
                self.take(index, earlier);
            }
        }
    }

    fn most_shared(
        &self,
        document: &Cites<'_>,
        holders: &BTreeMap<String, BTreeSet<usize>>,
    ) -> Option<usize> {
        let urls: BTreeSet<String> = document.urls.iter().map(|url| address(url)).collect();
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for earlier in urls.iter().filter_map(|url| holders.get(url)).flatten() {
            if !self.taken[*earlier] {
                *shared.entry(*earlier).or_default() += 1;
            }
        }
        let most = shared.into_iter().max_by_key(|(index, number)| (*number, std::cmp::Reverse(*index)));
        most.filter(|(_, number)| number * 2 >= urls.len()).map(|(index, _)| index)
    }

    fn take(&mut self, index: usize, earlier: usize) {
        self.of[index] = Some(earlier);
        self.taken[earlier] = true;
    }
}

/// The index of each name that occurs once among those that are free; none for one that occurs
/// more than once.
fn only<'a>(
    names: impl Iterator<Item = &'a str>,
    is_free: impl Fn(usize) -> bool,
) -> BTreeMap<&'a str, Option<usize>> {
    let mut indices = BTreeMap::new();
    for (index, name) in names.enumerate().filter(|(index, _)| is_free(*index)) {
        indices.entry(name).and_modify(|only| *only = None).or_insert(Some(index));
    }
    indices
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cites<'a>(name: &'a str, urls: &[&'a str]) -> Cites<'a> {
        Cites { name, urls: urls.to_vec() }
    }

    #[test]
    fn a_document_is_found_again_by_name_by_file_and_by_what_it_cites() {
        let then = [
            cites("reports/a.md", &["http://x.example/"]),
            cites("reports/b.md", &["http://y.example/"]),
            cites("draft.md", &["http://p.example/1", "http://p.example/2", "http://p.example/3"]),
            cites("gone.md", &["http://z.example/"]),
        ];
        let now = [
            cites("/home/me/reports/b.md", &["http://x.example/"]),
            cites("reports/a.md", &[]),
            cites("final.md", &["https://p.example/1", "http://p.example/3", "http://q.example/"]),
            cites("other.md", &["http://z.example/", "http://q.example/1", "http://q.example/2"]),
            cites("empty.md", &[]),
        ];
        assert_eq!(pair(&now, &then), [Some(1), Some(0), Some(2), None, None]);
    }

    #[test]
    fn a_file_name_that_two_have_tells_nothing() {
        let then = [cites("a/index.md", &[]), cites("b/index.md", &[])];
        assert_eq!(pair(&[cites("c/index.md", &[])], &then), [None]);
        assert_eq!(pair(&[cites("b/index.md", &[])], &then), [Some(1)]);
    }
}
