//! What the audit asks of an archive.

use futures::future::BoxFuture;
use jiff::civil::Date;
use url::Url;

use crate::model::{Lookup, Snapshot, Span};
use crate::web::Answer;

/// "Which capture of this address is nearest to that day?"
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Query {
    /// The address as cited, without fragment.
    pub url: Url,
    /// The day it was read or published; none for the newest good capture.
    pub reference: Option<Date>,
}

/// Hears each answer as it is learned, so that it can be stored at once.
pub type Told<'t> = dyn Fn(Query, Lookup) + Sync + 't;

/// Tells whether an archived page shows the source: `true` if it does.
///
/// The answer is the raw capture; its `url` is the address that was captured, not the archive's,
/// so that the rules for live pages hold. Its headers are the archive's; those of the captured
/// server, where the archive keeps them, begin with `x-archive-orig-`.
pub type Judge<'t> = dyn Fn(&Answer) -> bool + Send + Sync + 't;

/// A source that is lost, with the capture that was opened and shows it.
pub struct Lost<'l> {
    /// What was asked.
    pub query: Query,
    /// The capture.
    pub snapshot: Snapshot,
    /// Tells whether another capture shows the source.
    pub good: Box<Judge<'l>>,
}

/// Hears how long a lost source was there, as it is learned.
pub type Traced<'t> = dyn Fn(&Query, Span) + Sync + 't;

/// An archive of web pages.
pub trait Archive: Send + Sync {
    /// Answers every query exactly once, in the order in which answers are learned.
    fn look_up<'a>(&'a self, queries: Vec<Query>, told: &'a Told<'a>) -> BoxFuture<'a, ()>;

    /// Looks into the capture that was chosen for a dead or changed source, and takes the next
    /// nearest good one where it is bad. What is found is `verified`.
    ///
    /// [`Lookup::Absent`] if none of the captures looked into is good; [`Lookup::Failed`] if the
    /// archive would not show one, which says nothing against the capture already known.
    fn look_into<'a>(
        &'a self,
        query: &'a Query,
        snapshot: &'a Snapshot,
        good: &'a Judge<'a>,
    ) -> BoxFuture<'a, Lookup>;

    /// Tells of lost sources when they were first and last seen; the last capture is opened. Those of
    /// which the archive cannot tell are passed over.
    fn trace<'a>(&'a self, lost: Vec<Lost<'a>>, told: &'a Traced<'a>) -> BoxFuture<'a, ()>;

    /// Whether a snapshot is replayed by this archive.
    fn holds(&self, snapshot: &Snapshot) -> bool;

    /// What the run is waiting for, for the terminal: `Wayback CDX: 12 look-ups queued, next in
    /// 8 s`. None while nothing waits.
    fn waiting_for(&self) -> Option<String>;
}
