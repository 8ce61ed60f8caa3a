//! Wires the stages: documents are read and cited, each distinct address is checked and looked
//! up once (both at the same time), and everything is joined again in document order.
//!
//! This is the only place that sees all stages. It does no input or output of its own beyond
//! reading the documents: the web, the archive, the clock and the progress display come in.

mod input;
mod progress;

pub use input::{Input, InputError, Origin};
pub use progress::{Event, Progress, Silent};
