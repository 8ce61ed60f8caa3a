//! Wires the stages: documents are read and cited, each distinct address is checked and looked
//! up once (both at the same time), and everything is joined again in document order.
//!
//! This is the only place that sees all stages. It does no input or output of its own beyond
//! reading the documents: the web, the archive, the clock and the progress display come in.

mod advice;
mod beside;
mod checks;
mod compare;
mod copies;
mod extract;
mod history;
mod hosts;
mod input;
mod join;
mod keeping;
mod links;
mod lookups;
mod near_misses;
mod options;
mod probes;
mod progress;
mod readings;
mod reference;
mod remarks;
mod replacement;
mod run;
mod saving;
mod schedule;
mod session;
mod since;
mod stages;
#[cfg(test)]
mod tests;
mod transcript;

pub use extract::{Extracted, extract};
pub use input::{Input, InputError, Origin, in_words};
pub use keeping::Keeping;
pub use options::Options;
pub use progress::{Event, Progress, Silent};
pub use replacement::CitationStyle;
pub use run::{run, run_and_save};
pub use saving::Saving;
pub use since::compare;
pub use stages::Stages;
