//! A note's text between commas: names, outlets, titles without quotation marks.

use std::ops::Range;

use super::super::chars::words;
use super::super::structure::Structure;
use super::phrases;

/// The longest name or outlet, in characters.
const LONGEST_NAME: usize = 100;

/// The pieces of `range` between commas that stand outside of quotations and brackets.
pub(super) fn pieces<'a>(text: &'a str, range: Range<usize>, structure: &Structure) -> Vec<&'a str> {
    let mut pieces = Vec::new();
    let mut start = range.start;
    let local = structure.is_inside(range.start).then(|| Structure::of(&text[range.clone()]));
    for (within, _) in text[range.clone()].match_indices(", ") {
        let at = range.start + within;
        let inside = local.as_ref().map_or_else(|| structure.is_inside(at), |local| local.is_inside(within));
        if !inside {
            pieces.push(text[start..at].trim());
            start = at + 1;
        }
    }
    pieces.push(text[start.min(range.end)..range.end].trim());
    pieces.retain(|piece| piece.chars().any(char::is_alphanumeric));
    pieces
}

/// Whether a piece may be an outlet or a publisher: `Kapital newspaper`, not `website`,
/// `pg. 22`, `2nd ed.`.
pub(super) fn is_outlet(piece: &str) -> bool {
    let text = piece.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = text.chars().next();
    let named = text.split_whitespace().any(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 2);
    let symbol = text.contains('/') && text.contains(|c: char| c.is_ascii_digit());
    first.is_some_and(|c| !c.is_lowercase())
        && named
        && !symbol
        && !is_reference(text)
        && text.chars().count() <= LONGEST_NAME
}

/// `p. 22`, `С. 12`, `No. 4`, `2nd ed.`: where in a work, or which edition.
fn is_reference(text: &str) -> bool {
    let mut words = text.split(|c: char| c.is_whitespace() || c == '.').filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default().to_lowercase();
    let numbered = words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let place = ["p", "pp", "pg", "s", "с", "стр", "no", "vol", "art", "para", "nr", "№", "issue", "т"]
        .contains(&first.as_str());
    (place && numbered) || (first.starts_with(|c: char| c.is_ascii_digit()) && text.contains("ed"))
}

/// Whether a piece names a person: two to four capitalised words, initials among them or not,
/// and none of the words with which organisations are named.
pub(super) fn is_person(piece: &str) -> bool {
    let words: Vec<&str> = piece
        .split_whitespace()
        .filter(|word| !matches!(*word, "and" | "&" | "et" | "und" | "и" | "al."))
        .collect();
    let titled = words.iter().any(|word| NO_NAMES.contains(word));
    (2..=6).contains(&words.len())
        && !titled
        && words.iter().all(|word| is_name(word))
        && !is_organisation(piece)
}

/// Capitalised words that begin titles and stand in no name.
const NO_NAMES: [&str; 14] =
    ["In", "The", "A", "An", "Of", "For", "On", "At", "How", "Why", "What", "Who", "Your", "New"];

fn is_name(word: &str) -> bool {
    let particle =
        ["de", "van", "von", "der", "den", "la", "le", "du", "da", "al", "bin", "di"].contains(&word);
    let capital = word.starts_with(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
    let shouted = word.chars().count() > 3 && word.chars().all(char::is_uppercase);
    particle || (capital && !shouted)
}

/// `Doe, J.` or `J. Doe`: only persons sign like this.
pub(super) fn is_signed(lead: &str) -> bool {
    lead.split(|c: char| c.is_whitespace() || c == ',').any(is_initial)
}

fn is_initial(word: &str) -> bool {
    word.ends_with('.')
        && (1..=3).contains(&word.chars().filter(|c| c.is_alphabetic()).count())
        && word.starts_with(char::is_uppercase)
}

/// Whether a part of a bibliography's entry names its authors: `SILVA, João`, `Doe, J. and Roe,
/// P`, `Jane Doe`.
pub(super) fn is_author(part: &str) -> bool {
    let words: Vec<&str> = part
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '&'))
        .filter(|word| !word.is_empty())
        .collect();
    let capital = |word: &&str| {
        word.starts_with(char::is_uppercase)
            || matches!(*word, "and" | "und" | "et" | "e" | "y" | "de" | "da" | "von" | "van")
    };
    let plain = |word: &&str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
    (2..=12).contains(&words.len())
        && words.iter().all(|word| capital(word) && plain(word))
        && (part.contains(',') || is_person(part))
}

