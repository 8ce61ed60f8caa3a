//! Addresses that are set apart from their sentence: in a typewriter face, or in another colour.
//!
//! Where such an address breaks over lines, its setting says where it goes on and where it ends,
//! which its characters often cannot: `…/report.asp` with `x?id=3` on the next line. It becomes a
//! link, as if the file had one. In colour alone a hyphen at a line end may be the typesetter's,
//! and is left to be judged; a typewriter face is not hyphenated.

use std::ops::Range;
use std::sync::Arc;

use super::glyph::Glyph;
use super::row::Row;

/// What sets a stretch apart.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Style {
    /// How wide every glyph is, in units of the size; 0 if it is set in another colour only.
    pitch: f32,
    /// The size.
    size: f32,
    /// The colour.
    ink: u32,
}

impl Style {
    fn alike(&self, other: &Self) -> bool {
        self.ink == other.ink
            && (self.pitch - other.pitch).abs() < 0.002
            && (self.size - other.size).abs() < 0.1
    }
}

/// A stretch without blanks that is set in one way.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stretch {
    /// Bytes of its row.
    range: Range<usize>,
    style: Style,
    /// Whether the row is set in another way as well.
    apart: bool,
}

/// The stretches of a row that may be part of an address that is broken over lines: the first, and those of
/// its last word. `glyphs` come with the byte each stands at, `ink` is the colour of most of the page.
pub(super) fn stretches(text: &str, glyphs: &[(usize, Glyph)], ink: u32) -> Vec<Stretch> {
    const SHORTEST: usize = 8;
    const OTHERS: usize = 3;
    let mut stretches = Vec::new();
    for word in words(text) {
        if !stretches.is_empty() && word.end < text.len() {
            continue;
        }
        let from = glyphs.partition_point(|(at, _)| *at < word.start);
        let to = glyphs.partition_point(|(at, _)| *at < word.end);
        let mut at = from;
        while at < to {
            let style = style(&glyphs[at].1, ink);
            let length =
                glyphs[at..to].iter().take_while(|(_, glyph)| self::style(glyph, ink).alike(&style)).count();
            let end = glyphs.get(at + length).map_or(word.end, |(byte, _)| (*byte).min(word.end));
            if length >= SHORTEST || glyphs[at].0 == 0 || end == text.len() {
                let others = glyphs.iter().filter(|(_, glyph)| !self::style(glyph, ink).alike(&style));
                let apart = others.take(OTHERS).count() == OTHERS;
                stretches.push(Stretch { range: glyphs[at].0..end, style, apart });
            }
            at += length;
        }
    }
    stretches
}

fn style(glyph: &Glyph, ink: u32) -> Style {
    if glyph.ink == ink {
        Style { pitch: glyph.width / glyph.size, size: glyph.size, ink }
    } else {
        Style { pitch: 0.0, size: glyph.size, ink: glyph.ink }
    }
}

fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let start = text.as_ptr() as usize;
    text.split(' ').filter(|word| !word.is_empty()).map(move |word| {
        let at = word.as_ptr() as usize - start;
        at..at + word.len()
    })
}

/// Makes links of the addresses that are set apart and broken over lines, among rows in the order
/// of reading.
pub(super) fn tie(column: &mut [&mut Row]) {
    let plain = column.iter().filter(|row| row.apart.first().is_some_and(|stretch| !stretch.apart)).count();
    let mixed = plain * 2 < column.len();
    for first in 0..column.len() {
        if let Some(address) = address(column, first, mixed) {
            let target: Arc<str> = address.target.into();
            for (row, range) in address.pieces {
                let links = &mut column[row].links;
                links.push((range, target.clone()));
                links.sort_by_key(|(range, _)| range.start);
            }
        }
    }
}

struct Address {
    target: String,
    /// Rows, and what of them it covers.
    pieces: Vec<(usize, Range<usize>)>,
}

