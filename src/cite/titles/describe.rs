//! What a note says of a work: title, translation, outlet, author.

use std::ops::Range;

use super::super::dates::{Dated, Role};
use super::super::structure::Structure;
use super::super::works::Work;
use super::clean;
use super::locate::{self, Located};
use super::phrases;
use super::pieces::{self, is_organisation, is_organisation_name, is_outlet, is_person};

/// The longest lead before a title, in characters.
const LONGEST_LEAD: usize = 100;

/// What a note says of a work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::cite) struct Described {
    /// The title, in the original language where both are printed.
    pub(in crate::cite) title: Option<String>,
    /// Its translation.
    pub(in crate::cite) translated: Option<String>,
    /// The outlet or publisher.
    pub(in crate::cite) source: Option<String>,
    /// The author.
    pub(in crate::cite) author: Option<String>,
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
        match locate::marked(self.text, self.structure, work, self.emphasis) {
            Some(title) => self.around(work, &title),
            None => self.dated_author(work).or_else(|| self.unmarked(work)).unwrap_or_default(),
        }
    }

    /// A work whose title is marked: what stands before it and behind it.
    fn around(&self, work: &Work, title: &Located) -> Described {
        let (translated, behind) = self.translation(title.outer.end, work.range.end);
        let outlet = self.outlet(work, behind);
        let lead = self.lead(work, title.outer.start);
        let (source, author) = match (outlet, lead) {
            (outlet, None) => (outlet, None),
            (None, Some(lead)) if is_signed(&lead) => (None, Some(lead)),
            (None, Some(lead)) => (Some(lead), None),
            (Some(_), Some(lead)) if is_organisation(&lead) && !is_person(&lead) => (Some(lead), None),
            (outlet, Some(lead)) => (outlet, Some(lead)),
        };
        Described { title: clean::title(&self.text[title.inner.clone()]), translated, source, author }
    }

    /// A title in brackets behind the title, and the byte behind all such brackets.
    fn translation(&self, from: usize, limit: usize) -> (Option<String>, usize) {
        let mut at = from;
        let mut translated = None;
        loop {
            let rest = &self.text[at..limit.max(at)];
            let next = limit.max(at) - rest.trim_start_matches([' ', ',', '.', ';']).len();
            let Some(bracket) =
                self.structure.bracket(next).filter(|bracket| bracket.start == next && bracket.end <= limit)
            else {
                return (translated, at);
            };
            let inner = &self.text[bracket.start + 1..bracket.end - 1];
            let square = self.text[next..].starts_with('[');
            if !square && !phrases::is_remark(inner)
                || self.has_date(&bracket) && !phrases::is_remark(inner) && inner.len() < 40
            {
                return (translated, at);
            }
            if square && translated.is_none() && !phrases::is_remark(inner) {
                translated = clean::title(inner);
            }
            at = bracket.end;
        }
    }

    fn has_date(&self, range: &Range<usize>) -> bool {
        self.dates_in(range.clone()).next().is_some()
    }

    /// The dates in a range, their cues included.
    fn dates_in(&self, range: Range<usize>) -> impl Iterator<Item = &Dated> {
        let from = self.dates.partition_point(|dated| dated.cue < range.start);
        self.dates[from..].iter().take_while(move |dated| dated.range.end <= range.end)
    }

    /// The square brackets in a range.
    fn squares_in(&self, range: Range<usize>) -> impl Iterator<Item = &Range<usize>> {
        let from = self.structure.brackets.partition_point(|bracket| bracket.start < range.start);
        let within =
            self.structure.brackets[from..].iter().take_while(move |bracket| bracket.end <= range.end);
        within.filter(|bracket| self.text[bracket.start..].starts_with('['))
    }

    /// The outlet: the first piece between title and date that can be one, or else between date
    /// and address.
    fn outlet(&self, work: &Work, from: usize) -> Option<String> {
        let limit = match &work.anchor {
            Some(anchor) if work.shown && anchor.start >= from => anchor.start,
            _ => work.range.end,
        };
        let mut at = from.min(limit);
        for stop in self.dates_in(from..limit).take(3) {
            if let Some(outlet) = self.outlet_in(at..stop.cue) {
                return Some(outlet);
            }
            at = stop.range.end;
        }
        self.outlet_in(at..limit)
    }

    fn outlet_in(&self, range: Range<usize>) -> Option<String> {
        if range.start >= range.end {
            return None;
        }
        let first = self.emphasis.partition_point(|stretch| stretch.start < range.start);
        let emphasised = self.emphasis.get(first).filter(|stretch| stretch.end <= range.end);
        if let Some(stretch) = emphasised
            && is_outlet(&self.text[stretch.clone()])
        {
            return clean::name(&self.text[stretch.clone()]);
        }
        let pieces = pieces::pieces(self.text, range, self.structure);
        let outlet = pieces.into_iter().map(phrases::without_connector).find(|piece| is_outlet(piece))?;
        clean::name(
            outlet.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '«' | '“' | '"' | '„')),
        )
    }

    /// The name before a title.
    fn lead(&self, work: &Work, title: usize) -> Option<String> {
        let range = work.range.start..title.max(work.range.start);
        let (from, _) = locate::after_signals(self.text, &range);
        let until = self.dates_in(from..title).next().map_or(title, |dated| dated.cue);
        let lead = phrases::without_connector(
            self.text[from..until.max(from)].trim_end_matches(['(', '[', ' ', '.']),
        );
        let lead = lead
            .split(", ")
            .next()
            .filter(|first| is_person(first) || !first.contains(' ') && !lead.contains('.'))
            .map_or(lead, |first| if is_person(first) { first } else { lead });
        let named = lead.starts_with(|c: char| !c.is_lowercase()) && lead.chars().count() <= LONGEST_LEAD;
        (named && locate::is_title_like(lead)).then(|| clean::name(lead))?
    }

    /// `Doe, J. (2016). The title. Publisher. address`: the author–year form of bibliographies.
    fn dated_author(&self, work: &Work) -> Option<Described> {
        let range = work.before_address();
        let first = self.dates_in(range.clone()).find(|dated| dated.role == Role::Unsaid)?;
        let (from, signalled) = locate::after_signals(self.text, &range);
        let opened = self.text[from..first.range.start.max(from)].trim_end().strip_suffix('(')?;
        let behind =
            first.range.end + self.text[first.range.end..range.end.max(first.range.end)].find(')')? + 1;
        let author = opened.trim().trim_end_matches(['.', ',']);
        let rest = self.text[behind..range.end].trim_start_matches(['.', ',', ':', ' ', '-', '–']);
        let rest = phrases::without_connector(rest);
        if signalled
            || author.is_empty()
            || author.chars().count() > 2 * LONGEST_LEAD
            || rest.split_whitespace().count() < 2
        {
            return None;
        }
        let end = sentence_end(rest);
        let outlet = phrases::without_connector(rest[end..].trim_start_matches(['.', '?', '!', ',', ' ']));
        let outlet =
            outlet.split(['.', ',']).next().filter(|piece| is_outlet(piece) && !piece.trim().is_empty());
        let title = clean::title(&rest[..end])?;
        Some(Described {
            title: Some(title),
            translated: None,
            source: outlet.and_then(clean::name),
            author: clean::name(author),
        })
    }

    /// A work whose title nothing marks: the pieces between commas before its date.
    fn unmarked(&self, work: &Work) -> Option<Described> {
        work.anchor.as_ref()?;
        let range = work.before_address();
        let (from, signalled) = locate::after_signals(self.text, &range);
        let bracket = self.squares_in(from..range.end).next();
        let dated = self.dates_in(from..range.end).next();
        let stops = [bracket.map(|bracket| bracket.start), dated.map(|dated| dated.cue)];
        let until = stops.into_iter().flatten().min().unwrap_or(range.end).clamp(from, range.end);
        let lead = phrases::without_connector(&self.text[from..until]);
        let pieces = pieces::pieces(self.text, from..from + lead.len(), self.structure);
        let (translated, behind) = self.translation(until.min(from + lead.len()), range.end);
        let mut described = from_pieces(&pieces, signalled)?;
        described.translated = translated;
        if described.source.is_none() && described.title.is_some() {
            described.source = self.outlet(work, behind.max(until));
        }
        Some(described)
    }
}

