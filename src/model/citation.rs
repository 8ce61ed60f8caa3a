//! A source as a report cites it.

use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use super::archive_copy::ArchiveCopy;
use super::date::PartialDate;
use super::language::Language;
use super::location::Location;

/// Where in the report the source is cited.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Display, EnumString, IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Kind {
    /// In a note at the foot of the page.
    Footnote,
    /// In a note at the end of a chapter or of the report.
    Endnote,
    /// In a list of works.
    Bibliography,
    /// In the running text.
    Inline,
}

/// One citation: a source in a note, or a note without one.
///
/// The serialised fields are the public contract of `ibid extract`, in this order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// The document's path as given, or `-` for standard input.
    pub document: String,
    /// The note's label as printed.
    pub note: Option<String>,
    /// Where it is cited.
    pub kind: Kind,
    /// Page where the address (or, without one, the note) starts, from 1.
    pub page: Option<u32>,
    /// Line of the source where the address (or the note) starts, from 1.
    pub line: Option<u32>,
    /// The address the author meant, repaired; none for a note that cites no web source.
    pub url: Option<String>,
    /// The very characters of the source, line breaks included.
    pub as_printed: Option<String>,
    /// The cited work's title, in the original language where both are printed.
    pub title: Option<String>,
    /// The outlet or publisher.
    pub source: Option<String>,
    /// When the work was published.
    pub published: Option<PartialDate>,
    /// When the author read it.
    pub accessed: Option<PartialDate>,
    /// The sentence that cites the note.
    pub context: Option<String>,
    /// Ranked readings of the address, the chosen one (`url`) first.
    pub candidates: Vec<String>,
    /// The label of the note this one points back at (ibid., supra, a repeated short title).
    pub refers_to: Option<String>,
    /// The title's translation as the note prints it, or another reading of what the title is.
    #[serde(skip)]
    pub title_translated: Option<String>,
    /// The work's author as the note prints it.
    #[serde(skip)]
    pub author: Option<String>,
    /// The archive copy that the author gives beside the address, or as the address itself.
    #[serde(skip)]
    pub archived: Option<ArchiveCopy>,
    /// Where the address stands in the file, where it is known for certain.
    #[serde(skip)]
    pub location: Option<Location>,
    /// The language that the note is written in, where its own words tell.
    #[serde(skip)]
    pub language: Option<Language>,
}

#[cfg(test)]
impl Citation {
    /// A footnote that gives an address and says nothing else.
    pub(crate) fn bare(document: &str, url: &str) -> Self {
        Self {
            document: document.to_owned(),
            note: None,
            kind: Kind::Footnote,
            page: None,
            line: None,
            url: Some(url.to_owned()),
            as_printed: None,
            title: None,
            source: None,
            published: None,
            accessed: None,
            context: None,
            candidates: Vec::new(),
            refers_to: None,
            title_translated: None,
            author: None,
            archived: None,
            location: None,
            language: None,
        }
    }
}
