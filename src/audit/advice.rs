//! From what is known of a source to what an editor should do.

use crate::model::{Advice, ArchiveStatus, Check, Reason, Verdict};

/// What to do about a citation.
///
/// "Not archived", "could not be asked" and "was not to be asked" are different facts: only the first makes
/// a gone source one to replace. The second passes by itself. The third does not, however often the run is
/// repeated as it was: whether the source survives anywhere is for a person to see.
pub(super) fn advise(check: &Check, archive: ArchiveStatus) -> Advice {
    match check.verdict {
        Verdict::Alive if archive == ArchiveStatus::NotArchived => Advice::SaveNow,
        Verdict::Alive => Advice::Keep,
        Verdict::Moved => Advice::UpdateUrl,
        Verdict::Dead => lost(archive, Advice::ReplaceSource),
        Verdict::Changed => lost(archive, Advice::VerifyByHand),
        Verdict::Restricted => Advice::VerifyByHand,
        Verdict::Unsure => unsure(check.reason),
        Verdict::Skipped => skipped(check.reason),
    }
}

/// The source no longer gives what was cited.
fn lost(archive: ArchiveStatus, without_capture: Advice) -> Advice {
    match archive {
        ArchiveStatus::Archived | ArchiveStatus::Saved => Advice::CiteArchive,
        ArchiveStatus::NotArchived | ArchiveStatus::Excluded => without_capture,
        ArchiveStatus::LookupFailed => Advice::CheckAgain,
        ArchiveStatus::NotAsked => Advice::VerifyByHand,
    }
}

/// Some troubles pass by themselves; a broken certificate or a redirect loop rarely does.
fn unsure(reason: Reason) -> Advice {
    match reason {
        Reason::TlsExpired | Reason::TlsInvalid | Reason::RedirectLoop | Reason::Http4xx => {
            Advice::VerifyByHand
        }
        _ => Advice::CheckAgain,
    }
}

/// What the configuration ruled out is the team's own choice; the rest a person should see.
fn skipped(reason: Reason) -> Advice {
    if reason == Reason::Excluded { Advice::Keep } else { Advice::VerifyByHand }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    fn advice(reason: Reason, archive: ArchiveStatus) -> Advice {
        advise(&Check::without_asking(reason, Timestamp::UNIX_EPOCH), archive)
    }

    #[test]
    fn every_case_of_the_contract() {
        use ArchiveStatus::{Archived, Excluded, LookupFailed, NotArchived, NotAsked};
        for (reason, archive, expected) in [
            (Reason::Ok, Archived, Advice::Keep),
            (Reason::Ok, NotArchived, Advice::SaveNow),
            (Reason::Ok, LookupFailed, Advice::Keep),
            (Reason::MovedPermanently, Archived, Advice::UpdateUrl),
            (Reason::Http404, Archived, Advice::CiteArchive),
            (Reason::Http404, NotArchived, Advice::ReplaceSource),
            (Reason::Http404, Excluded, Advice::ReplaceSource),
            (Reason::Http404, LookupFailed, Advice::CheckAgain),
            (Reason::Http404, NotAsked, Advice::VerifyByHand),
            (Reason::ContentDrift, NotAsked, Advice::VerifyByHand),
            (Reason::ContentDrift, Archived, Advice::CiteArchive),
            (Reason::ContentDrift, NotArchived, Advice::VerifyByHand),
            (Reason::Http403, Archived, Advice::VerifyByHand),
            (Reason::Timeout, Archived, Advice::CheckAgain),
            (Reason::TlsExpired, Archived, Advice::VerifyByHand),
            (Reason::Excluded, NotAsked, Advice::Keep),
            (Reason::NotHttp, NotAsked, Advice::VerifyByHand),
        ] {
            assert_eq!(advice(reason, archive), expected, "{reason} {archive}");
        }
    }
}
