//! Lists of works without numbers: where one entry ends and the next begins.
//!
//! A list tells its entries by gaps, by hanging indents, by names in the order of the alphabet,
//! or by nothing but its punctuation. Each line is weighed by all of these.

use std::ops::Range;

use super::headings::unnumbered;
use super::lines::Line;
use super::shape;

/// The entries of a list of works as line ranges; none if the lines are no such list.
pub(super) fn entries(lines: &[Line], section: Range<usize>) -> Option<Vec<Range<usize>>> {
    let habits = Habits::of(&lines[section.clone()]);
    let mut starts: Vec<usize> = Vec::new();
    let mut cuts: Vec<usize> = Vec::new();
    let mut last: Option<usize> = None;
    for at in section.clone().filter(|at| lines[*at].printed()) {
        if subheading(lines, at, last) {
            cuts.push(at);
        } else if cuts.last().is_some_and(|cut| Some(*cut) == last)
            || habits.starts(lines, at, last, starts.last().copied())
        {
            starts.push(at);
        }
        last = Some(at);
    }
    let ends = |start: usize| {
        let next =
            starts.get(starts.partition_point(|there| *there <= start)).copied().unwrap_or(section.end);
        cuts.get(cuts.partition_point(|there| *there <= start)).copied().unwrap_or(section.end).min(next)
    };
    let entries: Vec<Range<usize>> = starts.iter().map(|start| *start..ends(*start)).collect();
    listed(lines, entries)
}

/// The tag in brackets that an entry begins with, and the byte behind it: `[RFC7230]  Fielding, R.`
pub(super) fn tag(text: &str) -> Option<(&str, usize)> {
    const LONGEST: usize = 24;
    let start = text.len() - text.trim_start().len();
    let inner = text[start..].strip_prefix('[')?;
    let tag = &inner[..inner.find(']')?];
    let behind = &inner[tag.len() + 1..];
    let word = (1..=LONGEST).contains(&tag.len()) && !tag.contains(char::is_whitespace);
    let lettered = tag.chars().any(char::is_alphanumeric);
    let spaced = behind.is_empty() || behind.starts_with([' ', '\t']);
    (word && lettered && spaced).then(|| (tag, text.len() - behind.trim_start().len()))
}

/// The entries up to where they stop looking like works; none where fewer than half do.
fn listed(lines: &[Line], mut entries: Vec<Range<usize>>) -> Option<Vec<Range<usize>>> {
    const STRAY: usize = 3;
    let cited: Vec<bool> = entries.iter().map(|entry| cites(&lines[entry.clone()])).collect();
    let end = cited.windows(STRAY).position(|run| run.iter().all(|cited| !cited)).unwrap_or(entries.len());
    entries.truncate(end);
    let works = cited[..end].iter().filter(|cited| **cited).count();
    (works > 0 && works * 2 >= end).then_some(entries)
}

/// Whether lines name a year or an address, as the entry of a work does.
fn cites(lines: &[Line]) -> bool {
    const LONGEST: usize = 30;
    lines.len() <= LONGEST * 2
        && lines.iter().filter(|line| line.printed()).take(LONGEST).any(|line| {
            year(line.text).is_some()
                || line
                    .text
                    .split_whitespace()
                    .any(|word| shape::starts_with_address(word) || word.starts_with("doi"))
        })
}

/// Where in a text a year stands.
fn year(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    (0..bytes.len().saturating_sub(3)).find(|at| {
        let run = &bytes[*at..at + 4];
        (run.starts_with(b"19") || run.starts_with(b"20") || run.starts_with(b"18"))
            && run.iter().all(u8::is_ascii_digit)
            && !bytes.get(at + 4).is_some_and(u8::is_ascii_digit)
            && !at.checked_sub(1).is_some_and(|before| bytes[before].is_ascii_digit())
    })
}

/// How a list is set.
struct Habits {
    /// The indent of the first lines of entries, where the others are set further in.
    hanging: Option<usize>,
    /// Whether nearly every line is an entry.
    one_a_line: bool,
    /// The length of a full line.
    width: usize,
    /// Whether gaps stand between entries.
    gaps: bool,
}

impl Habits {
    fn of(lines: &[Line]) -> Self {
        let printed: Vec<&Line> = lines.iter().filter(|line| line.printed()).collect();
        let count = printed.len();
        let least = printed.iter().map(|line| line.indent()).min().unwrap_or(0);
        let flush = printed.iter().filter(|line| line.indent() <= least + 1).count();
        let named =
            printed.iter().filter(|line| line.indent() <= least + 1 && look(line.trimmed()) > 0).count();
        let ended = printed.iter().filter(|line| ends(line.text)).count();
        let behind = printed.windows(2).filter(|pair| pair[1].indent() <= least + 1);
        let closed = behind.filter(|pair| ends(pair[0].text)).count();
        let hung = flush * 5 >= count && flush * 5 <= count * 4;
        let hanging = hung && (named * 2 >= flush || (closed + 1) * 10 >= flush * 9);
        let gaps = lines
            .windows(2)
            .filter(|pair| pair[0].blank && pair[1].printed() && pair[0].part == pair[1].part)
            .count();
        Self {
            hanging: hanging.then_some(least),
            one_a_line: ended * 10 >= count * 8,
            width: printed.iter().map(|line| line.trimmed().len()).max().unwrap_or(0),
            gaps: gaps >= 3 && gaps * 8 >= count,
        }
    }

