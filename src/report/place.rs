//! Where a source is cited and what address it has, as every page that people read tells it.

use crate::model::{Citation, Kind};

/// Letters from which a label is a word (`[^long]`) and no number or sign (`12`, `iv`, `a`, `*`).
const WORD: usize = 4;

/// Where a source is cited: `Footnote 12`, `Footnote “long”`. `label` is the note's, made safe for
/// the page.
pub(super) fn place(kind: Kind, label: Option<&str>) -> String {
    let name = match kind {
        Kind::Footnote => "Footnote",
        Kind::Endnote => "Endnote",
        Kind::Bibliography => "Bibliography entry",
        Kind::Inline => "In the text",
    };
    match label.filter(|label| !label.is_empty()) {
        Some(label) if is_word(label) => format!("{name} “{label}”"),
        Some(label) => format!("{name} {label}"),
        None => name.to_owned(),
    }
}

/// Whether a label is a word and no number, not even a Roman one.
fn is_word(label: &str) -> bool {
    let letters = label.chars().filter(|c| c.is_alphabetic()).count();
    letters >= WORD && !label.chars().all(|c| "ivxlcdm".contains(c.to_ascii_lowercase()))
}

/// A document's name as people know it; `-` is what the command line calls standard input.
pub(super) fn document(name: &str) -> &str {
    if name == "-" { "standard input" } else { name }
}

/// Whether `end` is the cited address, but for the slash that every address of a host has and the
/// fragment, which no server ever sees.
pub(super) fn is_cited(citation: &Citation, end: &str) -> bool {
    let bare = |address: &str| {
        let address = address.split_once('#').map_or(address, |(address, _)| address);
        address.trim_end_matches('/').to_owned()
    };
    citation.url.as_deref().is_some_and(|url| bare(url) == bare(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_that_is_a_word_is_quoted() {
        for (label, place_) in [
            (Some("12"), "Footnote 12"),
            (Some("xviii"), "Footnote xviii"),
            (Some("*"), "Footnote *"),
            (Some("long"), "Footnote “long”"),
            (Some(""), "Footnote"),
            (None, "Footnote"),
        ] {
            assert_eq!(place(Kind::Footnote, label), place_);
        }
    }

    #[test]
    fn standard_input_has_a_name() {
        assert_eq!(document("-"), "standard input");
        assert_eq!(document("reports/a.md"), "reports/a.md");
    }
}
