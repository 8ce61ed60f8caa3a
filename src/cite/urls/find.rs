//! The addresses of a passage, from its hyperlinks and from its text.

use std::ops::Range;

use super::super::repair::Around;
use super::anchors::{Begin, anchors};
use super::identifier::{self, Identifier};
use super::known::Known;
use super::marks;
use super::mention;
use super::printed::{Printed, is_home};
use crate::model::Passage;

/// A run of address characters, in bytes, that is passed over as a whole if it is no address.
const LONG: usize = 1000;

/// An address in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cite) struct Found {
    /// Bytes of the passage: the address as printed, or the text of the hyperlink.
    pub(in crate::cite) range: Range<usize>,
    /// The ways to read it, the chosen one first; never empty.
    pub(in crate::cite) readings: Vec<String>,
    /// Whether the text itself is the address.
    pub(in crate::cite) shown: bool,
    /// The scheme of an identifier that is printed in place of an address.
    pub(in crate::cite) identifier: Option<Identifier>,
}

/// What is cited where: notes cite, running text may only mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cite) enum Setting {
    /// A note or an entry of a bibliography.
    Note,
    /// Running text.
    Body,
}

/// The addresses of a passage as printed, before it is decided how the broken ones read.
#[derive(Debug)]
pub(in crate::cite) struct Sighting {
    printed: Vec<Printed>,
    links: Vec<(Range<usize>, String)>,
}

impl Sighting {
    /// Looks through a passage. Linear.
    pub(in crate::cite) fn of(passage: &Passage, setting: Setting, around: Around) -> Self {
        let text = passage.text.as_str();
        let mut printed: Vec<Printed> = Vec::new();
        let mut free_from = 0;
        for (start, begin) in anchors(text) {
            if start < free_from {
                continue;
            }
            let address = match Printed::read(text, start, begin, around) {
                Ok(address) => address,
                Err(end) => {
                    if end - start > LONG {
                        free_from = end;
                    }
                    continue;
                }
            };
            if begin == Begin::Www && mention::is_mention(text, &address.range(), setting) {
                continue;
            }
            free_from = address.range().end;
            let uncited = setting == Setting::Body
                && (begin == Begin::Mail
                    || address.readings(text).first().is_some_and(|url| {
                        mention::is_no_source(url) || begin == Begin::Host && mention::is_profile(url)
                    }));
            if !uncited {
                printed.push(address);
            }
        }
        let mut links = marks::links(passage);
        if setting == Setting::Body {
            links.retain(|(_, target)| !mention::is_no_source(target));
        }
        Self { printed, links }
    }

    /// Whether there is nothing.
    pub(in crate::cite) fn is_empty(&self) -> bool {
        self.printed.is_empty() && self.links.is_empty()
    }

    /// The addresses that are in one piece: they tell how broken ones read.
    pub(in crate::cite) fn whole<'a>(&'a self, text: &'a str) -> impl Iterator<Item = String> + 'a {
        let printed = self.printed.iter().filter(|printed| printed.is_whole());
        let printed = printed.filter_map(|printed| printed.readings(text).into_iter().next());
        printed.chain(self.links.iter().map(|(_, target)| target.clone()))
    }

    /// Whether a broken address is among them.
    pub(in crate::cite) fn is_broken(&self) -> bool {
        self.printed.iter().any(|printed| !printed.is_whole())
    }

    /// Decides how the addresses read. `known` are addresses that the document has in one piece.
    pub(in crate::cite) fn decide(&self, text: &str, known: &Known) -> Vec<Found> {
        let mut found: Vec<Found> =
            self.links.iter().map(|(range, target)| linked(text, range, target)).collect();
        let hidden = found.len();
        let mut link = 0;
        for printed in &self.printed {
            let range = printed.range();
            let readings = readings(printed, text, known);
            while link < hidden && found[link].range.end <= range.start {
                link += 1;
            }
            match found[..hidden].get_mut(link).filter(|link| link.range.start < range.end) {
                Some(link) => link.cover(printed, readings, text),
                None => {
                    found.push(Found { range, readings, shown: true, identifier: printed.identifier() });
                }
            }
        }
        found.sort_by_key(|found| found.range.start);
        found
    }
}

impl Found {
    /// Takes in an address that the hyperlink's text shows.
    fn cover(&mut self, printed: &Printed, readings: Vec<String>, text: &str) {
        let range = printed.range();
        if text[self.range.clone()].trim_matches(|c: char| !c.is_alphanumeric() && c != '/').len()
            <= range.len() + 8
        {
            self.shown = true;
            self.range = self.range.start.min(range.start)..self.range.end.max(range.end);
        }
        if printed.identifier().is_some() && self.is_resolver_of(&readings) {
            self.identifier = printed.identifier();
            self.readings = vec![identifier::preferred(&self.readings[0])];
            return;
        }
        for reading in readings {
            let shorter = self.readings.iter().any(|known| known.starts_with(reading.as_str()));
            if !shorter && !is_home(&reading) {
                self.readings.push(reading);
            }
        }
    }

    /// Whether the hyperlink leads where one of the readings of an identifier does.
    fn is_resolver_of(&self, readings: &[String]) -> bool {
        let target = self.readings.first().map(|target| identifier::key(target));
        readings.iter().any(|reading| Some(identifier::key(reading)) == target)
    }
}

/// A hyperlink; where its target has a blank that an author never typed, the target without it
/// is another way to read it.
fn linked(text: &str, range: &Range<usize>, target: &str) -> Found {
    let mut readings = vec![target.to_owned()];
    if let Some((_, path)) = target.split_once("://")
        && path.contains("/%20")
    {
        readings.push(target.replace("/%20", "/"));
    }
    let shown = text[range.clone()].chars().filter(|c| !c.is_whitespace()).eq(target.chars());
    Found { range: range.clone(), readings, shown, identifier: None }
}

fn readings(printed: &Printed, text: &str, known: &Known) -> Vec<String> {
    let mut readings = printed.readings(text);
    if !printed.is_whole() {
        known.prefer(&mut readings);
    }
    readings
}
