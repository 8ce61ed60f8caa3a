//! The path being built, as far as it may be a rule: what has more parts is a drawing.

use hayro_font::kurbo::{BezPath, PathEl, Point, Rect, Shape};

/// Most parts of a path that may be a rule: two rectangles.
const MOST: usize = 12;

/// A path.
#[derive(Debug, Default)]
pub(super) struct Outline {
    path: BezPath,
    parts: usize,
    last: Point,
    start: Point,
}

impl Outline {
    pub(super) fn clear(&mut self) {
        self.path.truncate(0);
        self.parts = 0;
    }

    /// How many parts it has.
    pub(super) fn parts(&self) -> usize {
        self.parts
    }

    /// The path, if it may be a rule.
    pub(super) fn rule(&self) -> Option<&BezPath> {
        (self.parts <= MOST).then_some(&self.path)
    }

    fn push(&mut self, part: PathEl) {
        if self.parts <= MOST {
            self.path.push(part);
        }
        self.parts += 1;
    }

    pub(super) fn move_to(&mut self, to: Point) {
        (self.last, self.start) = (to, to);
        self.push(PathEl::MoveTo(to));
    }

    pub(super) fn line_to(&mut self, to: Point) {
        if self.parts > 0 {
            self.last = to;
            self.push(PathEl::LineTo(to));
        }
    }

    /// A curve; without a first control point that is where the path stands.
    pub(super) fn curve_to(&mut self, first: Option<Point>, second: Point, to: Point) {
        if self.parts > 0 {
            let first = first.unwrap_or(self.last);
            self.last = to;
            self.push(PathEl::CurveTo(first, second, to));
        }
    }

    pub(super) fn close(&mut self) {
        if self.parts > 0 {
            self.last = self.start;
            self.push(PathEl::ClosePath);
        }
    }

    pub(super) fn rectangle(&mut self, x: f64, y: f64, width: f64, height: f64) {
        for part in Rect::new(x, y, x + width, y + height).path_elements(0.1) {
            self.push(part);
        }
        (self.last, self.start) = (Point::new(x, y), Point::new(x, y));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_rectangles_may_be_a_rule_and_three_are_a_drawing() {
        let mut outline = Outline::default();
        outline.line_to(Point::new(1.0, 1.0));
        assert_eq!(outline.parts(), 0);
        outline.rectangle(0.0, 0.0, 100.0, 0.5);
        outline.rectangle(0.0, 5.0, 100.0, 0.5);
        assert_eq!(outline.rule().map(Shape::bounding_box), Some(Rect::new(0.0, 0.0, 100.0, 5.5)));
        outline.rectangle(0.0, 10.0, 100.0, 0.5);
        assert_eq!(outline.rule(), None);
        outline.clear();
        assert_eq!(outline.rule().map(|path| path.elements().len()), Some(0));
    }
}