    /// Whether an entry starts with this line.
    fn starts(&self, lines: &[Line], at: usize, last: Option<usize>, entry: Option<usize>) -> bool {
        let Some(last) = last else { return true };
        let line = &lines[at];
        let gap = last + 1 < at
            && lines[last].part == line.part
            && !lines[last + 1..at].iter().any(|line| line.furniture);
        let mut score = look(line.trimmed());
        score += match (self.gaps, gap) {
            (true, true) => 3,
            (true, false) => -2,
            (false, true) => 1,
            (false, false) => 0,
        };
        score += match self.hanging {
            Some(least) if line.indent() <= least + 1 => 3,
            Some(_) => -4,
            None => 0,
        };
        let before = &lines[last];
        score += if ends(before.text) || before.trimmed().len() * 4 < self.width * 3 { 1 } else { -3 };
        score += if self.one_a_line { 2 } else { 0 };
        score += entry.map_or(0, |entry| order(lines[entry].trimmed(), line.trimmed()));
        score >= 3
    }
}

/// What stands before an address, an identifier or a day of access, never before a work.
const LEADS: [&str; 20] = [
    "URL",
    "URI",
    "DOI",
    "ISSN",
    "ISBN",
    "Available",
    "Retrieved",
    "Accessed",
    "Disponible",
    "Disponível",
    "Acesso",
    "Disponibile",
    "Dostupné",
    "Dostępne",
    "Verfügbar",
    "Abgerufen",
    "Consulté",
    "Consultado",
    "Режим",
    "Доступно",
];

/// Whether a line begins with what leads to an address: `URL http://…`, `Available at: …`.
fn leads_to_address(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default().trim_end_matches(':');
    LEADS.contains(&first)
}

/// How much a line looks like the start of an entry.
fn look(text: &str) -> i32 {
    if shape::starts_with_address(text) || leads_to_address(text) {
        return -3;
    }
    let Some(first) = text.chars().next() else { return -4 };
    if first.is_lowercase() {
        return -4;
    }
    if text.starts_with("——") || text.starts_with("––") || text.starts_with("__") || text.starts_with("--")
    {
        return 3;
    }
    if "“\"«„‘[".contains(first) {
        return 2;
    }
    if !first.is_alphabetic() {
        return -2;
    }
    if named(text) || dated(text) { 3 } else { 0 }
}

/// `Surname, Given`, `Surname, I.`, `de la Surname, Given`.
fn named(text: &str) -> bool {
    const LONGEST: usize = 40;
    let Some(comma) = text.find(',').filter(|at| *at <= LONGEST) else { return false };
    let name = &text[..comma];
    let behind = text[comma + 1..].trim_start();
    name.split_whitespace().count() <= 4
        && !name.contains(['.', '“', '"', ':'])
        && behind.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
}

/// `Name (2015)`, `Office. 2015.`
fn dated(text: &str) -> bool {
    const NEAR: usize = 90;
    year(text).is_some_and(|at| {
        let before = text[..at].trim_end();
        at <= NEAR
            && (before.ends_with('(')
                || before.ends_with(['.', ',']) && before.split_whitespace().count() <= 8)
    })
}

/// Whether an entry may end with this line.
fn ends(text: &str) -> bool {
    shape::ends_sentence(text) || shape::starts_with_address(shape::last_word(text))
}

/// What the alphabet says of an entry behind another.
fn order(before: &str, text: &str) -> i32 {
    let key = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphabetic()).take(3).flat_map(char::to_lowercase).collect()
    };
    let (before, key) = (key(before), key(text));
    if key >= before {
        1
    } else if key.chars().next() < before.chars().next() {
        -1
    } else {
        0
    }
}

/// Whether a line heads a part of the list: "Books", "Web sites".
fn subheading(lines: &[Line], at: usize, last: Option<usize>) -> bool {
    const LONGEST: usize = 60;
    let text = unnumbered(lines[at].trimmed());
    let gap = |there: Option<usize>| there.is_none_or(|there| lines.get(there).is_none_or(|line| line.blank));
    text.len() <= LONGEST
        && last.is_none_or(|last| ends(lines[last].text))
        && (gap(at.checked_sub(1)) || gap(Some(at + 1)))
        && text.starts_with(char::is_uppercase)
        && !text.ends_with(['.', ',', ';', '-', '/'])
        && !text.contains(|c: char| c.is_ascii_digit() || c == ',')
        && !shape::starts_with_address(text)
        && text.split_whitespace().count() <= 5
}