fn address(column: &[&mut Row], first: usize, mixed: bool) -> Option<Address> {
    const LONGEST: usize = 12;
    let row = &*column[first];
    let stretch = row.apart.last().filter(|stretch| stretch.range.end == row.text.len())?;
    let text = &row.text[stretch.range.clone()];
    let start = begins(text).or_else(|| broken(text, column.get(first + 1)?, stretch.style))?;
    let start = stretch.range.start + start;
    if ends(&row.text[start..]).is_some() {
        return None;
    }
    let mut pieces = vec![(first, start..row.text.len())];
    let mut apart = mixed || stretch.apart;
    for next in first + 1..column.len().min(first + LONGEST) {
        let Some(more) = goes_on(column[next - 1], column[next], stretch.style) else { break };
        apart |= more.apart;
        let within = ends(&column[next].text[more.range.clone()]).map(|at| more.range.start + at);
        let end = within.unwrap_or(more.range.end);
        if end > more.range.start {
            pieces.push((next, more.range.start..end));
        }
        if end < column[next].text.len() {
            break;
        }
    }
    let linked = |(row, range): &(usize, Range<usize>)| {
        column[*row].links.iter().any(|(link, _)| link.start < range.end && range.start < link.end)
    };
    if pieces.len() < 2 || !apart || pieces.iter().any(linked) {
        return None;
    }
    let inner = &pieces[..pieces.len() - 1];
    let hyphened = inner.iter().any(|(row, _)| column[*row].text.ends_with(['-', '\u{2010}', '\u{ad}']));
    if hyphened && stretch.style.pitch == 0.0 {
        return None;
    }
    let target: String = pieces.iter().map(|(row, range)| &column[*row].text[range.clone()]).collect();
    finish(target, pieces)
}

/// The address without the stops behind it.
fn finish(mut target: String, mut pieces: Vec<(usize, Range<usize>)>) -> Option<Address> {
    let kept = target.trim_end_matches(['.', ',', ';', ':']).len();
    let (_, last) = pieces.last_mut()?;
    last.end = last.end.checked_sub(target.len() - kept).filter(|end| *end > last.start)?;
    target.truncate(kept);
    if target.starts_with("www.") {
        target.insert_str(0, "http://");
    }
    Some(Address { target, pieces })
}

/// Where an address ends in a stretch before its end: `…/article},` in a listing.
fn ends(stretch: &str) -> Option<usize> {
    stretch.find(['{', '}', '"', '\\', '^', '`'])
}

/// Where an address begins in a stretch.
fn begins(text: &str) -> Option<usize> {
    let at = BEGINNINGS.iter().filter_map(|beginning| text.find(beginning)).min()?;
    text[..at].chars().all(|c| !c.is_alphanumeric() && c != '/').then_some(at)
}

/// Where an address begins that breaks within `http://`.
fn broken(text: &str, next: &Row, style: Style) -> Option<usize> {
    let more = next.apart.first().filter(|more| more.range.start == 0 && more.style.alike(&style))?;
    let at = text.rfind('h').filter(|at| text.len() - at < "https://".len())?;
    let joined = text[at..].to_owned() + &next.text[more.range.clone()];
    (text[..at].chars().all(|c| !c.is_alphanumeric()) && begins(&joined) == Some(0)).then_some(at)
}

/// How printed addresses begin.
pub(super) const BEGINNINGS: &[&str] = &["http://", "https://", "ftp://", "www."];

/// The stretch at the start of a row, if it goes on with one at the end of the row above.
fn goes_on<'a>(above: &Row, row: &'a Row, style: Style) -> Option<&'a Stretch> {
    const FARTHEST: f32 = 2.6;
    let turned = above.y <= row.y;
    let near = turned || above.y - row.y <= row.size * FARTHEST;
    let stretch = row.apart.first().filter(|stretch| stretch.range.start == 0)?;
    let scheme = above.text.ends_with("://");
    let text = &row.text[stretch.range.clone()];
    let anew = !scheme && begins(text).is_some() || is_comment(text);
    (near && stretch.style.alike(&style) && !anew).then_some(stretch)
}

