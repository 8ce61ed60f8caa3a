//! A citation's new wording, ready to paste, in the style that the report is written in. What the note
//! told stays in it: also the day on which the author read the source.

mod apa;
mod bluebook;
mod chicago;
mod dates;
mod language;
mod mla;
mod phrasing;
mod plain;
mod robust_link;
mod style;
mod wikipedia;
mod work;

use crate::model::{Advice, Check, Citation};

pub use style::CitationStyle;
pub(super) use work::Copy;
use work::Work;

/// The new wording for the advice that asks for one: with the archived copy for a source that
/// survives in an archive, with the new address for one that moved.
pub(super) fn replacement(
    citation: &Citation,
    advice: Advice,
    check: &Check,
    copy: Option<Copy<'_>>,
    style: CitationStyle,
) -> Option<String> {
    let work = match advice {
        Advice::CiteArchive => Work::archived(citation, check, copy?)?,
        Advice::UpdateUrl => Work::moved(citation, check)?,
        _ => return None,
    };
    Some(style.write(&work))
}

#[cfg(test)]
mod tests;
