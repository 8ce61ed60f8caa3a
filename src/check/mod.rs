//! Is a cited source still there, and is it still the cited source?
//!
//! The worst error is a live source called dead, the second worst a dead one called alive: a page
//! that answers 200 and is gone. So an answer is never judged by its status alone. It is read once
//! (charset, page, marks of vendors), held against what the notes say of the source, and laid
//! before a table of signals (`signals`), each of which sees one thing and says so by name in
//! the evidence. Where one answer is not enough, the host is asked once for an address nobody has
//! published: how it answers that, it answers anything.
//!
//! What cannot be told is not guessed: an undecided page is alive, an undecided host `unsure`, and
//! whatever stands behind a wall is `restricted`.

mod address;
mod capture;
mod case;
mod charset;
mod checker;
mod failure;
mod fingerprint;
mod front;
mod likeness;
mod marks;
mod near;
mod once;
mod own_redirect;
mod page;
mod phrases;
mod probe;
mod report;
mod rules;
mod ruling;
mod sibling;
mod signals;
mod sketch;
mod wording;
mod words;

#[cfg(test)]
mod battery;

pub use address::suggested_url;
pub use capture::{CaptureVerdict, judge_capture};
pub use checker::Checker;
pub use fingerprint::{Comparison, Fingerprint};
pub use near::{NearMiss, near_misses};
pub use probe::{ForgetfulProbes, Probe, ProbeMemory, ProbeOutcome};
pub use rules::Rules;
pub use sketch::Sketch;
