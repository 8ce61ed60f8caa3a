//! In which language a new wording is given: that of the note or, where its words tell none, that of the
//! sentence that cites it; English where neither is clear.

use whatlang::{Info, Lang, detect};

use crate::model::{Citation, Language};

/// The shortest sentence whose language is believed, in characters.
const LONG_ENOUGH: usize = 60;

pub(super) fn of(citation: &Citation) -> Language {
    citation.language.or_else(|| told_by(citation.context.as_deref()?)).unwrap_or_default()
}

fn told_by(sentence: &str) -> Option<Language> {
    if sentence.chars().count() < LONG_ENOUGH {
        return None;
    }
    Some(match detect(sentence).filter(Info::is_reliable)?.lang() {
        Lang::Deu => Language::German,
        Lang::Fra => Language::French,
        Lang::Spa => Language::Spanish,
        Lang::Rus => Language::Russian,
        _ => Language::English,
    })
}
