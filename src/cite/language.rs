//! Which language a note is written in, by the words that are the author's own and not the source's: what
//! introduces a source and what says when it was read.

use super::chars::words;
use crate::model::Language;

/// Words before or behind the day of access, in lower case; the last row stands for all languages in which no
/// wording is given.
const ACCESS: [(Option<Language>, &[&str]); 6] = [
    (Some(Language::English), &["accessed", "retrieved", "visited", "viewed", "downloaded"]),
    (
        Some(Language::German),
        &["abgerufen", "aufgerufen", "abruf", "aufruf", "zugriff", "zugegriffen", "eingesehen", "abrufbar"],
    ),
    (Some(Language::French), &["consulté", "consultée", "consultés", "consultées", "consultable"]),
    (Some(Language::Spanish), &["consultado", "consultada", "accedido"]),
    (Some(Language::Russian), &["обращения", "посещения", "просмотрено", "проверено"]),
    (
        None,
        &[
            "em",
            "acesso",
            "acessado",
            "acedido",
            "consultato",
            "consultata",
            "звернення",
            "geraadpleegd",
            "dostęp",
        ],
    ),
];

/// Words with which a note begins that introduces a source, in lower case.
const SIGNALS: [(Option<Language>, &[&str]); 6] = [
    (Some(Language::English), &["see"]),
    (Some(Language::German), &["vgl", "siehe"]),
    (Some(Language::French), &["voir"]),
    (Some(Language::Spanish), &["véase"]),
    (Some(Language::Russian), &["см"]),
    (None, &["vedi", "veja", "див", "zob", "zie"]),
];

/// The language of a note; none where its words are of no language or of several.
pub(super) fn language(text: &str) -> Option<Language> {
    let mut found: Option<Option<Language>> = None;
    for (number, (_, word)) in words(text).enumerate() {
        let word = word.to_lowercase();
        let of = |table: &[(Option<Language>, &[&str])]| {
            table.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(language, _)| *language)
        };
        let Some(told) = of(&ACCESS).or_else(|| (number == 0).then(|| of(&SIGNALS)).flatten()) else {
            continue;
        };
        if found.is_some_and(|found| found != told) {
            return None;
        }
        found = Some(told);
    }
    found.flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notes_own_words_tell_its_language() {
        for (note, expected) in [
            ("Jane Doe, “The Crane,” 2012, accessed 4 June 2013", Some(Language::English)),
            ("See Jane Doe, “Der Kran”, 2012", Some(Language::English)),
            ("Jane Doe, „The Crane“, abgerufen am 4. Juni 2013", Some(Language::German)),
            ("Vgl. Jane Doe, The Crane, 2012", Some(Language::German)),
            ("Voir J. Doe, « La grue », consulté le 4 juin 2013", Some(Language::French)),
            ("Véase J. Doe, «La grúa»", Some(Language::Spanish)),
            ("J. Doe, «La grúa», consultado el 4 de junio de 2013", Some(Language::Spanish)),
            ("Иванов И. И. Кран. (дата обращения: 04.06.2013)", Some(Language::Russian)),
        ] {
            assert_eq!(language(note), expected, "{note}");
        }
    }

    #[test]
    fn unclear_notes_have_none() {
        for note in [
            "Jane Doe, “The Crane,” 2012",
            "Zugriff verweigert, accessed 4 June 2013",
            "J. Doe, “A grua”, consultado em 4 jun. 2013",
            "J. Doe, «La gru», consultato il 4 giugno 2013",
            "Іванов І. Кран. (дата звернення: 04.06.2013)",
            "Der See, Hafenblatt, 2012",
            "",
        ] {
            assert_eq!(language(note), None, "{note}");
        }
    }
}
