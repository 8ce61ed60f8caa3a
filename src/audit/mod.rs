//! Wires the stages: documents are read and cited, each distinct address is checked and looked
//! up once (both at the same time), and everything is joined again in document order.
//!
//! This is the only place that sees all stages. It does no input or output of its own beyond
//! reading the documents: the web, the archive, the clock and the progress display come in.

mod advice;
mod beside;
mod checks;
mod copies;
mod extract;
mod history;
mod input;
mod join;
mod links;
mod lookups;
mod options;
mod probes;
mod progress;
mod reference;
mod remarks;
mod replacement;
mod run;
mod schedule;
mod session;
mod stages;

pub use extract::{Extracted, extract};
pub use input::{Input, InputError, Origin};
pub use options::Options;
pub use progress::{Event, Progress, Silent};
pub use run::run;
pub use stages::Stages;
