//! What is new since the earlier audit, at the terminal.

use super::terminal::Terminal;
use crate::model::Audit;
use crate::report::changes_in_words;

/// Says in a line what became of the citations, if the audit was held against an earlier one.
pub(super) fn say_changes(audit: &Audit, terminal: &Terminal) {
    if let Some(changes) = changes_in_words(audit) {
        terminal.say(&changes);
    }
}
