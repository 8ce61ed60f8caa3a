//! Several addresses of one source: the identifier printed beside its address, and the archive
//! copy that the author gives of it.
//!
//! `Title, doi:10.1234/abc, https://journal.example/abc [https://perma.cc/AB12-CD34]` cites one
//! source, not three. The address stands for it; an identifier stands for it where no address does.

use std::collections::HashMap;

use super::copies::{Copy, place};
use super::dates::{Dated, Role};
use super::note::Source;
use super::structure::Structure;
use super::urls::Found;
use super::works::{self, Anchor};
use crate::model::ArchiveCopy;

/// Copies in a row looked back over for their original.
const MOST_COPIES: usize = 6;

/// Whether any of the sources is an identifier or a copy.
pub(super) fn is_any_beside(sources: &[Source]) -> bool {
    let mut found = sources.iter().filter_map(|source| source.found.as_ref());
    found.any(|found| found.identifier.is_some() || Copy::of(&found.readings[0]).is_some())
}

/// A flat text with the addresses found in it.
pub(super) struct Setting<'a> {
    pub(super) text: &'a str,
    /// Where the addresses stand in it, in order.
    pub(super) anchors: &'a [Anchor<'a>],
    pub(super) dates: &'a [Dated],
    pub(super) structure: &'a Structure,
    /// Whether the text is an entry of a bibliography: all of it speaks of one work.
    pub(super) one_work: bool,
}

impl Setting<'_> {
    /// One source for each work, where several addresses lead to it. The sources are those of the
    /// anchors, in order. Linear.
    pub(super) fn merged(&self, sources: Vec<Source>) -> Vec<Source> {
        let found: Vec<&Found> = sources.iter().filter_map(|source| source.found.as_ref()).collect();
        if found.len() != sources.len() || found.len() != self.anchors.len() {
            return sources;
        }
        let copies: Vec<Option<Copy>> = found.iter().map(|found| Copy::of(&found.readings[0])).collect();
        let mut group = Group { same: self.neighbours(&found), of: (0..found.len()).collect() };
        group.give_copies(&found, &copies, |at| self.structure.is_quoted(self.anchors[at].range.start));
        group.give_identifiers(&found, &copies);
        let given: Vec<Option<ArchiveCopy>> = (0..found.len())
            .map(|at| copies[at].as_ref().map(|copy| self.given(at, &found[at].readings[0], copy)))
            .collect();
        joined(sources, given, &group.of)
    }

    /// For each address but the last whether the next one belongs to the same work.
    fn neighbours(&self, found: &[&Found]) -> Vec<bool> {
        let pairs = self.anchors.windows(2).zip(found.windows(2)).map(|(pair, found)| {
            let [before, next] = pair else { return false };
            let between = before.range.end.min(next.range.start)..next.range.start;
            let listed = found.iter().any(|found| found.identifier.is_some())
                && !self.text[between].contains(char::is_alphanumeric);
            self.one_work
                || listed
                || works::is_same_work(self.text, [before, next], self.dates, self.structure)
        });
        pairs.collect()
    }

    fn given(&self, at: usize, url: &str, copy: &Copy) -> ArchiveCopy {
        let date = copy.date.or_else(|| self.said(at));
        ArchiveCopy { url: url.to_owned(), time: copy.time, date }
    }

    /// The day of a copy as the text says it, between the address before and the one behind.
    fn said(&self, at: usize) -> Option<crate::model::PartialDate> {
        let from = at.checked_sub(1).map_or(0, |before| self.anchors[before].range.end);
        let until = self.anchors.get(at + 1).map_or(self.text.len(), |next| next.range.start);
        let first = self.dates.partition_point(|dated| dated.range.start < from);
        let near = self.dates[first..].iter().take_while(|dated| dated.range.end <= until);
        near.take(MOST_COPIES).find(|dated| dated.role == Role::Archived).map(|dated| dated.date)
    }
}

/// Which address stands for the source of each.
struct Group {
    same: Vec<bool>,
    of: Vec<usize>,
}

impl Group {
    /// An address in quotation marks is spoken of and not cited: it takes no copy.
    fn give_copies(&mut self, found: &[&Found], copies: &[Option<Copy>], is_quoted: impl Fn(usize) -> bool) {
        let mut places: HashMap<String, usize> = HashMap::new();
        let own = |at: &usize| copies[*at].is_none() && !is_quoted(*at);
        for (at, found) in found.iter().enumerate().filter(|(at, _)| own(at)) {
            places.entry(place(&found.readings[0])).or_insert(at);
        }
        for (at, copy) in copies.iter().enumerate() {
            let Some(copy) = copy else { continue };
            let original = copy.original.as_deref().and_then(|original| places.get(&place(original)));
            self.of[at] = original.copied().or_else(|| self.before(at, found, copies)).unwrap_or(at);
        }
    }

    /// The address before a copy that it may be a copy of.
    fn before(&self, copy: usize, found: &[&Found], copies: &[Option<Copy>]) -> Option<usize> {
        let run = (0..copy).rev().take(MOST_COPIES).take_while(|at| self.same[*at]);
        let original = run.into_iter().find(|at| copies[*at].is_none())?;
        copies[copy].as_ref()?.may_be_of(&found[original].readings[0]).then_some(original)
    }

    /// An address takes the identifiers of its work, one of each scheme; where there is none, the
    /// first of the schemes does.
    fn give_identifiers(&mut self, found: &[&Found], copies: &[Option<Copy>]) {
        let mut start = 0;
        while start < found.len() {
            let end = (start..self.same.len()).find(|at| !self.same[*at]).unwrap_or(found.len() - 1) + 1;
            let own = |at: &usize| copies[*at].is_none();
            let addresses = (start..end).filter(own).filter(|at| found[*at].identifier.is_none());
            let identifiers = (start..end).filter(|at| found[*at].identifier.is_some());
            let stands = addresses.chain(identifiers.clone()).min_by_key(|at| (found[*at].identifier, *at));
            let mut taken = Vec::new();
            for at in identifiers {
                let scheme = found[at].identifier;
                if let Some(stands) =
                    stands.filter(|stands| *stands != at && found[*stands].identifier != scheme)
                    && !taken.contains(&scheme)
                {
                    taken.push(scheme);
                    self.of[at] = stands;
                }
            }
            start = end;
        }
    }
}

fn joined(sources: Vec<Source>, given: Vec<Option<ArchiveCopy>>, of: &[usize]) -> Vec<Source> {
    let mut kept: Vec<Option<Source>> = sources.into_iter().map(Some).collect();
    for (at, copy) in given.into_iter().enumerate() {
        let beside = if of[at] == at { None } else { kept[at].take() };
        let Some(source) = kept[of[at]].as_mut() else { continue };
        source.archived = source.archived.take().or(copy);
        if let Some(beside) = beside {
            source.complete(beside, at < of[at]);
        }
    }
    kept.into_iter().flatten().collect()
}
