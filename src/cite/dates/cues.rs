//! The words that say what a date is: when the author read the source, or something else.

use std::sync::LazyLock;

use crate::cite::lexicon::Lexicon;

/// What a date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cite) enum Role {
    /// When the author read the source.
    Accessed,
    /// When an archive copy was taken.
    Archived,
    /// When the page last changed: neither read nor published.
    Other,
    /// Nothing is said; it may be the date of publication.
    Unsaid,
}

/// Words that make the date behind them the day of access, in lower case.
static ACCESSED: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "accessed access visited retrieved viewed consulted checked downloaded
         consulté consultée consultés consultées consultation visité visitée accédé
         abgerufen geprüft zugriff zugriffsdatum besucht aufgerufen eingesehen abruf abrufdatum aufruf
         zugegriffen stand
         обращения обращение доступа посещения просмотра просмотрено проверено посещено звернення доступу
         перегляду переглянуто відвідано қаралды қаралған жүгінген
         consultado consultada consultados consulta acceso accedido visitado visitada recuperado acesso
         acessado acessada acedido acedida accesso consultato consultata visitato visitata consultazione
         geraadpleegd bezocht dostęp dostępu odczytu erişim",
    )
});

/// Words that make it the day of a copy.
static ARCHIVED: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "archived archive saved captured cached snapshot archivé archivée archiviert архивировано архивирована архивная
         архивной заархивировано архівовано архівна заархівовано archivado archivada arquivado arquivada
         archiviato archiviata archivio зархивировано мұрағатталған мұрағатталды zarchiwizowano zarchiwizowane arşivlendi
         arkivlendi gearchiveerd archivováno arkiverad arkiverat arkiverades أرشفة مؤرشف",
    )
});

/// Words that make it the day of a change.
static OTHER: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "updated modified revised amended aktualisiert geändert изменено обновлено оновлено actualizado
         actualizada atualizado atualizada aggiornato aggiornata жаңартылған zaktualizowano güncelleme
         güncellendi bijgewerkt aktualizováno uppdaterad mise maj",
    )
});

/// Words that may stand between a cue and its date.
static FILLERS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "on at the in date of from original le la du am den dem vom zuletzt letzter em no el il día dia
         fecha data de tarihi op dnia күні уақыты monday tuesday wednesday thursday friday saturday sunday",
    )
});

/// Words that may stand before a cue. Anything else makes it a verb of the sentence: "he visited
/// the town in May 2012".
static QUALIFIERS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "last was were first date page site website url link of and both all web online le la de du dernière
         dernier zuletzt letzter letzte letztmals am дата последнее последний останнє último última ultimo
         ultima data fecha página sitio sito pagina соңғы ostatni laatst son режим",
    )
});

/// Cues that follow their date: `2 шілде 2013 қаралды`, `am 3. Mai 2012 abgerufen`.
static BEHIND: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words("abgerufen besucht aufgerufen eingesehen қаралды қаралған тарихи erişildi")
});

/// The role that a word in lower case gives to the date behind it.
pub(super) fn role(word: &str) -> Option<Role> {
    if ACCESSED.has(word) {
        Some(Role::Accessed)
    } else if ARCHIVED.has(word) {
        Some(Role::Archived)
    } else if OTHER.has(word) {
        Some(Role::Other)
    } else {
        None
    }
}

/// Whether a word may stand between a cue and its date.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.has(word)
}

/// Whether a cue may stand behind a word.
pub(super) fn is_qualifier(word: &str) -> bool {
    QUALIFIERS.has(word)
}

/// Whether a word makes the date before it the day of access.
pub(super) fn is_behind(word: &str) -> bool {
    BEHIND.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_two_things() {
        assert!(ACCESSED.entries().all(|word| !OTHER.has(word) && !ARCHIVED.has(word) && !FILLERS.has(word)));
        assert!(ARCHIVED.entries().all(|word| !OTHER.has(word) && !FILLERS.has(word)));
        assert!(OTHER.entries().all(|word| !FILLERS.has(word)));
    }

    #[test]
    fn words_are_in_lower_case() {
        for list in [&ACCESSED, &ARCHIVED, &OTHER, &FILLERS, &QUALIFIERS, &BEHIND] {
            assert!(list.entries().all(|word| word.to_lowercase() == word));
        }
    }
}
