//! How an audit ends at the terminal: counts in a small table, and where the files are.

use std::collections::BTreeMap;

use comfy_table::{CellAlignment, Table, presets};

use super::since::say_changes;
use super::terminal::{Count, Grouped, Terminal};
use crate::model::{ArchiveStatus, Audit, DocumentSummary, Finding, Receipt};

/// Warnings of a document that are said at the terminal; `ibid extract` tells them all.
const WARNINGS: usize = 5;

/// Says how it went: what is wrong with the documents, remarks, and counts by verdict and by advice
/// unless only saving was asked for.
pub(crate) fn summarise(audit: &Audit, with_table: bool, terminal: &Terminal) {
    for document in &audit.run.documents {
        say_warnings(document, terminal);
    }
    for remark in &audit.run.remarks {
        terminal.warning(remark);
    }
    terminal.say(&heading(audit));
    say_changes(audit, terminal);
    if with_table && !audit.findings.is_empty() {
        terminal.say(&table(audit));
    }
}

/// Says what a reader found amiss: a file that is damaged, text that breaks off.
fn say_warnings(document: &DocumentSummary, terminal: &Terminal) {
    let name = &document.name;
    for warning in document.warnings.iter().take(WARNINGS) {
        terminal.warning(&format!("{name}: {warning}"));
    }
    let more = document.warnings.len().saturating_sub(WARNINGS);
    if more > 0 {
        terminal.warning(&format!("{name}: and {}, which ibid extract tells", Count(more, "more warning")));
    }
}

/// Says how saving went: `12 sources to be saved: 10 saved, 2 pending`.
pub(crate) fn summarise_saving(audit: &Audit, receipts: &[Receipt], terminal: &Terminal) {
    let mut counts = BTreeMap::new();
    for receipt in receipts {
        *counts.entry(receipt.status).or_insert(0) += 1;
    }
    let counts: Vec<String> =
        counts.iter().map(|(status, count)| format!("{} {status}", Grouped(*count))).collect();
    let sources = Count(receipts.len(), "source");
    terminal.say(&if counts.is_empty() {
        format!("no source to be saved: {}", nothing_to_save(audit))
    } else {
        format!("{sources} to be saved: {}", counts.join(", "))
    });
}

/// Why there is nothing to save.
fn nothing_to_save(audit: &Audit) -> &'static str {
    let is_there = |finding: &&Finding| finding.check.value.verdict.is_there();
    let there = audit.findings.iter().filter(is_there);
    if there.clone().any(|finding| finding.archive == ArchiveStatus::LookupFailed) {
        return "the archive could not be asked about all that are alive; run it again";
    }
    let (unasked, asked): (Vec<&Finding>, Vec<&Finding>) =
        there.partition(|finding| finding.archive == ArchiveStatus::NotAsked);
    match (unasked.is_empty(), asked.is_empty()) {
        (true, true) => "none is known to be alive",
        (true, false) => "those that are alive are archived, or no archive may be asked about them",
        (false, true) => "no archive can reach those that are alive, or they are captures themselves",
        (false, false) => "those that are alive are archived, or no archive can reach them",
    }
}

fn heading(audit: &Audit) -> String {
    let unread = audit.run.documents.iter().filter(|document| document.error.is_some()).count();
    let documents = Count(audit.run.documents.len() - unread, "document");
    let citations = Count(audit.findings.len(), "citation");
    match unread {
        0 => format!("{documents}, {citations}"),
        _ => format!("{documents}, {citations}; {} could not be read", Count(unread, "document")),
    }
}

/// Verdicts on the left, advice on the right, in the order in which the words are defined, so that
/// two audits can be held side by side.
fn table(audit: &Audit) -> String {
    let totals = audit.totals();
    let (verdicts, advice) = (rows(&totals.verdicts), rows(&totals.advice));
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_header(["verdict", "", "advice", ""]);
    for index in 0..verdicts.len().max(advice.len()) {
        let cells = [&verdicts, &advice].map(|side| side.get(index).cloned().unwrap_or_default());
        table.add_row(cells.concat());
    }
    for index in [1, 3] {
        if let Some(column) = table.column_mut(index) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.trim_fmt()
}

fn rows<K: ToString>(counts: &BTreeMap<K, usize>) -> Vec<Vec<String>> {
    counts.iter().map(|(word, count)| vec![word.to_string(), Grouped(*count).to_string()]).collect()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::model::{Advice, Check, Citation, Known, Reason, Run};

    fn there(archive: ArchiveStatus) -> Finding {
        Finding {
            citation: Citation::bare("a.md", "http://a.example/"),
            check: Known::live(Check::without_asking(Reason::Ok, Timestamp::UNIX_EPOCH)),
            lookup: None,
            snapshot_offset_days: None,
            archive,
            advice: Advice::Keep,
            replacement: None,
            change: None,
        }
    }

    #[test]
    fn why_there_is_nothing_to_save() {
        use ArchiveStatus::{Archived, LookupFailed, NotAsked};
        for (archives, why) in [
            (&[][..], "none is known to be alive"),
            (&[Archived], "those that are alive are archived, or no archive may be asked about them"),
            (
                &[Archived, LookupFailed],
                "the archive could not be asked about all that are alive; run it again",
            ),
            (&[NotAsked], "no archive can reach those that are alive, or they are captures themselves"),
            (&[Archived, NotAsked], "those that are alive are archived, or no archive can reach them"),
        ] {
            let findings = archives.iter().copied().map(there).collect();
            assert_eq!(nothing_to_save(&Audit { run: Run::default(), findings }), why);
        }
    }
}
