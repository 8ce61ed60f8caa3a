//! A source's life as a line: published, read, captured, checked.
//!
//! The drawing is an aid; the same facts stand beside it in words. Attributes only, no styles: the
//! page's policy forbids those within the markup.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use crate::model::{Finding, Verdict};
use crate::report::days::{date, day};
use crate::report::table::snapshot;

/// The height of the drawing, in pixels; it is as wide as the page allows.
const HEIGHT: f64 = 28.0;

/// The margin at both ends, in percent.
const MARGIN: f64 = 2.0;

/// A day in a source's life.
struct Event {
    day: Date,
    mark: Mark,
    words: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Published,
    Read,
    Captured,
    Checked,
    Gone,
}

/// The line of a finding; nothing where less than two days are known.
pub(super) fn time_line(finding: &Finding) -> Markup {
    let events = events(finding);
    let (Some(first), Some(last)) =
        (events.iter().map(|event| event.day).min(), events.iter().map(|event| event.day).max())
    else {
        return html! {};
    };
    if first == last {
        return html! {};
    }
    let at = |day: Date| {
        let part = f64::from((day - first).get_days()) / f64::from((last - first).get_days());
        MARGIN + part * (100.0 - 2.0 * MARGIN)
    };
    let words: Vec<&str> = events.iter().map(|event| event.words.as_str()).collect();
    html! {
        figure .life {
            svg width="100%" height=(HEIGHT) aria-hidden="true" focusable="false" {
                line x1={ (MARGIN) "%" } x2={ (100.0 - MARGIN) "%" } y1=(HEIGHT / 2.0) y2=(HEIGHT / 2.0) {}
                @for event in &events {
                    svg x={ (format!("{:.2}", at(event.day))) "%" } y=(HEIGHT / 2.0) overflow="visible" { (sign(event.mark)) }
                }
            }
            figcaption { (words.join(" · ")) }
        }
    }
}

fn events(finding: &Finding) -> Vec<Event> {
    let (citation, check) = (&finding.citation, &finding.check.value);
    let partial = |known: Option<crate::model::PartialDate>, mark: Mark, verb: &str| {
        known.map(|known| Event { day: known.nominal_day(), mark, words: format!("{verb} {}", date(known)) })
    };
    let captured = snapshot(finding).map(|found| Event {
        day: TimeZone::UTC.to_datetime(found.time).date(),
        mark: Mark::Captured,
        words: format!("captured {}", day(found.time)),
    });
    let gone = matches!(check.verdict, Verdict::Dead | Verdict::Changed);
    let checked = Event {
        day: TimeZone::UTC.to_datetime(check.checked_at).date(),
        mark: if gone { Mark::Gone } else { Mark::Checked },
        words: format!("checked {} ({})", day(check.checked_at), check.verdict),
    };
    let mut events: Vec<Event> = [
        partial(citation.published, Mark::Published, "published"),
        partial(citation.accessed, Mark::Read, "read"),
        captured,
        Some(checked),
    ]
    .into_iter()
    .flatten()
    .collect();
    events.sort_by_key(|event| event.day);
    events
}

/// A sign of its own shape for each kind of day, around the origin.
fn sign(mark: Mark) -> Markup {
    html! {
        @match mark {
            Mark::Published => circle .published r="5" {},
            Mark::Read => polygon .read points="-6,5 6,5 0,-6" {},
            Mark::Captured => polygon .captured points="-5,-5 5,-5 5,5 -5,5" {},
            Mark::Checked => polygon .checked points="0,-7 7,0 0,7 -7,0" {},
            Mark::Gone => path .gone d="M-5-5l10 10m0-10l-10 10" {},
        }
    }
}
