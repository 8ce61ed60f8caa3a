//! The foot of a column: notes stand below a rule, or are set smaller than the text, or both.

use super::glyph::Area;
use super::row::Row;

/// What is smaller than this part of the text's size is set small.
const SMALL: f32 = 0.94;

/// The size that the text of a document is set in: most of the upper halves of its pages. Of
/// whole pages notes may fill the most.
pub(super) fn body_size(pages: &[Vec<Row>]) -> f32 {
    let mut sizes: Vec<(i32, usize)> = Vec::new();
    for page in pages {
        let high = page.iter().map(|row| row.y).max_by(f32::total_cmp).unwrap_or(0.0);
        let low = page.iter().map(|row| row.y).min_by(f32::total_cmp).unwrap_or(0.0);
        for row in page.iter().filter(|row| row.y * 2.0 >= high + low) {
            sizes.push(((row.size * 4.0).round() as i32, row.text.len()));
        }
    }
    sizes.sort_unstable();
    let mut best = (0, 0);
    for run in sizes.chunk_by(|a, b| a.0 == b.0) {
        best = best.max((run.iter().map(|(_, length)| length).sum::<usize>(), run[0].0));
    }
    best.1 as f32 / 4.0
}

/// Where the foot of a column starts, if it has one: the index of its first row.
pub(super) fn start(rows: &[Row], rules: &[Area], body: f32) -> Option<usize> {
    ruled(rows, rules, body).or_else(|| small(rows, body))
}

/// Below the lowest rule that starts with the column and has nothing set larger below it.
fn ruled(rows: &[Row], rules: &[Area], body: f32) -> Option<usize> {
    let left = rows.iter().map(|row| row.x0).min_by(f32::total_cmp)?;
    let right = rows.iter().map(|row| row.x1).max_by(f32::total_cmp)?;
    rules.iter().filter_map(|rule| below(rows, rule, left, right, body)).max()
}

fn below(rows: &[Row], rule: &Area, left: f32, right: f32, body: f32) -> Option<usize> {
    const ASIDE: f32 = 12.0;
    const LARGER: f32 = 1.04;
    if (rule.x0 - left).abs() > ASIDE || rule.x1 - rule.x0 < 30.0 || rule.x1 > right + ASIDE {
        return None;
    }
    let first = rows.iter().position(|row| row.y < rule.y0)?;
    if first == 0 && (rule.x1 - rule.x0) * 10.0 > (right - left) * 6.0 {
        return None;
    }
    let under = |row: &Row| rule.y0 > row.y - row.size * 0.35 && rule.y0 < row.y + row.size * 0.2;
    let touched = rows[first.saturating_sub(1)..].iter().take(2).any(under);
    let larger = rows[first..].iter().any(|row| row.size > body * LARGER);
    let others = rows[first..].iter().filter(|row| row.size > body * SMALL).count();
    let short = (rule.x1 - rule.x0) * 10.0 <= (right - left) * 7.0;
    let plain = others * 2 <= rows.len() - first || short;
    (!touched && !larger && plain).then_some(first)
}

/// From where on every row is set smaller than the text. What stands below headings alone is no
/// foot: notes at the end of a book are set small as well.
fn small(rows: &[Row], body: f32) -> Option<usize> {
    const HEADING: f32 = 1.06;
    let first = rows.len() - rows.iter().rev().take_while(|row| row.size < body * SMALL).count();
    let text = rows[..first].iter().any(|row| (body * SMALL..=body * HEADING).contains(&row.size));
    (first < rows.len() && text).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foot(sizes: &[f32]) -> Option<usize> {
        let rows: Vec<Row> = sizes.iter().map(|size| Row { size: *size, ..Row::default() }).collect();
        start(&rows, &[], 11.0)
    }

    #[test]
    fn a_foot_stands_below_text() {
        assert_eq!(foot(&[17.0, 11.0, 11.0, 9.0, 9.0]), Some(3));
        assert_eq!(foot(&[24.0, 17.0, 9.0, 9.0]), None);
        assert_eq!(foot(&[9.0, 9.0, 17.0, 9.0]), None);
        assert_eq!(foot(&[9.0, 9.0]), None);
    }
}
