//! What is referred to: notes, and works by their keys.
//!
//! A key is cited long before its work is listed, so that what it means is found out at the end.

use std::collections::{HashMap, HashSet};

use crate::model::Kind;

use super::super::bibtex::{self, Entry};
use super::super::draft::{Draft, DraftNote};
use super::super::flow::Sign;

/// Most files of references that are read.
const MOST_FILES: usize = 50;

/// Most lists of works that a key is looked for in.
const MOST_LISTS: usize = 50;

/// Most keys remembered that nothing is known of.
const MOST_LOST: usize = 1000;

/// A reference.
#[derive(Debug)]
pub(super) enum Mention {
    /// To a note of the draft.
    Note(usize),
    /// To the work with this key, cited when so many lists of works had ended.
    Work(usize, String),
}

/// A note that consists of a reference to a work (`\footcite`).
#[derive(Debug)]
struct Citing {
    note: usize,
    list: usize,
    key: String,
    /// Whether the reference is given in full, whatever the style.
    full: bool,
}

/// What is known of notes and works while a document is read.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "what styles and packages change are facts apart")]
pub(super) struct Mentions {
    made: Vec<Mention>,
    /// Works that are listed in the document itself: notes by the list's number and their keys.
    listed: HashMap<(usize, String), usize>,
    /// How many lists of works have ended.
    lists: usize,
    citing: Vec<Citing>,
    entries: Vec<Entry>,
    /// Files of references that the document names.
    files: Vec<String>,
    /// Whether every work is listed (`\nocite{*}`).
    all: bool,
    /// Whether notes give references in full.
    pub(super) verbose: bool,
    /// Whether the works that are cited are listed at all.
    pub(super) printed: bool,
    /// Whether what cites as the style does (`\autocite`) makes notes.
    pub(super) noted: bool,
    /// Whether works are numbered in the order in which they are cited.
    pub(super) counted: bool,
}

impl Mentions {
    /// Notes a reference; returns its number.
    pub(super) fn mention(&mut self, mention: Mention) -> usize {
        self.made.push(mention);
        self.made.len() - 1
    }

    /// Notes a reference to the work with `key`; returns its number.
    pub(super) fn mention_work(&mut self, key: &str) -> usize {
        self.mention(Mention::Work(self.lists, key.to_owned()))
    }

    /// The work with `key` is listed as a note.
    pub(super) fn list(&mut self, key: &str, note: usize) {
        self.listed.entry((self.lists, key.trim().to_owned())).or_insert(note);
    }

    /// A list of works ends: what is cited from here on is in the next one.
    pub(super) fn end_list(&mut self) {
        self.lists += 1;
    }

    /// The text of `note` is a reference to the work with `key`.
    pub(super) fn cite_in(&mut self, note: usize, key: &str, full: bool) {
        self.citing.push(Citing { note, list: self.lists, key: key.to_owned(), full });
    }

    /// Takes in entries of a bibliography database.
    pub(super) fn add_entries(&mut self, entries: Vec<Entry>) {
        self.entries.extend(entries);
    }

    /// The references are in this file.
    pub(super) fn add_file(&mut self, name: String) {
        if self.files.len() < MOST_FILES && !self.files.contains(&name) {
            self.files.push(name);
        }
    }

    /// Every work is listed.
    pub(super) fn cite_all(&mut self) {
        self.all = true;
    }

    /// Turns the numbers of references in `draft` into indices of notes, adds the works that are
    /// cited, and says what was not found.
    pub(super) fn resolve(
        &mut self,
        draft: &mut Draft,
        beside: &dyn Fn(&str) -> Option<String>,
    ) -> Vec<String> {
        let absent = self.load_files(beside);
        let entries = std::mem::take(&mut self.entries);
        let by_key =
            entries.iter().enumerate().rev().map(|(index, entry)| (entry.key.as_str(), index)).collect();
        let mut works = Works {
            entries: &entries,
            by_key,
            listed: std::mem::take(&mut self.listed),
            lists: self.lists,
            lost: Vec::new(),
            counted: self.counted,
            count: 0,
        };
        let notes: Vec<usize> = self
            .made
            .iter()
            .map(|mention| match mention {
                Mention::Note(note) => *note,
                Mention::Work(list, key) => works.cited(*list, key, draft).unwrap_or(usize::MAX),
            })
            .collect();
        if self.all {
            for entry in &entries {
                works.note(self.lists, &entry.key, draft);
            }
        }
        for flow in draft.flows() {
            for (_, sign) in &mut flow.signs {
                if let Sign::NoteRef(number) = sign {
                    *number = notes.get(*number).copied().unwrap_or(usize::MAX);
                }
            }
        }
        self.write_citing(&mut works, draft);
        let bare = self.all && works.entries.is_empty() && works.listed.is_empty();
        lost_works(&works.lost, &absent, bare).into_iter().collect()
    }

