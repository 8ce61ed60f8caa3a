//! Where a run stands.

use crate::audit::Event;
use crate::model::{Lookup, Provenance};

/// What the events add up to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Distinct addresses; none until all documents are read.
    pub(super) links: Option<usize>,
    /// Addresses that have their verdict.
    pub(super) checked: usize,
    /// Of these, those that were asked in this run.
    pub(super) asked: usize,
    /// Look-ups to make.
    pub(super) lookups: usize,
    /// Look-ups answered.
    pub(super) looked_up: usize,
    /// Captures found.
    pub(super) captures: usize,
    /// Captures of lost sources that are being opened.
    pub(super) verifying: usize,
    /// Sources that are to be saved.
    pub(super) saving: usize,
    /// Of these, those of which it is known what became of them.
    pub(super) saved: usize,
}

impl Counts {
    pub(super) fn add(&mut self, event: &Event<'_>) {
        match event {
            Event::Planned { links, lookups } => {
                self.links = Some(*links);
                self.lookups = *lookups;
            }
            Event::Checked { from, .. } => {
                self.checked += 1;
                self.links = self.links.map(|links| links.max(self.checked));
                self.asked += usize::from(*from == Provenance::Live);
            }
            Event::LookedUp { lookup, .. } => {
                self.looked_up += 1;
                // Further readings and near misses are looked up beside what was planned.
                self.lookups = self.lookups.max(self.looked_up);
                self.captures += usize::from(matches!(lookup, Lookup::Found(_)));
            }
            Event::Verifying { captures } => self.verifying = *captures,
            Event::Saving { sources } => self.saving = *sources,
            Event::Saved { .. } => self.saved += 1,
            Event::Read { .. } | Event::Trouble(_) | Event::Finished => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use url::Url;

    use super::*;
    use crate::model::Verdict;

    #[test]
    fn no_more_is_done_than_there_is() {
        let url = Url::parse("https://a.example/").unwrap();
        let mut counts = Counts::default();
        counts.add(&Event::Planned { links: 1, lookups: 1 });
        for _ in 0..2 {
            counts.add(&Event::Checked { url: &url, verdict: Verdict::Alive, from: Provenance::Live });
            counts.add(&Event::LookedUp { url: &url, lookup: &Lookup::Absent, from: Provenance::Live });
        }
        assert_eq!((counts.links, counts.checked, counts.lookups, counts.looked_up), (Some(2), 2, 2, 2));
    }

    #[test]
    fn events_add_up() {
        let url = Url::parse("https://a.example/").unwrap();
        let stored = Provenance::Store { age: SignedDuration::from_hours(1) };
        let checked = |from| Event::Checked { url: &url, verdict: Verdict::Alive, from };
        let mut counts = Counts::default();
        for event in [
            Event::Planned { links: 3, lookups: 4 },
            checked(Provenance::Live),
            checked(stored),
            Event::LookedUp { url: &url, lookup: &Lookup::Absent, from: Provenance::Live },
            Event::Verifying { captures: 2 },
            Event::Finished,
        ] {
            counts.add(&event);
        }
        let expected = Counts {
            links: Some(3),
            checked: 2,
            asked: 1,
            lookups: 4,
            looked_up: 1,
            captures: 0,
            verifying: 2,
            saving: 0,
            saved: 0,
        };
        assert_eq!(counts, expected);
    }
}
