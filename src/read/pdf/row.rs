//! Lines of a column: segments of one baseline as text, with raised characters and links marked.

use std::ops::Range;
use std::sync::Arc;

use super::apart::{self, Stretch};
use super::below::{self, Cell};
use super::cell::{self, Piece};
use super::glyph::{Area, Glyph, Look, Page, Spot};
use super::leftward::{Brackets, leftward};
use super::scripts::{accented, right_to_left, western_digit};
use super::segment::{SMALL, Segment, median};
use super::spread::spread;
use super::strips;
use crate::model::Strip;

/// A printed line.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Row {
    /// Its text.
    pub text: String,
    /// Where it starts, in points.
    pub x0: f32,
    /// Where it ends.
    pub x1: f32,
    /// Its baseline.
    pub y: f32,
    /// The size of most of its glyphs.
    pub size: f32,
    /// Bytes of the text that are set raised and small.
    pub raised: Vec<Range<usize>>,
    /// Bytes of the text that are set in italics.
    pub slanted: Vec<Range<usize>>,
    /// Bytes of the text that a link covers, with its target.
    pub links: Vec<(Range<usize>, Arc<str>)>,
    /// Bytes of the text that a link within the document covers, with where it leads.
    pub jumps: Vec<(Range<usize>, Spot)>,
    /// Bytes of the text that are a number which a link leads from to a row that starts with it.
    pub marks: Vec<Range<usize>>,
    /// Whether such a link leads to it.
    pub led: bool,
    /// Stretches of it that may be part of an address that is set apart.
    pub apart: Vec<Stretch>,
    /// Where its characters stand.
    pub strips: Vec<Strip>,
    /// Whether it is written right to left.
    pub leftward: bool,
    /// Which column of the page it stands in.
    pub column: u32,
}

/// How many rows a glyph may still belong to.
const OPEN: usize = 4;

/// Makes the rows of a column, from top to bottom. `ids` are its segments from top to bottom.
pub(super) fn rows(page: &Page, look: Look, segments: &[Segment], ids: &[usize], column: u32) -> Vec<Row> {
    let mut groups: Vec<Group> = Vec::new();
    for id in ids {
        let segment = &segments[*id];
        let near = groups.len().saturating_sub(OPEN);
        let group = groups[near..].iter_mut().rev().find(|group| group.takes(page, segments, segment));
        match group {
            Some(group) => group.add(*id, segment),
            None => groups.push(Group { ids: vec![*id], y: segment.y, size: segment.size }),
        }
    }
    groups.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut hand = Hand { look, brackets: Brackets::default() };
    if look.leftward {
        let lines: Vec<Vec<Glyph>> =
            groups.iter().map(|group| glyphs(page, &group.parts(page, segments))).collect();
        hand.brackets = Brackets::of(lines.iter().map(|line| (line.as_slice(), tight(line))));
    }
    let set = groups.iter().filter_map(|group| group.row(page, segments, column, hand));
    let (mut rows, pieces): (Vec<_>, Vec<_>) = set.map(|(row, pieces, cells)| ((row, cells), pieces)).unzip();
    below::gather(&mut rows);
    let mut rows: Vec<(Row, Vec<Piece>)> = rows.into_iter().map(|(row, _)| row).zip(pieces).collect();
    cell::gather(&mut rows);
    rows.into_iter().map(|(row, _)| row).filter(|row| !row.text.is_empty()).collect()
}

/// How a page is written.
#[derive(Clone, Copy)]
struct Hand {
    look: Look,
    brackets: Brackets,
}

/// Segments of one line.
struct Group {
    ids: Vec<usize>,
    y: f32,
    size: f32,
}

impl Group {
    fn takes(&self, page: &Page, segments: &[Segment], segment: &Segment) -> bool {
        const LEVEL: f32 = 0.25;
        let big = self.size.max(segment.size);
        let small = self.size.min(segment.size) <= big * SMALL;
        let raise = if segment.size < self.size { segment.y - self.y } else { self.y - segment.y };
        let level =
            (self.y - segment.y).abs() <= big * LEVEL || small && (-0.3 * big..=0.65 * big).contains(&raise);
        level
            && !self.ids.iter().any(|id| {
                let other = &segments[*id];
                let overlap = other.x1.min(segment.x1) - other.x0.max(segment.x0);
                overlap > big * LEVEL && !copies(page, other, segment) && !interlaced(page, other, segment)
            })
    }

