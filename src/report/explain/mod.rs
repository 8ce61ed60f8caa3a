//! What every word of an audit and of a receipt means, how ibid came to it, and what to do about it.
//!
//! One place for all who tell it: `ibid explain`, the rules of SARIF, the HTML page, and
//! `docs/reasons.md`, which a test keeps equal. Nobody reads the source of a program that calls
//! their footnote dead; what is said here must stand by itself, and must be true of what the
//! signals do. A word without a text does not compile.

mod advice;
mod archives;
mod changes;
mod page;
mod reasons;
mod receipts;
mod topic;
mod verdicts;

pub use page::reasons_page;
pub use topic::{Explanation, Topic};

#[cfg(test)]
mod tests;
