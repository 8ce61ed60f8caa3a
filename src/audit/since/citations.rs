//! Which citation of a document is which of the same document then.

use std::collections::{BTreeMap, VecDeque};

use super::address::address;

/// What a citation is known by, secrets masked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Traits<'a> {
    pub(super) note: Option<&'a str>,
    pub(super) url: &'a str,
    pub(super) as_printed: Option<&'a str>,
    pub(super) title: Option<&'a str>,
    pub(super) context: Option<&'a str>,
}

/// A pair: the citation's index then, and whether the author has given it another address since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) earlier: usize,
    pub(super) readdressed: bool,
}

/// Letters and digits from which a title or a sentence is one of a kind.
const TELLING: usize = 12;

/// A key of a round; none for a citation that the round says nothing about.
type Key = fn(&Traits<'_>) -> Option<String>;

/// The rounds, the surest first. In those behind [`READDRESSED`] the addresses differ.
const ROUNDS: [Key; 8] = [
    |it| Some(keyed(&[&address(it.url), &folded(it.title?), it.note?])),
    |it| Some(keyed(&[&address(it.url), &folded(it.title?)])),
    |it| Some(keyed(&[&address(it.url), it.note?])),
    |it| Some(address(it.url)),
    // Another reading of the same characters: the program's doing, not the author's.
    |it| Some(it.as_printed?.split_whitespace().collect()),
    |it| Some(keyed(&[&telling(it.title)?, it.note?])),
    |it| telling(it.title),
    |it| Some(keyed(&[&telling(it.context)?, it.note.unwrap_or_default()])),
];

/// The first round that pairs citations of different addresses.
const READDRESSED: usize = 5;

/// For each citation of `now`, the one of `then` that it was. Linear in their number.
pub(super) fn pair(now: &[Traits<'_>], then: &[Traits<'_>]) -> Vec<Option<Pair>> {
    let mut pairs = vec![None; now.len()];
    let mut left = vec![true; then.len()];
    for (round, key) in ROUNDS.iter().enumerate() {
        let mut waiting: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        for (index, citation) in then.iter().enumerate().filter(|(index, _)| left[*index]) {
            if let Some(key) = key(citation) {
                waiting.entry(key).or_default().push_back(index);
            }
        }
        for (citation, pair) in now.iter().zip(&mut pairs).filter(|(_, pair)| pair.is_none()) {
            let first = key(citation).and_then(|key| waiting.get_mut(&key)?.pop_front());
            if let Some(earlier) = first {
                left[earlier] = false;
                *pair = Some(Pair { earlier, readdressed: round >= READDRESSED });
            }
        }
    }
    pairs
}

/// The parts as one key that no other parts make.
fn keyed(parts: &[&str]) -> String {
    parts.join("\u{0}")
}

/// A text without what editors change in passing: case, punctuation, blanks.
fn folded(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn telling(text: Option<&str>) -> Option<String> {
    text.map(folded).filter(|text| text.chars().nth(TELLING - 1).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cite<'a>(note: &'a str, url: &'a str, title: &'a str) -> Traits<'a> {
        let title = Some(title).filter(|title| !title.is_empty());
        Traits { note: Some(note), url, as_printed: Some(url), title, context: None }
    }

    fn earlier(now: &[Traits<'_>], then: &[Traits<'_>]) -> Vec<Option<(usize, bool)>> {
        pair(now, then).into_iter().map(|pair| pair.map(|pair| (pair.earlier, pair.readdressed))).collect()
    }

    #[test]
    fn notes_are_renumbered_and_the_citations_stay() {
        let then = [
            cite("1", "http://a.example/", "On Dams"),
            cite("2", "http://b.example/", "On Rivers"),
            cite("3", "http://a.example/", "On Dams"),
        ];
        let now = [
            cite("1", "http://new.example/", "A Preface"),
            cite("2", "https://www.a.example", "On dams."),
            cite("3", "http://b.example/", ""),
            cite("4", "http://a.example/", "On Dams"),
        ];
        let same = |index| Some((index, false));
        assert_eq!(earlier(&now, &then), [None, same(0), same(1), same(2)]);
    }

    #[test]
    fn the_author_repairs_an_address_and_the_program_reads_it_otherwise() {
        let broken = "http://a.example/long-\nname";
        let then = [
            cite("1", "http://gone.example/1", "The Harbour Board and Its Crane"),
            Traits { as_printed: Some(broken), ..cite("2", "http://a.example/long-name", "") },
            Traits { context: Some("The crane was sold in June."), ..cite("3", "http://c.example/", "") },
            cite("4", "http://d.example/", "Short"),
        ];
        let now = [
            cite("1", "http://found.example/1", "The Harbour Board and its Crane"),
            Traits { as_printed: Some(broken), ..cite("2", "http://a.example/longname", "") },
            Traits { context: Some("The crane was sold in June."), ..cite("3", "http://e.example/", "") },
            cite("5", "http://f.example/", "Short"),
        ];
        assert_eq!(earlier(&now, &then), [Some((0, true)), Some((1, false)), Some((2, true)), None]);
    }

    #[test]
    fn a_source_cited_three_times_is_three_citations() {
        let then = [cite("1", "http://a.example/", ""), cite("5", "http://a.example/", "")];
        let now = [
            cite("1", "http://a.example/", ""),
            cite("3", "http://a.example/", ""),
            cite("5", "http://a.example/", ""),
        ];
        assert_eq!(earlier(&now, &then), [Some((0, false)), None, Some((1, false))]);
    }
}
