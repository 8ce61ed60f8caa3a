//! What there is to say about a cited work, whatever the style.

use jiff::tz::TimeZone;
use url::Url;

use super::language;
use super::phrasing::Quotes;
use crate::model::{ArchiveCopy, Check, Citation, Language, PartialDate, Reason, Snapshot};

/// A cited work with the address that serves it now.
pub(super) struct Work<'a> {
    pub(super) author: Option<String>,
    pub(super) title: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) published: Option<PartialDate>,
    pub(super) accessed: Option<PartialDate>,
    /// The address to cite: as cited, or the new one of a work that moved.
    pub(super) address: &'a str,
    /// The archived copy, where that is what to cite.
    pub(super) copy: Option<Copy<'a>>,
    /// What became of the source.
    pub(super) reason: Reason,
    /// The language to word it in, where a style is of no language.
    pub(super) language: Language,
}

/// An archived copy.
pub(in crate::audit) struct Copy<'a> {
    pub(super) address: &'a str,
    /// The day of the capture (UTC), as exact as it is known: of a copy that the author gives it
    /// may not be.
    pub(super) day: Option<PartialDate>,
}

impl<'a> From<&'a Snapshot> for Copy<'a> {
    fn from(snapshot: &'a Snapshot) -> Self {
        let day = TimeZone::UTC.to_datetime(snapshot.time).date();
        Self { address: snapshot.url.as_str(), day: Some(PartialDate::day(day)) }
    }
}

impl<'a> From<&'a ArchiveCopy> for Copy<'a> {
    fn from(copy: &'a ArchiveCopy) -> Self {
        Self { address: &copy.url, day: copy.date }
    }
}

impl<'a> Work<'a> {
    /// A work that survives in an archive.
    pub(super) fn archived(citation: &'a Citation, check: &'a Check, copy: Copy<'a>) -> Option<Self> {
        let address = check.taken.as_ref().map(Url::as_str).or(citation.url.as_deref())?;
        Some(Self { copy: Some(copy), ..Self::of(citation, address, check.reason) })
    }

    /// A work that moved.
    pub(super) fn moved(citation: &'a Citation, check: &'a Check) -> Option<Self> {
        Some(Self::of(citation, check.final_url.as_ref()?.as_str(), check.reason))
    }

    fn of(citation: &'a Citation, address: &'a str, reason: Reason) -> Self {
        let author = printed(citation.author.as_deref());
        Self {
            title: printed(citation.title.as_deref()),
            // Where there is no outlet, the author is the source.
            outlet: printed(citation.source.as_deref()).filter(|outlet| author.as_ref() != Some(outlet)),
            author,
            published: citation.published,
            accessed: citation.accessed,
            address,
            copy: None,
            reason,
            language: language::of(citation),
        }
    }
}

/// A text on one line, without the comma that a style sets itself; none if nothing is left.
fn printed(text: Option<&str>) -> Option<String> {
    let words: Vec<&str> =
        text?.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    let text = words.join(" ");
    let text = text.trim_end_matches([',', ';', ' ']);
    (!text.is_empty()).then(|| text.to_owned())
}

/// A title between double quotation marks, the mark that follows inside them as Americans set it;
/// quotation marks within become single ones. A title that ends with a mark of its own keeps it.
pub(super) fn quoted(title: &str, mark: char) -> String {
    quoted_around(title, mark, str::to_owned)
}

/// The same with something done to the title between the quotation marks.
pub(super) fn quoted_around(title: &str, mark: char, with: impl Fn(&str) -> String) -> String {
    let inner = nested(title);
    let bare = if mark == '.' { inner.trim_end_matches('.') } else { inner.as_str() };
    let ends = inner.ends_with(['?', '!', '…']) || inner.ends_with("?’") || inner.ends_with("!’");
    if ends { format!("“{}”", with(&inner)) } else { format!("“{}{mark}”", with(bare)) }
}

/// A title between the quotation marks of a language; its own become those of the second rank.
pub(super) fn quoted_as(title: &str, quotes: &Quotes) -> String {
    if quotes.mark_inside {
        return quoted(title, ',');
    }
    let [open, close] = quotes.outer;
    format!("{open}{}{close}", nested_as(title, quotes.inner))
}

/// A text with its double quotation marks turned into single ones.
fn nested(text: &str) -> String {
    nested_as(text, ['‘', '’'])
}

/// What opens with `„`, `«` or `»` says itself what closes it.
fn nested_as(text: &str, [opening, closing]: [char; 2]) -> String {
    let (mut before, mut closes) = (' ', None);
    text.chars()
        .map(|character| {
            let opens =
                before.is_whitespace() || before == opening || matches!(before, '(' | '[' | '—' | '–' | '-');
            let single = match character {
                mark if closes == Some(mark) => {
                    closes = None;
                    closing
                }
                '„' => {
                    closes = Some('“');
                    opening
                }
                '«' => {
                    closes = Some('»');
                    opening
                }
                '»' if opens => {
                    closes = Some('«');
                    opening
                }
                '“' => opening,
                '"' if opens => opening,
                '”' | '»' | '"' => closing,
                other => other,
            };
            before = single;
            single
        })
        .collect()
}

/// A text that ends a sentence.
pub(super) fn stopped(text: &str) -> String {
    if text.ends_with(['.', '?', '!', '…']) { text.to_owned() } else { format!("{text}.") }
}

/// The parts that there are, with commas between. What ends with a closing quotation mark brings
/// its comma along.
pub(super) fn listed<'p>(parts: impl IntoIterator<Item = Option<&'p str>>) -> String {
    let mut text = String::new();
    for part in parts.into_iter().flatten() {
        if !text.is_empty() {
            text.push_str(if text.ends_with('”') { " " } else { ", " });
        }
        text.push_str(part);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_within_a_title_close_what_they_open() {
        let german = ['‚', '‘'];
        assert_eq!(nested_as("Streit um „Mast“ und »Kran«", german), "Streit um ‚Mast‘ und ‚Kran‘");
        assert_eq!(nested_as("La «guerre» du mât", ['“', '”']), "La “guerre” du mât");
        assert_eq!(nested_as("The “Mast” \"Dispute\"", ['‘', '’']), "The ‘Mast’ ‘Dispute’");
    }
}
