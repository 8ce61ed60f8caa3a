//! A source's life as a line: published, read, captured, last seen by the archive, checked.
//!
//! The drawing is an aid; the same facts stand beside it in words. Attributes only, no styles: the
//! page's policy forbids those within the markup. The signs are drawn once ([`signs`]) and used by
//! name, for there may be thousands of lines.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, PreEscaped, html};

use crate::model::{Finding, PartialDate, Verdict};
use crate::report::days::{date, day};
use crate::report::table::snapshot;

/// The margin at both ends, in percent.
const MARGIN: f64 = 2.0;

/// A day in a source's life.
struct Event {
    day: Date,
    /// The name of its sign.
    sign: &'static str,
    words: String,
}

/// The signs, each of its own shape, around the origin; and the line they stand on. To be put on
/// the page once.
pub(super) fn signs() -> Markup {
    PreEscaped(
        "<svg class=\"defs\" aria-hidden=\"true\"><defs>\
         <line id=\"sl\" x1=\"2%\" x2=\"98%\" y1=\"14\" y2=\"14\"/>\
         <circle id=\"sp\" cy=\"14\" r=\"5\"/>\
         <path id=\"sr\" d=\"M-6 19h12l-6-11z\"/>\
         <path id=\"sa\" d=\"M-5 9h10v10h-10z\"/>\
         <path id=\"ss\" d=\"M-1 5h2v18h-2z\"/>\
         <path id=\"sc\" d=\"M0 7l7 7-7 7-7-7z\"/>\
         <path id=\"sx\" d=\"M-5 9l10 10m0-10l-10 10\"/>\
         </defs></svg>"
            .to_owned(),
    )
}

/// The days of a finding in words, and as a line if it is to be drawn and has a length.
pub(super) fn time_line(finding: &Finding, drawn: bool) -> Markup {
    let events = events(finding);
    let (Some(first), Some(last)) =
        (events.first().map(|event| event.day), events.last().map(|event| event.day))
    else {
        return html! {};
    };
    let words = events.iter().map(|event| event.words.as_str()).collect::<Vec<_>>().join(" · ");
    html! {
        @if drawn && first != last {
            svg .t aria-hidden="true" {
                (usage("sl", None))
                @for event in &events { (usage(event.sign, Some(at(event.day, first, last)))) }
            }
        }
        p .w { (words) }
    }
}

/// Where a day stands between the first and the last, in percent.
fn at(day: Date, first: Date, last: Date) -> f64 {
    let part = f64::from((day - first).get_days()) / f64::from((last - first).get_days()).max(1.0);
    MARGIN + part * (100.0 - 2.0 * MARGIN)
}

fn usage(sign: &str, x: Option<f64>) -> Markup {
    let x = x.map(|x| format!(" x=\"{x:.0}%\"")).unwrap_or_default();
    PreEscaped(format!("<use href=\"#{sign}\"{x}/>"))
}

fn events(finding: &Finding) -> Vec<Event> {
    let (citation, check) = (&finding.citation, &finding.check.value);
    let is_lost = matches!(check.verdict, Verdict::Dead | Verdict::Changed);
    let found = snapshot(finding);
    let last_seen = found.and_then(|found| found.span.filter(|span| is_lost && span.last != found.time));
    let mut events: Vec<Event> = [
        citation.published.map(|known| partial(known, "sp", "published")),
        citation.accessed.map(|known| partial(known, "sr", "read")),
        found.map(|found| instant(found.time, "sa", format!("captured {}", day(found.time)))),
        last_seen
            .map(|span| instant(span.last, "ss", format!("last seen by the archive {}", day(span.last)))),
        Some(instant(
            check.checked_at,
            if is_lost { "sx" } else { "sc" },
            format!("checked {} ({})", day(check.checked_at), check.verdict),
        )),
    ]
    .into_iter()
    .flatten()
    .collect();
    events.sort_by_key(|event| event.day);
    events
}

fn partial(known: PartialDate, sign: &'static str, verb: &str) -> Event {
    Event { day: known.nominal_day(), sign, words: format!("{verb} {}", date(known)) }
}

fn instant(time: Timestamp, sign: &'static str, words: String) -> Event {
    Event { day: TimeZone::UTC.to_datetime(time).date(), sign, words }
}
