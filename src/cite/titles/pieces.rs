//! A note's text between commas: names, outlets, titles without quotation marks.

use std::ops::Range;

use super::super::chars::words;
use super::super::structure::Structure;
use super::references::{is_reference, opens_with_place};
use super::{periodicals, phrases};

/// The longest name or outlet, in characters.
const LONGEST_NAME: usize = 100;

/// Pieces that author, title and outlet are: a number behind them is a page.
const FEWEST: usize = 3;

/// The pieces of `range` between commas that stand outside of quotations and brackets; what only
/// says where in a work (`pp. 3-4`, `vol. 12`, `123 F.3d 456`) is left out.
pub(super) fn pieces<'a>(text: &'a str, range: Range<usize>, structure: &Structure) -> Vec<&'a str> {
    let mut pieces = Vec::new();
    let mut start = range.start;
    let local = structure.is_inside(range.start).then(|| Structure::of(&text[range.clone()]));
    for (within, comma) in text[range.clone()].match_indices([',', '،', '，']) {
        if comma == "," && !text[range.start + within..range.end].starts_with(", ") {
            continue;
        }
        let at = range.start + within;
        let inside = local.as_ref().map_or_else(|| structure.is_inside(at), |local| local.is_inside(within));
        if !inside {
            pieces.push(text[start..at].trim());
            start = at + comma.len();
        }
    }
    pieces.push(text[start.min(range.end)..range.end].trim());
    pieces.retain(|piece| {
        piece.chars().any(char::is_alphanumeric) && !is_reference(piece) && !is_bracketed_remark(piece)
    });
    if pieces.len() > FEWEST && pieces.last().is_some_and(|last| !last.chars().any(char::is_alphabetic)) {
        pieces.pop();
    }
    pieces
}

/// `(Çevrimiçi)`, `[en ligne]`: brackets that hold a remark and nothing else.
fn is_bracketed_remark(piece: &str) -> bool {
    let inner = piece.strip_prefix(['(', '[']).and_then(|piece| piece.strip_suffix([')', ']']));
    inner.is_some_and(|inner| inner.chars().any(char::is_alphabetic) && phrases::is_remark(inner))
}

/// Whether a piece may be an outlet or a publisher: `Kapital newspaper`, not `website`,
/// `pg. 22`, `2nd ed.`.
pub(super) fn is_outlet(piece: &str) -> bool {
    let text = piece.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = text.chars().next();
    let named = text.split_whitespace().any(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 2);
    let symbol = text.contains('/') && text.contains(|c: char| c.is_ascii_digit());
    (first.is_some_and(|c| !c.is_lowercase()) || has_article(text))
        && named
        && !symbol
        && !is_reference(text)
        && !opens_with_place(text)
        && text.matches('(').count() == text.matches(')').count()
        && !text.contains(" v. ")
        && text.chars().count() <= LONGEST_NAME
}

/// Articles in lower case with which outlets are named: `la Repubblica`, `de Volkskrant`.
const ARTICLES: [&str; 14] =
    ["la ", "il ", "lo ", "i ", "le ", "the ", "die ", "der ", "das ", "de ", "el ", "les ", "l'", "l’"];

fn has_article(text: &str) -> bool {
    let names = |rest: &str| rest.starts_with(char::is_uppercase) && rest.split_whitespace().count() <= 4;
    ARTICLES.iter().any(|article| text.strip_prefix(article).is_some_and(names))
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
        && (words.iter().all(|word| is_name(word))
            || is_shouted(&words) && periodicals::name(piece).is_none())
        && !is_organisation(piece)
}

/// `DUPONT Jean`, `Jean DUPONT`: the surname in capitals.
fn is_shouted(words: &[&str]) -> bool {
    let lettered = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-'))
    };
    let loud = |word: &&str| word.chars().count() > 3 && word.chars().all(|c| c.is_uppercase() || c == '-');
    let named = |word: &&str| word.chars().any(char::is_lowercase);
    let shouted = words.iter().filter(|word| loud(word)).count();
    words.len() <= 4
        && words.iter().all(|word| lettered(word) && (loud(word) || named(word)))
        && (1..words.len()).contains(&shouted)
}

/// Whether a text names authors with their surnames first: `Müller, Hans`, `Müller, H. / Roe, J.`
pub(super) fn is_inverted(text: &str) -> bool {
    let text = text.replace('/', " ");
    let Some((surname, given)) = text.split_once(", ") else { return false };
    let short = surname.split_whitespace().filter(|word| !word.starts_with(char::is_lowercase)).count() == 1;
    short
        && !given.trim().is_empty()
        && is_author(&text)
        && !is_organisation(&text)
        && !text.split_whitespace().any(|word| NO_NAMES.contains(&word))
}