    fn add(&mut self, id: usize, segment: &Segment) {
        self.ids.push(id);
        if segment.size > self.size {
            (self.y, self.size) = (segment.y, segment.size);
        }
    }

    /// Its segments from left to right.
    fn parts<'a>(&self, page: &Page, segments: &'a [Segment]) -> Vec<&'a Segment> {
        let mut parts: Vec<&Segment> = self.ids.iter().map(|id| &segments[*id]).collect();
        parts.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        parts.dedup_by(|b, a| copies(page, a, b));
        parts
    }

    /// The row, how its links stand in it, and its cells.
    fn row(
        &self,
        page: &Page,
        segments: &[Segment],
        column: u32,
        hand: Hand,
    ) -> Option<(Row, Vec<Piece>, Vec<Cell>)> {
        let parts = self.parts(page, segments);
        let mut glyphs = glyphs(page, &parts);
        if parts.windows(2).any(|pair| interlaced(page, pair[0], pair[1])) {
            glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
        }
        let printed = || glyphs.iter().filter(|glyph| glyph.c != ' ');
        let size = median(printed().map(|glyph| glyph.size))?;
        let y = median(printed().filter(|glyph| glyph.size >= size * SMALL).map(|glyph| glyph.y))?;
        let x0 = parts.first()?.x0;
        let x1 = parts.iter().map(|part| part.x1).max_by(f32::total_cmp)?;
        let links = links_at(&page.links, x0, x1, y, size);
        let jumps = jumps_at(&page.jumps, x0, x1, y, size);
        let row = Row { x0, x1, y, size, column, ..Row::default() };
        let cells = Vec::with_capacity(glyphs.len());
        let writer = Writer { row, links, jumps, cells, last: None, space: false, tight: tight(&glyphs) };
        let (mut row, cells) = writer.write(&glyphs, hand);
        row.apart = apart::stretches(&row.text, &cells, hand.look.ink);
        row.strips = strips::strips(&row, &cells);
        let (pieces, cells) = (cell::pieces(&row, &cells), below::cells(&row, &cells));
        Some((row, pieces, cells))
    }
}

fn glyphs(page: &Page, parts: &[&Segment]) -> Vec<Glyph> {
    parts.iter().flat_map(|part| page.glyphs[part.glyphs.clone()].iter().copied()).collect()
}

/// Whether a segment is drawn again over another, to make it bold.
fn copies(page: &Page, one: &Segment, other: &Segment) -> bool {
    const OFF: f32 = 0.2;
    let text = |segment: &Segment| {
        page.glyphs[segment.glyphs.clone()]
            .iter()
            .map(|glyph| glyph.c)
            .filter(|c| *c != ' ')
            .collect::<Vec<_>>()
    };
    (one.x0 - other.x0).abs() <= one.size * OFF
        && (one.x1 - other.x1).abs() <= one.size * OFF
        && (one.y - other.y).abs() <= one.size * OFF
        && text(one) == text(other)
}

/// Whether one segment is drawn into the gaps of the other, as a program does with characters that it
/// takes from another font.
fn interlaced(page: &Page, one: &Segment, other: &Segment) -> bool {
    const OVER: f32 = 0.25;
    const ALIKE: f32 = 0.06;
    /// No printed line has more; every glyph of one is held against every glyph of the other.
    const LONGEST: usize = 2_000;
    let size = one.size.min(other.size);
    let alike = (one.size - other.size).abs() <= size * ALIKE && (one.y - other.y).abs() <= size * ALIKE;
    let short = one.glyphs.len().max(other.glyphs.len()) <= LONGEST;
    let within = alike && short && one.x1.min(other.x1) - one.x0.max(other.x0) > size * OVER;
    let printed = |segment: &Segment| {
        page.glyphs[segment.glyphs.clone()].iter().filter(|glyph| glyph.c != ' ').collect::<Vec<_>>()
    };
    let apart = |a: &Glyph, b: &Glyph| a.end().min(b.end()) - a.x.max(b.x) <= a.size.min(b.size) * OVER;
    within && {
        let others = printed(other);
        printed(one).iter().all(|glyph| others.iter().all(|there| apart(glyph, there)))
    }
}

