//! Which digits of a line may be note markers, and how much each looks like one.
//!
//! No digit is a marker by itself: `2010.28` is a year with marker 28 or a number. A candidate
//! only carries a weight; the sequence of the notes decides.

use std::ops::Range;

use super::super::roman;
use super::eastern;
use super::lines::Line;
use super::shape;

/// Digits that may be a marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Candidate {
    /// The number they would stand for.
    pub value: u32,
    /// The line's index.
    pub line: u32,
    /// Its first byte in the line.
    pub start: u32,
    /// The byte behind its last.
    pub end: u32,
    /// How much it looks like a marker, from 1 (hardly) to 50 (certainly).
    pub weight: i32,
    /// Whether it stands in square brackets; `start` and `end` then cover the brackets.
    pub bracketed: bool,
}

/// From here on a candidate needs no other witness than the sequence.
pub(super) const STRONG: i32 = 20;

/// What a raised number weighs.
const RAISED: i32 = 50;

/// Calls `found` for every candidate of a line, left to right.
pub(super) fn scan(line: u32, text: &str, found: &mut impl FnMut(Candidate)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'0'..=b'9' => {
                let end = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                run(line, text, at, end, found);
                at = end;
            }
            b'[' => at = bracket(line, text, at, found),
            b'^' => at = caret(line, text, at, found),
            0xC2 | 0xE2 => at = raised(line, text, at, found),
            0xE3 | 0xEF => at = wide_bracket(line, text, at, found),
            _ => at += 1,
        }
    }
}