/// The authors that a text begins with, surname before initials, and the rest, which is sentences:
/// `Сидоров П. Реки и люди. М.: Наука, 2012`.
pub(super) fn initialled(text: &str) -> Option<(&str, &str)> {
    let (author, rest) = signed_beginning(text);
    let author =
        author.filter(|author| author.contains(' ') && !author.split(' ').next().is_some_and(is_initial))?;
    let titled = rest.starts_with(|c: char| c.is_uppercase() || c == '«') && rest.contains(". ");
    titled.then_some((author, rest))
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

/// Whether a text is nothing but a surname and initials: `Петров П. П.`
pub(super) fn is_surname_and_initials(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let surname = words.next().is_some_and(|word| is_name(word) && !word.contains('.'));
    let initials: Vec<&str> = words.collect();
    let initial = |word: &&str| word.ends_with('.') && word.chars().count() == 2 && is_initial(word);
    surname && (1..=3).contains(&initials.len()) && initials.iter().all(initial)
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

/// The authors that a text begins with in the manner of medical journals (Vancouver), and the rest:
/// `Doe J, Roe PK, et al. Title`.
pub(super) fn listed_authors(text: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 300;
    let initials = |word: &str| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_uppercase());
    let author = |part: &str| {
        let (name, given) = part.trim().rsplit_once(' ').unwrap_or((part, ""));
        let capitals = name.split_whitespace().all(is_name) && name.split_whitespace().count() <= 3;
        part.trim() == "et al" || !given.is_empty() && initials(given) && capitals
    };
    let (end, _) = text.match_indices(". ").take_while(|(at, _)| *at < LONGEST).next()?;
    let (authors, rest) = (&text[..end], &text[end + 2..]);
    authors.split(',').all(author).then_some((authors, rest))
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
    if words.len() > SHORT_NAME {
        return is_long_name(piece);
    }
    let first = words.first().is_some_and(|word| phrases::is_organisation(word));
    let of = words
        .get(1)
        .is_some_and(|word| ["of", "for", "on", "de", "des", "für", "del", "di"].contains(&word.as_str()));
    first && of || words.last().is_some_and(|word| phrases::is_organisation(word))
}

/// Whether a piece names a body by its first word, as German does: `Ortsverein Damm`, `Bundesanstalt
/// für Gewässer`.
pub(super) fn is_body(piece: &str) -> bool {
    let words: Vec<&str> = piece.split_whitespace().take(SHORT_NAME + 1).collect();
    let first = words.first().map(|word| word.to_lowercase()).unwrap_or_default();
    words.len() <= SHORT_NAME && phrases::is_compound(&first) && !piece.contains(['.', ':'])
}

/// `NORDKURIER`: a name in capitals and too long for an abbreviation that titles begin with.
pub(super) fn is_loud(name: &str) -> bool {
    const LEAST: usize = 6;
    name.chars().count() >= LEAST && name.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '-'))
}

/// Words of an organisation's name, at most, if it is told by one of them.
const SHORT_NAME: usize = 8;

/// The name of several organisations together: capitals but for the words between them.
pub(super) fn is_long_name(piece: &str) -> bool {
    const OPENING: usize = 3;
    let between = |word: &str| word.chars().count() <= 3 && word.chars().all(char::is_lowercase);
    words(piece).count() > SHORT_NAME
        && words(piece).take(OPENING).any(|(_, word)| phrases::is_organisation(&word.to_lowercase()))
        && words(piece).all(|(_, word)| word.starts_with(char::is_uppercase) || between(word))
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
            "85 CALIF. L. REV. 1213",
            "«Ведомости»",
            "24.kz News",
            "«la Repubblica»",
            "de Volkskrant",
        ] {
            assert!(is_outlet(piece), "{piece}");
        }
        for piece in [
            "website",
            "pg. 22",
            "p. 4",
            "С. 12",
            "2nd ed.",
            "12 (4)",
            "presentation",
            "p. 45–47",
            "para. 12",
            "art. 3",
            "pp. xii–xv",
            "123 F.3d 456",
            "45 U.S. 12",
            "§ 4",
            "S. 4",
        ] {
            assert!(!is_outlet(piece), "{piece}");
        }
    }

    #[test]
    fn places_in_a_work_are_no_pieces() {
        let text = "Water Board, vol. 12, pp. 3-4, 123 F.3d 456, 2003 Report, Section of Water";
        assert_eq!(
            pieces(text, 0..text.len(), &Structure::of(text)),
            ["Water Board", "2003 Report", "Section of Water"]
        );
        let text = "وزارة المياه، تقرير";
        assert_eq!(pieces(text, 0..text.len(), &Structure::of(text)), ["وزارة المياه", "تقرير"]);
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
        assert!(is_surname_and_initials("Петров П. П."));
        assert!(!is_surname_and_initials("Water L. Rev."));
        assert_eq!(listed_authors("Doe J, Roe PK, et al. Water."), Some(("Doe J, Roe PK, et al", "Water.")));
        for text in ["Water for all. Lancet. 2012", "H. Doe, Water. Lancet", "Talk with J. Doe. Lancet"] {
            assert_eq!(listed_authors(text), None, "{text}");
        }
        assert!(is_organisation_name(
            "Lake Centre for Fair Law and Shore Movement for Wells at the River Fund for Lakes"
        ));
        for piece in ["Lake Fund", "WASH. POST", "Law on Prevention", "Nature", "Country Profile 2012"] {
            assert!(!is_person(piece), "{piece}");
        }
    }
}
