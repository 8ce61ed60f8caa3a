//! Numbers of lines, in the margin of drafts, bills and pleadings: they count the lines of a page, all of
//! them or every fifth, and are no part of them.

use super::apart::BEGINNINGS;
use super::glyph::Glyph;
use super::segment::Segment;

/// Fewer numbers than these are none of lines.
const LEAST: usize = 6;
/// How far the places may differ where they end, in points.
const OFF: f32 = 8.0;

/// A number that stands alone, and the segment it is.
struct Number {
    segment: usize,
    value: u32,
}

/// What the pages so far say of numbers of lines.
#[derive(Debug, Default)]
pub(super) struct LineNumbers {
    /// Where they end.
    ends: Vec<f32>,
}

impl LineNumbers {
    /// The segments of a page without the numbers of its lines.
    pub(super) fn drop(&mut self, glyphs: &[Glyph], segments: Vec<Segment>) -> Vec<Segment> {
        let numbers: Vec<Option<u32>> = segments.iter().map(|segment| number(glyphs, segment)).collect();
        if numbers.iter().flatten().next().is_none() {
            return segments;
        }
        let mut gone = vec![false; segments.len()];
        for left in [true, false] {
            let column = margin(&segments, &numbers, left);
            if counts(glyphs, &segments, &column, &numbers) {
                self.ends.extend(column.first().map(|number| segments[number.segment].x1));
            }
            for Number { segment, .. } in column {
                gone[segment] = self.ends.iter().any(|end| (segments[segment].x1 - end).abs() <= OFF);
            }
        }
        let mut gone = gone.into_iter();
        segments.into_iter().filter(|_| !gone.next().unwrap_or(false)).collect()
    }
}

fn number(glyphs: &[Glyph], segment: &Segment) -> Option<u32> {
    const LONGEST: usize = 4;
    let printed = || glyphs[segment.glyphs.clone()].iter().map(|glyph| glyph.c).filter(|c| *c != ' ');
    let digits = printed().count() <= LONGEST && printed().all(|c| c.is_ascii_digit());
    if digits { printed().collect::<String>().parse().ok() } else { None }
}

/// The numbers in a margin that no text reaches into, from top to bottom.
fn margin(segments: &[Segment], numbers: &[Option<u32>], left: bool) -> Vec<Number> {
    let texts = || segments.iter().zip(numbers).filter(|(_, number)| number.is_none()).map(|(text, _)| text);
    let edge = if left {
        texts().map(|text| text.x0).min_by(f32::total_cmp)
    } else {
        texts().map(|text| text.x1).max_by(f32::total_cmp)
    };
    let Some(edge) = edge else { return Vec::new() };
    let outside = |segment: &Segment| if left { segment.x1 < edge } else { segment.x0 > edge };
    let numbers = numbers.iter().enumerate().filter_map(|(segment, value)| Some((segment, (*value)?)));
    let mut column: Vec<Number> = numbers
        .filter(|(segment, _)| outside(&segments[*segment]))
        .map(|(segment, value)| Number { segment, value })
        .collect();
    column.sort_by(|a, b| segments[b.segment].y.total_cmp(&segments[a.segment].y));
    column
}

/// Whether numbers count lines: evenly, and every line of running text where they count them one by
/// one, for so do the labels of notes of one line.
fn counts(glyphs: &[Glyph], segments: &[Segment], column: &[Number], numbers: &[Option<u32>]) -> bool {
    let [first, second, ..] = column else { return false };
    let step = second.value.saturating_sub(first.value);
    let even = column.windows(2).all(|pair| pair[0].value.checked_add(step) == Some(pair[1].value));
    let running = || {
        let lines: Vec<Line> = column.iter().filter_map(|at| line(glyphs, segments, at, numbers)).collect();
        let begun = lines.iter().filter(|line| line.begun).count();
        let ended = lines.iter().filter(|line| line.ended).count();
        lines.len() >= LEAST && begun * 5 >= lines.len() && ended * 2 < lines.len()
    };
    column.len() >= LEAST && step > 0 && even && (step > 1 || running())
}