/// `word.^12`; behind a number or a lone letter it is a power: `10^3`, `x^2`.
fn caret(line: u32, text: &str, at: usize, found: &mut impl FnMut(Candidate)) -> usize {
    const POWER: i32 = 3;
    let digits = text.as_bytes()[at + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let end = at + 1 + digits;
    let Ok(value) = text[at + 1..end].parse::<u32>() else { return end };
    let letters = shape::tail(text, at).chars().rev().take_while(|c| c.is_alphabetic()).count();
    let power = letters == 1 || text[..at].ends_with(|c: char| c.is_ascii_digit());
    let ends = !text[end..].starts_with(char::is_alphanumeric);
    if ends && (1..10_000).contains(&value) && !text[at + 1..].starts_with('0') {
        found(candidate(line, value, at, end, if power { POWER } else { RAISED }, false));
    }
    end
}

/// Words before a number in round brackets that is no marker: `subsection (2)`.
const DIVISIONS: &[&str] = &[
    "paragraph",
    "paragraphs",
    "subparagraph",
    "section",
    "subsection",
    "article",
    "clause",
    "item",
    "point",
    "rule",
    "regulation",
    "schedule",
    "equation",
    "eq",
    "absatz",
    "satz",
    "nummer",
    "alinéa",
    "apartado",
    "пункт",
    "пункте",
    "часть",
    "части",
    "and",
    "or",
    "und",
    "oder",
    "et",
    "y",
    "и",
];

/// Calls `found` for every number alone in round brackets. These are markers only for notes that
/// are labelled alike: laws and lists are full of them.
pub(super) fn scan_closed(line: u32, text: &str, found: &mut impl FnMut(Candidate)) {
    let indent = text.len() - text.trim_start().len();
    for (at, _) in text.match_indices('(').filter(|(at, _)| *at > indent) {
        let digits = text.as_bytes()[at + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let end = at + 1 + digits;
        let Ok(value) = text[at + 1..end].parse::<u32>() else { continue };
        if digits > 3 || value == 0 || !text[end..].starts_with(')') {
            continue;
        }
        let weight = closed(shape::tail(text, at), &text[end + 1..]);
        found(candidate(line, value, at, end + 1, weight, false));
    }
}

/// How much a number in round brackets looks like a marker by what stands around it.
fn closed(before: &str, after: &str) -> i32 {
    let glued = !before.ends_with(char::is_whitespace);
    let words = before.trim_end();
    let word = shape::last_word(words).trim_end_matches('.').to_lowercase();
    let ends = after.is_empty() || after.starts_with(['.', ',', ';', ':', '!', '?', '”', '"', ')']);
    let stopped = words.ends_with(['.', '!', '?', '”', '"', '»']);
    match () {
        () if DIVISIONS.contains(&word.as_str()) => 2,
        () if glued && words.ends_with(|c: char| c.is_ascii_digit() || c == '(') => 2,
        () if glued || ends => 25,
        () if stopped => 20,
        () if words.ends_with([',', ';', ':']) => 4,
        () => 8,
    }
}

/// Calls `found` for every Roman numeral in small letters right behind the end of a sentence or of its
/// part, or behind a blank after it: `asked.ii`, `grounds. vii`. These are markers only for notes that
/// are labelled alike.
pub(super) fn scan_roman(line: u32, text: &str, found: &mut impl FnMut(Candidate)) {
    const GLUED: i32 = 30;
    const APART: i32 = 15;
    let numeral = |c: char| matches!(c, 'i' | 'v' | 'x' | 'l' | 'c');
    for (at, _) in text.match_indices(numeral) {
        let glued = text[..at].trim_end_matches(' ');
        let apart = at - glued.len();
        if apart > 1 || !glued.ends_with(['.', ',', ';', ':', '!', '?', '”', '"', '’', '»', ')', ']']) {
            continue;
        }
        let end = at + text[at..].find(|c| !numeral(c)).unwrap_or(text.len() - at);
        let ends = text[end..].chars().next().is_none_or(char::is_whitespace);
        if ends && let Some(value) = roman::value(&text[at..end]) {
            found(candidate(line, value, at, end, if apart == 0 { GLUED } else { APART }, false));
        }
    }
}

fn raised(line: u32, text: &str, at: usize, found: &mut impl FnMut(Candidate)) -> usize {
    let (mut value, mut end) = (0_u32, at);
    for c in text[at..].chars() {
        let Some(digit) = shape::superscript(c) else { break };
        value = value.saturating_mul(10).saturating_add(digit);
        end += c.len_utf8();
    }
    if value > 0 && value < 10_000 {
        found(candidate(line, value, at, end, RAISED, false));
    }
    end.max(at + text[at..].chars().next().map_or(1, char::len_utf8))
}

/// Calls `found` for every number that is set raised; one that opens its line is a label.
pub(super) fn scan_raised(at: u32, line: &Line, found: &mut impl FnMut(Candidate)) {
    let indent = line.text.len() - line.trimmed().len();
    for range in line.raised().iter().filter(|range| range.start > indent) {
        if let Some(value) = roman::value(&line.text[range.clone()]) {
            found(candidate(at, value, range.start, range.end, RAISED, false));
            continue;
        }
        let bytes = &line.text.as_bytes()[..range.end];
        let mut start = range.start;
        while start < range.end {
            let digits = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            let value = line.text[start..start + digits].parse().unwrap_or(0);
            if (1..10_000).contains(&value) {
                let end = start + digits;
                found(candidate(at, value, start, end, RAISED, false));
                if line.text[..start].ends_with('[') && line.text[end..].starts_with(']') {
                    found(candidate(at, value, start - 1, end + 1, RAISED, true));
                }
            }
            start += digits.max(1);
            while !line.text.is_char_boundary(start) {
                start += 1;
            }
        }
    }
}

/// Words before a number that leads to a note without being its marker, unless there is no other.
const NOTES: &[&str] = &[
    "note",
    "notes",
    "n",
    "nn",
    "fn",
    "footnote",
    "endnote",
    "anm",
    "anmerkung",
    "fußnote",
    "nota",
    "notas",
    "прим",
    "примечание",
    "сноска",
    "сноску",
    "сноске",
];

/// Words before a number that leads to a heading, a table or a formula.
const PARTS: &[&str] = &[
    "chapter",
    "chapters",
    "part",
    "table",
    "tables",
    "figure",
    "figures",
    "appendix",
    "theorem",
    "lemma",
    "definition",
    "proposition",
    "corollary",
    "example",
    "step",
    "line",
    "page",
    "pages",
    "kapitel",
    "abschnitt",
    "teil",
    "tabelle",
    "abbildung",
    "anhang",
    "seite",
    "chapitre",
    "partie",
    "tableau",
    "capítulo",
    "sección",
    "tabla",
    "cuadro",
    "figura",
    "seção",
    "tabela",
    "capitolo",
    "sezione",
    "tabella",
    "глава",
    "главе",
    "раздел",
    "разделе",
    "таблица",
    "таблице",
    "рисунок",
    "рисунке",
    "§",
    "§§",
];

/// Calls `found` for every number that a link leads from to a line that starts with it. `referring`
/// says that references such as `see note 12` may be the only markers.
pub(super) fn scan_linked(at: u32, line: &Line, referring: bool, found: &mut impl FnMut(Candidate)) {
    for range in line.marks() {
        let before = shape::tail(line.text, range.start).trim_end();
        let spaced = line.text[..range.start].ends_with(char::is_whitespace);
        let word =
            shape::last_word(before).trim_start_matches(['(', '[', '“']).trim_end_matches('.').to_lowercase();
        let of = |words: &[&str]| words.contains(&word.as_str());
        let refers = of(NOTES) && (spaced || before.ends_with('.'));
        let part = spaced && (of(PARTS) || of(DIVISIONS) || is_reference(&word));
        let enclosed = before.ends_with(['[', '(']);
        if !enclosed && (refers && referring || !refers && !part) {
            let value = line.text[range.clone()].parse().unwrap_or(0);
            if (1..10_000).contains(&value) {
                found(candidate(at, value, range.start, range.end, RAISED, false));
            }
        }
    }
}

/// Whether a part of a marker tells the place in the work: `p. 15`, `с. 15`.
fn is_locator(part: &str) -> bool {
    const LONGEST: usize = 20;
    let part = part.trim();
    part.len() <= LONGEST
        && part.starts_with(char::is_alphabetic)
        && part.ends_with(|c: char| c.is_ascii_digit() || c == '.')
}

/// `[12]`, `[3, 5]`, `[3-5]`, `[3, p. 15; 5]`.
fn bracket(line: u32, text: &str, at: usize, found: &mut impl FnMut(Candidate)) -> usize {
    const LONGEST: usize = 60;
    const WIDEST: u32 = 30;
    let inner = &text.as_bytes()[at + 1..text.len().min(at + LONGEST)];
    let Some(close) = inner.iter().position(|byte| *byte == b']') else { return at + 1 };
    let mut values = Vec::new();
    for group in text[at + 1..at + 1 + close].split(';') {
        for (nth, part) in group.split(',').enumerate() {
            if nth > 0 && is_locator(part) {
                break;
            }
            let mut ends = part.split(['-', '–', '‐']).map(|end| end.trim().parse::<u32>().ok());
            let (Some(Some(first)), last, None) = (ends.next(), ends.next(), ends.next()) else {
                return at + 1;
            };
            let last = last.unwrap_or(Some(first)).filter(|last| *last >= first && last - first <= WIDEST);
            let Some(last) = last else { return at + 1 };
            values.extend(first..=last);
        }
    }
    let end = at + close + 2;
    for value in values.into_iter().filter(|value| (1..10_000).contains(value)) {
        found(candidate(line, value, at, end, 40, true));
    }
    end
}

/// `［12］`, `〔12〕`, `【12】`.
fn wide_bracket(line: u32, text: &str, at: usize, found: &mut impl FnMut(Candidate)) -> usize {
    let next = at + text[at..].chars().next().map_or(1, char::len_utf8);
    let number = text[at..].starts_with(['［', '〔', '【']).then(|| eastern::number(&text[at..])).flatten();
    let Some(number) = number.filter(|number| !number.said) else { return next };
    let end = at + number.length;
    found(candidate(line, number.value, at, end, 40, true));
    end
}

/// Calls `found` for every number as eastern texts print them: `①`, `（12）`, `注12`. These are markers only
/// for notes that are labelled alike.
pub(super) fn scan_eastern(line: u32, text: &str, found: &mut impl FnMut(Candidate)) {
    let mut at = text.len() - text.trim_start().len();
    if let Some(label) = eastern::number(&text[at..]) {
        at += label.length;
    }
    while let Some(c) = text[at..].chars().next() {
        let number =
            eastern::number(&text[at..]).filter(|_| !c.is_ascii_digit() || !ends_in_digit(&text[..at]));
        let Some(number) = number else {
            at += c.len_utf8();
            continue;
        };
        let end = at + number.length;
        let weight = eastern::weight(shape::tail(text, at), number, &text[end..]);
        found(candidate(line, number.value, at, end, weight, false));
        at = end;
    }
}

fn ends_in_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

/// A run of digits: as a whole, and its endings where a number runs into a marker.
fn run(line: u32, text: &str, start: usize, end: usize, found: &mut impl FnMut(Candidate)) {
    let behind = behind(&text[end..]);
    if behind == 0 {
        return;
    }
    two(line, text, start..end, behind, found);
    let mut add = |start: usize, weight: i32| {
        let weight = weight * behind / 10;
        if weight > 0
            && text.as_bytes()[start] != b'0'
            && let Ok(value) = text[start..end].parse()
        {
            found(candidate(line, value, start, end, weight, false));
        }
    };
    for digits in (1..=4.min(end - start)).rev() {
        let at = end - digits;
        if at == start {
            add(at, before(shape::tail(text, start), &text[end..]));
        } else {
            add(at, number_before(&text[start..at]));
        }
    }
}

/// Two markers that stand together behind a word.
fn two(line: u32, text: &str, run: Range<usize>, behind: i32, found: &mut impl FnMut(Candidate)) {
    const GLUED: i32 = 15;
    let Some(cut) = doubled(&text[run.clone()]).map(|cut| run.start + cut) else { return };
    let weight = before(shape::tail(text, run.start), &text[run.end..]) * behind / 10;
    for part in [run.start..cut, cut..run.end] {
        if weight >= GLUED
            && let Ok(value) = text[part.clone()].parse()
        {
            found(candidate(line, value, part.start, part.end, weight, false));
        }
    }
}

/// Where two markers meet that stand together: `location56` is 5 and 6, `so.”910` 9 and 10.
fn doubled(digits: &str) -> Option<usize> {
    let cut = digits.len() / 2;
    let (first, second) = digits.split_at(cut);
    let next = first.parse::<u32>().ok().filter(|_| digits.len() <= 8 && !first.starts_with('0'))? + 1;
    (second == next.to_string()).then_some(cut)
}

/// The weight of a marker that runs on from a number.
fn number_before(number: &str) -> i32 {
    match number.len() {
        4 if is_year(number) => 15,
        1..=3 if !number.starts_with('0') => 3,
        _ => 2,
    }
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && ("1400".."2100").contains(&digits)
}

/// What stands behind the digits: tenths of the weight that are left; 0 where no marker can end.
fn behind(text: &str) -> i32 {
    const GLUED: i32 = 4;
    let mut chars = text.chars();
    let next_is_digit = |mut chars: std::str::Chars| chars.next().is_some_and(|c| c.is_ascii_digit());
    match chars.next() {
        // The blank behind a raised number is lost at times: `asked.12Nobody`.
        Some(c) if c.is_uppercase() && chars.next().is_some_and(char::is_lowercase) => GLUED,
        Some(c) if c.is_alphanumeric() => 0,
        Some('%' | '°' | '/' | '=' | '_' | '&' | '‰' | '-' | '‐' | '+' | '*' | '^' | '\'' | '@') => 0,
        Some('.') if next_is_digit(chars.clone()) => 3,
        Some(':') if next_is_digit(chars.clone()) => 0,
        Some(',') if next_is_digit(chars.clone()) => 5,
        Some('”' | '"' | '»' | '’') => 7,
        _ => 10,
    }
}

/// What stands before the digits.
fn before(text: &str, after: &str) -> i32 {
    let Some(last) = text.chars().next_back() else { return apart(text, after) };
    if last.is_whitespace() {
        return apart(text, after);
    }
    let token = &text[text.rfind(char::is_whitespace).map_or(0, |at| at)..];
    if shape::is_address(token.trim_start()) {
        return 0;
    }
    match last {
        '”' | '’' | '"' | '\'' | '»' | '“' | ')' | ']' | '!' | '?' | '…' | '。' | '！' | '？' | '」'
        | '』' | '》' | '）' | '；' => 30,
        '，' | '、' | '：' => 8,
        '.' | ',' | ';' | ':' => punctuated(token, last),
        '%' => 25,
        '—' => 10,
        c if c.is_alphabetic() => worded(token),
        _ => 0,
    }
}

/// Abbreviations before a number that is no marker: `p. 12`, `No. 12`.
const REFERENCES: &[&str] = &[
    "p", "pp", "no", "nos", "art", "arts", "para", "paras", "vol", "vols", "ch", "chap", "sec", "sect",
    "secs", "fig", "figs", "tab", "nr", "s", "c", "v", "vs", "cf", "n", "nn", "fn", "rn", "abs", "ziff",
    "bd", "kap", "vgl", "anm", "art", "cap", "núm", "vol", "t", "ed", "eds", "supp", "op", "cl", "cls",
    "reg", "regs", "pt", "pts", "ст", "стр", "с", "т", "п", "пп", "ч", "гл", "рис", "табл", "№", "см", "d",
    "app", "doc", "res", "hr", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec", "st", "mr", "ms", "dr",
];

fn is_reference(word: &str) -> bool {
    const LONGEST: usize = 6;
    let bare = word.trim_start_matches(['(', '[', '“', '"', '«']);
    bare.chars().count() < LONGEST && REFERENCES.contains(&bare.to_lowercase().as_str())
}

/// `word.12`, `2010.28`, `p.12`.
fn punctuated(token: &str, last: char) -> i32 {
    let word = token.trim().trim_end_matches(last);
    let Some(inner) = word.chars().next_back() else { return 0 };
    if !inner.is_ascii_digit() {
        return if is_reference(word) { 3 } else { 30 };
    }
    let behind_other = |at: usize| at + word[at..].chars().next().map_or(1, char::len_utf8);
    let number = &word[word.rfind(|c: char| !c.is_ascii_digit()).map_or(0, behind_other)..];
    match last {
        ':' => 1,
        _ if is_year(number) => 20,
        '.' | ',' => 4,
        _ => 15,
    }
}

/// `word12`.
fn worded(token: &str) -> i32 {
    let token = token.trim();
    if token.chars().any(|c| c.is_ascii_digit()) {
        return 4;
    }
    let letters = token.chars().rev().take_while(|c| c.is_alphabetic()).count();
    let capitals = token.chars().rev().take_while(|c| c.is_uppercase()).count();
    match (letters, capitals) {
        (1, _) => 5,
        (_, 2..) => 20,
        (2, _) => 15,
        _ => 30,
    }
}

/// ` 12 `: white space before the digits.
fn apart(text: &str, after: &str) -> i32 {
    let after = after.trim_start_matches(['.', ',', ';']);
    if !after.is_empty() && !after.starts_with(char::is_whitespace) {
        return 2;
    }
    let before = text.trim_end();
    match before.chars().next_back() {
        None => 4,
        Some('.') if is_reference(shape::last_word(before).trim_end_matches('.')) => 2,
        Some('.' | '!' | '?' | '”' | '»' | '’' | '"' | ')' | '…') => 20,
        Some(',' | ';' | ':') => 12,
        Some(c) if c.is_alphabetic() => {
            let capital = shape::last_word(before).starts_with(char::is_uppercase);
            if capital { 4 } else { 8 }
        }
        _ => 2,
    }
}

fn candidate(line: u32, value: u32, start: usize, end: usize, weight: i32, bracketed: bool) -> Candidate {
    // A line longer than 4 GiB would be a document larger than any this program reads.
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Candidate { value, line, start: offset(start), end: offset(end), weight, bracketed }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<u32> {
        let mut values = Vec::new();
        scan(0, text, &mut |candidate| {
            if candidate.weight >= 20 {
                values.push(candidate.value);
            }
        });
        values.sort_unstable();
        values
    }

    #[test]
    fn markers_that_stand_together() {
        assert_eq!(values("tracking his location56."), [5, 6, 56]);
        assert_eq!(values("do so.”910. He"), [9, 10, 910]);
        assert_eq!(values("do so.”1112"), [11, 12, 1112]);
        assert_eq!(values("do so.”57"), [57]);
    }

    #[test]
    fn markers_with_the_place_in_the_work() {
        assert_eq!(values("The dam leaks [3, p. 15; 5]."), [3, 5]);
        assert_eq!(values("Плотина течёт [3, с. 15]."), [3]);
    }

    #[test]
    fn markers_behind_signs_of_chinese() {
        assert_eq!(values("没有征求任何人的意见。17 这些"), [17]);
    }

    #[test]
    fn numerals_behind_sentences() {
        let mut found = Vec::new();
        scan_roman(0, "It was not.ii Then grounds. vii The civil mix i", &mut |candidate| {
            found.push(candidate.value);
        });
        assert_eq!(found, [2, 7]);
    }
}
