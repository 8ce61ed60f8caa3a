//! What holds a note together: quotations, brackets, and where one source ends and the next
//! begins.

use std::ops::Range;
use std::sync::LazyLock;

use super::chars::words;
use super::dates;
use super::lexicon::Lexicon;
use super::quotes::{self, Quote};

/// Words that introduce the next source behind a full stop, in lower case.
static SIGNALS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "see cf compare also siehe vgl voir см див қараңыз véase veja vedi cfr originally quoted cited
         available",
    )
});

/// Splits looked back over for a stretch that says something.
const MOST_EMPTY: usize = 3;

/// Words on the way from a work to its address.
static WAY: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "available at from online on url see in www режим доступа доступно disponible sur disponível em verfügbar unter",
    )
});

/// The structure of a flat note.
#[derive(Debug, Default)]
pub(super) struct Structure {
    /// Quotations, outermost only, in order.
    pub(super) quotes: Vec<Quote>,
    /// Where a quotation opens that nothing closes.
    pub(super) open_quotes: Vec<usize>,
    /// Balanced brackets, outermost only, in order.
    pub(super) brackets: Vec<Range<usize>>,
    /// Bytes where another source may begin, in order.
    splits: Vec<usize>,
}

impl Structure {
    /// Takes a flat note apart. Linear.
    pub(super) fn of(text: &str) -> Self {
        let (quotes, open_quotes) = quotes::quotes(text);
        let brackets = brackets(text);
        let mut structure = Self { quotes, open_quotes, brackets, splits: Vec::new() };
        let free = |split: &Split| split.quoting || !structure.is_inside(split.sign);
        structure.splits = splits(text).filter(free).map(|split| split.start).collect();
        structure
    }

    /// Whether the byte stands in a quotation or in brackets.
    pub(super) fn is_inside(&self, at: usize) -> bool {
        self.is_quoted(at) || holds(&self.brackets, at, Clone::clone).is_some()
    }

    /// Whether the byte stands in a quotation.
    pub(super) fn is_quoted(&self, at: usize) -> bool {
        holds(&self.quotes, at, |quote| quote.outer.clone()).is_some()
    }

    /// The brackets that hold the byte.
    pub(super) fn bracket(&self, at: usize) -> Option<Range<usize>> {
        holds(&self.brackets, at, Clone::clone)
    }

    /// The part of `range` that speaks of what stands at `anchor`.
    pub(super) fn narrowed(&self, text: &str, range: Range<usize>, anchor: &Range<usize>) -> Range<usize> {
        let after = self.splits.partition_point(|split| *split <= anchor.start);
        let before =
            self.splits[..after].iter().rev().take_while(|split| **split > range.start).take(MOST_EMPTY);
        let start =
            before.copied().find(|split| says_something(text, *split..anchor.start)).unwrap_or(range.start);
        let end = self.splits[after..].iter().find(|split| **split >= anchor.end);
        start..end.map_or(range.end, |end| (*end).min(range.end))
    }

    /// Whether a quotation opens in a range.
    pub(super) fn quotes_within(&self, range: &Range<usize>) -> bool {
        let at = self.quotes.partition_point(|quote| quote.outer.start < range.start);
        self.quotes.get(at).is_some_and(|quote| quote.outer.start < range.end)
    }

    /// The first byte in a range where another source may begin.
    pub(super) fn first_split(&self, range: &Range<usize>) -> Option<usize> {
        let at = self.splits.partition_point(|split| *split <= range.start);
        self.splits.get(at).copied().filter(|split| *split <= range.end)
    }

    /// Whether a source may end between two bytes.
    pub(super) fn splits_within(&self, range: &Range<usize>) -> bool {
        self.first_split(range).is_some()
    }
}

/// Whether a stretch before an address is more than the way to it: `; available at`.
fn says_something(text: &str, range: Range<usize>) -> bool {
    let words = words(&text[range]).map(|(_, word)| word).take(4);
    words.filter(|word| word.chars().count() > 1 && !WAY.has_any_case(word)).count() > 0
}

fn holds<T>(list: &[T], at: usize, range: impl Fn(&T) -> Range<usize>) -> Option<Range<usize>> {
    let after = list.partition_point(|item| range(item).start <= at);
    after.checked_sub(1).map(|before| range(&list[before])).filter(|range| at < range.end)
}

/// A sign behind which another source may begin.
struct Split {
    sign: usize,
    start: usize,
    /// `(quoting Doe, …)`: another source although in brackets.
    quoting: bool,
}

fn splits(text: &str) -> impl Iterator<Item = Split> + '_ {
    text.match_indices([';', '.', '(']).filter_map(|(sign, mark)| {
        let rest = text[sign + 1..].trim_start();
        let start = text.len() - rest.len();
        let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let splits = match mark {
            ";" => {
                let copied = word.starts_with(char::is_lowercase) && says_copy(word);
                let goes_on = rest.starts_with('[') || is_year(rest) || is_volume(&text[..sign], rest);
                !(goes_on || copied || dates::opens_with_access(rest))
            }
            "(" => ["quoting", "citing"].contains(&word),
            _ => {
                start > sign + 1
                    && word.starts_with(char::is_uppercase)
                    && (SIGNALS.has_any_case(word) || rest.starts_with("E.g."))
            }
        };
        splits.then_some(Split { sign, start, quoting: mark == "(" })
    })
}

