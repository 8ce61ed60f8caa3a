//! Which stretch of a note speaks of which address.

use std::ops::Range;
use std::sync::LazyLock;

use super::chars::words;
use super::copies::Copy;
use super::dates::{Dated, Role, is_link_word};
use super::lexicon::Lexicon;
use super::structure::Structure;
use super::urls::Found;

mod same;

/// Words that lead from one address of a source to another of the same source.
static SAME_WORK: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::words(
        "and or at also archived available archive pdf via mirror copy perma permanent link permalink
         shortened und et и архив original originally backup cached
         doi arxiv hdl handle urn nbn pmid pmcid url uri ссылка режим доступа доступно доступ verfügbar unter
         online disponible sur disponível em from abs preprint
         the here version page capture wayback machine internet web arch
         из оригинала оригинал архивная копия от года г за архів архіві оригіналу копія року р түпнұсқа мұрағат
         vom von am im zum aus archivkopie kopie le du depuis l’original d’origine copie à partir de la del desde
         copia versión original originale dall’originale dal cópia do oryginału z ze archiwum kopia r
         originálu kopie archiv van het origineel op orijinalinden arşiv kopyası tarihinde",
    )
});

/// Most addresses believed to be copies of one source.
const MOST_COPIES: usize = 6;

/// An address or a hyperlinked text, and where it stands in a flat text.
#[derive(Debug)]
pub(super) struct Anchor<'a> {
    /// Bytes of the flat text.
    pub(super) range: Range<usize>,
    /// Whether the text itself is the address.
    pub(super) shown: bool,
    /// Where it leads to.
    url: &'a str,
    /// What is known of it if it leads to an archive copy.
    copy: Option<Copy>,
    /// Whether it is an identifier: of a work that is described beside it.
    identifier: bool,
}

impl<'a> Anchor<'a> {
    /// The anchor of an address that was found, `range` being where it stands in the flat text.
    pub(super) fn of(range: Range<usize>, found: &'a Found) -> Self {
        let url = found.readings[0].as_str();
        let identifier = found.identifier.is_some() || same::is_identifier(url);
        Self { range, shown: found.shown, url, copy: Copy::of(url), identifier }
    }

    /// An anchor that nothing is known of but where it stands.
    #[cfg(test)]
    pub(super) fn bare(range: Range<usize>, shown: bool) -> Self {
        Self { range, shown, url: "http://a.example/b", copy: None, identifier: false }
    }

    /// The same in running text, where an identifier need not belong to what a hyperlink leads to.
    pub(super) fn in_prose(range: Range<usize>, found: &'a Found) -> Self {
        Self { identifier: false, ..Self::of(range, found) }
    }
}

/// The stretch of a note that speaks of one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Work {
    /// Bytes of the flat note.
    pub(super) range: Range<usize>,
    /// The address or the hyperlinked text in it, if the source has one.
    pub(super) anchor: Option<Range<usize>>,
    /// Whether the anchor is an address and not a title.
    pub(super) shown: bool,
    /// Whether the note goes on to the next source without a break: a date of access behind
    /// that one is this one's too.
    pub(super) runs_on: bool,
}

impl Work {
    /// The whole note as one source without an address.
    pub(super) fn without_address(text: &str) -> Self {
        Self { range: 0..text.len(), anchor: None, shown: false, runs_on: false }
    }

    /// The part of the range that stands before a printed address; all of it where none is.
    pub(super) fn before_address(&self) -> Range<usize> {
        match &self.anchor {
            Some(anchor) if self.shown => self.range.start..anchor.start.max(self.range.start),
            _ => self.range.clone(),
        }
    }

    /// The bytes dates are measured from.
    pub(super) fn focus(&self) -> Range<usize> {
        self.anchor.clone().unwrap_or(self.range.end..self.range.end)
    }
}

/// Divides a flat note among its addresses, whose `anchors` are in order.
pub(super) fn works(text: &str, anchors: &[Anchor], dates: &[Dated], structure: &Structure) -> Vec<Work> {
    let dated_before = anchors.first().is_some_and(|first| is_read_before(text, &first.range, dates));
    let mut works: Vec<Work> = Vec::with_capacity(anchors.len());
    let (mut start, mut copies) = (0, 0);
    for (at, anchor) in anchors.iter().enumerate() {
        let Some(next) = anchors.get(at + 1) else {
            works.push(work(start..text.len(), anchor, false));
            break;
        };
        let between = between(anchor, next);
        let end = titled_end(text, [anchor, next], structure)
            .unwrap_or_else(|| tail_end(text, between.clone(), dates, structure, dated_before));
        let runs_on = !structure.splits_within(&between);
        works.push(work(start..end, anchor, runs_on));
        copies += 1;
        if copies == MOST_COPIES || !is_same_work(text, [anchor, next], dates, structure) {
            start = end;
            copies = 0;
        }
    }
    let ends: Vec<usize> = works.iter().map(|work| work.range.end).collect();
    for at in (0..works.len().saturating_sub(1)).rev() {
        if works[at].range.start == works[at + 1].range.start {
            works[at].range.end = works[at + 1].range.end.max(ends[at]);
        }
    }
    for work in &mut works {
        let focus = work.focus();
        work.range = structure.narrowed(text, work.range.clone(), &focus);
    }
    works
}

fn work(range: Range<usize>, anchor: &Anchor, runs_on: bool) -> Work {
    let range = range.start..range.end.max(range.start);
    Work { range, anchor: Some(anchor.range.clone()), shown: anchor.shown, runs_on }
}

