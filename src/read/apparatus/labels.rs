//! Labels of notes: what a marker says, and how a note begins.

use std::ops::RangeInclusive;

/// Longest label, in characters.
const LONGEST: usize = 12;
/// Longest run of labels that one marker names (`[3–9]`).
const MOST: u32 = 50;

/// Words that stand before a label in some styles.
static PREFIXES: [&str; 8] = ["note", "nb", "n", "fn", "footnote", "endnote", "nota", "注"];

/// The label that a marker with this text names: `12`, `*`, `a`, `note 3`; brackets, arrows and a
/// full stop are not part of it. None if the text is no marker.
pub(in crate::read) fn marker_label(text: &str) -> Option<String> {
    let label =
        text.trim_matches(|c: char| c.is_whitespace() || is_arrow(c) || is_bracket(c) || ".:,".contains(c));
    let label = first_use(without_word(label));
    if label.is_empty() || label.chars().count() > LONGEST {
        return None;
    }
    let plain = from_superscript(label);
    if is_label(&plain) {
        return Some(plain);
    }
    let (word, number) = plain.split_once([' ', '\u{a0}'])?;
    let known = PREFIXES.contains(&word.trim_end_matches('.').to_lowercase().as_str());
    (known && is_label(number)).then_some(plain)
}

/// Words and signs that only say that the number behind them is one of a note.
static WORDS: [&str; 7] = ["footnote", "endnote", "fußnote", "注釈", "注", "註", "※"];

/// A label without such a word before it: `Footnote 4`, `注2`, `※3`.
fn without_word(label: &str) -> &str {
    let behind = |word: &&str| {
        let start = label.get(..word.len())?;
        let rest = label[word.len()..].trim_start_matches([' ', '\u{a0}', '.']);
        (start.to_lowercase() == **word && rest.starts_with(is_digit)).then_some(rest)
    };
    WORDS.iter().find_map(behind).unwrap_or(label)
}

/// `1:2`, the second use of note 1, as `1`.
fn first_use(label: &str) -> &str {
    match label.split_once(':') {
        Some((note, use_of_it)) if [note, use_of_it].iter().all(|part| is_number(part)) => note,
        _ => label,
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_digit)
}

/// First digits of the scripts in which notes are numbered: Western, Arabic, Persian, Devanagari,
/// full-width.
static ZEROS: [char; 5] = ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}'];

fn is_digit(c: char) -> bool {
    ZEROS.iter().any(|zero| (u32::from(*zero)..=u32::from(*zero) + 9).contains(&u32::from(c)))
}

/// Whether a link with this text only leads back to the marker.
pub(in crate::read) fn is_back_link(text: &str) -> bool {
    let text =
        text.trim_matches(|c: char| c.is_whitespace() || is_bracket(c) || ".\u{fe0e}\u{fe0f}".contains(c));
    let arrows =
        !text.is_empty() && text.chars().all(|c| is_arrow(c) || c.is_whitespace() || c == '\u{fe0e}');
    let word = text.trim_matches(|c: char| is_arrow(c) || c.is_whitespace()).to_lowercase();
    arrows
        || [
            "jump up",
            "back",
            "return",
            "return to text",
            "back to text",
            "go back",
            "top",
            "zurück",
            "retour",
            "volver",
        ]
        .contains(&word.as_str())
}

/// The labels named by a marker that may name several: `1`, `1, 2`, `[3–5]`.
pub(super) fn marker_labels(text: &str) -> Option<Vec<String>> {
    if let Some(label) = marker_label(text) {
        return Some(vec![label]);
    }
    let inner = text.trim_matches(|c: char| c.is_whitespace() || is_bracket(c));
    let mut labels = Vec::new();
    for part in inner.split([',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty()) {
        match part.split_once(['–', '-', '—']) {
            Some((first, last)) => labels.extend(span(first, last)?.map(|number| number.to_string())),
            None => labels.push(marker_label(part)?),
        }
    }
    (!labels.is_empty()).then_some(labels)
}

fn span(first: &str, last: &str) -> Option<RangeInclusive<u32>> {
    let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (first < last && last - first < MOST).then_some(first..=last)
}

/// How a note's text begins.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Leading {
    pub(super) label: String,
    /// Bytes of the text up to the note itself.
    pub(super) length: usize,
    /// Whether the label is set off (`[1]`, `¹`, `1.`); a bare `1 Text` needs more evidence.
    pub(super) certain: bool,
}

