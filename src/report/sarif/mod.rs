//! The audit as SARIF 2.1.0 (OASIS), for code scanning.
//!
//! - Results are the citations that need action; what may stay as it is is no result, since GitHub
//!   would show it as an alert. The run's properties have the totals of all.
//! - GitHub takes 25,000 results a run and shows the first 5,000: worst come first, and a
//!   notification says what was cut.
//! - `partialFingerprints` tell a citation by its address and work, not by its line, so that an alert
//!   outlives reformatting. GitHub reads `primaryLocationLineHash` only.
//! - `baselineState` (§3.27.24) stands only where the audit was held against an earlier one. What is no
//!   longer cited has no result (`absent`): GitHub takes every result for an alert.
//! - Columns count Unicode characters. A PDF has no region; its page is in the message. A package has
//!   none either; the part in which the address stands is a logical location.

mod baseline;
mod log;
mod result;
mod rules;

pub use log::sarif;
