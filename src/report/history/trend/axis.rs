//! The points of a chart: each run, or, where those are too many, each day, week, month, quarter or year.

use std::ops::Range;

use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use strum::{EnumIter, IntoEnumIterator};

use super::gather::Run;

/// What a point stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter)]
pub(super) enum Step {
    Run,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// Points, the earliest first.
#[derive(Debug)]
pub(super) struct Axis {
    pub(super) step: Step,
    pub(super) points: Vec<Point>,
    /// Whether earlier points are left out.
    pub(super) is_cut: bool,
}

/// A point: a run, or those of a span of time.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Point {
    /// `3 July 2026`, `week of 29 June 2026`, `July 2026`, `3rd quarter of 2026` or `2026`.
    pub(super) label: String,
    /// The same in little room: `3 Jul 2026`, `Jul 2026`, `Q3 2026`.
    pub(super) tick: String,
    /// The runs, by index.
    pub(super) runs: Range<usize>,
}

impl Axis {
    /// At most so many points over all runs.
    pub(super) fn over(runs: &[Run], most: usize) -> Self {
        let mut axis = Self { step: Step::Run, points: Vec::new(), is_cut: false };
        for step in Step::iter() {
            axis = Self { step, points: points(runs, step), is_cut: false };
            if axis.points.len() <= most {
                return axis;
            }
        }
        // More than a hundred years: a clock that was wrong, or a store that was made up.
        axis.points.drain(..axis.points.len() - most);
        axis.is_cut = true;
        axis
    }
}

impl Step {
    /// The word for such a span of time; none if a point is a run.
    pub(super) fn name(self) -> Option<&'static str> {
        match self {
            Self::Run => None,
            Self::Day => Some("day"),
            Self::Week => Some("week"),
            Self::Month => Some("month"),
            Self::Quarter => Some("quarter"),
            Self::Year => Some("year"),
        }
    }

    /// The first day of the span of time that the day is in.
    fn first_day(self, day: Date) -> Date {
        let whole = |months: i8| day.with().month((day.month() - 1) / months * months + 1).day(1).build();
        let first = match self {
            Self::Run | Self::Day => Ok(day),
            Self::Week => day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()),
            Self::Month => whole(1),
            Self::Quarter => whole(3),
            Self::Year => whole(12),
        };
        first.unwrap_or(day)
    }

    fn label(self, first: Date) -> String {
        match self {
            Self::Run | Self::Day => first.strftime("%-d %B %Y").to_string(),
            Self::Week => format!("week of {}", first.strftime("%-d %B %Y")),
            Self::Month => first.strftime("%B %Y").to_string(),
            Self::Quarter => {
                let ordinal = ["1st", "2nd", "3rd"].get(first.month() as usize / 3).unwrap_or(&"4th");
                format!("{ordinal} quarter of {}", first.year())
            }
            Self::Year => first.year().to_string(),
        }
    }

    fn tick(self, first: Date) -> String {
        match self {
            Self::Run | Self::Day | Self::Week => first.strftime("%-d %b %Y").to_string(),
            Self::Month => first.strftime("%b %Y").to_string(),
            Self::Quarter => format!("Q{} {}", first.month() / 3 + 1, first.year()),
            Self::Year => first.year().to_string(),
        }
    }
}

fn points(runs: &[Run], step: Step) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    let mut last = None;
    for (index, run) in runs.iter().enumerate() {
        let first = step.first_day(TimeZone::UTC.to_datetime(run.at).date());
        match points.last_mut() {
            Some(point) if step != Step::Run && last == Some(first) => point.runs.end = index + 1,
            _ => points.push(Point {
                label: step.label(first),
                tick: step.tick(first),
                runs: index..index + 1,
            }),
        }
        last = Some(first);
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::history::trend::follow::Changes;

    fn runs(times: &[&str]) -> Vec<Run> {
        let run = |(number, time): (i64, &&str)| Run {
            number,
            at: time.parse().expect("a time"),
            documents: Vec::new(),
            changes: Changes::default(),
        };
        (1..).zip(times).map(run).collect()
    }

    #[test]
    fn as_fine_as_the_number_of_points_allows() {
        let runs = runs(&[
            "2024-12-30T10:00:00Z",
            "2025-01-01T10:00:00Z",
            "2025-01-01T12:00:00Z",
            "2025-01-31T10:00:00Z",
            "2025-02-01T10:00:00Z",
            "2025-11-24T23:59:59Z",
        ]);
        let told = |most| {
            let axis = Axis::over(&runs, most);
            let points: Vec<String> =
                axis.points.iter().map(|point| format!("{} {:?}", point.label, point.runs)).collect();
            (axis.step, points.join(", "))
        };
        assert_eq!(
            told(6),
            (
                Step::Run,
                "30 December 2024 0..1, 1 January 2025 1..2, 1 January 2025 2..3, 31 January 2025 3..4, \
                 1 February 2025 4..5, 24 November 2025 5..6"
                    .to_owned()
            )
        );
        assert_eq!(told(5).0, Step::Day);
        assert_eq!(
            told(3),
            (
                Step::Week,
                "week of 30 December 2024 0..3, week of 27 January 2025 3..5, week of 24 November 2025 5..6"
                    .to_owned()
            )
        );
        assert_eq!(told(2), (Step::Year, "2024 0..1, 2025 1..6".to_owned()));
        assert_eq!(told(1), (Step::Year, "2025 1..6".to_owned()));
        assert!(Axis::over(&runs, 1).is_cut && !Axis::over(&runs, 2).is_cut);
    }

    #[test]
    fn months_and_quarters_have_their_names() {
        let runs = runs(&[
            "2025-03-31T10:00:00Z",
            "2025-04-01T10:00:00Z",
            "2025-06-30T00:00:00Z",
            "2025-12-01T10:00:00Z",
        ]);
        let labels = |step| points(&runs, step).into_iter().map(|point| point.label).collect::<Vec<_>>();
        assert_eq!(labels(Step::Month), ["March 2025", "April 2025", "June 2025", "December 2025"]);
        assert_eq!(
            labels(Step::Quarter),
            ["1st quarter of 2025", "2nd quarter of 2025", "4th quarter of 2025"]
        );
        let ticks = |step| points(&runs, step).into_iter().map(|point| point.tick).collect::<Vec<_>>();
        assert_eq!(ticks(Step::Quarter), ["Q1 2025", "Q2 2025", "Q4 2025"]);
        assert_eq!(ticks(Step::Day)[0], "31 Mar 2025");
    }
}