/// The names and initials that a text begins with (`Иванов И. И., Петров П. П.`), and the rest.
pub(super) fn signed_beginning(text: &str) -> (Option<&str>, &str) {
    let mut end = 0;
    let mut at = 0;
    for word in text.split_inclusive(' ').take(12) {
        at += word.len();
        let bare = word.trim_end_matches([' ', ',']);
        let name =
            bare.starts_with(char::is_uppercase) && bare.chars().all(|c| c.is_alphabetic() || c == '-');
        if bare.split_inclusive('.').all(is_initial) && !bare.is_empty() {
            end = at;
        } else if !name || at - end > word.len() {
            break;
        }
    }
    (Some(text[..end].trim()).filter(|author| !author.is_empty()), &text[end..])
}

/// Whether a piece on its own names an organisation: `Stock Exchange`, `Ministry of Water`.
pub(super) fn is_organisation_name(piece: &str) -> bool {
    let words: Vec<String> = words(piece).map(|(_, word)| word.to_lowercase()).take(9).collect();
    if piece.contains(": ") {
        return false;
    }
    let first = words.first().is_some_and(|word| phrases::is_organisation(word));
    let of = words
        .get(1)
        .is_some_and(|word| ["of", "for", "on", "de", "des", "für", "del", "di"].contains(&word.as_str()));
    words.len() <= 8 && (first && of || words.last().is_some_and(|word| phrases::is_organisation(word)))
}

/// Whether a piece has a word with which organisations are named, or is an abbreviation.
pub(super) fn is_organisation(piece: &str) -> bool {
    let abbreviation = (3..=8).contains(&piece.len()) && piece.bytes().all(|b| b.is_ascii_uppercase());
    abbreviation || words(piece).any(|(_, word)| phrases::is_organisation(&word.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_in_quotations_and_brackets_do_not_count() {
        let text = "Jane Doe, “one, two,” (three, four), Outlet";
        let structure = Structure::of(text);
        assert_eq!(
            pieces(text, 0..text.len(), &structure),
            ["Jane Doe", "“one, two,” (three, four)", "Outlet"]
        );
    }

    #[test]
    fn outlets() {
        for piece in [
            "Gorod.kz",
            "BBC",
            "The National",
            "Kapital newspaper",
            "N.Y. TIMES",
            "«Ведомости»",
            "24.kz News",
        ] {
            assert!(is_outlet(piece), "{piece}");
        }
        for piece in ["website", "pg. 22", "p. 4", "С. 12", "2nd ed.", "12 (4)", "presentation"] {
            assert!(!is_outlet(piece), "{piece}");
        }
    }

    #[test]
    fn persons_and_organisations() {
        for piece in
            ["Jane Doe", "J. K. Doe", "Jason Stein & Patrick Marley", "Ana de la Cruz", "Иванов И. И."]
        {
            assert!(is_person(piece), "{piece}");
        }
        for part in ["SILVA, João", "Doe, J. and Roe, P", "Jane Doe", "García, Ana"] {
            assert!(is_author(part), "{part}");
        }
        for part in ["Google Report: Country", "Thirteen States responded", "Reuters"] {
            assert!(!is_author(part), "{part}");
        }
        assert_eq!(
            signed_beginning("Иванов И. И., Бек А. Вода и власть"),
            (Some("Иванов И. И., Бек А."), "Вода и власть")
        );
        assert_eq!(signed_beginning("Вода и власть"), (None, "Вода и власть"));
        assert!(is_organisation("OSCE"));
        for piece in ["Lake Fund", "WASH. POST", "Law on Prevention", "Nature", "Country Profile 2012"] {
            assert!(!is_person(piece), "{piece}");
        }
    }
}
