//! A line now and then, for a log file.

use std::time::Duration;

use super::counts::Counts;
use super::monitor::Waiting;
use crate::cli::terminal::{Count, Grouped};

/// The least time between two lines.
pub(super) const EVERY: Duration = Duration::from_secs(10);

/// Where the run stands, in one line; none while documents are being read.
pub(super) fn line(counts: &Counts, waiting: &Waiting, pace: Option<String>) -> Option<String> {
    let links = counts.links?;
    let mut parts = vec![format!("checked {} of {}", Grouped(counts.checked), Count(links, "link"))];
    parts.extend(looked_up(counts));
    parts.extend(pace);
    parts.extend((counts.saving > 0).then(|| format!("{} of {} saved", counts.saved, counts.saving)));
    parts.extend(waiting.hosts_in_words());
    parts.extend(waiting.archive.clone());
    Some(parts.join("; "))
}

fn looked_up(counts: &Counts) -> Option<String> {
    (counts.lookups > 0).then(|| {
        let captures = Count(counts.captures, "capture");
        format!("looked up {} of {}, {captures} found", Grouped(counts.looked_up), Grouped(counts.lookups))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_everything_in_one_line() {
        let counts = Counts {
            links: Some(1300),
            checked: 120,
            asked: 100,
            lookups: 290,
            looked_up: 80,
            captures: 1,
            verifying: 0,
            saving: 0,
            saved: 0,
        };
        let waiting = Waiting { hosts: 1, longest: Some("slow.example".to_owned()), archive: None };
        assert_eq!(
            line(&counts, &waiting, Some("10.0/s, 2 min left".to_owned())).as_deref(),
            Some(
                "checked 120 of 1,300 links; looked up 80 of 290, 1 capture found; 10.0/s, 2 min left; \
                 1 host waiting, most on slow.example"
            )
        );
    }

    #[test]
    fn says_nothing_it_does_not_know() {
        let waiting = Waiting::default();
        assert_eq!(line(&Counts::default(), &waiting, None), None);
        let counts = Counts { links: Some(1), ..Counts::default() };
        assert_eq!(line(&counts, &waiting, None).as_deref(), Some("checked 0 of 1 link"));
    }
}
