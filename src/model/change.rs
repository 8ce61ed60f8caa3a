//! What became of a citation since an earlier audit.
//!
//! An audit by itself says how things are. Whoever audits every week wants to know what is new: an
//! old wound must not hide a fresh one. The names of the kinds are a public contract.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumCount, EnumIter, EnumString, IntoEnumIterator, IntoStaticStr};

use super::check::{Reason, Verdict};
use super::citation::Kind;
use super::finding::Finding;
use super::mask::mask;
use super::snapshot::ArchiveStatus;

/// What became of a citation, in the order in which it is told: the fresh wounds and the good news first,
/// then the rest.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    Display,
    EnumString,
    EnumIter,
    EnumCount,
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ChangeKind {
    /// Dead now, and was not.
    NewlyDead,
    /// In its place now (or at an address it leads to), and was not.
    Recovered,
    /// As before, but an archive has it now.
    NewlyArchived,
    /// No longer the cited source, and was not said to be so.
    Drifted,
    /// The author has replaced an address that was in trouble, and the new one is in none.
    Fixed,
    /// The author has replaced the address, which has not settled anything.
    Edited,
    /// Moved now, and was in its place.
    NewlyMoved,
    /// There, but no longer for a machine.
    NewlyRestricted,
    /// Could be told before, and cannot now.
    NewlyUnsure,
    /// Another verdict than before, in a way that has no name: ruled out, or no longer.
    Other,
    /// The citation was not there before.
    New,
    /// As before.
    Unchanged,
}

/// What became of a citation since the earlier audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// In a word.
    pub kind: ChangeKind,
    /// Whether an archive has a good capture now and had none, whatever else happened.
    pub newly_archived: bool,
    /// What the earlier audit said; none for a new citation.
    pub before: Option<Before>,
}

/// What the earlier audit said of a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// Its verdict.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
    /// When that was established.
    pub checked_at: Timestamp,
    /// What the archive said.
    pub archive: ArchiveStatus,
    /// The address it had, where the author has replaced it since.
    pub url: Option<String>,
}

/// A citation as an earlier audit found it, secrets masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The document's path as given then.
    pub document: String,
    /// The note's label.
    pub note: Option<String>,
    /// Where it was cited.
    pub kind: Kind,
    /// Its address.
    pub url: String,
    /// The characters of the source.
    pub as_printed: Option<String>,
    /// The cited work's title.
    pub title: Option<String>,
    /// The sentence that cited the note.
    pub context: Option<String>,
    /// What the audit said.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
    /// When that was established.
    pub checked_at: Timestamp,
    /// What the archive said.
    pub archive: ArchiveStatus,
}

/// An earlier audit, as far as a later one is held against it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    /// How it is called: a file's name, or `the store`.
    pub name: String,
    /// The documents that could be read then.
    pub documents: Vec<String>,
    /// Their citations, in the order of each document.
    pub citations: Vec<Earlier>,
}

/// What an audit was held against, and what is gone since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// How the earlier audit is called.
    pub name: String,
    /// When its newest check of a document of this run was made; none if it knew none of them.
    pub at: Option<Timestamp>,
    /// Citations that it found in documents of this run and that are no longer there.
    pub gone: Vec<Earlier>,
}

impl ChangeKind {
    /// All but [`Unchanged`](Self::Unchanged), in order.
    pub fn changes() -> impl Iterator<Item = Self> {
        Self::iter().filter(|kind| *kind != Self::Unchanged)
    }
}

impl Change {
    /// The change of a citation that was not there before.
    pub const NEW: Self = Self { kind: ChangeKind::New, newly_archived: false, before: None };

    /// What became of a citation that is now as `verdict` and `archive` say.
    pub fn since(before: Before, verdict: Verdict, archive: ArchiveStatus) -> Self {
        let newly_archived = is_lacking(before.archive) && is_held(archive);
        let kind = match kind(&before, verdict) {
            ChangeKind::Unchanged if newly_archived => ChangeKind::NewlyArchived,
            kind => kind,
        };
        Self { kind, newly_archived, before: Some(before) }
    }

    /// Whether anything is otherwise than before.
    pub fn is_any(&self) -> bool {
        self.kind != ChangeKind::Unchanged
    }

    /// The same with secrets masked.
    #[must_use]
    pub(super) fn masked(&self) -> Self {
        let before = self
            .before
            .as_ref()
            .map(|before| Before { url: before.url.as_deref().map(|url| mask(url).into_owned()), ..*before });
        Self { before, ..*self }
    }
}

impl Earlier {
    /// The same with secrets masked.
    #[must_use]
    pub fn masked(&self) -> Self {
        let plain = |field: &Option<String>| field.as_deref().map(|text| mask(text).into_owned());
        Self {
            document: mask(&self.document).into_owned(),
            note: plain(&self.note),
            url: mask(&self.url).into_owned(),
            as_printed: plain(&self.as_printed),
            title: plain(&self.title),
            context: plain(&self.context),
            ..*self
        }
    }

    /// Whether the source was lost or doubtful then.
    pub fn was_in_trouble(&self) -> bool {
        is_trouble(self.verdict)
    }
}

