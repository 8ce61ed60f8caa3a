//! What the words of the audit mean, in plain sentences: one place for the reports and for
//! `ibid explain`.
//!
//! The wording is careful on purpose: gone and could-not-tell are different sentences, and nobody's
//! source is called invented.

use crate::model::{Advice, ArchiveStatus, ChangeKind, Reason, SaveStatus, Verdict};

/// What a verdict means, to stand behind "this source …": `is still in the same place`.
pub fn verdict(verdict: Verdict) -> &'static str {
    verdict_of(verdict, 1)
}

/// What a verdict means of `number` sources: `are still in the same place`.
pub(super) fn verdict_of(verdict: Verdict, number: usize) -> &'static str {
    let (one, several) = match verdict {
        Verdict::Alive => ("is still in the same place", "are still in the same place"),
        Verdict::Moved => ("has moved to another address", "have moved to another address"),
        Verdict::Changed => ("no longer shows the cited source", "no longer show the cited source"),
        Verdict::Dead => ("is gone", "are gone"),
        Verdict::Restricted => {
            ("is there but may not be read by a machine", "are there but may not be read by a machine")
        }
        Verdict::Unsure => ("could not be established now", "could not be established now"),
        Verdict::Skipped => ("was not checked", "were not checked"),
    };
    if number == 1 { one } else { several }
}

/// What was seen, for an editor who knows the web from a browser: a whole sentence.
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Ok => "The address answers, and nothing speaks against its being the cited source.",
        Reason::MovedPermanently => {
            "The site says that the page has moved for good and leads to its new address."
        }
        Reason::MetaRefresh => "The page itself sends its readers on to another address.",
        Reason::ContentDrift => "There is a page at the address, but it no longer speaks of the cited work.",
        Reason::DomainTakenOver => "The site now belongs to somebody else, and the cited work is not on it.",
        Reason::TypeChanged => "A file was cited, but the address now answers with a page of another kind.",
        Reason::Http404 => "The server says that there is no such page (404 Not Found).",
        Reason::Http410 => "The server says that the page was removed for good (410 Gone).",
        Reason::DnsNotFound => "The site's name no longer exists.",
        Reason::Soft404 => "The server says that all is well, but the page says that there is nothing here.",
        Reason::RedirectToHome => "The address now leads to the site's home page instead of the cited work.",
        Reason::ParkedDomain => "The site's name is parked or for sale; nothing of the site is left.",
        Reason::ConnectionRefused => "The site's computer is there, but runs no web server any more.",
        Reason::Http401 => "The server asks for a login before it shows the page (401 Unauthorized).",
        Reason::Http403 => "The server refuses to show the page to a machine (403 Forbidden or the like).",
        Reason::BotChallenge => "The site wants proof that a human asks; a browser will probably be let in.",
        Reason::LoginRequired => "The page is behind a login.",
        Reason::Paywall => "The page is behind a paywall.",
        Reason::Http451 => "The page is withheld for legal reasons (451).",
        Reason::Timeout => "The server did not answer in time.",
        Reason::ConnectionReset => "The connection broke before a whole answer came.",
        Reason::Http4xx => "The server did not accept the question; whether the page is there is open.",
        Reason::Http5xx => {
            "The server failed: it sent an error of its own (5xx), a notice of one, or nothing at all."
        }
        Reason::RateLimited => "The server said that it was asked too often, and kept saying so (429).",
        Reason::DnsFailure => "The site's name could not be looked up; whether it still exists is open.",
        Reason::TlsExpired => "The site's certificate has expired, so its answer cannot be trusted.",
        Reason::TlsInvalid => {
            "No trusted connection could be made: the site's certificate is not valid for it."
        }
        Reason::RedirectLoop => "The address leads in a circle and never to a page.",
        Reason::Offline => "The source was not asked in this run, so nothing is known about it.",
        Reason::Excluded => "The configuration rules this address out.",
        Reason::NotHttp => "This is no web address, so there is nothing to ask.",
        Reason::PrivateAddress => {
            "The address is not on the public internet and was not asked; --allow-net opens a network of yours."
        }
        Reason::Malformed => "What is printed cannot be read as an address.",
    }
}

