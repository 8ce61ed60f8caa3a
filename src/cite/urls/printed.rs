//! An address as it is printed: pieces, and what stands between them.

use std::ops::Range;

use super::super::chars::{is_break, is_hyphen};
use super::super::host;
use super::super::repair::{Around, Fork, Gap, over_blank, over_break};
use super::anchors::Begin;
use super::identifier::{self, Identifier};
use super::tidy;
use super::token::{self, State};

/// Most readings kept of one address.
const MOST_READINGS: usize = 8;

/// Most pieces one address is put together from.
const MOST_PIECES: usize = 40;

/// The longest word looked at behind a gap, in characters.
const LONGEST_TOKEN: usize = 2000;

/// How far behind that word it is looked, in characters.
const LOOKAHEAD: usize = 80;

/// An address in a passage, before it is decided how it reads.
#[derive(Debug, Clone)]
pub(in crate::cite) struct Printed {
    /// What the address is begun with where it is printed without.
    prefix: &'static str,
    /// Where the label of an identifier begins.
    label: Option<usize>,
    /// The scheme of an identifier.
    identifier: Option<Identifier>,
    /// Bytes of the passage; a hyphen in question is in no piece.
    pieces: Vec<Range<usize>>,
    /// What stands behind each piece but the last.
    forks: Vec<Fork>,
    /// A number glued between this address and the next: the bytes of its digits.
    glued: Option<Range<usize>>,
}

impl Printed {
    /// Reads the address that begins at byte `begin` of `text`.
    /// Where it is none after all, the error says where what was read ended.
    pub(super) fn read(text: &str, start: usize, begin: Begin, around: Around) -> Result<Self, usize> {
        let prefix = match begin {
            Begin::Scheme | Begin::Mail => "",
            Begin::Www | Begin::Host => "http://",
            Begin::Identifier(scheme, _) => scheme.resolver(),
        };
        let (identifier, label) = match begin {
            Begin::Identifier(scheme, label) => (Some(scheme), Some(label)),
            _ => (None, None),
        };
        let mut printed =
            Self { prefix, label, identifier, pieces: Vec::new(), forks: Vec::new(), glued: None };
        if let Some(scheme) = identifier.filter(|scheme| scheme.is_closed()) {
            return printed.closed(text, start, scheme);
        }
        let mut state = State::default();
        let mut at = start;
        let end = loop {
            let end = token::end(text, start, at, &mut state);
            printed.pieces.push(at..end);
            let fork =
                if printed.pieces.len() < MOST_PIECES { fork_at(text, start, end, around) } else { None };
            match fork {
                Some((fork, next)) => {
                    printed.cut_hyphen(text, fork);
                    printed.forks.push(fork);
                    at = next;
                }
                None => break end,
            }
        };
        printed.trim(text);
        printed.glued = printed.glued_number(text);
        if printed.is_address(text, begin) { Ok(printed) } else { Err(end) }
    }

    /// An identifier that has an end of its own.
    fn closed(mut self, text: &str, start: usize, scheme: Identifier) -> Result<Self, usize> {
        let (first, second) = identifier::closed(text, start, scheme);
        self.pieces.push(first);
        self.pieces.extend(second);
        self.forks = vec![Fork::Sure; self.pieces.len() - 1];
        let end = self.pieces.last().map_or(start, |piece| piece.end);
        if self.is_address(text, Begin::Identifier(scheme, start)) { Ok(self) } else { Err(end) }
    }

    /// The scheme, if it is an identifier and no address.
    pub(in crate::cite) fn identifier(&self) -> Option<Identifier> {
        self.identifier
    }

    /// The bytes it covers as it is most probably read.
    pub(in crate::cite) fn range(&self) -> Range<usize> {
        let start = self.label.or(self.pieces.first().map(|piece| piece.start)).unwrap_or(0);
        let last = self.forks.iter().position(|fork| *fork == Fork::Stop).unwrap_or(self.forks.len());
        let end = self.glued.as_ref().map_or(self.pieces[last].end, |digits| digits.start);
        start..end.max(start)
    }

    /// Whether it is printed in one piece.
    pub(in crate::cite) fn is_whole(&self) -> bool {
        self.forks.is_empty()
    }

    /// The ways to read it, the most probable first.
    pub(in crate::cite) fn readings(&self, text: &str) -> Vec<String> {
        let mut readings = Vec::new();
        let mut add = |reading: String| {
            let first = readings.is_empty();
            let possible = first || !is_home(&reading) && self.is_possible(&reading);
            if possible && readings.len() < MOST_READINGS && !readings.contains(&reading) {
                readings.push(reading);
            }
        };
        add(self.reading(text, &self.forks, self.glued.as_ref()));
        if self.glued.is_some() {
            add(self.reading(text, &self.forks, None));
        }
        for (at, fork) in self.forks.iter().enumerate().take(MOST_READINGS) {
            if let Some(flipped) = fork.flipped() {
                let mut forks = self.forks.clone();
                forks[at] = flipped;
                add(self.reading(text, &forks, None));
            }
        }
        let first = readings.first().cloned().unwrap_or_default();
        for dashed in other_dashes(&first) {
            if readings.len() < MOST_READINGS {
                readings.push(dashed);
            }
        }
        prefer_hyphen(&mut readings);
        readings
    }

    /// Whether a reading of an identifier is one, too.
    fn is_possible(&self, reading: &str) -> bool {
        self.identifier.is_none_or(|scheme| scheme.is_valid(&reading[self.prefix.len()..], true))
    }