impl Finding {
    /// Whether the verdict is a wound of its own: given now, and not by the earlier audit for this
    /// citation at this address. Where there was no earlier audit every one is.
    pub fn is_newly(&self, verdict: Verdict) -> bool {
        let before = self.change.as_ref().and_then(|change| change.before.as_ref());
        self.check.value.verdict == verdict
            && before.is_none_or(|before| before.verdict != verdict || before.url.is_some())
    }
}

fn kind(before: &Before, now: Verdict) -> ChangeKind {
    if before.url.is_some() {
        let was = is_trouble(before.verdict) || before.verdict == Verdict::Moved;
        if was && !is_trouble(now) && now != Verdict::Skipped {
            return ChangeKind::Fixed;
        }
    }
    match (before.verdict, now) {
        (was, now) if was == now && before.url.is_some() => ChangeKind::Edited,
        (was, now) if was == now => ChangeKind::Unchanged,
        (_, Verdict::Dead) => ChangeKind::NewlyDead,
        (_, Verdict::Changed) => ChangeKind::Drifted,
        (_, Verdict::Restricted) => ChangeKind::NewlyRestricted,
        (_, Verdict::Unsure) => ChangeKind::NewlyUnsure,
        (Verdict::Skipped, _) | (_, Verdict::Skipped) => ChangeKind::Other,
        (Verdict::Alive, Verdict::Moved) => ChangeKind::NewlyMoved,
        (_, Verdict::Alive | Verdict::Moved) => ChangeKind::Recovered,
    }
}

fn is_trouble(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Dead | Verdict::Changed | Verdict::Restricted | Verdict::Unsure)
}

/// Whether the archive was asked and had nothing to show.
fn is_lacking(archive: ArchiveStatus) -> bool {
    matches!(archive, ArchiveStatus::NotArchived | ArchiveStatus::Excluded)
}

fn is_held(archive: ArchiveStatus) -> bool {
    matches!(archive, ArchiveStatus::Archived | ArchiveStatus::Saved)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before(verdict: Verdict, archive: ArchiveStatus) -> Before {
        let reason = match verdict {
            Verdict::Dead => Reason::Http404,
            _ => Reason::Ok,
        };
        Before { verdict, reason, checked_at: Timestamp::UNIX_EPOCH, archive, url: None }
    }

    fn kind_of(was: Verdict, now: Verdict) -> String {
        let archive = ArchiveStatus::Archived;
        Change::since(before(was, archive), now, archive).kind.to_string()
    }

    #[test]
    fn every_change_has_its_name() {
        use Verdict::{Alive, Changed, Dead, Moved, Restricted, Skipped, Unsure};
        for (before, now, kind) in [
            (Alive, Dead, "newly-dead"),
            (Changed, Dead, "newly-dead"),
            (Dead, Dead, "unchanged"),
            (Alive, Changed, "drifted"),
            (Dead, Changed, "drifted"),
            (Alive, Moved, "newly-moved"),
            (Alive, Restricted, "newly-restricted"),
            (Dead, Unsure, "newly-unsure"),
            (Dead, Alive, "recovered"),
            (Dead, Moved, "recovered"),
            (Unsure, Alive, "recovered"),
            (Moved, Alive, "recovered"),
            (Alive, Skipped, "other"),
            (Skipped, Alive, "other"),
            (Skipped, Dead, "newly-dead"),
        ] {
            assert_eq!(kind_of(before, now), kind, "{before} → {now}");
        }
    }

    #[test]
    fn a_capture_that_was_not_there_is_told_beside_all_else() {
        let absent = || before(Verdict::Dead, ArchiveStatus::NotArchived);
        let same = Change::since(absent(), Verdict::Dead, ArchiveStatus::Archived);
        assert_eq!((same.kind, same.newly_archived), (ChangeKind::NewlyArchived, true));
        let alive = Change::since(absent(), Verdict::Alive, ArchiveStatus::Saved);
        assert_eq!((alive.kind, alive.newly_archived), (ChangeKind::Recovered, true));
        let unasked = before(Verdict::Dead, ArchiveStatus::NotAsked);
        let same = Change::since(unasked, Verdict::Dead, ArchiveStatus::Archived);
        assert_eq!((same.kind, same.newly_archived), (ChangeKind::Unchanged, false), "nobody had asked");
    }

    #[test]
    fn a_replaced_address_is_a_repair_only_if_it_helped() {
        let archive = ArchiveStatus::Archived;
        let replaced =
            |verdict| Before { url: Some("http://old.example/".to_owned()), ..before(verdict, archive) };
        for (before, now, kind) in [
            (Verdict::Dead, Verdict::Alive, ChangeKind::Fixed),
            (Verdict::Moved, Verdict::Alive, ChangeKind::Fixed),
            (Verdict::Dead, Verdict::Dead, ChangeKind::Edited),
            (Verdict::Alive, Verdict::Alive, ChangeKind::Edited),
            (Verdict::Alive, Verdict::Dead, ChangeKind::NewlyDead),
            (Verdict::Dead, Verdict::Unsure, ChangeKind::NewlyUnsure),
        ] {
            assert_eq!(Change::since(replaced(before), now, archive).kind, kind, "{before} → {now}");
        }
    }
}