/// Whether a line of a listing begins with the sign of a comment: `%`, which in an address two hexadecimal
/// digits follow, or `--`.
fn is_comment(stretch: &str) -> bool {
    let Some(behind) = stretch.strip_prefix('%') else { return stretch.starts_with("--") };
    !behind.get(..2).is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPEWRITER: Style = Style { pitch: 0.525, size: 9.0, ink: 0 };

    fn row(number: u8, text: &str, range: Range<usize>) -> Row {
        let apart = range.len() < text.len();
        Row {
            text: text.to_owned(),
            y: 700.0 - 11.0 * f32::from(number),
            size: 9.0,
            apart: vec![Stretch { range, style: TYPEWRITER, apart }],
            ..Row::default()
        }
    }

    fn links(rows: &[Row]) -> Vec<(&str, &str)> {
        rows.iter()
            .flat_map(|row| row.links.iter().map(|(range, target)| (&row.text[range.clone()], &**target)))
            .collect()
    }

    #[test]
    fn an_address_goes_on_where_its_face_does() {
        let mut rows = [row(0, "See http://a.example/report.asp", 4..31), row(1, "x?id=3 for more.", 0..6)];
        tie(&mut rows.iter_mut().collect::<Vec<_>>());
        let target = "http://a.example/report.aspx?id=3";
        assert_eq!(links(&rows), [("http://a.example/report.asp", target), ("x?id=3", target)]);
    }

    #[test]
    fn a_stop_behind_it_is_none_of_it() {
        let mut rows = [row(0, "See http://a.example/r", 4..22), row(1, "eport.html.", 0..11)];
        tie(&mut rows.iter_mut().collect::<Vec<_>>());
        let target = "http://a.example/report.html";
        assert_eq!(links(&rows), [("http://a.example/r", target), ("eport.html", target)]);
    }

    #[test]
    fn an_address_may_break_before_its_host() {
        let mut rows = [row(0, "See htt", 4..7), row(1, "ps://a.example/r for more", 0..16)];
        tie(&mut rows.iter_mut().collect::<Vec<_>>());
        let target = "https://a.example/r";
        assert_eq!(links(&rows), [("htt", target), ("ps://a.example/r", target)]);
    }

    #[test]
    fn an_address_may_break_right_behind_its_scheme() {
        for (above, below) in [("See https:", "//www.a.example/r"), ("See https://", "www.a.example/r")] {
            let mut rows = [row(0, above, 4..above.len()), row(1, below, 0..below.len())];
            tie(&mut rows.iter_mut().collect::<Vec<_>>());
            let target = "https://www.a.example/r";
            assert_eq!(links(&rows), [(&above[4..], target), (below, target)]);
        }
    }

    #[test]
    fn an_address_of_a_listing_ends_at_its_brace() {
        let mut rows = [row(0, "See {http://a.example/r},", 4..25), row(1, "year = {2012}", 0..4)];
        tie(&mut rows.iter_mut().collect::<Vec<_>>());
        assert_eq!(links(&rows), []);
        let mut rows = [row(0, "See {http://a.example/r", 4..23), row(1, "eport}, 2012", 0..7)];
        tie(&mut rows.iter_mut().collect::<Vec<_>>());
        let target = "http://a.example/report";
        assert_eq!(links(&rows), [("http://a.example/r", target), ("eport", target)]);
    }

    #[test]
    fn a_comment_of_a_listing_is_no_rest() {
        for comment in ["%%", "--- and"] {
            let end = comment.find(' ').unwrap_or(comment.len());
            let mut rows = [row(0, "See http://a.example/r.txt", 4..26), row(1, comment, 0..end)];
            tie(&mut rows.iter_mut().collect::<Vec<_>>());
            assert_eq!(links(&rows), [], "{comment}");
        }
        let mut rows = [row(0, "See http://a.example/r", 4..22), row(1, "%20t.txt", 0..8)];
        tie(&mut rows.iter_mut().collect::<Vec<_>>());
        assert_eq!(links(&rows)[1].1, "http://a.example/r%20t.txt");
    }

    #[test]
    fn where_all_is_set_alike_the_face_says_nothing() {
        let mut rows = [row(0, "http://a.example/r", 0..18), row(1, "eport", 0..5)];
        tie(&mut rows.iter_mut().collect::<Vec<_>>());
        assert_eq!(links(&rows), []);
    }

    #[test]
    fn in_colour_a_hyphen_is_left_to_be_judged() {
        let mut rows = [row(0, "See http://a.example/re-", 4..24), row(1, "port for more", 0..4)];
        for row in &mut rows {
            row.apart[0].style = Style { pitch: 0.0, size: 9.0, ink: 7 };
        }
        tie(&mut rows.iter_mut().collect::<Vec<_>>());
        assert_eq!(links(&rows), []);
    }
}