/// The label that opens a note's text: `[12] `, `12. `, `12) `, `(12) `, `¹² `, `* `, `12 `.
pub(super) fn leading(text: &str) -> Option<Leading> {
    let inner = text.strip_prefix(['[', '(', '（', '［', '〔', '【']).unwrap_or(text);
    let open = inner.len() < text.len();
    let body = if open || inner.starts_with(['注', '註', '※']) { without_word(inner) } else { inner };
    let end = label_length(body);
    let label = from_superscript(&body[..end]);
    if !is_label(&label) || end > LONGEST * 3 {
        return None;
    }
    let rest = &body[end..];
    let closers = [']', ')', '.', ':', '）', '］', '〕', '】'];
    let closed = rest.starts_with(closers);
    let rest = rest.strip_prefix(closers).unwrap_or(rest);
    let rest = if open { rest.strip_prefix(['.', ':']).unwrap_or(rest) } else { rest };
    let raised = label != body[..end] || label.starts_with(is_symbol);
    let blanks = [' ', '\u{a0}', '\u{2002}', '\u{2003}', '\u{3000}'];
    let spaced = rest.is_empty() || rest.starts_with(blanks);
    let set_off = spaced || raised || open;
    let unclosed = !closed && (open || label.starts_with(char::is_alphabetic));
    if !set_off || unclosed {
        return None;
    }
    let length = text.len() - rest.trim_start_matches(blanks).len();
    Some(Leading { label, length, certain: closed || raised || body.len() < inner.len() })
}

fn is_label(text: &str) -> bool {
    let digits = text.chars().take_while(|c| is_digit(*c)).count();
    let letters = text.chars().count() - digits;
    match digits {
        0 => is_letter_or_roman(text) || is_symbols(text),
        1..=4 => letters == 0 || letters == 1 && text.ends_with(|c: char| c.is_ascii_lowercase()),
        _ => false,
    }
}

fn is_letter_or_roman(text: &str) -> bool {
    let mut characters = text.chars();
    let single = characters.next().is_some_and(char::is_alphabetic) && characters.next().is_none();
    single || !text.is_empty() && text.len() <= 6 && text.bytes().all(|byte| b"ivxl".contains(&byte))
}

fn is_symbols(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(is_symbol) && text.chars().all(|c| Some(c) == first) && text.chars().count() <= 4
}

fn is_symbol(c: char) -> bool {
    matches!(c, '*' | '†' | '‡' | '§' | '¶' | '#')
}

fn is_bracket(c: char) -> bool {
    matches!(c, '[' | ']' | '(' | ')' | '{' | '}' | '【' | '】' | '〔' | '〕' | '［' | '］' | '（' | '）')
}

fn is_arrow(c: char) -> bool {
    matches!(
        c,
        '↑' | '^'
            | '↩'
            | '↵'
            | '⤴'
            | '⮌'
            | '←'
            | '▲'
            | '△'
            | '⇑'
            | '⬆'
            | '↥'
            | '⏎'
            | '\u{fe0e}'
            | '\u{fe0f}'
    )
}

