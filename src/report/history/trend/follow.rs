//! Citations followed from one run to the next: by document and address, the first of several the
//! same with the first. A citation whose address the author replaced is one that is gone and a new one.

use std::collections::HashMap;

use jiff::Timestamp;
use strum::EnumCount;

use crate::model::{ArchiveStatus, Before, Change, ChangeKind, PastFinding, Reason, Verdict};

/// What a run said of a citation.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    pub(super) verdict: Verdict,
    pub(super) archive: ArchiveStatus,
    reason: Reason,
    checked_at: Timestamp,
    /// The run that first found it dead, if every one since has.
    pub(super) dead_since: Option<Timestamp>,
}

/// What a run said of the citations of a document, by address.
#[derive(Debug, Default)]
pub(super) struct Citations(HashMap<String, Vec<State>>);

/// How many citations became what between two runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Changes {
    kinds: [u32; ChangeKind::COUNT],
    /// Those that are no longer there.
    pub(super) gone: u32,
}

impl Citations {
    /// Takes a finding up. What became of the citation since `earlier`; none if that is not known.
    pub(super) fn take(&mut self, finding: &PastFinding, earlier: Option<&Self>) -> Option<Change> {
        let found = self.0.entry(finding.url.clone()).or_default();
        let before = earlier.and_then(|earlier| earlier.0.get(&finding.url)?.get(found.len()));
        let is_dead = finding.verdict == Verdict::Dead;
        found.push(State {
            verdict: finding.verdict,
            archive: finding.archive,
            reason: finding.reason,
            checked_at: finding.checked_at,
            dead_since: is_dead
                .then(|| before.and_then(|before| before.dead_since).unwrap_or(finding.run_at)),
        });
        match before {
            _ if earlier.is_none() => None,
            Some(before) => Some(Change::since(before.as_before(), finding.verdict, finding.archive)),
            None => Some(Change::NEW),
        }
    }

    /// The citations that are here and not in `later`, with how many of each.
    pub(super) fn gone(&self, later: &Self) -> impl Iterator<Item = (&str, &State)> {
        self.0.iter().flat_map(|(url, states)| {
            let still = later.0.get(url).map_or(0, Vec::len);
            states.iter().skip(still).map(|state| (url.as_str(), state))
        })
    }

    /// All of them, with their addresses.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &State)> {
        self.0.iter().flat_map(|(url, states)| states.iter().map(|state| (url.as_str(), state)))
    }
}

impl State {
    fn as_before(&self) -> Before {
        let Self { verdict, archive, reason, checked_at, .. } = *self;
        Before { verdict, reason, checked_at, archive, url: None }
    }
}

impl Changes {
    pub(super) fn count(&mut self, kind: ChangeKind) {
        self.kinds[kind as usize] += 1;
    }

    /// How many became so.
    pub(super) fn of(&self, kind: ChangeKind) -> u32 {
        self.kinds[kind as usize]
    }

    /// How many are not as before.
    pub(super) fn all(&self) -> u32 {
        self.gone + ChangeKind::changes().map(|kind| self.of(kind)).sum::<u32>()
    }
}

impl std::iter::Sum for Changes {
    fn sum<I: Iterator<Item = Self>>(changes: I) -> Self {
        changes.fold(Self::default(), |mut sum, changes| {
            sum.gone += changes.gone;
            sum.kinds.iter_mut().zip(changes.kinds).for_each(|(sum, number)| *sum += number);
            sum
        })
    }
}
