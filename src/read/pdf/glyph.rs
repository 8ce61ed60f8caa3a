//! What a page draws, as far as its text is concerned.

use std::collections::HashMap;
use std::sync::Arc;

use super::scripts::right_to_left;

/// Which way a line of text runs on the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Direction {
    /// Left to right.
    #[default]
    Right,
    /// Bottom to top, as on a page set sideways.
    Up,
    /// Upside down.
    Left,
    /// Top to bottom: sideways the other way, or vertical writing.
    Down,
}

impl Direction {
    /// All of them.
    pub(super) const ALL: [Self; 4] = [Self::Right, Self::Up, Self::Left, Self::Down];

    /// The direction of a vector; none where it runs askew, as watermarks do.
    pub(super) fn of(x: f32, y: f32) -> Option<Self> {
        const ASKEW: f32 = 0.25;
        if y.abs() <= x.abs() * ASKEW {
            Some(if x >= 0.0 { Self::Right } else { Self::Left })
        } else if x.abs() <= y.abs() * ASKEW {
            Some(if y >= 0.0 { Self::Up } else { Self::Down })
        } else {
            None
        }
    }

    /// By how many quarter turns to the left such text is turned.
    pub(super) fn turns(self) -> u8 {
        match self {
            Self::Right => 0,
            Self::Up => 1,
            Self::Left => 2,
            Self::Down => 3,
        }
    }

    /// Turns a point of the page so that text of this direction runs left to right.
    pub(super) fn upright(self, (x, y): (f32, f32)) -> (f32, f32) {
        match self {
            Self::Right => (x, y),
            Self::Up => (y, -x),
            Self::Left => (-x, -y),
            Self::Down => (-y, x),
        }
    }
}

/// A character with its place, in points; y counts upwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    /// The character; U+FFFD where the file does not say.
    pub c: char,
    /// Where it starts.
    pub x: f32,
    /// Its baseline.
    pub y: f32,
    /// How far the next glyph stands.
    pub width: f32,
    /// The size of its font.
    pub size: f32,
    /// Which way its line runs.
    pub direction: Direction,
    /// Its colour.
    pub ink: u32,
    /// Whether it is set in italics.
    pub slanted: bool,
}

impl Glyph {
    /// Where it ends.
    pub(super) fn end(&self) -> f32 {
        self.x + self.width
    }

    /// How far along its line it starts.
    pub(super) fn along(&self) -> f32 {
        self.direction.upright((self.x, self.y)).0
    }

    /// How high its line stands, on the page turned so that it runs left to right.
    pub(super) fn across(&self) -> f32 {
        self.direction.upright((self.x, self.y)).1
    }

    /// The glyph moved on along its line.
    pub(super) fn moved(self, by: f32) -> Self {
        match self.direction {
            Direction::Right => Self { x: self.x + by, ..self },
            Direction::Up => Self { y: self.y + by, ..self },
            Direction::Left => Self { x: self.x - by, ..self },
            Direction::Down => Self { y: self.y - by, ..self },
        }
    }
}

/// A horizontal stroke or a rectangle: of rules, of link areas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    /// Left, bottom, right and top.
    pub x0: f32,
    pub y0: f32,
    pub x1: f32,
    pub y1: f32,
}

impl Area {
    /// The area between two corners, in any order.
    pub(super) fn new((ax, ay): (f32, f32), (bx, by): (f32, f32)) -> Self {
        Self { x0: ax.min(bx), y0: ay.min(by), x1: ax.max(bx), y1: ay.max(by) }
    }

    /// The area turned so that text of a direction runs left to right.
    pub(super) fn upright(self, direction: Direction) -> Self {
        Self::new(direction.upright((self.x0, self.y0)), direction.upright((self.x1, self.y1)))
    }

    /// Whether a point lies within.
    pub(super) fn holds(&self, x: f32, y: f32) -> bool {
        (self.x0..=self.x1).contains(&x) && (self.y0..=self.y1).contains(&y)
    }
}

/// Where a link within the document leads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spot {
    /// The page, from 0.
    pub page: usize,
    /// The upper left corner of what it leads to.
    pub x: f32,
    pub y: f32,
}

/// How most of a page looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    /// The colour of most of its glyphs.
    pub ink: u32,
    /// Whether it is written right to left.
    pub leftward: bool,
}