/// Reads pieces between commas: one is a title or an organisation, two are title and outlet,
/// more are author, title and outlet.
fn from_pieces(pieces: &[&str], signalled: bool) -> Option<Described> {
    let titled = |title: &str| locate::is_title_like(title).then(|| clean::title(title)).flatten();
    let mut described = Described::default();
    match pieces {
        [] => return None,
        [only] if signalled => {
            described.source = Some(*only).filter(|only| is_organisation_name(only)).and_then(clean::name)
        }
        [only] if is_organisation_name(only) && !only.contains(':') => {
            described.source = clean::name(only);
        }
        [only] => described.title = titled(only),
        [author, title] if is_person(author) => {
            described.author = clean::name(author);
            described.title = titled(title);
        }
        [title, outlet] => {
            described.title = titled(title);
            described.source = is_outlet(outlet).then(|| clean::name(outlet)).flatten();
        }
        [author, middle @ .., outlet] => {
            let named = is_person(author) || is_organisation(author);
            let whole = if named { middle.join(", ") } else { format!("{author}, {}", middle.join(", ")) };
            described.title = titled(&whole);
            described.source = is_outlet(outlet).then(|| clean::name(outlet)).flatten();
            described.author = named.then(|| clean::name(author)).flatten();
        }
    }
    Some(described)
}

/// `Doe, J.` or `J. Doe`: only persons sign like this.
fn is_signed(lead: &str) -> bool {
    let initials =
        |word: &str| word.ends_with('.') && word.chars().filter(|c| c.is_alphabetic()).count() <= 2;
    lead.split(|c: char| c.is_whitespace() || c == ',').any(initials)
}

/// Where the first sentence of a title ends.
fn sentence_end(text: &str) -> usize {
    let ends = text.match_indices(['.', '?', '!']).find(|(at, sign)| {
        let rest = &text[at + sign.len()..];
        (rest.is_empty() || rest.starts_with(' '))
            && (*sign != "." || !pieces::ends_in_abbreviation(&text[..*at]))
    });
    ends.map_or(text.len(), |(at, sign)| if sign == "." { at } else { at + sign.len() })
}
