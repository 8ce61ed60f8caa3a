//! The words of the program, and nothing else: what a report is made of, what is learned about
//! a source, and what an audit says of it. Imports nothing of the crate.

mod archive_copy;
mod audit;
mod change;
mod check;
mod citation;
mod date;
mod decision;
mod document;
mod finding;
mod history;
mod language;
mod layout;
mod link;
mod location;
mod mask;
mod receipt;
mod snapshot;
mod transcript;

pub use archive_copy::ArchiveCopy;
pub use audit::{Audit, DocumentSummary, Run, Totals};
pub use change::{Baseline, Before, Change, ChangeKind, Earlier, Since};
pub use check::{Check, Evidence, Hop, Known, Provenance, Reason, Verdict};
pub use citation::{Citation, Kind};
pub use date::{InvalidDate, PartialDate};
pub use decision::{Decision, Decisions};
pub use document::{
    Block, BlockKind, Document, Format, Ground, Mark, MarkKind, Note, Passage, Place, Source,
};
pub use finding::{Advice, Finding};
pub use history::PastFinding;
pub use language::Language;
pub use layout::{Layout, PrintedLine, Strip};
pub use link::{Claims, Link};
pub use location::{Area, Lines, Location, Pages, Parts, Piece, Points};
pub use mask::{MASK, mask, mask_url};
pub use receipt::{Receipt, SaveStatus};
pub use snapshot::{ArchiveStatus, Lookup, Snapshot, Span};
pub use transcript::{Marked, MarkedText, NoteText, Paragraph, PassageId, Spot, Transcript};
