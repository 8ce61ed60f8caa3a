//! Words, numbers and signs: what dates are made of.

use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A run of letters.
    Word,
    /// A run of digits: its value, if there are at most nine, and how many there are.
    Number(u32, usize),
    /// Anything else that is no space.
    Sign(char),
}

/// A token and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) shape: Shape,
    pub(super) range: Range<usize>,
}

/// The tokens of a text, and the text.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    text: &'a str,
    list: Vec<Token>,
    /// Which tokens are numbers.
    numbers: Vec<usize>,
}

impl<'a> Tokens<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let (mut list, mut numbers) = (Vec::new(), Vec::new());
        let mut at = 0;
        while let Some(token) = next(text, at) {
            at = token.range.end;
            if matches!(token.shape, Shape::Number(..)) {
                numbers.push(list.len());
            }
            list.push(token);
        }
        Self { text, list, numbers }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn range(&self, at: usize) -> Option<Range<usize>> {
        self.list.get(at).map(|token| token.range.clone())
    }

    /// The letters of a word.
    pub(super) fn word(&self, at: usize) -> Option<&'a str> {
        let token = self.list.get(at).filter(|token| token.shape == Shape::Word)?;
        Some(&self.text[token.range.clone()])
    }

    /// Value and digits of a number.
    pub(super) fn number(&self, at: usize) -> Option<(u32, usize)> {
        match self.list.get(at)?.shape {
            Shape::Number(value, digits) => Some((value, digits)),
            _ => None,
        }
    }

    pub(super) fn sign(&self, at: usize) -> Option<char> {
        match self.list.get(at)?.shape {
            Shape::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    /// The first number at or behind token `at`.
    pub(super) fn next_number(&self, at: usize) -> Option<usize> {
        self.numbers.get(self.numbers.partition_point(|number| *number < at)).copied()
    }

    /// Whether nothing stands between a token and the one before it.
    pub(super) fn touches(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.list.get(before));
        before.is_some_and(|before| {
            self.list.get(at).is_some_and(|token| token.range.start == before.range.end)
        })
    }
}

fn next(text: &str, from: usize) -> Option<Token> {
    let start = from + text[from..].find(|c: char| !c.is_whitespace())?;
    let first = text[start..].chars().next()?;
    let rest = &text[start..];
    if digit(first).is_some() {
        let end = rest.find(|c: char| digit(c).is_none()).unwrap_or(rest.len());
        let digits = rest[..end].chars().count();
        let add = |value: u32, c: char| value * 10 + digit(c).unwrap_or(0);
        let value = if digits <= 9 { rest[..end].chars().fold(0, add) } else { u32::MAX };
        return Some(Token { shape: Shape::Number(value, digits), range: start..start + end });
    }
    if first.is_alphabetic() {
        let letters = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        return Some(Token { shape: Shape::Word, range: start..start + letters });
    }
    Some(Token { shape: Shape::Sign(first), range: start..start + first.len_utf8() })
}

/// The value of a digit: ASCII, Arabic-Indic, Persian or of full width.
fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_fall_apart() {
        let tokens = Tokens::of("2nd July, 2013");
        assert_eq!(tokens.len(), 5);
        assert_eq!(tokens.number(0), Some((2, 1)));
        assert_eq!(tokens.word(1), Some("nd"));
        assert!(tokens.touches(1));
        assert!(!tokens.touches(2));
        assert_eq!(tokens.sign(3), Some(','));
        assert_eq!(tokens.number(4), Some((2013, 4)));
    }

    #[test]
    fn endless_numbers_are_no_values() {
        assert_eq!(Tokens::of("12345678901234567890").number(0), Some((u32::MAX, 20)));
    }

    #[test]
    fn digits_of_other_scripts() {
        for text in ["٢٠١٣", "۲۰۱۳", "２０１３"] {
            assert_eq!(Tokens::of(text).number(0), Some((2013, 4)), "{text}");
        }
    }
}
