//! Annotations of a GitHub run: workflow commands for what is known to be wrong.
//!
//! GitHub shows ten errors and ten warnings of a step and drops the rest without a word. Where there
//! are more, each document has one, at its worst citation, that says how many more there are: that
//! beats fifty lines. What could not be told is no annotation; it is in the summary.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt::Write as _;

use super::count::Count;
use super::terms::Terms;
use super::urgent::{message, urgent, whereabouts};
use crate::model::{Audit, Finding, Location, Verdict};

/// What GitHub shows of each level in one step.
const MOST: usize = 10;

/// The commands, a line each: errors for what fails the run, warnings for other sources that are
/// gone, have changed or moved.
pub fn github_annotations(audit: &Audit, terms: &Terms) -> String {
    let urgent = urgent(audit);
    let (failing, other): (Vec<&Finding>, Vec<&Finding>) =
        urgent.iter().map(|(finding, _)| finding).partition(|finding| (terms.fails)(finding));
    let known = |finding: &&Finding| {
        matches!(finding.check.value.verdict, Verdict::Dead | Verdict::Changed | Verdict::Moved)
    };
    let other: Vec<&Finding> = other.into_iter().filter(known).collect();
    level("error", &failing, terms) + &level("warning", &other, terms)
}

fn level(level: &str, findings: &[&Finding], terms: &Terms) -> String {
    if findings.len() <= MOST {
        return findings.iter().map(|finding| command(level, finding, 0, terms)).collect();
    }
    let mut documents: Vec<(&Finding, usize)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for finding in findings {
        match places.entry(&finding.citation.document) {
            Entry::Occupied(known) => documents[*known.get()].1 += 1,
            Entry::Vacant(new) => {
                new.insert(documents.len());
                documents.push((finding, 0));
            }
        }
    }
    let mut lines: String =
        documents.iter().take(MOST).map(|(finding, more)| command(level, finding, *more, terms)).collect();
    let unsaid = documents.len().saturating_sub(MOST);
    if unsaid > 0 {
        let documents = Count(unsaid, "more document");
        push(&mut lines, format_args!("::notice title=ibid::{documents} in the report\n"));
    }
    lines
}

fn command(level: &str, finding: &Finding, more: usize, terms: &Terms) -> String {
    let citation = &finding.citation;
    let mut place: Vec<(&str, String)> = Vec::new();
    if let Some(path) = terms.path(&citation.document) {
        place.push(("file", path));
        if let Some(at) = citation.location.as_ref().and_then(Location::lines) {
            place.extend([
                ("line", at.line.to_string()),
                ("endLine", at.end_line.to_string()),
                ("col", at.column.to_string()),
                ("endColumn", at.end_column.to_string()),
            ]);
        } else if let Some(line) = citation.line {
            place.push(("line", line.to_string()));
        }
    }
    let check = &finding.check.value;
    place.push(("title", format!("{}: {} ({})", whereabouts(citation), check.verdict, check.reason)));
    let place: Vec<String> =
        place.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();
    let mut said = message(finding);
    if more > 0 {
        push(&mut said, format_args!(" {more} more in the report."));
    }
    format!("::{level} {}::{}\n", place.join(","), data(&said))
}

fn push(text: &mut String, more: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = text.write_fmt(more);
}

/// The message of a command, as the runner unescapes it.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_runner_reads_is_escaped() {
        assert_eq!(data("100%\r\n::error::x, y"), "100%25%0D%0A::error::x, y");
        assert_eq!(property("a,b:c%\n"), "a%2Cb%3Ac%25%0A");
    }
}