fn between(anchor: &Anchor, next: &Anchor) -> Range<usize> {
    anchor.range.end.min(next.range.start)..next.range.start
}

/// Whether the note puts its dates of access before its addresses.
fn is_read_before(text: &str, anchor: &Range<usize>, dates: &[Dated]) -> bool {
    let before = dates.iter().take_while(|dated| dated.range.end <= anchor.start);
    before.last().is_some_and(|dated| {
        dated.role == Role::Accessed && !text[dated.range.end..anchor.start].contains(char::is_alphabetic)
    })
}

/// Where the text ends that speaks of a hyperlinked title: outlet and date stand behind it, up to the
/// sign that the next source begins at.
fn titled_end(text: &str, pair: [&Anchor; 2], structure: &Structure) -> Option<usize> {
    let [title, next] = pair;
    let between = between(title, next);
    if title.shown {
        return None;
    }
    let ended = !next.shown && text[between.clone()].trim_end().ends_with(['.', ';']);
    structure.first_split(&between).or_else(|| ended.then_some(between.end))
}

/// Where the text that still speaks of the address before `between` ends: its brackets and its
/// date of access.
fn tail_end(
    text: &str,
    between: Range<usize>,
    dates: &[Dated],
    structure: &Structure,
    dated_before: bool,
) -> usize {
    let mut at = between.start;
    loop {
        let rest = &text[at..between.end];
        let next = between.end - rest.trim_start_matches([' ', ',', '.', ')', ']', '>']).len();
        let behind = structure
            .bracket(next)
            .filter(|bracket| {
                bracket.start == next && bracket.end <= between.end && has_remark(bracket, dates)
            })
            .map(|bracket| bracket.end)
            .or_else(|| dated_tail(next, between.end, dates).filter(|_| !dated_before));
        match behind {
            Some(end) if end > at => at = end,
            _ => return at,
        }
    }
}

fn has_remark(bracket: &Range<usize>, dates: &[Dated]) -> bool {
    let at = dates.partition_point(|dated| dated.range.start < bracket.start);
    dates.get(at).is_some_and(|dated| dated.range.end <= bracket.end && dated.role != Role::Unsaid)
}

/// The end of the date whose cue begins at byte `at`.
fn dated_tail(at: usize, limit: usize, dates: &[Dated]) -> Option<usize> {
    let found = dates.partition_point(|dated| dated.range.start < at);
    let said = dates.get(found).filter(|dated| dated.range.end <= limit && dated.role != Role::Unsaid)?;
    (said.cue <= at).then_some(said.range.end)
}

/// Whether nothing between two addresses names another source.
pub(super) fn is_same_work(text: &str, pair: [&Anchor; 2], dates: &[Dated], structure: &Structure) -> bool {
    let between = between(pair[0], pair[1]);
    if same::is_parted(&text[between.clone()]) || structure.splits_within(&between) {
        return false;
    }
    let in_a_date = |at: usize| {
        let found = dates.partition_point(|dated| dated.range.end <= at);
        dates.get(found).is_some_and(|dated| dated.cue <= at)
    };
    let silent = words(&text[between.clone()]).all(|(at, word)| {
        let lower = word.to_lowercase();
        SAME_WORK.has(&lower) || is_link_word(&lower) || in_a_date(between.start + at)
    });
    silent || same::is_given_beside(text, pair, structure)
}

#[cfg(test)]
mod tests {
    use super::super::dates;
    use super::super::flat::ADDRESS;
    use super::*;

    fn ranges(text: &str) -> Vec<&str> {
        let printed = |(at, sign): (usize, &str)| Anchor::bare(at..at + sign.len(), true);
        let anchors: Vec<Anchor> = text.match_indices(ADDRESS).map(printed).collect();
        let works = works(text, &anchors, &dates::dates(text), &Structure::of(text));
        works.into_iter().map(|work| &text[work.range]).collect()
    }

    #[test]
    fn a_date_of_access_behind_an_address_stays_with_it() {
        let text = "Law, 12 January 2012, \u{fffc}, accessed 24 January 2012; Jane Doe, “Title,” 3 May 2012, \u{fffc}.";
        assert_eq!(
            ranges(text),
            [
                "Law, 12 January 2012, \u{fffc}, accessed 24 January 2012",
                "Jane Doe, “Title,” 3 May 2012, \u{fffc}."
            ]
        );
        let text =
            "“One,” \u{fffc} (last visited 17 Dec. 2015); “Two,” \u{fffc} (last visited 18 Dec. 2015).";
        assert_eq!(ranges(text)[1], "“Two,” \u{fffc} (last visited 18 Dec. 2015).");
    }

    #[test]
    fn a_date_of_access_before_an_address_goes_with_that() {
        let text = "Exchange, \u{fffc}; “Two,” 2011, accessed on 24 January 2012, \u{fffc}.";
        assert_eq!(ranges(text)[1], "“Two,” 2011, accessed on 24 January 2012, \u{fffc}.");
        let text = "“One,” accessed 1 May 2012, \u{fffc}, “Two,” accessed 2 May 2012, \u{fffc}.";
        assert_eq!(ranges(text)[0], "“One,” accessed 1 May 2012, \u{fffc}");
    }

    #[test]
    fn copies_beside_the_original_are_the_same_source() {
        let text = "“One,” 3 May 2012, \u{fffc} [\u{fffc}]; “Two,” \u{fffc}, archived at \u{fffc}.";
        let found = ranges(text);
        assert_eq!(found[0], found[1]);
        assert_eq!(found[2], found[3]);
        assert_eq!(found[2], "“Two,” \u{fffc}, archived at \u{fffc}.");
    }
}
