//! Marked content (ISO 32000-1, 14.6): what is hidden with its layer, and text that is said to stand for what is
//! drawn (14.9.4), as for ligatures, letters of decorated fonts and hyphens of the typesetter's.

use super::glyph::{Glyph, Page};
use super::scripts::{right_to_left, spelled};

/// The marked content that is open, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Marks {
    open: Vec<Mark>,
}

#[derive(Debug)]
struct Mark {
    shown: bool,
    said: Option<Said>,
}

/// What is drawn from a glyph of the page on, in words.
#[derive(Debug)]
struct Said {
    text: String,
    from: usize,
}

/// The longest text that is said for what is drawn, in bytes.
pub(super) const LONGEST: usize = 4096;

impl Marks {
    /// How many are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Whether what is drawn is shown.
    pub(super) fn shown(&self) -> bool {
        self.open.last().is_none_or(|mark| mark.shown)
    }

    /// Opens one; `said` is what is drawn in it, unless that is said already.
    pub(super) fn open(&mut self, shown: bool, said: Option<String>, page: &Page) {
        let shown = shown && self.shown();
        let said = said.filter(|_| self.open.iter().all(|mark| mark.said.is_none()));
        let said = said.map(|text| Said { text, from: page.glyphs.len() });
        self.open.push(Mark { shown, said });
    }

    /// Closes the innermost.
    pub(super) fn close(&mut self, page: &mut Page) {
        if let Some(said) = self.open.pop().and_then(|mark| mark.said) {
            said.lay(page);
        }
    }
}

impl Said {
    /// Puts the text in the place of the glyphs. Those of several lines are left, for it does not say where it breaks,
    /// and so is what runs right to left, which is drawn in any order.
    fn lay(&self, page: &mut Page) {
        let drawn = page.glyphs.get(self.from..).unwrap_or_default();
        let Some((first, last)) = drawn.first().zip(drawn.last()) else { return };
        let characters: Vec<char> = spelled(&self.text).collect();
        if drawn_alike(drawn, &characters)
            || !on_one_line(drawn)
            || characters.iter().any(|c| right_to_left(*c))
        {
            return;
        }
        page.unknown -= page.unknown.min(drawn.iter().filter(|glyph| glyph.c == '\u{fffd}').count());
        if characters.len() == drawn.len() {
            for (glyph, c) in page.glyphs[self.from..].iter_mut().zip(characters) {
                glyph.c = c;
            }
            return;
        }
        let (start, end) = (first.along(), last.along() + last.width);
        let width = (end - start).max(0.0) / characters.len().max(1) as f32;
        let first = *first;
        page.glyphs.truncate(self.from);
        let laid = characters.into_iter().zip(0_u16..);
        page.glyphs.extend(laid.map(|(c, step)| Glyph { c, width, ..first.moved(width * f32::from(step)) }));
    }
}

/// Whether the glyphs are the characters already, blanks left aside: these are told by the gaps.
fn drawn_alike(glyphs: &[Glyph], characters: &[char]) -> bool {
    let drawn = glyphs.iter().map(|glyph| glyph.c).filter(|c| *c != ' ');
    drawn.eq(characters.iter().copied().filter(|c| *c != ' '))
}

fn on_one_line(glyphs: &[Glyph]) -> bool {
    const OFF: f32 = 0.6;
    glyphs.windows(2).all(|pair| {
        let off = pair[1].across() - pair[0].across();
        pair[0].direction == pair[1].direction && off.abs() <= pair[0].size.max(pair[1].size) * OFF
    })
}
