//! Lines that are written right to left, in the order of reading.
//!
//! Numbers and foreign words within them run left to right. Stops and brackets at their ends do not
//! belong to them (Unicode Standard Annex 9), but for those that an address is broken at.

use super::glyph::Glyph;
use super::scripts::right_to_left;

/// The glyphs of a line in the order of reading. `tight` is how wide a gap makes a blank, in units
/// of the size.
pub(super) fn leftward(glyphs: &[Glyph], tight: f32) -> Vec<Glyph> {
    let mut ordered = glyphs.to_vec();
    ordered.sort_by(|a, b| b.x.total_cmp(&a.x));
    drop_covered_blanks(&mut ordered);
    let mut ordered = with_blanks(ordered, tight);
    let mut start = 0;
    while start < ordered.len() {
        let length = foreign(&ordered[start..]);
        turn(&mut ordered[start..start + length]);
        if let Some(glyph) = ordered.get_mut(start + length) {
            glyph.c = mirrored(glyph.c);
        }
        start += length + 1;
    }
    ordered
}

/// Turns a foreign stretch around. What stands at its ends and is none of it is mirrored.
fn turn(run: &mut [Glyph]) {
    let lettered = run.iter().any(|glyph| glyph.c.is_alphabetic());
    let word = |glyph: &Glyph| glyph.c.is_alphanumeric();
    // An address that goes on in the next line keeps what it is broken behind, and one that comes
    // from the line above what it is broken before.
    let ends = |glyph: &Glyph| word(glyph) || lettered && "-/_=&?%#~+".contains(glyph.c);
    let begins = |glyph: &Glyph| word(glyph) || lettered && "/_=&?%#~".contains(glyph.c);
    let (Some(mut first), Some(mut last)) = (run.iter().position(ends), run.iter().rposition(begins)) else {
        mirror(run);
        return;
    };
    let count = |inner: &[Glyph], c: char| inner.iter().filter(|glyph| glyph.c == c).count();
    for (open, close) in [('(', ')'), ('[', ']')] {
        let (opened, closed) = (count(&run[first..=last], open), count(&run[first..=last], close));
        if closed > opened && run.get(last + 1).is_some_and(|glyph| glyph.c == open) {
            last += 1;
        }
        if opened > closed && first > 0 && run[first - 1].c == close {
            first -= 1;
        }
    }
    mirror(&mut run[..first]);
    mirror(&mut run[last + 1..]);
    run[first..=last].reverse();
}

fn mirror(glyphs: &mut [Glyph]) {
    for glyph in glyphs {
        glyph.c = mirrored(glyph.c);
    }
}

/// The bracket that is meant where one is drawn in a line that runs the other way.
fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        c => c,
    }
}

/// Blanks are drawn for nobody to see, and some programs put them where letters are.
fn drop_covered_blanks(ordered: &mut Vec<Glyph>) {
    let covers = |other: &Glyph, blank: &Glyph| {
        let overlap = other.end().min(blank.end()) - other.x.max(blank.x);
        other.c != ' ' && overlap > blank.width / 2.0
    };
    let covered = |at: usize| {
        let blank = &ordered[at];
        let near = &ordered[at.saturating_sub(2)..ordered.len().min(at + 3)];
        blank.c == ' ' && near.iter().any(|other| covers(other, blank))
    };
    let covered: Vec<bool> = (0..ordered.len()).map(covered).collect();
    let mut covered = covered.into_iter();
    ordered.retain(|_| !covered.next().unwrap_or(false));
}

/// The glyphs with the blanks that some programs leave and do not draw.
fn with_blanks(ordered: Vec<Glyph>, tight: f32) -> Vec<Glyph> {
    let mut spaced: Vec<Glyph> = Vec::with_capacity(ordered.len());
    for glyph in ordered {
        if let Some(last) = spaced.last().filter(|last| last.c != ' ' && glyph.c != ' ') {
            let (end, gap) = (glyph.end(), last.x - glyph.end());
            if gap > last.size.min(glyph.size) * tight {
                spaced.push(Glyph { c: ' ', x: end, width: gap, ..glyph });
            }
        }
        spaced.push(glyph);
    }
    spaced
}

/// How many of the first glyphs are foreign; words are with the blank between them.
fn foreign(glyphs: &[Glyph]) -> usize {
    let graphic =
        |glyph: &&Glyph| !right_to_left(glyph.c) && (glyph.c.is_alphanumeric() || glyph.c.is_ascii_graphic());
    let mut length = glyphs.iter().take_while(graphic).count();
    loop {
        let blanks = glyphs[length..].iter().take_while(|glyph| glyph.c == ' ').count();
        let next = glyphs[length + blanks..].iter().take_while(graphic).count();
        let lettered =
            |range: std::ops::Range<usize>| glyphs[range].iter().any(|glyph| glyph.c.is_alphabetic());
        if blanks == 0 || !lettered(0..length) || !lettered(length + blanks..length + blanks + next) {
            return length;
        }
        length += blanks + next;
    }
}

#[cfg(test)]
mod tests {
    use super::super::glyph::Direction;
    use super::*;

    /// What is read where this is seen from left to right.
    fn read(seen: &str) -> String {
        let glyph = |(c, at): (char, u8)| Glyph {
            c,
            x: f32::from(at) * 5.0,
            y: 0.0,
            width: 5.0,
            size: 10.0,
            direction: Direction::Right,
            ink: 0,
            slanted: false,
        };
        let glyphs: Vec<Glyph> = seen.chars().zip(0..).map(glyph).filter(|glyph| glyph.c != ' ').collect();
        leftward(&glyphs, 0.14).iter().map(|glyph| glyph.c).collect()
    }

    #[test]
    fn an_address_is_no_part_of_the_number_beside_it() {
        assert_eq!(read("http://a.example/b_ ,17/6/2008 ,גבא"), "אבג, 17/6/2008, http://a.example/b_");
    }

    #[test]
    fn the_rest_of_an_address_keeps_its_ends() {
        assert_eq!(read("גבא ,%D0%B3.pdf"), "%D0%B3.pdf, אבג");
        assert_eq!(read(".(2019)_b"), "(2019)_b.");
        assert_eq!(read(".1/2/2016-ב"), "ב-1/2/2016.");
    }

    #[test]
    fn brackets_are_seen_the_other_way() {
        assert_eq!(read("(2017) גבא"), "אבג (2017)");
        assert_eq!(read("(גבא) ב"), "ב (אבג)");
    }
}
