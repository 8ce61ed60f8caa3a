//! What the audit comes to, in a paragraph.

use strum::IntoEnumIterator;

use super::count::{Count, listed};
use super::words;
use crate::model::{Advice, Audit, Totals, Verdict};

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
    let all = audit.run.documents.len();
    let documents = if read == all {
        Count(read, "document").to_string()
    } else {
        format!("{read} of {}", Count(all, "document"))
    };
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
        several => format!("{several} citations need action."),
    }
}
