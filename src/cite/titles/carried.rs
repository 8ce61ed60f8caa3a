//! A work behind whose title brackets say that it is on the web: `Title [online]. City: Publisher`,
//! as ISO 690 and the Vancouver style have it.

use std::ops::Range;

use super::annotated::{Annotated, Described};
use super::unmarked::{first_sentence, publisher};
use super::{clean, locate, pieces};

/// What the brackets hold, in lower case.
const CARRIERS: [&str; 9] = [
    "online",
    "internet",
    "on-line",
    "en ligne",
    "em linha",
    "en línea",
    "электронный ресурс",
    "електронний ресурс",
    "elektronický zdroj",
];

/// The longest text before the brackets, in bytes.
const LONGEST: usize = 600;

/// Reads what stands before the brackets and behind them.
pub(super) fn describe(note: &Annotated, range: &Range<usize>) -> Option<Described> {
    let bracket = note.squares_in(range.clone()).next()?;
    let inner = note.text[bracket.start + 1..bracket.end - 1].trim().to_lowercase();
    let before = note.text[range.start..bracket.start].trim();
    if !CARRIERS.contains(&inner.as_str()) || before.ends_with(',') || before.len() > LONGEST {
        return None;
    }
    let behind = &note.text[bracket.end..range.end];
    if pieces::signed_beginning(before).0.is_some() && !pieces::is_author(first_sentence(before).0) {
        return None;
    }
    let source = || imprint(behind);
    let (first, rest) = first_sentence(before);
    if rest.is_empty() {
        return titled(first, source(), None);
    }
    let authored = pieces::is_author(first)
        || pieces::is_organisation_name(first)
        || pieces::listed_authors(before).is_some()
        || first.chars().all(|c| !c.is_lowercase());
    if authored {
        let source = source()
            .or_else(|| clean::name(first).filter(|_| !first.contains(',') && !pieces::is_person(first)));
        let (title, container) = first_sentence(rest);
        let held = clean::name(container).filter(|_| pieces::is_outlet(container));
        return titled(title, held.or(source), clean::name(first));
    }
    titled(first, clean::name(rest).or_else(source), None)
}

/// `Bergen: River Centre; 2012`: the publisher, if a place stands before it.
pub(super) fn imprint(text: &str) -> Option<String> {
    let text = text.trim_start_matches(['.', ',', ' ']);
    let text = &text[..text.find([';', '[']).unwrap_or(text.len())];
    publisher(text).filter(|_| text.contains(": "))
}

fn titled(title: &str, source: Option<String>, author: Option<String>) -> Option<Described> {
    let title = clean::title(title).filter(|_| locate::is_title_like(title))?;
    Some(Described { title: Some(title), source, author, ..Described::default() })
}
