//! What holds at a point of a page's content: the graphics state (ISO 32000-1, 8.4 and 9.3).

use std::rc::Rc;

use hayro_font::kurbo::{Affine, Point};

use super::face::{Code, Face};
use super::paint::Paint;

/// The graphics state.
#[derive(Debug, Clone, Default)]
pub(super) struct State<'a> {
    /// From the units of the content to those of the page.
    pub ctm: Affine,
    pub fill: Paint,
    pub stroke: Paint,
    pub text: Text<'a>,
}

/// How text is shown.
#[derive(Debug, Clone)]
pub(super) struct Text<'a> {
    pub character_space: f32,
    pub word_space: f32,
    /// In hundredths.
    pub scaling: f32,
    pub leading: f32,
    pub rise: f32,
    pub size: f32,
    /// Whether glyphs are only stroked.
    pub stroked: bool,
    pub face: Option<Rc<Face<'a>>>,
    pub matrix: Affine,
    pub line: Affine,
}

impl Default for Text<'_> {
    fn default() -> Self {
        Self {
            character_space: 0.0,
            word_space: 0.0,
            scaling: 100.0,
            leading: 0.0,
            rise: 0.0,
            size: 1.0,
            stroked: false,
            face: None,
            matrix: Affine::IDENTITY,
            line: Affine::IDENTITY,
        }
    }
}

/// The units that the widths of glyphs are given in, to the size.
const EM: f32 = 1000.0;

impl Text<'_> {
    /// Sets both matrices.
    pub(super) fn place(&mut self, matrix: Affine) {
        (self.matrix, self.line) = (matrix, matrix);
    }

    /// Goes to the next line.
    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.place(self.line * Affine::translate((x, y)));
    }

    /// Goes to the next line as far as lines are apart.
    pub(super) fn lead(&mut self) {
        self.next_line(0.0, f64::from(-self.leading));
    }

    fn horizontal(&self) -> bool {
        self.face.as_ref().is_some_and(|face| face.is_horizontal())
    }

    /// From the units of glyphs, whose size is 1, to those of text, without the rise.
    pub(super) fn sized(&self) -> Affine {
        let size = f64::from(self.size);
        Affine::new([size * f64::from(self.scaling / 100.0), 0.0, 0.0, size, 0.0, 0.0])
    }

    /// Where a glyph stands, in the units of text before its matrix.
    pub(super) fn origin(&self, code: &Code) -> Point {
        let at = code.displacement / f64::from(EM);
        let (x, y) = (f64::from(self.size) * f64::from(self.scaling / 100.0), f64::from(self.size));
        Point::new(at.x * x, at.y * y + f64::from(self.rise))
    }

    /// Moves back by thousandths of the size.
    pub(super) fn adjust(&mut self, by: f32) {
        let by = -by / EM * self.size;
        if self.horizontal() {
            self.shift(by * (self.scaling / 100.0), 0.0);
        } else {
            self.shift(0.0, by);
        }
    }

    /// Moves on behind a code; `blank` says that it is a space of one byte.
    pub(super) fn advance(&mut self, code: &Code, blank: bool, horizontal: bool) {
        let word_space = if blank { self.word_space } else { 0.0 };
        let by = |advance: f64| advance as f32 / EM * self.size + self.character_space + word_space;
        if horizontal {
            let by = by(code.advance.x) * (self.scaling / 100.0);
            self.shift(by, 0.0);
        } else {
            let by = by(code.advance.y);
            self.shift(0.0, by);
        }
    }

    fn shift(&mut self, x: f32, y: f32) {
        let (mut matrix, x, y) = (self.matrix.as_coeffs(), f64::from(x), f64::from(y));
        matrix[4] += matrix[0] * x + matrix[2] * y;
        matrix[5] += matrix[1] * x + matrix[3] * y;
        self.matrix = Affine::new(matrix);
    }
}