/// What to do, as a heading: `Replace the source`.
pub fn advice_heading(advice: Advice) -> &'static str {
    match advice {
        Advice::ReplaceSource => "Replace the source",
        Advice::CiteArchive => "Cite the archived copy",
        Advice::UpdateUrl => "Update the address",
        Advice::VerifyByHand => "Look at it yourself",
        Advice::SaveNow => "Save it now",
        Advice::CheckAgain => "Check again later",
        Advice::Keep => "Keep it as it is",
    }
}

/// What to do and why: a whole sentence.
pub fn advice(advice: Advice) -> &'static str {
    match advice {
        Advice::ReplaceSource => "The source is gone and no capture of it was found: cite another one.",
        Advice::CiteArchive => {
            "The cited source is no longer at its address, but a capture of it survives: cite that."
        }
        Advice::UpdateUrl => "The same work now has another address: cite that.",
        Advice::VerifyByHand => "A machine cannot tell: open the address in a browser.",
        Advice::SaveNow => "The source is in its place, but no archive has it yet: save it before it goes.",
        Advice::CheckAgain => {
            "What to do is open until the source or its archive answers: run the audit again in a day or two."
        }
        Advice::Keep => "There is nothing to do.",
    }
}

/// What to do about one source where [`advice`] alone would leave it open: a whole sentence.
pub(super) fn next_step(advice: Advice, verdict: Verdict, archive: ArchiveStatus) -> Option<&'static str> {
    match (advice, verdict, archive) {
        (Advice::CheckAgain, Verdict::Dead | Verdict::Changed, ArchiveStatus::LookupFailed) => Some(
            "The source is lost, but the archive could not be asked: run the audit again before you replace it.",
        ),
        (Advice::VerifyByHand, Verdict::Dead, ArchiveStatus::NotAsked) => Some(
            "The source is gone, and no archive was asked: before you replace it, look for a capture yourself or let it \
             be looked up, without --no-archive or --offline.",
        ),
        _ => None,
    }
}

/// What the archive said: a whole sentence.
pub fn archive(status: ArchiveStatus) -> &'static str {
    match status {
        ArchiveStatus::Archived => "The archive has a capture.",
        ArchiveStatus::NotArchived => "The archive has no good capture.",
        ArchiveStatus::Excluded => "The archive does not show this site.",
        ArchiveStatus::Saved => "It was captured by this run.",
        ArchiveStatus::LookupFailed => "The archive could not be asked, so whether it has a capture is open.",
        ArchiveStatus::NotAsked => "The archive was not asked.",
    }
}

/// What became of a citation since an earlier audit, to stand behind a number or before what it was:
/// `newly dead`.
pub fn change(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::NewlyDead => "newly dead",
        ChangeKind::Drifted => "drifted",
        ChangeKind::NewlyMoved => "newly moved",
        ChangeKind::NewlyRestricted => "newly restricted",
        ChangeKind::NewlyUnsure => "newly unsure",
        ChangeKind::New => "new",
        ChangeKind::Recovered => "recovered",
        ChangeKind::Fixed => "fixed by the author",
        ChangeKind::Edited => "edited by the author",
        ChangeKind::NewlyArchived => "newly archived",
        ChangeKind::Other => "otherwise changed",
        ChangeKind::Unchanged => "unchanged",
    }
}

