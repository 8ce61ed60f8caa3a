//! What is no text: comments, code, formulas, galleries. It is overwritten, so that offsets stay
//! true; line ends are kept.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

/// A control character that stands for one byte of markup.
const FILLER: char = '\u{1a}';

/// Elements whose content is no text.
static ELEMENTS: [&str; 13] = [
    "nowiki",
    "math",
    "chem",
    "pre",
    "code",
    "source",
    "syntaxhighlight",
    "gallery",
    "timeline",
    "score",
    "templatedata",
    "graph",
    "imagemap",
];

static OPENING: LazyLock<Regex> = LazyLock::new(|| {
    let elements = ELEMENTS.join("|");
    Regex::new(&format!(r"(?i)<!--|<({elements})(?:\s(?:[^<>]{{0,300}}[^<>/])?)?>"))
        .expect("a constant pattern that the tests compile")
});

/// The source with such stretches overwritten, as long as before.
pub(super) fn mask(source: &str) -> Cow<'_, str> {
    let mut masked = String::new();
    let mut from = 0;
    let mut missing: HashSet<String> = HashSet::new();
    while let Some(found) = OPENING.captures_at(source, from) {
        let Some(opening) = found.get(0) else { break };
        let name = found.get(1).map(|name| name.as_str().to_ascii_lowercase());
        let close = name.map_or_else(|| "-->".to_owned(), |name| format!("</{name}"));
        masked.push_str(&source[from..opening.start()]);
        let closed = if missing.contains(&close) { None } else { end_of(source, opening.end(), &close) };
        if closed.is_none() {
            missing.insert(close);
        }
        let end = closed.unwrap_or(opening.end());
        let filler =
            source[opening.start()..end].bytes().map(|byte| if byte == b'\n' { '\n' } else { FILLER });
        masked.extend(filler);
        from = end;
    }
    if from == 0 {
        return Cow::Borrowed(source);
    }
    masked.push_str(&source[from..]);
    Cow::Owned(masked)
}

/// Where an element that is closed by `close` ends. One that is never closed is only its tag.
fn end_of(source: &str, from: usize, close: &str) -> Option<usize> {
    let end = from + find_ignoring_case(&source[from..], close)? + close.len();
    Some(if close == "-->" { end } else { source[end..].find('>').map_or(end, |at| end + at + 1) })
}

fn find_ignoring_case(text: &str, needle: &str) -> Option<usize> {
    text.as_bytes().windows(needle.len()).position(|window| window.eq_ignore_ascii_case(needle.as_bytes()))
}

/// A text without the filler.
pub(super) fn strip(text: &str) -> Cow<'_, str> {
    if text.contains(FILLER) { Cow::Owned(text.replace(FILLER, "")) } else { Cow::Borrowed(text) }
}
