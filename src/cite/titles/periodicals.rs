//! Papers that come out in numbers, and the records of public bodies: what names them is no title
//! and no outlet in the order that other works have.

use std::sync::LazyLock;

use super::super::lexicon::Lexicon;

/// What a record of a public body is called, in lower case.
static RECORDS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "minutes agenda ordinance resolution resolutions hansard transcript bylaw bylaws proceedings protokoll
         niederschrift verbale delibera ordinanza acta actas ata atas протокол постановление решение",
    )
});

/// What a place is called that acts through its council, as its name begins, in lower case.
const PLACES: [&str; 18] = [
    "city of ",
    "town of ",
    "county of ",
    "state of ",
    "village of ",
    "province of ",
    "borough of ",
    "municipality of ",
    "government of ",
    "republic of ",
    "kingdom of ",
    "stadt ",
    "ville de ",
    "comune di ",
    "ayuntamiento de ",
    "prefeitura de ",
    "gemeinde ",
    "município de ",
];

/// What papers that are numbered are called, in lower case.
static PERIODICALS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "gazette journal bulletin register newspaper magazine review monitor newsletter zeitung zeitschrift
         amtsblatt bundesgesetzblatt gazzetta giornale rivista boletín diario gaceta revista diário jornal
         вестник газета журнал бюллетень ведомости вісник",
    )
});

/// Whether one of the words of a name is what papers are called: `Water Review`.
pub(super) fn calls_itself(name: &str) -> bool {
    name.split_whitespace().any(|word| PERIODICALS.has_any_case(word))
}

/// Words that lead to the number of an issue, in lower case.
const NUMBERS: [&str; 12] = ["no", "nos", "nr", "n", "n°", "№", "num", "núm", "vol", "issue", "br", "number"];

/// Whether a piece names a record of a public body: `Council Minutes`, `Ordinance 12`.
pub(super) fn is_record(piece: &str) -> bool {
    let words: Vec<&str> = piece.split_whitespace().take(6).collect();
    let named = words.iter().rev().find(|word| word.chars().all(char::is_alphabetic));
    words.len() < 6 && named.is_some_and(|word| RECORDS.has_any_case(word))
}

/// Whether a piece names a place as a public body: `City of Alba`.
pub(super) fn is_place(piece: &str) -> bool {
    const MOST_WORDS: usize = 5;
    let lower = piece.to_lowercase();
    PLACES.iter().any(|start| lower.starts_with(start)) && piece.split_whitespace().count() <= MOST_WORDS
}

/// The name of the paper in what names one, or an issue of it, and nothing else: `Water Gazette`.
pub(super) fn name(piece: &str) -> Option<&str> {
    const LONGEST: usize = 3;
    let papers = |word: &str| PERIODICALS.has_any_case(word);
    let short = piece.split_whitespace().take(LONGEST + 1).count() <= LONGEST;
    issue(piece).or_else(|| (short && piece.split_whitespace().any(papers)).then_some(piece))
}

/// The name of the paper in what names an issue of it and nothing else: `Official Gazette no. 44 of
/// 2011`.
fn issue(piece: &str) -> Option<&str> {
    const LONGEST: usize = 80;
    if piece.len() > LONGEST {
        return None;
    }
    let (at, _) = piece.match_indices(' ').find(|(at, _)| {
        let mut words = piece[at + 1..].split([' ', '.']).filter(|word| !word.is_empty());
        let leads = words.next().is_some_and(|word| NUMBERS.contains(&word.to_lowercase().as_str()));
        leads && words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
    })?;
    let name = &piece[..at];
    let papers = |word: &str| PERIODICALS.has_any_case(word);
    name.split(' ').any(papers).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issues() {
        assert_eq!(issue("Official Gazette no. 44 of 2011"), Some("Official Gazette"));
        assert_eq!(issue("Водный вестник № 4"), Some("Водный вестник"));
        assert_eq!(issue("Law no. 12 of 2003"), None);
        assert_eq!(issue("Official Gazette"), None);
        assert_eq!(name("Official Gazette"), Some("Official Gazette"));
        assert_eq!(name("A journal of the plague year"), None);
    }

    #[test]
    fn records() {
        for piece in ["Council Minutes", "Ordinance 12", "Постановление № 3"] {
            assert!(is_record(piece), "{piece}");
        }
        assert!(!is_record("Every minute counts"));
        assert!(is_place("City of Alba"));
        assert!(!is_place("City"));
    }
}
