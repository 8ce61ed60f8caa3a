//! What is kept of the history while it goes by, finding by finding and run by run.

use std::collections::{BTreeMap, HashMap};
use std::mem;

use jiff::Timestamp;

use super::follow::{Changes, Citations};
use super::tally::Tally;
use crate::model::{ChangeKind, PastFinding, Verdict};
use crate::report::place::place;

/// How many citations of each kind of change are named.
const NAMED: usize = 20;

/// A run in short.
#[derive(Debug)]
pub(super) struct Run {
    /// Its number in the store.
    pub(super) number: i64,
    /// When it began.
    pub(super) at: Timestamp,
    /// Each document in which it found citations, by number.
    pub(super) documents: Vec<(usize, Tally)>,
    /// What had changed since each document was read before.
    pub(super) changes: Changes,
}

/// A citation that changed.
#[derive(Debug)]
pub(super) struct Event {
    /// What became of it; none if it is no longer there.
    pub(super) kind: Option<ChangeKind>,
    /// The number of its document.
    pub(super) document: usize,
    pub(super) url: String,
    pub(super) title: Option<String>,
    /// Where it stands: `Footnote 12`; not kept of what is gone.
    pub(super) place: Option<String>,
    /// What it was; none if it is new.
    pub(super) was: Option<Verdict>,
}

/// The history so far.
#[derive(Debug, Default)]
pub(super) struct Trend {
    /// The documents' names, by number.
    pub(super) names: Vec<String>,
    numbers: HashMap<String, usize>,
    /// The runs that have ended.
    pub(super) runs: Vec<Run>,
    /// What the newest run that read it said of each document.
    pub(super) known: Vec<Citations>,
    /// The newest changes, at most [`NAMED`] of a kind, with the number of their run.
    pub(super) latest: Option<(i64, Vec<Event>)>,
    run: Option<Open>,
}

/// The run that goes by.
#[derive(Debug)]
struct Open {
    number: i64,
    at: Timestamp,
    documents: BTreeMap<usize, (Tally, Citations)>,
    changes: Changes,
    events: Vec<Event>,
}

impl Trend {
    /// Takes a finding up; those of a run come together.
    pub(super) fn add(&mut self, finding: &PastFinding) {
        if self.run.as_ref().is_none_or(|run| run.number != finding.run) {
            self.end_run();
        }
        let document = self.number(&finding.document);
        let run = self.run.get_or_insert_with(|| Open::begin(finding));
        let (tally, citations) = run.documents.entry(document).or_default();
        tally.add(finding.verdict, finding.archive);
        let Some(change) = citations.take(finding, self.known.get(document)) else { return };
        run.changes.count(change.kind);
        if change.is_any() && run.changes.of(change.kind) as usize <= NAMED {
            run.events.push(Event {
                kind: Some(change.kind),
                document,
                url: finding.url.clone(),
                title: finding.title.clone(),
                place: Some(place(finding.kind, finding.note.as_deref())),
                was: change.before.map(|before| before.verdict),
            });
        }
    }

    /// Ends the run that goes by, if there is one.
    pub(super) fn end_run(&mut self) {
        let Some(mut run) = self.run.take() else { return };
        let mut documents = Vec::new();
        for (document, (tally, citations)) in mem::take(&mut run.documents) {
            documents.push((document, tally));
            match self.known.get_mut(document) {
                Some(known) => {
                    run.lose(document, known, &citations);
                    *known = citations;
                }
                // Documents are numbered as they come.
                None => self.known.push(citations),
            }
        }
        if !run.events.is_empty() {
            self.latest = Some((run.number, run.events));
        }
        let Open { number, at, changes, .. } = run;
        self.runs.push(Run { number, at, documents, changes });
    }

    fn number(&mut self, name: &str) -> usize {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = self.names.len();
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }
}

impl Open {
    fn begin(finding: &PastFinding) -> Self {
        Self {
            number: finding.run,
            at: finding.run_at,
            documents: BTreeMap::new(),
            changes: Changes::default(),
            events: Vec::new(),
        }
    }

    /// Counts what a document had and has no longer, and names some of it, in the order of addresses.
    fn lose(&mut self, document: usize, earlier: &Citations, now: &Citations) {
        let mut gone: Vec<_> = earlier.gone(now).collect();
        gone.sort_by_key(|(url, _)| *url);
        let room = NAMED.saturating_sub(self.changes.gone as usize);
        self.changes.gone += gone.len() as u32;
        self.events.extend(gone.into_iter().take(room).map(|(url, state)| Event {
            kind: None,
            document,
            url: url.to_owned(),
            title: None,
            place: None,
            was: Some(state.verdict),
        }));
    }
}

impl Run {
    /// Counts over all that it found.
    pub(super) fn tally(&self) -> Tally {
        self.documents.iter().map(|(_, tally)| *tally).sum()
    }

    /// Counts over what it found in a document; none if it found nothing there.
    pub(super) fn document(&self, number: usize) -> Option<Tally> {
        self.documents.iter().find(|(document, _)| *document == number).map(|(_, tally)| *tally)
    }
}
