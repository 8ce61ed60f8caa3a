//! How an audit ends at the terminal: counts in a small table, and where the files are.

use std::collections::BTreeMap;
use std::path::PathBuf;

use comfy_table::{CellAlignment, Table, presets};

use super::terminal::{Count, Grouped, Terminal};
use crate::model::Audit;

/// Says how it went: remarks, counts by verdict and by advice, and the files.
pub(crate) fn summarise(audit: &Audit, written: &[PathBuf], terminal: &Terminal) {
    for remark in &audit.run.remarks {
        terminal.warning(remark);
    }
    terminal.say(&heading(audit));
    if !audit.findings.is_empty() {
        terminal.say(&table(audit));
    }
    for path in written {
        terminal.say(&format!("written: {}", path.display()));
    }
}

fn heading(audit: &Audit) -> String {
    let documents = Count(audit.run.documents.len(), "document");
    format!("{}, {}", documents, Count(audit.findings.len(), "citation"))
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
