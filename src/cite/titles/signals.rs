//! Words that introduce a source: `See also`, `Vgl.`, `см. также`.

use std::ops::Range;
use std::sync::LazyLock;

use super::super::lexicon::Lexicon;

/// Words that introduce a source wherever they stand.
static STARTERS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "see cf eg e.g i.e compare accord quoting citing originally siehe vgl z.b voir см див қараңыз véase ver
         vid veja vedi cfr انظر راجع ينظر يراجع",
    )
});

/// Words that do so within such an introduction, or in lower case.
static FOLLOWERS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "also and but for example instance quoted cited in generally especially particularly published
         at the as reported auch etwa dazu hierzu insbesondere insb bes ausführlich aussi notamment
         также например також también anche available",
    )
});

/// Words that do so before a colon.
static HEADINGS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "source sources quelle quellen источник источники джерело fuente fuentes fonte fontes дереккөз data daten données
         datos dati dane",
    )
});

/// Words that stand in italics without naming a work.
static REFERENCES: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::words("id ibid ibidem idem supra infra et al op cit loc v e g i cf"));

/// Whether a word can belong to an introduction.
pub(super) fn is_signal(word: &str) -> bool {
    STARTERS.has_any_case(word) || FOLLOWERS.has_any_case(word) || HEADINGS.has_any_case(word)
}

/// Whether words in italics name a work: they are more than `See` or `ibid.`.
pub(super) fn is_work(text: &str) -> bool {
    let mut words = super::super::chars::words(text).map(|(_, word)| word).peekable();
    words.peek().is_some() && !words.all(|word| is_signal(word) || REFERENCES.has_any_case(word))
}

/// The byte behind the words that introduce a source, and whether there were any.
pub(super) fn after_signals(text: &str, range: &Range<usize>) -> (usize, bool) {
    let mut at = range.start;
    let mut signalled = false;
    loop {
        let (start, end) = next_word(text, at..range.end);
        let word = text[start..end].trim_end_matches('.');
        let lower = word.starts_with(char::is_lowercase);
        let headed = HEADINGS.has_any_case(word) && text[end..range.end].trim_start().starts_with(':');
        let introduces = STARTERS.has_any_case(word)
            || (lower && FOLLOWERS.has(word))
            || (!lower && FOLLOWERS.has_any_case(word) && goes_on(text, end..range.end));
        if !introduces && !headed {
            let behind = if signalled { after_pinpoint(text, start..range.end) } else { None };
            return (behind.unwrap_or(start), signalled);
        }
        signalled = true;
        at = end;
    }
}

/// How pages are named before their numbers, without a full stop, in lower case.
const PAGES: [&str; 15] =
    ["p", "pp", "page", "pages", "s", "seite", "seiten", "pág", "págs", "pag", "стр", "с", "c", "б", "at"];

/// What leads from pages to the work they are of, in lower case.
const OF: [&str; 12] = ["of", "in", "de", "du", "von", "bei", "aus", "en", "em", "di", "в", "из"];

/// The byte behind `pp. 12–14 of`, `S. 14 f. in:`.
fn after_pinpoint(text: &str, range: Range<usize>) -> Option<usize> {
    let (start, end) = next_word(text, range.clone());
    if !PAGES.contains(&text[start..end].trim_end_matches('.').to_lowercase().as_str()) {
        return None;
    }
    let rest = &text[end..range.end];
    let numbers = rest.trim_start_matches(|c: char| {
        c.is_ascii_digit() || c.is_whitespace() || matches!(c, '-' | '–' | ',' | '.')
    });
    if !rest[..rest.len() - numbers.len()].contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let numbers =
        ["ff.", "ff", "f.", "f"].iter().find_map(|sign| numbers.strip_prefix(sign)).unwrap_or(numbers);
    let from = range.end - numbers.len();
    let (start, end) = next_word(text, from..range.end);
    OF.contains(&text[start..end].to_lowercase().as_str()).then(|| next_word(text, end..range.end).0)
}

/// Whether a capitalised word as in `But see`, `For example,` is followed by another signal.
fn goes_on(text: &str, range: Range<usize>) -> bool {
    let (start, end) = next_word(text, range);
    let word = text[start..end].trim_end_matches('.');
    STARTERS.has(word) || ["example", "instance", "reported"].contains(&word)
}

/// The next word, empty at the end.
fn next_word(text: &str, range: Range<usize>) -> (usize, usize) {
    let rest = &text[range.clone()];
    let skipped = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | ':'));
    let start = range.end - skipped.len();
    let end = skipped.find(|c: char| !c.is_alphanumeric() && c != '.').unwrap_or(skipped.len());
    (start, start + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rest(text: &str) -> (&str, bool) {
        let (at, signalled) = after_signals(text, &(0..text.len()));
        (&text[at..], signalled)
    }

    #[test]
    fn introductions_go() {
        for text in [
            "See Doe",
            "See also Doe",
            "But see, e.g., Doe",
            "Cf. Doe",
            "For example, Doe",
            "; and Doe",
            "Vgl. auch Doe",
            "см. также Doe",
            "Source: Doe",
            "Voir aussi Doe",
            "quoted in Doe",
            "As reported in Doe",
            "(quoting Doe",
        ] {
            let text = text.trim_start_matches('(');
            assert_eq!(rest(text), ("Doe", true), "{text}");
        }
    }

    #[test]
    fn titles_that_begin_alike_stay() {
        for text in ["In Your State", "The See of Rome", "Source Code", "For the Record", "And Then"] {
            assert_eq!(rest(text), (text, false), "{text}");
        }
        assert_eq!(rest("See In Your State"), ("In Your State", true));
    }

    #[test]
    fn italics_that_name_nothing() {
        for text in ["See", "See also", "Id.", "supra", "E.g.", "available at", "et al."] {
            assert!(!is_work(text), "{text}");
        }
        assert!(is_work("In Your State"));
    }
}
