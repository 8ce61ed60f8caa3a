//! What says where in a work something stands, or where a court's decision is printed: never a title
//! and never an outlet.

use std::sync::LazyLock;

use super::super::lexicon::Lexicon;

/// Words that say where in a work something stands, in lower case.
static PLACES: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "p pp pg page pages c s ss seite seiten sida sidor side sider str strana с сс стр стор б бет pág págs página
         páginas pag pagg no nos nr n núm num № issue iss vol vols volume bd band jg jahrgang т том t tome heft
         para paras par abs art arts ст cl sec secs sect section ch chap chapter cap kap kapitel rn rz fn fig
         table tab § ¶ §§ ¶¶ line lines ص",
    )
});

/// `Vol. 103. Texts in Water`: a place in a work, whatever follows.
pub(super) fn opens_with_place(text: &str) -> bool {
    let mut words = text.split(|c: char| c.is_whitespace() || c == '.').filter(|word| !word.is_empty());
    let place = words.next().is_some_and(|word| PLACES.has_any_case(word));
    place && words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// `p. 22`, `С. 12`, `No. 4`, `2nd ed.`, `123 F.3d 456`: where in a work, which edition, where a
/// court's decision is printed.
pub(super) fn is_reference(piece: &str) -> bool {
    let text = piece.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '§' | '¶' | '№'));
    let mut words = text.split(|c: char| c.is_whitespace() || c == '.').filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default().to_lowercase();
    let second = words.next().unwrap_or_default();
    let numbered = second.starts_with(|c: char| c.is_ascii_digit())
        || first == "c" && second.contains(|c: char| c.is_ascii_digit())
        || !second.is_empty()
            && second.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'l' | '-' | '–' | 'I' | 'V' | 'X' | 'L'));
    let short = words.count() <= 4;
    let glued = first.trim_start_matches(['§', '¶', '№', 'p', 's', 'с']);
    let glued = glued.len() < first.len()
        && glued.starts_with(|c: char| c.is_ascii_digit())
        && glued.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–'));
    (PLACES.has(&first) && numbered && short)
        || glued && second.is_empty()
        || (first.starts_with(|c: char| c.is_ascii_digit()) && is_edition(text))
        || is_reporter(text)
        || is_statute_book(text)
}

/// `RSC 1985`: an edition of the statutes.
fn is_statute_book(text: &str) -> bool {
    let Some((name, year)) = text.split_once(' ') else { return false };
    (3..=5).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_uppercase())
        && name.contains('S')
        && year.len() == 4
        && year.bytes().all(|b| b.is_ascii_digit())
}

/// Whether one of the pieces between commas says where a court's decision is printed.
pub(super) fn is_reported(text: &str) -> bool {
    text.split(", ").any(|piece| is_reporter(piece.trim()))
}

fn is_edition(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic())
        .any(|word| ["ed", "edn", "edition", "eds", "изд", "aufl"].contains(&word))
}

/// Abbreviations of law reviews, whose names are outlets.
static LAW_REVIEWS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::words("rev. l.j. j. l. q. l.q. j.l."));

/// `F.3d`, `Supp.`, `2d`, `&`, `at`.
fn is_reporter_word(word: &str) -> bool {
    let series = word.strip_suffix('d').or_else(|| word.strip_suffix("th"));
    let numbered =
        series.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()));
    numbered || matches!(word, "&" | "at") || word.contains('.') && word.starts_with(char::is_alphanumeric)
}

/// `123 F.3d 456 (2d Cir`, `45 U.S. 12`, `[2003] EWCA Civ 12`: a volume, a reporter, a page.
fn is_reporter(text: &str) -> bool {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')'))
        .filter(|word| !word.is_empty())
        .take(8)
        .collect();
    let number = |word: &str| word.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let [volume, rest @ ..] = words.as_slice() else { return false };
    let Some(page) = rest.iter().position(|word| number(word)) else { return false };
    let journal = rest.iter().any(|word| LAW_REVIEWS.has_any_case(word));
    number(volume)
        && !journal
        && (1..=4).contains(&page)
        && rest[..page].iter().all(|word| is_reporter_word(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_works_and_reports_of_courts() {
        for text in
            ["pp. 3-4", "vol. 12", "S. 4", "с. 12", "p. 45–47", "para. 12", "art. 3", "§ 4", "p4", "c W-12"]
        {
            assert!(is_reference(text), "{text}");
        }
        for text in ["123 F.3d 456", "45 U.S. 12", "986 F. Supp. 2d at 986", "RSC 1985", "2nd ed."] {
            assert!(is_reference(text), "{text}");
        }
        for text in
            ["Part of the whole", "2003 Report", "Section of Water", "85 CALIF. L. REV. 1213", "CNN 24"]
        {
            assert!(!is_reference(text), "{text}");
        }
        assert!(is_reported("Doe v. Roe, 45 U.S. 12"));
        assert!(!is_reported("Jane Doe, A title"));
    }
}
