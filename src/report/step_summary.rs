//! The summary of a build step, or of a comment on a pull request: Markdown within so many bytes.
//!
//! GitHub drops a step's summary whole when it is over 1 MiB, and refuses comments over 64 KiB. The
//! totals come first, then what needs action, worst first, for as long as there is room, and a last
//! line says what was left out.
//!
//! A title may hold `@name` or `#12`: on GitHub the one calls a person, the other leaves a mark at an
//! issue. A character of no width behind the sign keeps both from being read so, and addresses are
//! shown as code.

use super::clean::{clean, shorten};
use super::count::Count;
use super::markdown::{code, literal, tables};
use super::outcome::summary;
use super::since::changes_in_words;
use super::urgent::{urgent, whereabouts, work};
use super::words;
use crate::model::{Audit, Finding, mask};

/// What GitHub takes as the summary of a step, in bytes.
pub const STEP_SUMMARY_BYTES: usize = 1024 * 1024;

/// What GitHub takes as a comment, in bytes, with room for a marker.
pub const COMMENT_BYTES: usize = 60_000;

/// Kept for the last line.
const LAST_LINE: usize = 200;

/// How much of an address, of a remark is shown.
const ADDRESS: usize = 300;
const REMARK: usize = 500;

/// The summary, of at most `most` bytes where that is enough for the totals.
pub fn step_summary(audit: &Audit, most: usize) -> String {
    let mut page = head(audit);
    let urgent = urgent(audit);
    if urgent.is_empty() {
        return page;
    }
    page.push_str("\n| Where | Source | What is wrong | What to do |\n| --- | --- | --- | --- |\n");
    let mut shown = 0;
    for (finding, _) in &urgent {
        let row = row(finding);
        if page.len() + row.len() + LAST_LINE > most {
            break;
        }
        page.push_str(&row);
        shown += 1;
    }
    let left = urgent.len() - shown;
    if left == 0 {
        page
    } else {
        let all = Count(urgent.len(), "citation");
        page + &format!("\n{left} of {all} that need action had no room here; the report has all.\n")
    }
}

fn head(audit: &Audit) -> String {
    let mut blocks = vec!["## Citation audit".to_owned(), inert(&summary(audit))];
    blocks.extend(changes_in_words(audit).map(|changes| shown(&changes, REMARK)));
    let remarks = audit.run.remarks.iter().take(20);
    blocks.extend(remarks.map(|remark| format!("> **Please note:** {}", shown(remark, REMARK))));
    let unread = audit.run.documents.iter().filter_map(|document| {
        let error = document.error.as_ref()?;
        Some(format!("- {}: {}", shown(&document.name, ADDRESS), shown(error, REMARK)))
    });
    let unread: Vec<String> = unread.take(20).collect();
    if !unread.is_empty() {
        blocks.push(format!("Could not be read:\n\n{}", unread.join("\n")));
    }
    blocks.extend(tables(&audit.totals()).into_iter().take(1));
    blocks.join("\n\n") + "\n"
}

fn row(finding: &Finding) -> String {
    let (citation, check) = (&finding.citation, &finding.check.value);
    let line = citation.line.map(|line| format!(":{line}")).unwrap_or_default();
    let document = shown(&format!("{}{line}", citation.document), ADDRESS);
    let address = citation.url.as_deref().map(|url| format!("<br>{}", code(&shorten(&clean(url), ADDRESS))));
    format!(
        "| {document}<br>{} | {}{} | **{}** ({}): {} | {} |\n",
        shown(&whereabouts(citation), ADDRESS),
        shown(&work(citation), ADDRESS),
        address.unwrap_or_default(),
        check.verdict,
        check.reason,
        words::reason(check.reason),
        words::advice_heading(finding.advice)
    )
}

fn shown(text: &str, most: usize) -> String {
    inert(&literal(&mask(text), most))
}

/// The text without calls of people and marks at issues.
fn inert(text: &str) -> String {
    text.replace('#', "#&#8203;").replace('@', "@&#8203;").replace("GH-", "GH&#8203;-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_called_and_no_issue_is_marked() {
        assert_eq!(shown("@team see a/b#12, GH-7", 99), "@&#8203;team see a/b#&#8203;12, GH&#8203;-7");
        assert_eq!(shown("&#64;x", 99), "&amp;#&#8203;64;x");
    }
}