fn links_at(links: &[(Area, Arc<str>)], x0: f32, x1: f32, y: f32, size: f32) -> Vec<(Area, Arc<str>)> {
    let middle = y + size * 0.25;
    let here = |area: &Area| area.y0 <= middle && middle <= area.y1 && area.x0 <= x1 && x0 <= area.x1;
    links.iter().filter(|(area, _)| here(area)).cloned().collect()
}

/// A marker's area may stand as high as the marker.
fn jumps_at(jumps: &[(Area, Spot)], x0: f32, x1: f32, y: f32, size: f32) -> Vec<(Area, Spot)> {
    let here = |area: &Area| area.y0 <= y + size && y <= area.y1 && area.x0 <= x1 && x0 <= area.x1;
    jumps.iter().filter(|(area, _)| here(area)).copied().collect()
}

/// How wide a gap between two glyphs makes a space, in units of the size. Where some spaces are drawn and
/// others left out, those that are drawn tell how wide one is, if letters stand close.
fn tight(glyphs: &[Glyph]) -> f32 {
    const WITH_SPACES: f32 = 0.3;
    const WITHOUT: f32 = 0.14;
    const LEAST: f32 = 0.2;
    const PART: f32 = 0.8;
    const CLOSE: f32 = 0.06;
    let pairs = || glyphs.windows(2).filter(|pair| pair[0].c != ' ' && pair[1].c != ' ');
    let gap = |pair: &[Glyph]| (pair[1].x - pair[0].end()) / pair[0].size.max(pair[1].size);
    let spaces = || glyphs.iter().filter(|glyph| glyph.c == ' ');
    if spaces().count() * 15 < glyphs.len() || spaces().next().is_none() {
        let gaps = glyphs.windows(2).map(gap);
        return median(gaps.filter(|gap| *gap > -0.5)).unwrap_or(0.0).clamp(0.0, 0.5) + WITHOUT;
    }
    let drawn = median(spaces().map(|space| space.width / space.size)).unwrap_or(WITH_SPACES) * PART;
    let told = pairs().map(gap).all(|gap| gap.abs() <= CLOSE || gap >= drawn);
    if told { drawn.clamp(LEAST, WITH_SPACES) } else { WITH_SPACES }
}

struct Writer {
    row: Row,
    links: Vec<(Area, Arc<str>)>,
    jumps: Vec<(Area, Spot)>,
    /// The glyphs, with the byte that each stands at.
    cells: Vec<(usize, Glyph)>,
    last: Option<Glyph>,
    space: bool,
    tight: f32,
}

impl Writer {
    fn write(mut self, glyphs: &[Glyph], hand: Hand) -> (Row, Vec<(usize, Glyph)>) {
        let leftwards = glyphs.iter().filter(|glyph| right_to_left(glyph.c)).count();
        let letters = || glyphs.iter().filter(|glyph| glyph.c.is_alphabetic()).count();
        let stop = || letters() == 0 || glyphs.first().is_some_and(|first| ".,;".contains(first.c));
        let page = hand.look.leftward;
        self.row.leftward = leftwards > 0 && (page || leftwards * 2 > letters()) || page && stop();
        if self.row.leftward {
            for glyph in leftward(glyphs, self.tight, hand.brackets) {
                self.glyph(&glyph, |_, _| 0.0);
            }
        } else {
            let tied = spread(glyphs, self.tight);
            for (at, glyph) in glyphs.iter().enumerate() {
                let tied = tied.get(at).copied().unwrap_or(false);
                self.glyph(glyph, |last, glyph| if tied { 0.0 } else { glyph.x - last.end() });
            }
        }
        (self.row, self.cells)
    }

