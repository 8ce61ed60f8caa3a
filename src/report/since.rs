//! What became of the citations since the earlier audit, in words: what the surfaces share.

use super::clean::{clean, cut, shorten};
use super::count::listed;
use super::days::day;
use super::words;
use crate::model::{Audit, Before, Change, ChangeKind, Earlier, Finding, Since, mask};

/// How much of the earlier audit's name is shown.
const NAME: usize = 200;

/// What is new in one line, as plain text of one's own but for the name of the earlier audit; none
/// if the audit was not held against one.
pub fn changes_in_words(audit: &Audit) -> Option<String> {
    let since = audit.run.since.as_ref()?;
    let counts = counts(audit, since);
    let told = if counts.is_empty() { "nothing has changed".to_owned() } else { listed(&counts) };
    Some(format!("{}: {told}.", heading(since)))
}

/// Numbers with their words, those of zero left out; nothing if nothing has changed.
fn counts(audit: &Audit, since: &Since) -> Vec<String> {
    let changes = audit.changes();
    let number = |kind| changes.get(&kind).map(|number| format!("{number} {}", words::change(kind)));
    let mut counts: Vec<String> = ChangeKind::changes().filter_map(number).collect();
    if !since.gone.is_empty() {
        counts.push(format!("{} {}", since.gone.len(), words::GONE));
    }
    if !counts.is_empty() {
        counts.extend(number(ChangeKind::Unchanged));
    }
    counts
}

/// `Since the last audit (audit.json, 3 July 2026)`.
fn heading(since: &Since) -> String {
    let name = mask(&since.name);
    let name = clean(&name);
    let name = shorten(&name, NAME);
    match since.at {
        Some(at) => format!("Since the last audit ({name}, {})", day(at)),
        None => format!("Since the last audit ({name}, which knew none of these documents)"),
    }
}

/// The findings that became so, in the order of the audit.
pub(super) fn became(audit: &Audit, kind: ChangeKind) -> impl Iterator<Item = &Finding> {
    audit
        .findings
        .iter()
        .filter(move |finding| finding.change.as_ref().is_some_and(|change| change.kind == kind))
}

/// What a citation was before, untrusted and as a fragment: `was alive on 3 July 2026`.
pub(super) fn was(change: &Change) -> String {
    let Some(before) = &change.before else { return "the last audit did not have it".to_owned() };
    let archived = if change.newly_archived { ", with no good capture" } else { "" };
    let verdict = before.verdict;
    format!("was {verdict} on {}{archived}{}", day(before.checked_at), at(before))
}

fn at(before: &Before) -> String {
    before.url.as_deref().map(|url| format!(", then at {}", cut(url, 300))).unwrap_or_default()
}

/// The same of a citation that is gone.
pub(super) fn was_then(earlier: &Earlier) -> String {
    format!("was {} on {}", earlier.verdict, day(earlier.checked_at))
}

/// What became of a citation, untrusted: `newly dead: was alive on 3 July 2026`; none if nothing did.
pub(super) fn told(change: &Change) -> Option<String> {
    change.is_any().then(|| format!("{}: {}", words::change(change.kind), was(change)))
}

/// The same as a sentence of its own, untrusted.
pub(super) fn sentence(change: &Change) -> Option<String> {
    told(change).map(|told| format!("{}.", capital(&told)))
}

/// The text with a capital letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArchiveStatus, Reason, Verdict};

    fn before(verdict: Verdict) -> Before {
        Before {
            verdict,
            reason: Reason::Ok,
            checked_at: "2026-07-03T23:59:59Z".parse().expect("a time"),
            archive: ArchiveStatus::NotArchived,
            url: None,
        }
    }

    #[test]
    fn a_change_says_what_was_before() {
        let since = |before, now, archive| told(&Change::since(before, now, archive));
        let (alive, dead) = (before(Verdict::Alive), before(Verdict::Dead));
        let moved = Before { url: Some("http://old.example/\u{202e}".to_owned()), ..dead.clone() };
        for (change, words) in [
            (
                since(alive, Verdict::Dead, ArchiveStatus::NotArchived),
                Some("newly dead: was alive on 3 July 2026"),
            ),
            (since(dead.clone(), Verdict::Dead, ArchiveStatus::NotArchived), None),
            (
                since(dead, Verdict::Dead, ArchiveStatus::Archived),
                Some("newly archived: was dead on 3 July 2026, with no good capture"),
            ),
            (
                since(moved, Verdict::Alive, ArchiveStatus::NotArchived),
                Some("fixed by the author: was dead on 3 July 2026, then at http://old.example/"),
            ),
            (told(&Change::NEW), Some("new: the last audit did not have it")),
        ] {
            assert_eq!(change.as_deref(), words);
        }
        assert_eq!(sentence(&Change::NEW).as_deref(), Some("New: the last audit did not have it."));
    }

    #[test]
    fn a_line_has_the_counts() {
        use crate::model::Run;
        let since = |at: Option<&str>, gone| Since {
            name: "https://u:p@a.example/audit.json".to_owned(),
            at: at.map(|at| at.parse().expect("a time")),
            gone,
        };
        let line =
            |since| changes_in_words(&Audit { run: Run { since, ..Run::default() }, findings: Vec::new() });
        let earlier = Earlier {
            document: "a.md".to_owned(),
            note: None,
            kind: crate::model::Kind::Footnote,
            url: "http://a.example/".to_owned(),
            as_printed: None,
            title: None,
            context: None,
            verdict: Verdict::Dead,
            reason: Reason::Http404,
            checked_at: "2026-07-03T10:00:00Z".parse().expect("a time"),
            archive: ArchiveStatus::NotAsked,
        };
        assert_eq!(was_then(&earlier), "was dead on 3 July 2026");
        assert_eq!(line(None), None);
        assert_eq!(
            line(Some(since(Some("2026-07-03T10:00:00Z"), Vec::new()))).as_deref(),
            Some(
                "Since the last audit (https://***@a.example/audit.json, 3 July 2026): nothing has changed."
            )
        );
        assert_eq!(
            line(Some(since(None, vec![earlier]))).as_deref(),
            Some(
                "Since the last audit (https://***@a.example/audit.json, which knew none of these \
                 documents): 1 no longer cited."
            )
        );
    }
}
