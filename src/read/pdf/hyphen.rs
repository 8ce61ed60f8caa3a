//! Printed hyphens that the file calls soft.
//!
//! A font has one glyph for both, and some programs keep only one of its names: the soft hyphen's,
//! where that came first. A soft hyphen within a line is not drawn, so one that is drawn there was
//! meant for a hyphen, and so are all of its page.

use super::glyph::Glyph;

const SOFT: char = '\u{ad}';

/// Calls the hyphens of a page by their name. `known` tells whether the document has been found to
/// name them so, and is told.
pub(super) fn unsoften(glyphs: &mut [Glyph], known: &mut bool) {
    if !glyphs.iter().any(|glyph| glyph.c == SOFT) {
        return;
    }
    *known |= glyphs.windows(2).any(|pair| pair[0].c == SOFT && within(&pair[0], &pair[1]));
    if *known {
        glyphs.iter_mut().filter(|glyph| glyph.c == SOFT).for_each(|glyph| glyph.c = '-');
    }
}

/// Whether a word goes on right behind a glyph, on its line.
fn within(glyph: &Glyph, next: &Glyph) -> bool {
    const OFF: f32 = 0.2;
    let size = glyph.size;
    next.c.is_alphanumeric()
        && (glyph.y - next.y).abs() <= size * OFF
        && (glyph.end() - next.x).abs() <= size * OFF
        && glyph.width > 0.0
}

#[cfg(test)]
mod tests {
    use super::super::glyph::Direction;
    use super::*;

    fn line(text: &str, y: f32) -> Vec<Glyph> {
        let glyph = |(c, at): (char, u8)| Glyph {
            c,
            x: f32::from(at) * 5.0,
            y,
            width: 5.0,
            size: 10.0,
            direction: Direction::Right,
            ink: 0,
            slanted: false,
        };
        text.chars().zip(0..).map(glyph).collect()
    }

    fn unsoftened(lines: &[&str], known: bool) -> (String, bool) {
        let rows = lines.iter().zip(0_u8..);
        let mut glyphs: Vec<Glyph> =
            rows.flat_map(|(text, row)| line(text, 700.0 - 12.0 * f32::from(row))).collect();
        let mut known = known;
        unsoften(&mut glyphs, &mut known);
        (glyphs.iter().map(|glyph| glyph.c).collect(), known)
    }

    #[test]
    fn a_soft_hyphen_that_is_drawn_within_a_word_is_a_hyphen() {
        assert_eq!(unsoftened(&["well\u{ad}known", "re\u{ad}", "port"], false).0, "well-knownre-port");
        assert_eq!(unsoftened(&["re\u{ad}", "port"], true).0, "re-port");
    }

    #[test]
    fn at_a_line_end_it_may_be_soft() {
        assert_eq!(unsoftened(&["re\u{ad}", "port"], false), ("re\u{ad}port".to_owned(), false));
    }
}
