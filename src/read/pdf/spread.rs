//! Addresses whose letters are spread to fill their line.
//!
//! TeX may stretch an address between its letters (`\Urlmuskip`), so that each of them stands as far
//! from the next as words do elsewhere. How far is seen in the scheme, which is written in one.

use super::glyph::Glyph;

const SCHEMES: [&str; 2] = ["https://", "http://"];

/// Which glyphs follow the one before them without a blank, though the gap is wide; empty where
/// nothing is spread. `tight` is how wide a gap makes a blank, in units of the size.
pub(super) fn spread(glyphs: &[Glyph], tight: f32) -> Vec<bool> {
    let mut tied = Vec::new();
    let mut at = 0;
    while at < glyphs.len() {
        let scheme = SCHEMES.iter().find(|scheme| begins(&glyphs[at..], scheme));
        let Some(length) = scheme.map(|scheme| scheme.len()) else {
            at += 1;
            continue;
        };
        let widest = glyphs[at..at + length].windows(2).map(gap).fold(0.0, f32::max);
        let start = at;
        at += length;
        if widest > tight {
            at = end(glyphs, at, widest);
            tied.resize(glyphs.len(), false);
            tied[start + 1..at].fill(true);
        }
    }
    tied
}

/// Whether glyphs begin with a scheme, drawn in one.
fn begins(glyphs: &[Glyph], scheme: &str) -> bool {
    glyphs.len() > scheme.len() && scheme.chars().zip(glyphs).all(|(c, glyph)| glyph.c == c)
}

/// Where the glyphs end that stand no farther apart than those of the scheme.
fn end(glyphs: &[Glyph], from: usize, widest: f32) -> usize {
    const SLACK: f32 = 1.15;
    let wide = |at: &usize| glyphs[*at].c == ' ' || gap(&glyphs[*at - 1..=*at]) > widest * SLACK;
    (from..glyphs.len()).find(wide).unwrap_or(glyphs.len())
}

/// The gap between two glyphs, in units of the size.
fn gap(pair: &[Glyph]) -> f32 {
    (pair[1].x - pair[0].end()) / pair[0].size.max(pair[1].size)
}

#[cfg(test)]
mod tests {
    use super::super::glyph::Direction;
    use super::*;

    /// Letters of half the size, each so far behind the one before.
    fn line(text: &str, gaps: f32, blanks: f32) -> Vec<Glyph> {
        let mut x = 0.0;
        let mut glyphs = Vec::new();
        for c in text.chars() {
            if c == ' ' {
                x += blanks;
            } else {
                glyphs.push(Glyph {
                    c,
                    x,
                    y: 0.0,
                    width: 5.0,
                    size: 10.0,
                    direction: Direction::Right,
                    ink: 0,
                    slanted: false,
                });
                x += 5.0 + gaps;
            }
        }
        glyphs
    }

    fn tied(glyphs: &[Glyph]) -> String {
        glyphs.iter().zip(spread(glyphs, 0.14)).filter(|(_, tied)| *tied).map(|(glyph, _)| glyph.c).collect()
    }

    #[test]
    fn an_address_is_spread_up_to_the_next_blank() {
        let mut glyphs = line("http://a.example/b", 2.0, 0.0);
        let end = glyphs[glyphs.len() - 1].end();
        glyphs.extend(
            line("for more", 0.0, 6.0).into_iter().map(|glyph| Glyph { x: glyph.x + end + 6.0, ..glyph }),
        );
        assert_eq!(tied(&glyphs), "ttp://a.example/b");
    }

    #[test]
    fn what_is_not_spread_is_left() {
        assert_eq!(tied(&line("http://a.example/b for", 0.0, 3.0)), "");
        assert_eq!(tied(&line("see nothing", 2.0, 3.0)), "");
    }
}