/// How many bytes at the start of a text may be a label: characters of one kind, and a letter
/// behind digits (`7b`).
fn label_length(text: &str) -> usize {
    let run = |kind: fn(char) -> bool| text.find(|c: char| !kind(c)).unwrap_or(text.len());
    match text.chars().next() {
        Some(first) if is_superscript(first) => run(is_superscript),
        Some(first) if is_symbol(first) => run(is_symbol),
        Some(first) if is_digit(first) => {
            let digits = run(is_digit);
            let mut behind = text[digits..].chars();
            let letter = behind.next().is_some_and(|c| c.is_ascii_lowercase());
            digits + usize::from(letter && !behind.next().is_some_and(char::is_alphanumeric))
        }
        _ => run(char::is_alphabetic),
    }
}

fn superscript(c: char) -> Option<char> {
    let digit = match c {
        '\u{b9}' => 1,
        '\u{b2}' => 2,
        '\u{b3}' => 3,
        '\u{2070}' | '\u{2074}'..='\u{2079}' => u32::from(c) - 0x2070,
        _ => return None,
    };
    char::from_digit(digit, 10)
}

/// Raised digits as plain ones.
pub(super) fn from_superscript(text: &str) -> String {
    text.chars().map(|c| superscript(c).unwrap_or(c)).collect()
}

/// Whether the character is a raised digit.
pub(super) fn is_superscript(c: char) -> bool {
    superscript(c).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_markers() {
        for (text, label) in [
            ("[12]", Some("12")),
            ("↑ 1", Some("1")),
            ("note 3", Some("note 3")),
            ("[a]", Some("a")),
            ("¹²", Some("12")),
            ("†", Some("†")),
            ("**", Some("**")),
            ("iv", Some("iv")),
            ("7b", Some("7b")),
            ("[1:2]", Some("1")),
            ("[Footnote 4]", Some("4")),
            ("（注2）", Some("2")),
            ("※3", Some("3")),
            ("١٢", Some("١٢")),
            ("th", None),
            ("the report", None),
            ("20145", None),
            ("", None),
        ] {
            assert_eq!(marker_label(text).as_deref(), label, "{text}");
        }
    }

    #[test]
    fn reads_markers_of_several_notes() {
        assert_eq!(marker_labels("[1, 3–5]"), Some(["1", "3", "4", "5"].map(String::from).to_vec()));
        assert_eq!(marker_labels("2,3"), Some(["2", "3"].map(String::from).to_vec()));
        assert_eq!(marker_labels("[note 3]"), Some(vec!["note 3".to_owned()]));
        assert_eq!(marker_labels("[3–9999999]"), None);
        assert_eq!(marker_labels("[sic]"), None);
    }

    #[test]
    fn reads_how_a_note_begins() {
        let read = |text| leading(text).map(|leading| (leading.label, leading.length, leading.certain));
        assert_eq!(read("[12] Text"), Some(("12".into(), 5, true)));
        assert_eq!(read("12. Text"), Some(("12".into(), 4, true)));
        assert_eq!(read("12 Text"), Some(("12".into(), 3, false)));
        assert_eq!(read("¹Text"), Some(("1".into(), 2, true)));
        assert_eq!(read("* Text"), Some(("*".into(), 2, true)));
        assert_eq!(read("a. Text"), Some(("a".into(), 3, true)));
        assert_eq!(read("[Footnote 4] Text"), Some(("4".into(), 13, true)));
        assert_eq!(read("（注2）本"), Some(("2".into(), 10, true)));
        assert_eq!(read("※3 本"), Some(("3".into(), 5, true)));
        assert_eq!(read("١٢. نص"), Some(("١٢".into(), 6, true)));
        assert_eq!(read("Footnote 4 says"), None);
        assert_eq!(read("A report"), None);
        assert_eq!(read("2.5 million"), None);
        assert_eq!(read("12,000 people"), None);
        assert_eq!(read("[sic] Text"), None);
    }

    #[test]
    fn tells_back_links() {
        for text in ["↩", "↩︎", "^", "[↑]", "Jump up ^", "↑ ↑", "Back"] {
            assert!(is_back_link(text), "{text}");
        }
        for text in ["1", "the back", ""] {
            assert!(!is_back_link(text), "{text}");
        }
    }
}
