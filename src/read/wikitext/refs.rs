//! The notes of a page: by name, by group, numbered as they are first used.

use std::collections::HashMap;

use crate::model::Kind;

use super::super::draft::DraftNote;
use super::super::roman;

/// The notes of a page.
#[derive(Debug, Default)]
pub(super) struct Refs {
    pub(super) notes: Vec<DraftNote>,
    named: HashMap<(String, String), usize>,
    /// How many notes of a group are numbered.
    counts: HashMap<String, usize>,
    /// The groups of notes without a number yet.
    unnumbered: Vec<(usize, String)>,
}

impl Refs {
    /// The note that is used with this name (empty for none) in this group.
    pub(super) fn used(&mut self, group: &str, name: &str) -> usize {
        let note = self.note(group, name);
        if self.notes[note].label.is_empty() {
            self.number(note, group);
        }
        note
    }

    /// The note that is defined, but not used, with this name in this group.
    pub(super) fn defined(&mut self, group: &str, name: &str) -> usize {
        let note = self.note(group, name);
        if self.notes[note].label.is_empty() {
            self.unnumbered.push((note, group.to_owned()));
        }
        note
    }

    fn note(&mut self, group: &str, name: &str) -> usize {
        let key = (group.to_owned(), name.to_owned());
        let known = self.named.get(&key).copied().filter(|_| !name.is_empty());
        known.unwrap_or_else(|| {
            self.notes.push(DraftNote::new(String::new(), Kind::Footnote));
            self.named.insert(key, self.notes.len() - 1);
            self.notes.len() - 1
        })
    }

    fn number(&mut self, note: usize, group: &str) {
        let count = self.counts.entry(group.to_owned()).or_default();
        *count += 1;
        self.notes[note].label = label(group, *count);
    }

    /// Numbers what was defined and never used, behind all others.
    pub(super) fn number_rest(&mut self) {
        for (note, group) in std::mem::take(&mut self.unnumbered) {
            if self.notes[note].label.is_empty() {
                self.number(note, &group);
            }
        }
    }
}

/// What the wiki prints between the brackets of a marker.
fn label(group: &str, number: usize) -> String {
    let letter = |first: char| {
        let offset = u32::try_from(number - 1).ok().filter(|offset| *offset < 26)?;
        char::from_u32(u32::from(first) + offset).map(String::from)
    };
    let roman_numeral = || u32::try_from(number).ok().filter(|number| *number < 400).map(roman::numeral);
    let known = match group {
        "" => Some(number.to_string()),
        "lower-alpha" => letter('a'),
        "upper-alpha" => letter('A'),
        "lower-roman" => roman_numeral(),
        "upper-roman" => roman_numeral().map(|number| number.to_ascii_uppercase()),
        "lower-greek" => "αβγδεζηθικλμνξοπρστυφχψω".chars().nth(number - 1).map(String::from),
        _ => Some(format!("{group} {number}")),
    };
    known.unwrap_or_else(|| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_by_first_use() {
        let mut refs = Refs::default();
        let early = refs.defined("", "late");
        let notes = [
            refs.used("", "a"),
            refs.used("", ""),
            refs.used("", "a"),
            refs.used("note", "a"),
            refs.used("lower-alpha", ""),
        ];
        assert_eq!(notes, [1, 2, 1, 3, 4]);
        refs.number_rest();
        let labels: Vec<_> = refs.notes.iter().map(|note| note.label.as_str()).collect();
        assert_eq!((early, labels), (0, vec!["3", "1", "2", "note 1", "a"]));
    }

    #[test]
    fn counts_as_the_group_says() {
        let cases = [
            ("lower-roman", 14, "xiv"),
            ("upper-alpha", 2, "B"),
            ("lower-greek", 3, "γ"),
            ("lower-alpha", 27, "27"),
        ];
        for (group, number, expected) in cases {
            assert_eq!(label(group, number), expected);
        }
    }
}
