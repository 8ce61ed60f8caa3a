//! The print gate: what came from documents, from the web or from file names must not steer the
//! terminal, and the secrets of an address do not belong into a log.
//!
//! Removed are the control characters C0, DEL and C1 (with them every escape sequence: CSI, OSC
//! and the like lose their introducer and print as harmless text), the bidirectional controls
//! (CVE-2021-42574, "Trojan Source"), the line separators that a log reader may take for a new
//! line, and the invisible tag characters. Passwords and tokens in addresses are masked, after
//! that, so that no removed character can hide one.
//!
//! A build server reads commands in what a step prints: GitHub's runner takes `::name::` at the
//! start of a line and `##[name]` anywhere. Neither is let through.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::model::mask;

/// Whether a character may reach the terminal.
fn is_harmless(c: char) -> bool {
    !c.is_control() && !steers_text(c)
}

/// Characters that are no control characters to Unicode, and still change how others are shown.
fn steers_text(c: char) -> bool {
    matches!(c,
        '\u{061c}' | '\u{200e}' | '\u{200f}'      // marks of direction
        | '\u{202a}'..='\u{202e}'                 // embeddings and overrides
        | '\u{2066}'..='\u{2069}'                 // isolates
        | '\u{2028}' | '\u{2029}'                 // line and paragraph separator
        | '\u{feff}'                              // byte order mark
        | '\u{e0000}'..='\u{e007f}'               // tags
    )
}

/// Text for one line: breaks and tabs become spaces, the rest of the controls goes.
pub(crate) fn line(text: &str) -> String {
    let clean = |c: char| if is_blank(c) { Some(' ') } else { keep(c) };
    defused(&mask(&text.chars().filter_map(clean).collect::<String>()))
}

/// Text of several lines: `\n` stays, tabs become spaces, the rest of the controls goes.
pub(crate) fn block(text: &str) -> String {
    let clean = |c: char| match c {
        '\n' => Some('\n'),
        '\t' => Some(' '),
        _ => keep(c),
    };
    defused(&mask(&text.chars().filter_map(clean).collect::<String>()))
}

/// The text with a blank inside whatever the runner would take for a command.
fn defused(text: &str) -> String {
    let apart = text.replace("##[", "## [");
    let lines = apart.split('\n').map(|line| match line.trim_start().strip_prefix("::") {
        Some(rest) => Cow::Owned(format!(": :{rest}")),
        None => Cow::Borrowed(line),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A line of JSON, with what JSON lets stand in a string raw (DEL, C1, bidirectional controls)
/// written as escapes: the same value to a parser, harmless to a terminal.
pub(crate) fn json(text: &str) -> Cow<'_, str> {
    if text.contains("##[") {
        // Can only stand in a string.
        return Cow::Owned(json(&text.replace("##[", "\\u0023#[")).into_owned());
    }
    if text.chars().all(is_harmless) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_harmless(c) {
            escaped.push(c);
        } else {
            push_escape(&mut escaped, c);
        }
    }
    Cow::Owned(escaped)
}

fn push_escape(out: &mut String, c: char) {
    for unit in c.encode_utf16(&mut [0; 2]) {
        // Writing to a `String` cannot fail.
        let _ = write!(out, "\\u{unit:04x}");
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t' | '\u{000b}' | '\u{000c}' | '\u{0085}' | '\u{2028}' | '\u{2029}')
}

fn keep(c: char) -> Option<char> {
    is_harmless(c).then_some(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_is_a_command_of_a_runner() {
        assert_eq!(line("::add-mask::a"), ": :add-mask::a");
        assert_eq!(line("std::fmt, a##[error]b"), "std::fmt, a## [error]b");
        assert_eq!(block("one\n \t::error::x\n2::3"), "one\n: :error::x\n2::3");
        assert_eq!(json(r###"{"title":"##[error]"}"###), r#"{"title":"\u0023#[error]"}"#);
    }

    #[test]
    fn takes_the_teeth_out_of_escapes() {
        let cases = [
            ("plain – Казахстан 日本", "plain – Казахстан 日本"),
            ("\u{1b}[31mred\u{1b}[0m", "[31mred[0m"),
            ("\u{1b}]0;owned\u{7}title", "]0;ownedtitle"),
            ("\u{9b}2Jgone\u{9d}8;;x\u{9c}", "2Jgone8;;x"),
            ("a\r\nerror: forged", "a  error: forged"),
            ("exe.\u{202e}fdp", "exe.fdp"),
            ("a\u{2066}b\u{2069}\u{200f}\u{feff}\u{e0041}", "ab"),
            ("one\u{2028}two\tthree", "one two three"),
        ];
        for (raw, clean) in cases {
            assert_eq!(line(raw), clean, "{raw:?}");
        }
    }

    #[test]
    fn secrets_are_masked_even_when_broken_up() {
        assert_eq!(line("see http://ann:pass\u{7f}word@a.example/?q=1"), "see http://***@a.example/?q=1");
        assert_eq!(block("http://a.example/?token=\u{202e}abc\nnext"), "http://a.example/?token=***\nnext");
    }

    #[test]
    fn a_block_keeps_its_lines() {
        assert_eq!(block("a\n\tb\u{1b}[2J\r\n"), "a\n b[2J\n");
    }

    #[test]
    fn json_stays_the_same_value() {
        let value = "\u{7f}\u{9b}31m\u{202e}\u{e0041}ü\u{1b}";
        let raw = serde_json::to_string(value).unwrap();
        let escaped = json(&raw);
        assert_eq!(escaped, "\"\\u007f\\u009b31m\\u202e\\udb40\\udc41ü\\u001b\"");
        assert_eq!(serde_json::from_str::<String>(&escaped).unwrap(), value);
    }

    proptest! {
        #[test]
        fn nothing_harmful_passes(text in any::<String>()) {
            prop_assert!(line(&text).chars().all(is_harmless));
            prop_assert!(block(&text).chars().all(|c| c == '\n' || is_harmless(c)));
            let json_text = serde_json::to_string(&text).unwrap();
            let escaped = json(&json_text);
            prop_assert!(escaped.chars().all(is_harmless));
            prop_assert_eq!(serde_json::from_str::<String>(&escaped).unwrap(), text);
        }
    }
}
