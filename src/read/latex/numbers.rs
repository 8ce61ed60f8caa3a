//! Numbers as LaTeX prints them, and as it reads them.

use super::super::roman;

/// The signs of notes on a title page (`\fnsymbol`).
static SIGNS: [&str; 9] = ["*", "†", "‡", "§", "¶", "‖", "**", "††", "‡‡"];

/// A number in the style that a command gives (`\roman`), if that is one.
pub(super) fn printed(style: &str, number: i64) -> Option<String> {
    let positive = usize::try_from(number).ok().filter(|number| *number > 0);
    Some(match (style, positive) {
        ("arabic", _) => number.to_string(),
        ("roman" | "Roman" | "alph" | "Alph" | "asbuk" | "Asbuk" | "fnsymbol", None) => String::new(),
        ("roman", Some(number)) => roman_numeral(number),
        ("Roman", Some(number)) => roman_numeral(number).to_uppercase(),
        ("alph", Some(number)) => nth("abcdefghijklmnopqrstuvwxyz", number),
        ("Alph", Some(number)) => nth("ABCDEFGHIJKLMNOPQRSTUVWXYZ", number),
        ("asbuk", Some(number)) => nth("абвгдежзиклмнопрстуфхцчшщэюя", number),
        ("Asbuk", Some(number)) => nth("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ", number),
        ("fnsymbol", Some(number)) => {
            SIGNS.get(number - 1).map_or_else(|| number.to_string(), |sign| (*sign).to_owned())
        }
        _ => return None,
    })
}

fn roman_numeral(number: usize) -> String {
    u32::try_from(number).map_or_else(|_| number.to_string(), roman::numeral)
}

fn nth(letters: &str, number: usize) -> String {
    letters.chars().nth(number - 1).map_or_else(|| number.to_string(), String::from)
}

/// The number that a text begins with, and its length: `126`, `"7E`, `'176`, `` `~ ``, `` `\~ ``.
pub(super) fn character(text: &str) -> Option<(char, usize)> {
    let (digits, radix) = match text.as_bytes().first()? {
        b'"' => (&text[1..], 16),
        b'\'' => (&text[1..], 8),
        b'`' => {
            let quoted = text[1..].strip_prefix('\\').unwrap_or(&text[1..]);
            let character = quoted.chars().next()?;
            return Some((character, text.len() - quoted.len() + character.len_utf8()));
        }
        _ => (text, 10),
    };
    let length = digits.bytes().take(6).take_while(|byte| char::from(*byte).is_digit(radix)).count();
    let number = u32::from_str_radix(&digits[..length], radix).ok()?;
    Some((char::from_u32(number)?, text.len() - digits.len() + length))
}

/// The length of a dimension or number, perhaps rubber, that a text begins with: `0pt plus 1pt`.
pub(super) fn glue(text: &str) -> usize {
    let mut at = dimension(text);
    for word in ["plus", "minus"] {
        let rest = &text[at..];
        let behind = rest.trim_start_matches(' ');
        if let Some(stretch) = behind.strip_prefix(word) {
            at += rest.len() - stretch.len() + dimension(stretch);
        }
    }
    at
}

fn dimension(text: &str) -> usize {
    let number = text.trim_start_matches([' ', '=', '-', '+']);
    let unit = number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
    if unit.len() == number.len() {
        return 0;
    }
    let unit = unit.trim_start_matches(' ');
    let length = ["pt", "em", "ex", "mm", "cm", "in", "mu", "sp", "bp", "pc", "filll", "fill", "fil"]
        .iter()
        .find(|known| unit.starts_with(**known))
        .map_or(0, |known| known.len());
    text.len() - unit.len() + length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints() {
        for (style, number, text) in [
            ("arabic", 12, "12"),
            ("roman", 4, "iv"),
            ("Alph", 2, "B"),
            ("fnsymbol", 2, "†"),
            ("fnsymbol", 0, ""),
        ] {
            assert_eq!(printed(style, number).as_deref(), Some(text));
        }
        assert_eq!(printed("emph", 1), None);
    }

    #[test]
    fn reads() {
        assert_eq!(character("`~b"), Some(('~', 2)));
        assert_eq!(character("`\\~"), Some(('~', 3)));
        assert_eq!(character("\"7E."), Some(('~', 3)));
        assert_eq!(character("126 x"), Some(('~', 3)));
        assert_eq!(character("x"), None);
        assert_eq!(glue(" 0pt plus 1pt minus .5em x"), 24);
        assert_eq!(glue("10000 x"), 6);
        assert_eq!(glue("word"), 0);
    }
}
