//! What a PDF says of itself in its metadata, as far as it can be believed.

use crate::model::{Document, PartialDate};

/// What programs leave in place of a title.
const JUNK: &[&str] = &[
    "untitled",
    "document",
    "document1",
    "no title",
    "title",
    "powerpoint presentation",
    "print",
    "slide 1",
];
/// How titles begin that are file names.
const PROGRAMS: &[&str] = &["microsoft word", "microsoft powerpoint", "microsoft excel", "layout 1", "http"];
/// How they end.
const EXTENSIONS: &[&str] = &[
    ".doc", ".docx", ".odt", ".rtf", ".txt", ".tex", ".dvi", ".ps", ".pdf", ".indd", ".qxd", ".qxp", ".p65",
    ".pmd", ".fm", ".ppt", ".pptx", ".html", ".htm", ".wpd", ".pages", ".md", ".tif",
];

/// The title, unless it is what a program or a file system made up.
pub(super) fn title(title: &str) -> Option<String> {
    let title = title.trim();
    let lower = title.to_lowercase();
    let name =
        !title.contains(' ') && title.contains(['_', '/', '\\']) || !title.contains(char::is_alphabetic);
    let junk = JUNK.contains(&lower.as_str())
        || PROGRAMS.iter().any(|program| lower.starts_with(program))
        || EXTENSIONS.iter().any(|extension| lower.ends_with(extension));
    (!name && !junk).then(|| title.to_owned())
}

/// Whether a document may be of the day on which its file was made: the youngest year that it
/// names is that year or the one before. A file that was made anew years later says nothing of
/// the report, and one that is older than its notes does not either.
pub(super) fn plausible(date: PartialDate, document: &Document) -> bool {
    let texts =
        document.body.iter().map(|block| &block.text).chain(document.notes.iter().map(|note| &note.text));
    let years = texts.flat_map(|text| years(&text.text));
    let youngest = years.filter(|year| *year <= date.year() + 1).max();
    youngest.is_some_and(|year| year == date.year() || year + 1 == date.year())
}

/// The years of the web that a text names.
fn years(text: &str) -> impl Iterator<Item = i16> {
    const WEB: std::ops::RangeInclusive<i16> = 1990..=2099;
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .filter(|year| WEB.contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, BlockKind, Format, Passage};

    #[test]
    fn a_file_name_is_no_title() {
        for junk in [
            "Microsoft Word - final2.docx",
            "untitled",
            "report_v3_FINAL",
            "thesis.dvi",
            "12-345",
            "Document1",
            " ",
        ] {
            assert_eq!(title(junk), None, "{junk}");
        }
        for good in ["Who Counts the Wells?", "Wells", "Кто считает колодцы"] {
            assert_eq!(title(good).as_deref(), Some(good));
        }
    }

    #[test]
    fn a_date_must_fit_the_years_that_are_named() {
        let mut document = Document::new(Format::Pdf);
        let text = "accessed 2 July 2013; a plan for 2050".to_owned();
        let text = Passage { text, ..Passage::default() };
        document.body.push(Block { kind: BlockKind::Paragraph, text });
        let plausible =
            |year| plausible(PartialDate::new(year, Some(3), Some(1)).expect("a date"), &document);
        assert_eq!([2012, 2013, 2014, 2015, 2021].map(plausible), [false, true, true, false, false]);
    }
}