/// A page as it was drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Page {
    /// The glyphs in the order in which they were drawn.
    pub glyphs: Vec<Glyph>,
    /// Thin horizontal strokes (thin in the direction of the text).
    pub rules: Vec<Area>,
    /// What links cover, with their targets.
    pub links: Vec<(Area, Arc<str>)>,
    /// What links within the document cover, and where they lead.
    pub jumps: Vec<(Area, Spot)>,
    /// How many glyphs have no known character.
    pub unknown: usize,
    /// Whether an image is drawn.
    pub image: bool,
    /// Whether a limit cut it short or its content broke the reader.
    pub cut: bool,
}

impl Page {
    /// Leaves out what stands outside of what is shown: printers' marks, the name of the layout's
    /// file. Where nothing is left, the box is wrong.
    pub(super) fn crop(&mut self, seen: Area) {
        const EDGE: f32 = 2.0;
        let seen = Area { x0: seen.x0 - EDGE, y0: seen.y0 - EDGE, x1: seen.x1 + EDGE, y1: seen.y1 + EDGE };
        let within = |glyph: &Glyph| seen.holds(glyph.x, glyph.y);
        if self.glyphs.iter().any(within) {
            self.glyphs.retain(within);
        }
    }

    /// How most of its glyphs look.
    pub(super) fn look(&self) -> Look {
        Look { ink: self.ink(), leftward: self.leftward() }
    }

    fn ink(&self) -> u32 {
        let mut counts: HashMap<u32, usize> = HashMap::new();
        for run in self.glyphs.chunk_by(|one, other| one.ink == other.ink) {
            *counts.entry(run[0].ink).or_default() += run.len();
        }
        counts.into_iter().max_by_key(|(ink, count)| (*count, *ink)).map_or(0, |(ink, _)| ink)
    }

    /// Forgets the slant of a page that is set in italics for the most part: there it marks nothing.
    pub(super) fn drop_slant(&mut self) {
        let slanted = self.glyphs.iter().filter(|glyph| glyph.slanted).count();
        if slanted * 2 > self.glyphs.len() {
            self.glyphs.iter_mut().for_each(|glyph| glyph.slanted = false);
        }
    }

    /// Whether it is written right to left. Addresses run the other way, and may be much of it.
    fn leftward(&self) -> bool {
        const TENTHS: usize = 3;
        let leftward = self.glyphs.iter().filter(|glyph| right_to_left(glyph.c)).count();
        let letters = || self.glyphs.iter().filter(|glyph| glyph.c.is_alphabetic()).count();
        leftward > 0 && leftward * 10 > letters() * TENTHS
    }

    /// Turns the page so that the direction of most of its text runs left to right, and leaves
    /// the rest of the text out: stamps along the margin, labels of axes. Returns that direction. On
    /// a page with little else a stamp would be most of the text: what is as long as what was left out of
    /// the page before does not count. `aside` holds how much that was, and is set for the next page.
    pub(super) fn turn_upright(&mut self, aside: &mut [usize; 4]) -> Direction {
        let mut counts = [0_usize; Direction::ALL.len()];
        for glyph in &self.glyphs {
            counts[usize::from(glyph.direction.turns())] += 1;
        }
        let stamp = |at: usize| counts[at].abs_diff(aside[at]) * 10 <= aside[at];
        let own = |at: usize| if stamp(at) { 0 } else { counts[at] };
        let main = (0..counts.len()).rev().max_by_key(|at| own(*at)).unwrap_or_default();
        *aside = counts;
        aside[main] = 0;
        let main = Direction::ALL[main];
        self.glyphs.retain(|glyph| glyph.direction == main);
        for glyph in &mut self.glyphs {
            (glyph.x, glyph.y) = main.upright((glyph.x, glyph.y));
        }
        for rule in &mut self.rules {
            *rule = rule.upright(main);
        }
        self.rules.retain(|rule| rule.y1 - rule.y0 <= rule.x1 - rule.x0);
        for area in self.links.iter_mut().map(|(area, _)| area) {
            *area = area.upright(main);
        }
        for area in self.jumps.iter_mut().map(|(area, _)| area) {
            *area = area.upright(main);
        }
        main
    }
}