/// What a line says of the text it is a part of.
struct Line {
    /// Whether it starts with a small letter, and with no address.
    begun: bool,
    /// Whether it ends with a stop.
    ended: bool,
}

/// The line that a number counts.
fn line(glyphs: &[Glyph], segments: &[Segment], at: &Number, numbers: &[Option<u32>]) -> Option<Line> {
    let own = &segments[at.segment];
    let level = |segment: &&Segment| (segment.y - own.y).abs() <= own.size / 2.0;
    let texts = segments.iter().zip(numbers).filter(|(_, number)| number.is_none()).map(|(text, _)| text);
    let beside: Vec<&Segment> = texts.filter(level).collect();
    let first = beside.iter().min_by(|a, b| a.x0.total_cmp(&b.x0))?;
    let last = beside.iter().max_by(|a, b| a.x1.total_cmp(&b.x1))?;
    let printed = |segment: &Segment| {
        glyphs[segment.glyphs.clone()].iter().map(|glyph| glyph.c).filter(|c| *c != ' ').collect::<Vec<_>>()
    };
    let text: String = printed(first).into_iter().collect();
    let begun =
        text.starts_with(char::is_lowercase) && !BEGINNINGS.iter().any(|begin| text.starts_with(begin));
    let ended = printed(last).last().is_some_and(|c| ".;!?)".contains(*c));
    Some(Line { begun, ended })
}

#[cfg(test)]
mod tests {
    use super::super::glyph::Direction;
    use super::super::segment::segments;
    use super::*;

    fn write(glyphs: &mut Vec<Glyph>, x: f32, y: f32, text: &str) {
        for (c, step) in text.chars().zip(0_u16..) {
            let x = x + 5.0 * f32::from(step);
            glyphs.push(Glyph {
                c,
                x,
                y,
                width: 5.0,
                size: 10.0,
                direction: Direction::Right,
                ink: 0,
                slanted: false,
            });
        }
    }

    /// What is left of lines that count from `first` on, every `step`.
    fn left(lines: &[&str], first: usize, step: usize) -> Vec<String> {
        let mut glyphs = Vec::new();
        for (line, number) in lines.iter().zip(first..) {
            let y = 700.0 - 12.0 * f32::from(u8::try_from(number - first).expect("few lines"));
            if number % step == 0 {
                write(&mut glyphs, 30.0, y, &number.to_string());
            }
            write(&mut glyphs, 72.0, y, line);
        }
        let segments = LineNumbers::default().drop(&glyphs, segments(&glyphs));
        let text = |segment: &Segment| glyphs[segment.glyphs.clone()].iter().map(|glyph| glyph.c).collect();
        segments.iter().map(text).collect()
    }

    #[test]
    fn numbers_of_lines_are_dropped() {
        let lines =
            ["The ministry said on", "Monday that nobody", "had been asked, and", "went on to"].repeat(10);
        assert_eq!(left(&lines, 14, 1), lines);
        assert_eq!(left(&lines, 1, 5), lines);
    }

    #[test]
    fn a_page_of_few_lines_is_told_by_the_one_before() {
        let (mut glyphs, mut few) = (Vec::new(), Vec::new());
        for number in 10_u8..30 {
            let y = 700.0 - 12.0 * f32::from(number);
            write(&mut glyphs, 30.0, y, &number.to_string());
            write(&mut glyphs, 72.0, y, "and so on");
        }
        write(&mut few, 30.0, 700.0, "30");
        write(&mut few, 72.0, 700.0, "The end.");
        let mut numbers = LineNumbers::default();
        assert_eq!(numbers.drop(&few, segments(&few)).len(), 2);
        assert_eq!(numbers.drop(&glyphs, segments(&glyphs)).len(), 20);
        assert_eq!(numbers.drop(&few, segments(&few)).len(), 1);
    }

    #[test]
    fn labels_of_notes_are_kept() {
        let notes = ["Ibid.", "See above.", "see http://a.example/b.", "The Daily, p. 3."].repeat(10);
        assert_eq!(left(&notes, 1, 1).len(), 2 * notes.len());
        let notes = ["http://a.example/b", "https://b.example/c"].repeat(10);
        assert_eq!(left(&notes, 1, 1).len(), 2 * notes.len());
    }
}
