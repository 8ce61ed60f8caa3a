//! What two lines have in common that differ only in their numbers.

use super::super::super::roman;

/// A line without its numbers and white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Face {
    /// A hash (FNV-1a, 64 bits) of its characters; a number counts as one character.
    hash: u64,
    /// Whether it has numbers.
    pub numbered: bool,
    /// Whether it has letters.
    pub lettered: bool,
}

/// A line longer than this many bytes is text.
const LONGEST: usize = 250;
/// A line with more than this many characters besides white space is text.
const MOST_CHARACTERS: usize = 100;

impl Face {
    /// The face of a line, unless it is too long to be furniture.
    pub(super) fn of(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        if roman::value(text.trim()).is_some() {
            return Self::of("0");
        }
        let mut face = Self { hash: 0xcbf2_9ce4_8422_2325, numbered: false, lettered: false };
        let (mut characters, mut number) = (0, false);
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            let digit = c.is_ascii_digit();
            if !(digit && number) {
                characters += 1;
                face.add(if digit { '0' } else { c });
            }
            face.numbered |= digit;
            face.lettered |= !digit && c.is_alphabetic();
            number = digit;
        }
        (characters <= MOST_CHARACTERS).then_some(face)
    }

    fn add(&mut self, c: char) {
        self.hash = (self.hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3);
    }

    /// The face of a bare number.
    pub(super) fn is_bare_number(self) -> bool {
        Some(self) == Self::of("0")
    }
}

/// The numbers of a text that may count pages.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = i64> {
    let roman = roman::value(text.trim()).map(i64::from);
    let digits = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| (1..=4).contains(&run.len()))
        .filter_map(|run| run.parse().ok());
    roman.into_iter().chain(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_spaces_make_no_difference() {
        assert_eq!(Face::of("12   DRY SEASON"), Face::of("7 DRY SEASON"));
        assert_ne!(Face::of("DRY SEASON"), Face::of("7 DRY SEASON"));
        assert_ne!(Face::of("7 WET SEASON"), Face::of("7 DRY SEASON"));
        assert!(Face::of("2013").is_some_and(Face::is_bare_number));
        assert!(!Face::of("12/27").is_some_and(Face::is_bare_number));
    }

    #[test]
    fn front_matter_counts_in_roman_numerals() {
        assert!(Face::of(" xiv ").is_some_and(Face::is_bare_number));
        assert_eq!(numbers("xiv").collect::<Vec<_>>(), [14]);
    }

    #[test]
    fn a_line_of_text_has_none() {
        assert_eq!(Face::of(&"word ".repeat(30)), None);
        assert_eq!(Face::of(&" ".repeat(300)), None);
    }

    #[test]
    fn reads_numbers_of_up_to_four_digits() {
        assert_eq!(numbers("15-12556 p. 7/27").collect::<Vec<_>>(), [15, 7, 27]);
    }
}
