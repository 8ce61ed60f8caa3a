//! Which earlier note a note points back at.

use std::collections::{HashMap, HashSet};

use super::super::chars::words;
use super::phrases::{Pointer, pointer};

/// Characters of a note in which it may say that it points back.
const REACH: usize = 300;

/// Words of a note by which its author is found again.
const LEAD: usize = 12;

/// A note as far as back-references need it.
#[derive(Debug, Clone, Copy)]
pub(in crate::cite) struct Entry<'a> {
    /// Its label.
    pub(in crate::cite) label: &'a str,
    /// Its flat text.
    pub(in crate::cite) text: &'a str,
    /// The title it gives.
    pub(in crate::cite) title: Option<&'a str>,
    /// Whether it has an address: then it is no reference to another note.
    pub(in crate::cite) has_address: bool,
}

/// Where a note points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cite) struct Reference {
    /// The label of the note it points back at.
    pub(in crate::cite) target: Option<String>,
    /// Whether it says so in so many words (`ibid.`, `supra note 3`): then what it quotes is no
    /// title.
    pub(in crate::cite) pointing: bool,
}

/// The notes read so far.
#[derive(Debug, Default)]
pub(in crate::cite) struct Index {
    /// The label of the note before, or of the one that it points at.
    before: Option<String>,
    /// Labels.
    labels: HashSet<String>,
    /// Titles and their beginnings up to a colon → label of the first note that has them.
    titles: HashMap<String, String>,
    /// Capitalised words that begin notes → label of the first such note.
    leads: HashMap<String, String>,
}

impl Index {
    /// Takes in the next note and says which label it points back at.
    pub(in crate::cite) fn add(&mut self, entry: Entry) -> Reference {
        let end = entry.text.char_indices().nth(REACH).map_or(entry.text.len(), |(at, _)| at);
        let pointer = if entry.has_address { None } else { pointer(&entry.text[..end]) };
        let pointing = pointer.is_some();
        let target = if entry.has_address { None } else { self.target(entry, pointer, &entry.text[..end]) };
        self.remember(entry, target.is_none() && !pointing);
        if !entry.label.is_empty() {
            self.before = Some(target.clone().unwrap_or_else(|| entry.label.to_owned()));
            self.labels.insert(entry.label.to_owned());
        }
        Reference { target, pointing }
    }

    fn target(&self, entry: Entry, pointer: Option<Pointer>, beginning: &str) -> Option<String> {
        match pointer {
            Some(Pointer::Same) => self.before.clone(),
            Some(Pointer::Numbered(label)) => Some(label).filter(|label| self.labels.contains(label)),
            Some(Pointer::Author(author)) => self.by_author(&author),
            None => self.by_title(entry.title).or_else(|| self.by_short_title(beginning)),
        }
    }

    fn by_title(&self, title: Option<&str>) -> Option<String> {
        self.titles.get(&key(title?)?).cloned()
    }

    /// `HRW, Dry Promises, p. 35`: a short note that names an earlier title without quotation
    /// marks.
    fn by_short_title(&self, text: &str) -> Option<String> {
        let pieces = text.split([',', '.', ';']).take(3);
        pieces.filter_map(key).find_map(|key| self.titles.get(&key).cloned())
    }

    /// The first note that begins with one of the names.
    fn by_author(&self, author: &str) -> Option<String> {
        names(author).find_map(|name| self.leads.get(&name.to_lowercase()).cloned())
    }

    fn remember(&mut self, entry: Entry, full: bool) {
        if !full || entry.label.is_empty() {
            return;
        }
        if let Some(title) = entry.title {
            let short = title.split(": ").next().filter(|short| words(short).count() >= 2);
            for title in [Some(title), short].into_iter().flatten() {
                if let Some(key) = key(title) {
                    self.titles.entry(key).or_insert_with(|| entry.label.to_owned());
                }
            }
        }
        for name in names(entry.text) {
            self.leads.entry(name.to_lowercase()).or_insert_with(|| entry.label.to_owned());
        }
    }
}

/// The capitalised words among the first of a text.
fn names(text: &str) -> impl Iterator<Item = &str> {
    let first = words(text).take(LEAD).map(|(_, word)| word);
    first.filter(|word| {
        word.chars().count() >= 3
            && word.starts_with(char::is_uppercase)
            && !["See", "The", "Vgl", "Cfr"].contains(word)
    })
}

/// A title by which a work is known again: its words in lower case. A single word is too little.
fn key(title: &str) -> Option<String> {
    let list: Vec<String> = words(title).map(|(_, word)| word.to_lowercase()).collect();
    (list.len() >= 2).then(|| list.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry<'a>(label: &'a str, text: &'a str, title: Option<&'a str>, has_address: bool) -> Entry<'a> {
        Entry { label, text, title, has_address }
    }

    #[test]
    fn ibid_points_at_what_the_note_before_is_about() {
        let mut index = Index::default();
        assert_eq!(index.add(entry("1", "Doe, “Title here,” http", Some("Title here"), true)).target, None);
        assert_eq!(index.add(entry("2", "Ibid., p. 4", None, false)).target.as_deref(), Some("1"));
        assert_eq!(index.add(entry("3", "Ibid.", None, false)).target.as_deref(), Some("1"));
        assert_eq!(index.add(entry("4", "Interview, Almaty, 2013", None, false)).target, None);
        assert_eq!(index.add(entry("5", "Ibid.", None, false)).target.as_deref(), Some("4"));
    }

    #[test]
    fn a_repeated_title_points_at_the_first_full_citation() {
        let mut index = Index::default();
        index.add(entry(
            "25",
            "Water Initiative, “Country Profile: Steppe,” http",
            Some("Country Profile: Steppe"),
            true,
        ));
        for label in ["26", "29"] {
            let repeated = entry(
                label,
                "Water Initiative, “Country Profile: Steppe.”",
                Some("Country Profile: Steppe"),
                false,
            );
            assert_eq!(index.add(repeated).target.as_deref(), Some("25"));
        }
        let short = entry("30", "Water Initiative, “Country Profile.”", Some("Country Profile"), false);
        assert_eq!(index.add(short).target.as_deref(), Some("25"));
        let bare = entry("31", "WI, Country Profile, p. 5", None, false);
        assert_eq!(index.add(bare).target.as_deref(), Some("25"));
    }

    #[test]
    fn numbers_must_be_labels() {
        let mut index = Index::default();
        index.add(entry("12", "Doe, “Title here,” http", None, true));
        assert_eq!(
            index.add(entry("13", "Doe, supra note 12, at 3", None, false)).target.as_deref(),
            Some("12")
        );
        assert_eq!(index.add(entry("14", "Doe, supra note 99", None, false)).target, None);
    }

    #[test]
    fn an_authors_work_is_found_by_name() {
        let mut index = Index::default();
        index.add(entry("3", "Joanna Lillis, “Title here,” http", None, true));
        index.add(entry("4", "Jane Doe, “Title there,” http", None, true));
        assert_eq!(index.add(entry("5", "Lillis, op. cit., p. 3", None, false)).target.as_deref(), Some("3"));
    }

    #[test]
    fn a_note_with_an_address_points_nowhere() {
        let mut index = Index::default();
        index.add(entry("1", "“Title here,” http", Some("Title here"), true));
        assert_eq!(index.add(entry("2", "“Title here,” http", Some("Title here"), true)).target, None);
    }
}
