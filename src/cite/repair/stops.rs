//! What begins behind an address and is no part of it: a cue, a quotation, the next note.

use std::sync::LazyLock;

use super::super::chars::is_opening_quote;
use super::super::lexicon::Lexicon;

/// Words that begin something new, in lower case.
static STOPS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "accessed access last archived available and see ibid ibidem id visited retrieved viewed consulted
         checked cited cf also in at on for with or but from by the a an as to of is was are were has had
         that this these which who where when while although however quoted citing quoting supra infra op
         loc accession date downloaded published updated copy via it its not than then
         consulté consultée et ou voir le la les un une dans dernière archivé
         abgerufen zugriff zuletzt geprüft letzter letzte aufgerufen stand und oder siehe vgl s archiviert
         abruf besucht eingesehen der die das ebd hier sowie bzw
         consultado consultada acceso acesso acessado acedido consultato ultimo ultima último última
         visitato visitado y e o véase ver vedi recuperado fecha data el
         дата последнее проверено просмотрено и или см там архив архивировано режим доступ та або див
         переглянуто және қаралған қаралды сонда dostęp geraadpleegd bezocht erişim navštíveno hämtad hämtat besökt указ в на с из по",
    )
});

/// The words that say when a source was read, or begin to.
static CUES: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "accessed access last archived visited retrieved viewed consulted checked consulté consultée
         dernière abgerufen zugriff zuletzt geprüft letzter letzte aufgerufen stand abruf consultado
         consultada acceso acesso acessado acedido consultato ultimo último última visitato visitado
         recuperado дата проверено просмотрено последнее переглянуто қаралған
         dostęp geraadpleegd bezocht erişim navštíveno hämtad hämtat besökt sidst senast sist besøgt lest hentet
         laatst laatste ostatni naposledy letöltve accesat pristupljeno viitattu luettu πρόσβαση τελευταία
         посетен последно қаралды жүгінген звернення",
    )
});

/// The few of them that end an address even where its line ends in a hyphen.
static STRONG: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::words("accessed retrieved archived visited ibid abgerufen consulté"));

/// Whether the word begins something new.
pub(super) fn is_stop(token: &str) -> bool {
    is_in(token, &STOPS)
}

/// Whether the word begins something new whatever stands before it.
pub(super) fn is_strong_stop(token: &str) -> bool {
    is_in(token, &STRONG)
}

/// Whether the word says when a source was read or where a copy is.
pub(in crate::cite) fn is_cue(token: &str) -> bool {
    let word = token.trim_start_matches(['(', '[']);
    is_in(word, &CUES)
}

fn is_in(token: &str, words: &Lexicon) -> bool {
    let word = token.trim_end_matches(['.', ',', ':', ';', ')']);
    words.has_any_case(word)
}

/// Whether a bracket, a quotation or a note's sign begins with the character.
pub(super) fn opens_something(c: char) -> bool {
    is_opening_quote(c)
        || matches!(
            c,
            '(' | '['
                | '{'
                | '<'
                | '”'
                | '\''
                | '*'
                | '†'
                | '‡'
                | '§'
                | '•'
                | '–'
                | '—'
                | '|'
                | '¹'
                | '²'
                | '³'
        )
}

/// How much the end of an address asks for more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Appetite {
    /// It is as good an end as any.
    None,
    /// It may end so: `/`.
    Some,
    /// No address ends so: `-`, `_`, `=`.
    Great,
}

/// Whether the next note begins here: `7 Ibid`, `12. “Title`. `next_label` is the number the
/// next note has, where the note at hand says it.
pub(super) fn is_new_note(token: &str, rest: &str, next_label: Option<u32>, appetite: Appetite) -> bool {
    let digits = token.trim_end_matches(['.', ')']);
    if digits.is_empty() || digits.len() > 3 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let rest = rest.trim_start();
    let Some(first) = rest.chars().next() else { return false };
    let begins = first.is_uppercase() || is_opening_quote(first) || matches!(first, '@' | '#');
    let word = rest.split(char::is_whitespace).next().unwrap_or_default();
    if !begins || is_cue(word) {
        return false;
    }
    match next_label {
        Some(label) => appetite == Appetite::None || digits.parse() == Ok(label),
        None => appetite != Appetite::Great,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_stop_punctuation_or_not() {
        for word in ["accessed", "Accessed,", "(last", "last", "zuletzt", "дата", "et", "Ibid."] {
            let word = word.trim_start_matches('(');
            assert!(is_stop(word), "{word}");
        }
        assert!(!is_stop("last-chance.html"));
        assert!(!is_stop("accessible"));
    }

    #[test]
    fn the_next_note_begins_with_its_number() {
        assert!(is_new_note("7", " Ibid. 23", None, Appetite::None));
        assert!(is_new_note("12.", " “A title", None, Appetite::None));
        assert!(is_new_note("12", " @waterwatch, 3 May", None, Appetite::None));
        assert!(is_new_note("8", " The next", Some(8), Appetite::Some));
        assert!(!is_new_note("225559/", "", None, Appetite::None));
        assert!(!is_new_note("12", " Accessed 3 May", None, Appetite::None));
        assert!(!is_new_note("42", " The rest", Some(8), Appetite::Some));
        assert!(!is_new_note("2012,42073.html", " The", None, Appetite::None));
        assert!(!is_new_note("12", " more", None, Appetite::None));
        assert!(!is_new_note("12", " The rest", None, Appetite::Great));
    }
}
