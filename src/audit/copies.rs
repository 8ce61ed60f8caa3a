//! The author's own archive copy, weighed against what the archive offers.
//!
//! A report that cites `http://…, archived at https://perma.cc/…` has saved its source already. That
//! copy counts as a capture unless the archive has one nearer to the day the source was read, and an
//! archive that has none, or cannot be asked, takes nothing away from it. A copy that is itself the
//! cited address helps nobody once it is gone.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use url::Url;

use crate::model::{ArchiveCopy, Check, Citation, Known, Lookup, Snapshot, Verdict};

/// The copy, if it can stand in for the source.
pub(super) fn usable<'a>(citation: &'a Citation, check: &Check) -> Option<&'a ArchiveCopy> {
    let lost = matches!(check.verdict, Verdict::Dead | Verdict::Changed);
    citation.archived.as_ref().filter(|_| !(lost && is_itself_a_copy(citation)))
}

/// Whether the cited address is one of an archive: no other archive is asked for it.
pub(super) fn is_itself_a_copy(citation: &Citation) -> bool {
    citation.archived.as_ref().is_some_and(|copy| citation.url.as_ref() == Some(&copy.url))
}

/// The look-up, or the author's copy in its place where that is nearer to the reference date or
/// the archive has nothing.
pub(super) fn or_copy(
    lookup: Option<Known<Lookup>>,
    copy: Option<&ArchiveCopy>,
    citation: &Citation,
    reference: Option<Date>,
) -> Option<Known<Lookup>> {
    let Some(own) = copy.and_then(|copy| snapshot(copy, citation)) else { return lookup };
    match lookup {
        Some(Known { value: Lookup::Found(found), from }) if is_nearer(&found, &own, reference) => {
            Some(Known { value: Lookup::Found(found), from })
        }
        Some(Known { from, .. }) => Some(Known { value: Lookup::Found(own), from }),
        None => Some(Known::live(Lookup::Found(own))),
    }
}

/// The copy as a snapshot, where its address says when it was taken.
fn snapshot(copy: &ArchiveCopy, citation: &Citation) -> Option<Snapshot> {
    let original = citation.url.clone()?;
    Some(Snapshot {
        url: Url::parse(&copy.url).ok()?,
        time: copy.time?,
        original,
        status: None,
        verified: false,
        span: None,
    })
}

fn is_nearer(found: &Snapshot, own: &Snapshot, reference: Option<Date>) -> bool {
    let distance = |time: Timestamp, day: Date| -> SignedDuration {
        TimeZone::UTC.to_datetime(time).date().duration_since(day).abs()
    };
    reference.is_some_and(|day| distance(found.time, day) < distance(own.time, day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::replacement::{CitationStyle, Copy, replacement};
    use crate::model::{Advice, Reason};

    const URL: &str = "http://a.example/b";
    const COPY: &str = "https://web.archive.org/web/20130702154509/http://a.example/b";

    fn citation(url: &str, copy: &str, time: Option<&str>) -> Citation {
        let time = time.map(|time| time.parse().expect("a time"));
        Citation {
            candidates: vec![url.to_owned()],
            archived: Some(ArchiveCopy { url: copy.to_owned(), time, date: None }),
            ..Citation::bare("", url)
        }
    }

    fn found(time: &str) -> Lookup {
        let url = Url::parse("https://archive.example/other").expect("an address");
        let time = time.parse().expect("a time");
        Lookup::Found(Snapshot {
            url,
            time,
            original: URL.to_owned(),
            status: Some(200),
            verified: true,
            span: None,
        })
    }

    /// The address of the capture that is taken.
    fn taken(lookup: Option<Lookup>, copy: &Citation, reference: Option<Date>) -> Option<String> {
        let check = Check::without_asking(Reason::Http404, Timestamp::UNIX_EPOCH);
        let lookup = or_copy(lookup.map(Known::live), usable(copy, &check), copy, reference);
        match lookup?.value {
            Lookup::Found(snapshot) => Some(snapshot.url.to_string()),
            _ => None,
        }
    }

    #[test]
    fn the_nearer_capture_is_taken() {
        let citation = citation(URL, COPY, Some("2013-07-02T15:45:09Z"));
        let day = Some(Date::constant(2013, 7, 5));
        let other = Some("https://archive.example/other".to_owned());
        assert_eq!(taken(Some(found("2013-07-04T00:00:00Z")), &citation, day), other);
        assert_eq!(taken(Some(found("2013-07-20T00:00:00Z")), &citation, day).as_deref(), Some(COPY));
        assert_eq!(taken(Some(found("2020-01-01T00:00:00Z")), &citation, None).as_deref(), Some(COPY));
    }

    #[test]
    fn what_the_archive_lacks_the_author_has() {
        let citation = citation(URL, COPY, Some("2013-07-02T15:45:09Z"));
        for lookup in
            [None, Some(Lookup::Absent), Some(Lookup::Excluded), Some(Lookup::Failed(String::new()))]
        {
            assert_eq!(taken(lookup, &citation, None).as_deref(), Some(COPY));
        }
    }

    #[test]
    fn a_copy_without_a_time_is_no_snapshot_but_usable() {
        let citation = citation(URL, "https://perma.cc/AB12-CD34", None);
        assert_eq!(taken(Some(Lookup::Absent), &citation, None), None);
        let check = Check::without_asking(Reason::Http404, Timestamp::UNIX_EPOCH);
        let copy = usable(&citation, &check);
        assert_eq!(copy, citation.archived.as_ref());
        let wording =
            replacement(&citation, Advice::CiteArchive, &check, copy.map(Copy::from), CitationStyle::Plain);
        assert_eq!(wording.as_deref(), Some("http://a.example/b, archived at https://perma.cc/AB12-CD34"));
        let dated = ArchiveCopy { date: "2014-06-27".parse().ok(), ..copy.cloned().expect("usable") };
        let wording = replacement(
            &citation,
            Advice::CiteArchive,
            &check,
            Some(Copy::from(&dated)),
            CitationStyle::Plain,
        );
        assert_eq!(
            wording.as_deref(),
            Some("http://a.example/b, archived 27 June 2014 at https://perma.cc/AB12-CD34")
        );
    }

    #[test]
    fn a_lost_copy_is_no_help_to_itself() {
        let citation = citation(COPY, COPY, Some("2013-07-02T15:45:09Z"));
        assert!(is_itself_a_copy(&citation));
        assert_eq!(taken(None, &citation, None), None);
        let alive = Check::without_asking(Reason::Ok, Timestamp::UNIX_EPOCH);
        assert_eq!(usable(&citation, &alive), citation.archived.as_ref());
    }
}
