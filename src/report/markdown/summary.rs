//! The tables of counts.

use strum::IntoEnumIterator;

use crate::model::{Advice, Totals, Verdict};
use crate::report::words;

/// Counts by verdict and by advice.
pub(in crate::report) fn tables(totals: &Totals) -> Vec<String> {
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