/// How words begin that say that what follows is a copy of the source before, in lower case.
const COPIES: [&str; 11] = [
    "archiv",
    "arquiv",
    "архив",
    "архів",
    "мұрағат",
    "arşiv",
    "gearchiv",
    "zarchiv",
    "arkiv",
    "存档",
    "アーカイブ",
];

/// Whether a word is the one for a copy: `archived`, `Архивировано`.
pub(super) fn says_copy(word: &str) -> bool {
    let lower = word.to_lowercase();
    lower.trim_end_matches(['.', ':']) == "arch" || COPIES.iter().any(|start| lower.starts_with(start))
}

/// Whether a text begins with a year and no source of its own, as the middle of a reference does:
/// `Almaty: Steppe Press; 2012 [cited 2013 Jul 2]`, `Lancet. 2012; 2012;380(9859):2095–128`,
/// `Almaty: Steppe Press; 2012.`
fn is_year(rest: &str) -> bool {
    let digits = rest.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let behind = rest[digits..].trim_start();
    let word = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let next = behind.chars().next();
    digits == 4
        && (matches!(next, None | Some('[' | '(' | ';' | ':' | '.' | ','))
            || dates::is_month(&word.to_lowercase()))
}

/// Whether a volume follows a year: `Lancet. 2012;380(9859):2095–128`.
fn is_volume(before: &str, rest: &str) -> bool {
    let digits = before.bytes().rev().take(5).take_while(u8::is_ascii_digit).count();
    digits == 4 && rest.starts_with(|c: char| c.is_ascii_digit())
}

/// Balanced pairs of brackets; one that is left open or was never opened counts for nothing.
fn brackets(text: &str) -> Vec<Range<usize>> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut pairs: Vec<Range<usize>> = Vec::new();
    for (at, sign) in text.match_indices(['(', ')', '[', ']']) {
        let closes = match sign {
            "(" | "[" => {
                open.push((at, if sign == "(" { ')' } else { ']' }));
                continue;
            }
            ")" => ')',
            _ => ']',
        };
        let depth = open.iter().rev().take(4).position(|(_, needed)| *needed == closes);
        let Some((start, _)) = depth.and_then(|depth| {
            open.truncate(open.len() - depth);
            open.pop()
        }) else {
            continue;
        };
        while pairs.last().is_some_and(|inner| inner.start > start) {
            pairs.pop();
        }
        pairs.push(start..at + 1);
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outermost_brackets_only() {
        let text = "a (b [c] d) e [f) g]";
        let found: Vec<&str> =
            Structure::of(text).brackets.iter().map(|range| &text[range.clone()]).collect();
        assert_eq!(found, ["(b [c] d)", "[f) g]"]);
    }

    #[test]
    fn a_source_ends_at_a_semicolon_outside_of_brackets_and_quotations() {
        let text = "A, “one; two,” (x; y); Bek, @";
        let at = text.find('@').expect("there");
        assert_eq!(&text[Structure::of(text).narrowed(text, 0..text.len(), &(at..at + 1))], "Bek, @");
    }

    #[test]
    fn a_year_or_a_volume_is_no_source() {
        for text in
            ["Doe J. Title. Lancet. 2012;380(9859):2095–128. @", "Board. Title. Almaty: Board; 2012. @"]
        {
            let at = text.find('@').expect("there");
            assert_eq!(&text[Structure::of(text).narrowed(text, 0..text.len(), &(at..at + 1))], text);
        }
    }

    #[test]
    fn a_day_of_access_behind_a_semicolon_is_no_source() {
        let text = "A, “one,” @; accessed 3 May 2012";
        let at = text.find('@').expect("there");
        assert_eq!(&text[Structure::of(text).narrowed(text, 0..text.len(), &(at..at + 1))], text);
    }

    #[test]
    fn what_says_nothing_is_no_source() {
        let text = "A, “one,” Vienna; @";
        let at = text.find('@').expect("there");
        assert_eq!(&text[Structure::of(text).narrowed(text, 0..text.len(), &(at..at + 1))], text);
    }

    #[test]
    fn what_is_quoted_is_another_source() {
        let text = "Id. (“Freedom.” (quoting Jane Doe, Title (2000), @))";
        let at = text.find('@').expect("there");
        let narrowed = Structure::of(text).narrowed(text, 0..text.len(), &(at..at + 1));
        assert_eq!(&text[narrowed], "quoting Jane Doe, Title (2000), @))");
    }

    #[test]
    fn a_signal_begins_the_next_source() {
        let text = "Interview, 2016, London. See also B, @. More";
        let at = text.find('@').expect("there");
        assert_eq!(
            &text[Structure::of(text).narrowed(text, 0..text.len(), &(at..at + 1))],
            "See also B, @. More"
        );
    }
}