    /// Reads the files of references that are at hand; returns the names of the others.
    fn load_files(&mut self, beside: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
        let mut absent = Vec::new();
        for name in std::mem::take(&mut self.files) {
            match beside(&name) {
                Some(text) => self.entries.extend(bibtex::entries(&text, None)),
                None => absent.push(name),
            }
        }
        absent
    }

    /// Writes the notes that consist of a reference. Where no list of works is printed, the first note
    /// that gives a work in full is all that says of it.
    fn write_citing(&self, works: &mut Works, draft: &mut Draft) {
        let mut given = HashSet::new();
        for citing in &self.citing {
            let full = (citing.full || self.verbose) && !self.printed && !works.is_listed(&citing.key);
            if let Some(entry) = works.entry(&citing.key).filter(|_| full) {
                let flow = &mut draft.notes[citing.note].flow;
                if given.insert(citing.key.as_str()) {
                    entry.write(flow);
                } else {
                    entry.write_short(flow);
                }
                continue;
            }
            let Some(work) = works.cited(citing.list, &citing.key, draft) else { continue };
            let flow = &mut draft.notes[citing.note].flow;
            if let Some(entry) = works.entry(&citing.key) {
                if citing.full || self.verbose {
                    entry.write(flow);
                } else {
                    entry.write_short(flow);
                }
            }
            flow.note_ref(work);
        }
    }
}

/// Most keys that are named to the editor.
const MOST_NAMED: usize = 5;

/// What an editor is told of works that were cited and not found; `bare` says that every work of
/// the absent files is meant.
fn lost_works(lost: &[String], absent: &[String], bare: bool) -> Option<String> {
    let files = absent.join(", ");
    if lost.is_empty() {
        return (bare && !absent.is_empty()).then(|| format!("no work is at hand: audit {files} too"));
    }
    let (works, are) = if lost.len() == 1 { ("work", "is") } else { ("works", "are") };
    let mut keys = lost[..lost.len().min(MOST_NAMED)].join(", ");
    if lost.len() > MOST_NAMED {
        keys = format!("{keys} and {} more", lost.len() - MOST_NAMED);
    }
    let advice = if absent.is_empty() { String::new() } else { format!("; audit {files} too") };
    Some(format!("{} cited {works} {are} in no bibliography at hand: {keys}{advice}", lost.len()))
}

/// The works of a document.
struct Works<'a> {
    entries: &'a [Entry],
    by_key: HashMap<&'a str, usize>,
    listed: HashMap<(usize, String), usize>,
    /// How many lists the document has.
    lists: usize,
    /// Keys that nothing is known of, each once.
    lost: Vec<String>,
    counted: bool,
    count: usize,
}

impl Works<'_> {
    fn entry(&self, key: &str) -> Option<&Entry> {
        self.by_key.get(key).map(|index| &self.entries[*index])
    }

    /// Whether a list has the work already.
    fn is_listed(&self, key: &str) -> bool {
        (0..=self.lists).take(MOST_LISTS).any(|list| self.listed.contains_key(&(list, key.to_owned())))
    }

    /// The note of a work that is cited; what is found nowhere is remembered.
    fn cited(&mut self, list: usize, key: &str, draft: &mut Draft) -> Option<usize> {
        let note = self.note(list, key, draft);
        if note.is_none() && self.lost.len() < MOST_LOST && !self.lost.iter().any(|lost| lost == key) {
            self.lost.push(key.to_owned());
        }
        note
    }

    /// The note of the work with this key, which is added if it is only in the database yet. Of
    /// several lists the next one counts, else the nearest before.
    fn note(&mut self, list: usize, key: &str, draft: &mut Draft) -> Option<usize> {
        let mut lists = (list..=self.lists).chain((0..list).rev()).take(MOST_LISTS);
        if let Some(note) = lists.find_map(|list| self.listed.get(&(list, key.to_owned()))) {
            return Some(*note);
        }
        let entry = &self.entries[*self.by_key.get(key)?];
        self.count += 1;
        let label = if self.counted { self.count.to_string() } else { key.to_owned() };
        let mut note = DraftNote::new(label, Kind::Bibliography);
        entry.write(&mut note.flow);
        draft.notes.push(note);
        self.listed.insert((self.lists, key.to_owned()), draft.notes.len() - 1);
        Some(draft.notes.len() - 1)
    }
}
