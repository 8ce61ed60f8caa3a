//! Which of a work's dates is which.

use std::cmp::Reverse;
use std::ops::Range;

use super::cues::Role;
use super::find::Dated;
use crate::model::PartialDate;

/// The day the author read the work: of the dates said so, the one nearest to its address.
pub(in crate::cite) fn accessed<'a>(
    dates: impl Iterator<Item = &'a Dated>,
    anchor: &Range<usize>,
) -> Option<&'a Dated> {
    let said = |dated: &Dated| dated.cue.min(dated.range.start)..dated.range.end;
    dates.filter(|dated| dated.role == Role::Accessed).min_by_key(|dated| distance(&said(dated), anchor))
}

/// When the work came out: of the dates that nothing is said of, the most exact one, and of
/// these the nearest to the address.
pub(in crate::cite) fn published<'a>(
    dates: impl Iterator<Item = &'a Dated>,
    anchor: &Range<usize>,
) -> Option<PartialDate> {
    dates
        .filter(|dated| dated.role == Role::Unsaid)
        .min_by_key(|dated| (Reverse(dated.precision()), distance(&dated.range, anchor)))
        .map(|dated| dated.date)
}

fn distance(range: &Range<usize>, anchor: &Range<usize>) -> usize {
    if range.end <= anchor.start { anchor.start - range.end } else { range.start.saturating_sub(anchor.end) }
}

#[cfg(test)]
mod tests {
    use super::super::dates;
    use super::*;

    #[test]
    fn a_day_outranks_a_nearer_year() {
        let text = "12 May 2012, in: Yearbook, 2013, @";
        let at = text.find('@').expect("there");
        let found = published(dates(text).iter(), &(at..at + 1));
        assert_eq!(found.map(|date| date.to_string()).as_deref(), Some("2012-05-12"));
    }

    #[test]
    fn the_nearest_day_of_access() {
        let text = "accessed 1 May 2012; @, accessed 3 May 2012, accessed 9 June 2012";
        let at = text.find('@').expect("there");
        let found = dates(text);
        let nearest = accessed(found.iter(), &(at..at + 1));
        assert_eq!(nearest.map(|dated| dated.date.to_string()).as_deref(), Some("2012-05-01"));
        let text = "http (Stand: 5. Mai 2014) und @ (letzter Zugriff: 6.5.2014)";
        let at = text.find('@').expect("there");
        let found = dates(text);
        let nearest = accessed(found.iter(), &(at..at + 1));
        assert_eq!(nearest.map(|dated| dated.date.to_string()).as_deref(), Some("2014-05-06"));
    }
}
