//! Numbers that a link ties to what they stand for: markers of notes, set as they may be.
//!
//! Links within a document lead from its contents to headings, from citations to works, and back.
//! Only those say something of notes that lead from a number to a row that starts with it.

use std::ops::Range;

use super::foot;
use super::glyph::{Direction, Spot};
use super::row::Row;

/// Marks the numbers that links lead from, and the rows they lead to. `directions` tells which way
/// each page was turned.
pub(super) fn follow(pages: &mut [Vec<Row>], directions: &[Direction]) {
    if pages.iter().flatten().all(|row| row.jumps.is_empty()) {
        return;
    }
    let body = foot::body_size(pages);
    for page in 0..pages.len() {
        for row in 0..pages[page].len() {
            let jumps = std::mem::take(&mut pages[page][row].jumps);
            for (range, spot) in jumps {
                let Some(number) = number(&pages[page][row].text, range) else { continue };
                let printed = &pages[page][row].text[number.clone()];
                let Some(target) = target(pages, directions, spot, printed, body) else { continue };
                if (spot.page, target) != (page, row) {
                    pages[spot.page][target].led = true;
                    pages[page][row].marks.push(number);
                }
            }
        }
    }
}

/// The digits of a link that covers a number alone, or a word with one: `12`, `[12]`, `note 12`.
fn number(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    const LONGEST: usize = 4;
    let printed = text.get(range.clone())?;
    let digits = printed.trim_end_matches([')', ']', '.', ' ']);
    let start = digits.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let words = digits[..start].trim_matches(['(', '[', ' ', '.']);
    let plain = !words.contains(|c: char| !c.is_alphabetic());
    let length = digits.len() - start;
    (plain && (1..=LONGEST).contains(&length) && !digits[start..].starts_with('0'))
        .then_some(range.start + start..range.start + digits.len())
}

/// The row at a spot, or right below it, that starts with a number and is no heading.
fn target(
    pages: &[Vec<Row>],
    directions: &[Direction],
    spot: Spot,
    number: &str,
    body: f32,
) -> Option<usize> {
    const ABOVE: f32 = 0.5;
    const BELOW: f32 = 3.0;
    const BESIDE: f32 = 4.0;
    const HEADING: f32 = 1.12;
    let rows = pages.get(spot.page)?;
    let (x, y) = directions.get(spot.page)?.upright((spot.x, spot.y));
    let margin = rows.iter().map(|row| row.x0).min_by(f32::total_cmp)?;
    let x = x.max(margin);
    let here = |row: &Row| {
        (-row.size * ABOVE..=row.size * BELOW).contains(&(y - row.y))
            && (row.x0 - row.size * BESIDE..=row.x1).contains(&x)
            && row.size <= body * HEADING
            && starts(&row.text, number)
    };
    (0..rows.len()).filter(|at| here(&rows[*at])).max_by(|a, b| rows[*a].y.total_cmp(&rows[*b].y))
}

/// Whether a text starts with a number, and with no longer one.
fn starts(text: &str, number: &str) -> bool {
    let rest = text.trim_start_matches(['(', '[', ' ']).strip_prefix(number);
    rest.is_some_and(|rest| {
        let after = rest.strip_prefix(['.', ',']).unwrap_or(rest);
        !rest.starts_with(|c: char| c.is_ascii_digit()) && !after.starts_with(|c: char| c.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(y: f32, text: &str) -> Row {
        Row { text: text.to_owned(), x0: 50.0, x1: 400.0, y, size: 10.0, ..Row::default() }
    }

    fn follow_from(link: &str, target: &str) -> Vec<Vec<Row>> {
        let mut from = row(700.0, &format!("As was said {link}"));
        let spot = Spot { page: 1, x: 0.0, y: 612.0 };
        from.jumps = vec![("As was said ".len()..from.text.len(), spot)];
        let below = row(588.0, "13 Another.");
        let mut pages = vec![vec![from], vec![row(660.0, "12 May was dry."), row(600.0, target), below]];
        follow(&mut pages, &[Direction::Right, Direction::Right]);
        pages
    }

    fn marked(link: &str, target: &str) -> (Vec<String>, bool) {
        let pages = follow_from(link, target);
        let from = &pages[0][0];
        let marks = from.marks.iter().map(|range| from.text[range.clone()].to_owned()).collect();
        (marks, pages[1][1].led)
    }

    #[test]
    fn a_number_leads_to_the_row_that_starts_with_it() {
        for link in ["12", "[12]", "(12)", "note 12"] {
            assert_eq!(marked(link, "12. See the report."), (vec!["12".to_owned()], true), "{link}");
        }
    }

    #[test]
    fn other_links_mark_nothing() {
        for (link, target) in
            [("12", "3 Wells"), ("12", "12.3 Wells"), ("Wells 12, 13", "13 Wells"), ("2", "12 Wells")]
        {
            assert_eq!(marked(link, target), (vec![], false), "{link} {target}");
        }
    }
}