    fn glyph(&mut self, glyph: &Glyph, gap: impl Fn(&Glyph, &Glyph) -> f32) {
        if glyph.c == ' ' {
            self.space = true;
            return;
        }
        if let Some(last) = self.last {
            const SAME: f32 = 0.15;
            let size = last.size.min(glyph.size);
            if last.c == glyph.c
                && (last.x - glyph.x).abs() <= size * SAME
                && (last.y - glyph.y).abs() <= size * SAME
            {
                return;
            }
            if !self.space && self.overlays(&last, glyph) {
                return;
            }
            let turned = right_to_left(last.c) != right_to_left(glyph.c);
            let gap = if turned {
                gap(&last, glyph).abs().min((glyph.x - last.end()).abs())
            } else {
                gap(&last, glyph)
            };
            if (self.space || gap > size * self.tight) && !self.row.text.is_empty() {
                self.row.text.push(' ');
            }
        }
        self.space = false;
        let at = self.row.text.len();
        let raised = self.is_raised(glyph);
        self.row.text.push(self.meant(glyph.c, raised));
        self.cells.push((at, *glyph));
        let range = at..self.row.text.len();
        if raised {
            self.mark_raised(&range);
        }
        if glyph.slanted {
            self.mark_slanted(&range);
        }
        self.mark_jump(glyph, &range);
        self.mark_link(glyph, range);
        self.last = Some(*glyph);
    }

    /// Puts an accent on the letter it is drawn over.
    fn overlays(&mut self, last: &Glyph, glyph: &Glyph) -> bool {
        const OVER: f32 = 0.5;
        let overlap = last.end().min(glyph.end()) - last.x.max(glyph.x);
        if overlap < last.width.min(glyph.width) * OVER {
            return false;
        }
        let Some(c) = accented(last.c, glyph.c).or_else(|| accented(glyph.c, last.c)) else { return false };
        self.row.text.pop();
        let start = self.row.text.len();
        self.row.text.push(c);
        self.last = Some(Glyph { c, ..if glyph.c.is_alphabetic() { *glyph } else { *last } });
        self.end_ranges_at(start);
        true
    }

    /// Lets the ranges that reach beyond `start`, where the last character begins, end with it: one
    /// that was put together can be longer than its letter, or shorter.
    fn end_ranges_at(&mut self, start: usize) {
        let end = self.row.text.len();
        let links = self.row.links.last_mut().map(|(range, _)| range);
        let jumps = self.row.jumps.last_mut().map(|(range, _)| range);
        let ranges = [links, jumps, self.row.raised.last_mut(), self.row.slanted.last_mut()];
        for range in ranges.into_iter().flatten().filter(|range| range.end > start) {
            range.end = end;
        }
    }

    /// The character that is meant: notes are counted in western digits, and the tilde of an address
    /// is often drawn as the accent or as the sign of likeness.
    fn meant(&self, c: char, raised: bool) -> char {
        match c {
            '˜' | '∼' if self.row.text.ends_with('/') => '~',
            c if raised => western_digit(c),
            c => c,
        }
    }

    fn is_raised(&self, glyph: &Glyph) -> bool {
        const RAISED: f32 = 0.12;
        const HIGH: f32 = 0.25;
        let raise = (glyph.y - self.row.y) / self.row.size;
        glyph.size <= self.row.size * SMALL && raise >= RAISED || raise >= HIGH
    }

    fn mark_raised(&mut self, range: &Range<usize>) {
        match self.row.raised.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => self.row.raised.push(range.clone()),
        }
    }

    fn mark_slanted(&mut self, range: &Range<usize>) {
        match self.row.slanted.last_mut() {
            Some(last) if self.row.text[last.end..range.start].trim().is_empty() => last.end = range.end,
            _ => self.row.slanted.push(range.clone()),
        }
    }

    fn mark_jump(&mut self, glyph: &Glyph, range: &Range<usize>) {
        let (x, y) = (glyph.x + glyph.width / 2.0, glyph.y + glyph.size * 0.25);
        let Some((_, spot)) = self.jumps.iter().find(|(area, _)| area.holds(x, y)) else { return };
        match self.row.jumps.last_mut() {
            Some((last, other)) if other == spot => last.end = range.end,
            _ => self.row.jumps.push((range.clone(), *spot)),
        }
    }

    fn mark_link(&mut self, glyph: &Glyph, range: Range<usize>) {
        let (x, y) = (glyph.x + glyph.width / 2.0, glyph.y + glyph.size * 0.25);
        let Some((_, target)) = self.links.iter().find(|(area, _)| area.holds(x, y)) else { return };
        match self.row.links.last_mut() {
            Some((last, other))
                if other == target && self.row.text[last.end..range.start].trim().is_empty() =>
            {
                last.end = range.end;
            }
            _ => self.row.links.push((range, target.clone())),
        }
    }
}
