//! What a run tells while it goes on.

use url::Url;

use crate::model::{Lookup, Provenance, Receipt, Verdict};

/// Something happened. Events of different links arrive in any order.
#[derive(Debug)]
pub enum Event<'a> {
    /// A document was read, or could not be.
    Read {
        /// Its name.
        document: &'a str,
        /// How many citations it gave.
        citations: usize,
        /// Why it could not be read.
        error: Option<&'a str>,
        /// What to do about that.
        hint: Option<&'a str>,
    },
    /// All documents are read; the asking begins.
    Planned {
        /// Distinct addresses to check.
        links: usize,
        /// Look-ups to make, one for each address and reference date.
        lookups: usize,
    },
    /// An address has its verdict.
    Checked {
        /// The address.
        url: &'a Url,
        /// The verdict.
        verdict: Verdict,
        /// Asked now, or remembered.
        from: Provenance,
    },
    /// The archive answered for an address.
    LookedUp {
        /// The address.
        url: &'a Url,
        /// The answer.
        lookup: &'a Lookup,
        /// Asked now, or remembered.
        from: Provenance,
    },
    /// The links are checked and looked up; captures of lost sources are being opened.
    Verifying {
        /// How many captures.
        captures: usize,
    },
    /// Sources are being saved.
    Saving {
        /// How many.
        sources: usize,
    },
    /// It is known what became of a source that was to be saved.
    Saved {
        /// What there is to show for it.
        receipt: &'a Receipt,
    },
    /// Something could not be kept or done; the run goes on.
    Trouble(&'a str),
    /// Everything is asked.
    Finished,
}

/// Is told what happens. Called from many tasks at once; must not block.
pub trait Progress: Send + Sync {
    /// Something happened.
    fn tell(&self, event: &Event<'_>);
}

/// Says nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Progress for Silent {
    fn tell(&self, _: &Event<'_>) {}
}
