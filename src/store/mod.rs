//! What was learned, kept: an embedded `SQLite` file that every check and look-up is written to as
//! it is learned.
//!
//! # Why a database
//! A run over thousands of links takes hours and gets killed; what was answered must not be asked
//! again. And one failed check says little: only history tells a server that is down tonight from
//! one that is gone. So every record is committed before the call returns, and nothing is ever
//! overwritten.
//!
//! # What survives what
//! - `kill -9`: everything whose call returned. The file is in write-ahead mode (WAL), a commit is
//!   in the system's hands when the call returns.
//! - Loss of power: the file stays sound; the last moments may be missing
//!   (`synchronous = NORMAL`: no wait for the disk at each of some hundred thousand commits).
//! - A second process on the same file: writers queue, for up to [`BUSY_TIMEOUT`]; readers never
//!   wait. Where a file system has no shared memory (some network drives) `SQLite` falls back to its
//!   rollback journal and waits longer, no less safely.
//!
//! # Tables
//! | table | a row | notes |
//! | --- | --- | --- |
//! | `runs` | one run of the program | version, start, end; no end: it was killed |
//! | `links` | one address | `key`: the first 16 bytes of its SHA-256; `url`: the address with its secrets masked |
//! | `checks` | one check of a link | history, only ever added to; evidence and hops as JSON |
//! | `lookups` | one answer of an archive | per link, archive and reference day (`''`: none); the answer as JSON |
//! | `saves` | one step of a request to have a source captured | `asked`, `pending` with the job's name, then what became of it; only ever added to |
//! | `documents`, `audited` | a document's name; which run has read it | |
//! | `citations` | the words of a citation, once | told by their digest |
//! | `findings` | what a run said of a citation | all of a run in one transaction, at its end |
//! | `probes` | what a host does with an address it cannot have | the newest only: a fact about the host, not about a citation |
//!
//! Addresses stand in a table of their own for three reasons: a link recalled by its 16-byte key is
//! found as fast among millions as among ten; its text is kept once however long its history; and
//! an address with a password is found again although only its masked form is stored
//! (see [`mask`](crate::model::mask)). `checks`, `lookups` and `saves` each have one index, in the very
//! order in which they are asked. Times are microseconds since 1970, UTC. All tables are
//! `STRICT`: a column holds what it says.
//!
//! Rows that a later version of the program wrote in words this one does not know are passed over,
//! as if they had not been learned.
//!
//! # What is still fresh
//! [`MaxAge`] decides, apart from all storage, how long an answer stands for a new one.

mod checks;
mod error;
mod findings;
mod fresh;
mod key;
mod lookups;
mod open;
mod probes;
mod read_only;
mod runs;
mod saves;
mod schema;
mod terms;
mod values;

pub use checks::PastCheck;
pub use error::StoreError;
pub use fresh::MaxAge;
pub use open::{BUSY_TIMEOUT, Store};
pub use runs::RunId;
pub use terms::Terms;

#[cfg(test)]
mod tests;
