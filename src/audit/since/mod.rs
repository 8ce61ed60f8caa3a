//! Holds an audit against an earlier one: which citation of today is which of then?
//!
//! Between two audits notes are renumbered, lines move, files are renamed, and authors repair what
//! the first audit found. So a citation is found again by what it is, not by where it stands:
//! documents are paired first ([`documents`]), then, within each pair, citations in rounds, the
//! surest sign first ([`citations`]). What a round pairs is out of the next; within a round the first
//! goes to the first, so that a source cited three times is three citations.

mod address;
mod citations;
mod compare;
mod documents;
#[cfg(test)]
mod tests;

pub use compare::compare;