    fn reading(&self, text: &str, forks: &[Fork], glued: Option<&Range<usize>>) -> String {
        let mut address = String::from(self.prefix);
        for (at, piece) in self.pieces.iter().enumerate() {
            let end = glued.filter(|digits| digits.end == piece.end).map_or(piece.end, |digits| digits.start);
            address.push_str(&tidy::typed(&text[piece.start..end]));
            match forks.get(at) {
                Some(Fork::Stop) => {
                    address.truncate(tidy::trimmed(&address).len());
                    break;
                }
                Some(Fork::Hyphen { keep: true }) => address.push('-'),
                _ => {}
            }
        }
        if self.prefix.is_empty() { address } else { identifier::web_form(address) }
    }

    /// Takes a hyphen in question out of the last piece.
    fn cut_hyphen(&mut self, text: &str, fork: Fork) {
        let Some(piece) = self.pieces.last_mut().filter(|_| matches!(fork, Fork::Hyphen { .. })) else {
            return;
        };
        if let Some(hyphen) = text[piece.clone()].chars().next_back().filter(|c| is_hyphen(*c)) {
            piece.end -= hyphen.len_utf8();
        }
    }

    /// Takes what only follows the address off its end.
    fn trim(&mut self, text: &str) {
        if let Some(piece) = self.pieces.last_mut() {
            piece.end = piece.start + tidy::trimmed(&text[piece.clone()]).len();
        }
    }

    /// The number of a note between this address and one glued to it: `…/b2https://…`.
    fn glued_number(&self, text: &str) -> Option<Range<usize>> {
        let end = self.pieces.last()?.end;
        let begins = |scheme: &str| text[end..].starts_with(scheme);
        if !begins("http://") && !begins("https://") {
            return None;
        }
        let piece = &text[self.pieces.last()?.clone()];
        let stem = piece.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = piece.len() - stem.len();
        let lettered = stem.ends_with(|c: char| c.is_alphabetic() || matches!(c, '.' | ')'));
        ((1..=3).contains(&digits) && lettered).then(|| end - digits..end)
    }

    /// Whether what was read is an address at all.
    fn is_address(&self, text: &str, begin: Begin) -> bool {
        let address = self.reading(text, &self.forks, None);
        match begin {
            Begin::Mail => address
                .split_once(':')
                .and_then(|(_, mailbox)| mailbox.split_once('@'))
                .is_some_and(|(name, host)| !name.is_empty() && host.contains('.')),
            Begin::Scheme => {
                let rest = address.split_once("//").map_or("", |(_, rest)| rest);
                let host = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
                let starts = host.starts_with(|c: char| c.is_alphanumeric() || c == '[');
                starts && (host.contains(['.', ':']) || host == "localhost" || rest.len() > host.len() + 1)
            }
            Begin::Identifier(scheme, _) => {
                let labelled = self.range().start < self.pieces[0].start || scheme == Identifier::UrnNbn;
                address.get(self.prefix.len()..).is_some_and(|value| scheme.is_valid(value, labelled))
            }
            Begin::Www | Begin::Host => {
                let rest = address.split_once("://").map_or("", |(_, rest)| rest);
                let end = host::after(rest, 0);
                let (name, path) = rest.split_at(end);
                let name = name.trim_end_matches(['.', '-']);
                host::is_public(name) && (begin == Begin::Www || host::is_cited(name, path))
            }
        }
    }
}

/// How an address goes on behind the white space at byte `end`, and where.
fn fork_at(text: &str, from: usize, end: usize, around: Around) -> Option<(Fork, usize)> {
    let rest = &text[end..];
    let next = text.len() - rest.trim_start().len();
    let white = &text[end..next];
    if white.is_empty() || next == text.len() {
        return None;
    }
    let breaks = white.chars().filter(|c| is_break(*c)).count();
    let paged = white.contains('\x0c');
    let gap = Gap { head: &text[from..end], token: word(&text[next..]), rest: behind(&text[next..]) };
    if breaks == 0 {
        return (white.len() <= 2 && white.bytes().all(|b| b == b' '))
            .then(|| over_blank(gap))?
            .map(|fork| (fork, next));
    }
    (breaks == 1 || paged && breaks <= 3).then(|| over_break(gap, around))?.map(|fork| (fork, next))
}

fn word(text: &str) -> &str {
    let end = text.char_indices().take(LONGEST_TOKEN).take_while(|(_, c)| !c.is_whitespace()).last();
    &text[..end.map_or(0, |(at, c)| at + c.len_utf8())]
}

fn behind(text: &str) -> &str {
    let rest = &text[word(text).len()..];
    &rest[..rest.char_indices().nth(LOOKAHEAD).map_or(rest.len(), |(at, _)| at)]
}

/// Whether an address names a host and nothing on it: too little to be another reading of an
/// address that was broken, and alive whatever became of the source.
pub(super) fn is_home(address: &str) -> bool {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split_once('/').is_none_or(|(_, path)| path.is_empty())
}

/// The same address with other dashes where it has a printed dash.
fn other_dashes(address: &str) -> Vec<String> {
    let mut others = Vec::new();
    let hyphened = address.replace(['–', '−'], "-");
    if hyphened != address {
        others.push(hyphened.replace('—', "---"));
        others.push(address.replace('–', "--").replace('—', "---"));
    }
    if address.contains('—') {
        others.push(address.replace('—', "---"));
        others.push(address.replace('—', "--"));
    }
    others
}

/// An en dash in an address that is ASCII otherwise stands for a hyphen.
fn prefer_hyphen(readings: &mut [String]) {
    let dash = |c: char| matches!(c, '–' | '−');
    let ascii_otherwise = readings
        .first()
        .is_some_and(|first| first.contains(dash) && first.chars().all(|c| c.is_ascii() || dash(c)));
    if ascii_otherwise && let Some(at) = readings.iter().position(|reading| reading.is_ascii()) {
        readings[..=at].rotate_right(1);
    }
}