/// What became of a citation since an earlier audit ("then"): a whole sentence.
pub fn change_sentence(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::NewlyDead => "The source is gone now, and was not then.",
        ChangeKind::Drifted => {
            "The address no longer shows the cited source, and was not said to do so then."
        }
        ChangeKind::NewlyMoved => "The source has another address now, and was in its place then.",
        ChangeKind::NewlyRestricted => "A machine may no longer look at the source.",
        ChangeKind::NewlyUnsure => "The source could be judged then, and cannot now.",
        ChangeKind::New => "The citation was not there then.",
        ChangeKind::Recovered => "The source is there again.",
        ChangeKind::Fixed => {
            "The author has replaced an address that was in trouble, and the new one is in none."
        }
        ChangeKind::Edited => "The author has replaced the address, which has settled nothing.",
        ChangeKind::NewlyArchived => "The verdict is as it was, but an archive has the source now.",
        ChangeKind::Other => "The source was ruled out then and no longer is, or the other way round.",
        ChangeKind::Unchanged => "All is as it was.",
    }
}

/// Where a request to save a source stands: a whole sentence.
pub fn receipt(status: SaveStatus) -> &'static str {
    match status {
        SaveStatus::Saved => "The source was captured in this run.",
        SaveStatus::AlreadyArchived => "There is a capture of this day, or of an earlier run, already.",
        SaveStatus::Pending => "The archive is at work on it; the next run asks what became of it.",
        SaveStatus::Asked => {
            "The archive was asked and has not answered; the next run asks again, and nothing is captured twice."
        }
        SaveStatus::Unknown => "The archive does not say what became of it; a later look-up tells.",
        SaveStatus::TryAgain => "It could not be captured now; the next run tries again.",
        SaveStatus::Tomorrow => "The archive has captured this address often enough for today.",
        SaveStatus::Refused => "The archive will not capture it.",
        SaveStatus::Disallowed => "The site's robots.txt does not want it captured.",
        SaveStatus::Paused => {
            "It was not asked for: the archive takes no more now, or the run was stopped; the next run goes on."
        }
        SaveStatus::NotAsked => {
            "It was not asked for: the cap of the run, or a secret in its address, forbade it."
        }
        SaveStatus::Planned => "It would be asked for, were this not a dry run.",
    }
}

/// What became of a citation that an earlier audit found and that is no longer there.
pub const GONE: &str = "no longer cited";

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn every_word_has_a_sentence_of_its_own() {
        let mut sentences: Vec<&str> = Reason::iter().map(reason).collect();
        sentences.extend(Advice::iter().map(advice));
        sentences.extend(ArchiveStatus::iter().map(archive));
        sentences.extend(ChangeKind::iter().map(change_sentence));
        sentences.extend(SaveStatus::iter().map(receipt));
        let changes: BTreeSet<&str> = ChangeKind::iter().map(change).chain([GONE]).collect();
        assert_eq!(changes.len(), ChangeKind::iter().count() + 1);
        for sentence in &sentences {
            assert!(sentence.starts_with(char::is_uppercase) && sentence.ends_with('.'), "{sentence}");
        }
        assert_eq!(sentences.iter().collect::<BTreeSet<_>>().len(), sentences.len());
    }

    #[test]
    fn a_lost_source_is_never_said_to_be_open() {
        let step = next_step(Advice::CheckAgain, Verdict::Dead, ArchiveStatus::LookupFailed).expect("a step");
        assert!(step.starts_with("The source is lost"), "{step}");
        let step = next_step(Advice::VerifyByHand, Verdict::Dead, ArchiveStatus::NotAsked).expect("a step");
        assert!(step.starts_with("The source is gone"), "{step}");
        assert_eq!(next_step(Advice::CheckAgain, Verdict::Unsure, ArchiveStatus::LookupFailed), None);
        assert_eq!(next_step(Advice::CiteArchive, Verdict::Dead, ArchiveStatus::Archived), None);
    }

    #[test]
    fn a_verdict_agrees_with_the_number() {
        assert_eq!(verdict(Verdict::Dead), "is gone");
        assert_eq!(verdict_of(Verdict::Dead, 2), "are gone");
        assert_eq!(verdict_of(Verdict::Moved, 0), "have moved to another address");
    }
}
