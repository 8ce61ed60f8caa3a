//! Counts over the findings of a run, or of one document in it.

use std::ops::AddAssign;

use strum::{EnumCount, EnumIter, IntoEnumIterator};

use crate::model::{ArchiveStatus, Verdict};

/// Whether an archive has a capture that can be cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumCount, EnumIter)]
pub(super) enum Held {
    Yes,
    No,
    Unknown,
}

impl From<ArchiveStatus> for Held {
    fn from(archive: ArchiveStatus) -> Self {
        match archive {
            ArchiveStatus::Archived | ArchiveStatus::Saved => Self::Yes,
            ArchiveStatus::NotArchived | ArchiveStatus::Excluded => Self::No,
            ArchiveStatus::LookupFailed | ArchiveStatus::NotAsked => Self::Unknown,
        }
    }
}

/// Counts by verdict and by archive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    verdicts: [u32; Verdict::COUNT],
    held: [u32; Held::COUNT],
}

impl Tally {
    pub(super) fn add(&mut self, verdict: Verdict, archive: ArchiveStatus) {
        self.verdicts[verdict as usize] += 1;
        self.held[Held::from(archive) as usize] += 1;
    }

    /// How many have this verdict.
    pub(super) fn verdict(&self, verdict: Verdict) -> u32 {
        self.verdicts[verdict as usize]
    }

    /// Of how many an archive has a capture, or has none, or was not asked.
    pub(super) fn held(&self, held: Held) -> u32 {
        self.held[held as usize]
    }

    /// How many there are in all.
    pub(super) fn citations(&self) -> u32 {
        Verdict::iter().map(|verdict| self.verdict(verdict)).sum()
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        let pairs = self.verdicts.iter_mut().zip(other.verdicts);
        pairs.chain(self.held.iter_mut().zip(other.held)).for_each(|(sum, number)| *sum += number);
    }
}

impl std::iter::Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), |mut sum, tally| {
            sum += tally;
            sum
        })
    }
}
