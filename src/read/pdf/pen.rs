//! Puts down what a page's content draws: characters, and strokes that may be rules.

use std::time::Instant;

use hayro_font::kurbo::{Affine, BezPath, Point, Rect, Shape, Vec2};

use super::face::Code;
use super::glyph::{Area, Direction, Glyph, Page};
use super::limits;

/// How glyphs of one text lie.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lie {
    /// How long one size is along the line, before glyphs are widened.
    along: f64,
    size: f32,
    vertical: bool,
    /// None where the text runs askew.
    direction: Option<Direction>,
    /// Whether it is set in italics.
    slanted: bool,
    ink: u32,
}

impl Lie {
    /// By one size along the line and one upwards; `slanted` is the font.
    pub(super) fn new(along: Vec2, up: Vec2, vertical: bool, slanted: bool, ink: u32) -> Self {
        let direction = if vertical {
            Direction::of(-up.x as f32, -up.y as f32)
        } else {
            Direction::of(along.x as f32, along.y as f32)
        };
        let slanted = slanted || is_skewed(along, up);
        Self { along: along.hypot(), size: up.hypot() as f32, vertical, direction, slanted, ink }
    }
}

/// Whether glyphs are made to lean, as programs do that have no italics of a font.
fn is_skewed(along: Vec2, up: Vec2) -> bool {
    const LEAN: f64 = 0.1;
    along.dot(up) > along.hypot() * up.hypot() * LEAN
}

/// A page being drawn.
pub(super) struct Pen {
    pub page: Page,
    steps: usize,
    /// How many operators were read.
    ticks: usize,
    until: Instant,
}

/// After how many steps the clock is looked at.
const LOOK: usize = 1024;

impl Pen {
    /// Of a page that has about so many glyphs.
    pub(super) fn new(glyphs: usize) -> Self {
        // Like sizes are found again where a page before left them.
        let page = Page { glyphs: Vec::with_capacity(glyphs.next_power_of_two()), ..Page::default() };
        Self { page, steps: 0, ticks: 0, until: Instant::now() + limits::PAGE_TIME }
    }

    /// Counts steps. False, and the page is cut short, where it takes more than it may.
    pub(super) fn step(&mut self, count: usize) -> bool {
        let looks = self.steps / LOOK;
        self.steps += count;
        let late = || self.steps / LOOK > looks && Instant::now() > self.until;
        let many = self.steps > limits::STEPS_A_PAGE || self.page.glyphs.len() > limits::GLYPHS_A_PAGE;
        self.page.cut |= many || late();
        !self.page.cut
    }

    /// An operator is read. False where the page takes more time than it may.
    pub(super) fn tick(&mut self) -> bool {
        self.ticks += 1;
        self.page.cut |= self.ticks.is_multiple_of(LOOK) && Instant::now() > self.until;
        !self.page.cut
    }

    /// Puts down what a code stands for.
    pub(super) fn glyph(&mut self, code: &Code, origin: Point, lie: Lie) {
        const EM: f32 = 1000.0;
        let Lie { size, slanted, ink, .. } = lie;
        let Some(direction) = lie.direction else { return };
        let width = match (lie.vertical, code.width) {
            (true, _) => size,
            (false, Some(width)) => (lie.along * code.stretch) as f32 * width / EM,
            (false, None) => size / 2.0,
        };
        let (x, y) = (origin.x as f32, origin.y as f32);
        let finite = [x, y, size, width].iter().all(|value| value.is_finite());
        if !finite || size <= 0.0 {
            return;
        }
        self.page.unknown += usize::from(!code.known);
        self.characters(code, &Glyph { c: ' ', x, y, width, size, direction, ink, slanted });
    }

    /// Adds the characters that one glyph stands for, side by side.
    fn characters(&mut self, code: &Code, at: &Glyph) {
        let count = code.characters.len().max(1) as f32;
        let width = at.width / count;
        for (index, c) in code.characters.iter().enumerate() {
            let place = if code.leftward { count - 1.0 - index as f32 } else { index as f32 };
            self.page.glyphs.push(Glyph { c: *c, width, ..at.moved(width * place) });
        }
    }

    /// Puts down a path that is painted, if it may be a rule.
    pub(super) fn path(&mut self, ctm: Affine, path: &BezPath) {
        if !path.elements().is_empty() {
            self.stroke((ctm * path).bounding_box());
        }
    }

    fn stroke(&mut self, bounds: Rect) {
        const THICKEST: f64 = 3.0;
        const SHORTEST: f64 = 20.0;
        let (thin, long) = (bounds.width().min(bounds.height()), bounds.width().max(bounds.height()));
        if thin <= THICKEST && long >= SHORTEST && self.page.rules.len() < limits::MARKS_A_PAGE {
            let corner = |x: f64, y: f64| (x as f32, y as f32);
            self.page.rules.push(Area::new(corner(bounds.x0, bounds.y0), corner(bounds.x1, bounds.y1)));
        }
    }
}
