//! What the audit comes to.

use strum::IntoEnumIterator;

use crate::model::{Advice, Audit, Totals, Verdict};
use crate::report::count::{Count, listed};
use crate::report::words;

/// One paragraph that can be forwarded by itself.
pub(super) fn summary(audit: &Audit) -> String {
    let totals = audit.totals();
    let mut sentences = vec![outcome(audit, &totals)];
    let unread = audit.run.documents.iter().filter(|document| document.error.is_some()).count();
    if unread > 0 {
        sentences.push(format!("{} could not be read.", Count(unread, "document")));
    }
    if totals.citations > 0 {
        sentences.push(action(&totals));
    }
    sentences.join(" ")
}

fn outcome(audit: &Audit, totals: &Totals) -> String {
    let citations = Count(totals.citations, "citation");
    let read = audit.run.documents.iter().filter(|document| document.error.is_none()).count();
    let documents = Count(read, "document");
    let verdicts: Vec<String> = Verdict::iter()
        .filter_map(|verdict| {
            let number = *totals.verdicts.get(&verdict)?;
            Some(format!("{number} {}", words::verdict_of(verdict, number)))
        })
        .collect();
    match verdicts.as_slice() {
        [] => format!("No citation of a web source was found in {documents}."),
        verdicts => format!("Of {citations} in {documents}, {}.", listed(verdicts)),
    }
}

fn action(totals: &Totals) -> String {
    let keep = totals.advice.get(&Advice::Keep).copied().unwrap_or_default();
    match totals.citations - keep {
        0 => "None needs action.".to_owned(),
        1 => "1 citation needs action.".to_owned(),
        several => format!("{several} citations need action; the most urgent come first."),
    }
}

/// Counts by verdict and by advice.
pub(super) fn tables(totals: &Totals) -> Vec<String> {
    if totals.citations == 0 {
        return Vec::new();
    }
    let verdicts = Verdict::iter().filter_map(|verdict| {
        let number = totals.verdicts.get(&verdict)?;
        Some(format!("| {verdict} | {} | {number} |", words::verdict(verdict)))
    });
    let advice = Advice::iter().filter_map(|advice| {
        let number = totals.advice.get(&advice)?;
        Some(format!("| {advice} | {} | {number} |", words::advice(advice)))
    });
    vec![table("Verdict | The source …", verdicts), table("Advice | What to do", advice)]
}

fn table(columns: &str, rows: impl Iterator<Item = String>) -> String {
    let mut lines = vec![format!("| {columns} | Citations |"), "| --- | --- | ---: |".to_owned()];
    lines.extend(rows);
    lines.join("\n")
}
