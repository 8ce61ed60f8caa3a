//! Labels: what a note starts with.

use super::super::roman;
use super::eastern;
use super::lines::Line;
use super::shape;

/// How a label is printed; notes of one series keep to one family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Family {
    /// `12 Text`, `12` on a line of its own, `12Text`.
    Bare,
    /// `12. Text`, `12.` on a line of its own.
    Dotted,
    /// `12) Text`, `(12) Text`.
    Closed,
    /// `[12] Text`, `[Footnote 12: Text]`.
    Bracketed,
    /// `¹² Text`, `^12 Text`.
    Raised,
    /// `xii Text`, raised or not, as word processors number endnotes unasked.
    Roman,
    /// `①Text`, `（12）Text`, `注12 Text`.
    Eastern,
}

/// A label at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label {
    /// Its number.
    pub value: u32,
    /// How it is printed.
    pub family: Family,
    /// The byte of the line where the note's own text starts.
    pub text_at: usize,
    /// Whether nothing else stands on the line.
    pub alone: bool,
}

/// The longest number that counts notes.
const MAX_DIGITS: usize = 4;

/// The label a line starts with, if it may be one. One that is set raised is all digits that are.
pub(super) fn of(line: &Line) -> Option<Label> {
    let indent = line.text.len() - line.trimmed().len();
    let Some(raised) = line.raised().first().filter(|raised| raised.start == indent) else {
        return label(line.text);
    };
    let printed = line.text[raised.clone()].trim_matches(['(', ')', '[', ']', '.', ' ']);
    let roman = || roman::value(printed).map(|value| (value, Family::Roman));
    let eastern = || eastern::number(printed).map(|number| (number.value, Family::Raised));
    let (value, family) =
        number(printed).map(|value| (value, Family::Raised)).or_else(roman).or_else(eastern)?;
    let rest = &line.text[raised.end..];
    let text_at = raised.end + (rest.len() - rest.trim_start().len());
    Some(Label { value, family, text_at, alone: rest.trim_start().is_empty() })
}

/// The label that a text starts with, if it may be one.
fn label(line: &str) -> Option<Label> {
    let indent = line.len() - line.trim_start().len();
    let text = &line[indent..];
    let first = text.chars().next()?;
    let (value, family, length) = match first {
        '[' => enclosed(text, ']', Family::Bracketed).or_else(|| worded(text)).or_else(|| eastern(text))?,
        '(' => enclosed(text, ')', Family::Closed).or_else(|| eastern(text))?,
        '1'..='9' => plain(text).or_else(|| eastern(text))?,
        '^' => caret(text)?,
        'i' | 'v' | 'x' | 'l' | 'c' => roman(text)?,
        _ => raised(text).or_else(|| eastern(text))?,
    };
    let rest = &text[length..];
    let text_at = indent + length + (rest.len() - rest.trim_start().len());
    Some(Label { value, family, text_at, alone: rest.trim_start().is_empty() })
}

/// In the wide square brackets entries are cited as in others: `［12］`.
fn eastern(text: &str) -> Option<(u32, Family, usize)> {
    let number = eastern::number(text)?;
    let bracketed = text.starts_with(['［', '〔', '【']) && !number.said;
    let family = if bracketed { Family::Bracketed } else { Family::Eastern };
    Some((number.value, family, number.length))
}

fn enclosed(text: &str, close: char, family: Family) -> Option<(u32, Family, usize)> {
    let digits = digits(&text[1..])?;
    text[1 + digits..].starts_with(close).then_some(())?;
    Some((number(&text[1..=digits])?, family, digits + 2))
}

/// What notes are called where a transcriber puts them in brackets, in lower case.
const CALLED: [&str; 12] = [
    "footnote",
    "endnote",
    "note",
    "fußnote",
    "anmerkung",
    "nota",
    "voetnoot",
    "noot",
    "fotnot",
    "alaviite",
    "сноска",
    "примечание",
];

/// `[Footnote 12: Text]`, as Project Gutenberg prints notes.
fn worded(text: &str) -> Option<(u32, Family, usize)> {
    let (name, rest) = text[1..].split_once(' ')?;
    CALLED.contains(&name.to_lowercase().as_str()).then_some(())?;
    let digits = digits(rest)?;
    let behind = rest[digits..].trim_start().strip_prefix(':')?;
    Some((number(&rest[..digits])?, Family::Bracketed, text.len() - behind.len()))
}

/// A raised number as those write it who cannot raise one.
fn caret(text: &str) -> Option<(u32, Family, usize)> {
    let digits = digits(&text[1..])?;
    let value = number(&text[1..=digits])?;
    let rest = &text[1 + digits..];
    let behind = rest.strip_prefix(['.', ')', ':', '^']).unwrap_or(rest);
    let opens = behind.is_empty() || behind.starts_with(char::is_whitespace) || opens_text(behind);
    opens.then_some((value, Family::Raised, 1 + digits + rest.len() - behind.len()))
}

fn plain(text: &str) -> Option<(u32, Family, usize)> {
    let digits = digits(text)?;
    let value = number(&text[..digits])?;
    let rest = &text[digits..];
    let mut behind = rest.chars();
    match behind.next() {
        None => Some((value, Family::Bare, digits)),
        Some(c) if c.is_whitespace() || opens_text(rest) => Some((value, Family::Bare, digits)),
        Some('.') if behind.next().is_none_or(|c| c.is_whitespace() || opens_text(&rest[1..])) => {
            Some((value, Family::Dotted, digits + 1))
        }
        Some(')') => Some((value, Family::Closed, digits + 1)),
        _ => None,
    }
}

fn roman(text: &str) -> Option<(u32, Family, usize)> {
    const LONGEST: usize = 12;
    let length = text.bytes().take(LONGEST).take_while(u8::is_ascii_lowercase).count();
    let ends = text[length..].chars().next().is_none_or(char::is_whitespace);
    roman::value(&text[..length]).filter(|_| ends).map(|value| (value, Family::Roman, length))
}

fn raised(text: &str) -> Option<(u32, Family, usize)> {
    let mut value = 0;
    let mut length = 0;
    for (count, c) in text.chars().enumerate() {
        let Some(digit) = shape::superscript(c) else { break };
        if count == MAX_DIGITS {
            return None;
        }
        value = value * 10 + digit;
        length += c.len_utf8();
    }
    (value > 0).then_some((value, Family::Raised, length))
}

/// Whether a note's text may start here, glued to its label.
fn opens_text(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || "“\"«„‘[(@#".contains(c))
        || shape::starts_with_address(text)
}

fn digits(text: &str) -> Option<usize> {
    let count = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=MAX_DIGITS).contains(&count).then_some(count)
}

fn number(digits: &str) -> Option<u32> {
    if digits.starts_with('0') || digits.len() > MAX_DIGITS { None } else { digits.parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_with_a_caret_are_raised() {
        for (text, text_at) in [("^12 Title", 4), ("^12. Title", 5), ("^12Title", 3), ("^12@name", 3)] {
            let label = label(text).expect("a label");
            assert_eq!((label.value, label.family, label.text_at), (12, Family::Raised, text_at), "{text}");
        }
        let said = label("[Footnote 12: Title]").expect("a label");
        assert_eq!((said.value, said.family, said.text_at), (12, Family::Bracketed, 14));
        assert_eq!(label("[Table 12: Title]"), None);
        assert_eq!(label("^2x"), None);
        assert_eq!(label("^ 2"), None);
    }
}
