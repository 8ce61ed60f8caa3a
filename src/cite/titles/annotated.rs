//! A note with everything found in it, and what it says of a work.

use std::ops::Range;

use super::super::dates::Dated;
use super::super::structure::Structure;
use super::super::works::Work;
use super::locate;
use super::phrases;
use super::pieces::is_person;
use super::{clean, container, marked, outlets, unmarked};

/// What a note says of a work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::cite) struct Described {
    /// The title, in the original language where both are printed.
    pub(in crate::cite) title: Option<String>,
    /// Its translation, or another reading of what is the title.
    pub(in crate::cite) translated: Option<String>,
    /// The outlet or publisher.
    pub(in crate::cite) source: Option<String>,
    /// The author.
    pub(in crate::cite) author: Option<String>,
}

impl Described {
    /// Parts `Jane Doe: The title` where it is certain that the whole is no title; the whole stays
    /// as another reading.
    pub(super) fn signed_by_colon(&mut self) {
        let Some(whole) = self.title.take() else { return };
        let parted = whole.split_once(": ").filter(|(name, _)| is_person(name));
        let Some((name, title)) = parted.filter(|_| self.author.is_none()) else {
            self.title = Some(whole);
            return;
        };
        self.author = clean::name(name);
        self.title = clean::title(title);
        self.translated = Some(whole);
    }

    /// Parts `Water Board (Hg.): The title`: what an editor is named with is no title.
    pub(super) fn signed_by_editor(&mut self) {
        const EDITORS: [&str; 6] =
            [" (Hg.): ", " (Hrsg.): ", " (ed.): ", " (eds.): ", " (Ed.): ", " (Eds.): "];
        let Some(title) = &self.title else { return };
        let parted = EDITORS.iter().find_map(|sign| title.split_once(sign));
        let Some((name, rest)) = parted.map(|(name, rest)| (clean::name(name), clean::title(rest))) else {
            return;
        };
        let person = name.as_deref().is_some_and(|name| is_person(name) || name.contains(", "));
        let place = if person { &mut self.author } else { &mut self.source };
        *place = name;
        self.title = rest;
    }

    /// Takes over what another place says of the same work.
    pub(in crate::cite) fn complete(&mut self, other: Self) {
        self.title = self.title.take().or(other.title);
        self.translated = self.translated.take().or(other.translated);
        self.source = self.source.take().or(other.source);
        self.author = self.author.take().or(other.author);
    }
}

/// A flat note with everything found in it.
#[derive(Debug)]
pub(in crate::cite) struct Annotated<'a> {
    /// The flat text.
    pub(in crate::cite) text: &'a str,
    /// Its quotations and brackets.
    pub(in crate::cite) structure: &'a Structure,
    /// Its dates, in order.
    pub(in crate::cite) dates: &'a [Dated],
    /// Its stretches in italics, in order.
    pub(in crate::cite) emphasis: &'a [Range<usize>],
}

impl Annotated<'_> {
    /// Reads what the note says of one of its works.
    pub(in crate::cite) fn describe(&self, work: &Work) -> Described {
        let mut described = self.read(work);
        described.source = described.source.and_then(|source| outlets::tidied(&source));
        described
    }

    fn read(&self, work: &Work) -> Described {
        if let Some(title) = locate::marked(self.text, self.structure, work, self.emphasis) {
            return marked::describe(self, work, &title);
        }
        if locate::is_sentence_about_law(self.text, self.structure, work) {
            return Described::default();
        }
        match locate::emphasised(self.text, self.structure, work, self.emphasis) {
            Some(italics) => match container::describe(self, work, &italics) {
                Some(described) => described,
                None if container::holds(self, work, &italics) => {
                    unmarked::describe(self, work).unwrap_or_default()
                }
                None => marked::describe(self, work, &italics),
            },
            None => unmarked::describe(self, work).unwrap_or_default(),
        }
    }

    /// The dates in a range, their cues included.
    pub(super) fn dates_in(&self, range: Range<usize>) -> impl Iterator<Item = &Dated> {
        let from = self.dates.partition_point(|dated| dated.cue < range.start);
        self.dates[from..].iter().take_while(move |dated| dated.range.end <= range.end)
    }

    /// The square brackets in a range.
    pub(super) fn squares_in(&self, range: Range<usize>) -> impl Iterator<Item = &Range<usize>> {
        let from = self.structure.brackets.partition_point(|bracket| bracket.start < range.start);
        let within =
            self.structure.brackets[from..].iter().take_while(move |bracket| bracket.end <= range.end);
        within.filter(|bracket| self.text[bracket.start..].starts_with('['))
    }

    /// The first stretch in italics that lies in a range.
    pub(super) fn emphasised_in(&self, range: &Range<usize>) -> Option<&str> {
        let first = self.emphasis.partition_point(|stretch| stretch.start < range.start);
        let stretch = self.emphasis.get(first).filter(|stretch| stretch.end <= range.end)?;
        Some(&self.text[stretch.clone()])
    }

    /// Whether the byte stands in italics.
    pub(in crate::cite) fn is_emphasised(&self, at: usize) -> bool {
        let after = self.emphasis.partition_point(|stretch| stretch.start <= at);
        after.checked_sub(1).is_some_and(|before| self.emphasis[before].contains(&at))
    }

    /// A title in square brackets behind the title, and the byte behind all brackets that are
    /// translation or remark.
    pub(super) fn translation(&self, from: usize, limit: usize) -> (Option<String>, usize) {
        let (mut at, limit) = (from, limit.max(from));
        let mut translated = None;
        loop {
            let next = limit - self.text[at..limit].trim_start_matches([' ', ',', '.', ';']).len();
            let bracket = self.structure.bracket(next);
            let Some(bracket) = bracket.filter(|bracket| bracket.start == next && bracket.end <= limit)
            else {
                return (translated, at);
            };
            let inner = &self.text[bracket.start + 1..bracket.end - 1];
            if !phrases::is_remark(inner) {
                if self.text[next..].starts_with('(') || self.is_dated(&bracket) {
                    return (translated, at);
                }
                translated = translated.or_else(|| clean::title(inner));
            }
            at = bracket.end;
        }
    }

    /// Whether brackets hold little but a date.
    fn is_dated(&self, bracket: &Range<usize>) -> bool {
        bracket.len() < 42 && self.dates_in(bracket.clone()).next().is_some()
    }
}
