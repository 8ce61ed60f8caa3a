//! An archive of one's own: what was fetched is written to WARC files that outlive everybody's
//! servers, and packed into a WACZ that any replay program opens.
//!
//! WARC/1.1 is ISO 28500:2017, WACZ 1.1.1 is Webrecorder's. The record writer is our own: the
//! `warc` crate writes a whole file as one gzip member and ignores short writes, so that neither
//! random access nor a full disk would go well.
//!
//! - One gzip member a record, so that an index can point at it and a torn end costs one record.
//! - A capture is written whole and synced before it is told, the address that was asked last; the
//!   next run cuts off what a crash tore and appends behind it. What is no torn record is never cut
//!   off: a file that is no WARC file is refused, one that is damaged in its middle gets a successor.
//! - A payload that the file has already is written as a `revisit`, by its digest.
//! - The answer of an address that was asked for with its requisites says so (`Ibid-Requisites`), so that a
//!   later run knows whether there is more to fetch.
//! - Bodies are kept decoded, as browsers' archives do: the transfer's own chunking and
//!   compression are undone by the client, and `Content-Length` tells the true length.

mod capture;
mod digest;
mod exchange;
mod index;
mod ready;
mod record;
mod requisites;
mod scan;
mod store;
mod wacz;

pub use capture::{Captured, Recorder};
pub use exchange::Exchange;
pub use index::Entry;
pub use ready::Ready;
pub use store::{LocalError, ROTATE_AT, Warcs};
pub use wacz::{Page, wacz};
